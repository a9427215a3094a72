"""The main job from end to end: drafts of four sorts in each language give exactly the rules that they break."""

from __future__ import annotations

import tomllib

import pytest
from conftest import ROOT

import voicelint

DRAFTS = {
    (draft["language"], draft["sort"]): (draft["text"], set(draft["errors"]))
    for draft in tomllib.loads((ROOT / "tests" / "cases" / "main_job.toml").read_text(encoding="utf-8"))["draft"]
}
cases = pytest.mark.parametrize(("language", "sort"), DRAFTS, ids=" ".join)


def rules_of(report: voicelint.Report) -> set[str]:
    return {finding.rule for finding in report.findings if finding.severity == voicelint.Severity.error}


@cases
def test_a_draft_gives_exactly_its_errors(language: str, sort: str) -> None:
    text, expected = DRAFTS[language, sort]
    report = voicelint.lint(text, language=language, profile="cold")
    assert rules_of(report) == expected
    assert report.ok == (not expected)
    assert report.seconds.low < report.seconds.best < report.seconds.high


@cases
def test_places_lie_in_the_text_and_fixes_mend_their_rule(language: str, sort: str) -> None:
    text, _ = DRAFTS[language, sort]
    report = voicelint.lint(text, language=language)
    for finding in report.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        if finding.rule.startswith("missing-"):
            assert finding.fixes
            for fix in finding.fixes:
                assert finding.rule not in rules_of(voicelint.lint(edited(text, fix), language=language)), fix.title


def edited(text: str, fix: voicelint.Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
