"""Putting a message together from the stretches of a source that it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from voicelint.script import WHOLE, Piece, Reason, Script, as_written
from voicelint.source import Span


class Pieces:
    """A message in the making: literal runs and escapes in the order in which they are said."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def literal(self, text: str, start: int) -> None:
        """Add characters that stand in the source as they are, from offset `start` on."""
        if not text:
            return
        last = self._pieces[-1] if self._pieces else None
        if (
            last is not None
            and last.text_length == last.source_length
            and last.source_start + last.source_length == start
        ):
            self._pieces[-1] = last._replace(
                text_length=last.text_length + len(text), source_length=last.source_length + len(text)
            )
        else:
            self._pieces.append(Piece(self.length, len(text), start, len(text)))
        self._texts.append(text)
        self.length += len(text)

    def escape(self, text: str, start: int, length: int) -> None:
        """Add characters that `length` characters of the source stand for, from offset `start` on."""
        if len(text) == length == 1:
            self.literal(text, start)
            return
        if not text:
            return
        self._pieces.append(Piece(self.length, len(text), start, length))
        self._texts.append(text)
        self.length += len(text)

    def join(self, other: Pieces) -> None:
        """Add all of another message, as it is."""
        for piece in other._pieces:
            text = other.text[piece.text_start : piece.text_start + piece.text_length]
            if piece.text_length == piece.source_length:
                self.literal(text, piece.source_start)
            else:
                self.escape(text, piece.source_start, piece.source_length)

    @property
    def text(self) -> str:
        """The message so far."""
        if len(self._texts) > 1:
            self._texts = ["".join(self._texts)]
        return self._texts[0] if self._texts else ""

    @property
    def span(self) -> Span:
        """From the first to the last character of the source that the message was read from."""
        if not self._pieces:
            return Span(0, 0)
        last = self._pieces[-1]
        return Span(self._pieces[0].source_start, last.source_start + last.source_length)

    def stripped(self) -> Pieces:
        """The same message without white space at its ends."""
        text = self.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return self if start == 0 and end == len(text) else self.part(start, end)

    def part(self, start: int, end: int) -> Pieces:
        """The stretch of the message between two offsets of its text."""
        text, cut = self.text, Pieces()
        first_piece = max(0, bisect_right(self._pieces, start, key=lambda piece: piece.text_start) - 1)
        for piece in islice(self._pieces, first_piece, None):
            if piece.text_start >= end:
                break
            first, last = max(piece.text_start, start), min(piece.text_start + piece.text_length, end)
            if first >= last:
                continue
            if piece.text_length == piece.source_length:
                cut.literal(text[first:last], piece.source_start + first - piece.text_start)
            else:
                cut.escape(text[first:last], piece.source_start, piece.source_length)
        return cut

    def script(
        self,
        *,
        span: Span | None = None,
        name: str = "",
        settings: Mapping[str, Any] | None = None,
        escape: Callable[[str], str] = as_written,
        reason: Reason = WHOLE,
    ) -> Script:
        """The finished script; its span is the one given, or what its pieces cover."""
        covered = self.span
        whole = covered if span is None else span
        plain = len(self._pieces) == 1 and covered == whole and len(self.text) == whole.end - whole.start
        pieces = () if plain else tuple(self._pieces)
        return Script(self.text, whole, name, settings or {}, pieces, escape, reason)
