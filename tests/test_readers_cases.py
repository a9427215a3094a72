"""Files of every kind that a reader knows: exactly these scripts, at exactly these places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from voicelint.decoding import read_file
from voicelint.readers import read
from voicelint.source import Span

CASES = Path(__file__).parent / "cases" / "readers"
EXPECTED = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))


def test_every_case_has_its_expectation() -> None:
    files = {str(path.relative_to(CASES)) for path in CASES.rglob("*") if path.is_file()} - {"expected.json"}
    assert files == set(EXPECTED)
    assert len(files) >= 60


@pytest.mark.parametrize("name", EXPECTED)
def test_exactly_the_scripts_that_are_there(name: str) -> None:
    source = read_file(CASES / name)
    found = [
        {"start": script.span.start, "end": script.span.end, "text": script.text} for script in read(source).scripts
    ]
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_script_reads_back_from_its_places(name: str) -> None:
    source = read_file(CASES / name)
    for script in read(source).scripts:
        assert script.span.start < script.span.end <= len(source.text)
        if not script.pieces:
            assert source.text[script.span.start : script.span.end] == script.text
        at = 0
        for piece in script.pieces:
            assert piece.text_start == at
            at += piece.text_length
            assert script.span.start <= piece.source_start
            assert piece.source_start + piece.source_length <= script.span.end
            if piece.text_length == piece.source_length:
                there = source.text[piece.source_start : piece.source_start + piece.source_length]
                assert there == script.text[piece.text_start : at]
        assert not script.pieces or at == len(script.text)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_caller_is_found_in_the_source_where_the_text_has_her(name: str) -> None:
    source = read_file(CASES / name)
    for script in read(source).scripts:
        for word in ("Ann", "Léa", "Omar", "Karim", "Alvin"):
            at = script.text.find(word)
            if at >= 0:
                place = script.to_source(Span(at, at + len(word)))
                assert source.text[place.start : place.end] == word
