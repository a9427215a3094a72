"""`--list-scripts`: what was taken for a message, where, why and under which settings, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from voicelint.interface import Interface
from voicelint.readers.reading import Reading
from voicelint.source import Source, Span
from voicelint.terminal import Style, one_line, shortened


def listed(source: Source, reading: Reading, words: Interface, style: Style) -> Iterator[str]:
    """The scripts of a file and what was left out of it, in order of place."""
    if not (reading.scripts or reading.skipped):
        return
    yield style.paint(one_line(source.path), "bold")
    entries = [(script.span, True, script.name, script.reason, script.settings) for script in reading.scripts]
    entries += [(left.span, False, left.name, left.reason, {}) for left in reading.skipped]
    for span, taken, name, reason, settings in sorted(entries, key=lambda entry: entry[0]):
        sign = style.paint(style.signs.good, "green") if taken else style.paint("-", "dim")
        place = _lines(source, span)
        title = f" {sign} {place:<9} {one_line(name)}".rstrip()
        yield shortened(title, style.width + len(sign), style.signs.ellipsis)
        first = one_line(source.text[span.start : min(span.end, span.start + 400)])
        yield f"   {style.paint(shortened(first, style.width - 3, style.signs.ellipsis), 'dim')}"
        told = words.say("taken" if taken else "left_out", reason=one_line(reason))
        yield f"   {shortened(told, style.width - 3, style.signs.ellipsis)}"
        if settings:
            yield f"   {shortened(_settings(settings), style.width - 3, style.signs.ellipsis)}"
    yield ""


def _lines(source: Source, span: Span) -> str:
    first, last = source.position(span.start).line, source.position(max(span.start, span.end - 1)).line
    return str(first) if first == last else f"{first}-{last}"


def _settings(settings: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {_value(value)}" for name, value in sorted(settings.items()))


def _value(value: object) -> str:
    """A setting as a person would write it; a length read beside the script as its seconds."""
    low, high = getattr(value, "low", None), getattr(value, "high", None)
    if isinstance(low, float) and isinstance(high, float):
        return f"{low:g} s" if low == high else f"{low:g}-{high:g} s"
    return one_line(str(value))
