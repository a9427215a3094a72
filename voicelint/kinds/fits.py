"""The spoken length of the whole message against the band of seconds that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from voicelint.finding import Edit, Seconds
from voicelint.kinds.kind import Hit, Kind, Repair
from voicelint.kinds.requires import spoken_span
from voicelint.settings import Band

if TYPE_CHECKING:
    from voicelint.cutplan import Cut
    from voicelint.draft import Draft


@cache
def _plan() -> Callable[[Draft, float], list[Cut]]:
    """What plans the cuts, which a run whose messages all fit need not load."""
    from voicelint.cutplan import plan

    return plan


class Fits(Kind):
    """Variants: `over` (the whole interval is longer), `near` (what is likely is), `slow` (a slow speaker is), `under`.

    What straddles the maximum counts as longer from the second on that a clock would show: 14.4 s are 14.

    `leave_out`: moves whose seconds do not count; `leave_out_by_law`: those whose whole sentences do not
    where a jurisdiction is named, because its law asks for them.
    `band`: the seconds wanted, in place of those of the profile (`[10, 18]`).
    `under_profiles`: profiles in which a message can be too short.
    """

    leave_out: tuple[str, ...] = ()
    band: tuple[float, float] | None = None
    leave_out_by_law: tuple[str, ...] = ("notice",)
    under_profiles: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the whole message. Facts: low, best, high, min, max (seconds)."""
        low, best, high = self._counted(draft)
        band = Band(*self.band) if self.band else draft.settings.band
        if low > band.max:
            variant = "over"
        elif round(high) > band.max:
            variant = "near" if round(best) > band.max else "slow"
        elif high < band.min and draft.settings.profile in self.under_profiles and draft.words.folded:
            variant = "under"
        else:
            return
        facts = {
            "low": low,
            "best": best,
            "high": high,
            "min": band.min,
            "max": band.max,
            "over": best - band.max,
        }
        repairs = tuple(self._cuts(draft, high)) if variant in ("over", "near", "slow") else ()
        yield Hit(spoken_span(draft), variant, facts, repairs)

    def _counted(self, draft: Draft) -> Seconds:
        """The seconds that count: those of the moves that are left out are taken off."""
        law = self.leave_out_by_law if draft.settings.jurisdiction else ()
        if not law and not self.leave_out:
            return draft.speech.seconds
        low, best, high = draft.speech.seconds
        for sentence in dict.fromkeys(draft.sentence_of(move.span) for name in law for move in draft.moves_of(name)):
            part = draft.speech.seconds_of(sentence)
            low, best, high = low - part.low, best - part.best, high - part.high
        for found in (move for name in self.leave_out if name not in law for move in draft.moves_of(name)):
            part = draft.speech.seconds_of(found.span)
            low, best, high = low - part.low, best - part.best, high - part.high
        return Seconds(max(0.0, low), max(0.0, best), max(0.0, high))

    def _cuts(self, draft: Draft, high: float) -> Iterable[Repair]:
        """The cut plan as fixes, in its order, for a message that lasts at most `high` seconds as far as they count."""
        for cut in _plan()(draft, draft.speech.seconds.high - high):
            facts = {"text": draft.quote(cut.span), "seconds": cut.seconds}
            yield Repair("cut", (Edit(cut.span, cut.text),), facts=facts)
