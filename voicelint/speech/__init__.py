"""What a message sounds like: which words are said, and when, at a given rate."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
from operator import sub
from typing import NamedTuple

from voicelint.finding import Seconds
from voicelint.language import Language
from voicelint.phones import Phone
from voicelint.slots import Slot
from voicelint.source import Span
from voicelint.speech.stretches import MANY, Kept, Stretches
from voicelint.speech.timing import EDGE, PAUSE_SPREAD, SPREAD, Clock, clock
from voicelint.speech.verbalize import verbalize

_PART = MANY  # spoken stretches whose times are worked out together


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


class Speech:
    """A message as it is said. `units` in order of place; `seconds` the whole; `words` how many are spoken.

    `said` are the spoken stretches, `times` the time of each.
    """

    def __init__(self, said: Stretches | Kept, times: Times, seconds: Seconds, words: int) -> None:
        self.said, self.times, self.seconds, self.words = said, times, seconds, words

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every spoken stretch with its time."""
        return tuple(self.each())

    def each(self) -> Iterator[Unit]:
        """The same one by one: those of a long message would fill the memory."""
        return map(self._unit, range(len(self.times)))

    def units_of(self, span: Span) -> Sequence[Unit]:
        """The spoken stretches that share some of a stretch of the text."""
        starts, ends = self.said.starts, self.said.ends
        first = max(0, bisect_left(starts, span.start) - 1)
        last = bisect_left(starts, span.end)
        return [self._unit(at) for at in range(first, last) if starts[at] < span.end and span.start < ends[at]]

    def seconds_of(self, span: Span) -> Seconds:
        """Length of what begins inside a stretch of the text, with the pauses between and after."""
        first, last = self._within(span)
        return self.times.length(first, last, self.best_of(span)) if first < last else Seconds(0.0, 0.0, 0.0)

    def best_of(self, span: Span) -> float:
        """The likely length of that."""
        first, last = self._within(span)
        if first >= last:
            return 0.0
        starts = self.times.starts
        return (starts[last] if last < len(starts) else self.times.ends[last - 1]) - starts[first]

    def _within(self, span: Span) -> tuple[int, int]:
        """The first of the stretches that begin inside a stretch of the text, and the first behind them."""
        return bisect_left(self.said.starts, span.start), bisect_left(self.said.starts, span.end)

    def starts_from(self, place: int) -> float | None:
        """When the first stretch at or after a place of the text is said; None if there is none."""
        at = bisect_left(self.said.starts, place)
        return self.times.starts[at] if at < len(self.times) else None

    def _unit(self, at: int) -> Unit:
        said, times = self.said, self.times
        span = Span(said.starts[at], said.ends[at])
        start, end, low, high = times.starts[at], times.ends[at], times.lows[at], times.highs[at]
        return Unit(span, said.spoken[at], said.kinds[at], start, end, low, high)


class Times:
    """When each spoken stretch is said, as parallel columns: see Unit."""

    __slots__ = ("ends", "highs", "lows", "starts")

    def __init__(
        self,
        starts: Sequence[float] = (),
        ends: Sequence[float] = (),
        lows: Sequence[float] = (),
        highs: Sequence[float] = (),
    ) -> None:
        self.starts, self.ends, self.lows, self.highs = starts, ends, lows, highs

    def __len__(self) -> int:
        return len(self.starts)

    def length(self, first: int, last: int, best: float) -> Seconds:
        """The interval of stretches `first` to `last` (excluded) that take `best` seconds with pauses between them."""
        columns: tuple[Sequence[float], ...] = (self.starts, self.ends, self.lows, self.highs)
        if last - first < len(self):  # a copy of all would take as much memory again
            columns = tuple(column[first:last] for column in columns)
        starts, ends, lows, highs = columns
        pauses = max(0.0, best - sum(map(sub, ends, starts)))
        low, high = sum(lows), sum(highs)
        return Seconds(low + pauses * (1 - PAUSE_SPREAD), best, high + pauses * (1 + PAUSE_SPREAD))


