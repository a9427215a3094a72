"""How much a message speaks of one side, measured against how much it speaks of the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind
from voicelint.kinds.requires import spoken_span

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Balances(Kind):
    """Fires when `heavy_cues` are found more than `ratio` times as often as `light_cues`, and `least` times at least.

    `leave_out`: sentences that make one of these moves do not count. Facts: `heavy`, `light` (how often).
    """

    by_cue = True

    heavy_cues: tuple[str, ...] = ()
    light_cues: tuple[str, ...] = ()
    ratio: float = 3.0
    least: int = 4
    leave_out: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the whole message."""
        if len(self.cues_of(draft, "heavy_cues")) < self.least:
            return
        exempt = {draft.sentence_index(move.span) for name in self.leave_out for move in draft.moves_named(name)}
        firsts = draft.words.firsts

        def count(option: str) -> int:
            sentences = [bisect_right(firsts, match.first) - 1 for match in self.cues_of(draft, option)]
            return len(sentences) - sum(map(exempt.__contains__, sentences))

        heavy, light = count("heavy_cues"), count("light_cues")
        if heavy >= self.least and heavy > self.ratio * light:
            yield Hit(spoken_span(draft), facts={"heavy": heavy, "light": light})
