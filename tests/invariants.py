"""What holds for every text in every format, sensible or not: for the property tests and for the fuzz run."""

from __future__ import annotations

import json
from collections.abc import Iterable

from voicelint.answer import Wanted, written
from voicelint.fixer import mended
from voicelint.library import Linter
from voicelint.readers import ReadError, Reading
from voicelint.report import Report
from voicelint.script import Script
from voicelint.source import Source, Span
from voicelint.terminal import Style, safe

# One name a reader; most speak of voicemail, so that the reader does not pass over the file.
NAMES = (
    "message.txt",
    "voicemail.md",
    "voicemail.json",
    "voicemail.jsonl",
    "voicemail.yaml",
    "voicemail.toml",
    "voicemail.csv",
    "voicemail.tsv",
    "voicemail.xml",
    "voicemail.ssml",
    "voicemail.html",
    "voicemail.php",
    "voicemail.py",
    "voicemail.js",
    "voicemail.ts",
    "readme.md",
)
LINTER = Linter()
FORMS = ("text", "concise", "spoken", "json")


def check(source: Source) -> None:
    """Read, lint, mend and write a source; whatever it is, only ReadError may come of it."""
    try:
        reading = LINTER.reading(source)
    except ReadError as error:
        assert error.message
        return
    check_reading(source, reading)
    reports = tuple(LINTER.lint_source(source))
    assert len(reports) == len(reading.scripts)
    for report in reports:
        check_report(report)
        check_written(report)
    check_fixes(source)


def check_reading(source: Source, reading: Reading) -> None:
    """Scripts lie within the text, in order, and read back from their places."""
    assert all(first.span.start <= second.span.start for first, second in zip(reading.scripts, reading.scripts[1:]))  # noqa: B905
    for left in reading.skipped:
        assert_within(left.span, source)
    for script in reading.scripts:
        check_script(source, script)


def check_script(source: Source, script: Script) -> None:
    """Every piece of a script is where it says it is."""
    assert_within(script.span, source)
    if not script.pieces:
        assert_same(source.text[script.span.start : script.span.end], script.text)
        return
    at = place = 0
    for piece in script.pieces:
        assert piece.text_start == at and piece.source_start >= place, script.pieces
        at, place = at + piece.text_length, piece.source_start + piece.source_length
        assert place <= len(source.text)
        if piece.text_length == piece.source_length:
            assert_same(source.text[piece.source_start : place], script.text[piece.text_start : at])
    assert at == len(script.text)


def check_report(report: Report) -> None:
    """Findings, moves, edits and the timeline lie within the text; findings stand in order."""
    places = [(finding.span, finding.rule) for finding in report.findings]
    assert places == sorted(places)
    for finding in report.findings:
        assert_within(finding.span, report.source)
        assert finding.message and finding.advice and "{" not in finding.rule
        for fix in finding.fixes:
            for edit in fix.edits:
                assert_within(edit.span, report.source)
    for move in report.moves:
        assert_within(move.span, report.source)
    assert 0 <= report.seconds.low <= report.seconds.best <= report.seconds.high
    until = 0.0
    for entry in report.timeline():
        assert_within(Span(entry["start"], entry["end"]), report.source)
        assert until - 0.02 <= entry["from"] <= entry["to"] + 0.02, entry
        until = entry["to"]


def check_fixes(source: Source) -> None:
    """Safe fixes apply, and a second run changes nothing more."""
    done = mended(source, LINTER.lint_source)
    again = mended(done.source, LINTER.lint_source)
    assert again.source.text == done.source.text, (done.source.text, again.source.text)


def check_written(report: Report) -> None:
    """No form of a report holds anything that a terminal would obey; JSON is JSON."""
    for form in FORMS:
        text = written(report, Wanted(form, Style(width=40), timeline=True))
        if form == "json":
            assert json.loads(text) == json.loads(json.dumps(report.to_dict()))
        else:
            assert_shown(text.split("\n"))


def assert_shown(lines: Iterable[str]) -> None:
    """Every character of the lines is one that a terminal shows."""
    for line in lines:
        assert safe(line) == line, line


def assert_same(there: str, here: str) -> None:
    """The same characters; only a blank of the source may have become another one."""
    assert len(there) == len(here), (there, here)
    assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(there, here, strict=True)), (there, here)


def assert_within(span: Span, source: Source) -> None:
    assert 0 <= span.start <= span.end <= len(source.text), (span, len(source.text))
