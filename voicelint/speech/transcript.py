"""A message as it will be said, in writing: numbers and signs in words, with the marks of its pauses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicelint.kept_pattern import kept_pattern
from voicelint.slots import Slot
from voicelint.speech import Speech

_SILENT = ("direction", "markup", "pause")
# What is neither a mark that people hear as a pause nor a blank.
_UNSAID = kept_pattern(r"[^\s,.;:!?…–—'’-]+")


def transcript(text: str, slots: Sequence[Slot], speech: Speech) -> str:
    """The spoken words of a text on one line, parted by the marks between them; merge tags as they are written."""
    silent = [slot.span for slot in slots if slot.role in _SILENT]
    said: list[str] = []
    before, at = -1, 0
    for unit in speech.each():
        start, end = unit.span
        if before >= 0:
            between, place = "", before
            while at < len(silent) and silent[at].start < start:
                between += text[place : silent[at].start]
                place = max(place, silent[at].end)
                at += 1
            said.append(_gap(between + text[place:start]))
        said.append(text[start:end] if unit.kind == "slot" else unit.spoken)
        before = end
    closing = text[before:].split(None, 1)[:1] if before >= 0 else []
    said += [_UNSAID.sub("", mark) for mark in closing]
    return re.sub(r"\s+", " ", "".join(said))


def _gap(between: str) -> str:
    """The marks between two words; at least a blank, but where the text has none either (l', -vous)."""
    marks = _UNSAID.sub("", between)
    return marks if marks in ("", "-", "'", "’") or marks[0] in "'’" or marks[-1:].isspace() else f"{marks} "
