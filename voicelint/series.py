"""Several messages to one person as one object, and what the rules of series say of it."""

from __future__ import annotations

import datetime
import os
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


@dataclass(frozen=True)
class Step:
    """One message of a series. `day` counts from the first step, `at` is the moment of sending; None: unknown."""

    draft: Draft
    order: int
    day: float | None = None
    at: datetime.datetime | None = None
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
    """The series that the scripts of some reports form: those that share a folder and a name `series`.

    A script that names no series belongs to none. Series of one step are series too.
    """
    groups: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        name = str(report.settings.facts.get("series") or "")
        if name:
            groups.setdefault((os.path.dirname(report.path), name), []).append(report)
    for (_, name), members in groups.items():
        members.sort(key=lambda report: (_order(report.settings.facts), report.path, report.script))
        steps = tuple(_step(report, index) for index, report in enumerate(members, 1))
        channels = {step.channel for step in steps}
        for report in members:
            channels.update(map(str, report.settings.facts.get("channels") or ()))
        count = max((int(_number(report.settings.facts, "steps") or 0) for report in members), default=0)
        yield Series(name, steps, tuple(sorted(channels)), closed=count == len(steps) > 0), members


def judged(
    series: Series, members: list[Report], rules: Iterable[tuple[Rule, Mapping[str, Severity]]]
) -> Iterator[Report]:
    """The reports of a series with the findings of the rules of series added, in their order."""
    found: dict[int, list[Any]] = {}
    for rule, severities in rules:
        for index, hit in series_hits(series, rule):
            finding = finding_of(series.steps[index].draft, rule, hit, severities)
            if finding:
                found.setdefault(index, []).append(finding)
    for index, report in enumerate(members):
        more = found.get(index, [])
        findings = sorted((*report.findings, *more), key=lambda finding: (finding.span, finding.rule))
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
