"""How long spoken words and the pauses between them take, at a rate in words per minute."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from voicelint.kept_pattern import kept_pattern
from voicelint.language import Language
from voicelint.remembered import Remembered
from voicelint.speech.openings import Openings
from voicelint.speech.sounds import Ear

# Half of the interval, as a share of the words and of the pauses, and once for a message, in sounds. Steady voices
# whose pace is known stray so far from the likely length in nine of ten texts (`voicelint.speech.measure`).
SPREAD = 0.1
PAUSE_SPREAD = 0.2
EDGE = 1.8

_STOP = kept_pattern(r"[.?!…]")
_COMMA = kept_pattern(r"[,;:]")
_DASH = kept_pattern(r"[–—]|(?<=\s)-+(?=\s)")
_BRACKET = kept_pattern(r"[()«»“”\"\[\]]")


class Clock:
    """Sounds and seconds in one language, by its table `[speech.timing]`.

    `rho` is the mean sounds of a written word of prose, so that prose lasts words / rate. `comma`, `dash` and `stop`
    are pauses, in sounds; `end` is how much the last words of all are drawn out.
    """

    def __init__(self, language: Language) -> None:
        table: Mapping[str, float] = language.section("speech").get("timing", {})
        self._rho = table.get("rho", 5.0)
        self._comma = table.get("comma", 5.2)
        self._dash = table.get("dash", 4.0)
        self._stop = table.get("stop", 7.5)
        self.end = table.get("end", 1.5)
        self._openings = Openings(language)
        self._ear = Ear(language)
        self.units = lru_cache(maxsize=50_000)(self._units)
        self.paced = lru_cache(maxsize=16)(self._paced)
        self.opening = lru_cache(maxsize=5_000)(self._opening)
        self.pause = Remembered(self._pause, 5_000)

    def _units(self, spoken: str) -> tuple[float, float]:
        """Sounds of spoken words, and of the pauses inside them (commas between the groups of a number)."""
        return self._ear.time(spoken), self._comma * spoken.count(",")

    def _paced(self, second: float) -> Remembered[tuple[float, float, float]]:
        """How long spoken words take if a sound takes so many seconds: quick, likely and slow."""

        def length(spoken: str) -> tuple[float, float, float]:
            sounds, gaps = self._units(spoken)
            best = (sounds + gaps) * second
            low = best - (sounds * SPREAD + gaps * PAUSE_SPREAD) * second
            return low, best, best + best - low

        return Remembered(length, 50_000)

    def _opening(self, role: str, meaning: str, key: str, values: tuple[str, ...]) -> tuple[float, ...]:
        """Sounds of what will stand in a slot, pauses included: its shortest, its usual and its longest value."""
        in_order = sorted(values, key=lambda value: sum(self.units(value)))
        return tuple(sum(self.units(value)) for value in self._openings.of(role, meaning, key, in_order))

    def _pause(self, between: str) -> float:
        """Length of the pause that the marks between two words make, in sounds."""
        if _STOP.search(between) or between.count("\n") > 1:
            return self._stop
        if _COMMA.search(between):
            return self._comma
        if _DASH.search(between):
            return self._dash
        return min(self._comma, self._comma / 2 * len(_BRACKET.findall(between)))

    def seconds(self, wpm: float) -> float:
        """Seconds of one sound at a rate in words per minute."""
        return 60.0 / wpm / self._rho


@cache
def clock(language: Language) -> Clock:
    """The clock of a language."""
    return Clock(language)
