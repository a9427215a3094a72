"""What is said for what is written: cases of how people write, in tests/cases/verbalize_<language>.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from voicelint.language import load
from voicelint.phones import find_phones
from voicelint.slots import find_slots
from voicelint.speech.stretches import Said
from voicelint.speech.verbalize import verbalize

CASES = Path(__file__).parent / "cases"
# French letters are said by their names (bé, erre); a case may write the letter.
LETTERS = {"fr": dict(load("fr").section("speech")["letters"])}


def said(text: str, code: str, region: str = "") -> tuple[Said, ...]:
    slots = find_slots(text)
    return verbalize(text, slots, find_phones(text, slots), load(code), region).all()


def plain(text: str, code: str) -> str:
    """Words in small letters, without hyphens and punctuation, letters by their names."""
    words = " ".join(re.sub(r"[^\w\s']", " ", text.lower().replace("’", "'")).split())
    for letter, sound in LETTERS.get(code, {}).items():
        words = re.sub(rf"(?<!\w){letter}(?![\w'])", sound, words)
    return words


def rows(code: str) -> list[tuple[str, str, str]]:
    tables = tomllib.loads((CASES / f"verbalize_{code}.toml").read_text(encoding="utf-8"))
    return [(table.get("region", ""), *case) for table in tables.values() for case in table["cases"]]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_cases_are_many_and_different(code: str) -> None:
    cases = rows(code)
    assert len(cases) >= 150
    assert len({(region, written) for region, written, _ in cases}) == len(cases)


@pytest.mark.parametrize(("region", "written", "wanted"), rows("en"))
def test_english(region: str, written: str, wanted: str) -> None:
    heard = " ".join(unit.spoken for unit in said(written, "en", region))
    assert plain(heard, "en") == plain(wanted, "en")


@pytest.mark.parametrize(("region", "written", "wanted"), rows("fr"))
def test_french(region: str, written: str, wanted: str) -> None:
    heard = " ".join(unit.spoken for unit in said(written, "fr", region))
    assert plain(heard, "fr") == plain(wanted, "fr")


@pytest.mark.parametrize("blank", list(" \u00a0\u202f\u2007\u2009\u3000\u2028"))
@pytest.mark.parametrize(
    ("code", "written", "wanted"),
    [
        ("en", "5_234", "five thousand two hundred thirty-four"),
        ("en", "$12_500", "twelve thousand five hundred dollars"),
        ("fr", "1_234_567", "un million deux cent trente-quatre mille cinq cent soixante-sept"),
        ("fr", "12_500 €", "douze mille cinq cents euros"),
    ],
)
def test_thousands_are_parted_by_blanks_of_any_width(code: str, written: str, wanted: str, blank: str) -> None:
    assert plain(" ".join(unit.spoken for unit in said(written.replace("_", blank), code)), code) == plain(wanted, code)
