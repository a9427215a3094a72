"""How many different things of one sort a message holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from voicelint.kinds.kind import NOTHING, Hit, Kind
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Counts(Kind):
    """Fires when more than `most` different acts are found; repeats of one act are one.

    `act_cues`: for each act its cues (`call = ["call me", ...]`). `unless_moves`: an act inside one of these
    moves does not count (an opt-out notice). Facts: `count`, `list` (the first words found of each act).
    """

    by_cue = True

    act_cues: Mapping[str, tuple[str, ...]] = NOTHING
    most: int = 1
    unless_moves: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: from the first act to the last."""
        asked = [found for act in self.act_cues if (found := self.cues_of(draft, f"act_cues.{act}"))]
        if len(asked) <= self.most:
            return
        exempt = Cover(move.span for name in self.unless_moves for move in draft.moves_named(name))
        firsts: list[Span] = []
        for matches in asked:
            spans = [match.span for match in matches if not exempt.overlaps(*match.span)]
            if spans:
                firsts.append(min(spans))
        if len(firsts) > self.most:
            firsts.sort()
            words = ", ".join(draft.quote(span) for span in firsts)
            yield Hit(Span(firsts[0].start, firsts[-1].end), facts={"count": len(firsts), "list": words})
