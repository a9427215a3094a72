"""The flags of the command. Flags, not subcommands: a folder of scripts may well be called `rules`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from voicelint.spelling import did_you_mean

_EXIT = """\
exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be done.
examples:
  voicelint draft.txt                  one message, under the profile `cold`
  voicelint --profile warm scripts/    every script of a folder
  voicelint --wpm 150 --timeline -     a message from the clipboard: paste, then Ctrl-D
"""
# Flags that are choices of voicelint.settings.Settings, under their names there.
_CHOICES = (
    "language",
    "reader",
    "profile",
    "goal",
    "length",
    "wpm",
    "region",
    "delivery",
    "jurisdiction",
    "audience",
)


class UsageError(Exception):
    """A command that cannot be carried out, in one line; the exit status is 2."""


class _Parser(argparse.ArgumentParser):
    """An argument parser that answers a mistake with one line."""

    def error(self, message: str) -> NoReturn:
        unknown = re.match(r"unrecognized arguments: (-\S+)", message)
        if unknown:
            flag = unknown[1].partition("=")[0]
            raise UsageError(f"unknown flag {flag}{did_you_mean(flag, self._option_string_actions)}")
        raise UsageError(re.sub(r"^argument (?:-\w/)?", "", message))


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Help of 80 columns: left to itself, argparse loads a library for every flag to ask how wide the terminal is."""
    return argparse.RawDescriptionHelpFormatter(prog, width=78)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The flags and paths of a command line. Raises UsageError; `--help` and `--version` end the program."""
    parser = _Parser(
        prog="voicelint",
        description="Lint drafted voicemail messages: how long they take to say, how you came to this\n"
        "person, and what is in it for them.",
        epilog=_EXIT,
        formatter_class=_formatter,
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input")
    _add_message(parser.add_argument_group("the message"))
    _add_rules(parser.add_argument_group("the rules"))
    _add_output(parser.add_argument_group("the output"))
    _add_more(parser.add_argument_group("more to know of a message"))
    _add_running(parser.add_argument_group("running"))
    flags = parser.parse_intermixed_args(arguments)
    # Tuples, so that the flags can be the key of what was worked out under them.
    flags.paths, flags.select, flags.ignore = map(tuple, (flags.paths, flags.select or (), flags.ignore or ()))
    return flags


def forced(flags: argparse.Namespace) -> dict[str, Any]:
    """The choices that were made by flags: they go before the configuration and what stands beside scripts."""
    return {name: getattr(flags, name) for name in _CHOICES if getattr(flags, name) is not None}


def _one_of(*names: str) -> Callable[[str], str]:
    """A value that is one of a few names."""

    def check(value: str) -> str:
        if value not in names:
            raise argparse.ArgumentTypeError(f"{value!r} is unknown{did_you_mean(value, names)}")
        return value

    return check


def _number(least: float, most: float, unit: str) -> Callable[[str], float]:
    """A number within bounds."""

    def check(value: str) -> float:
        try:
            number = float(value.replace(",", "."))
        except ValueError:
            raise argparse.ArgumentTypeError(f"{value!r} is no number of {unit}") from None
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{value} {unit} is outside {least:g}-{most:g}")
        return number

    return check


def _names(value: str) -> tuple[str, ...]:
    """Names divided by commas."""
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("names no rule")
    return names


def _add_message(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--language", metavar="CODE", help="auto (default), en or fr: the language of the message")
    group.add_argument(
        "--profile", metavar="NAME", help="cold (default), warm, inbound, collection, recruiting, reminder"
    )
    group.add_argument(
        "--goal", type=_one_of("callback", "email", "none"), metavar="GOAL", help="callback, email or none"
    )
    group.add_argument(
        "--wpm", type=_number(40, 400, "words per minute"), metavar="N", help="speaking rate in words per minute"
    )
    group.add_argument("--length", metavar="LENGTH", help="flash (8-14 s), short, classic, long, or MIN-MAX in seconds")
    group.add_argument("--region", metavar="REGION", help="habits of speech: us, uk, ca; fr, qc, be, ch")
    group.add_argument("--delivery", metavar="HOW", help="live, recorded, tts or live-call")
    group.add_argument("--jurisdiction", metavar="CODE", help="switch on the legal rules of us, fr, ...")
    group.add_argument("--audience", metavar="WHO", help="consumer or business, for the legal rules")


def _add_rules(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--select", type=_names, action="extend", metavar="RULES", help="only these rules or groups")
    group.add_argument("--ignore", type=_names, action="extend", metavar="RULES", help="without these rules or groups")
    group.add_argument(
        "--fail-on", type=_one_of("error", "warning", "info"), metavar="LEVEL", help="error (default), warning or info"
    )
    group.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")
    group.add_argument("--list-rules", action="store_true", help="list the rules and exit")
    group.add_argument("--explain", metavar="RULE", help="print the page of a rule and exit")


def _add_output(group: argparse._ArgumentGroup) -> None:
    formats = ("text", "json")
    group.add_argument(
        "--format", type=_one_of(*formats), default="text", metavar="FORMAT", help="text (default) or json"
    )
    group.add_argument("--output", metavar="FILE", help="write the report there, not to standard output")
    group.add_argument("--reader-language", dest="reader", metavar="CODE", help="language of the report: en or fr")
    group.add_argument("--statistics", action="store_true", help="count the findings of each rule instead")
    group.add_argument("-q", "--quiet", action="store_true", help="one line a finding, and nothing else")
    group.add_argument(
        "--color", type=_one_of("auto", "always", "never"), default="auto", metavar="WHEN", help="auto, always or never"
    )
    group.add_argument("--schema", action="store_true", help="print the JSON Schema of --format json and exit")
    group.add_argument("--version", action="version", version=f"voicelint {_version()}")


def _add_more(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--timeline", action="store_true", help="draw each message over its seconds")
    group.add_argument("--spoken", action="store_true", help="print each message as it will be said")
    group.add_argument(
        "--calibrate",
        type=_number(1, 600, "seconds"),
        metavar="SECONDS",
        help="you read the draft in so many seconds: what is your rate?",
    )
    group.add_argument("--list-scripts", action="store_true", help="show what is taken for a script, where and why")
    group.add_argument("--contacts", metavar="CSV", help="fill the merge tags with each row and say whom it fits")


def _add_running(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="apply the safe fixes to the files")
    group.add_argument("--diff", action="store_true", help="show what --fix would change; change nothing")
    group.add_argument("--config", metavar="FILE", help="use this configuration")
    group.add_argument("--isolated", action="store_true", help="use no configuration")
    group.add_argument(
        "--as-found", action="store_true", help="treat files given by name as if found in a folder (for hooks)"
    )
    group.add_argument("--stdin-filename", metavar="PATH", help="what standard input would be called as a file")
    group.add_argument("--jobs", type=_jobs, default=0, metavar="N", help="processes (default: what suits the run)")
    group.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    group.add_argument("--cache-dir", metavar="DIR", help="where the cache is kept")


def _jobs(value: str) -> int:
    """A number of processes."""
    if not value.isdecimal() or not 1 <= int(value) <= 256:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of processes (1-256)")
    return int(value)


def _version() -> str:
    from voicelint import __version__

    return __version__


def conflict(flags: argparse.Namespace, groups: Iterable[Sequence[str]]) -> None:
    """Raise UsageError if two flags of a group are given together."""
    for group in groups:
        given = [name for name in group if getattr(flags, name.replace("-", "_"))]
        if len(given) > 1:
            raise UsageError(f"--{given[0]} and --{given[1]} do not go together")
