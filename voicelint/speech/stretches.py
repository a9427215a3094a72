"""What is said, stretch by stretch, as parallel columns: a long message would make many small objects otherwise."""

from __future__ import annotations

from array import array
from collections.abc import MutableSequence, Sequence
from typing import TYPE_CHECKING, NamedTuple

from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.repeated import Repeated

LONG = 20_000  # code points of a text of which columns are arrays
MANY = 8_000  # stretches whose words are kept as a list at most


class Said(NamedTuple):
    """One spoken stretch: its place, the words as they are said, and what it is (word, phone, amount ...).

    A comma inside `spoken` is the pause between two groups of a phone number or code.
    """

    span: Span
    spoken: str
    kind: str = "word"


class Kept(NamedTuple):
    """The spoken stretches of a long text, in less memory."""

    starts: Sequence[int]
    ends: Sequence[int]
    spoken: Sequence[str]
    kinds: Sequence[str]
    apart: Sequence[int]


class Stretches:
    """The spoken stretches of a text in order: `starts` and `ends` (offsets), `spoken`, `kinds`, one entry for each.

    `apart`: numbers of those that are timed in a way of their own, slots and phone numbers. `packed`: what was in
    `spoken` and `kinds` before they grew long.
    """

    __slots__ = ("apart", "ends", "kinds", "packed", "spoken", "starts")

    def __init__(self, length: int = 0) -> None:
        """`length`: that of the text, in code points; lists of numbers are quicker, arrays take less memory."""
        self.starts: MutableSequence[int] = array("I") if length > LONG else []
        self.ends: MutableSequence[int] = array("I") if length > LONG else []
        self.spoken: list[str] = []
        self.kinds: list[str] = []
        self.apart: list[int] = []
        self.packed: tuple[Repeated[str], Repeated[str]] | None = None

    def add(self, start: int, end: int, spoken: str, kind: str) -> None:
        """Put one at the end."""
        self.starts.append(start)
        self.ends.append(end)
        self.spoken.append(spoken)
        self.kinds.append(kind)

    def pack(self) -> tuple[Repeated[str], Repeated[str]]:
        """Keep what was said so far in less memory; the words, and what each is."""
        from voicelint.repeated import Repeated

        self.packed = self.packed or (Repeated(), Repeated())
        for column, more in zip(self.packed, (self.spoken, self.kinds), strict=True):
            column.extend(more)
            more.clear()
        return self.packed

    def kept(self) -> Kept:
        """The same, as it is kept of a long text."""
        return Kept(self.starts, self.ends, *self.pack(), self.apart)

    def all(self) -> tuple[Said, ...]:
        """Each of them as one value."""
        columns = zip(self.starts, self.ends, self.spoken, self.kinds, strict=True)
        return tuple(Said(Span(start, end), spoken, kind) for start, end, spoken, kind in columns)
