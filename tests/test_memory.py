"""A text takes a small multiple of its own memory, and says the same however it is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from voicelint import draft, source, speech, words
from voicelint.benchmark.memory import multiple, prose
from voicelint.columns import Columns
from voicelint.library import Linter

LINTER = Linter()


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_long_message_is_judged_as_a_short_one(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    texts = prose(20_000, (code,))
    texts.append("\n\n".join(texts))
    as_objects = [json.dumps(LINTER.lint(text, language=code).to_dict()) for text in texts]
    monkeypatch.setattr(draft, "LONG", 0)
    monkeypatch.setattr(words, "LONG", 0)
    monkeypatch.setattr(speech, "_PART", 3)
    monkeypatch.setattr(source, "_PORTION", 50)
    assert isinstance(LINTER.lint(texts[-1], language=code).draft.moves, Columns)
    assert [json.dumps(LINTER.lint(text, language=code).to_dict()) for text in texts] == as_objects


def test_columns_are_a_sequence() -> None:
    row = Columns[tuple[str, int, int]](lambda head, first, last: (head, first, last))
    for value in (("a", 0, 2), ("b", 1, 1), ("a", 3, 4)):
        row.add(*value)
    assert list(row) == [("a", 0, 2), ("b", 1, 1), ("a", 3, 4)]
    assert (len(row), row[1], row[-1], row[1:]) == (3, ("b", 1, 1), ("a", 3, 4), [("b", 1, 1), ("a", 3, 4)])
    assert row.index(("a", 3, 4)) == 2
    assert not Columns(str)


@pytest.mark.parametrize(("name", "most"), [("message.txt", 75), ("voicemail.md", 70)])
def test_the_command_takes_a_small_multiple_of_the_text(tmp_path: Path, name: str, most: int) -> None:
    """What is learnt of words weighs more in a small text: a megabyte takes less (`python -m voicelint.benchmark`)."""
    _, times = multiple(str(tmp_path), name, 300_000)
    assert times < most
