"""What holds for any text in any format, tried on texts that hypothesis makes up, the same ones on every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import LINTER, NAMES, check
from test_cli import run

from voicelint.decoding import decode, encode
from voicelint.readers import ReadError
from voicelint.source import Source

settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

PIECES = (
    *(
        "Hi Dana, ",
        "this is Sam Reyes from Northwind. ",
        "Call me back on ",
        "617-555-0142",
        "01 99 00 12 34",
        "6175550142",
    ),
    *("um, ", "euh, ", "sorry to bother you ", "{{first_name}}", "[Your Name]", "${x", "%s", "{a|b}", "[pause]", "___"),
    *(
        "## Voicemail\n\n",
        "> ",
        "```voicemail\n",
        "```\n",
        "---\n",
        "voicemail: ",
        "|\n  ",
        '"',
        "'",
        "\\",
        "{",
        "}",
        "[",
        "]",
    ),
    *(
        "<Say>",
        "</Say>",
        "<Response>",
        "&amp;",
        "&#1;",
        "<!--",
        "-->",
        "<p>",
        "<h2>Voicemail</h2>",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
    ),
    *(
        "voicelint: allow jargon -- law",
        "# ",
        "\\ud800",
        "\\n",
        "voicemail",
        " = ",
        "profile: wamail\n",
        "rate: 5\n",
        "é",
        "²",
    ),
    *(
        "\u202e",
        "\u200b",
        "\x1b[31m",
        "\u2028",
        "\x85",
        "\ufeff",
        "e\u0301",
        "😀",
        "İ",
        "ß",
        "٣",
        "5 %",
        "$1.5m ",
        "3 p.m. ",
    ),
)
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=25).map("".join)
)


@pytest.mark.parametrize("name", NAMES)
@given(text=TEXTS)
def test_any_text_in_any_format_is_read_linted_mended_and_written(name: str, text: str) -> None:
    check(Source(text, name))


@given(text=st.text(st.characters(), max_size=40))
def test_any_string_of_python_is_linted(text: str) -> None:
    report = LINTER.lint(text)
    assert all(0 <= found.span.start <= found.span.end <= len(text) for found in report.findings)
    json.dumps(report.to_dict())


@given(data=st.binary(max_size=60))
def test_any_bytes_are_read_and_written_back_or_refused(data: bytes) -> None:
    try:
        source = decode(data, "a.txt")
    except ReadError:
        return
    assert encode(source.text, source) == data


@given(text=TEXTS)
def test_a_message_is_judged_alike_wherever_it_lies(text: str) -> None:
    def told(path: str) -> list[tuple[object, ...]]:
        reports = LINTER.lint_source(Source(text, path))
        return [(report.script, report.seconds, report.findings) for report in reports]

    assert told("a.txt") == told("/some/where/else/b.txt") == told("C:\\x\\c.txt")


def test_the_answer_depends_on_nothing_but_text_and_settings(tmp_path: Path) -> None:
    """Neither on order, jobs, cache, hash seed, locale nor folder."""
    texts = ["".join(PIECES[at::7]) for at in range(7)]
    names = []
    for number, text in enumerate(texts):
        for suffix in ("txt", "md", "json", "csv"):
            names.append(f"voicemail{number}.{suffix}")
            (tmp_path / names[-1]).write_text(text, encoding="utf-8", errors="backslashreplace")

    def told(*arguments: str, **environment: str) -> dict[str, object]:
        document = json.loads(run("--format", "json", *arguments, cwd=tmp_path, **environment).stdout)
        reports: dict[str, object] = {}
        for report in document["reports"]:
            reports.setdefault(report["path"], []).append(report)  # type: ignore[attr-defined]
        return reports | {"errors": sorted(error["path"] for error in document["errors"])}

    first = told("--no-cache", *names, PYTHONHASHSEED="1")
    assert len(first) > len(texts)
    assert told("--no-cache", *reversed(names), PYTHONHASHSEED="2") == first
    assert told("--no-cache", "--jobs", "3", *names, PYTHONHASHSEED="3", LC_ALL="C") == first
    kept = str(tmp_path / "kept")
    assert told("--cache-dir", kept, *names, LC_ALL="fr_FR.UTF-8") == first
    assert told("--cache-dir", kept, *names, TZ="Pacific/Auckland") == first


def test_the_fuzz_run_says_how_it_is_started() -> None:
    program = Path(__file__).with_name("fuzz.py")
    done = subprocess.run([sys.executable, str(program), "--help"], capture_output=True, text=True, timeout=60)
    assert "--seconds" in done.stdout or "atheris" in done.stderr
