"""Lengths that are stated beside a script: read from wherever they stand, and held against the spoken length."""

from __future__ import annotations

from typing import Any

import pytest

from voicelint.draft import Draft
from voicelint.kinds.measures import Measures
from voicelint.language import load
from voicelint.readers import read
from voicelint.readers.lengths import Claim
from voicelint.script import Script
from voicelint.settings import Settings
from voicelint.source import Source, Span

MESSAGE = (
    "Hi Dana, it's Sam Reyes from Northwind. I have an idea that halves what your returns cost. I'm on 617-555-0142."
)
FRENCH = "Bonjour Dana, c'est Sam Roche, de Novatri. J'ai une idée pour vos retours. Je suis au 01 99 00 12 34."


@pytest.mark.parametrize(
    ("name", "text", "seconds"),
    [
        ("a.md", f'## Voicemail (~20 seconds)\n\n> "{MESSAGE}"\n', (20, 20)),
        ("a.md", f'## Voicemail\n\n**Length:** 22 s\n\n> "{MESSAGE}"\n', (22, 22)),
        ("a.md", f'## Voicemail\n\n**Length:** 20-25 seconds\n\n> "{MESSAGE}"\n', (20, 25)),
        ("a.md", f"## Messagerie vocale (15 secondes)\n\n« {FRENCH} »\n", (15, 15)),
        ("a.json", f'{{"channel": "voicemail", "duration_seconds": 25, "voicemail": "{MESSAGE}"}}', (25, 25)),
        ("a.yaml", f'- channel: voicemail\n  duration_seconds: 25\n  voicemail: "{MESSAGE}"\n', (25, 25)),
        ("a.txt", f"---\ntype: voicemail\nlength: ~30 s\n---\n{MESSAGE}\n", (30, 30)),
    ],
)
def test_a_stated_length_is_found_beside_its_script(name: str, text: str, seconds: tuple[float, float]) -> None:
    (script,) = read(Source(text, name)).scripts
    claim = script.settings["claimed_length"]
    assert (claim.low, claim.high, claim.limit) == (*seconds, False)


@pytest.mark.parametrize("stated", ["## Voicemail (under 20 seconds)", "## Voicemail (max 20 seconds)"])
def test_a_limit_is_no_stated_length(stated: str) -> None:
    (script,) = read(Source(f'{stated}\n\n> "{MESSAGE}"\n', "a.md")).scripts
    assert "claimed_length" not in script.settings


def variants(text: str, claim: Any, **options: Any) -> list[str]:
    script = Script(text, Span(0, len(text)))
    draft = Draft(script, Settings(facts={} if claim is None else {"claimed_length": claim}), load("en"), None)  # type: ignore[arg-type]
    kind: Any = Measures  # its options are keywords for a type checker, its first argument is the rule's name
    return [hit.variant for hit in kind("claimed-length", **options).hits(draft)]


BEST = Draft(Script(MESSAGE, Span(0, len(MESSAGE))), Settings(), load("en"), None).speech.seconds.best  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("factor", "wanted"),
    [(0.5, ["longer"]), (0.78, ["longer"]), (0.82, []), (1.0, []), (1.18, []), (1.22, ["shorter"]), (3.0, ["shorter"])],
)
def test_a_fifth_of_the_estimate_is_allowed_either_way(factor: float, wanted: list[str]) -> None:
    assert variants(MESSAGE, BEST * factor) == wanted


def test_a_range_holds_if_the_estimate_lies_in_it_or_near_its_end() -> None:
    span = Span(0, 1)
    assert variants(MESSAGE, Claim(BEST - 2, BEST + 9, False, span)) == []
    assert variants(MESSAGE, Claim(BEST * 1.1, BEST * 3, False, span)) == []
    assert variants(MESSAGE, Claim(BEST * 1.5, BEST * 3, False, span)) == ["shorter"]


def test_what_an_open_tag_may_hold_is_no_fault_of_the_stated_length() -> None:
    text = "Hi Dana, it's Sam. I saw that [one line from their site]. I'm on 617-555-0142."
    speech = Draft(Script(text, Span(0, len(text))), Settings(), load("en"), None).speech  # type: ignore[arg-type]
    low, best, high = speech.seconds
    assert high > 1.25 * best
    assert variants(text, high) == variants(text, low) == []
    assert variants(text, 1.2 * high) == ["shorter"]


@pytest.mark.parametrize("claim", [None, 0, True, "soon", -5])
def test_without_a_length_there_is_nothing_to_say(claim: Any) -> None:
    assert variants(MESSAGE, claim) == []


def test_silence_has_no_length() -> None:
    assert variants("", 10) == []


def test_the_tolerance_is_an_option() -> None:
    assert variants(MESSAGE, BEST * 1.4, tolerance=0.5) == []
