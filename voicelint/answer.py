"""What is said of one file, as plain data that another process or the cache can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from voicelint.tally import Tally
from voicelint.terminal import Style

if TYPE_CHECKING:
    from voicelint.finding import Severity
    from voicelint.report import Report


class Wanted(NamedTuple):
    """How reports are to be written: `form` is text, concise, json, spoken or none."""

    form: str
    style: Style
    timeline: bool = False


class Block(NamedTuple):
    """One report as written; `fine`: nothing was found."""

    text: str
    fine: bool


class Answer:
    """The answer on one file.

    `error`: why it could not be read or written. `fails`: something at or above fail-on was found.
    `in_series`: a message belongs to a series, so that other files have a say in it. `fixes`: how many were
    applied; `diff`: what they would change; `fixed_text`: the mended standard input.
    """

    def __init__(self, path: str, named: bool = True, error: str = "") -> None:
        self.path = path
        self.named = named
        self.error = error
        self.blocks: list[Block] = []
        self.tally = Tally()
        self.notes: list[str] = []
        self.fails = self.in_series = False
        self.fixes = 0
        self.diff = ""
        self.fixed_text: str | None = None

    def to_data(self) -> dict[str, Any]:
        """What the cache keeps: all but the file's name, and what fixing it did."""
        return {
            "blocks": self.blocks,
            "fails": self.fails,
            "in_series": self.in_series,
            "notes": self.notes,
            "tally": self.tally.to_data(),
        }

    @classmethod
    def from_data(cls, path: str, named: bool, data: dict[str, Any]) -> Answer:
        """The answer on a file that `to_data` described."""
        answer = cls(path, named)
        answer.blocks = [Block(*block) for block in data["blocks"]]
        answer.fails, answer.in_series, answer.notes = data["fails"], data["in_series"], data["notes"]
        answer.tally = Tally.from_data(data["tally"])
        return answer


def answer_of(path: str, reports: Iterable[Report], wanted: Wanted, fail_on: Severity) -> Answer:
    """The answer that some reports on a file make."""
    answer = Answer(path)
    for report in reports:
        answer.tally.count(report)
        answer.fails = answer.fails or report.worst >= fail_on
        answer.in_series = answer.in_series or _in_series(report)
        answer.blocks.append(Block(written(report, wanted), not report.findings))
    return answer


def _in_series(report: Report) -> bool:
    """Say whether a report is one of a series: that costs a module, which a script alone does not need."""
    facts = report.settings.facts
    if not ("series" in facts or "day" in facts):
        return False
    from voicelint.series import series_place

    return series_place(report) is not None


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
