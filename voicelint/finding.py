"""What the linter says: severities, edits, fixes, findings and reports, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from operator import itemgetter
from typing import Any, NamedTuple

from voicelint.source import Span


class Severity(IntEnum):
    """How much a finding matters; `off` is never reported."""

    off = 0
    info = 1
    warning = 2
    error = 3


class Seconds(NamedTuple):
    """A length in seconds as an interval: quick, likely and slow speaker of the same rate."""

    low: float
    best: float
    high: float


class Edit(NamedTuple):
    """Replace `span` (code points of the source) by `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """One way to mend a finding. `safe`: meaning is kept, `--fix` may apply it.

    `seconds` is what the spoken length changes by (negative: shorter). A fix without edits is advice to paste.
    """

    title: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    seconds: float = 0.0


class Move(NamedTuple):
    """A stretch of a message by its communicative purpose.

    `move`: greeting, identity, context, reason, value, proof, ask, callback-number, channel, availability,
    courtesy, notice, filler, closing. `kind` refines it (context: source, encounter, trigger). `by` is what
    found it: `cue` or `model`; `cue` is the cue phrase (or the model's label) that gave it away.
    """

    move: str
    kind: str
    span: Span
    by: str = "cue"
    cue: str = ""


# The order in which moves are told: by span, then move, then kind.
by_place = itemgetter(2, 0, 1)


class Finding(NamedTuple):
    """One thing a rule found, in the words of the reader's language; `span` in the source."""

    rule: str
    severity: Severity
    message: str
    advice: str
    span: Span
    fixes: tuple[Fix, ...] = ()
    facts: Mapping[str, Any] = {}
