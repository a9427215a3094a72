"""Front matter: the YAML (`---`) or TOML (`+++`) block at the head of a text file."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from voicelint.kept_pattern import kept_pattern
from voicelint.source import Source, Span

_FENCE = kept_pattern(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_PAIR = kept_pattern(r"(?m)^([A-Za-zÀ-ÿ_][\w -]{0,60}?)[ \t]*[:=][ \t]*(.*?)[ \t]*\r?$")


class FrontMatter(NamedTuple):
    """The pairs of the block with the places of their values, and the offset at which the text begins."""

    pairs: tuple[tuple[str, Any, Span], ...]
    end: int

    def value(self, key: str) -> str:
        """The value of a key as text; "" if there is none."""
        return next((str(value) for name, value, _ in self.pairs if name.casefold() == key), "")


def front_matter(source: Source) -> FrontMatter:
    """The front matter of a source. What stands in it is read line by line: nothing in it can be executed or huge."""
    text = source.text
    opened = _FENCE.match(text)
    if opened is None:
        return FrontMatter((), 0)
    closing = kept_pattern(rf"(?m)^{re.escape(opened[1])}[ \t]*(?:\r?\n|\Z)")
    closed = closing.search(text, opened.end())
    if closed is None:
        return FrontMatter((), 0)
    body = text[opened.end() : closed.start()]
    pairs = tuple(_pairs(body, opened.end()))
    return FrontMatter(pairs, closed.end()) if pairs or not body.strip() else FrontMatter((), 0)


def _pairs(body: str, start: int) -> list[tuple[str, Any, Span]]:
    """The top-level `key: value` lines, and those one level down as `outer.inner`."""
    found: list[tuple[str, Any, Span]] = []
    for match in _PAIR.finditer(body):
        value, at = match[2], match.start(2)
        if value[:1] in "\"'" and len(value) > 1 and value[-1] == value[0]:
            value, at = value[1:-1], at + 1
        found.append((match[1].strip(), value, Span(start + at, start + at + len(value))))
    return found
