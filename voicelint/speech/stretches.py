"""What is said, stretch by stretch, as parallel columns: a long message would make many small objects otherwise."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from voicelint.source import Span


class Said(NamedTuple):
    """One spoken stretch: its place, the words as they are said, and what it is (word, phone, amount ...).

    A comma inside `spoken` is the pause between two groups of a phone number or code.
    """

    span: Span
    spoken: str
    kind: str = "word"


class Kept(NamedTuple):
    """The spoken stretches of a long text, in less memory."""

    starts: array[int]
    ends: array[int]
    spoken: Sequence[str]
    kinds: Sequence[str]


class Stretches:
    """The spoken stretches of a text in order: `starts` and `ends` (offsets), `spoken`, `kinds`, one entry for each."""

    __slots__ = ("ends", "kinds", "spoken", "starts")

    def __init__(self) -> None:
        self.starts, self.ends = array("I"), array("I")
        self.spoken: list[str] = []
        self.kinds: list[str] = []

    def add(self, start: int, end: int, spoken: str, kind: str) -> None:
        """Put one at the end."""
        self.starts.append(start)
        self.ends.append(end)
        self.spoken.append(spoken)
        self.kinds.append(kind)

    def kept(self) -> Kept:
        """The same, as it is kept of a long text."""
        from voicelint.repeated import Repeated

        return Kept(self.starts, self.ends, Repeated(self.spoken), Repeated(self.kinds))

    def all(self) -> tuple[Said, ...]:
        """Each of them as one value."""
        columns = zip(self.starts, self.ends, self.spoken, self.kinds, strict=True)
        return tuple(Said(Span(start, end), spoken, kind) for start, end, spoken, kind in columns)
