"""The message drawn over its seconds: what each stretch does, the band, where the listener decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from voicelint.interface import Interface
from voicelint.report import Report
from voicelint.terminal import Style, columns, shortened

# Stretches that do nothing of their own and follow without a pause belong to what comes next, in seconds.
_SHORT, _JOINED = 1.5, 0.45
_COLOURS = {
    "greeting": "cyan",
    "identity": "cyan",
    "context": "magenta",
    "reason": "magenta",
    "value": "green",
    "proof": "green",
    "ask": "yellow",
    "callback-number": "yellow",
    "channel": "yellow",
    "availability": "yellow",
}
_TAIL = 8  # columns for the seconds of a row


class _Row(NamedTuple):
    """One stretch of the drawing: what it does, and its seconds."""

    move: str
    start: float
    end: float


def timeline(report: Report, words: Interface, style: Style) -> Iterator[str]:
    """Lines of at most `style.width` columns: an axis, one row a stretch, the band, what the number costs."""
    rows = _rows(report.timeline())
    names = words.texts["moves"]
    margin = min(18, max((columns(_name(names, row.move)) for row in rows), default=0)) + 2
    chart = _Chart(report, words, style, style.width - margin - _TAIL)
    blank = " " * margin
    yield style.paint(blank + chart.numbers(), "dim")
    yield style.paint(blank + chart.axis(), "dim")
    for row in rows:
        name = shortened(_name(names, row.move), margin - 2, style.signs.ellipsis)
        label = name + " " * (margin - columns(name))
        seconds = words.say("seconds", n=f"{row.end - row.start:.1f}".replace(".", words.decimal))
        tail = f"{seconds:>{_TAIL}}"
        yield style.paint(label, _COLOURS.get(row.move, "dim")) + chart.bar(row) + style.paint(tail, "dim")
    for line in chart.captions():
        yield style.paint(blank + line, "dim")
    yield from _number(report, rows, words)


def _rows(entries: Sequence[dict[str, Any]]) -> list[_Row]:
    """The stretches, short ones that only lead over to the next joined to it, and like ones to each other."""
    rows: list[_Row] = []
    for entry in entries:
        row = _Row(entry["move"], entry["from"], entry["to"])
        last = rows[-1] if rows else None
        if last and row.start - last.end < _JOINED and not last.move and last.end - last.start < _SHORT:
            rows.pop()
            row = _Row(row.move, last.start, row.end)
            last = rows[-1] if rows else None
        if last and last.move == row.move and row.start - last.end < _JOINED:
            rows[-1] = _Row(row.move, last.start, row.end)
        else:
            rows.append(row)
    return rows


def _name(names: dict[str, str], move: str) -> str:
    return names.get(move or "other", move)


def _number(report: Report, rows: Sequence[_Row], words: Interface) -> Iterator[str]:
    """What the callback number costs, in seconds and as a share of the message."""
    phones = [report.draft.speech.seconds_of(phone.span).best for phone in report.draft.phones]
    if phones and report.seconds.best:
        share = 100 * sum(phones) / report.seconds.best
        yield ""
        yield words.say("number_costs", seconds=words.number(sum(phones)), share=words.number(share, 0))


class _Chart:
    """Turns seconds into columns of one drawing `width` columns wide."""

    def __init__(self, report: Report, words: Interface, style: Style, width: int) -> None:
        self._words, self._style, self._width = words, style, width
        self._band = report.band
        self._decides = float(words.texts["decides_after"])
        self._whole = max(report.seconds.best, self._band.max * 1.1, 1.0)
        self._scale = (width - 1) / self._whole
        self._step = next((step for step in (1, 2, 5, 10, 15, 30, 60) if step * self._scale >= 7), self._whole)

    def _column(self, seconds: float) -> int:
        return min(self._width - 1, max(0, round(seconds * self._scale)))

    def _ticks(self) -> Iterator[tuple[int, float]]:
        for index in range(int(self._whole / self._step) + 1):
            yield self._column(index * self._step), index * self._step

    def numbers(self) -> str:
        """The seconds that stand over the axis."""
        line = ""
        for column, seconds in self._ticks():
            label = self._words.number(seconds, 0)
            if column >= len(line):
                line += " " * (column - len(line)) + label
        return line

    def axis(self) -> str:
        """The axis with its ticks."""
        ticks = {column for column, _ in self._ticks()}
        signs = self._style.signs
        return "".join(signs.tick if column in ticks else signs.rule for column in range(self._width))

    def bar(self, row: _Row) -> str:
        """A row's bar among the marks of where the listener decides and where the band ends."""
        first = self._column(row.start)
        last = max(first + 1, self._column(row.end))
        late = max(first, self._column(self._band.max) + 1)
        look = _COLOURS.get(row.move, "dim")
        painted = self._style.paint(self._style.signs.full * (min(last, late) - first), look)
        painted += self._style.paint(self._style.signs.likely * (last - max(first, late)), look)
        return self._marks(0, first) + painted + self._marks(last, self._width)

    def _marks(self, start: int, end: int) -> str:
        signs = self._style.signs
        marks = {self._column(self._decides): signs.guide, self._column(self._band.max): signs.bar}
        return self._style.paint("".join(marks.get(column, " ") for column in range(start, end)), "dim")

    def captions(self) -> Iterator[str]:
        """What the marks mean, each under its column."""
        signs = self._style.signs
        band, number = self._band, self._words.number
        decides, start, end = (self._column(value) for value in (self._decides, band.min, band.max))
        wanted = self._words.say("wanted", min=number(band.min), max=number(band.max))
        ruled = signs.left + signs.rule * max(0, end - start - 1) + signs.right
        yield f"{' ' * start}{ruled} {wanted}"
        yield f"{' ' * decides}{signs.guide} {self._words.say('decides')}"
