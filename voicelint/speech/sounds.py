"""The sounds of spoken words: how many there are in each, by the spelling rules of its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from voicelint.kept_pattern import kept_pattern
from voicelint.language import Language

_WORD = kept_pattern(r"([^\W\d_]+)(['’]?)|\d")
# A digit that nobody turned into words: the mean of zero to nine, in English and in French.
_DIGIT = 3.5


class Ear:
    """Counts sounds by the `[speech.sounds]` table of a language.

    Patterns of `silent` are letters that are not heard, patterns of `one` are letters that make one sound, `two`
    are letters that make two each. `words` gives the count of odd words, `letters` that of letters said by their
    name (`letter` for those that it does not list), unless they are one of the words `short`. A word takes `word`
    sounds of time more, and `stress` more unless it is one of the `weak` words, which are said in passing. Without
    the table every letter is a sound.
    """

    def __init__(self, language: Language) -> None:
        table: Mapping[str, Any] = language.section("speech").get("sounds", {})
        self._silent = _any_of(table.get("silent", ()))
        self._one = _any_of(table.get("one", ()))
        self._two = frozenset(table.get("two", ""))
        self._odd = {str(word): float(count) for word, count in table.get("words", {}).items()}
        self._names = {str(letter): float(count) for letter, count in table.get("letters", {}).items()}
        self._letter = float(table.get("letter", 2))
        self._short = frozenset(table.get("short", ()))
        self._weak = frozenset(table.get("weak", ()))
        self._word, self._stress = float(table.get("word", 0)), float(table.get("stress", 0))
        self.time = lru_cache(maxsize=50_000)(self._time)

    def _time(self, spoken: str) -> float:
        """How long some words take without any pause, in sounds."""
        total, joined = 0.0, False
        for match in _WORD.finditer(spoken):
            word = match[1]
            if word is None:
                total += _DIGIT + self._word + self._stress
                continue
            word = word.lower()
            elided = bool(match[2]) and len(word) <= 2 and match.end() < len(spoken)
            if joined or elided:  # l'offre, it's: part of the word beside it
                total += len(word) if len(word) == 1 else self.sounds(word)
                total += self._weight(word) if joined and len(word) > 2 else 0.0
            elif len(word) == 1 and word not in self._short:
                total += self._names.get(word, self._letter) + self._word
            else:
                total += self.sounds(word) + self._weight(word)
            joined = bool(match[2])
        return total

    def _weight(self, word: str) -> float:
        return self._word + (0.0 if word in self._weak else self._stress)

    def sounds(self, word: str) -> float:
        """Sounds of one word in small letters."""
        known = self._odd.get(word)
        if known is not None:
            return known
        heard = self._silent.sub("", word) if self._silent else word
        count = len(self._one.sub("-", heard)) if self._one else len(heard)
        return max(1.0, count + sum(letter in self._two for letter in word))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for several, or None for none."""
    found = [str(pattern) for pattern in patterns]
    return kept_pattern("|".join(found)) if found else None
