"""Lines of a source with the offsets at which they stand, and the inline marks of Markdown in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from voicelint.kept_pattern import kept_pattern
from voicelint.readers.pieces import Pieces
from voicelint.source import Source


class Line(NamedTuple):
    """The content of one line without the marks of what holds it, and the offset at which it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Line:
        """A part of the line, without white space around it."""
        text = self.text[start:end]
        bare = text.lstrip()
        return Line(bare.rstrip(), self.start + start + len(text) - len(bare))


def split(source: Source, start: int = 0) -> list[Line]:
    """The lines of a source from offset `start` (the beginning of a line) on, without their ends."""
    starts = [*(at for at in source.line_starts if at >= start), len(source.text)]
    text = source.text
    return [Line(text[a:b].rstrip("\r\n"), a) for a, b in pairwise(starts)]


# What is not said: bold marks, backticks, the address of a link; what stands for something else: escapes, entities.
_INLINE = kept_pattern(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|&(?P<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?P<comment><!--)"
    r"|(?P<break><br ?/?>)"
    r"|(?P<bold>\*\*|__(?=[^\W_])|(?<=[^\W_])__(?!\w))"
    r"|(?P<code>`+)"
    r"|\[(?P<label>[^\[\]\n]{1,200})\]\((?P<address>[^()\s]{1,500})\)"
)


def spoken(lines: Iterable[Line], *, marks: bool = True) -> Pieces:
    """The text of some lines as one message; with `marks` those of Markdown are read, without they are text.

    The break between two lines, with the marks of what holds them (`> `), counts as one `\\n`; a blank line
    between them makes it two.
    """
    pieces, last, blank = Pieces(), None, False
    for line in lines:
        if not line.text:
            blank = True
            continue
        if last is not None:
            pieces.escape("\n\n" if blank else "\n", last.end, line.start - last.end)
        if marks:
            _read_inline(line, pieces)
        else:
            pieces.literal(line.text, line.start)
        last, blank = line, False
    return pieces


def _read_inline(line: Line, pieces: Pieces) -> None:
    at, text = 0, line.text
    while found := _INLINE.search(text, at):
        pieces.literal(text[at : found.start()], line.start + at)
        start, length = line.start + found.start(), found.end() - found.start()
        at = found.end()
        if found["escaped"]:
            pieces.escape(found["escaped"], start, length)
        elif found["entity"]:
            pieces.escape(unescape(found[0]), start, length)
        elif found["comment"]:
            close = text.find("-->", at)
            at = len(text) if close < 0 else close + 3
        elif found["break"]:
            pieces.escape("\n", start, length)
        elif found["label"]:
            pieces.literal(found["label"], start + 1)
    pieces.literal(text[at:], line.start + at)


def texts(lines: Sequence[Line]) -> str:
    """The lines as one plain text."""
    return "\n".join(line.text for line in lines)
