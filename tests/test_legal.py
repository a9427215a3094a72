"""The law: a white list for US collection messages, silence until all is named, and a footer that this is no advice."""

from __future__ import annotations

from pathlib import Path

import pytest

import voicelint
from voicelint.cli import main

WHO = "This is Robin Cole from Alder Services."
ASK = "Please call me at 617-555-0142."
US = {"profile": "collection", "jurisdiction": "us", "audience": "consumer", "delivery": "recorded", "language": "en"}


def legal(text: str, **choices: str) -> list[str]:
    report = voicelint.lint(text, **{**US, **choices})
    return [finding.message for finding in report.findings if finding.rule == "legal-limited-content"]


@pytest.mark.parametrize(
    "optional",
    [
        "Hello Dana.",
        "It is Tuesday, March third.",
        "I am calling on Tuesday at ten.",
        "A good time to call is between nine and six.",
        "You may speak with any of our representatives.",
    ],
)
def test_each_optional_item_has_its_place(optional: str) -> None:
    assert legal(f"{WHO} {ASK}") == []
    assert legal(f"{WHO} {optional} {ASK}") == []


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (f"This is Robin Cole. {ASK}", "the name of the business"),
        (f"This is Alder Services. {ASK}", "the name of a person"),
        (f"{WHO} Please call me back.", "a number"),
    ],
)
def test_each_required_item_is_asked_for(text: str, item: str) -> None:
    assert f"12 CFR 1006.2(j) asks for {item}." in legal(text)


@pytest.mark.parametrize(
    "extra",
    ["Thank you.", "Have a great day.", "This is about a personal matter.", "Your balance is due.", "It is urgent."],
)
def test_nothing_else_has_a_place(extra: str) -> None:
    assert legal(f"{WHO} {ASK} {extra}") == [f"12 CFR 1006.2(j) has no place for “{extra.rstrip('.')}”."]


@pytest.mark.parametrize("left_out", ["jurisdiction", "audience"])
def test_the_law_is_silent_until_it_is_named(left_out: str) -> None:
    assert legal(f"{WHO} {ASK} Thank you.", **{left_out: ""}) == []


FOOTER = "it is no legal advice"


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (["--jurisdiction", "us", "--audience", "consumer", "--delivery", "recorded"], True),
        (["--jurisdiction", "us"], False),
        ([], False),
    ],
)
def test_a_footer_says_that_this_is_no_legal_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], flags: list[str], told: bool
) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(f"{WHO} {ASK}\n", encoding="utf-8")
    main(["--isolated", "--no-cache", *flags, str(path)])
    assert (FOOTER in capsys.readouterr().out) == told
