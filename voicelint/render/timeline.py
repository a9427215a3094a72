"""The message drawn over its seconds: what each stretch does, the band, where the listener decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
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


class _Stretch(NamedTuple):
    """One stretch of the message: what it does, and its seconds."""

    move: str
    start: float
    end: float


def timeline(report: Report, words: Interface, style: Style) -> Iterator[str]:
    """Lines of at most `style.width` columns: an axis, one row a move, the band, what the number costs."""
    rows = _rows(_stretches(report.moments()))
    names = words.texts["moves"]
    margin = min(18, max((columns(_name(names, move)) for move in rows), default=0)) + 2
    chart = _Chart(report, words, style, style.width - margin - _TAIL)
    blank = " " * margin
    yield style.paint(blank + chart.numbers(), "dim")
    yield style.paint(blank + chart.axis(), "dim")
    for move, stretches in rows.items():
        name = shortened(_name(names, move), margin - 2, style.signs.ellipsis)
        label = name + " " * (margin - columns(name))
        whole = sum(stretch.end - stretch.start for stretch in stretches)
        seconds = words.say("seconds", n=f"{whole:.1f}".replace(".", words.decimal))
        tail = f"{seconds:>{_TAIL}}"
        look = _COLOURS.get(move, "dim")
        yield style.paint(label, look) + chart.bars(stretches, look) + style.paint(tail, "dim")
    for line in chart.captions():
        yield style.paint(blank + line, "dim")
    yield from _number(report, words)


def _stretches(entries: Iterable[dict[str, Any]]) -> list[_Stretch]:
    """The stretches in order, short ones that only lead over to the next joined to it, and like ones to each other."""
    found: list[_Stretch] = []
    for entry in entries:
        stretch = _Stretch(entry["move"], entry["from"], entry["to"])
        last = found[-1] if found else None
        if last and stretch.start - last.end < _JOINED and not last.move and last.end - last.start < _SHORT:
            found.pop()
            stretch = _Stretch(stretch.move, last.start, stretch.end)
            last = found[-1] if found else None
        if last and last.move == stretch.move and stretch.start - last.end < _JOINED:
            found[-1] = _Stretch(stretch.move, last.start, stretch.end)
        else:
            found.append(stretch)
    return found


def _rows(stretches: Sequence[_Stretch]) -> dict[str, list[_Stretch]]:
    """The stretches of each move, in the order in which the moves are first made."""
    rows: dict[str, list[_Stretch]] = {}
    for stretch in stretches:
        rows.setdefault(stretch.move, []).append(stretch)
    return rows


def _name(names: dict[str, str], move: str) -> str:
    return names.get(move or "other", move)


def _number(report: Report, words: Interface) -> Iterator[str]:
    """What the callback number costs, in seconds and as a share of the message."""
    phones = [unit.end - unit.start for unit in report.draft.speech.each() if unit.kind == "phone"]
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

    def bars(self, stretches: Sequence[_Stretch], look: str) -> str:
        """The bars of a row among the marks of where the listener decides and where the band ends."""
        signs, late = self._style.signs, self._column(self._band.max)
        cells = self._marks()
        filled = [False] * self._width
        for stretch in stretches:
            first = self._column(stretch.start)
            for column in range(first, max(first + 1, self._column(stretch.end))):
                cells[column] = signs.likely if column > late else signs.full
                filled[column] = True
        runs = groupby(range(self._width), key=filled.__getitem__)
        painted = (("".join(cells[column] for column in run), look if full else "dim") for full, run in runs)
        return "".join(self._style.paint(text, colour) for text, colour in painted)

    def _marks(self) -> list[str]:
        signs, cells = self._style.signs, [" "] * self._width
        cells[self._column(self._decides)] = signs.guide
        cells[self._column(self._band.max)] = signs.bar
        return cells

    def captions(self) -> Iterator[str]:
        """What the marks mean, each under its column."""
        signs = self._style.signs
        band, number = self._band, self._words.number
        decides, start, end = (self._column(value) for value in (self._decides, band.min, band.max))
        wanted = self._words.say("wanted", min=number(band.min), max=number(band.max))
        ruled = signs.left + signs.rule * max(0, end - start - 1) + signs.right
        yield f"{' ' * start}{ruled} {wanted}"
        yield f"{' ' * decides}{signs.guide} {self._words.say('decides')}"
