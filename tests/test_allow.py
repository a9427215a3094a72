"""Allowances: read in every kind of file, handed to their message, answered when they are wrong."""

import time
from typing import Any

import pytest

from voicelint.allow import Allowances, find_allowances
from voicelint.finding import Finding, Seconds, Severity
from voicelint.report import Report
from voicelint.settings import Band, Settings
from voicelint.source import Source, Span

KNOWN = ("jargon", "missing-context", "missing-value")


@pytest.mark.parametrize(
    "line",
    [
        "<!-- voicelint: allow missing-value -- set by law -->",
        "<!--voicelint: allow missing-value -- set by law-->",
        "# voicelint: allow missing-value -- set by law",
        "// voicelint: allow missing-value -- set by law",
        "/* voicelint: allow missing-value -- set by law */",
        "{# voicelint: allow missing-value -- set by law #}",
        "; voicelint: allow missing-value — set by law",
        "-- voicelint: allow missing-value -- set by law",
        '  "voicelint": "allow missing-value -- set by law",',
        'voicelint = "allow missing-value -- set by law"',
    ],
)
def test_a_mark_is_read_in_every_kind_of_file(line: str) -> None:
    (found,) = find_allowances(f"Bonjour,\n{line}\nau revoir\n")
    assert (found.rules, found.reason, found.everywhere) == (("missing-value",), "set by law", False)


@pytest.mark.parametrize(
    "line",
    [
        "We use voicelint: allow missing-value -- in our hooks",
        "<!-- voicelint: script -->",
        "<!-- voicelint: skip -->",
        "voicelint allows missing-value",
        "# see voicelint.example",
    ],
)
def test_other_words_are_no_allowance(line: str) -> None:
    assert find_allowances(line) == ()


def test_front_matter_speaks_for_the_whole_file() -> None:
    (found,) = find_allowances("---\nvoicelint: allow jargon -- our trade\n---\nHi\n")
    assert found.everywhere


def test_several_rules_share_a_reason() -> None:
    (found,) = find_allowances("# voicelint: allow jargon, missing-value -- both are wanted")
    assert found.rules == ("jargon", "missing-value")


def test_a_mistyped_allow_is_still_understood() -> None:
    (found,) = find_allowances("# voicelint: alow jargon -- x")
    assert found.rules == ("jargon",)


def report(source: Source, span: Span, *rules: str, **settings: Any) -> Report:
    """A report with one finding of each rule."""
    findings = tuple(Finding(rule, Severity.error, "message", "advice", span) for rule in rules)
    lengths = (Seconds(1, 2, 3), Band(8, 14))
    return Report(source, span, "", Settings(**settings), 1, 1, *lengths, (), findings, draft=None)  # type: ignore[arg-type]


def answered(text: str, *rules: str, **settings: Any) -> list[list[str]]:
    """The rules still found in each message (marked by | |) when each broke all of `rules`."""
    bars = [at for at, character in enumerate(text) if character == "|"]
    spans = [Span(start + 1, end) for start, end in zip(bars[::2], bars[1::2], strict=True)]
    source = Source(text)
    allowances = Allowances(source, spans, KNOWN)
    reports = [report(source, span, *rules, **settings) for span in spans]
    return [
        [finding.rule for finding in allowances.apply(found, at, KNOWN).findings] for at, found in enumerate(reports)
    ]


def test_an_allowance_before_a_message_is_for_that_message_alone() -> None:
    text = "|one|\n<!-- voicelint: allow jargon -- ours -->\n|two|\n|three|\n"
    assert answered(text, "jargon") == [["jargon"], [], ["jargon"]]


def test_an_allowance_inside_a_message_or_behind_it_is_for_that_message() -> None:
    assert answered("|one\n# voicelint: allow jargon -- ours\nmore|\n|two|", "jargon") == [[], ["jargon"]]
    assert answered("|one|  # voicelint: allow jargon -- ours\n|two|", "jargon") == [[], ["jargon"]]


def test_an_allowance_in_front_matter_is_for_all() -> None:
    assert answered("---\nvoicelint: allow jargon -- ours\n---\n|one| |two|", "jargon") == [[], []]


def test_an_allowance_without_a_reason_does_not_count() -> None:
    assert answered("# voicelint: allow jargon\n|one|", "jargon") == [["allowance-without-reason", "jargon"]]


def test_an_allowance_that_was_not_needed_is_said_once() -> None:
    text = "---\nvoicelint: allow jargon -- ours\n---\n|one| |two|"
    assert answered(text, "missing-value") == [["missing-value"], ["unused-allowance", "missing-value"]]


def test_an_allowance_used_by_one_message_is_not_called_unused() -> None:
    source = Source("---\nvoicelint: allow jargon -- ours\n---\none two")
    spans = [Span(40, 43), Span(44, 47)]
    allowances = Allowances(source, spans, KNOWN)
    assert allowances.apply(report(source, spans[0], "jargon"), 0, KNOWN).findings == ()
    assert allowances.apply(report(source, spans[1]), 1, KNOWN).findings == ()


def test_a_rule_that_was_not_asked_is_not_called_unused() -> None:
    source = Source("# voicelint: allow jargon -- ours\none")
    allowances = Allowances(source, [Span(34, 37)], KNOWN)
    assert allowances.apply(report(source, Span(34, 37)), 0, ("missing-value",)).findings == ()


def test_an_unknown_rule_is_said_with_the_nearest_name_in_the_readers_language() -> None:
    source = Source("# voicelint: allow jargn -- métier\nun")
    allowances = Allowances(source, [Span(35, 37)], KNOWN)
    (finding,) = allowances.apply(report(source, Span(35, 37), reader="fr"), 0, KNOWN).findings
    assert finding.rule == "unknown-allowance"
    assert "jargn" in finding.message and "jargon" in finding.advice and "règle" in finding.message


def test_hostile_text_is_read_in_linear_time() -> None:
    began = time.process_time()
    find_allowances("# voicelint: allow " * 10_000 + "-->" * 10_000)
    assert time.process_time() - began < 2
