"""The text of a file exactly as read, and the places in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple

_PORTION = 50_000  # characters that are taken apart at once


class Span(NamedTuple):
    """A stretch of text: code-point offsets, `start` included and `end` excluded."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end


class Cover:
    """Stretches that may overlap, put together, so that one look tells whether another shares anything with them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span | tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        starts, ends, reach = self._starts, self._ends, -1
        for start, end in sorted(spans):
            if start >= reach:
                starts.append(start)
                ends.append(end)
                reach = end
            elif end > reach:
                ends[-1] = reach = end

    def overlaps(self, start: int, end: int) -> bool:
        """Say whether any of the stretches shares a place with `start` to `end` (excluded)."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self._ends[index] > start


def portions(text: str, start: int, end: int) -> Iterable[str]:
    """The text from `start` to `end`, a long one in several portions: what a single space parts, which is left out."""
    return (text[start:end],) if end - start <= _PORTION else _portions(text, start, end)


def parted(text: str, start: int, end: int) -> Iterator[str]:
    """What stands between single spaces in the text from `start` to `end`."""
    if end - start <= _PORTION:  # as nearly always
        return iter(text[start:end].split(" "))
    return chain.from_iterable(portion.split(" ") for portion in _portions(text, start, end))


def _portions(text: str, start: int, end: int) -> Iterator[str]:
    stop = start
    while stop >= 0:
        stop = text.find(" ", start + _PORTION, end)
        yield text[start : stop if stop >= 0 else end]
        start = stop + 1


def cuts(text: str, start: int, end: int) -> Iterable[int]:
    """Where a long text from `start` to `end` may be parted, and its end: at spaces with a letter on either side."""
    return (end,) if end - start <= _PORTION else _cuts(text, start, end)


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find(" ", start + _PORTION, end)
    while at >= 0:
        if text[at - 1].isalpha() and text[at + 1 : at + 2].isalpha():
            yield at
            at += _PORTION
        at = text.find(" ", at + 1, end)
    yield end


class Position(NamedTuple):
    """A place as people count it: line and column, both from 1, columns in code points."""

    line: int
    column: int


class ReadError(Exception):
    """A file that cannot be read: `path`, `place` (`line 3, column 7`, or "" if it is the whole file), `message`."""

    def __init__(self, path: str, place: str, message: str) -> None:
        super().__init__(path, place, message)
        self.path, self.place, self.message = path, place, message

    def __str__(self) -> str:
        """One line for people: the path, the place and what is wrong."""
        return ": ".join(part for part in (self.path, self.place, self.message) if part)


class Source:
    """A text as read from `path`; `notes` says what was surprising about reading it."""

    def __init__(self, text: str, path: str = "<text>", encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> None:
        self.text = text
        self.path = path
        self.encoding = encoding
        self.notes = notes

    def with_text(self, text: str) -> Source:
        """Another text of the same file."""
        return Source(text, self.path, self.encoding, self.notes)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which the lines begin; a line ends with LF, CR LF or a lone CR."""
        starts, text = [0], self.text
        if "\r" not in text:
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
            return starts
        for at, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of a code-point offset; an offset past the end counts as the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)
