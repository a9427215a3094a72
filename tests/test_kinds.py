"""The kinds that look at how things are said again, held up, opened and known: each alone, on made-up options."""

from __future__ import annotations

from typing import Any

import pytest

from voicelint import language
from voicelint.catalog import builtin
from voicelint.draft import Draft
from voicelint.kinds.eases import Eases
from voicelint.kinds.echoes import Echoes
from voicelint.kinds.opens import Opens
from voicelint.kinds.records import Records
from voicelint.kinds.supports import Supports
from voicelint.script import Script
from voicelint.settle import settle
from voicelint.source import Span

NAMED = "Hi Dana, it's Sam Reyes from Northwind. I'm on 617-555-0142."


def draft(text: str, **choices: Any) -> Draft:
    settings = settle(choices, builtin(), "en")
    return Draft(Script(text, Span(0, len(text))), settings, language.load("en"), builtin().matcher("en"))


def places(kind: Any, text: str, **choices: Any) -> list[str]:
    return [text[hit.span.start : hit.span.end] for hit in kind.hits(draft(text, **choices))]


def test_echoes_wants_a_word_of_the_stretch_again() -> None:
    kind = Echoes("x", move="identity.caller", again="Again, {phrase}.")
    assert places(kind, NAMED, length="classic") == ["Sam Reyes"]
    assert places(kind, f"{NAMED} Ask for Reyes.", length="classic") == []
    assert places(kind, "Call me.") == []


def test_echoes_repeats_before_the_goodbye_and_is_then_content() -> None:
    kind = Echoes("x", move="callback-number", again="Again, {phrase}.")
    text = f"{NAMED} Have a good day."
    (hit,) = kind.hits(draft(text, length="classic"))
    (edit,) = hit.repairs[0].edits
    mended = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert mended == f"{NAMED} Again, 617-555-0142. Have a good day."
    assert list(kind.hits(draft(mended, length="classic"))) == []


def test_echoes_asks_for_no_more_than_the_band_holds() -> None:
    text = f"{NAMED} Have a good day."
    assert places(Echoes("x", move="callback-number"), text, length="6-8") == []
    assert places(Echoes("x", move="callback-number", room=False), text, length="6-8") == ["617-555-0142"]


def test_echoes_speaks_only_beside_the_other_move() -> None:
    kind = Echoes("x", move="identity.caller", only_if="callback-number")
    assert places(kind, "Hi Dana, it's Sam Reyes from Northwind.") == []


@pytest.mark.parametrize(
    "text",
    ["We helped Fernway cut their costs.", "We can cut the costs of your shop in Leeds.", "I saw your new shop. " * 2],
)
def test_supports_is_content_with_a_name_or_a_move(text: str) -> None:
    assert places(Supports("x", move="value.concrete", moves=("proof", "context")), text) == []


def test_supports_speaks_of_a_bare_claim() -> None:
    text = "Hi Dana. We can save you money on your energy bills. Call me."
    claim = "We can save you money on your energy bills"
    assert places(Supports("x", move="value.concrete"), text) == [claim]
    assert places(Supports("x", move="proof"), text) == []


def test_opens_counts_characters_and_keeps_whole_words() -> None:
    kind = Opens("x", wanted={"name": ("identity.caller",)}, characters=20)
    text = "  Good morning everybody, what a day. It's Sam Reyes from Northwind."
    (hit,) = kind.hits(draft(text))
    assert (hit.variant, hit.facts["line"]) == ("name", "Good morning")
    assert text[hit.span.start : hit.span.end] == "Sam Reyes"
    assert list(kind.hits(draft("It's Sam Reyes."))) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, False),
        ({"caller": {"cli": "Withheld"}}, True),
        ({"caller.cli": "withheld"}, True),
        ({"caller": {"cli": "shown"}}, False),
        ({"caller": "withheld"}, False),
        ({"refused": True}, True),
        ({"refused": False}, False),
        ({"refused": "no"}, False),
        ({"refused": None}, False),
    ],
)
def test_records_knows_what_stands_beside(facts: dict[str, Any], found: bool) -> None:
    kind = Records("x", facts={"caller.cli": ("withheld",), "refused": ()})
    assert bool(list(kind.hits(draft("Hi Dana.", **facts)))) == found


def test_eases_leaves_numbers_tags_and_short_messages_alone() -> None:
    hard = "Interdisciplinary organisational transformation necessitates collaboration"
    assert places(Eases("x", words=5), f"{hard}. Call me.") == [hard]
    assert places(Eases("x", words=15), f"{hard}. Call me.") == []
    assert places(Eases("x", words=5), f"{hard} on 617-555-0142.") == []


def test_a_rule_that_is_not_asked_has_nothing_to_say() -> None:
    """What kinds look at decides whether they are asked: every rule's own examples, put to every rule."""
    rules = [rule for rule in builtin().rules.values() if "en" in rule.kinds]
    asked = passed_over = 0
    for text in [example for rule in rules for example in rule.blocks["en"].failing if isinstance(example, str)]:
        message = draft(text.replace("==", ""))
        for rule in rules:
            kind = rule.kinds["en"]
            if not kind.looks_at() or kind.looks_at() in message.cued:
                asked += 1
            else:
                passed_over += 1
                assert not list(kind.hits(message)), (rule.name, text)
    assert asked and passed_over


def test_a_fact_that_counts_where_it_is_missing_is_looked_at_without_facts() -> None:
    message = draft(NAMED)
    assert "<facts>" not in message.cued
    assert Records("x", facts={"consent": ("", "no")}).looks_at() == ""
    assert Records("x", facts={"caller.cli": ("hidden",)}).looks_at() == "<facts>"
