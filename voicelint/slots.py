"""Merge tags and marks in a message: what will be said there, and what will not be said at all."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from voicelint.kept_pattern import kept_pattern
from voicelint.language import codes, load
from voicelint.marks import next_mark
from voicelint.meanings import fold
from voicelint.source import Span

_UNIT = kept_pattern(r"[\s\u00a0\u202f]?[%€$£]")


class Slot(NamedTuple):
    """One mark in a message's text.

    `role`:
      - `value`: a merge tag that a value will replace (`{{first_name}}`, `[Your Name]`, `${x}`, `___`)
      - `instruction`: a bracket that tells the writer what to put there (`[one line from the hook]`)
      - `choice`: alternatives, one of which is said (`[plumbers/roofers]`, `{Hi|Hello}` spintax)
      - `direction`: a stage direction, never said (`[smile]`, `*slowly*`, `(pause)` has role `pause`)
      - `pause`: a pause of `seconds` (`[pause]`, `<break time="500ms"/>`), nothing is said
      - `markup`: SSML or HTML tags and template control (`{% if %}`), never said
    `key` is the name inside the tag as written; `meaning` is one of MEANINGS, or "" if unknown.
    `values` are the alternatives of a choice or the fallback of a tag, as written.
    `syntax` names the family (`{{}}`, `{}`, `[]`, `[[]]`, `<>`, `${}`, `%%`, `*||*`, `___`, `<<>>`, `()`, `xxx`,
    `##`, `@@`, `:`).
    """

    span: Span
    role: str
    syntax: str
    key: str = ""
    meaning: str = ""
    values: tuple[str, ...] = ()
    seconds: float = 0.0


MEANINGS = (
    "caller",  # name of the person who calls
    "caller-company",
    "caller-role",
    "recipient",  # name of the person called
    "recipient-company",
    "company",  # a company, it is not known whose
    "civility",
    "callback-number",
    "number",  # a figure
    "money",
    "percent",
    "date",
    "time",
    "duration",
    "referrer",  # a person who sends the caller
    "peer",  # a comparable company or client
    "source",  # where the number or name was found
    "event",  # where they met
    "trigger",  # what made the caller think of this listener
    "gain",  # a benefit, a result, a metric
    "pain",  # a problem of the listener
    "topic",  # subject or reason of the call
    "product",
    "place",
    "sector",
    "reference",  # an invoice, order or file
    "email",
    "website",
    "signature",
)


def find_slots(text: str) -> tuple[Slot, ...]:
    """All marks of a message, in order, not overlapping; offsets are code points of `text`."""
    found: list[Slot] = []
    new = tuple.__new__
    mark = next_mark(text, 0)
    while mark:
        start, end, syntax, (role, key, meaning, values, seconds) = mark
        found.append(new(Slot, (new(Span, (start, end)), role, syntax, key, meaning, values, seconds)))
        mark = next_mark(text, end)
    return tuple(_in_context(text, found)) if found else ()


@cache
def _neighbours(section: str) -> dict[str, re.Pattern[str]]:
    """Per meaning, the words of all languages that stand before or after a tag and decide what it is."""
    phrases: dict[str, list[str]] = {}
    for code in codes():
        for meaning, words in load(code).section("slots").get(section, {}).items():
            phrases.setdefault(meaning, []).extend(re.escape(fold(word)) for word in words)
    form = r"(?:^|\W)(?:{})[\s,:'*`\"]*$" if section == "before" else r"[\s*`\"]*(?:{})(?!\w)"
    return {meaning: kept_pattern(form.format("|".join(words))) for meaning, words in phrases.items()}


# Meanings that the words around a tag may still change.
_OPEN = frozenset(("", "company", "number", "recipient"))


def _in_context(text: str, slots: list[Slot]) -> list[Slot]:
    """Settle by the words around it what a tag's own name leaves open: `this is [Name] from [Company]`."""
    before, after = _neighbours("before"), _neighbours("after")
    settled: list[Slot] = []
    for slot in slots:
        start, end = slot.span
        open_meaning = slot.role == "value" and (not slot.key or slot.meaning in _OPEN)
        ahead = fold(text[max(0, start - 30) : start]) if open_meaning else ""
        if not open_meaning:
            pass
        elif slot.meaning == "recipient" and before["caller"].search(ahead):
            slot = slot._replace(meaning="caller")
        elif slot.meaning == "recipient" and after["referrer"].match(fold(text[end : end + 20])):
            slot = slot._replace(meaning="referrer")
        elif slot.meaning in ("", "number") and _UNIT.match(text, end):
            slot = slot._replace(meaning="percent" if "%" in text[end : end + 2] else "money")
        elif (slot.meaning == "number" or not slot.key) and before["callback-number"].search(ahead):
            slot = slot._replace(meaning="callback-number")
        elif slot.meaning == "company" and settled and settled[-1].meaning == "caller":
            between = fold(text[settled[-1].span.end : start]).strip(" ,–—-\u00a0")
            if len(between) < 30 and before["caller-company"].fullmatch(between):
                slot = slot._replace(meaning="caller-company")
        settled.append(slot)
    return settled
