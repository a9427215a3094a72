"""Who calls: the move that the listener needs first, and the one that is said in the most ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicelint.kinds.requires import Requires
from voicelint.names import INTRODUCTION, NAMES, NOT_PERSONS
from voicelint.source import Cover

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Introduces(Requires):
    """Requires, for the caller's name: where the text leaves a doubt, the fault is of the variant `unsure`.

    A text without capitals hides names, and so does one that opens with a name or a tag whose owner it does not tell.
    """

    def _variant(self, draft: Draft) -> str:
        """What makes the fault weigh less, or ""."""
        if not draft.words.cased and not _begins_large(draft):
            return "unsure"
        variant = super()._variant(draft)
        return "unsure" if not variant and self._may_name(draft) else variant

    def _may_name(self, draft: Draft) -> bool:
        """Say whether a name stands in the opening that is neither the listener's nor a company's."""
        words = draft.words
        told = Cover(move.span for name in ("greeting", "identity") for move in draft.moves_named(name))
        tags = {slot.span.start: f"<{slot.meaning}>" for slot in draft.slots}
        return any(
            kind in NAMES and tags.get(start) not in NOT_PERSONS and not told.overlaps(start, end)
            for kind, start, end in zip(
                words.kinds[:INTRODUCTION], words.starts[:INTRODUCTION], words.ends[:INTRODUCTION], strict=True
            )
        )


def _begins_large(draft: Draft) -> bool:
    """Say whether the text is written with capitals, though no name shows it: most sentences begin with one."""
    if draft.text.isupper():
        return False
    large = sum(draft.text[sentence.start].isupper() for sentence in draft.sentences)
    return 2 * large > len(draft.sentences)
