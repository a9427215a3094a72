"""What a reader gives: the scripts of a file, what was left out and why."""

from __future__ import annotations

from typing import NamedTuple

from voicelint.script import Reason, Script
from voicelint.source import Span


class Skipped(NamedTuple):
    """A text that was looked at and left out: an outgoing greeting, a marked text, a key of another channel."""

    span: Span
    name: str
    reason: Reason


class Reading(NamedTuple):
    """The scripts of a source in order; `notes` are for people, `skipped` for `--list-scripts`."""

    scripts: tuple[Script, ...] = ()
    notes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Options(NamedTuple):
    """How to read: `fields` are key paths that hold scripts (`steps[*].body`), `column` a CSV column's name.

    `patterns` are regular expressions whose group `script` (or whole match) is a script, for formats without a
    reader. `named` says that a user gave the file by name: a plain text is then a script, whatever it holds.
    """

    fields: tuple[str, ...] = ()
    column: str = ""
    patterns: tuple[str, ...] = ()
    named: bool = True
