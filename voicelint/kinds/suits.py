"""Whether a message looks like what it is judged as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from voicelint.kinds.kind import NOTHING, Hit, Kind
from voicelint.kinds.requires import spoken_span

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.source import Span


class Suits(Kind):
    """Fires where a message looks like a message of another profile than the one it is judged under.

    `hints`: what a heading or a name beside the message may hint at, and the profile that it means. `meant_cues`: for
    each profile, words of the message itself that only such a message says; they count where the profile is among
    `unsure`, as nobody may have chosen it. A profile that stands beside the message itself was chosen: silence.
    Facts: `profile`, `looks` (names of profiles).
    """

    hints: Mapping[str, str] = NOTHING
    meant_cues: Mapping[str, tuple[str, ...]] = NOTHING
    unsure: tuple[str, ...] = ()
    close: Mapping[str, tuple[str, ...]] = NOTHING

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: by the hint beside the message, or else by the first words of its own."""
        judged = draft.settings.profile
        if "profile" in draft.script.settings:
            return
        looks, span = self.hints.get(str(draft.settings.facts.get("hint", "")), ""), None
        if not looks and judged in self.unsure and self.rule in draft.cued:
            looks, span = self._meant(draft, judged) or ("", None)
        if looks and looks != judged:
            yield Hit(span or spoken_span(draft), facts={"profile": judged, "looks": looks})

    def _meant(self, draft: Draft, judged: str) -> tuple[str, Span] | None:
        """The profile whose words the message says, and the first of them; None if that is not plain."""
        if self.cues_of(draft, f"meant_cues.{judged}"):
            return None
        said = ((name, self.cues_of(draft, f"meant_cues.{name}")) for name in self.meant_cues)
        found = {name: matches for name, matches in said if matches}
        counts = {name: len({match.cue for match in matches}) for name, matches in found.items()}
        best = max(counts, key=lambda name: counts[name], default="")
        if not best or best in self.close.get(judged, ()):
            return None
        if list(counts.values()).count(counts[best]) > 1:
            return None
        return best, min(match.span for match in found[best])
