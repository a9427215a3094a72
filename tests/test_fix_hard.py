"""`--fix` under hard conditions: killed, interrupted, on a full disk, with others writing, among links and ignores."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_cli import FILLED, run

from voicelint import fixer, mending
from voicelint.discovery import git_ignores
from voicelint.fixer import FixError, replace_file

COMMAND = [sys.executable, "-m", "voicelint", "--no-cache", "--isolated", "--fix", "-q"]


def scraps(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".voicelint-")]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_at_any_moment_leaves_every_file_old_or_new(tmp_path: Path, number: int) -> None:
    names = [f"{at}.txt" for at in range(25)]
    clean = tmp_path / "clean"
    clean.mkdir()
    (clean / "a.txt").write_text(FILLED, encoding="utf-8", newline="")
    subprocess.run([*COMMAND, "a.txt"], cwd=clean, capture_output=True, timeout=60)
    new, old = (clean / "a.txt").read_bytes(), FILLED.encode()
    assert new != old
    states = set()
    for attempt in range(8):
        for name in names:
            (tmp_path / name).write_bytes(old)
        process = subprocess.Popen(
            [*COMMAND, *names], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        begun = time.monotonic()
        while time.monotonic() - begun < 20 and process.poll() is None:  # wait for the first file, then a little more
            if (tmp_path / names[0]).read_bytes() == new:
                break
        time.sleep(0.004 * attempt)
        process.send_signal(number)
        process.wait()
        found = [(tmp_path / name).read_bytes() for name in names]
        assert set(found) <= {old, new}
        states.add(found.count(new))
        assert number == signal.SIGKILL or number == signal.SIGTERM or not scraps(tmp_path)
    assert min(states) < len(names)  # some run was stopped in its midst


def test_a_disk_that_fills_up_leaves_the_old_file_and_no_scraps(tmp_path: Path) -> None:
    """The limit of a file's size stands for the disk: a real write that the system refuses."""
    text = FILLED + "Hi there. " * 2000
    (tmp_path / "a.txt").write_bytes(text.encode())

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run([*COMMAND, "a.txt"], cwd=tmp_path, capture_output=True, timeout=60, preexec_fn=limit)
    assert done.returncode == 2 and b"could not be written" in done.stderr
    assert (tmp_path / "a.txt").read_bytes() == text.encode()
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("step", ["open", "chmod", "fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
def test_an_error_at_any_step_leaves_the_old_file_and_no_scraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(fixer.os, step, fails)
    with pytest.raises(FixError if isinstance(error, OSError) else type(error)):
        replace_file(str(path), b"old", b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_file_that_another_program_changes_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    real = fixer._write_new

    def written(*arguments: object) -> None:
        real(*arguments)  # type: ignore[arg-type]
        path.write_bytes(b"typed by a person")

    monkeypatch.setattr(fixer, "_write_new", written)
    with pytest.raises(FixError, match="changed while"):
        replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"typed by a person"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_links_are_followed_only_inside(tmp_path: Path) -> None:
    tree, outside = tmp_path / "tree", tmp_path / "outside"
    tree.mkdir()
    outside.mkdir()
    for name in ("a.txt", "b.txt"):
        (outside / name).write_bytes(FILLED.encode())
    (tree / "folder").symlink_to(outside, target_is_directory=True)
    (tree / "b.txt").symlink_to("../outside/b.txt")
    done = run("--no-cache", "--isolated", "--fix", ".", "folder/a.txt", "b.txt", cwd=tree)
    assert done.returncode == 2 and "outside" in done.stderr
    assert (outside / "a.txt").read_bytes() == (outside / "b.txt").read_bytes() == FILLED.encode()


@pytest.mark.parametrize("lines", ["a.txt", "*.txt", "/a.txt", "a.*\n!b.txt", "**/a.txt", "[a-c].txt"])
def test_what_git_ignores_is_never_fixed(tmp_path: Path, lines: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(f"{lines}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(FILLED.encode())
    assert git_ignores(str(tmp_path / "a.txt"))
    for arguments in (["a.txt"], ["."], [str(tmp_path / "a.txt")], ["--as-found", "a.txt"]):
        run("--no-cache", "--isolated", "--fix", *arguments, cwd=tmp_path)
        assert (tmp_path / "a.txt").read_bytes() == FILLED.encode()


def test_without_the_look_at_gitignore_an_ignored_file_would_be_fixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the test above can fail: the protection taken away, the file is changed."""
    from voicelint.cli import main

    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("a.txt\n", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(FILLED.encode())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(mending, "git_ignores", lambda _: False)
    main(["--no-cache", "--isolated", "--fix", "-q", "a.txt"])
    assert (tmp_path / "a.txt").read_bytes() != FILLED.encode()


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o4755])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FILLED.encode())
    path.chmod(mode)
    run("--no-cache", "--isolated", "--fix", "a.txt", cwd=tmp_path)
    assert path.read_bytes() != FILLED.encode()
    assert path.stat().st_mode & 0o7777 == mode
