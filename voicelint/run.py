"""A run over files: each is answered under its nearest configuration, in one process or in several."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from voicelint.answer import Answer, Wanted, answer_of
from voicelint.cache import digest
from voicelint.decoding import decode, read_bytes, read_file
from voicelint.linters import Linters
from voicelint.source import ReadError
from voicelint.targets import STDIN, Target

if TYPE_CHECKING:
    from voicelint.library import Linter
    from voicelint.source import Source

_PARALLEL_FROM = 300  # files: below, starting processes costs more than they win
_FIRST = 48  # files that are answered before other processes start
_CHUNK = 32  # files that a process is handed at once


def answers(targets: Iterable[Target], linters: Linters, wanted: Wanted) -> Iterator[Answer]:
    """The answer on each file in order; files with messages of a series come last, answered together."""
    flags = linters.flags
    together: dict[Target, list[str]] = {}
    for answer in _each(list(targets), linters, wanted):
        if answer.in_series and not (flags.fix or flags.diff):
            together[Target(answer.path, answer.named)] = answer.notes
        else:
            yield answer
    if together:
        for answer in _series_answers(list(together), linters, wanted):
            answer.notes = together[Target(answer.path, answer.named)]
            yield answer


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
    _known[options] = linters
    first = min(_FIRST, len(targets) // 8)
    for target in targets[:first]:  # processes that begin as a copy of this one know what these have taught it
        yield answered(target, linters, wanted)
    rest = targets[first:]
    with multiprocessing.Pool(min(jobs, len(rest))) as pool:
        yield from pool.imap(partial(_answered_elsewhere, options=options, wanted=wanted), rest, _CHUNK)


_Options = tuple[tuple[str, object], ...]
_known: dict[_Options, Linters] = {}


def _answered_elsewhere(target: Target, options: _Options, wanted: Wanted) -> Answer:
    """The answer on one file in a process of the pool, which keeps its linters from file to file."""
    return answered(target, _linters(options), wanted)


def _linters(options: _Options) -> Linters:
    if options not in _known:
        _known[options] = Linters(Namespace(**dict(options)))
    return _known[options]


def answered(target: Target, linters: Linters, wanted: Wanted) -> Answer:
    """The answer on one file; what goes wrong with it is its error, and no reason to stop."""
    try:
        return _answer(target, linters, wanted)
    except Exception as error:
        from voicelint.failure import told_of

        return Answer(target.path, target.named, error=told_of(error))


def _answer(target: Target, linters: Linters, wanted: Wanted) -> Answer:
    path, named = target
    data = _standard_input() if path == STDIN else read_bytes(path)
    key = _key(target, data, linters, wanted)
    known = linters.cache.get(key) if key else None
    if known and all(_rules_in(folder) == state for folder, state in known["rules"].items()):
        return Answer.from_data(path, named, known["answer"])
    from voicelint.readers import PLAIN, suffix_of

    may_be_other = not named and suffix_of(path) in PLAIN  # nobody says that it is a message: a look decides
    if may_be_other and b"\0" in data:
        return _other(path)
    linter = linters.of(path)
    source = decode(data, _name(path, linters.flags))
    del data  # the text is enough
    if linters.flags.fix or linters.flags.diff:
        from voicelint.mending import mended_answer

        return mended_answer(path, named, source, linter, flags=linters.flags, wanted=wanted)
    notes = list(source.notes)
    answer = answer_of(path, linter.lint_source(source, named, notes.append), wanted, linter.config.fail_on)
    answer.named = named
    answer.notes += notes
    answer.is_draft = bool(answer.blocks) or not may_be_other
    if key and linter.is_ours:
        rules = {folder: _rules_in(folder) for folder in linter.config.rule_folders}
        linters.cache.put(key, {"rules": rules, "answer": answer.to_data()})
    return answer


def _other(path: str) -> Answer:
    """The answer on a file that is no message."""
    answer = Answer(path, named=False)
    answer.is_draft = False
    return answer


def _key(target: Target, data: bytes, linters: Linters, wanted: Wanted) -> str:
    """What the answer on a file is kept under; "" if it is not to be kept."""
    if not linters.cache.folder or target.path == STDIN:
        return ""
    place = os.path.abspath(target.path)
    told = repr((target, place, wanted)).encode("utf-8", "surrogateescape")
    return digest(linters.fingerprint(target.path).encode(), told, data)


def _rules_in(folder: str) -> str:
    """A digest of the rule files of a folder of the user's."""
    parts = []
    try:
        for name in sorted(name for name in os.listdir(folder) if name.endswith(".toml")):
            parts += [name.encode("utf-8", "surrogateescape"), read_bytes(os.path.join(folder, name))]
    except Exception:
        return ""
    return digest(*parts)


def _name(path: str, flags: Namespace) -> str:
    return str(flags.stdin_filename or "<stdin>") if path == STDIN else path


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise ReadError("<stdin>", "", "standard input is closed")
    return sys.stdin.buffer.read()


def source_of(path: str, stdin_filename: str | None) -> Source:
    """The source at a path, or on standard input (`-`). Raises OSError and ReadError as `read_file` does."""
    if path == STDIN:
        return decode(_standard_input(), stdin_filename or "<stdin>")
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
            answer = answer_of(path, mine, wanted, linter.config.fail_on)
            answer.named = named[source.path]
            yield answer
