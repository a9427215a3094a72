"""Columns in the place of objects: what a text of a megabyte makes by the ten thousand and keeps."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from voicelint.cues import Match
from voicelint.finding import Move, by_place
from voicelint.made import Made
from voicelint.source import Span
from voicelint.words import Words

if TYPE_CHECKING:
    from voicelint.cues import Matchers

_PART = 2_000  # words that cues are looked for in at once
_Value = TypeVar("_Value")


class Columns(Made[_Value]):
    """Values that share few heads and differ in two numbers, each made when it is asked for.

    `make` makes one of its head (its words, say) and its numbers (the first and the last word).
    """

    __slots__ = ("_firsts", "_heads", "_lasts", "_make", "_numbers", "_which")

    def __init__(self, make: Callable[[Any, int, int], _Value]) -> None:
        self._make = make
        self._heads: list[Any] = []
        self._numbers: dict[Any, int] = {}
        self._which, self._firsts, self._lasts = array("H"), array("I"), array("I")

    def add(self, head: Any, first: int, last: int) -> None:
        """Put one at the end."""
        which = self._numbers.setdefault(head, len(self._heads))
        if which == len(self._heads):
            self._heads.append(head)
            if which == 1 << 16:
                self._which = array("I", self._which)
        self._which.append(which)
        self._firsts.append(first)
        self._lasts.append(last)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._which)

    def __iter__(self) -> Iterator[_Value]:
        """Each of them, in order."""
        make, heads = self._make, self._heads
        for which, first, last in zip(self._which, self._firsts, self._lasts, strict=True):
            yield make(heads[which], first, last)

    def made(self, place: int) -> _Value:
        """The value at a place."""
        return self._make(self._heads[self._which[place]], self._firsts[place], self._lasts[place])


def matches_of(matcher: Matchers, words: Words) -> dict[str, Columns[Match]]:
    """Every cue that is found, by the label of its list: some sentences at a time."""

    def make(head: tuple[str, str], first: int, last: int) -> Match:
        return Match(*head, first, last, words)

    found: dict[str, Columns[Match]] = {}
    for start, part in parts_of(words):
        for label, matches in matcher.find(part).items():
            row = found.setdefault(label, Columns(make))
            for _, cue, first, last, _ in matches:
                row.add((label, cue), start + first, start + last)
    return found


def parts_of(words: Words) -> Iterator[tuple[int, Words]]:
    """Runs of whole sentences, each with the number of its first word; within the run, words count from 0.

    Their `sentences` are those of all the text.
    """
    begin, at, text = 0, 0, words.text
    for number, first in enumerate((*words.firsts[1:], len(words)), start=1):
        if first - begin >= _PART or first == len(words):
            part = slice(begin, first)
            starts, ends = words.starts[part], words.ends[part]
            folded, kinds, marks = words.folded[part], words.kinds[part], words.marks[part]
            heads = [place for place, mark in enumerate(marks) if mark]
            firsts = [word - begin for word in words.firsts[at:number]]
            yield begin, Words(text, starts, ends, folded, kinds, marks, heads, firsts, words.sentences, words.cased)
            begin, at = first, number


def at_places(make: Callable[..., _Value], values: Iterable[tuple[Any, ...]]) -> Columns[_Value]:
    """Named tuples whose first field is their span, such as slots and phone numbers; `make` is their class."""
    found = Columns[_Value](lambda head, start, end: make(Span(start, end), *head))
    for (start, end), *others in values:
        found.add(tuple(others), start, end)
    return found


def moves_in(moves: Iterable[Move]) -> Columns[Move]:
    """The moves, in order."""
    found = Columns(_move)
    for move, kind, span, by, cue in moves:
        found.add((move, kind, by, cue), *span)
    return found


def apart(moves: Iterable[Move]) -> dict[str, Columns[Move]]:
    """The moves by name, each in order."""
    found: dict[str, Columns[Move]] = {}
    for move, kind, span, by, cue in moves:
        found.setdefault(move, Columns(_move)).add((move, kind, by, cue), *span)
    return found


def in_order(groups: Iterable[Iterable[Move]]) -> Columns[Move]:
    """All moves of some groups in order of place; only one group at a time is held as objects."""
    from heapq import merge

    return moves_in(merge(*[moves_in(sorted(group, key=by_place)) for group in groups], key=by_place))


def merged(moves: Iterable[Move], more: Iterable[Move]) -> Columns[Move]:
    """Moves in order of place and others, all in order of place."""
    from heapq import merge

    return moves_in(merge(moves, sorted(more, key=by_place), key=by_place))


def _move(head: tuple[str, str, str, str], start: int, end: int) -> Move:
    move, kind, by, cue = head
    return Move(move, kind, Span(start, end), by, cue)
