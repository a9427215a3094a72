"""Lengths that authors state beside a message ("~20 seconds", "Length: 22 s", "15 secondes")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from voicelint import language
from voicelint.readers.vocabulary import fold, pattern, words
from voicelint.source import Span


class Claim(NamedTuple):
    """A stated length in seconds, low to high, or a limit if `limit`; `span` of the statement in the source."""

    low: float
    high: float
    limit: bool
    span: Span


@cache
def _stated() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, words("seconds")), key=len, reverse=True))
    to = "|".join(language.load(code).section("speech")["words"]["to"] for code in language.codes())
    return re.compile(
        rf"(?:[~≈<≤]\s?)?(?<![\d.,])(\d{{1,3}}(?:[.,]\d)?)(?:\s?(?:[-–—]|{to})\s?(\d{{1,3}}))?[\s-]?(?:{units})(?!\w)",
        re.IGNORECASE,
    )


def names_length(name: str) -> bool:
    """Say whether a key is one under which a length is stated."""
    return fold(name).strip(" *_:") in words("length")


def claimed(text: str, start: int = 0) -> Claim | None:
    """The first length stated in a text that begins at offset `start` of its source."""
    found = _stated().search(text)
    if found is None:
        return None
    low = float(found[1].replace(",", "."))
    before = fold(text[: found.start()])[-40:]
    limit = "<" in found[0] or "≤" in found[0] or pattern("limit").search(before) is not None
    limit = limit or pattern("limit").match(fold(text[found.end() : found.end() + 20]).lstrip(" )")) is not None
    return Claim(low, float(found[2] or low), limit, Span(start + found.start(), start + found.end()))
