"""Bytes of a file to text and back: UTF-8, with a byte order mark, UTF-16 or Windows-1252, never guessed silently."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from voicelint.source import ReadError, Source

LARGEST = 64 * 1024 * 1024  # bytes; a larger file is no script repository, and reading it would cost its multiple

_MARKS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_PREFIX = {"utf-16-le": BOM_UTF16_LE, "utf-16-be": BOM_UTF16_BE}
_CONTROL = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))  # bytes that no text holds


def read_file(path: str | os.PathLike[str]) -> Source:
    """The source that a file holds. Raises OSError if it cannot be opened, ReadError if it is no text."""
    return decode(read_bytes(path), os.fspath(path))


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """What a file holds. Raises OSError if it cannot be opened, ReadError if it is none to be read."""
    place = os.fspath(path)
    found = os.stat(place)
    if stat.S_ISDIR(found.st_mode):
        raise ReadError(place, "", "is a folder")
    if not stat.S_ISREG(found.st_mode):  # a FIFO or a device would block or never end
        raise ReadError(place, "", "is no regular file")
    if found.st_size > LARGEST:
        raise ReadError(place, "", f"is larger than {LARGEST // 1024**2} MB")
    with open(place, "rb") as file:
        return file.read()


def decode(data: bytes, path: str = "<text>") -> Source:
    """The source that some bytes hold; what was surprising about them stands in its notes.

    Offsets are code points of the decoded text, which has no byte order mark. Raises ReadError for binary data,
    and for UTF-8 that is broken in places.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding, path)
    if data[:65_536].translate(None, _CONTROL) != data[:65_536] or b"\0" in data:
        raise ReadError(path, "", "is binary, not text")
    try:
        return Source(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        return _windows(data, path, error)


def encode(text: str, source: Source) -> bytes:
    """The bytes of a text in the encoding, and with the byte order mark, that `source` was found in.

    Raises UnicodeEncodeError if the encoding has no place for a character.
    """
    if source.encoding == "cp1252":
        text = text.replace("\u202f", "\u00a0")  # Windows-1252 has only the wide one of the no-break spaces
    return _PREFIX.get(source.encoding, b"") + text.encode(source.encoding)


def _marked(data: bytes, mark: bytes, encoding: str, path: str) -> Source:
    """A text that says by a byte order mark how it is encoded."""
    name = "UTF-8 with a byte order mark" if encoding == "utf-8-sig" else encoding.upper()
    try:
        text = data[len(mark) :].decode("utf-8" if encoding == "utf-8-sig" else encoding)
    except UnicodeDecodeError as error:
        raise ReadError(path, f"byte {error.start + len(mark) + 1}", f"is not valid {name}") from None
    if "\0" in text:
        raise ReadError(path, "", "is binary, not text")
    return Source(text, path, encoding, (f"read as {name}",))


def _windows(data: bytes, path: str, error: UnicodeDecodeError) -> Source:
    """A text that is not UTF-8: Windows-1252, unless most of its accents are UTF-8 after all."""
    readable = data.decode("utf-8", "ignore")
    accents = sum(not character.isascii() for character in readable)
    broken = len(data) - len(readable.encode("utf-8"))
    line = data.count(b"\n", 0, error.start) + 1
    if accents > broken:
        raise ReadError(path, f"line {line}", f"is not valid UTF-8 (byte {error.start + 1})")
    try:
        return Source(data.decode("cp1252"), path, "cp1252", ("read as Windows-1252: it is not UTF-8",))
    except UnicodeDecodeError:
        raise ReadError(path, f"line {line}", f"is neither UTF-8 nor Windows-1252 (byte {error.start + 1})") from None
