"""Output that breaks, is closed, full or of another encoding; input that is closed: the status stays true."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_cli import BAD, FRENCH, GOOD

COMMAND = f"{sys.executable} -m voicelint --no-cache --isolated"
FORMS = ("", "-q", "--format json", "--list-scripts", "--statistics", "--spoken", "--diff")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name, text in (("good.txt", GOOD), ("bad.txt", BAD), ("french.txt", FRENCH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def shell(command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell, with bash for its pipe status."""
    variables = {**os.environ, "PYTHONUNBUFFERED": "", **environment}  # as users have it: what is written waits
    return subprocess.run(["bash", "-c", command], cwd=cwd, env=variables, capture_output=True, timeout=120)


@pytest.mark.parametrize("flags", [*FORMS, "--schema", "--list-rules", "--explain missing-context"])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_said_and_is_a_failure(drafts: Path, flags: str) -> None:
    done = shell(f"{COMMAND} {flags} bad.txt > /dev/full", drafts)
    if flags == "--diff":  # nothing to change: nothing to write
        return
    assert done.returncode == 2
    assert done.stderr == b"voicelint: standard output: No space left on device\n"


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("good.txt 2>&-", 0),
        ("bad.txt 2>&-", 1),
        ("absent.txt 2>&-", 2),
        ("absent.txt 2>/dev/full", 2),
        ("--bogus 2>/dev/full", 2),
        ("bad.txt >&- 2>&-", 2),
        ("--schema >&-", 2),
        ("- <&-", 2),
        ("--fix - <&-", 2),
    ],
)
def test_closed_streams_change_no_status(drafts: Path, command: str, status: int) -> None:
    done = shell(f"{COMMAND} {command}", drafts)
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr and b"please report" not in done.stderr


@pytest.mark.parametrize("flags", FORMS)
def test_a_reader_that_goes_away_is_no_error_in_any_form(drafts: Path, flags: str) -> None:
    for number in range(60):
        (drafts / f"more{number}.txt").write_text(BAD, encoding="utf-8")
    done = shell(f"{COMMAND} {flags} *.txt | head -c 20 >/dev/null; echo ${{PIPESTATUS[0]}}", drafts)
    assert done.stderr == b""
    assert done.stdout.strip() in (b"141", b"1", b"0")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp850"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
    ids=str,
)
def test_a_terminal_without_our_letters_gets_others(drafts: Path, environment: dict[str, str]) -> None:
    encoding = environment.get("PYTHONIOENCODING", "ascii").partition(":")[0]
    for flags in ("", "-q", "--spoken", "--list-scripts", "--explain missing-context", "--timeline"):
        done = shell(f"{COMMAND} --reader-language fr {flags} bad.txt french.txt", drafts, **environment)
        assert done.returncode in (0, 1), done.stderr
        done.stdout.decode(encoding)
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_any_system_give_the_same_findings(drafts: Path, end: str) -> None:
    text = "Um, hi Dana, this is Sam Reyes from Northwind.\n\nPlease call me back on 6175550142.\nThanks.\n"
    (drafts / "ends.txt").write_bytes(text.replace("\n", end).encode())
    (drafts / "plain.txt").write_bytes(text.encode())
    told = shell(f"{COMMAND} -q ends.txt", drafts).stdout.replace(b"ends.txt", b"plain.txt")
    assert told == shell(f"{COMMAND} -q plain.txt", drafts).stdout
    shell(f"{COMMAND} --fix ends.txt plain.txt", drafts)
    fixed = (drafts / "ends.txt").read_bytes()
    assert fixed == (drafts / "plain.txt").read_bytes().replace(b"\n", end.encode())


def test_an_interruption_ends_the_run_with_its_status(drafts: Path) -> None:
    (drafts / "long.txt").write_text(BAD * 8000, encoding="utf-8")
    command = [sys.executable, "-m", "voicelint", "--no-cache", "--isolated", "-q", "long.txt"]
    run = subprocess.Popen(command, cwd=drafts, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1.0)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert run.returncode in (130, -signal.SIGINT)
    assert b"Traceback" not in errors or b"voicelint/cli.py" not in errors


def test_more_findings_than_a_status_can_count_are_all_told_and_are_one(drafts: Path) -> None:
    many = 1_300  # more than 256, and more than the 1,000 at which a peer stops
    (drafts / "many.txt").write_text("Hi Dana. " + "Call 6175550142. " * many, encoding="utf-8")
    done = shell(f"{COMMAND} -q --select number-grouping --fail-on info many.txt", drafts)
    assert done.stdout.count(b"(number-grouping)") == many
    assert done.returncode == 1
    exactly = shell(f"{COMMAND} -q --select number-grouping --fail-on info --config x many.txt", drafts)
    assert exactly.returncode == 2
    (drafts / "many.txt").write_text("Hi Dana. " + "Call 6175550142. " * 256, encoding="utf-8")
    assert shell(f"{COMMAND} -q --select number-grouping --fail-on info many.txt", drafts).returncode == 1


@pytest.mark.parametrize(
    "order", ["-q --isolated bad.txt", "bad.txt -q --isolated", "--isolated bad.txt -q", "-q --isolated -- bad.txt"]
)
def test_flags_count_before_and_after_paths(drafts: Path, order: str) -> None:
    (drafts / "voicelint.toml").write_text('select = ["jargon"]\n', encoding="utf-8")
    done = shell(f"{sys.executable} -m voicelint --no-cache {order}", drafts)
    assert done.returncode == 1 and b"(missing-context)" in done.stdout


def test_numbers_with_like_groups_repeat_no_word(drafts: Path) -> None:
    text = "Bonjour Madame Roche, ici Karim. Rappelez-moi au 01 99 00 94 94, et le 01 99 00 94 94. Le 94 47 94 47."
    (drafts / "a.txt").write_text(text, encoding="utf-8")
    (drafts / "b.txt").write_text("Hi Dana, it's Sam. I'm on 555 555 0142, oh one oh one two two.", encoding="utf-8")
    assert b"repeat" not in shell(f"{COMMAND} -q --select all a.txt b.txt", drafts).stdout.replace(
        b"number-not-repeated", b""
    )


def test_every_size_of_file_is_answered_or_refused_aloud(drafts: Path) -> None:
    for size in (20_100, 1_000_100, 10_000_000):
        (drafts / "size.txt").write_text((BAD * (size // len(BAD) + 1))[:size], encoding="utf-8")
        done = shell(f"{COMMAND} -q --select missing-value --fail-on info size.txt", drafts)
        assert done.returncode in (1, 2), size
