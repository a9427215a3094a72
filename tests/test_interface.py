"""What the command says itself: the same things in every language, and a reason for whatever a reader takes."""

from __future__ import annotations

import re
import string
from typing import Any

import pytest
from conftest import ROOT

from voicelint import language
from voicelint.interface import interface
from voicelint.readers import read
from voicelint.readers.reading import Skipped
from voicelint.render.scripts import listed
from voicelint.script import Reason
from voicelint.source import Source, Span
from voicelint.terminal import Style, columns

READERS = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "voicelint" / "readers").glob("*.py")))
REASONS = {*re.findall(r'Reason\("(\w+)"', READERS), "fence", "quote", "quoted", "text", "whole"}


def places(texts: Any, path: str = "") -> dict[str, set[str]]:
    """Every text of a table by its path, with the places that are filled in it (but counts: "one" needs no `{n}`)."""
    if isinstance(texts, dict):
        return {key: value for name, part in texts.items() for key, value in places(part, f"{path}.{name}").items()}
    filled = string.Formatter().parse(texts) if isinstance(texts, str) else ()
    return {path: {name for _, name, *_ in filled if name and name != "n"}}


@pytest.mark.parametrize("code", language.codes())
def test_every_language_says_the_same_things(code: str) -> None:
    wanted = places(language.load("en").section("interface"))
    assert places(language.load(code).section("interface")) == wanted


@pytest.mark.parametrize("code", language.codes())
def test_every_reason_of_a_reader_has_its_words(code: str) -> None:
    assert set(interface(code).texts["reasons"]) == REASONS


@pytest.mark.parametrize("code", language.codes())
def test_scripts_are_listed_within_the_columns_of_the_terminal(code: str) -> None:
    text = "# Calls\n\n## Voicemail for the long list of everybody whom we met at the spring fair in Leeds\n\n"
    body = "> Hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number.\n> Call me on 617-555-0142.\n"
    source = Source(text + body, "calls.md")
    reading = read(source)
    assert len(reading.scripts) == 1
    left_out = Skipped(Span(0, 7), "x" * 100, Reason("outgoing"))
    lines = list(listed(source, reading._replace(skipped=(left_out,)), interface(code), Style()))
    assert max(map(columns, lines)) <= 80
    assert any("number. Call me" in line or "number.…" in line for line in lines)  # the marks of the quotation left out
