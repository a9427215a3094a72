"""A text takes a small multiple of its own memory, and says the same however it is kept."""

from __future__ import annotations

import json
import tracemalloc
from array import array
from operator import itemgetter
from pathlib import Path

import pytest

from voicelint import answer, draft, source, speech, words
from voicelint.benchmark.memory import MOST, SIZE, multiple, prose, write
from voicelint.cli import main
from voicelint.columns import Columns
from voicelint.decoding import read_file
from voicelint.library import Linter
from voicelint.packed import Packed, in_order
from voicelint.readers import markdown_blocks
from voicelint.readers.lines import split
from voicelint.repeated import Repeated, Starts
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


def test_packed_values_are_a_sequence() -> None:
    values = [("b", at % 7, (at,)) for at in range(1_234)]
    packed = in_order(iter(values), itemgetter(1))
    expected = sorted(values, key=itemgetter(1))
    assert list(packed) == expected
    assert (len(packed), packed[0], packed[-1], packed[700:703]) == (
        1_234,
        expected[0],
        expected[-1],
        expected[700:703],
    )
    assert not Packed(())
    with pytest.raises(IndexError):
        packed[1_234]


def test_what_cannot_be_pickled_is_kept() -> None:
    made = [lambda: 1, lambda: 2]
    assert list(Packed(made)) == made


def test_starts_are_a_sequence() -> None:
    row = Starts(array("d", (1.5, 2.0, 4.25)), Repeated((0.5, 0.0, 0.25)))
    assert list(row) == [0.5, 1.5, 2.25]
    assert (len(row), row[0], row[-1], row[1:]) == (3, 0.5, 2.25, [1.5, 2.25])


@pytest.mark.parametrize("form", ["text", "concise", "json"])
@pytest.mark.parametrize("timeline", [False, True])
def test_a_run_says_the_same_however_small_its_reports_are_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, *, timeline: bool
) -> None:
    path = write(str(tmp_path), "voicemail.md", 12_000)
    words = {"text": [], "concise": ["--quiet"], "json": ["--format", "json"]}[form]
    told = []
    for most, part in ((10**9, 30_000), (5_000, 30_000), (0, 3_000)):
        monkeypatch.setattr(answer, "_PLAIN", most)
        monkeypatch.setattr(answer, "_PART", part)
        main(["--isolated", "--no-cache", *words, *(["--timeline"] if timeline else []), path])
        told.append(capsys.readouterr().out)
    assert len(told[0]) > 10_000
    assert told[1:] == [told[0], told[0]]


def test_the_command_takes_a_small_multiple_of_the_text(tmp_path: Path) -> None:
    _, times = multiple(str(tmp_path), "message.txt", SIZE)
    assert times < MOST


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
