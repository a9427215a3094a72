"""CSV and TSV as a list of records; a field knows its place, quotation marks and all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voicelint.readers.pieces import Pieces
from voicelint.readers.tree import Branch, Leaf, Node
from voicelint.source import ReadError, Source, Span

LARGEST_FIELD = 1_000_000  # characters; a longer field is an accident: a quotation mark that was never closed


def quoted_escape(text: str) -> str:
    """Text as it stands within the quotation marks of a field."""
    return text.replace('"', '""')


class _Bare:
    """Writes text into a field that has no quotation marks: what would end the field is written otherwise."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter

    def __call__(self, text: str) -> str:
        said = text.replace("\n", " ").replace("\r", " ").replace('"', "”")
        return said.replace(self.delimiter, " –" if self.delimiter == "," else ",")


def csv_tree(source: Source, delimiter: str = "") -> Iterator[Branch]:
    """The records of a table, one by one, by the names in its first row.

    Raises ReadError for a field that is never closed or longer than a million characters.
    """
    delimiter = delimiter or delimiter_of(source.text)
    rows = _rows(source, delimiter)
    header = [field.text.strip() for field in next(rows, [])]
    for row in rows:
        named: list[tuple[str, Node]] = list(zip(header, row, strict=False))
        yield Branch(tuple(named))


def delimiter_of(text: str) -> str:
    """The delimiter of a table: the one of comma, semicolon, tab and bar that its first row holds most often."""
    ends = [at for at in (text.find("\n"), text.find("\r")) if at >= 0]
    first = re.sub(r'"[^"]*"', "", text[: min(ends, default=len(text))][:10_000])
    return max((",", ";", "\t", "|"), key=first.count)


def _rows(source: Source, delimiter: str) -> Iterator[list[Leaf]]:
    bare = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    text, at, end, escape = source.text, 0, len(source.text), _Bare(delimiter)
    row: list[Leaf] = []
    while at < end or row:
        if text[at : at + 1] == '"':
            leaf, at = _quoted(source, at)
        else:
            found = bare.match(text, at)
            stop = found.end() if found else at
            pieces = Pieces()
            pieces.literal(text[at:stop], at)
            leaf, at = Leaf(pieces, Span(at, stop), escape), stop
        row.append(leaf)
        if text[at : at + 1] == delimiter:
            at += 1
            if at < end:
                continue
        elif text[at : at + 1] not in ("", "\r", "\n"):
            at = _junk(text, at, delimiter)
            if text[at : at + 1] == delimiter:
                at += 1
                continue
        at += 2 if text[at : at + 2] == "\r\n" else 1
        if len(row) > 1 or row[0].text:
            yield row
        row = []


def _junk(text: str, at: int, delimiter: str) -> int:
    """The end of what stands after a closing quotation mark and before the next field."""
    found = re.compile(rf"[^{re.escape(delimiter)}\r\n]*").match(text, at)
    return found.end() if found else at


def _quoted(source: Source, opened: int) -> tuple[Leaf, int]:
    """The field whose opening mark stands at `opened`, and the offset after its closing one."""
    text, pieces, at = source.text, Pieces(), opened + 1
    while True:
        mark = text.find('"', at, opened + LARGEST_FIELD)
        if mark < 0:
            line, column = source.position(opened)
            place = f"line {line}, column {column}"
            raise ReadError(source.path, place, "a field in quotation marks is never closed, or is huge")
        pieces.literal(text[at:mark], at)
        if text[mark : mark + 2] != '""':
            return Leaf(pieces, Span(opened + 1, mark), quoted_escape), mark + 1
        pieces.escape('"', mark, 2)
        at = mark + 2
