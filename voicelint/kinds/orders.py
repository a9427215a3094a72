"""When in the message a move comes: early enough, or late."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.source import Span


class Orders(Kind):
    """Fires when the first of `moves` begins later than `seconds` and after sentence `sentences`.

    A message that makes none of the moves is the business of another rule. Facts: `seconds` (when it comes).
    """

    moves: tuple[str, ...] = ()
    seconds: float = 5.0
    sentences: int = 1

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the move that comes late."""
        found = [move for name in self.moves for move in draft.moves_named(name)]
        if not found:
            return
        span = min(move.span for move in found)
        if bisect_right(draft.sentences, span.start, key=_end) < self.sentences:
            return
        seconds = draft.speech.starts_from(span.start)
        if seconds is not None and seconds > self.seconds:
            yield Hit(span, facts={"seconds": seconds, "limit": self.seconds})


def _end(span: Span) -> int:
    return span.end
