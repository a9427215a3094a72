"""Rows of many values of which few differ, and of many stretches: what a list of objects takes, in a fraction of it."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import add
from typing import Generic, TypeVar, overload

from voicelint.made import Made
from voicelint.source import Span

_Value = TypeVar("_Value", bound=Hashable)


class Repeated(Sequence[_Value], Generic[_Value]):
    """Values of which many are the same, each kept once."""

    __slots__ = ("_numbers", "_table", "_which")

    def __init__(self, values: Iterable[_Value] = ()) -> None:
        self._numbers: dict[_Value, int] = {}
        self._table: list[_Value] = []
        self._which = array("B")
        self.extend(values)

    def extend(self, values: Iterable[_Value]) -> None:
        """Put more at the end."""
        numbers = self._numbers
        more = array("I", (numbers.setdefault(value, len(numbers)) for value in values))
        self._table += islice(numbers, len(self._table), None)
        size = "B" if len(numbers) <= 1 << 8 else "H" if len(numbers) <= 1 << 16 else "I"
        if size != self._which.typecode:
            self._which = array(size, self._which)
        self._which.extend(array(size, more))

    def __len__(self) -> int:
        """How many there are, each counted as often as it stands."""
        return len(self._which)

    def __iter__(self) -> Iterator[_Value]:
        """Each of them, in order."""
        return map(self._table.__getitem__, self._which)

    def __contains__(self, value: object) -> bool:
        """Say whether a value is among them."""
        return value in self._numbers

    @overload
    def __getitem__(self, at: int) -> _Value: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Value]: ...
    def __getitem__(self, at: int | slice) -> _Value | list[_Value]:
        """The value at a place, or those of a slice."""
        if isinstance(at, slice):
            return list(map(self._table.__getitem__, self._which[at]))
        return self._table[self._which[at]]


class Spans(Sequence[Span]):
    """Stretches of a text, by the columns of their starts and of their ends."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: Iterable[int], ends: Iterable[int]) -> None:
        self._starts, self._ends = array("I", starts), array("I", ends)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        """Each of them, in order."""
        return map(Span, self._starts, self._ends)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> list[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | list[Span]:
        """The stretch at a place, or those of a slice."""
        if isinstance(at, slice):
            return list(map(Span, self._starts[at], self._ends[at]))
        return Span(self._starts[at], self._ends[at])


class Starts(Made[float]):
    """When each stretch of speech begins: when the one before it ends and the pause between them is over.

    `pauses` are those before each; few differ, so that they take an eighth of the memory of a column of starts.
    """

    __slots__ = ("_ends", "_pauses")

    def __init__(self, ends: array[float], pauses: Sequence[float]) -> None:
        self._ends, self._pauses = ends, pauses

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends)

    def __iter__(self) -> Iterator[float]:
        """Each of them, in order."""
        return map(add, chain((0.0,), self._ends), self._pauses)

    def made(self, place: int) -> float:
        """The second at which a stretch begins."""
        return self._pauses[place] + self._ends[place - 1] if place else self._pauses[0]
