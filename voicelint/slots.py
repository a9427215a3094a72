"""Merge tags and marks in a message: what will be said there, and what will not be said at all."""

from __future__ import annotations

from dataclasses import dataclass

from voicelint.source import Span


@dataclass(frozen=True, slots=True)
class Slot:
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
    `syntax` names the family (`{{}}`, `{}`, `[]`, `[[]]`, `<>`, `${}`, `%%`, `*||*`, `___`, `<<>>`, `()`, `xxx`).
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
    """All marks of a message, in order, not overlapping. (To be built: issue 5, readers helper.)"""
    raise NotImplementedError
