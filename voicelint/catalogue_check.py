"""`python -m voicelint.catalogue_check FILE`: does every example of a catalogue of rules behave as it says?

The catalogue is JSON, a list of rules: `id`, `profiles` (initials, the first is used), `scope` (message, snippet or
series), `meta` (settings) and `examples` by language with `fail` and `pass`. Messages of a series are parted by
` / `; a step that gives an hour is a voicemail, one that gives none another channel. A failing example is to be
found by its rule, a passing one is not. What other errors stand in a whole message that passes is told, not counted.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from voicelint.finding import Severity
from voicelint.library import Linter
from voicelint.report import Report
from voicelint.series import judged, series_of

_PROFILES = {"C": "cold", "D": "collection", "I": "inbound", "M": "reminder", "R": "recruiting", "W": "warm"}
_NUMBERED = re.compile(r"\d+\s?: ")
_CLOCK = re.compile(r"\b(\d{1,2})(?::| h ?)(\d{2})?")
_MONDAY = datetime.date(2026, 3, 2)


@dataclass(frozen=True, slots=True)
class Trial:
    """One example: what it says, and what was found. `stray`: errors of other rules in a message that passes."""

    rule: str
    language: str
    fails: bool
    text: str
    found: bool
    stray: tuple[str, ...] = ()

    @property
    def behaves(self) -> bool:
        """Say whether the example does as it says."""
        return self.found == self.fails


def trials(catalogue: Sequence[Mapping[str, Any]]) -> Iterator[Trial]:
    """Every example of a catalogue, tried."""
    linter = Linter()
    for entry in catalogue:
        for language, texts in entry["examples"].items():
            for outcome in ("fail", "pass"):
                reports = _reports(linter, entry, language, texts[outcome])
                errors = {
                    finding.rule
                    for report in reports
                    for finding in report.findings
                    if finding.severity is Severity.error and finding.rule != entry["id"]
                }
                named = any(finding.rule == entry["id"] for report in reports for finding in report.findings)
                whole = outcome == "pass" and entry["scope"] == "message"
                stray = tuple(sorted(errors)) if whole else ()
                yield Trial(entry["id"], language, outcome == "fail", texts[outcome], named, stray)


def _reports(linter: Linter, entry: Mapping[str, Any], language: str, text: str) -> list[Report]:
    """The reports on an example under the settings that its rule asks for."""
    choices = {"profile": _PROFILES[entry["profiles"][0]], **entry["meta"], "language": language}
    if "|" in str(choices.get("jurisdiction", "")):
        choices["jurisdiction"] = language if language in choices["jurisdiction"].split("|") else "us"
    if entry["scope"] != "series":
        return [linter.lint(text, **choices)]
    steps = [part.strip() for part in text.split(" / ")]
    timed = any(_CLOCK.search(step) for step in steps) and not _NUMBERED.match(steps[0])
    if timed:
        reports = list(_timed(linter, steps, language, choices))
    else:
        texts = [_NUMBERED.sub("", step, count=1) for step in steps]
        reports = [linter.lint(step, series="x", step=at, **choices) for at, step in enumerate(texts, 1)]
    rules = [(rule, dict[str, Severity]()) for rule in linter.catalog.rules.values()]
    return [report for series, members in series_of(reports) for report in judged(series, members, rules)]


def _timed(linter: Linter, steps: Sequence[str], language: str, choices: Mapping[str, Any]) -> Iterator[Report]:
    """A report for each step that is a voicemail; days go by, so that an earlier weekday is one of the week after."""
    weekdays = linter.catalog.rules["stale-date"].kinds[language].weekdays  # type: ignore[attr-defined]
    channels = ["voicemail", *(step for step in steps if not _CLOCK.search(step))]
    day, order = _MONDAY, count(1)
    for step in steps:
        words = [word.strip(".,").lower() for word in step.split()]
        wanted = next(
            at for word in words for at, name in enumerate(weekdays) if len(word) > 2 and name.startswith(word)
        )
        day += datetime.timedelta(days=(wanted - day.weekday()) % 7)
        clock = _CLOCK.search(step)
        if clock:
            moment = datetime.datetime.combine(day, datetime.time(int(clock[1]), int(clock[2] or 0)))
            beside: dict[str, Any] = {
                "series": "x",
                "step": next(order),
                "send_at": moment.isoformat(),
                "channels": channels,
            }
            yield linter.lint(step, **beside, **choices)


def main(arguments: Sequence[str]) -> int:
    """Try the catalogue, print what does not behave and the count, and give 1 if anything does not."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m voicelint.catalogue_check FILE\n")
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        tried = list(trials(json.load(file)))
    for trial in tried:
        if not trial.behaves or trial.stray:
            wrong = "" if trial.behaves else "does not behave: "
            said = "found" if trial.found else "not found"
            stray = f"; also {', '.join(trial.stray)}" if trial.stray else ""
            outcome = "fail" if trial.fails else "pass"
            sys.stdout.write(f"{trial.rule} [{trial.language}] {outcome}: {wrong}{said}{stray}\n  {trial.text}\n")
    good = sum(trial.behaves for trial in tried)
    sys.stdout.write(f"{good} of {len(tried)} examples behave\n")
    return 0 if good == len(tried) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
