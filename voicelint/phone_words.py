"""Phone numbers that a draft already spells out in words, in any language that has a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from voicelint import phone_shapes as shapes
from voicelint.kept_pattern import kept_pattern
from voicelint.language import codes, load
from voicelint.phone_shapes import Phone
from voicelint.remembered import Remembered
from voicelint.source import Span, portions

_LONG = 50_000  # characters of a text whose parts would fill the memory if all were listed
_MOST = 20_000  # texts without blanks that are remembered
_PART = kept_pattern(r"\w+")
_SHORTEST = b"\1" * 4  # a number has four words at least


class Spelling(NamedTuple):
    """The digit words of one language: a pattern for a run of them, and each word's value.

    `parts`: the words, and each part of those that have several.
    """

    run: re.Pattern[str]
    word: re.Pattern[str]
    values: dict[str, int]
    repeats: dict[str, int]
    hundreds: frozenset[str]
    links: frozenset[str]
    parts: frozenset[str]


@cache
def _spellings() -> tuple[Spelling, ...]:
    """The digit words of every language; a language without `[phones] values` spells no numbers."""
    made: list[Spelling] = []
    for code in codes():
        table = load(code).section("phones")
        if not table.get("values"):
            continue
        values = {str(word): int(number) for word, number in table["values"].items()}
        repeats = {str(word): int(number) for word, number in table.get("repeats", {}).items()}
        hundreds, links = frozenset(table.get("hundreds", ())), frozenset(table.get("links", ()))
        words = "|".join(sorted((*values, *repeats, *hundreds, *links), key=len, reverse=True))
        first = "|".join(sorted((*values, *repeats), key=len, reverse=True))
        made.append(
            Spelling(
                kept_pattern(rf"\b(?:{first})\b(?:[\s,.…\u2010-\u2014-]{{1,5}}+(?:{words})\b){{3,}}+"),
                kept_pattern(rf"\b(?:{words})\b"),
                values,
                repeats,
                hundreds,
                links,
                frozenset(part for word in (*values, *repeats, *hundreds, *links) for part in _PART.findall(word)),
            )
        )
    return tuple(made)


@cache
def _flags() -> Remembered[bytes]:
    """What a text without blanks holds: a byte for each of its parts, 1 for that of a digit word of some language."""
    known = frozenset[str]().union(*(spelling.parts for spelling in _spellings()))
    return Remembered(lambda written: bytes(map(known.__contains__, _PART.findall(written.lower()))), _MOST)


def find_spelled(text: str) -> Iterable[Phone]:
    """Every run of digit words that makes a phone number."""
    if len(text) < _LONG and _SHORTEST not in b"".join(map(_flags().__getitem__, text.split())):
        return  # most texts by far
    folded = " ".join(map(str.lower, portions(text, 0, len(text))))  # `lower` takes twelve bytes a character
    if len(folded) != len(text):  # a capital whose small form is two characters: offsets would slip
        folded = text
    for spelling in _spellings():
        for match in spelling.run.finditer(folded):
            phone = _read(folded, match.start(), match.end(), spelling)
            if phone is not None:
                yield phone


def _read(text: str, start: int, end: int, spelling: Spelling) -> Phone | None:
    """The number that a run of digit words makes, if it makes one."""
    groups: list[str] = [""]
    last_value, last_end, repeat = 0, start, 1
    words = 0
    for match in spelling.word.finditer(text, start, end):
        word, gap = match[0], text[last_end : match.start()]
        if "," in gap or "." in gap or "…" in gap or "\n" in gap:
            groups.append("")
            last_value = 0
        last_end = match.end()
        if word in spelling.links:
            continue
        words += 1
        if word in spelling.repeats:
            repeat, last_value = spelling.repeats[word], 0
            continue
        if word in spelling.hundreds:
            groups[-1] += "00"
            last_value = 0
            continue
        value = spelling.values[word]
        joined = _join(last_value, value)
        if joined is None:
            groups[-1] += str(value) * repeat
            last_value = value
        else:
            groups[-1] = groups[-1][: -len(str(last_value))] + str(joined)
            last_value = joined
        repeat = 1
    said = tuple(group for group in groups if group)
    digits = "".join(said)
    if words < 4 or not 7 <= len(digits) <= 15 or not _plausible(digits):
        return None
    if len(said) == 1:
        usual = shapes.GROUPED["FR" if digits[0] == "0" else "US"]
        said = shapes.regroup(digits, (1, *usual) if len(digits) == 11 and digits[0] == "1" else usual)
    country = "US" if shapes.american(digits) else "FR" if digits[0] == "0" and len(digits) == 10 else ""
    return Phone(Span(start, last_end), digits, said, country, form="words")


def _join(last: int, value: int) -> int | None:
    """The number that two words following each other make (thirty four, soixante dix, quatre vingt), or None."""
    if last == 4 and value == 20:
        return 80
    if last in (60, 80) and 1 <= value <= 19:
        return last + value
    if last >= 20 and last % 10 == 0 and 1 <= value <= 9:
        return last + value
    if last % 100 in (10, 70, 90) and 7 <= value <= 9:
        return last + value
    return None


def _plausible(digits: str) -> bool:
    """Leave out counting aloud (one two three four ...) and other runs that no number begins with."""
    if digits in "12345678910":
        return False
    if digits[0] == "0":
        return 9 <= len(digits) <= 12
    return shapes.american(digits) or len(digits) == 7 or (len(digits) > 9 and digits[:2] in shapes.CALLING_CODES)
