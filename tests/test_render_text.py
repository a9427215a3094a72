"""Reports as text: everything that a person needs, in 80 columns, in both languages, in colour and without."""

import re
from typing import Any

import pytest

from voicelint.finding import Edit, Finding, Fix, Seconds, Severity
from voicelint.interface import interface
from voicelint.render import closing, text
from voicelint.render.bar import length_bar
from voicelint.render.excerpt import excerpt
from voicelint.report import Report
from voicelint.settings import Band, Settings
from voicelint.source import Source, Span
from voicelint.tally import Tally
from voicelint.terminal import PLAIN, Style, columns, spelled_plainly

DRAFT = (
    "# Openers\n\nHi Dana, this is Sam Reyes from Northwind. I wanted to reach out about our logistics platform, "
    "which um reduces the cost of store returns for wholesale companies all over the country. Call me on "
    "617-555-0142.\n"
)
FILLER = Span(DRAFT.index("um "), DRAFT.index("um ") + 2)
LONG, PLAINEST = Seconds(16, 18, 20), Style()
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def finding(rule: str, span: Span, severity: Severity = Severity.error, *fixes: Fix) -> Finding:
    return Finding(rule, severity, f"What {rule} says.", "What to do about it.", span, fixes)


def report(*findings: Finding, draft: str = DRAFT, seconds: Seconds = LONG, **settings: Any) -> Report:
    span = Span(draft.index("Hi") if "Hi" in draft else 0, len(draft.rstrip()))
    facts: Any = (span, "Openers", Settings(**settings), 40, 50, seconds, Band(8, 14), (), findings, None)
    return Report(Source(draft, "drafts/dana.md"), *facts)


def drawn(found: Report, style: Style = PLAINEST) -> str:
    return "\n".join(text.render(found, style))


def test_everything_that_a_person_needs_is_there() -> None:
    fix = Fix("Remove “um”", (Edit(FILLER, ""),), True, -0.3)
    shown = drawn(report(finding("spoken-filler", FILLER, Severity.info, fix)))
    for needed in (
        "drafts/dana.md:3",
        "Openers",
        "cold",
        "about 18 s",
        "8–14 s",
        "4 s too long",
        "What spoken-filler says.",
        "What to do about it.",
        "→ Remove “um”",
        "−0.3 s",
    ):
        assert needed in shown


def test_the_words_are_marked_where_they_stand() -> None:
    lines = excerpt(Source(DRAFT), FILLER, Style(), "red")
    assert lines[0].startswith("   3 │ …")
    at = lines[1].index("^")
    assert lines[0][at : at + 2] == "um"
    assert lines[1].count("^") == 2


def test_a_finding_on_the_whole_message_is_not_quoted() -> None:
    found = report()
    shown = drawn(report(finding("missing-context", found.script)))
    assert "│" not in shown


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("style", [Style(), Style(colour=True), Style(signs=PLAIN)])
def test_no_line_is_wider_than_the_terminal(width: int, style: Style) -> None:
    long = Fix("Add, for example: “" + "a rather long sentence " * 8 + "”", (), False, 12.5)
    findings = (finding("missing-callback-number", FILLER, Severity.error, long, long), finding("jargon", FILLER))
    style = Style(style.colour, style.signs, width)
    for line in drawn(report(*findings), style).splitlines():
        assert columns(ESCAPES.sub("", line)) <= width, line


def test_colour_changes_no_letter() -> None:
    found = report(finding("jargon", FILLER, Severity.warning, Fix("Do this", (), False, 1)))
    plain = ESCAPES.sub("", drawn(found, Style(colour=True))).replace("‾", "^")
    assert plain == drawn(found)


def test_plain_signs_are_ascii() -> None:
    assert spelled_plainly(drawn(report(finding("jargon", FILLER)), Style(signs=PLAIN))).isascii()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (Seconds(16, 18, 20), "4 s too long"),
        (Seconds(13, 13.8, 15), "may pass 14 s"),
        (Seconds(9, 10, 11), "fits"),
        (Seconds(3, 4, 5), "4 s too short"),
        (Seconds(0, 0, 0), "8 s too short"),
        (Seconds(900, 950, 1000), "936 s too long"),
    ],
)
def test_the_bar_says_how_the_length_lies_to_the_band(seconds: Seconds, said: str) -> None:
    bar, band = length_bar(seconds, Band(8, 14), interface("en"), Style())
    assert said in band
    assert columns(bar) <= 80 and columns(band) <= 80


def test_french_is_typeset_as_french() -> None:
    found = report(finding("jargon", FILLER, Severity.error, Fix("Titre", (), False, 1.5)), language="fr", reader="fr")
    shown = drawn(found)
    assert "environ 18\u00a0s" in shown
    assert "4\u00a0s de trop" in shown
    assert "+1,5\u00a0s" in shown


def test_fixes_that_begin_alike_begin_once() -> None:
    fixes = [Fix(f"Add, for example: “{name} gave me your number.”") for name in ("Ann", "Bo")]
    shown = drawn(report(finding("missing-context", FILLER, Severity.error, *fixes)))
    assert shown.count("Add, for example:") == 1
    assert shown.count("gave me your number") == 2


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    draft = "Hi \x1b[2J there {0} %s \u202e."
    shown = drawn(report(finding("jargon", Span(3, 8)), draft=draft))
    assert "\x1b" not in shown and "\u202e" not in shown
    assert "<U+001B>[2J" in shown


def test_one_line_a_finding_for_editors() -> None:
    lines = list(text.concise(report(finding("spoken-filler", FILLER, Severity.warning))))
    assert lines == ["drafts/dana.md:3:102: warning: What spoken-filler says. (spoken-filler)"]


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        ("en", "2 errors and 1 warning in 1 message."),
        ("fr", "2 erreurs et 1 avertissement dans 1 message."),
    ],
)
def test_the_closing_sentence_counts(reader: str, said: str) -> None:
    tally = Tally()
    two = (finding("jargon", FILLER), finding("missing-value", FILLER))
    tally.count(report(*two, finding("vague-value", FILLER, Severity.warning), reader=reader))
    assert next(closing.closing(tally, Style())) == said


def test_statistics_put_the_most_frequent_rule_first() -> None:
    assert list(closing.statistics({"b": 2, "a": 10, "c": 2}, Style())) == ["10  a", " 2  b", " 2  c"]


def test_the_interface_says_the_same_in_every_language() -> None:
    english, french = (interface(code).texts for code in ("en", "fr"))
    assert english.keys() == french.keys()
    for name, said in english.items():
        if isinstance(said, str):
            places = re.findall(r"\{\w+\}", said)
            assert sorted(places) == sorted(re.findall(r"\{\w+\}", french[name])), name
