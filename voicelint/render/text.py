"""Reports as text for people: the length at a glance, then what is wrong, where, and what to say instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from voicelint.finding import Finding, Fix
from voicelint.interface import Interface, interface
from voicelint.render.bar import length_bar
from voicelint.render.closing import LOOKS
from voicelint.render.excerpt import excerpt
from voicelint.terminal import Style, columns, one_line, shortened, wrapped

if TYPE_CHECKING:
    from voicelint.report import Report

_MOST_FIXES = 5
_MOST_AROUND = 400  # characters around a finding that is about the whole message: blanks and marks
_LEAST_PREFIX = 8  # a beginning that fixes share is said once from this many characters on


def render(report: Report, style: Style, *, timeline: bool = False) -> Iterator[str]:
    """The lines of one report; `timeline` draws the message over its seconds under the bar."""
    words = interface(report.settings.reader)
    yield from _head(report, words, style)
    yield ""
    if report.spoken_words:
        for line in length_bar(report.seconds, report.band, words, style):
            yield f" {line}"
        yield ""
    if timeline and report.spoken_words:
        from voicelint.render.timeline import timeline as drawn

        yield from drawn(report, words, style)
        yield ""
    for finding in _worst_first(report):
        yield from _finding(report, finding, words, style)
        yield ""
    if not report.findings:
        yield f" {style.paint(style.signs.good, 'green', 'bold')} {words.say('clean')}"
        yield ""


def _worst_first(report: Report) -> Iterator[Finding]:
    """The findings by severity, then in their order, without a list of all of them."""
    severities = {finding.severity for finding in report.findings}
    for severity in sorted(severities, reverse=True):
        yield from (finding for finding in report.findings if finding.severity == severity)


def spoken(report: Report, style: Style) -> Iterator[str]:
    """The message as it will be said, under the place where it stands."""
    from voicelint.speech.transcript import transcript

    yield from _head(report, interface(report.settings.reader), style)
    draft = report.draft
    yield from wrapped(one_line(transcript(draft.text, draft.slots, draft.speech)), style.width)
    yield ""


def concise(report: Report) -> Iterator[str]:
    """One line a finding, as editors read it: `path:line:column: severity: message (rule)`."""
    for finding in report.findings:
        place = report.source.position(finding.span.start)
        where = f"{one_line(report.path)}:{place.line}:{place.column}"
        yield f"{where}: {finding.severity.name}: {one_line(finding.message)} ({finding.rule})"


def _head(report: Report, words: Interface, style: Style) -> Iterator[str]:
    """Where the message stands, and what it was taken for, on one line if there is room."""
    place = report.source.position(report.script.start)
    path = f"{one_line(report.path)}:{place.line}"
    kind = f"{report.profile} {style.signs.dot} {report.language}"
    room = style.width - columns(path) - columns(kind) - 4
    name = shortened(one_line(report.name), room, style.signs.ellipsis) if report.name and room > 8 else ""
    gap = max(2, style.width - columns(path) - columns(kind) - (columns(name) + 2 if name else 0))
    yield style.paint(path, "bold") + (f"  {name}" if name else "") + " " * gap + style.paint(kind, "dim")


def _finding(report: Report, finding: Finding, words: Interface, style: Style) -> Iterator[str]:
    """What is wrong, the words it is about, what to do, and texts to paste."""
    look = LOOKS[finding.severity]
    sign = getattr(style.signs, finding.severity.name)
    lines = wrapped(words.typeset(one_line(finding.message)), style.width - 3)
    room = style.width - 3 - columns(lines[-1]) - len(finding.rule)
    lines[0] = style.paint(lines[0], "bold") if len(lines) == 1 else lines[0]
    rule = style.paint(finding.rule, "dim")
    for at, line in enumerate(lines):
        lead = f" {style.paint(sign, look, 'bold')} " if at == 0 else "   "
        yield lead + line + (" " * room + rule if at == len(lines) - 1 and room > 1 else "")
    if room <= 1:
        yield " " * max(3, style.width - len(finding.rule)) + rule
    if not _is_whole(report, finding):
        yield from excerpt(report.source, finding.span, style, look)
    for line in wrapped(words.typeset(one_line(finding.advice)), style.width - 3):
        yield f"   {line}"
    yield from _fixes(report, finding.fixes, words, style)


def _is_whole(report: Report, finding: Finding) -> bool:
    """Say whether a finding is about the message as a whole, so that quoting it says nothing."""
    start, end = finding.span
    if start == end:
        return True
    if (start - report.script.start) + (report.script.end - end) > _MOST_AROUND:
        return False
    around = report.source.text[report.script.start : start] + report.source.text[end : report.script.end]
    return len(around.strip()) < 4


def _fixes(report: Report, fixes: Sequence[Fix], words: Interface, style: Style) -> Iterator[str]:
    """The fixes with the seconds that they cost or save; what several begin with is said once."""
    titles = [words.typeset(one_line(fix.title)) for fix in fixes[:_MOST_FIXES]]
    shared = _shared_beginning(titles)
    for at, (fix, title) in enumerate(zip(fixes, titles, strict=False)):
        indent = columns(shared) if at and columns(shared) < style.width // 2 else 0
        cost = _cost(fix.seconds, report, words)
        width = style.width - 7 - columns(style.signs.fix) - indent - columns(cost)
        lead = f"   {style.paint(style.signs.fix, 'green')} " if not indent else " " * (4 + len(style.signs.fix))
        lines = wrapped(title[len(shared) :] if indent else title, width)
        for number, line in enumerate(lines):
            margin = lead if number == 0 else " " * (4 + len(style.signs.fix))
            tail = ""
            if number == len(lines) - 1 and cost:
                gap = style.width - 4 - len(style.signs.fix) - indent - columns(line) - columns(cost)
                tail = " " * gap + style.paint(cost, "dim")
            yield margin + " " * indent + style.paint(line, "green") + tail
    if len(fixes) > _MOST_FIXES:
        yield f"     {style.paint(words.say('more', n=len(fixes) - _MOST_FIXES), 'dim')}"


def _shared_beginning(titles: Sequence[str]) -> str:
    """What all titles begin with up to a blank or an opening quotation mark, if it is worth saying once."""
    if len(titles) < 2:
        return ""
    first, last = min(titles), max(titles)
    length = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), 0)
    while length and first[length - 1] not in '“"«\u00a0\u202f':
        length -= 1
    opening = first[:length].rstrip('“"«\u00a0\u202f')
    return opening if len(opening) >= _LEAST_PREFIX else ""


def _cost(seconds: float, report: Report, words: Interface) -> str:
    """The seconds that a fix adds or saves, "" if hardly any; said too: that a message which fits no longer would."""
    if abs(seconds) < 0.05:
        return ""
    now, most = report.seconds.best, report.band.max
    key = "saved" if seconds < 0 else "passes" if now <= most < now + seconds else "added"
    return words.say(key, seconds=words.number(abs(seconds)), max=words.number(most))
