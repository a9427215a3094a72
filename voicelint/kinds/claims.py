"""Claims about what happened between caller and listener, held against what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from voicelint.kinds.forbids import joined
from voicelint.kinds.kind import NOTHING, Hit
from voicelint.kinds.series_kind import SeriesKind

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.series import Series


class Claims(SeriesKind):
    """Fires on a claim that what stands beside the script contradicts or does not show.

    `claim_cues`: by what would show the claim: `contact` (shown by a fact `last_contact`, or a profile in
    `acquainted`), `attempts` (shown by a `step` above 1), `last` (shown by the series' `step` being its last, and
    contradicted by a message that follows).
    Variants: `contradicted`, and `unknown` where nothing is known either way. Facts: `phrase`.
    """

    by_cue = True

    claim_cues: Mapping[str, tuple[str, ...]] = NOTHING
    acquainted: tuple[str, ...] = ("collection", "inbound", "reminder", "warm")

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a claim."""
        for claim in self.claim_cues:
            matches = self.cues_of(draft, f"claim_cues.{claim}")
            variant = self._variant(draft, claim) if matches else ""
            if variant:
                for span in joined(draft.text, [match.span for match in matches]):
                    yield Hit(span, variant, {"phrase": draft.quote(span)})

    def series_hits(self, series: Series) -> Iterable[tuple[int, Hit]]:
        """One hit a claim to be the last that another message follows."""
        for index, step in enumerate(series.steps[:-1]):
            for span in joined(step.draft.text, [match.span for match in self.cues_of(step.draft, "claim_cues.last")]):
                yield index, Hit(span, "contradicted", {"phrase": step.draft.quote(span)})

    def _variant(self, draft: Draft, claim: str) -> str:
        """How the claim stands to what is known; "" if it is shown."""
        facts = draft.settings.facts
        if claim == "contact":
            if facts.get("last_contact") or draft.settings.profile in self.acquainted:
                return ""
            return (
                "contradicted" if "last_contact" in facts or _number(facts, "step", "series_index") == 1 else "unknown"
            )
        step = _number(facts, "step", "series_index")
        if step == 0:
            return "unknown"
        if claim == "last":
            steps = _number(facts, "steps", "series_length")
            return "" if step > 1 and step >= steps else "contradicted"
        return "" if step > 1 else "contradicted"


def _number(facts: Mapping[str, object], *names: str) -> int:
    """The first of the named facts that is a whole number; 0 if none is."""
    for name in names:
        text = str(facts.get(name, "")).strip()
        if text.isdecimal():
            return int(text)
    return 0
