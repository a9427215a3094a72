"""Text made to be obeyed, to hide or to break: shown as what it is, in every form of the output."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import run
from test_packs import RULE

from voicelint.fixer import diff
from voicelint.library import Linter

# What a terminal obeys, or does not show: escapes, C1 controls, direction, zero width, tags, separators.
EVIL = "\x1b[31m\x1b]0;owned\x07\x9b2J\u202e\u2066\u200b\u200d\ufeff\u2028\u2029\x08\x7f\U000e0041"
IN_TEXT = EVIL.replace("\x07", "").replace("\x08", "")  # with these two, a file is binary
TEXT = f"Um, hi {IN_TEXT}Dana, {{{{first_name}}}} this is [bold]Sam[/bold] %s {{0}} {{x.__class__}}. Call 6175550142.\n"
FORMS = (
    *([], ["-q"], ["--timeline"], ["--spoken"], ["--list-scripts"], ["--statistics"], ["--calibrate", "20"]),
    *(["--format", "json"], ["--reader-language", "fr"], ["--color", "never"]),
)
OBEYED = set(EVIL) - set("[]31m0;owned2J")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with a hostile text, a hostile list and a pack with a hostile message."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "list.csv").write_text(f"first_name{EVIL.replace(chr(0x2028), '')}\nA{EVIL}nn\n", encoding="utf-8")
    pack = tmp_path / "pack"
    pack.mkdir()
    escaped = EVIL.encode("utf-16", "surrogatepass").decode("utf-16")
    evil = "".join(f"\\U{ord(sign):08X}" for sign in escaped)
    (pack / "no-sam.toml").write_text(
        RULE.replace("cheers", "sam").replace("is not how", f"{evil} is not how"), encoding="utf-8"
    )
    (tmp_path / "voicelint.toml").write_text('rules = ["pack"]\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("flags", FORMS, ids=lambda flags: " ".join(flags) or "text")
def test_nothing_that_a_terminal_obeys_is_written(hostile: Path, flags: list[str]) -> None:
    done = run("--no-cache", *flags, "a.txt", cwd=hostile)
    assert done.returncode in (0, 1), done.stderr
    assert not OBEYED & set(done.stdout + done.stderr), done.stdout
    if flags == ["--format", "json"]:
        found = json.loads(done.stdout)["reports"][0]["findings"]
        assert any("\x1b[31m" in finding["message"] for finding in found)  # whole, once it is read


def test_contacts_show_hostile_values(hostile: Path) -> None:
    done = run("--no-cache", "--contacts", "list.csv", "a.txt", cwd=hostile)
    assert not OBEYED & set(done.stdout + done.stderr), done.stdout + done.stderr


def test_messages_are_no_templates_of_the_text(hostile: Path) -> None:
    shown = run("--no-cache", "--spoken", "a.txt", cwd=hostile).stdout + run("--no-cache", "a.txt", cwd=hostile).stdout
    assert "<class" not in shown
    assert "[bold]Sam[/bold]" in shown and "%s" in shown


def test_errors_show_hostile_arguments(tmp_path: Path) -> None:
    for arguments in ((f"{EVIL}.txt",), ("--profile", EVIL), ("--explain", EVIL), (f"--{EVIL}",), ("--config", EVIL)):
        done = run(*arguments, "absent.txt", cwd=tmp_path)
        assert done.returncode == 2
        assert not OBEYED & set(done.stdout + done.stderr), done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("flags", [["--diff", "a.txt"], ["--fix", "-"]])
def test_a_draft_that_goes_to_a_terminal_is_shown_and_not_obeyed(hostile: Path, flags: list[str]) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "voicelint", "--no-cache", "--isolated", "-q", *flags]
    with (hostile / "a.txt").open("rb") as draft:
        environment = {**os.environ, "NO_COLOR": "1"}
        run = subprocess.Popen(
            command, stdin=draft, stdout=theirs, stderr=subprocess.PIPE, cwd=hostile, env=environment
        )
    os.close(theirs)
    data = b""
    try:
        while part := os.read(ours, 65_536):
            data += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    run.communicate()
    text = data.decode("utf-8").replace("\r\n", "\n")
    assert "617-555-0142" in text and "<U+001B>[31m" in text
    assert not OBEYED & set(text)


def test_a_patch_breaks_lines_where_patches_do() -> None:
    lines = list(diff("a\n+++ b.txt", "one\x0c\u2028two\nthree\n", "one\x0c\u2028two\n3\n"))
    assert lines[:2] == ["--- a/a<U+000A>+++ b.txt\n", "+++ b/a<U+000A>+++ b.txt\n"]
    assert lines[3:] == [" one\x0c\u2028two\n", "-three\n", "+3\n"]


@pytest.mark.parametrize(
    "text",
    [
        "C a l l  m e  b a c k  o n  6 1 7  5 5 5  0 1 4 2",
        "Саll mе bасk оn 617-555-0142, it's Аnn",  # Cyrillic letters that look Latin
        "Ｃａｌｌ ｍｅ ｂａｃｋ",
        "𝐂𝐚𝐥𝐥 𝐦𝐞 𝐛𝐚𝐜𝐤",
        "c\u200ba\u200bl\u200bl me b\u00adack",
        "Z̸̢̛a̷l̶g̵o̴ " * 200,
        "x² ½ ⅷ ٣ ٤٥ ๒ 五 ²²² step ²",
        "İ ı ß ŉ ǰ ΐ",  # letters that change their length with their case
        "\ud800 half \udfff",
        "\x00\x01\x02",
        "",
    ],
)
def test_evasion_and_odd_letters_break_nothing(text: str) -> None:
    linter = Linter()
    for language in ("auto", "en", "fr"):
        report = linter.lint(text, language=language)
        assert all(0 <= found.span.start <= found.span.end <= len(text) for found in report.findings)
        json.dumps(report.to_dict())
