"""A white list: in this kind of message, only these moves may be made, and these must be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind
from voicelint.kinds.requires import spoken_span
from voicelint.source import Cover

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Allows(Kind):
    """Fires on each sentence that makes none of the moves `moves`, or one of `never` (variant `extra`), and once
    for each of `required` that is not made (variant `missing`).

    `allowed_cues`: words that make a sentence one of those allowed (the date and time of the call). `never_cues`: words
    that no sentence may hold, whatever it does. `names`: what each required move is called.
    Facts: `phrase`, `item`.
    """

    moves: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    allowed_cues: tuple[str, ...] = ()
    never_cues: tuple[str, ...] = ()
    names: dict[str, str] | None = None

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a sentence too many, one an item that is missing."""
        items = [move.span for name in self.moves for move in draft.moves_named(name)]
        allowed = Cover(items + [match.span for match in self.cues_of(draft, "allowed_cues")])
        never = Cover(match.span for match in self.cues_of(draft, "never_cues"))
        for sentence in draft.sentences:
            if not draft.text[sentence.start : sentence.end].strip():
                continue
            if never.overlaps(*sentence) or not allowed.overlaps(*sentence):
                yield Hit(sentence, "extra", {"phrase": draft.quote(sentence), "item": ""})
        for move in self.required:
            if not draft.moves_named(move):
                yield Hit(spoken_span(draft), "missing", {"phrase": "", "item": (self.names or {}).get(move, move)})
