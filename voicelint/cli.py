"""The command: arguments in, exit status out, and whatever goes wrong said in one line."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from io import TextIOWrapper

from voicelint.cli_status import CLEAN, FAILED
from voicelint.flags import UsageError, conflict, parsed

_CLOSED, _INTERRUPTED = 128 + 13, 128 + 2  # as a shell tells of SIGPIPE and SIGINT


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status: 0 clean, 1 findings at or above --fail-on, 2 could not run."""
    try:
        return _through(sys.argv[1:] if arguments is None else arguments)
    except UsageError as error:
        return _failed(str(error))
    except BrokenPipeError:
        return _without_reader()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        message = _known(error)
        if message is None or os.environ.get("VOICELINT_DEBUG"):
            raise
        return _failed(message)


def _through(arguments: Sequence[str]) -> int:
    """Run, and write out what still waits: a disk that is full then is found while it can be said."""
    try:
        return _run(parsed(arguments))
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _run(flags: Namespace) -> int:
    """Carry out what the flags ask for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    conflict(flags, (("fix", "diff"), ("isolated", "config"), ("quiet", "statistics"), ("timeline", "spoken")))
    if flags.schema:
        from voicelint.render.json import schema

        return _print(schema())
    if flags.list_rules or flags.explain:
        from voicelint.rule_pages import about_rules

        return _print(about_rules(flags))
    from voicelint.session import Session

    return Session(flags).run()


def _print(text: str) -> int:
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    sys.stdout.write(text)
    sys.stdout.flush()
    return CLEAN


def _failed(message: str) -> int:
    from voicelint.terminal import safe, to_nowhere, told

    for line in message.splitlines() or [""]:
        told(f"voicelint: {safe(line)}")
    if "standard output: " in message:
        to_nowhere(sys.stdout)
    return FAILED


def _known(error: Exception) -> str | None:
    """The words of a mistake that a user can mend; None for one of ours."""
    from voicelint.catalog import CatalogError
    from voicelint.config import ConfigError
    from voicelint.phrases import CueError
    from voicelint.settle import ChoiceError

    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'standard output'}: {error.strerror}"
    known = isinstance(error, CatalogError | ChoiceError | ConfigError | CueError | OSError)
    return str(error) if known else None


def _without_reader() -> int:
    """Nobody reads on (`| head`): stop without a word, also when the interpreter flushes at its end."""
    from voicelint.terminal import to_nowhere

    to_nowhere(sys.stdout)
    to_nowhere(sys.stderr)
    return _CLOSED
