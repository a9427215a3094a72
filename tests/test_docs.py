"""What the pages for people say is so: what commands print, which modules they name, the rule that they add."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import ROOT

from voicelint.testing import mistakes_of_folder

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "corpus" / "README.md"]
_OUTPUT = re.compile(r"<!-- output: voicelint (.+) -->\n```text\n(.*?)```", re.DOTALL)
_MODULE = re.compile(r"python -m (voicelint[.\w]*)")


def printed(arguments: str) -> str:
    """What the command prints on eighty columns, without what a configuration or a cache would change."""
    command = [sys.executable, "-m", "voicelint", "--isolated", "--no-cache", *shlex.split(arguments)]
    environ = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "FORCE_COLOR"}}
    environ["PYTHONIOENCODING"] = "utf-8"
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode < 2, done.stderr
    return done.stdout.rstrip("\n")


def test_readme_shows_what_the_command_prints(generated) -> None:
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    assert _OUTPUT.search(text)
    shown = _OUTPUT.sub(lambda block: f"<!-- output: voicelint {block[1]} -->\n```text\n{printed(block[1])}\n```", text)
    generated(path, shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_name_modules_and_files_that_there_are(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [name for name in _MODULE.findall(text) if find_spec(name) is None] == []
    files = re.findall(r"`((?:tests|voicelint|corpus|rules)/[\w/.]+)`", text)
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_the_picture_of_the_house_names_rooms_that_there_are() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    picture = text.partition("```text\n")[2].partition("```")[0]
    rooms = [room for line in picture.splitlines() for room in re.split(" {2,}", line.strip())[0].split(" · ")]
    assert [room for room in rooms if find_spec(f"voicelint.{room}") is None] == []


def test_the_rule_of_the_guide_is_true_to_its_examples(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rule = text.partition("```toml\n")[2].partition("```")[0]
    lines = [line.removeprefix("   ") for line in rule.splitlines()]
    (tmp_path / "no-cheers.toml").write_text("\n".join(lines), encoding="utf-8")
    assert list(mistakes_of_folder(str(tmp_path))) == []
