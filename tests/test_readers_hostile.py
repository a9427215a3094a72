"""Files made to break a reader: each is read or refused, in time that grows with its length."""

from __future__ import annotations

import time

import pytest

from voicelint.readers import ReadError, read
from voicelint.source import Source

LENGTH = 60_000
HOSTILE = {
    "one line.md": "voicemail " + "a" * LENGTH,
    "quotes.md": "# Voicemail\n\n" + '"' * LENGTH,
    "open quotes.md": "# Voicemail\n\n" + "“Hi this is\n\n" * (LENGTH // 12),
    "stars.md": "# Voicemail\n\n" + "** " * (LENGTH // 3),
    "brackets.md": "# Voicemail\n\n" + "[" * LENGTH,
    "blockquotes.md": "# Voicemail\n\n" + "> " * (LENGTH // 2),
    "comments.md": "# Voicemail\n\n" + "<!-- " * (LENGTH // 5),
    "spaces.md": "# Voicemail\n\n" + '"Hi Sam' + " " * LENGTH + 'x"',
    "table.md": "# Voicemail\n\n|a|b|\n|-|-|\n" + "|a|b|\n" * (LENGTH // 6),
    "hashes.txt": "# " + "#" * LENGTH + "x",
    "dashes.txt": "- " * (LENGTH // 2) + "x",
    "deep.json": '{"voicemail": ' + "[" * LENGTH,
    "deep.yaml": "voicemail: " + "[" * LENGTH,
    "deeper.yaml": "voicemail:\n" + "- " * LENGTH,
    "quotes.yaml": "voicemail: '" + "''" * (LENGTH // 2) + "'",
    "deep.toml": "voicemail = " + "[" * LENGTH,
    "backslashes.toml": 'voicemail = "' + "\\\\" * (LENGTH // 2) + '"',
    "open.csv": 'voicemail\n"' + "a" * (LENGTH * 20),
    "marks.csv": "voicemail\n" + '"a' * (LENGTH // 2),
    "tags.html": "<h1>voicemail</h1>" + "<a " * (LENGTH // 3),
    "ampersands.html": "<h1>voicemail</h1>" + "&" * LENGTH,
    "quotations.html": "<h1>voicemail</h1>" + "<blockquote>a" * (LENGTH // 13),
    "tags.xml": "<Response><Say>" + "<a " * (LENGTH // 3),
    "brackets.py": "voicemail = " + "(" * LENGTH,
    "sum.py": "voicemail = " + '"a" + ' * (LENGTH // 6) + '"b"',
    "braces.js": "voicemail = " + "{" * LENGTH,
    "slashes.js": "voicemail = " + "/[" * (LENGTH // 2),
    "templates.js": "voicemail = `" + "${" * (LENGTH // 2),
    "backslashes.js": 'voicemail = "' + "\\" * LENGTH,
}


@pytest.mark.parametrize("path", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_time(path: str) -> None:
    begun = time.process_time()
    try:
        scripts = read(Source(HOSTILE[path], path)).scripts
    except ReadError as error:
        assert error.message and "\n" not in str(error)
        scripts = ()
    assert all(script.span.end <= len(HOSTILE[path]) for script in scripts)
    assert time.process_time() - begun < 8  # what is not linear takes minutes


def test_an_alias_bomb_is_not_expanded() -> None:
    bomb = 'a: &a ["x", "x"]\n'
    for last, name in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True):
        bomb += f"{name}: &{name} [{', '.join(['*' + last] * 9)}]\n"
    bomb += "voicemail: Hi Sam, this is Ann at Harlow, call me.\n"
    assert len(read(Source(bomb, "a.yaml")).scripts) == 1


def test_nothing_is_executed_or_constructed() -> None:
    evil = "voicemail: !!python/object/apply:os.system ['exit 3']\nvm: Hi Sam, this is Ann at Harlow, call me.\n"
    assert [script.name for script in read(Source(evil, "a.yaml")).scripts] == ["vm"]
    program = "raise SystemExit(3)\nVOICEMAIL = 'Hi Sam, this is Ann at Harlow, call me.'\n"
    assert [script.name for script in read(Source(program, "a.py")).scripts] == ["VOICEMAIL"]


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("a.json", '{"voicemail": "x", }', "line 1, column 19"),
        ("a.yaml", "voicemail: a: b\n", "line 1, column 13"),
        ("a.toml", 'x = 1\nvoicemail = "a\n', "line 2, column 15"),
        ("a.csv", 'voicemail\nx\n"open\n', "line 3, column 1"),
    ],
)
def test_what_is_broken_is_said_with_its_place(path: str, text: str, place: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(Source(text, path))
    assert caught.value.place == place


def test_a_broken_program_and_a_broken_line_are_noted() -> None:
    assert "line 1" in read(Source("voicemail = (", "a.py")).notes[0]
    assert "line 2" in read(Source('{"voicemail": 1}\n{oops\n', "a.jsonl")).notes[0]
