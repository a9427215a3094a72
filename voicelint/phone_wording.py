"""The words around phone numbers, of all languages: what the language files' `[phones]` tables say."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from voicelint.kept_pattern import kept_pattern
from voicelint.language import codes, load

# What may stand between such words and the number.
_LEAD_IN = " \t\u00a0\u2007\u2009\u202f\n\r:.,(+"


class Wording(NamedTuple):
    """The words around numbers, of all languages: what the language files' `[phones]` tables say."""

    extension: re.Pattern[str]
    extensions: tuple[str, ...]
    not_after: tuple[str, ...]
    call_after: tuple[str, ...]
    short_after: tuple[str, ...]
    ended_after: tuple[str, ...]
    keyword: re.Pattern[str]


def stands_after(text: str, start: int, phrases: tuple[str, ...]) -> bool:
    """Say whether one of the phrases (a colon, a full stop or a bracket aside) stands right before `start`."""
    before = text[max(0, start - 40) : start].lower().rstrip(_LEAD_IN)
    if not before.endswith(phrases):
        return False
    return any(before.endswith(phrase) and not before[: -len(phrase)][-1:].isalnum() for phrase in phrases)


@cache
def wording() -> Wording:
    """The wording of all languages that have a file; read once."""
    tables: list[Any] = [load(code).section("phones") for code in codes()]

    def all_of(name: str) -> list[str]:
        return list(chain.from_iterable(table.get(name, ()) for table in tables))

    extensions = all_of("extension")
    extension = "|".join(sorted(map(re.escape, extensions), key=len, reverse=True))
    return Wording(
        kept_pattern(rf"[\s,(]{{0,3}}(?:{extension})[\s:]{{0,2}}(\d{{1,6}})\b\)?(?![.,]\d)", re.IGNORECASE),
        tuple(extensions),
        tuple(all_of("not_after")),
        tuple(all_of("call_after")),
        tuple(all_of("short_after")),
        tuple(all_of("ended_after")),
        kept_pattern(rf"[^\W\da-z_]{{2,}}\d*[\"'”’»]?\s(?:{'|'.join(all_of('keyword_links')) or '(?!)'})\s*$"),
    )
