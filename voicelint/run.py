"""A run over files: each is answered under its nearest configuration, in one process or in several."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from functools import cache, partial

from voicelint.answer import Answer, Wanted, answer_of
from voicelint.catalog import CatalogError
from voicelint.config import Config, ConfigError, Selection, find, load
from voicelint.decoding import decode, read_file
from voicelint.finding import Severity
from voicelint.flags import UsageError, forced
from voicelint.library import Linter
from voicelint.readers.errors import ReadError
from voicelint.settle import ChoiceError
from voicelint.source import Source
from voicelint.spelling import did_you_mean
from voicelint.targets import STDIN, Target

_PARALLEL_FROM = 300  # files: below, starting processes costs more than they win
_CHUNK = 32  # files that a process is handed at once


class Linters:
    """The linter for each path: that of the nearest configuration from its folder upwards, under the flags."""

    def __init__(self, flags: Namespace) -> None:
        self.flags = flags
        self._by_config: dict[str, Linter] = {}
        self._by_folder: dict[str, str] = {}

    def of(self, path: str) -> Linter:
        """The linter for a path. Raises ConfigError, CatalogError or UsageError."""
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        if folder not in self._by_folder:
            self._by_folder[folder] = self._config_path(folder)
        config_path = self._by_folder[folder]
        if config_path not in self._by_config:
            self._by_config[config_path] = self._made(config_path)
        return self._by_config[config_path]

    def _config_path(self, folder: str) -> str:
        if self.flags.isolated:
            return ""
        return str(self.flags.config or find(folder or "."))

    def _made(self, config_path: str) -> Linter:
        config = load(config_path) if config_path else Config()
        flags = self.flags
        chosen = Selection(tuple(flags.select) if flags.select else None, tuple(flags.ignore or ()))
        fail_on = Severity[flags.fail_on] if flags.fail_on else None
        linter = Linter(config.with_flags(forced(flags), chosen, fail_on))
        if config_path or linter.config.forced or chosen != Selection():
            from voicelint.preflight import check

            check(linter.config, linter.catalog)
        return linter


def answers(targets: Iterable[Target], linters: Linters, wanted: Wanted) -> Iterator[Answer]:
    """The answer on each file in order; files with messages of a series come last, answered together."""
    flags = linters.flags
    together: list[Target] = []
    for answer in _each(list(targets), linters, wanted):
        if answer.in_series and not (flags.fix or flags.diff):
            together.append(Target(answer.path, answer.named))
        else:
            yield answer
    if together:
        yield from _series_answers(together, linters, wanted)


def _each(targets: list[Target], linters: Linters, wanted: Wanted) -> Iterator[Answer]:
    jobs = linters.flags.jobs or (min(4, os.cpu_count() or 1) if len(targets) >= _PARALLEL_FROM else 1)
    if jobs == 1 or len(targets) < 2:
        for target in targets:
            yield answered(target, linters, wanted)
        return
    import multiprocessing

    for target in targets:  # a broken configuration is told here, not by a process of the pool
        linters.of(target.path)
    options = tuple(sorted(vars(linters.flags).items()))
    with multiprocessing.Pool(min(jobs, len(targets))) as pool:
        yield from pool.imap(partial(_answered_elsewhere, options=options, wanted=wanted), targets, _CHUNK)


_Options = tuple[tuple[str, object], ...]


def _answered_elsewhere(target: Target, options: _Options, wanted: Wanted) -> Answer:
    """The answer on one file in a process of the pool, which keeps its linters from file to file."""
    return answered(target, _linters(options), wanted)


@cache
def _linters(options: _Options) -> Linters:
    return Linters(Namespace(**dict(options)))


def answered(target: Target, linters: Linters, wanted: Wanted) -> Answer:
    """The answer on one file; what goes wrong with it is its error, and no reason to stop."""
    path = target.path
    try:
        linter = linters.of(path)
        source = source_of(path, linters.flags.stdin_filename)
        if linters.flags.fix or linters.flags.diff:
            from voicelint.mending import mended_answer

            return mended_answer(target.path, target.named, source, linter, flags=linters.flags, wanted=wanted)
        answer = answer_of(path, linter.lint_source(source, target.named), wanted, linter.config.fail_on)
        answer.named = target.named
        answer.notes += source.notes
        return answer
    except ReadError as error:
        return Answer(path, error=f"{error.place}: {error.message}" if error.place else error.message)
    except OSError as error:
        return Answer(path, error=error.strerror or str(error))
    except ChoiceError as error:
        told = f"{error.name}: {error.value!r} is unknown{did_you_mean(str(error.value), error.known)}"
        return Answer(path, error=told)
    except (RecursionError, MemoryError):
        return Answer(path, error="is nested too deeply, or too large, to be read")
    except (CatalogError, ConfigError, UsageError):
        raise
    except Exception as error:  # a fault of ours in one file is no reason to leave out the others
        if os.environ.get("VOICELINT_DEBUG"):
            raise
        return Answer(path, error=f"voicelint failed ({type(error).__name__}: {error}); please report it")


def source_of(path: str, stdin_filename: str | None) -> Source:
    if path == STDIN:
        return decode(sys.stdin.buffer.read(), stdin_filename or "<stdin>")
    return read_file(path)


def _series_answers(targets: list[Target], linters: Linters, wanted: Wanted) -> Iterator[Answer]:
    """The answers on files whose messages form series, each message judged among those of its series."""
    by_linter: dict[int, tuple[Linter, list[tuple[str, Source]]]] = {}
    named = {}
    for path, is_named in targets:
        linter = linters.of(path)
        source = source_of(path, linters.flags.stdin_filename)
        by_linter.setdefault(id(linter), (linter, []))[1].append((path, source))
        named[source.path] = is_named
    for linter, members in by_linter.values():
        reports = linter.lint_series((source for _, source in members), lambda source: named[source.path])
        for path, source in members:
            mine = (report for report in reports if report.source is source)
            yield answer_of(path, mine, wanted, linter.config.fail_on)
