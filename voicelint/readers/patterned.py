"""Formats without a reader of their own: scripts are what a configured pattern matches."""

from __future__ import annotations

import re

from voicelint.deadline import LateError, within
from voicelint.readers.pieces import Pieces
from voicelint.readers.reading import Options, Reading
from voicelint.script import Reason, Script
from voicelint.source import ReadError, Source

_LONGEST = 5  # seconds of processor time for one pattern on one file


def read_patterned(source: Source, options: Options) -> Reading:
    """What each pattern matches, in order: its group `script`, or its first group, or all of it."""
    scripts: list[Script] = []
    for pattern in options.patterns:
        for found in _found(pattern, source):
            group: str | int = "script" if "script" in found.re.groupindex else min(1, found.re.groups)
            if found[group] is None:
                continue
            pieces = Pieces()
            pieces.literal(found[group], found.start(group))
            pieces = pieces.stripped()
            if pieces.text:
                name = f"match {len(scripts) + 1}"
                scripts.append(pieces.script(name=name, reason=Reason("pattern", pattern[:60])))
    return Reading(tuple(sorted(scripts, key=lambda script: script.span)))


def _found(pattern: str, source: Source) -> list[re.Match[str]]:
    """What a pattern matches. Raises ReadError for one that tries without end, as `(a+)+b` does."""
    try:
        with within(_LONGEST):
            return list(re.finditer(pattern, source.text, re.MULTILINE))
    except LateError:
        told = f"the pattern `{pattern[:60]}` was given up after {_LONGEST} s; write it without repeats in repeats"
        raise ReadError(source.path, "", told) from None
