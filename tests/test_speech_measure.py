"""The maintainer's command over measured readings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from voicelint.speech import measure

READINGS = [
    {"text": "We open the gate at noon.", "hard": ["plain"], "seconds": {"a": 2.0, "b": 3.0}},
    {"text": "Call me on 617-555-0142.", "hard": ["phone"], "seconds": {"a": 4.6, "b": 6.9}},
    {"text": "Thanks.", "hard": ["full"], "seconds": {"a": 40.0}},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [{"lang": "en", "spoken": row["text"], **row} for row in READINGS]
    rows[1]["spoken"] = "Call me on six one seven, five five five, oh one four two."
    rows[2]["spoken"] = "Many thanks."
    (tmp_path / "readings.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_voices_are_set_by_plain_texts(folder: Path) -> None:
    table = measure.length_table(measure.read(folder))
    rows = {line.split("  ")[0].strip(): line for line in table}
    assert "error  0.0 %" in rows["en plain"]
    assert "inside   0 %" in rows["en messages"]
    assert "n 2" in rows["en hard texts"]


def test_differences_of_the_spoken_form_are_listed(folder: Path) -> None:
    first, *listed = measure.form_table(measure.read(folder))
    assert first == "en spoken form: 4.8 % of 21 words differ"
    assert listed == ["  Thanks.", "    wanted: 'many'  said: ''"]


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    assert measure.main([str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
    assert measure.main([]) == 2


def test_prose_and_speed_are_told(folder: Path) -> None:
    readings = measure.read(folder)
    (line,) = measure.prose_table(readings)
    best = readings[0].speech.seconds.best
    assert f"as a whole {100 * (best * 150 / 60 / 6 - 1):+5.1f} %" in line and "words 6" in line
    assert measure.speed_line(readings).split(" ms")[0].replace(".", "").isdigit()
