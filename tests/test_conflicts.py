"""No two rules ever ask for opposite things: by what the rule files say they ask for, and by doing what they ask."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from voicelint import language
from voicelint.catalog import Catalog, builtin, kind_named
from voicelint.conflicts import conflicts
from voicelint.fixer import applied
from voicelint.library import Linter
from voicelint.report import Report
from voicelint.rule import Rule, build
from voicelint.settle import settle
from voicelint.testing import Example, examples

CATALOG = builtin()
LINTER = Linter()
by_name = pytest.mark.parametrize("rule", CATALOG.rules.values(), ids=lambda rule: rule.name)

# Rules that may speak of a text only because another was followed, and why that is no contradiction.
_SLOTS = {"instruction-slot", "mixed-slot-syntax", "unknown-slot", "unresolved-placeholder"}  # a suggestion to fill in
# Rules that wait until there is something to speak of: a number that can be said twice (now that there is one, or room
# for it), a reason that comes late, a caller who speaks of themselves.
_WAITING = {"callback-number-once", "caller-centric", "late-reason"}
_NEEDED = {
    "missing-ask",
    "missing-callback-number",
    "missing-caller",
    "missing-context",
    "missing-reason",
    "missing-value",
}
FOLLOWS = {
    # What has to be said takes seconds; which others to give up is what the cut plan of spoken-length says.
    **{(rule, "spoken-length"): "what is needed comes first" for rule in (*_NEEDED, "vague-value")},
    **{
        (rule, "late-identity"): "a sentence before the name"
        for rule in ("missing-caller", "missing-value", "vague-value")
    },
    ("number-grouping", "spoken-length"): "figures in groups take another time to say than a block",
    ("unspeakable-text", "missing-reason"): "one word less leaves too few to be a reason",
    **{(rule, "missing-reason"): "a last sentence that ended with the text is another one now" for rule in _NEEDED},
    ("missing-ask", "multiple-asks"): "an ask that the cues did not know for one",
    **{
        (rule, other): "the opinion reads another text"
        for rule in (*_NEEDED, "spoken-filler", "vague-value")
        for other in ("missing-context", "missing-value", "vague-value")
    },
    **{(rule, "missing-caller"): "a text of one sentence has no capitals that tell names" for rule in _NEEDED},
}


def rule_asking(name: str, **asks: Any) -> Rule:
    block = {"message": "M.", "advice": "A.", "pass": ["x"], "fail": ["y"], "cues": ["zzzyx"]}
    data = {"kind": "forbids", "profiles": list(CATALOG.profiles), "asks": asks, "en": block}
    return build(name, data, kind_named, languages=language.codes())


@by_name
def test_every_rule_says_what_it_asks_for(rule: Rule) -> None:
    asks = rule.data["asks"]
    assert asks
    assert all(set(bounds) <= {"least", "most"} and bounds for bounds in asks.values())


def test_no_two_rules_ask_for_opposite_things() -> None:
    assert list(conflicts(CATALOG)) == []


def test_rules_that_ask_for_the_opposite_are_found() -> None:
    opposite = {
        "callback-number": ("callback-number-once", 1),
        "debt": ("weak-payment-question", 0),
        "notice": ("legal-notice", 0),
        "reason": ("missing-reason", 0),
        "seconds": ("spoken-length", 6),
    }
    odd = [rule_asking(f"odd-{thing}", **{thing: {"most": most}}) for thing, (_, most) in opposite.items()]
    found = {(conflict.thing, conflict.more) for conflict in conflicts(CATALOG.with_rules(odd))}
    assert {(thing, other) for thing, (other, _) in opposite.items()} <= found


def speaking(catalog: Catalog = CATALOG, **choices: Any) -> set[str]:
    """The rules that can speak under some choices."""
    settings = settle(choices, catalog, "en")
    return {
        rule.name
        for rule in catalog.rules.values()
        if settings.profile in rule.profiles and rule.speaks_under(settings)
    }


# The table of conflicts, row by row: under these choices the first rules speak, the others do not.
TABLE = [
    ({"length": "flash"}, {"spoken-length"}, {"callback-number-once"}),
    ({"length": "classic"}, {"spoken-length", "callback-number-once"}, set()),
    ({"goal": "email", "value": "optional"}, {"missing-context"}, {"missing-value", "vague-value"}),
    ({"goal": "email"}, {"missing-ask"}, {"missing-callback-number", "callback-number-once"}),
    ({"goal": "none"}, set(), {"missing-ask", "missing-callback-number", "callback-number-once"}),
    ({"identity": "last"}, set(), {"late-identity"}),
    ({"identity": "any"}, set(), {"late-identity"}),
    (
        {"identity": "last", "jurisdiction": "us", "audience": "consumer", "delivery": "recorded"},
        {"legal-identity-first", "legal-notice"},
        {"late-identity"},
    ),
    (
        {"profile": "collection", "jurisdiction": "us", "audience": "consumer", "delivery": "tts"},
        {"debt-disclosure", "legal-limited-content"},
        {"missing-reason", "missing-context", "missing-value", "legal-notice", "legal-ai-voice", "series-repeat"},
    ),
    ({"profile": "collection", "delivery": "live-call"}, {"weak-payment-question"}, {"debt-disclosure"}),
    ({"profile": "collection"}, {"debt-disclosure"}, {"weak-payment-question"}),
    ({"profile": "reminder"}, set(), {"series-repeat"}),
]


@pytest.mark.parametrize(("choices", "speak", "silent"), TABLE)
def test_the_table_of_conflicts_is_settled(choices: dict[str, Any], speak: set[str], silent: set[str]) -> None:
    found = speaking(**choices)
    assert speak <= found
    assert not silent & found


def test_seconds_of_a_legal_notice_do_not_count() -> None:
    text = (
        "Hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number. I can halve your returns. "
        "To opt out of these calls, dial 800-555-0143. I'm on 617-555-0142."
    )
    law = {"jurisdiction": "us", "audience": "consumer", "delivery": "recorded"}
    assert "spoken-length" in rules_of(LINTER.lint(text, language="en"))
    assert "spoken-length" not in rules_of(LINTER.lint(text, language="en", **law))


COMBINATIONS = list(product(CATALOG.profiles, ("", *CATALOG.bands), ("once", "twice")))


def rules_of(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


def judged(rule: Rule) -> Iterator[tuple[Example, dict[str, Any]]]:
    """Each failing example of a rule under one of the combinations; together they go through all of them."""
    first = sorted(CATALOG.rules).index(rule.name)
    for at, example in enumerate(examples(rule)):
        profile, length, number = COMBINATIONS[(7 * (first * 31 + at)) % len(COMBINATIONS)]
        beside = {name: value for name, value in example.settings.items() if name != "profile"}
        if example.fails and not example.steps:
            yield example, {"profile": profile, "length": length, "number": number, **beside}


@by_name
def test_who_does_what_is_asked_is_not_asked_to_undo_it(rule: Rule) -> None:
    for example, choices in judged(rule):
        report = LINTER.lint(example.text, language=example.language, **choices)
        for finding in report.findings:
            for fix in finding.fixes[:1]:
                if finding.rule == "spoken-length" or not fix.edits:
                    continue  # a cut is a choice of the writer's: what it takes away may be missed
                mended = applied(example.text, sorted(fix.edits))
                new = (
                    rules_of(LINTER.lint(mended, language=example.language, **choices))
                    - rules_of(report)
                    - _SLOTS
                    - _WAITING
                )
                assert [name for name in new if (finding.rule, name) not in FOLLOWS] == [], (
                    finding.rule,
                    mended,
                    choices,
                )
