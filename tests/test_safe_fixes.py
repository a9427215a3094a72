"""Safe fixes over all rules' failing examples: once is enough, and what is fixed passes."""

from __future__ import annotations

from typing import Any

import pytest

from voicelint.catalog import builtin
from voicelint.config import Config, Selection
from voicelint.finding import Severity
from voicelint.fixer import mended
from voicelint.library import Linter
from voicelint.report import Report
from voicelint.rule import Rule
from voicelint.source import Source
from voicelint.testing import Example, examples

CATALOG = builtin()
LINTER = Linter()
by_name = pytest.mark.parametrize("rule", CATALOG.rules.values(), ids=lambda rule: rule.name)


def failing(rule: Rule) -> list[tuple[Example, dict[str, Any]]]:
    """The failing examples of a rule that are one message, with the settings under which they fail."""
    profile = {} if not rule.profiles or "cold" in rule.profiles else {"profile": min(rule.profiles)}
    cases = (example for example in examples(rule) if example.fails and not example.steps)
    return [(example, {**profile, **example.settings, "language": example.language}) for example in cases]


def fixed(linter: Linter, text: str, choices: dict[str, Any]) -> str:
    def lint(source: Source) -> list[Report]:
        return [linter.lint(source.text, **choices)]

    return mended(Source(text, "<text>"), lint).source.text


@by_name
def test_all_safe_fixes_applied_twice_change_nothing_more(rule: Rule) -> None:
    for example, choices in failing(rule):
        once = fixed(LINTER, example.text, choices)
        assert fixed(LINTER, once, choices) == once


@by_name
def test_a_text_with_its_safe_fixes_passes_its_rule(rule: Rule) -> None:
    linter = Linter(Config(selection=Selection(select=(rule.name,))))
    for example, choices in failing(rule):
        report = linter.lint(example.text, **choices)
        if all(any(fix.safe for fix in finding.fixes) for finding in report.findings):
            assert linter.lint(fixed(linter, example.text, choices), **choices).findings == ()


@by_name
def test_every_failing_example_is_told_in_both_languages(rule: Rule) -> None:
    linter = Linter(Config(selection=Selection(select=(rule.name,))))
    for example, choices in failing(rule):
        for reader in CATALOG.rules[rule.name].blocks:
            findings = linter.lint(example.text, **choices, reader=reader).findings
            assert findings
            for finding in findings:
                assert finding.severity > Severity.off
                assert finding.message
                assert finding.advice
                assert "{" not in finding.message.replace(example.text, "") or "{" in example.text
                assert all(fix.title for fix in finding.fixes)


# What must be left standing when a filler goes, and what must not.
FILLERS = [
    ("en", "Hi Ann, um, Sam from Northwind.", "Hi Ann, Sam from Northwind."),
    ("en", "hi ann, um, sam from northwind here", "hi ann, sam from northwind here"),
    ("en", "Hi {{first_name}}, uh, {{rep}} here.", "Hi {{first_name}}, {{rep}} here."),
    ("en", "Hi Dana, um, it's Sam Reyes.", "Hi Dana, it's Sam Reyes."),
    ("en", "So, um, basically I was, you know, calling about it.", "So I was calling about it."),
    ("en", "Call me, uh, on Monday.", "Call me on Monday."),
    ("en", "Um, hi Dana.", "Hi Dana."),
    ("en", "I'm calling about the pilot, um.", "I'm calling about the pilot."),
    ("en", "The pilot, um; then the rest.", "The pilot; then the rest."),
    ("en", "He wrote it on his hand. Literally. She rang.", "He wrote it on his hand. She rang."),
    ("en", "Hi Dana. Um... so it's Sam.", "Hi Dana. So it's Sam."),
    ("en", "Um. Hi Dana.", "Hi Dana."),
    ("en", "Call me on Monday. Um.", "Call me on Monday."),
    ("en", "Call me. Um.\nThanks.", "Call me.\nThanks."),
    ("en", "Um,", ""),
    ("en", "It takes a bit. Um .5 percent.", "It takes a bit. .5 percent."),
    ("fr", "Bonjour Luc. Euh\u202f! Rappelez-moi.", "Bonjour Luc. Rappelez-moi."),
    ("fr", "Bonjour Luc. Euh… c'est Karim.", "Bonjour Luc. C'est Karim."),
    ("fr", "Bonjour Luc, euh, c'est Karim.", "Bonjour Luc, c'est Karim."),
    ("fr", "Karim, de Novatri, euh, pour le devis.", "Karim, de Novatri, pour le devis."),
    ("fr", "Rappelez-moi, euh, demain.", "Rappelez-moi demain."),
    ("fr", "Euh, bonjour Luc.", "Bonjour Luc."),
]


@pytest.mark.parametrize(("code", "text", "wanted"), FILLERS)
def test_a_filler_goes_and_the_sentence_stands(code: str, text: str, wanted: str) -> None:
    linter = Linter(Config(selection=Selection(select=("spoken-filler",))))
    assert fixed(linter, text, {"language": code}) == wanted
