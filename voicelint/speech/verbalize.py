"""What is said for what is written: every spoken stretch with the characters that it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from voicelint.language import Language
from voicelint.phones import Phone
from voicelint.slots import Slot
from voicelint.source import Span


class Said(NamedTuple):
    """One spoken stretch: its place, the words as they are said, and what it is (word, phone, amount ...).

    A comma inside `spoken` is the pause between two groups of a phone number.
    """

    span: Span
    spoken: str
    kind: str = "word"


_TOKEN = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*|[%€$£&@]")


def verbalize(
    text: str, slots: Sequence[Slot], phones: Sequence[Phone], language: Language, region: str = ""
) -> tuple[Said, ...]:
    """Every spoken stretch of a text, in order. Marks that are not said give nothing."""
    found: list[Said] = []
    whole = sorted([(slot.span, slot) for slot in slots] + [(phone.span, phone) for phone in phones], key=lambda it: it[0])
    at = 0
    for span, mark in whole:
        if span.start < at:
            continue
        found.extend(Said(Span(*match.span()), match[0]) for match in _TOKEN.finditer(text, at, span.start))
        if isinstance(mark, Phone):
            found.append(Said(span, ", ".join(" ".join(group) for group in mark.groups), "phone"))
        else:
            found.append(Said(span, mark.key, "slot"))
        at = span.end
    found.extend(Said(Span(*match.span()), match[0]) for match in _TOKEN.finditer(text, at))
    return tuple(found)
