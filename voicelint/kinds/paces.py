"""How many messages a series leaves, how close together, at which hours and by which channels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit
from voicelint.kinds.requires import spoken_span
from voicelint.kinds.series_kind import SeriesKind

if TYPE_CHECKING:
    from voicelint.series import Series, Step

_MINUTES_A_DAY = 24 * 60


class Paces(SeriesKind):
    """Variants: `many` (more than `most` voicemails), `close` (less than `gap` days apart), `hour` (`least` or
    more, all within `minutes` of each other on the clock), `channel` (`least` or more steps by voicemail alone).

    Facts: `count`, `days` (from first to last), `hour`, `gap`.
    """

    most: int = 3
    gap: float = 2.0
    minutes: int = 45
    least: int = 3

    def series_hits(self, series: Series) -> Iterable[tuple[int, Hit]]:
        """At most one hit a variant, at the message that goes too far."""
        for index, variant, facts in self._faults(series):
            yield index, Hit(spoken_span(series.steps[index].draft), variant, facts)

    def _faults(self, series: Series) -> Iterator[tuple[int, str, dict[str, object]]]:
        steps = series.steps
        days = [_day(step) for step in steps]
        facts: dict[str, object] = {"count": len(steps), "days": "", "hour": "", "gap": self.gap}
        known = [day for day in days if day is not None]
        if len(known) == len(steps) > 1:
            facts["days"] = int(known[-1] - known[0]) + 1
        if len(steps) > self.most:
            yield self.most, "many", facts
        for index in range(1, len(steps)):
            before, after = days[index - 1], days[index]
            if before is not None and after is not None and after - before < self.gap:
                yield index, "close", {**facts, "gap": self.gap}
                break
        times = [step.clock for step in steps if step.clock is not None]
        if len(times) >= self.least and len(times) == len(steps) and max(times) - min(times) <= self.minutes:
            yield len(steps) - 1, "hour", {**facts, "hour": f"{times[-1] // 60}:{times[-1] % 60:02}"}
        if len(steps) >= self.least and set(series.channels) == {"voicemail"} and known:
            yield len(steps) - 1, "channel", facts


def _day(step: Step) -> float | None:
    """The day of a step, as a number that can be subtracted."""
    if step.at is not None:
        return float(step.at.toordinal()) + (step.at.hour * 60 + step.at.minute) / _MINUTES_A_DAY
    return step.day
