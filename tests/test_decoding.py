"""Bytes to text and back, and files that are no text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from voicelint.decoding import decode, encode, read_file
from voicelint.readers import ReadError

TEXT = "Bonjour Zoé,\r\nc’est Léa. À bientôt !\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_is_found_and_written_back_to_the_byte(data: bytes, encoding: str) -> None:
    source = decode(data, "a.txt")
    assert (source.text, source.encoding) == (TEXT, encoding)
    assert bool(source.notes) is (encoding != "utf-8")
    assert encode(source.text, source) == data


def test_windows_1252_has_no_narrow_space() -> None:
    source = decode("Zoé".encode("cp1252"))
    assert encode("Zoé\u202f!", source) == b"Zo\xe9\xa0!"


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"a\0b", "", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0", "", "binary"),
        (b"caf\xc3\xa9\n\xc3\xa9t\xc3\xa9 \xff", "line 2", "UTF-8"),
        (b"\xff\xfea", "byte 3", "UTF-16"),
        (b"x\n\x81\x8d", "line 2", "neither"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, place: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert caught.value.place == place
    assert message in caught.value.message


def test_a_fifo_a_folder_and_a_huge_file_are_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "big.txt").write_text("x" * 100)
    monkeypatch.setattr("voicelint.decoding.LARGEST", 99)
    for name in ("pipe.md", "big.txt", "."):
        with pytest.raises(ReadError):
            read_file(tmp_path / name)
