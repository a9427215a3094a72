"""What is said of one file, as plain data that another process or the cache can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from voicelint.tally import Tally
from voicelint.terminal import Style

if TYPE_CHECKING:
    from voicelint.finding import Severity
    from voicelint.report import Report

_PART = 30_000  # characters of a report that are kept together
_PLAIN = 100_000  # characters of the reports of a file that are kept as they are


class Wanted(NamedTuple):
    """How reports are to be written: `form` is text, concise, json, spoken or none."""

    form: str
    style: Style
    timeline: bool = False


class Block(NamedTuple):
    """One report as written, or a part of a long one; `fine`: nothing was found. `goes_on`: it is no first part.

    `packed`: it is kept small, with those behind it, as a file may have megabytes of reports; `text` is what was
    written.
    """

    kept: str
    fine: bool
    goes_on: bool = False
    packed: bool = False

    @property
    def text(self) -> str:
        """The report, or the part of it."""
        if not self.packed:
            return self.kept
        import zlib
        from binascii import a2b_base64

        return zlib.decompress(a2b_base64(self.kept)).decode("utf-8", "surrogatepass")

    def pack(self) -> Block:
        """The same in a twentieth or so of the memory."""
        import zlib
        from binascii import b2a_base64

        small = zlib.compress(self.kept.encode("utf-8", "surrogatepass"), 1)
        return self._replace(kept=b2a_base64(small, newline=False).decode("ascii"), packed=True)


class Answer:
    """The answer on one file.

    `error`: why it could not be read or written. `fails`: something at or above fail-on was found.
    `is_draft`: it holds a message, or its name says that it may.
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
        self.is_draft = True
        self.fixes = 0
        self.diff = ""
        self.fixed_text: str | None = None

    def to_data(self) -> dict[str, Any]:
        """What the cache keeps: all but the file's name, and what fixing it did."""
        return {
            "blocks": self.blocks,
            "fails": self.fails,
            "in_series": self.in_series,
            "is_draft": self.is_draft,
            "notes": self.notes,
            "tally": self.tally.to_data(),
        }

    @classmethod
    def from_data(cls, path: str, named: bool, data: dict[str, Any]) -> Answer:
        """The answer on a file that `to_data` described."""
        answer = cls(path, named)
        answer.blocks = [Block(*block) for block in data["blocks"]]
        answer.fails, answer.in_series, answer.is_draft = data["fails"], data["in_series"], data["is_draft"]
        answer.notes = data["notes"]
        answer.tally = Tally.from_data(data["tally"])
        return answer


def answer_of(path: str, reports: Iterable[Report], wanted: Wanted, fail_on: Severity) -> Answer:
    """The answer that some reports on a file make."""
    answer = Answer(path)

    def blocks() -> Iterator[Block]:
        for report in reports:
            answer.tally.count(report)
            answer.fails = answer.fails or report.worst >= fail_on
            answer.in_series = answer.in_series or _in_series(report)
            for at, text in enumerate(_gathered(parts(report, wanted))):
                yield Block(text, not report.findings, goes_on=at > 0)

    answer.blocks += _small(blocks(), ",\n" if wanted.form == "json" else "")
    return answer


def _small(blocks: Iterable[Block], between: str) -> Iterator[Block]:
    """Blocks of which the later ones are kept small, those of several reports together, with `between` between them."""
    size, wait = 0, list[Block]()
    for block in blocks:
        size += len(block.text)
        if size < _PLAIN:
            yield block
            continue
        if wait and (block.goes_on or block.fine != wait[0].fine or sum(len(one.kept) for one in wait) > _PART):
            yield _joined(wait, between).pack()
            wait.clear()
        wait.append(block)
    if wait:
        yield _joined(wait, between).pack()


def _joined(blocks: Sequence[Block], between: str) -> Block:
    return blocks[0]._replace(kept=between.join(block.kept for block in blocks))


def _in_series(report: Report) -> bool:
    """Say whether a report is one of a series: that costs a module, which a script alone does not need."""
    facts = report.settings.facts
    if not ("series" in facts or "day" in facts):
        return False
    from voicelint.series import series_place

    return series_place(report) is not None


def written(report: Report, wanted: Wanted) -> str:
    """One report in the form that is wanted."""
    return "".join(parts(report, wanted))


def parts(report: Report, wanted: Wanted) -> Iterator[str]:
    """The same in small parts; renderers are loaded when they are first needed."""
    if wanted.form == "json":
        from voicelint.render.json import report_as_json, report_in_parts

        if report.draft.is_long:
            yield from report_in_parts(report, ascii_only=wanted.style.ascii_only)
        else:
            yield report_as_json(report, ascii_only=wanted.style.ascii_only)
    elif wanted.form != "none":
        for line in _lines(report, wanted):
            yield f"{line}\n"


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces joined to parts of some length: one part, empty or not, of most reports."""
    found: list[str] = []
    size = 0
    for piece in pieces:
        if size > _PART:
            yield "".join(found)
            found, size = [], 0
        found.append(piece)
        size += len(piece)
    yield "".join(found)


def _lines(report: Report, wanted: Wanted) -> Iterator[str]:
    from voicelint.render import text

    if wanted.form == "concise":
        yield from text.concise(report)
    elif wanted.form == "spoken":
        yield from text.spoken(report, wanted.style)
    else:
        yield from text.render(report, wanted.style, timeline=wanted.timeline)
