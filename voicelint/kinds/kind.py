"""What every kind is: options as fields, and hits in a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from voicelint.finding import Edit
from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.cues import Match
    from voicelint.draft import Draft


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to mend a hit: edits of the draft's text. `title` names the title in the rule's `fix` table."""

    title: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a draft that a rule speaks of. `variant` chooses among its messages and severities."""

    span: Span
    variant: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of looking at a draft. Its fields are the options of the rule files of this kind.

    Options whose names end in `cues` are lists of cues: they are compiled into the language's matcher under the
    label `<rule>.<option>` and come back from `cues_of`. `rule` is the rule's name, filled in by the catalog.
    """

    rule: str

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """The places of the draft that the rule speaks of, in any order."""
        raise NotImplementedError

    def cues_of(self, draft: Draft, option: str = "cues") -> list[Match]:
        """What was found of a list of cues of this rule, in order."""
        return draft.matches.get(f"{self.rule}.{option}", [])
