"""When in the message a move comes: early enough, or late."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Orders(Kind):
    """Fires when the first of `moves` begins later than `seconds` and after sentence `sentences`.

    A message that makes none of the moves is the business of another rule. Facts: `seconds` (when it comes).
    """

    moves: tuple[str, ...] = ()
    seconds: float = 5.0
    sentences: int = 1

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the move that comes late."""
        firsts = [made[0].span for made in map(draft.moves_named, self.moves) if made]  # they are in order
        if not firsts:
            return
        span = min(firsts)
        before = bisect_left(draft.sentences, (span.start, 0))  # sentences that begin before it: it may be in the last
        if before and draft.sentences[before - 1].end > span.start:
            before -= 1
        if before < self.sentences:
            return
        seconds = draft.speech.starts_from(span.start)
        if seconds is not None and seconds > self.seconds:
            yield Hit(span, facts={"seconds": seconds, "limit": self.seconds})
