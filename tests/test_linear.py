"""Time and memory grow with the length of a text, not with its square, whatever stands in it."""

from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Callable

import pytest

from voicelint.answer import Wanted, written
from voicelint.library import Linter
from voicelint.source import Source
from voicelint.terminal import Style

SHORT, LONG = 1_500, 15_000  # characters: ten times as long may take fifteen times as long
MOST = 15
SLACK = 0.05  # seconds: what a busy machine adds to the short one's or the long one's time
SAID = (
    "Hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number after the Leeds forum. "
    "Sorry to bother you, um, call me back on 6175550142 or 617-555-0142."
)
# Units of text that once took a time that grew with the square, and their kin.
UNITS = (
    *("5, ", "1,000 ", "___ ", "hi ", "-", "a-", "A-", "1-", "a.", "1.", "1 ", "a,b", "(", "[a", "{{", "{a|b} ", "${"),
    *("<a ", "[pause] ", "“", "'", "call me back on ", "um, ", "I we ", "www.", "a@", "@", "*", "| ", "\\", "&amp;"),
    *("\n", "+1 ", "(555) ", "xxx-", "oh one ", "555-0142 ", "$1 ", "2:30 ", "\u0301", "\u202e", "…", "IV ", "1/2 "),
    *("!", ":", "–", " ", "-x", "- "),
    *("# voicelint: allow jargon -- y\n", "voicelint: ", "euh, "),
)
FORMATS: dict[str, Callable[[int], str]] = {
    "message.txt": lambda n: (SAID + "\n") * n,
    "parts.txt": lambda n: (SAID + "\n\n---\n\n") * n,
    "voicemail.md": lambda n: f"## Voicemail\n\n<!-- voicelint: allow jargon -- law -->\n\n> {SAID}\n\n" * n,
    "quote.md": lambda n: "## Voicemail\n\n" + f"> {SAID}\n" * n,
    "voicemail.json": lambda n: json.dumps([{"voicemail": SAID}] * n),
    "long.json": lambda n: json.dumps({"voicemail": f"{SAID}\n" * n}),
    "voicemail.jsonl": lambda n: f"{json.dumps({'voicemail': SAID})}\n" * n,
    "voicemail.yaml": lambda n: f'- voicemail: "{SAID}"\n' * n,
    "block.yaml": lambda n: "voicemail: |\n" + f"  {SAID}\n" * n,
    "voicemail.toml": lambda n: f'[[drops]]\nvoicemail = "{SAID}"\n' * n,
    "voicemail.csv": lambda n: "name,voicemail\n" + f'Ann,"{SAID}"\n' * n,
    "voicemail.tsv": lambda n: "name\tvoicemail\n" + f"Ann\t{SAID}\n" * n,
    "voicemail.xml": lambda n: "<all>" + f"<Response><Say>{SAID}</Say></Response>\n" * n + "</all>",
    "voicemail.ssml": lambda n: "<speak>" + f"<p>{SAID}</p>\n" * n + "</speak>",
    "voicemail.html": lambda n: f"<h2>Voicemail</h2><p>{SAID}</p>\n" * n,
    "voicemail.py": lambda n: "".join(f'VOICEMAIL_{at} = "{SAID}"\n' for at in range(n)),
    "voicemail.js": lambda n: "".join(f'const voicemail{at} = "{SAID}";\n' for at in range(n)),
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    """A linter that has loaded what it needs."""
    made = Linter()
    for path, text in FORMATS.items():
        answer(made, text(2), path)
    return made


def answer(linter: Linter, text: str, path: str) -> None:
    """Lint a text and write its reports."""
    for report in linter.lint_source(Source(text, path)):
        written(report, Wanted("text", Style()))


def seconds(linter: Linter, text: str, path: str) -> float:
    """Processor time of one answer: other programs do not count."""
    begun = time.process_time()
    answer(linter, text, path)
    return time.process_time() - begun


def assert_linear(linter: Linter, short: str, long: str, path: str) -> None:
    """Ten times the length takes at most fifteen times the time; a first measure that says otherwise is doubted."""
    for _ in range(3):
        brief, lengthy = seconds(linter, short, path), seconds(linter, long, path)
        if lengthy <= MOST * brief + SLACK:
            return
    raise AssertionError(f"{path}: {brief:.3f} s, and {lengthy:.3f} s for ten times the length")


@pytest.mark.parametrize("path", FORMATS)
def test_ten_times_the_scripts_take_ten_times_the_time(linter: Linter, path: str) -> None:
    text = FORMATS[path]
    assert_linear(linter, text(SHORT // len(SAID)), text(LONG // len(SAID)), path)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_ten_times_a_message_takes_ten_times_the_time(linter: Linter, unit: str) -> None:
    short, long = (f"Hi Dana. {unit * (length // len(unit))}x" for length in (SHORT, LONG))
    assert_linear(linter, short, long, "message.txt")


@pytest.mark.parametrize("path", ["voicemail.csv", "voicemail.md"])
def test_reading_takes_a_small_multiple_of_the_text(linter: Linter, path: str) -> None:
    text = FORMATS[path](60_000 // len(SAID))
    tracemalloc.start()
    try:
        linter.reading(Source(text, path))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak / len(text) < 40
