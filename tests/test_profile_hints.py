"""Profile hints: rare on a message that is judged as what it is, right on one that is not; never a silent switch."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest
from conftest import ROOT

import voicelint
from voicelint.catalog import builtin
from voicelint.config import Config, Selection
from voicelint.library import Linter

LINTER = Linter(Config(selection=Selection(select=("other-profile",))))
PROFILES = sorted(builtin().profiles)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_hints_are_right_very_often(code: str) -> None:
    own, right, wrong, scripts = 0, 0, 0, Counter[str]()
    files = sorted((ROOT / "corpus" / code).glob("*.toml"))
    for script in [one for path in files for one in tomllib.loads(path.read_text(encoding="utf-8"))["script"]][::3]:
        scripts[script["profile"]] += 1
        for judged in PROFILES:
            for finding in LINTER.lint(script["voicemail"], language=code, profile=judged).findings:
                if judged == script["profile"]:
                    own += 1
                elif finding.facts["looks"] == script["profile"]:
                    right += 1
                else:
                    wrong += 1
    assert set(scripts) == set(PROFILES)
    assert own <= 0.015 * scripts.total()
    assert right >= 0.85 * (right + wrong)
    assert right >= 0.05 * scripts.total() * (len(PROFILES) - 1)


def test_a_hint_is_a_note_and_changes_nothing() -> None:
    text = "Hi Dana, it's Larkfield Dental, a reminder of your appointment on Thursday at ten. Call us on 617-555-0142."
    report = voicelint.lint(text, language="en", profile="cold")
    (hint,) = (finding for finding in report.findings if finding.rule == "other-profile")
    assert (hint.severity, report.profile) == (voicelint.Severity.info, "cold")
    assert "reminder" in hint.message
    assert "--profile reminder" in hint.advice
    again = voicelint.lint(text, language="en", profile="reminder")
    assert "other-profile" not in {finding.rule for finding in again.findings}
