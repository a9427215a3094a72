"""What a start loads: each path of a run may load these modules and no others that cost time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FITTING = (
    "Hi Dana, it's Ann Lee from Acme. Bo Reed gave me your number. We cut your returns by a third. "
    "Call me on 617-555-0142.\n"
)
LACKING = "Hello Dana, it's Ann Lee from Acme. We sell shelves. Call me on 617-555-0142.\n"

# What takes a millisecond or more to load, or leads to such: each is kept out of the paths that do without it.
LIBRARIES = {
    "dataclasses",
    "email",
    "importlib.metadata",
    "importlib.resources",
    "inspect",
    "markdown_it",
    "multiprocessing",
    "num2words",
    "pathlib",
    "phonenumbers",
    "pydantic",
    "shutil",
    "spacy",
    "subprocess",
    "tempfile",
    "textstat",
    "tomllib",
    "yaml",
}
# Rooms that work out what the snapshots hold, or that only some runs need.
ROOMS = {
    "voicelint.compiler",
    "voicelint.config_schema",
    "voicelint.contacts",
    "voicelint.explanation",
    "voicelint.fixer",
    "voicelint.inquiries",
    "voicelint.manual",
    "voicelint.mending",
    "voicelint.nlp",
    "voicelint.phrases",
    "voicelint.rule_check",
    "voicelint.series",
}
# What reads and judges a message: a run that finds all its answers in the cache needs none of it.
JUDGING = {
    "voicelint.catalog",
    "voicelint.cues",
    "voicelint.draft",
    "voicelint.library",
    "voicelint.linter",
    "voicelint.phones",
    "voicelint.slots",
    "voicelint.speech",
    "voicelint.words",
}


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a run has loaded at its end."""
    code = (
        "import sys; from voicelint.cli import main; main(sys.argv[1:]); "
        "sys.stderr.write('\\n'.join(sys.modules)); sys.stderr.flush()"
    )
    command = [sys.executable, "-c", code, "--cache-dir", "kept", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.split("\n"))


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "fitting.txt").write_text(FITTING, encoding="utf-8")
    (tmp_path / "lacking.txt").write_text(LACKING, encoding="utf-8")
    loaded(tmp_path, "--no-cache", "fitting.txt")  # in a checkout whose rules have changed, this makes the snapshots
    return tmp_path


def test_a_message_that_the_cues_meet_loads_no_library_and_no_opinion(drafts: Path) -> None:
    modules = loaded(drafts, "--no-cache", "fitting.txt")
    assert modules & (LIBRARIES | ROOMS | {"voicelint.opinion"}) == set()
    assert "voicelint.linter" in modules


def test_the_second_opinion_loads_its_weights_and_no_library(drafts: Path) -> None:
    modules = loaded(drafts, "--no-cache", "lacking.txt")
    assert "voicelint.opinion" in modules
    assert modules & (LIBRARIES | ROOMS) == set()


def test_an_unchanged_file_loads_nothing_that_judges(drafts: Path) -> None:
    loaded(drafts, "lacking.txt")
    modules = loaded(drafts, "lacking.txt")
    assert modules & (LIBRARIES | ROOMS | JUDGING) == set()
