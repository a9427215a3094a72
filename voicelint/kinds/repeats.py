"""Messages of a series that say the same thing again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit
from voicelint.kinds.requires import spoken_span
from voicelint.kinds.series_kind import SeriesKind
from voicelint.source import Cover

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.series import Series


class Repeats(SeriesKind):
    """Fires on a message that shares more than `share` of its content words with an earlier one.

    Sentences that only make a move of `leave_out` (who, number, ask, goodbye) are no content; a message of fewer
    than `least` content words is not compared. Facts: `first`, `second` (positions from 1).
    """

    share: float = 0.7
    least: int = 4
    leave_out: tuple[str, ...] = ("ask", "callback-number", "closing", "greeting", "identity")

    def series_hits(self, series: Series) -> Iterable[tuple[int, Hit]]:
        """One hit a message that repeats."""
        contents = [set(self._content(step.draft)) for step in series.steps]
        for later, second in enumerate(contents):
            for earlier in range(later):
                first = contents[earlier]
                if min(len(first), len(second)) < self.least:
                    continue
                if len(first & second) > self.share * min(len(first), len(second)):
                    facts = {"first": series.steps[earlier].order, "second": series.steps[later].order}
                    yield later, Hit(spoken_span(series.steps[later].draft), facts=facts)
                    break

    def _content(self, draft: Draft) -> Iterator[str]:
        """The words of the sentences that say something of their own."""
        bare = Cover(move.span for name in self.leave_out for move in draft.moves_of(name))
        rich = Cover(move.span for move in draft.moves if move.move not in self.leave_out)
        words = draft.words
        for sentence in draft.sentences:
            if not rich.overlaps(*sentence) and bare.overlaps(*sentence):
                continue
            first, last = bisect_left(words.starts, sentence.start), bisect_left(words.starts, sentence.end)
            yield from (folded for folded in words.folded[first:last] if len(folded) > 1)
