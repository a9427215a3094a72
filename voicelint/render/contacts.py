"""What a list of contacts makes of a message, as text for people, and the bar that shows how far the reading is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

from voicelint.contacts import Contact, ContactsReport
from voicelint.interface import interface
from voicelint.language import codes, load
from voicelint.terminal import Style, one_line, shortened

_BAR = 30  # columns of the bar


def render(report: ContactsReport, reader: str, style: Style) -> Iterator[str]:
    """The lines of a report, in the language of its reader."""
    words = load(reader if reader in codes() else "en").section("contacts")
    number = interface(reader).number
    limits = {"min": number(report.band.min), "max": number(report.band.max)}
    yield style.paint(words["head"].format(rows=_grouped(report.rows), **limits), "bold")
    for name, look in (("fits", "green"), ("near", "yellow"), ("over", "red"), ("under", "red")):
        count = getattr(report, name)
        if count or name == "fits":
            share = f"{100 * count / max(1, report.rows):5.1f} %".replace(".", number(0.5)[1])
            yield f"  {style.paint(f'{_grouped(count):>11}', look, 'bold')}  {share}  {words[name].format(**limits)}"
    for name in ("shortest", "longest"):
        contact: Contact | None = getattr(report, name)
        if contact:
            values = ", ".join(dict.fromkeys(one_line(value) for value in contact.values if value))
            seconds = number(contact.seconds.best)
            line = words[name].format(seconds=seconds, line=contact.line, values=values)
            yield shortened(f"  {line}", style.width, style.signs.ellipsis)
    yield from _values(report, words, style)


def _values(report: ContactsReport, words: Mapping[str, str], style: Style) -> Iterator[str]:
    """What is wrong with the values."""
    if report.overflowing:
        yield words["overflow"]
        for _, value, column, line in report.overflowing:
            yield f"    {words['overflowing'].format(value=one_line(value), column=one_line(column), line=line)}"
    if report.unfilled:
        tags = ", ".join(one_line(tag) for tag in report.unfilled)
        yield style.paint(words["unfilled"].format(tags=tags), "red")
    for (kind, column), count in sorted(report.troubles.items()):
        yield style.paint(words[kind].format(column=one_line(column), count=_grouped(count)), "red")
        for trouble in report.examples:
            if (trouble.kind, trouble.column) == (kind, column):
                value = one_line(trouble.value) or words["nothing"]
                yield f"    {words['example'].format(line=trouble.line, value=value)}"


def _grouped(count: int) -> str:
    """Digits by three, with the no-break space that both languages read."""
    return f"{count:,}".replace(",", "\u202f")


def progress_bar(stream: TextIO) -> Callable[[float], None] | None:
    """A bar on a terminal; None for anything else, where it would be noise."""
    if not stream.isatty():
        return None
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        percent = int(100 * min(1.0, share))
        if percent == shown:
            return
        shown = percent
        full = _BAR * percent // 100
        stream.write("\r\x1b[2K" if percent >= 100 else f"\r[{'#' * full}{'.' * (_BAR - full)}] {percent:3d} %")
        stream.flush()

    return show
