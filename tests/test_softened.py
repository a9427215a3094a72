"""What weighs less, and what does not: another way back, a company alone, a slow speaker, a long breath."""

from __future__ import annotations

import pytest

from voicelint.finding import Severity
from voicelint.library import Linter

HELLO = {"en": "Hi Dana, Sam Reyes from Northwind. ", "fr": "Bonjour Madame Roche, Karim Belkacem, de Novatri. "}


def weight(rule: str, text: str, language: str = "en", **choices: object) -> Severity:
    """The severity with which a rule speaks of a text; off if it is silent."""
    report = Linter().lint(text, language=language, **choices)
    return max((finding.severity for finding in report.findings if finding.rule == rule), default=Severity.off)


@pytest.mark.parametrize(
    ("language", "text", "severity"),
    [
        ("en", "Call me when you can.", Severity.error),
        ("en", "I'll try again Thursday, or call me back.", Severity.error),
        ("en", "I'll try you again on Thursday.", Severity.info),
        ("en", "The dates are in my email, just reply to it.", Severity.info),
        ("en", "Text me at this number.", Severity.info),
        ("en", "You have my number, so call me.", Severity.info),
        ("en", "The refund is on its way, no need to call back.", Severity.off),
        ("fr", "Rappelez-moi quand vous pourrez.", Severity.error),
        ("fr", "Les dates sont dans mon mail, répondez-y.", Severity.info),
        ("fr", "Rappelez-moi à ce numéro.", Severity.info),
        ("fr", "Vous n'avez rien à faire.", Severity.off),
    ],
)
def test_another_way_back_weighs_less_than_none(language: str, text: str, severity: Severity) -> None:
    assert weight("missing-callback-number", HELLO[language] + text, language, profile="warm") is severity


def test_where_nothing_is_asked_a_reminder_needs_no_number() -> None:
    text = "Hi Joe, it's Priya at Larkfield Dental. We look forward to seeing you on Thursday at ten."
    assert weight("missing-callback-number", text, profile="reminder") is Severity.info
    assert weight("missing-callback-number", text, profile="cold") is Severity.error


def test_a_company_alone_is_told_as_such() -> None:
    text = "Hello, this is Baxter Roofing calling about your estimate. Please call 503-555-0116."
    assert weight("missing-caller", text, profile="inbound") is Severity.info
    assert weight("missing-caller", text, profile="cold") is Severity.warning
    assert weight("missing-caller", "Hello, your estimate is ready. Please call 503-555-0116.") is Severity.error


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Hi Dana, your estimate is ready. Call 503-555-0116.", Severity.error),
        ("your estimate is ready call 503-555-0116", Severity.info),
        ("YOUR ESTIMATE IS READY CALL 503-555-0116", Severity.info),
        ("Gus. Your estimate is ready. Call 503-555-0116.", Severity.info),
        ("The estimate that you wanted from us in the spring is ready at last. Ask Gus, 503-555-0116.", Severity.error),
    ],
)
def test_a_name_that_may_be_there_is_a_note(text: str, severity: Severity) -> None:
    assert weight("missing-caller", text) is severity


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Call me when you can.", Severity.error),
        ("Call {{town}} when you can.", Severity.info),
        ("Call me, (mob).", Severity.info),
        ("Call me, ~PHONE~.", Severity.info),
        ("Call me, [05...].", Severity.info),
        ("Call me (please).", Severity.error),
        ("Call me about lot 50 31 22 91 7.", Severity.info),
        ("Call me about lot 50 31.", Severity.error),
        ("Call me before 2026-11-28.", Severity.error),
    ],
)
def test_a_number_that_may_be_there_is_a_note(text: str, severity: Severity) -> None:
    assert weight("missing-callback-number", HELLO["en"] + text) is severity


@pytest.mark.parametrize(
    ("words", "severity"), [(25, Severity.off), (26, Severity.info), (30, Severity.info), (31, Severity.warning)]
)
def test_a_breath_little_too_long_is_a_note(words: int, severity: Severity) -> None:
    assert weight("breathless-sentence", " ".join(["word"] * words) + ".", profile="cold") is severity


def test_a_length_is_a_warning_when_the_likely_one_is_over() -> None:
    found = set()
    for words in range(10, 70):
        text = " ".join(["seven"] * words) + "."
        report = Linter().lint(text, language="en", profile="cold")
        (severity,) = [one.severity for one in report.findings if one.rule == "spoken-length"] or [Severity.off]
        low, best, high = report.seconds
        if low > report.band.max:
            assert severity is Severity.error
        elif round(high) > report.band.max:
            assert severity is (Severity.warning if round(best) > report.band.max else Severity.info)
        found.add(severity)
    assert found == {Severity.off, Severity.info, Severity.warning, Severity.error}
