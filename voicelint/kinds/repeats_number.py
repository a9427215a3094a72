"""The callback number, said a second time where the band of seconds leaves room for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind, Repair
from voicelint.kinds.requires import insertion

if TYPE_CHECKING:
    from voicelint.draft import Draft


class RepeatsNumber(Kind):
    """Fires on a callback number that is said only once. `again`: the sentence that repeats it (`{number}`)."""

    again: str = ""

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the number."""
        numbers = draft.moves_of("callback-number")
        if len(numbers) != 1:
            return
        text = self.again.replace("{number}", draft.quote(numbers[0].span))
        edit = insertion(draft, text, after=(), before=("closing",))
        yield Hit(numbers[0].span, repairs=(Repair("repeat", (edit,), facts={"text": text}),))
