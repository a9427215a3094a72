"""A text takes a small multiple of its own memory, and says the same however it is kept."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from voicelint import draft, source, speech, words
from voicelint.benchmark.memory import multiple, prose, write
from voicelint.columns import Columns
from voicelint.decoding import read_file
from voicelint.library import Linter
from voicelint.readers import markdown_blocks
from voicelint.readers.lines import split
from voicelint.source import Source

LINTER = Linter()


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_long_message_is_judged_as_a_short_one(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    texts = prose(20_000, (code,))
    texts.append("\n\n".join(texts))
    as_objects = [json.dumps(LINTER.lint(text, language=code).to_dict()) for text in texts]
    monkeypatch.setattr(draft, "LONG", 0)
    monkeypatch.setattr(draft, "MANY", 0)
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


def test_the_command_takes_a_small_multiple_of_the_text(tmp_path: Path) -> None:
    """What is learnt of words weighs more in a small text: a megabyte takes less (`python -m voicelint.benchmark`)."""
    _, times = multiple(str(tmp_path), "message.txt", 300_000)
    assert times < 80


def test_markdown_is_read_part_by_part(tmp_path: Path) -> None:
    file = read_file(write(str(tmp_path), "voicemail.md", 300_000))
    LINTER.reading(file)  # loads what reads Markdown
    tracemalloc.start()
    try:
        scripts = LINTER.reading(file).scripts
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(scripts) > 400
    assert peak / len(file.text) < 16


@pytest.mark.parametrize(
    "text",
    [
        "## One\n\nA\nb\n\n## Two\n\n> c\n\nD\n\n\nE",
        "```\n\n# no heading\n\nA\n```\n\n# One\n\nB",
        "```\n\n# never closed\n\nA\n\nB\n\nC",
        "<!--\n\nA\n\n-->\n\nB\n\n- c\n\n  d\n\nE\n\n    f\n\nG",
        "- ```\n\n# One\n\n```\n\nA\n\nB\n===\n\n| a | b |\n|---|---|\n| c | d |\n\nE",
    ],
)
def test_parts_of_markdown_are_read_as_the_whole(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    lines = split(Source(text))
    whole = list(markdown_blocks.blocks(lines))
    monkeypatch.setattr(markdown_blocks, "PART", 1)
    assert list(markdown_blocks.blocks(lines)) == whole
