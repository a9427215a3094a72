"""Several messages to one person as one object, and what the rules of series say of it."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voicelint.finding import Severity
from voicelint.kinds.series_kind import SeriesKind
from voicelint.linter import finding_of

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.report import Report
    from voicelint.rule import Rule


_HOUR = re.compile(r"(\d{1,2})\s?[:hH]\s?(\d{2})?")


@dataclass(frozen=True)
class Step:
    """One message of a series. `day` counts from the first step, `at` is the moment of sending, `clock` its minute of
    the day; None: unknown.
    """

    draft: Draft
    order: int
    day: float | None = None
    at: datetime.datetime | None = None
    clock: int | None = None
    channel: str = "voicemail"


@dataclass(frozen=True)
class Series:
    """The messages of one series in order. `channels` are those of all its steps, of which some are no voicemail.

    `closed`: the series says how many steps it has, or that it ends with the last one.
    """

    name: str
    steps: tuple[Step, ...]
    channels: tuple[str, ...] = ()
    closed: bool = False


def series_of(reports: Iterable[Report]) -> Iterator[tuple[Series, list[Report]]]:
    """The series that the scripts of some reports form: those that share a folder and a name `series`, and the steps
    of one list in a file that gives each its day.

    Any other script belongs to none. Series of one step are series too.
    """
    groups: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        place = series_place(report)
        if place:
            groups.setdefault(place, []).append(report)
    for (_, name), members in groups.items():
        members.sort(key=lambda report: (_order(report.settings.facts), report.path, report.script))
        steps = tuple(_step(report, index) for index, report in enumerate(members, 1))
        channels = {step.channel for step in steps}
        for report in members:
            channels.update(_listed(report.settings.facts.get("channels")))
        count = max((int(_number(report.settings.facts, "steps") or 0) for report in members), default=0)
        yield Series(name, steps, tuple(sorted(channels)), closed=count == len(steps) > 0), members


def series_place(report: Report) -> tuple[str, str] | None:
    """What tells the series of a script from others: a place and a name; None if it belongs to none."""
    facts = report.settings.facts
    if facts.get("series"):
        return os.path.dirname(report.path), str(facts["series"])
    before, bracket, _ = report.name.rpartition("[")
    return (report.path, f"{before}[]") if bracket and _number(facts, "day") is not None else None


def judged(
    series: Series, members: list[Report], rules: Iterable[tuple[Rule, Mapping[str, Severity]]]
) -> Iterator[Report]:
    """The reports of a series with the findings of the rules of series added, in their order.

    What a rule says of a place in the series stands for what it said there of the message alone.
    """
    found: dict[int, list[Any]] = {}
    for rule, severities in rules:
        for index, hit in series_hits(series, rule):
            finding = finding_of(series.steps[index].draft, rule, hit, severities)
            if finding:
                found.setdefault(index, []).append(finding)
    for index, report in enumerate(members):
        more = found.get(index, [])
        better = {(finding.rule, finding.span) for finding in more}
        alone = (finding for finding in report.findings if (finding.rule, finding.span) not in better)
        findings = sorted((*alone, *more), key=lambda finding: (finding.span, finding.rule))
        yield report._replace(findings=tuple(findings)) if more else report


def series_hits(series: Series, rule: Rule) -> Iterator[tuple[int, Any]]:
    """Index of the step and hit of everything that one rule says of a series."""
    settings = series.steps[0].draft.settings
    kind = rule.kinds.get(settings.language)
    if isinstance(kind, SeriesKind) and settings.profile in rule.profiles and rule.speaks_under(settings):
        yield from kind.series_hits(series)


def _step(report: Report, number: int) -> Step:
    facts = report.settings.facts
    return Step(
        draft=report.draft,
        order=int(_number(facts, "step") or number),
        day=_number(facts, "day"),
        at=_moment(facts.get("send_at")),
        clock=_clock(facts.get("send_at")),
        channel=str(facts.get("channel") or "voicemail"),
    )


def _order(facts: Mapping[str, Any]) -> tuple[float, float]:
    moment = _moment(facts.get("send_at"))
    first = _number(facts, "step")
    if first is None:
        first = _number(facts, "day")
    return (float("inf") if first is None else first, moment.timestamp() if moment else 0.0)


def _number(facts: Mapping[str, Any], name: str) -> float | None:
    try:
        return float(facts[name])
    except (KeyError, TypeError, ValueError):
        return None


def _moment(value: object) -> datetime.datetime | None:
    """A moment as written in ISO 8601, without its zone: hours are compared as the caller's clock shows them."""
    if isinstance(value, datetime.datetime):
        return value.replace(tzinfo=None)
    try:
        return datetime.datetime.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError:
        return None


def _clock(value: object) -> int | None:
    """The minute of the day of a moment, or of an hour that stands alone (`13:00`, `13 h 05`)."""
    moment = _moment(value)
    if moment is not None:
        return moment.hour * 60 + moment.minute if isinstance(value, datetime.datetime) or ":" in str(value) else None
    hour = _HOUR.fullmatch(str(value).strip())
    return int(hour[1]) * 60 + int(hour[2] or 0) if hour and int(hour[1]) < 24 else None


def _listed(value: object) -> Iterator[str]:
    """The names in a list, or in a text that divides them by commas."""
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
    return (str(part).strip().casefold() for part in parts if str(part).strip())
