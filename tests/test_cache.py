"""The cache: the same answer with it as without, whatever is wrong with it, and nothing believed that is not ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from voicelint import cache
from voicelint.cache import Cache

GOOD = "Hi Dana, it's Ann Lee from Acme. Bo Reed gave me your number. We cut returns by a third. Call 617-555-0142.\n"
BAD = "Hello, this is a message about our services. Feel free to call me back.\n"


def voicelint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "voicelint", "--cache-dir", str(folder / "kept"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


def entries(folder: Path) -> list[Path]:
    return sorted((folder / "kept").glob("*.json"))


def test_the_second_run_says_the_same_and_loads_no_rule(drafts: Path) -> None:
    first = voicelint(drafts, "good.txt", "bad.txt")
    assert len(entries(drafts)) == 2  # a file with findings is kept like any other
    code = (
        "import sys; from voicelint.cli import main; status = main(sys.argv[1:]); "
        "assert 'voicelint.catalog' not in sys.modules; raise SystemExit(status)"
    )
    command = [sys.executable, "-c", code, "--cache-dir", "kept", "good.txt", "bad.txt"]
    second = subprocess.run(command, cwd=drafts, capture_output=True, text=True, check=False)
    assert (second.stdout, second.returncode) == (first.stdout, first.returncode)
    assert second.stderr == first.stderr == ""


@pytest.mark.parametrize(
    "changed",
    [
        lambda folder: (folder / "bad.txt").write_text(GOOD, encoding="utf-8"),
        lambda folder: (folder / "voicelint.toml").write_text('profile = "reminder"\n', encoding="utf-8"),
    ],
    ids=["content", "configuration"],
)
def test_what_has_changed_is_answered_anew(drafts: Path, changed) -> None:
    before = voicelint(drafts, "bad.txt").stdout
    changed(drafts)
    assert voicelint(drafts, "bad.txt").stdout != before
    assert voicelint(drafts, "bad.txt").stdout == voicelint(drafts, "--no-cache", "bad.txt").stdout


def test_flags_and_form_are_part_of_the_question(drafts: Path) -> None:
    for flags in (
        (),
        ("--profile", "warm"),
        ("-q",),
        ("--format", "json"),
        ("--reader-language", "fr"),
        ("--timeline",),
    ):
        kept = [voicelint(drafts, *flags, "bad.txt").stdout for _ in range(2)]
        assert kept[0] == kept[1] == voicelint(drafts, "--no-cache", *flags, "bad.txt").stdout


def test_a_changed_rule_of_the_project_counts(drafts: Path) -> None:
    rules = drafts / "ours"
    rules.mkdir()
    (drafts / "voicelint.toml").write_text('rules = ["ours"]\n', encoding="utf-8")
    rule = (
        'kind = "forbids"\nseverity = "error"\nprofiles = ["cold"]\nsummary = "s"\nwhy = "w"\n'
        '[en]\nmessage = "m"\nadvice = "a"\ncues = ["{word}"]\npass = ["x"]\nfail = ["==y=="]\n'
    )
    (rules / "no-word.toml").write_text(rule.format(word="goodbye"), encoding="utf-8")
    assert "no-word" not in voicelint(drafts, "bad.txt").stdout
    (rules / "no-word.toml").write_text(rule.format(word="services"), encoding="utf-8")
    assert "no-word" in voicelint(drafts, "bad.txt").stdout


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\x00", b'{"answer":{"blocks":[],"fails":false}}', None])
def test_a_damaged_entry_is_answered_anew(drafts: Path, damage: bytes | None) -> None:
    expected = voicelint(drafts, "bad.txt")
    for entry in entries(drafts):
        entry.write_bytes(entry.read_bytes().replace(b"missing", b"nothing") if damage is None else damage)
    found = voicelint(drafts, "bad.txt")
    assert (found.stdout, found.stderr, found.returncode) == (expected.stdout, "", 1)


def test_a_cache_that_came_with_somebodys_repository_is_not_believed(drafts: Path) -> None:
    """Its entries are whole and of the right keys; but they were not written in this folder."""
    expected = voicelint(drafts, "bad.txt")
    clean = json.loads(entries(drafts)[0].read_bytes().partition(b"\n")[2])
    clean["answer"].update(blocks=[["all fine\n", True]], fails=False)
    store, key = Cache(str(drafts / "kept")), entries(drafts)[0].stem
    store.put(key, clean)
    assert voicelint(drafts, "bad.txt").returncode == 0  # written here, it counts: the forgery is a good one
    shutil.move(drafts / "kept", drafts / "theirs")
    shutil.copytree(drafts / "theirs", drafts / "kept", copy_function=shutil.copy2)
    found = voicelint(drafts, "bad.txt")
    assert (found.stdout, found.returncode) == (expected.stdout, 1)


@pytest.mark.parametrize("kind", ["link", "file", "fifo", "read-only", "in-a-file"])
def test_a_folder_that_cannot_be_used_changes_nothing(drafts: Path, kind: str) -> None:
    expected = voicelint(drafts, "--no-cache", "bad.txt")
    elsewhere, kept = drafts / "elsewhere", drafts / "kept"
    elsewhere.mkdir()
    if kind == "link":
        kept.symlink_to(elsewhere)
    elif kind == "file":
        kept.write_text("mine", encoding="utf-8")
    elif kind == "fifo":
        kept.mkdir()
        os.mkfifo(kept / "CACHEDIR.TAG")
    elif kind == "read-only":
        kept.mkdir(mode=0o500)
    else:
        kept.write_text("mine", encoding="utf-8")
    found = (
        voicelint(drafts, "bad.txt") if kind != "in-a-file" else voicelint(drafts, "--cache-dir", "kept/x", "bad.txt")
    )
    assert (found.stdout, found.stderr, found.returncode) == (expected.stdout, "", 1)
    assert list(elsewhere.iterdir()) == []
    if kind in {"file", "in-a-file"}:
        assert kept.read_text(encoding="utf-8") == "mine"


def test_a_pipe_in_the_place_of_an_entry_does_not_hold_up_the_run(tmp_path: Path) -> None:
    store = Cache(str(tmp_path / "kept"))
    store.put("a", {"x": 1})
    (tmp_path / "kept" / "a.json").unlink()
    os.mkfifo(tmp_path / "kept" / "a.json")
    assert store.get("a") is None


def test_the_folder_says_what_it_is(tmp_path: Path) -> None:
    Cache(str(tmp_path / "kept")).put("a", 1)
    assert (tmp_path / "kept" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (tmp_path / "kept" / ".gitignore").read_text() == "*\n"


def test_no_cache_writes_nothing(drafts: Path) -> None:
    voicelint(drafts, "--no-cache", "bad.txt")
    assert not (drafts / "kept").exists()


def test_runs_side_by_side_say_the_same(drafts: Path) -> None:
    for number in range(20):
        (drafts / f"draft{number}.txt").write_text(f"{BAD} Number {number}.", encoding="utf-8")
    expected = voicelint(drafts, "--no-cache", "-q", ".").stdout
    with ThreadPoolExecutor(4) as runs:
        said = list(runs.map(lambda _: voicelint(drafts, "-q", ".").stdout, range(8)))
    assert set(said) == {expected}
    assert not list((drafts / "kept").glob("*.part"))


def test_old_entries_go(tmp_path: Path) -> None:
    store = Cache(str(tmp_path / "kept"))
    store.put("old", 1)
    store.put("new", 2)
    long_ago = time.time() - 30 * 86_400
    os.utime(tmp_path / "kept" / "old.json", (long_ago, long_ago))
    store.tidy()
    assert store.get("old") is None
    assert store.get("new") == 2


def test_the_default_stands_at_the_top_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "scripts").mkdir()
    monkeypatch.chdir(tmp_path / "scripts")
    assert cache.default_folder() == str(tmp_path / ".voicelint_cache")
    (tmp_path / ".git").rmdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "users"))
    assert cache.default_folder() == str(tmp_path / "users" / "voicelint")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "relative")
    assert cache.default_folder() == ""
