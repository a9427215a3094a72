"""`--list-scripts`: what was taken for a message, where, why and under which settings, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from voicelint.interface import Interface
from voicelint.readers.reading import Reading, Skipped
from voicelint.script import Script
from voicelint.source import Source, Span
from voicelint.terminal import Style, one_line, shortened

_BEGINNING = 400  # characters of a message: more than any terminal shows on a line


def listed(source: Source, reading: Reading, words: Interface, style: Style) -> Iterator[str]:
    """The scripts of a file and what was left out of it, in order of place."""
    found: list[Script | Skipped] = [*reading.scripts, *reading.skipped]
    found.sort(key=lambda entry: entry.span)
    if not found:
        return
    yield style.paint(one_line(source.path), "bold")
    for entry in found:
        yield from _entry(source, entry, words, style)
    yield ""


def _entry(source: Source, entry: Script | Skipped, words: Interface, style: Style) -> Iterator[str]:
    """Where it stands and under which name, how it begins, and why it was taken or left out."""
    script = entry if isinstance(entry, Script) else None
    sign, colour = (style.signs.good, "green") if script else ("-", "dim")
    title = f"{_lines(source, entry.span):<9} {one_line(entry.name)}".rstrip()
    yield f" {style.paint(sign, colour)} {shortened(title, style.width - len(sign) - 2, style.signs.ellipsis)}"
    text = script.text if script else source.text[entry.span.start : entry.span.end]
    told = words.say("taken" if script else "left_out", reason=one_line(words.why(entry.reason)))
    room = style.width - 3
    yield f"   {style.paint(shortened(one_line(text[:_BEGINNING]), room, style.signs.ellipsis), 'dim')}"
    yield f"   {shortened(told, room, style.signs.ellipsis)}"
    if script and script.settings:
        yield f"   {shortened(_settings(script.settings), room, style.signs.ellipsis)}"


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
