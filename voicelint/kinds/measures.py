"""A length that is stated beside a script against the seconds that the script takes to say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from voicelint.draft import FACTS
from voicelint.kinds.kind import Hit, Kind
from voicelint.kinds.requires import spoken_span

if TYPE_CHECKING:
    from voicelint.draft import Draft


_ROUNDED = 0.5  # seconds: lengths are stated in whole ones


class Measures(Kind):
    """Variants: `longer` (the message takes longer than is stated), `shorter` (it takes less time).

    `tolerance`: the share of the estimate by which a stated length may differ from it. One that lies inside the
    interval of the estimate is never spoken of: some voice, or some value of a merge tag, makes it true.
    """

    tolerance: float = 0.2

    def looks_at(self) -> str:
        """A stated length is a fact."""
        return FACTS

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the whole message. Facts: stated, low, best, high (seconds), off (percent)."""
        stated = _stated(draft.settings.facts.get("claimed_length"))
        low, best, high = draft.speech.seconds
        if stated is None or not best:
            return
        first, last = stated
        nearest = min(max(first, best), last)
        if abs(nearest - best) <= self.tolerance * best or low - _ROUNDED <= nearest <= high + _ROUNDED:
            return
        facts = {"stated": nearest, "low": low, "best": best, "high": high, "off": 100 * abs(best / nearest - 1)}
        yield Hit(spoken_span(draft), "longer" if best > nearest else "shorter", facts)


def _stated(claim: Any) -> tuple[float, float] | None:
    """The seconds from which and to which a length is stated; a bare number is one length."""
    if isinstance(claim, bool) or claim is None:
        return None
    if isinstance(claim, int | float):
        return (float(claim), float(claim)) if claim > 0 else None
    first, last = getattr(claim, "low", 0.0), getattr(claim, "high", 0.0)
    return (min(first, last), max(first, last)) if min(first, last) > 0 else None
