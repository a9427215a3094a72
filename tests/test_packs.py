"""Rule packs: a folder of the project, and a package that the user installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from voicelint.catalog import CatalogError
from voicelint.config import Config
from voicelint.library import Linter
from voicelint.testing import main, mistakes_of_folder

RULE = """
kind     = "forbids"
severity = "error"
profiles = ["cold"]
summary  = "The message ends with “cheers”."
why      = "Our house style says goodbye."

[en]
message = "“{phrase}” is not how we say goodbye."
advice  = "Say “have a good day”."
cues    = ["cheers"]
pass    = ["Thanks, have a good day."]
fail    = ["Thanks, ==cheers==."]
"""
TEXT = "Hi Dana, Sam Reyes from Northwind. Call me on 617-555-0142. Cheers."


def test_a_rule_file_in_a_folder_is_enough(tmp_path: Path) -> None:
    (tmp_path / "no-cheers.toml").write_text(RULE, encoding="utf-8")
    report = Linter(Config(rule_folders=(str(tmp_path),))).lint(TEXT, language="en")
    (finding,) = [finding for finding in report.findings if finding.rule == "no-cheers"]
    assert TEXT[finding.span.start : finding.span.end] == "Cheers"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"forbids"', '"forbid"', "did you mean forbids?"),
        ("cues    =", "cuess   =", "did you mean cues?"),
        ("[en]", "[xx]", "no language"),
        ('["cheers"]', '["<nothing>"]', "nothing"),
        ('severity = "error"', 'severity = "fatal"', "severity"),
        ("[en]", "[en", "TOML"),
    ],
)
def test_a_mistake_in_a_rule_file_is_told_with_its_file(tmp_path: Path, old: str, new: str, told: str) -> None:
    (tmp_path / "no-cheers.toml").write_text(RULE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=r"no-cheers\.toml") as caught:
        Linter(Config(rule_folders=(str(tmp_path),)))
    assert told in str(caught.value)


def test_an_installed_package_brings_its_rules(tmp_path: Path) -> None:
    package, metadata = tmp_path / "tinypack", tmp_path / "tinypack-1.0.dist-info"
    package.mkdir()
    metadata.mkdir()
    (package / "__init__.py").touch()
    (package / "no-cheers.toml").write_text(RULE, encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: tinypack\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[voicelint.rules]\ntiny = tinypack\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "voicelint", "--isolated", "--quiet", "draft.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "no-cheers" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('profiles = ["cold"]', 'profiles = ["sales"]', "there is no profile of this name"),
        ('severity = "error"', 'severity = "warn"', "'warn' is none of off, info, warning, error"),
        ('["cheers"]', '"cheers"', "must be a list"),
        ("summary  =", "band = [8, 14]\nsummary  =", "the options of forbids are: cues,"),
    ],
)
def test_a_mistake_is_told_once_and_in_words_of_the_file(tmp_path: Path, old: str, new: str, told: str) -> None:
    both = RULE.replace(old, new, 1) + RULE[RULE.index("[en]") :].replace("[en]", "[fr]").replace(old, new, 1)
    (tmp_path / "no-cheers.toml").write_text(both, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        Linter(Config(rule_folders=(str(tmp_path),)))
    lines = str(caught.value).splitlines()
    assert told in lines[0]
    assert len(lines) == len(set(lines))
    assert "dictionary" not in str(caught.value)


def test_the_name_of_a_file_is_one_that_can_be_allowed(tmp_path: Path) -> None:
    (tmp_path / "No Cheers.toml").write_text(RULE, encoding="utf-8")
    with pytest.raises(CatalogError, match=r"small letters, figures and -"):
        Linter(Config(rule_folders=(str(tmp_path),)))


def test_a_place_that_nothing_fills_stays_as_written(tmp_path: Path) -> None:
    (tmp_path / "no-cheers.toml").write_text(RULE.replace("{phrase}", "{phrse}"), encoding="utf-8")
    report = Linter(Config(rule_folders=(str(tmp_path),))).lint(TEXT, language="en")
    assert "“{phrse}” is not how we say goodbye." in [finding.message for finding in report.findings]


def test_a_pack_is_tested_by_its_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "no-cheers.toml"
    file.write_text(RULE, encoding="utf-8")
    assert list(mistakes_of_folder(str(tmp_path))) == []
    assert main([str(tmp_path)]) == 0
    wrong = RULE.replace("Thanks, have", "Cheers, have").replace("Thanks, ==cheers==", "==Thanks==, cheers")
    file.write_text(wrong.replace("{phrase}", "{phrse}"), encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "is flagged: '==Cheers==, have a good day.'" in told
    assert "is flagged here: 'Thanks, ==cheers==.'" in told
    file.write_text(RULE.replace("{phrase}", "{phrse}"), encoding="utf-8")
    assert next(mistakes_of_folder(str(tmp_path))).endswith("this kind tells phrase")
    file.write_text(RULE.replace("forbids", "forbid"), encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    assert "did you mean forbids?" in capsys.readouterr().err


def test_a_pack_may_want_a_length_of_its_own(tmp_path: Path) -> None:
    rule = RULE.replace('"forbids"', '"fits"').replace('severity = "error"', 'severity = "error"\nband = [1, 2]')
    (tmp_path / "house-length.toml").write_text(rule.replace('cues    = ["cheers"]\n', ""), encoding="utf-8")
    report = Linter(Config(rule_folders=(str(tmp_path),))).lint(TEXT, language="en")
    assert "house-length" in {finding.rule for finding in report.findings}
