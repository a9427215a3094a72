"""A script: one message as a reader found it in a source, with the way back to its place there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from voicelint.source import Source, Span


class Piece(NamedTuple):
    """One run of a script's text and the run of the source that it was read from.

    Runs of equal length are the same characters one by one; a piece of unequal length is an
    escape (`\\n`, `&eacute;`, `""`), which belongs together. Source characters between two pieces
    (`> ` of a blockquote, `" + "` of a concatenation, a comment) are not part of the message.
    """

    text_start: int
    text_length: int
    source_start: int
    source_length: int


def _text_start(piece: Piece) -> int:
    return piece.text_start


def as_written(text: str) -> str:
    """The escape of containers that need none."""
    return text


class Reason(NamedTuple):
    """Why a text was taken for a script, or left out: `key` of `[interface.reasons]`, `place` fills its place."""

    key: str
    place: str = ""


WHOLE = Reason("whole")


class Script(NamedTuple):
    """One message.

    `text` is what the author wrote as the message: escapes of the container undone, its markers left out.
    `span` is the whole stretch in the source (quotation marks included where the author wrote them).
    `pieces` maps offsets of `text` to the source; empty means: `text` is `source[span]` to the letter.
    `escape` writes new text so that the container still reads it back (JSON, HTML, CSV ...).
    `settings` are those found beside the script (language, profile, wpm, claimed_length ...).
    `reason` tells a user why this was taken for a script.
    """

    text: str
    span: Span
    name: str = ""
    settings: Mapping[str, Any] = {}
    pieces: tuple[Piece, ...] = ()
    escape: Callable[[str], str] = as_written
    reason: Reason = WHOLE

    def to_source(self, span: Span) -> Span:
        """The stretch of the source that a stretch of `text` was read from."""
        if not self.pieces:
            begin, (start, end) = self.span[0], span
            return tuple.__new__(Span, (begin + start, begin + end))
        start = self._source_offset(span.start, at_end=False)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, max(start, self._source_offset(span.end - 1, at_end=True)))

    def _source_offset(self, offset: int, *, at_end: bool) -> int:
        """Source offset of the character at `offset`: where it begins, or (`at_end`) where it ends."""
        index = max(0, bisect_right(self.pieces, offset, key=_text_start) - 1)
        piece = self.pieces[index]
        if offset >= piece.text_start + piece.text_length:  # past the last character of the text
            return piece.source_start + piece.source_length
        if piece.text_length != piece.source_length:
            return piece.source_start + (piece.source_length if at_end else 0)
        return piece.source_start + offset - piece.text_start + (1 if at_end else 0)

    def source_edits(self, span: Span, text: str) -> Iterable[tuple[Span, str]]:
        """The edits of the source that put `text` in the place of a stretch of the message.

        What lies between two pieces (markers of the container) is left standing.
        """
        new = self.escape(text)
        if not self.pieces or span.end <= span.start:
            yield self.to_source(span), new
            return
        first = max(0, bisect_right(self.pieces, span.start, key=_text_start) - 1)
        for piece in islice(self.pieces, first, None):
            if piece.text_start >= span.end:
                return
            start = max(span.start, piece.text_start)
            end = min(span.end, piece.text_start + piece.text_length)
            if start < end:
                yield self.to_source(Span(start, end)), new
                new = ""


def whole(source: Source, **settings: Any) -> Script:
    """The whole source as one script."""
    return Script(source.text, Span(0, len(source.text)), settings=settings)
