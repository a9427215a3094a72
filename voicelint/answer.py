"""What is said of one file, as plain data that another process or the cache can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from voicelint.finding import Severity
from voicelint.report import Report
from voicelint.terminal import Style


@dataclass(slots=True)
class Tally:
    """What was counted over some reports. Severities and rules by name."""

    messages: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    safe_fixes: int = 0
    reader: str = ""
    legal: bool = False

    def count(self, report: Report) -> None:
        """Count one report."""
        self.messages += 1
        self.reader = self.reader or report.settings.reader
        self.legal = self.legal or bool(report.settings.jurisdiction)
        for finding in report.findings:
            self.severities[finding.severity.name] += 1
            self.rules[finding.rule] += 1
            self.safe_fixes += any(fix.safe and fix.edits for fix in finding.fixes)

    def add(self, other: Tally) -> None:
        """Count what another tally counted."""
        self.messages += other.messages
        self.severities.update(other.severities)
        self.rules.update(other.rules)
        self.safe_fixes += other.safe_fixes
        self.reader = self.reader or other.reader
        self.legal = self.legal or other.legal

    def worst(self) -> Severity:
        """The highest severity that was counted; `off` if none was."""
        return max((Severity[name] for name, count in self.severities.items() if count), default=Severity.off)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How reports are to be written: `form` is text, concise, json, spoken or none."""

    form: str
    style: Style
    timeline: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One report as written; `fine`: nothing was found."""

    text: str
    fine: bool


@dataclass(slots=True)
class Answer:
    """The answer on one file. `error` says why it could not be read; `worst` is what decides the exit status."""

    path: str
    blocks: list[Block] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    notes: list[str] = field(default_factory=list)
    error: str = ""
    fails: bool = False


def answer_of(path: str, reports: Iterable[Report], wanted: Wanted, fail_on: Severity) -> Answer:
    """The answer that some reports on a file make."""
    answer = Answer(path)
    for report in reports:
        answer.tally.count(report)
        answer.fails = answer.fails or report.worst >= fail_on
        answer.blocks.append(Block(written(report, wanted), not report.findings))
    return answer


def written(report: Report, wanted: Wanted) -> str:
    """One report in the form that is wanted; renderers are loaded when they are first needed."""
    if wanted.form == "json":
        from voicelint.render.json import report_as_json

        return report_as_json(report, ascii_only=wanted.style.ascii_only)
    if wanted.form == "none":
        return ""
    return "".join(f"{line}\n" for line in _lines(report, wanted))


def _lines(report: Report, wanted: Wanted) -> Iterator[str]:
    from voicelint.render import text

    if wanted.form == "concise":
        yield from text.concise(report)
    elif wanted.form == "spoken":
        yield from text.spoken(report, wanted.style)
    else:
        yield from text.render(report, wanted.style, timeline=wanted.timeline)
