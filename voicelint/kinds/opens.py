"""What can be read in the first line of the transcript that phones show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from voicelint.kinds.kind import NOTHING, Hit, Kind

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Opens(Kind):
    """Fires on each of `wanted` (a variant by name, with the moves that make it) that begins only behind the first
    `characters` of the message. What is not made at all is the business of another rule. Facts: `line`.
    """

    wanted: Mapping[str, tuple[str, ...]] = NOTHING
    characters: int = 100

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit a variant: the move that comes too late to be read."""
        start = len(draft.text) - len(draft.text.lstrip())
        end = start + self.characters
        if end >= len(draft.text.rstrip()):
            return
        cut = draft.text.rfind(" ", start, end + 1)
        line = " ".join(draft.text[start : cut if cut > start else end].split())
        for variant, names in self.wanted.items():
            spans = [move.span for name in names for move in draft.moves_named(name)]
            if spans and min(spans).start >= end:
                yield Hit(min(spans), variant, {"line": line})
