"""How long spoken words take: model U of syllable equivalents (speech.md), with an interval."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from voicelint.language import Language
from voicelint.speech.syllables import Counter

# Model U (speech.md): U = 0.5 S + 0.5 L / 3.1 + 0.9 P + 2.2 E, in syllable equivalents.
SYLLABLE = 0.5
LETTER = 0.5 / 3.1
COMMA = 0.9
STOP = 2.2
# Half of the interval: ordinary readers of a known rate differ by 7 to 11 % (speech.md).
SPREAD = 0.10

_WORDS = re.compile(r"[^\W\d_]+")


class Clock:
    """Syllable equivalents and seconds in one language. `rho` is the mean U of a written word of prose."""

    def __init__(self, language: Language) -> None:
        table = language.section("speech").get("timing", {})
        self.rho = float(table.get("rho", 1.6))
        self._counter = Counter(language)
        self.units = lru_cache(maxsize=50_000)(self._units)

    def _units(self, spoken: str) -> float:
        """Syllable equivalents of spoken words, pauses inside them included (a comma between phone groups)."""
        total = 0.0
        for word in _WORDS.findall(spoken):
            total += SYLLABLE * self._counter.of(word) + LETTER * len(word)
        return total + STOP * spoken.count(",")

    def seconds(self, units: float, wpm: float) -> float:
        """Seconds of so many syllable equivalents at a rate in words per minute."""
        return 60.0 / wpm * units / self.rho


@cache
def clock(language: Language) -> Clock:
    """The clock of a language."""
    return Clock(language)
