"""How long spoken words take: model U of syllable equivalents (speech.md), with an interval."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from voicelint.language import Language
from voicelint.speech.syllables import Counter

# Half of the interval: ordinary readers of a known rate differ by 7 to 11 % (speech.md).
SPREAD = 0.10

_WORDS = re.compile(r"[^\W\d_]+")


class Clock:
    """Syllable equivalents and seconds in one language, by its table `[speech.timing]`.

    Model U of speech.md, its weights fitted again: a syllable, a letter (which stands for the sounds inside a
    syllable), the name of a letter, the pauses of a comma, a semicolon, a full stop and between the groups of a
    number, and the last syllable of all, which is drawn out. `rho` is the mean U of a written word of prose.
    """

    def __init__(self, language: Language) -> None:
        weights = language.section("speech")["timing"]
        self._rho = float(weights["rho"])
        self._syllable = float(weights["syllable"])
        self._letter = float(weights["letter"])
        self._letter_name = float(weights["letter_name"])
        self._long_letters: dict[str, float] = weights.get("long_letters", {})
        self._group = float(weights["group"])
        self._comma = float(weights["comma"])
        self._semicolon = float(weights["semicolon"])
        self._stop = float(weights["stop"])
        self.final = float(weights["final"])
        self._counter = Counter(language)
        self.units = lru_cache(maxsize=50_000)(self._units)
        self.letters = lru_cache(maxsize=10_000)(self._letters)

    def _units(self, spoken: str) -> float:
        """Syllable equivalents of spoken words, pauses between the groups of a number included."""
        total = self._group * spoken.count(",")
        for word in _WORDS.findall(spoken):
            total += self._syllable * self._counter.of(word) + self._letter * len(word)
        return total

    def _letters(self, spoken: str) -> float:
        """The same where single letters are said by their names."""
        total = self._group * spoken.count(",")
        for word in _WORDS.findall(spoken):
            if len(word) == 1:
                total += self._long_letters.get(word.lower(), self._letter_name)
            else:
                total += self._syllable * self._counter.of(word) + self._letter * len(word)
        return total

    def pause(self, between: str) -> float:
        """Syllable equivalents of the pause that the marks between two words make."""
        longest = 0.0
        for mark in between:
            if mark in ".?!…":
                return self._stop
            if mark in ";:":
                longest = self._semicolon
            elif mark in _COMMAS:
                longest = longest or self._comma
        if " - " in between:
            longest = longest or self._comma
        return self._stop if "\n\n" in between else longest

    def seconds(self, units: float, wpm: float) -> float:
        """Seconds of so many syllable equivalents at a rate in words per minute."""
        return 60.0 / wpm * units / self._rho


_COMMAS = ",—–(«»)\"“”"


@cache
def clock(language: Language) -> Clock:
    """The clock of a language."""
    return Clock(language)
