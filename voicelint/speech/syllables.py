"""Syllables and letters of spoken words, by the rules of their language."""

from __future__ import annotations

import re
from functools import lru_cache

from voicelint.language import Language


class Counter:
    """Counts syllables by the `[speech.syllables]` table of a language.

    A syllable is a run of `vowels`; then each pattern of `more` adds one for every place where it is found, and
    each of `fewer` takes one away. A word has one syllable at least. `exceptions` gives the count of odd words.
    """

    def __init__(self, language: Language) -> None:
        table = language.section("speech").get("syllables", {})
        self._runs = re.compile(f"[{table.get('vowels', 'aeiouy')}]+")
        self._more = _alternatives(table.get("more", ()))
        self._fewer = _alternatives(table.get("fewer", ()))
        self._exceptions = dict(table.get("exceptions", {}))
        self.of = lru_cache(maxsize=50_000)(self._of)

    def _of(self, word: str) -> int:
        """Syllables of one word, letters in any case."""
        word = word.lower()
        known = self._exceptions.get(word)
        if known is not None:
            return int(known)
        if not any(letter.isalpha() for letter in word):
            return 0
        count = len(self._runs.findall(word))
        count += len(self._more.findall(word)) if self._more else 0
        count -= len(self._fewer.findall(word)) if self._fewer else 0
        return max(1, count)


def _alternatives(patterns: object) -> re.Pattern[str] | None:
    """One pattern for several, or None for none."""
    found = [str(pattern) for pattern in patterns] if isinstance(patterns, (list, tuple)) else []
    return re.compile("|".join(f"(?:{pattern})" for pattern in found)) if found else None
