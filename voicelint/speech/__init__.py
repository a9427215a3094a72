"""What a message sounds like: which words are said, and when, at a given rate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from voicelint.finding import Seconds
from voicelint.language import Language
from voicelint.phones import Phone
from voicelint.slots import Slot
from voicelint.source import Span
from voicelint.speech.timing import SPREAD, Clock, clock
from voicelint.speech.verbalize import Said, verbalize


# Kinds of expression in which a single letter is the name of a letter.
_LETTERED = frozenset(("acronym", "code", "email", "hour", "time", "web"))


class Unit(NamedTuple):
    """One spoken stretch with its time, in seconds from the start of the message at the likely pace.

    `low` and `high` are its own length for the quick and for the slow case; the pause after it is not part of it.
    """

    span: Span
    spoken: str
    kind: str
    start: float
    end: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Speech:
    """A message as it is said. `units` in order of place; `seconds` the whole; `words` how many are spoken."""

    units: tuple[Unit, ...]
    seconds: Seconds
    words: int

    def seconds_of(self, span: Span) -> Seconds:
        """Length of what begins inside a stretch of the text, with the pauses between and after."""
        starts = [unit.span.start for unit in self.units]
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first >= last:
            return Seconds(0.0, 0.0, 0.0)
        inside = self.units[first:last]
        end = self.units[last].start if last < len(self.units) else inside[-1].end
        best = end - inside[0].start
        pauses = best - sum(unit.end - unit.start for unit in inside)
        low = sum(unit.low for unit in inside) + pauses * (1 - SPREAD)
        return Seconds(low, best, sum(unit.high for unit in inside) + pauses * (1 + SPREAD))


def speak(
    text: str,
    slots: Sequence[Slot],
    phones: Sequence[Phone],
    language: Language,
    *,
    wpm: float,
    dictation: float = 1.0,
    region: str = "",
) -> Speech:
    """A message as it is said at `wpm` words per minute. `dictation` is the factor on the time of phone numbers."""
    time = clock(language)
    said = verbalize(text, slots, phones, language, region)
    units = tuple(_timed(text, said, slots, time, wpm, dictation))
    if not units:
        return Speech((), Seconds(0.0, 0.0, 0.0), 0)
    best = units[-1].end
    pauses = best - sum(unit.end - unit.start for unit in units)
    low = sum(unit.low for unit in units) + pauses * (1 - SPREAD)
    high = sum(unit.high for unit in units) + pauses * (1 + SPREAD)
    return Speech(units, Seconds(low, best, high), sum(len(unit.spoken.split()) for unit in units))


def _timed(
    text: str, said: Sequence[Said], slots: Sequence[Slot], time: Clock, wpm: float, dictation: float
) -> Iterator[Unit]:
    """The spoken stretches with their times, each after the pause that stands before it."""
    now, before = 0.0, -1
    last = len(said) - 1
    for index, stretch in enumerate(said):
        span, spoken, kind = stretch
        if before >= 0 and span.start - before > 1:
            now += time.seconds(time.pause(text[before : span.start]), wpm)
        units = time.letters(spoken) if kind in _LETTERED else time.units(spoken)
        units += time.final if index == last else 0.0
        length = time.seconds(units, wpm) * (dictation if kind == "phone" else 1.0)
        yield Unit(*stretch, now, now + length, length * (1 - SPREAD), length * (1 + SPREAD))
        now += length
        before = span.end
