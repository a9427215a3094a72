"""The way back: a number that the listener can call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.requires import Requires
from voicelint.meanings import meaning_of

if TYPE_CHECKING:
    from voicelint.draft import Draft

# Seven figures or more in a row are hardly anything else, whatever shape they have; a date is.
_DATE = r"[0-9]{1,4}([-./])[0-9]{1,2}\1[0-9]{2,4}(?![0-9])"
_FIGURES = kept_pattern(rf"(?<![0-9])(?!{_DATE})(?:[0-9][ .()/-]{{0,2}}){{7}}")
# What some mark as a gap that is no merge tag of any syntax we know: `(mob)`, `~TOLLFREE~`, `@PHONE`, `[06…]`.
_GAP = kept_pattern(r"(?<!\w)[(\[~@*_…]+ ?(\w[\w .°-]{0,24})")
_NUMBERS = frozenset({"callback-number", "number"})
# Meanings of tags that may stand for a number all the same: `call {office}`.
_OPEN = frozenset({"", "caller-company", "caller-role", "company", "number", "place", "role"})
# A number comes in the later part of a message: behind two fifths of it.
_LATE = 0.4


class Reaches(Requires):
    """Requires, for the number to call back: where the text leaves a doubt, the fault is of the variant `unsure`.

    A tag of which it is not known what will be said there, a gap in signs of the author's own, and figures in a shape
    that is nobody's may all be the number.
    """

    def _variant(self, draft: Draft) -> str:
        """What makes the fault weigh less, or ""."""
        return "unsure" if self._may_give(draft) else super()._variant(draft)

    def _may_give(self, draft: Draft) -> bool:
        """Say whether something in the text may be a number to call."""
        late = len(draft.text) * _LATE
        if any(slot.meaning in _OPEN and slot.span.start > late for slot in draft.slots):
            return True
        gaps = (match[1] for match in _GAP.finditer(draft.text))
        return bool(_FIGURES.search(draft.text)) or any(_names_number(gap) for gap in gaps)


def _names_number(gap: str) -> bool:
    """Say whether a gap is named after a phone, by its first word or as a whole, or begins as a number does."""
    return gap[0] == "0" or any(meaning_of(name) in _NUMBERS for name in (gap, gap.split()[0]))
