"""What a message sounds like: which words are said, and when, at a given rate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from voicelint.finding import Seconds
from voicelint.language import Language
from voicelint.phones import Phone
from voicelint.slots import Slot
from voicelint.source import Span
from voicelint.speech.timing import EDGE, PAUSE_SPREAD, SPREAD, Clock, clock
from voicelint.speech.verbalize import Said, verbalize


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


class Speech(NamedTuple):
    """A message as it is said. `units` in order of place; `seconds` the whole; `words` how many are spoken."""

    units: tuple[Unit, ...]
    seconds: Seconds
    words: int

    def units_of(self, span: Span) -> Sequence[Unit]:
        """The spoken stretches that share some of a stretch of the text."""
        first = max(0, bisect_left(self.units, span.start, key=_place) - 1)
        last = bisect_left(self.units, span.end, key=_place)
        return [unit for unit in self.units[first:last] if unit.span.overlaps(span)]

    def seconds_of(self, span: Span) -> Seconds:
        """Length of what begins inside a stretch of the text, with the pauses between and after."""
        first = bisect_left(self.units, span.start, key=_place)
        last = bisect_left(self.units, span.end, key=_place)
        if first >= last:
            return Seconds(0.0, 0.0, 0.0)
        inside = self.units[first:last]
        end = self.units[last].start if last < len(self.units) else inside[-1].end
        return _length(inside, end - inside[0].start)


def _place(unit: Unit) -> int:
    return unit.span.start


def _slot_start(slot: Slot) -> int:
    return slot.span.start


def _length(units: Sequence[Unit], best: float) -> Seconds:
    """The interval of some units that take `best` seconds with the pauses between them."""
    words = low = high = 0.0
    for unit in units:
        words += unit.end - unit.start
        low += unit.low
        high += unit.high
    pauses = max(0.0, best - words)
    return Seconds(low + pauses * (1 - PAUSE_SPREAD), best, high + pauses * (1 + PAUSE_SPREAD))


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
    said = verbalize(text, slots, phones, language, region)
    if not said:
        return Speech((), Seconds(0.0, 0.0, 0.0), 0)

    def spoken(value: str) -> str:
        return " ".join(stretch.spoken for stretch in verbalize(value, (), (), language, region))

    time = clock(language)
    timer = _Timer(text, slots, time, time.seconds(wpm), dictation, spoken)
    units = tuple(timer.units(said))
    low, best, high = _length(units, units[-1].end)
    edge = min(low / 2, EDGE * time.seconds(wpm))
    return Speech(units, Seconds(low - edge, best, high + edge), sum(unit.spoken.count(" ") + 1 for unit in units))


class _Timer:
    """Gives each spoken stretch of one message its time. `second` is the length of a sound in seconds."""

    def __init__(
        self,
        text: str,
        slots: Sequence[Slot],
        time: Clock,
        second: float,
        dictation: float,
        spoken: Callable[[str], str],
    ) -> None:
        self._text = text
        self._slots: Mapping[int, Slot] = {slot.span.start: slot for slot in slots}
        self._silent = [slot for slot in slots if slot.role in ("direction", "markup", "pause")]
        self._time = time
        self._second = second
        self._dictation = dictation
        self._spoken = spoken

    def units(self, said: Sequence[Said]) -> Iterator[Unit]:
        """The spoken stretches with their times, each after the pause that stands before it."""
        text, second, lengths, pauses = self._text, self._second, self._time.units, self._time.pause
        now, before = self._opening_pause(said[0].span.start), -1
        last = len(said) - 1
        for index, (span, spoken, kind) in enumerate(said):
            start = span.start
            if before >= 0 and not (start - before == 1 and text[before] == " "):
                now += self._pause(before, start) if self._silent else second * pauses(text[before:start])
            if kind == "slot":
                low, best, high = self._slot(self._slots[start])
            else:
                sounds, gaps = lengths(spoken)
                factor = second * self._dictation if kind == "phone" else second
                best = (sounds + gaps) * factor
                low = best - (sounds * SPREAD + gaps * PAUSE_SPREAD) * factor
                high = best + best - low
            if index == last:
                drawn = self._time.end * second
                low, best, high = low + drawn, best + drawn, high + drawn
            yield Unit(span, spoken, kind, now, now + best, low, high)
            now += best
            before = span.end

    def _slot(self, slot: Slot) -> tuple[float, float, float]:
        """Seconds of what will stand in a slot: its shortest, its usual and its longest value."""
        opening = self._time.openings.of(slot, self._spoken, lambda value: sum(self._time.units(value)))
        factor = self._second * (self._dictation if slot.meaning == "callback-number" else 1.0)
        low, best, high = (sum(self._time.units(value)) * factor for value in opening)
        return low * (1 - SPREAD), best, max(best, high) * (1 + SPREAD)

    def _opening_pause(self, start: int) -> float:
        """Seconds of the pauses that are asked for before the first word."""
        return sum(slot.seconds for slot in self._silent if slot.span.end <= start)

    def _pause(self, start: int, end: int) -> float:
        """Seconds between two words: marks of pauses as they say, other marks that are not spoken left out."""
        marks, asked, at = "", 0.0, start
        first = bisect_left(self._silent, start, key=_slot_start)
        for slot in islice(self._silent, first, None):
            if slot.span.start >= end:
                break
            if slot.span.end <= end:
                marks += self._text[at : slot.span.start]
                asked += slot.seconds
                at = slot.span.end
        return asked + self._second * self._time.pause(marks + self._text[at:end])