def _slot_start(slot: Slot) -> int:
    return slot.span.start


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
    found = verbalize(text, slots, phones, language, region)
    if not found.starts:
        return Speech(found, Times(), Seconds(0.0, 0.0, 0.0), 0)
    said = found.kept() if len(found.starts) > _PART else found
    del found

    def spoken(value: str) -> str:
        return " ".join(verbalize(value, (), (), language, region).spoken)

    time = clock(language)
    timer = _Timer(text, slots, time, time.seconds(wpm), dictation, spoken)
    times = timer.times(said)
    low, best, high = times.length(0, len(times), times.ends[-1])
    edge = min(low / 2, EDGE * time.seconds(wpm))
    words = sum(" ".join(said.spoken[begin : begin + _PART]).count(" ") + 1 for begin in range(0, len(times), _PART))
    return Speech(said, times, Seconds(low - edge, best, high + edge), words)


def _turns(pauses: Sequence[float], bests: Sequence[float]) -> list[float]:
    """Pause and word by turns, added up from the beginning: where each word starts and where it ends."""
    return list(accumulate(chain.from_iterable(zip(pauses, bests, strict=True))))


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

    def times(self, said: Stretches | Kept) -> Times:
        """The times of the spoken stretches, each after the pause that stands before it."""
        count = len(said.starts)
        if count <= _PART:  # as nearly always
            pauses, lows, bests, highs = self._columns(said, 0)
            turns = _turns(pauses, bests)
            return Times(turns[::2], turns[1::2], lows, highs)
        from voicelint.repeated import Repeated, Starts

        ends, rows = array("d"), (Repeated[float](), Repeated[float](), Repeated[float]())
        for begin in range(0, count, _PART):
            pauses, lows, bests, highs = self._columns(said, begin)
            for row, part in zip(rows, (pauses, lows, highs), strict=True):
                row.extend(part)
            first = pauses[0] + ends[-1] if ends else pauses[0]
            ends.extend(_turns([first, *pauses[1:]], bests)[1::2])
        return Times(Starts(ends, rows[0]), ends, *rows[1:])

    def _columns(self, said: Stretches | Kept, begin: int) -> tuple[Sequence[float], ...]:
        """Seconds of the pause before each spoken stretch of a part, and of its quick, likely and slow case."""
        lengths, pauses = self._lengths(said, begin), self._pauses(said, begin)
        if begin + _PART >= len(said.starts):
            (low, best, high), drawn = lengths[-1], self._time.end * self._second
            lengths[-1] = low + drawn, best + drawn, high + drawn
        return pauses, *zip(*lengths, strict=True)

    def _lengths(self, said: Stretches | Kept, begin: int) -> list[tuple[float, float, float]]:
        """Seconds of the spoken stretches of a part: the quick, the likely and the slow case."""
        end = begin + _PART
        lengths_of = self._time.paced(self._second).__getitem__
        lengths: list[tuple[float, float, float]] = [*map(lengths_of, said.spoken[begin:end])]
        dictated = self._time.paced(self._second * self._dictation)
        for at in said.apart[bisect_left(said.apart, begin) : bisect_left(said.apart, end)]:
            is_slot = said.kinds[at] == "slot"
            lengths[at - begin] = self._slot(self._slots[said.starts[at]]) if is_slot else dictated[said.spoken[at]]
        return lengths

    def _pauses(self, said: Stretches | Kept, begin: int) -> list[float]:
        """Seconds of the pause before each spoken stretch of a part."""
        text, second, pause = self._text, self._second, self._time.pause
        ends = said.ends[max(0, begin - 1) : begin + _PART - 1]
        between = zip(ends, said.starts[max(1, begin) : begin + _PART], strict=False)
        if self._silent:
            pauses = [
                0.0 if after - end == 1 and text[end] == " " else self._pause(end, after) for end, after in between
            ]
        else:
            pauses = [
                0.0 if after - end == 1 and text[end] == " " else second * pause[text[end:after]]
                for end, after in between
            ]
        return pauses if begin else [self._opening_pause(said.starts[0]), *pauses]

    def _slot(self, slot: Slot) -> tuple[float, float, float]:
        """Seconds of what will stand in a slot: its shortest, its usual and its longest value."""
        values = tuple(map(self._spoken, filter(str.strip, slot.values))) if slot.values else ()
        factor = self._second * (self._dictation if slot.meaning == "callback-number" else 1.0)
        low, best, high = self._time.opening(slot.role, slot.meaning, slot.key, values)
        best *= factor
        return low * factor * (1 - SPREAD), best, max(best, high * factor) * (1 + SPREAD)

    def _opening_pause(self, start: int) -> float:
        """Seconds of the pauses that are asked for before the first word."""
        return sum((slot.seconds for slot in self._silent if slot.span.end <= start), 0.0)

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
        return asked + self._second * self._time.pause[marks + self._text[at:end]]
