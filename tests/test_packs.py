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
