"""The words, in every language at once, by which files announce, date and time their messages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import filterfalse
from typing import Any
from unicodedata import combining, normalize

from voicelint import language
from voicelint.kept_pattern import kept_pattern
from voicelint.source import portions

_CAMEL = kept_pattern(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_OVERLAP = 200  # characters, more than any entry has


def fold(text: str) -> str:
    """The text without case and accents, with straight apostrophes and single spaces."""
    if not text.isascii():
        text = "".join(filterfalse(combining, normalize("NFKD", text))).replace("’", "'")
    return " ".join(text.casefold().split())


def folded_parts(text: str) -> Iterator[str]:
    """The folded text in parts of many words, each with the last words of the one before it."""
    before = ""
    for portion in portions(text, 0, len(text)):
        part = f"{before} {fold(portion)}".strip()
        yield part
        before = part[-_OVERLAP:].partition(" ")[2]


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """An identifier or a file name as folded words: `coldCall_voicemail-2` is `cold call voicemail 2`."""
    return fold(re.sub(r"[\W_]+", " ", _CAMEL.sub(" ", name)))


@cache
def words(key: str) -> tuple[str, ...]:
    """The folded entries of a list of `[readers]`, of all languages together (and `key_elsewhere`), sorted."""
    keys = (key, f"{key}_elsewhere")
    return tuple(sorted({fold(entry) for table in _tables() for name in keys for entry in table.get(name, ())}))


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Matches any entry of a list of `[readers]` in folded text, as whole words, the longest first."""
    return _any_of(words(key))


@cache
def named(text: str, key: str) -> bool:
    """Say whether a folded name holds an entry of a list of `[readers]`."""
    return pattern(key).search(text) is not None


@cache
def hints() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a heading hints at (`break-up`, `follow-up`, ...), each with the words that say so."""
    entries: dict[str, set[str]] = {}
    for table in _tables():
        for name, found in table.get("hints", {}).items():
            entries.setdefault(name, set()).update(map(fold, found))
    return tuple((name, _any_of(sorted(found))) for name, found in sorted(entries.items()))


def _tables() -> tuple[Mapping[str, Any], ...]:
    return tuple(language.load(code).section("readers") for code in language.codes())


def _any_of(entries: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    longest = sorted(entries, key=len, reverse=True)
    return kept_pattern(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)")
