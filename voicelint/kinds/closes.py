"""How a series ends: kindly, and then with no further message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit
from voicelint.kinds.requires import spoken_span
from voicelint.kinds.series_kind import SeriesKind

if TYPE_CHECKING:
    from voicelint.series import Series


class Closes(SeriesKind):
    """Variants: `unkind` (the last message of a closed series makes none of `moves` and says none of `kind_cues`),
    `after` (a message follows one that said `last_cues`). Facts: `number` (position from 1).
    """

    moves: tuple[str, ...] = ("availability",)
    kind_cues: tuple[str, ...] = ()
    last_cues: tuple[str, ...] = ()

    def series_hits(self, series: Series) -> Iterable[tuple[int, Hit]]:
        """At most one hit a variant."""
        steps = series.steps
        for index, step in enumerate(steps[:-1]):
            if self.cues_of(step.draft, "last_cues"):
                draft = steps[index + 1].draft
                yield index + 1, Hit(spoken_span(draft), "after", {"number": step.order})
                break
        last = steps[-1].draft
        kind = self.cues_of(last, "kind_cues") or any(map(last.moves_named, self.moves))
        if series.closed and len(steps) > 1 and not kind:
            yield len(steps) - 1, Hit(spoken_span(last), "unkind", {"number": steps[-1].order})
