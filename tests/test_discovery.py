"""Which files of a folder are looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from voicelint.decoding import read_file
from voicelint.discovery import find_files
from voicelint.readers import read

MESSAGE = "Hi Sam, it's Ann at Harlow. Call me on 617-555-0142, thanks.\n"


def found(folder: Path, **choices: list[str]) -> list[str]:
    return [os.path.relpath(path, folder).replace(os.sep, "/") for path in find_files(str(folder), **choices)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        ".git/HEAD": "ref", ".gitignore": "out/\n*.tmp.md\n!keep.tmp.md\n/top.txt\n", "README.md": "# Tool\n",
        "LICENSE": "MIT", "requirements.txt": "voicemail-lint\n", "a.txt": MESSAGE, "top.txt": MESSAGE,
        "notes.txt": "Things to do this week\n", "deep/x.md": "## Voicemail\n", "deep/top.txt": MESSAGE,
        "deep/.gitignore": "no.md\n", "deep/no.md": "", "out/y.md": "", "b.tmp.md": "", "keep.tmp.md": "",
        "node_modules/z.md": "", ".hidden/h.md": "", "photo.png": "", "package-lock.json": "{}", "steps.yaml": "a: b\n",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_what_is_looked_at_by_default(project: Path) -> None:
    assert found(project) == ["README.md", "a.txt", "keep.tmp.md", "steps.yaml", "deep/top.txt", "deep/x.md"]


def test_a_folder_within_a_repository_keeps_to_the_ignore_files_above(project: Path) -> None:
    (project / "deep" / "z.tmp.md").write_text("")
    assert found(project / "deep") == ["top.txt", "x.md"]


def test_include_and_exclude(project: Path) -> None:
    assert found(project, include=["*.png", "deep/**"], exclude=["deep/x.md", "deep/.gitignore"]) == [
        "photo.png",
        "deep/top.txt",
    ]


def test_loops_links_out_and_things_that_are_no_files(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.md"
    outside.write_text("## Voicemail\n")
    (project / "deep" / "loop").symlink_to(project, target_is_directory=True)
    (project / "out.md").symlink_to(outside)
    (project / "in.md").symlink_to(project / "deep" / "x.md")
    (project / "dead.md").symlink_to(project / "gone.md")
    os.mkfifo(project / "pipe.md")
    assert [name for name in found(project) if name not in ("README.md", "a.txt", "keep.tmp.md", "steps.yaml")] == [
        "in.md",
        "deep/top.txt",
        "deep/x.md",
    ]


def test_a_repository_gives_its_two_scripts_and_nothing_else(tmp_path: Path) -> None:
    files = {
        "README.md": "# dialler\n\nLeaves a voicemail if nobody answers.\n\n> Hi there, thanks for using it!\n",
        "dial.py": 'import sys\n\n\ndef leave_voicemail(path):\n    print("No voicemail left, call me back")\n',
        "playbook.md": f'## Opener\n\n> "Hi, this is Ann, got a minute?"\n\n## Voicemail\n\n> "{MESSAGE.strip()}"\n',
        "steps.json": '{"steps": [{"channel": "email", "body": "Hi Sam, this is Ann, call me back."},'
        f' {{"channel": "voicemail", "body": "{MESSAGE.strip()}"}}]}}',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    paths = find_files(str(tmp_path))
    scripts = [(Path(path).name, script) for path in paths for script in read(read_file(path)).scripts]
    assert [(name, script.text) for name, script in scripts] == [
        ("playbook.md", MESSAGE.strip()),
        ("steps.json", MESSAGE.strip()),
    ]
