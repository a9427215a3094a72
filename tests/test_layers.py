"""Imports point down, and each heavy library has one door (architecture.md)."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from conftest import ROOT

PACKAGE = ROOT / "voicelint"

# From the top of the house to its ground; a room may import from its own floor and from those below.
FLOORS = [
    {
        "__init__",
        "__main__",
        "ablation",
        "benchmark",
        "build_hook",
        "catalogue_check",
        "cli",
        "cli_status",
        "component",
        "evaluate",
        "failure",
        "flags",
        "inquiries",
        "lessons",
        "linters",
        "mending",
        "noise",
        "preflight",
        "rule_pages",
        "run",
        "session",
        "targets",
        "logistic",
        "training",
        "verdicts",
    },
    {
        "answer",
        "cache",
        "conflicts",
        "cue_check",
        "fixer",
        "library",
        "manual",
        "render",
        "rule_table",
        "testing",
    },
    {
        "allow",
        "asker",
        "catalog",
        "choices",
        "config",
        "config_place",
        "config_schema",
        "contact_rows",
        "contacts",
        "defaults",
        "explanation",
        "filling",
        "foreign",
        "linter",
        "packs",
        "report",
        "series",
        "settle",
        "tally",
    },
    {"chosen", "profile", "rule", "rule_check"},
    {"kinds"},
    {"address", "columns", "cutplan", "dialling", "draft", "nlp", "opinion", "slips", "suggestion"},
    {"moves"},
    {"identity", "settings"},
    {"companies"},
    {"bare", "presented", "rough"},
    {"compiler", "names"},
    {"cues"},
    {"automaton", "phrases"},
    {"decoding", "detection", "discovery", "readability", "readers", "speech"},
    {
        "expressions",
        "marks",
        "markup",
        "meanings",
        "phone_letters",
        "phone_shapes",
        "phone_wording",
        "phone_words",
        "phones",
        "slots",
        "words",
    },
    {"finding", "folding", "word_table"},
    {
        "deadline",
        "globs",
        "interface",
        "language",
        "packed",
        "remembered",
        "repeated",
        "script",
        "source",
        "spelling",
        "terminal",
        "toml_place",
    },
    {"kept_pattern", "made"},
    {"snapshot"},
]
DOORS = {
    "markdown_it": {"readers"},
    "num2words": {"speech"},
    "hatchling": {"build_hook"},
    "phonenumbers": {"dialling"},
    "pyphen": {"readability"},
    "pydantic": {"config_schema", "rule_check"},
    "spacy": {"nlp"},
    "textstat": {"readability"},
    "yaml": {"readers"},
}


def rooms() -> list[tuple[str, str, ast.Module]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).with_suffix("").parts[0]
        found.append((room, str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))))
    return found


def imports(tree: ast.Module) -> set[str]:
    """Every module that is imported, at the top or inside a function, but for those under TYPE_CHECKING."""
    skipped = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for node in ast.walk(block)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "voicelint")
    return names


@pytest.mark.parametrize(("room", "path", "tree"), rooms(), ids=lambda value: value if isinstance(value, str) else "")
def test_heavy_libraries_have_one_door(room: str, path: str, tree: ast.Module) -> None:
    for library, doors in DOORS.items():
        if any(name.split(".")[0] == library for name in imports(tree)):
            assert room in doors, f"{path} imports {library}"


def test_importing_voicelint_loads_nothing_heavy() -> None:
    code = "import sys, voicelint; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "textstat", "pydantic", "num2words", "phonenumbers", "markdown_it", "yaml"} & set(loaded)


def test_every_room_stands_on_one_floor() -> None:
    assert sorted(room for floor in FLOORS for room in floor) == sorted({room for room, _, _ in rooms()})


def floor_of(room: str) -> int:
    """The number of a room's floor, from the top."""
    return next(number for number, floor in enumerate(FLOORS) if room in floor)


@pytest.mark.parametrize(("room", "path", "tree"), rooms(), ids=lambda value: value if isinstance(value, str) else "")
def test_imports_point_down(room: str, path: str, tree: ast.Module) -> None:
    """What a module loads when it is loaded stands on its own floor or below."""
    top = ast.Module([node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))], [])
    for name in imports(top):
        parts = name.split(".")
        is_room = len(parts) > 1 and ((PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").exists())
        if parts[0] == "voicelint" and is_room:
            assert floor_of(parts[1]) >= floor_of(room), f"{path} imports {name}, which stands above it"
