"""What is on by default: about a dozen rules at warning or above in each profile, and the table tells no more."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import pytest
from conftest import ROOT

from voicelint.catalog import builtin
from voicelint.defaults import at_most, by_default, default_set
from voicelint.finding import Severity
from voicelint.library import Linter

CATALOG = builtin()
profiles = pytest.mark.parametrize("profile", CATALOG.profiles)
# The loudest a profile may be; recruiting holds the most, since it must answer for privacy too.
MOST = 16


def loud(profile: str) -> set[str]:
    found = default_set(profile, CATALOG)
    return {*found[Severity.error], *found[Severity.warning]}


@profiles
def test_about_a_dozen_rules_warn(profile: str) -> None:
    assert 9 <= len(loud(profile)) <= MOST


def test_the_three_errors_are_errors_where_nobody_expects_the_call() -> None:
    for profile in ("cold", "recruiting"):
        assert {"missing-context", "missing-value", "spoken-length"} <= set(
            default_set(profile, CATALOG)[Severity.error]
        )
    assert "spoken-length" in set.intersection(
        *(set(default_set(name, CATALOG)[Severity.error]) for name in CATALOG.profiles)
    )


@profiles
def test_law_and_series_are_silent_until_more_is_named(profile: str) -> None:
    for rule in CATALOG.rules.values():
        if rule.group in ("law", "series"):
            assert by_default(rule, profile, CATALOG) is Severity.off
            assert at_most(rule, profile) > Severity.off or profile not in rule.profiles


@cache
def scripts() -> tuple[dict[str, Any], ...]:
    """Every fourth script of the corpus."""
    files = sorted((ROOT / "corpus").glob("*/*.toml"))
    found = [
        {**script, "language": path.parent.name}
        for path in files
        for script in tomllib.loads(path.read_text(encoding="utf-8")).get("script", [])
    ]
    return tuple(found[::4])


@profiles
def test_no_bare_text_is_told_more_than_the_table_says(profile: str) -> None:
    linter = Linter()
    for script in scripts():
        report = linter.lint(script["voicemail"], language=script["language"], profile=profile)
        for finding in report.findings:
            assert finding.severity <= by_default(CATALOG.rules[finding.rule], profile, CATALOG), finding
