"""Safe fixes: which are taken, what they make of a text, and that a file is never left half written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from voicelint import fixer
from voicelint.finding import Edit, Finding, Fix, Seconds, Severity
from voicelint.fixer import FixError, applied, diff, mended, replace_file, safe_edits
from voicelint.report import Report
from voicelint.settings import Band, Settings
from voicelint.source import Source, Span


def report(text: str, *fixes: Fix) -> Report:
    """A report with one finding a fix."""
    span = Span(0, len(text))
    findings = tuple(Finding("jargon", Severity.info, "m", "a", span, (fix,)) for fix in fixes)
    facts: Any = (span, "", Settings(), 1, 1, Seconds(1, 2, 3), Band(8, 14), (), findings, None)
    return Report(Source(text), *facts)


def safe(start: int, end: int, text: str = "") -> Fix:
    return Fix("title", (Edit(Span(start, end), text),), safe=True)


def test_only_safe_fixes_are_taken_in_order_of_place() -> None:
    unsafe = Fix("title", (Edit(Span(0, 1), "x"),))
    edits, count = safe_edits([report("abcdef", safe(4, 5), unsafe, safe(1, 2), Fix("advice", safe=True))])
    assert edits == (Edit(Span(1, 2), ""), Edit(Span(4, 5), ""))
    assert count == 2


@pytest.mark.parametrize("second", [safe(2, 4), safe(3, 5), safe(3, 3, "x"), safe(1, 1, "x")])
def test_of_two_fixes_that_touch_the_first_is_taken(second: Fix) -> None:
    assert safe_edits([report("abcdef", safe(1, 3), second)]) == ((Edit(Span(1, 3), ""),), 1)


def test_the_edits_of_a_fix_are_taken_together_or_not_at_all() -> None:
    double = Fix("title", (Edit(Span(5, 6), ""), Edit(Span(2, 3), "")), safe=True)
    assert safe_edits([report("abcdef", safe(2, 3, "x"), double)]) == ((Edit(Span(2, 3), "x"),), 1)


def test_edits_make_a_new_text() -> None:
    assert applied("Euh, bonjour, euh.", (Edit(Span(0, 6), "B"), Edit(Span(12, 17), ""))) == "Bonjour."
    with pytest.raises(ValueError, match="cannot follow"):
        applied("abc", (Edit(Span(2, 4), ""),))


def test_fixes_are_applied_until_none_is_left() -> None:
    def lint(source: Source) -> list[Report]:
        at = source.text.find("um ")
        return [report(source.text, *([safe(at, at + 3)] if at >= 0 else []))]

    done = mended(Source("um um um hello"), lint)
    assert (done.source.text, done.fixes) == ("hello", 3)
    assert mended(done.source, lint).fixes == 0


def test_fixes_that_take_turns_come_to_an_end() -> None:
    def lint(source: Source) -> list[Report]:
        return [report(source.text, safe(0, 1, "b" if source.text == "a" else "a"))]

    assert mended(Source("a"), lint).source.text in ("a", "b")


def test_a_diff_shows_both_texts() -> None:
    assert list(diff("a.txt", "one\ntwo", "one\n2")) == [
        "--- a/a.txt\n",
        "+++ b/a.txt\n",
        "@@ -1,2 +1,2 @@\n",
        " one\n",
        "-two\n\\ No newline at end of file\n",
        "+2\n\\ No newline at end of file\n",
    ]


def test_a_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old\r\n")
    path.chmod(0o640)
    replace_file(str(path), b"old\r\n", b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"edited by hand")
    with pytest.raises(FixError, match="changed while"):
        replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"edited by hand"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_link_inside_the_tree_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    replace_file(str(tmp_path / "link.txt"), b"old", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_link_out_of_the_tree_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"old")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "link.txt").symlink_to(outside)
    with pytest.raises(FixError, match="outside"):
        replace_file(str(tree / "link.txt"), b"old", b"new", tree=str(tree))
    assert outside.read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_file_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fixer.os, "fsync", full)
    with pytest.raises(FixError, match="No space left"):
        replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_device_or_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FixError, match="no regular file"):
        replace_file(str(tmp_path / "pipe"), b"", b"new")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_run_leaves_the_old_or_the_new_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    versions = [b"a" * 300_000, b"b" * 400_000]
    path.write_bytes(versions[0])
    program = (
        "import sys; from voicelint.fixer import replace_file\n"
        "path, a, b = sys.argv[1], b'a' * 300_000, b'b' * 400_000\n"
        "old, new = (a, b) if open(path, 'rb').read(1) == b'a' else (b, a)\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    replace_file(path, old, new); old, new = new, old\n"
    )
    for attempt in range(12):
        run = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(0.003 * attempt)
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        assert path.read_bytes() in versions
