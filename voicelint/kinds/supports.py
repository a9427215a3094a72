"""A claim with nothing to hold on to: no figure, no name, no fact beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind
from voicelint.source import Span
from voicelint.words import NAME, SLOT

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Supports(Kind):
    """Fires when no stretch that makes `move` has something to hold on to in its sentence or in the one beside it:
    one of `cues`, a move of `moves`, or (with `names`) a name or a merge tag inside the stretch itself.

    Facts: `phrase`.
    """

    move: str
    cues: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    names: bool = True

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the first of the stretches."""
        spans = [move.span for move in draft.moves_named(self.move)]
        holds = [match.span for match in self.cues_of(draft)]
        holds += [move.span for name in self.moves for move in draft.moves_named(name)]
        if spans and not any(self._holds(draft, span, holds) for span in spans):
            yield Hit(spans[0], facts={"phrase": draft.quote(spans[0])})

    def _holds(self, draft: Draft, span: Span, holds: Iterable[Span]) -> bool:
        """Say whether a stretch has something to hold on to."""
        sentences = [at for at, sentence in enumerate(draft.sentences) if sentence.overlaps(span)] or [0]
        near = Span(
            draft.sentences[max(0, sentences[0] - 1)].start,
            draft.sentences[min(sentences[-1] + 1, len(draft.sentences) - 1)].end,
        )
        if any(near.overlaps(other) for other in holds):
            return True
        words = draft.words
        return self.names and any(
            span.start <= start < span.end and (kind == SLOT or (kind == NAME and draft.text[start].isupper()))
            for start, kind in zip(words.starts, words.kinds, strict=True)
        )
