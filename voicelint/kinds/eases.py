"""How easy a message is to take in by ear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind
from voicelint.words import NAME, WORD

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.source import Span


class Eases(Kind):
    """Fires when the reading ease of the message is under `least` (100 is easy, 0 hard).

    `words`: a message with fewer words is not measured, as one hard word would decide. `leave_out`: sentences that
    make one of these moves do not count. The place is the hardest sentence. Facts: `ease`, `words` (mean length of
    the sentences that count), `limit`.
    """

    least: float = 50.0
    words: int = 15
    leave_out: tuple[str, ...] = ("callback-number", "notice")

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the hardest sentence."""
        from voicelint.readability import reading_ease

        exempt = [move.span for name in self.leave_out for move in draft.moves_named(name)]
        counted = [
            (span, words)
            for span in draft.sentences
            if not any(span.overlaps(other) for other in exempt) and (words := _words(draft, span))
        ]
        count = sum(len(words) for _, words in counted)
        if count < self.words:
            return
        ease = reading_ease([words for _, words in counted], draft.language)
        if ease is not None and ease < self.least:
            hardest, _ = min(counted, key=lambda item: reading_ease([item[1]], draft.language) or 0.0)
            yield Hit(hardest, facts={"ease": round(ease), "words": count / len(counted), "limit": self.least})


def _words(draft: Draft, sentence: Span) -> list[str]:
    """The words of a sentence that have syllables to count: no number, no merge tag."""
    words = draft.words
    first, end = bisect_left(words.starts, sentence.start), bisect_left(words.starts, sentence.end)
    return [
        draft.text[words.starts[at] : words.ends[at]] for at in range(first, end) if words.kinds[at] in (NAME, WORD)
    ]
