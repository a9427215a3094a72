"""The rows of a list of contacts, one at a time: CSV as spreadsheets write it, in any of their encodings."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

Progress = Callable[[float], None]

_EVERY = 4096  # rows between two calls of progress


class ContactsError(ValueError):
    """A list of contacts that cannot be used; the text says where and why."""


def read_rows(path: str, progress: Progress | None = None) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, the header first, each with the line on which it ends.

    `progress` is called with the share of the file that was read. Raises OSError and ContactsError.
    """
    size = max(1, Path(path).stat().st_size)
    with Path(path).open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=_encoding(raw), errors="replace", newline="")
        reader = csv.reader(text, delimiter=_delimiter(text))
        try:
            for row in reader:
                if any(row):
                    yield reader.line_num, row
                if progress and reader.line_num % _EVERY == 0:
                    progress(raw.tell() / size)
        except csv.Error as error:
            raise ContactsError(f"{path}: line {reader.line_num}: {error}") from error
    if progress:
        progress(1.0)


def _encoding(raw: IO[bytes]) -> str:
    """UTF-16 and UTF-8 by mark, UTF-8 if the beginning reads as such, otherwise Windows-1252."""
    sample = raw.read(65_536)
    raw.seek(0)
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:  # a character cut by the end of the sample is no error
            return "cp1252"
    return "utf-8-sig"


def _delimiter(text: IO[str]) -> str:
    """The mark that parts the titles of the first line."""
    first = text.readline()
    text.seek(0)
    return max(",;\t|", key=first.count)
