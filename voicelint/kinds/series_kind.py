"""What every kind that looks at a whole series is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.series import Series


class SeriesKind(Kind):
    """A way of looking at several messages to one person; of one message alone it says nothing."""

    def looks_at(self) -> str:
        """What no draft has, unless it has something to say of one message too."""
        return "<series>" if type(self).hits is SeriesKind.hits else super().looks_at()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """Nothing: one message is no series."""
        return ()

    def series_hits(self, series: Series) -> Iterable[tuple[int, Hit]]:
        """Index of a step, and the hit in its draft."""
        raise NotImplementedError
