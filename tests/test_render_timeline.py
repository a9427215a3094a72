"""The drawing of a message over its seconds, and the data under it."""

from __future__ import annotations

import itertools
import re

import pytest

from voicelint.interface import interface
from voicelint.library import Linter
from voicelint.render.timeline import timeline
from voicelint.report import Report
from voicelint.speech.transcript import transcript
from voicelint.terminal import PLAIN, Style, columns

DRAFTS = {
    "en": "Hi Dana, this is Sam Reyes from Northwind. I saw that you opened a shop in Leeds. Call me on 617-555-0142.",
    "fr": "Bonjour Dana, Sam Roy, de Nordvent. J'ai vu que vous ouvrez à Lille. Rappelez-moi au 01 99 00 12 34.",
}
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def report(language: str, **choices: str) -> Report:
    return Linter().lint(DRAFTS[language], language=language, reader=language, **choices)


def drawn(found: Report, style: Style) -> list[str]:
    return list(timeline(found, interface(found.settings.reader), style))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_drawing_keeps_to_its_columns(language: str, width: int) -> None:
    assert all(columns(line) <= width for line in drawn(report(language), Style(width=width)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_colour_changes_no_character(language: str) -> None:
    plain = drawn(report(language), Style())
    painted = drawn(report(language), Style(colour=True))
    assert painted != plain
    assert [ESCAPES.sub("", line) for line in painted] == plain


def test_plain_signs_are_ascii() -> None:
    lines = drawn(report("en"), Style(signs=PLAIN, ascii_only=True))
    assert "".join(lines).replace("–", "-").isascii()


def test_what_each_stretch_does_is_named_in_the_language_of_the_reader() -> None:
    english, french = "\n".join(drawn(report("en"), Style())), "\n".join(drawn(report("fr"), Style()))
    assert "who" in english and "number" in english and "here the listener decides" in english
    assert "qui appelle" in french and "numéro" in french and "la personne décide" in french


def test_what_the_number_costs_is_said() -> None:
    found = report("en")
    cost = found.draft.speech.seconds_of(found.draft.phones[0].span).best
    assert f"{cost:.1f} s" in drawn(found, Style())[-1]


def test_bars_past_the_band_are_drawn_otherwise() -> None:
    signs = Style().signs
    assert signs.likely in "".join(drawn(report("en", length="2-4"), Style()))
    assert signs.likely not in "".join(drawn(report("en", length="20-40"), Style()))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_data_covers_the_message_in_order(language: str) -> None:
    found = report(language)
    entries = found.timeline()
    assert entries[0]["from"] == 0
    assert entries[-1]["to"] == pytest.approx(found.seconds.best, abs=0.01)
    for before, after in itertools.pairwise(entries):
        assert before["end"] <= after["start"]
        assert before["to"] <= after["from"]
        assert before["move"] != after["move"]


def test_a_transcript_keeps_the_marks_of_pauses_and_the_tags() -> None:
    draft = Linter().lint("Hi {{first_name}}, [smile] it's 20% off - call 617-555-0142!").draft
    said = transcript(draft.text, draft.slots, draft.speech)
    assert said == "Hi {{first_name}}, it's twenty percent off - call six one seven, five five five, oh one four two!"
