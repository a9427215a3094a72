"""The words that a finding is about, in their line, marked."""

from __future__ import annotations

from voicelint.source import Source, Span
from voicelint.terminal import Style, columns, one_line, shortened

_LEAD = 22  # columns of what stands before the marked words, so that they are seen in place


def excerpt(source: Source, span: Span, style: Style, look: str, indent: int = 3) -> list[str]:
    """The line of a stretch with its number, and the stretch marked beneath it (or by colour)."""
    line, _ = source.position(span.start)
    start = source.line_starts[line - 1]
    following = source.line_starts[line] if line < len(source.line_starts) else len(source.text)
    end = min(span.end, following)
    signs = style.signs
    gutter = f"{line:>{max(indent, 4)}} {signs.bar} "
    room = style.width - len(gutter)
    marked = shortened(one_line(source.text[span.start : end]), room, signs.ellipsis)
    before = one_line(source.text[max(start, span.start - 400) : span.start])
    if before and source.text[span.start - 1].isspace():
        before += " "
    after = one_line(source.text[end : min(following, end + 400)])
    if after and source.text[end].isspace():
        after = " " + after
    before = _tail(before, max(_LEAD, room - columns(marked) - columns(after)), room - columns(marked), style)
    after = _head(after, room - columns(before) - columns(marked), style)
    shown = style.paint(gutter, "dim") + before + style.paint(marked, look, "bold") + after
    under = signs.under if style.colour else "^"
    blank = " " * (len(gutter) - 2) + f"{signs.bar} "
    marks = style.paint(blank, "dim") + " " * columns(before) + style.paint(under * columns(marked), look)
    return [shown.rstrip(), marks]


def _head(text: str, room: int, style: Style) -> str:
    """The beginning of a text, cut at a word to the columns that there are, the cut shown."""
    if columns(text) <= room:
        return text
    sign = " " + style.signs.ellipsis
    if room <= len(sign):
        return ""
    kept = shortened(text, room - len(sign), "")
    to_word, space, rest = kept.rpartition(" ")
    return (to_word if space and len(rest) < len(kept) // 2 else kept) + sign


def _tail(text: str, wanted: int, room: int, style: Style) -> str:
    """The end of a text, cut at a word to the columns that there are, the cut shown."""
    width = max(0, min(wanted, room))
    if columns(text) <= width:
        return text
    sign = style.signs.ellipsis + " "
    if width <= len(sign):
        return ""
    kept = text[-(width - len(sign)) :]
    while columns(kept) > width - len(sign):
        kept = kept[1:]
    _, space, from_word = kept.partition(" ")
    return sign + (from_word if space and len(from_word) > len(kept) // 2 else kept)
