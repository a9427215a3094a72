"""What cues alone find of context and value in single sentences, and what they leave: `tests/cases/meaning/`."""

from __future__ import annotations

import tomllib
from functools import cache

import pytest
from conftest import ROOT

from voicelint.library import Linter
from voicelint.script import whole
from voicelint.source import Source

# What stands before each sentence, so that it is no opening.
BEFORE = {
    "en": "Hi Dana, Sam Reyes from Northwind. ",
    "fr": "Bonjour Madame Roche, Karim Belkacem, de Novatri. ",
}
KINDS = {"context": ("source", "encounter", "trigger", "none"), "value": ("concrete", "vague", "none")}


@cache
def cases(code: str) -> dict[str, dict[str, list[str]]]:
    """The sentences of a language by move and kind."""
    return tomllib.loads((ROOT / "tests" / "cases" / "meaning" / f"{code}.toml").read_text(encoding="utf-8"))


@cache
def linter() -> Linter:
    return Linter()


def found(code: str, move: str, said: str) -> list[str]:
    """The kind of each move of a name that cues find in a sentence."""
    source = Source(BEFORE[code] + said)
    return [made.kind for made in linter().draft(source, whole(source), language=code).cue_moves if made.move == move]


@pytest.mark.parametrize("code", BEFORE)
@pytest.mark.parametrize(
    ("move", "kind"), [(move, kind) for move, kinds in KINDS.items() for kind in kinds if kind != "none"]
)
def test_a_sentence_makes_its_move(code: str, move: str, kind: str) -> None:
    """Of a vague value no word is concrete; beside a context another may stand."""
    kinds = {said: found(code, move, said) for said in cases(code)[move][kind]}
    wrong = {said: told for said, told in kinds.items() if (told != [kind] if kind == "vague" else kind not in told)}
    assert kinds
    assert wrong == {}


@pytest.mark.parametrize("code", BEFORE)
@pytest.mark.parametrize("move", KINDS)
def test_a_sentence_that_only_comes_near_a_move_makes_none(code: str, move: str) -> None:
    kinds = {said: found(code, move, said) for said in cases(code)[move]["none"]}
    assert len(kinds) > 500
    assert {said: told for said, told in kinds.items() if told} == {}
