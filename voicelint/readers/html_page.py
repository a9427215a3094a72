"""HTML: a page is rewritten as Markdown that remembers where its characters stood, and read like Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from voicelint.readers.lengths import Claim
from voicelint.readers.markup import Part, add_text, markup_escape, parts
from voicelint.readers.pieces import Pieces
from voicelint.readers.reading import Reading, Skipped
from voicelint.script import Script
from voicelint.source import Source

_UNSEEN = frozenset({"head", "noscript", "script", "style", "svg", "template", "title"})
_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form"
        " h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section summary table tbody td"
        " textarea th thead tr ul",
    )
)
_LABELS = frozenset({"b", "dt", "figcaption", "label", "legend", "strong", "summary", "th"})
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_DEEPEST = 1  # blockquotes within blockquotes that are told apart
_SHORT_CODE = 80  # characters; a longer stretch of PHP is a program, a shorter one stands for a value


@dataclass
class _Page:
    """The Markdown written so far, and what is open."""

    text: str
    pieces: Pieces = field(default_factory=Pieces)
    unseen: str = ""
    quotes: int = 0
    fenced: bool = False
    fresh: bool = True  # at the beginning of a line

    def mark(self, mark: str, at: int) -> None:
        """Add Markdown that stands for a tag at an offset, and for none of its characters."""
        self.pieces.escape(mark, at, 0)

    def begin(self, at: int) -> None:
        """Begin a paragraph, within the blockquotes that are open."""
        if not self.fresh:
            self.mark("\n\n" if not self.quotes else "\n" + "> " * self.quotes + "\n", at)
        self.fresh = True

    def lead(self, mark: str, at: int) -> None:
        """Add the mark with which a line begins."""
        if self.fresh and self.quotes:
            self.mark("> " * self.quotes, at)
        self.fresh = False
        if mark:
            self.mark(mark, at)


def read_html(source: Source, read_markdown: Callable[[Source], Reading]) -> Reading:
    """The scripts of a page; `read_markdown` reads it once it is rewritten."""
    page = _Page(source.text)
    for part in parts(source.text):
        _take(page, part)
    written = page.pieces
    reading = read_markdown(Source(written.text, source.path))
    scripts = tuple(_placed(script, written) for script in reading.scripts)
    skipped = tuple(
        Skipped(written.part(entry.span.start, entry.span.end).span, entry.name, entry.reason)
        for entry in reading.skipped
    )
    return Reading(scripts, reading.notes, skipped)


def _placed(script: Script, written: Pieces) -> Script:
    """A script of the rewritten page as one of the page itself."""
    pieces = Pieces()
    if not script.pieces:
        pieces.join(written.part(script.span.start, script.span.end))
    for piece in script.pieces:
        place = written.part(piece.source_start, piece.source_start + piece.source_length)
        text = script.text[piece.text_start : piece.text_start + piece.text_length]
        if place.text == text:
            pieces.join(place)
        else:
            pieces.escape(text, place.span.start, place.span.end - place.span.start)
    span = written.part(script.span.start, script.span.end).span
    settings = {key: _claim(value, written) for key, value in script.settings.items()}
    made = pieces.script(span=span, name=script.name, settings=settings, escape=markup_escape)
    return made._replace(reason=script.reason)


def _claim(value: Any, written: Pieces) -> Any:
    """A stated length with its place in the page; any other setting as it is."""
    return value._replace(span=written.part(*value.span).span) if isinstance(value, Claim) else value


def _take(page: _Page, part: Part) -> None:
    name = part.name.casefold()
    if page.unseen:
        if part.kind == "close" and name == page.unseen:
            page.unseen = ""
    elif part.kind == "comment":
        _comment(page, part)
    elif part.kind == "code":
        if part.end - part.start <= _SHORT_CODE and not page.fresh:
            page.pieces.literal(page.text[part.start : part.end], part.start)
    elif part.kind in ("text", "data"):
        _text(page, part)
    elif name in _UNSEEN:
        page.unseen = name if part.kind == "open" else ""
    else:
        _tag(page, part, name)


def _comment(page: _Page, part: Part) -> None:
    """Keep a comment of ours where it stands; the others are not seen."""
    if "voicelint" in page.text[part.start : part.end][:300]:
        page.begin(part.start)
        page.pieces.literal(page.text[part.start : part.end], part.start)
        page.fresh = False
        page.begin(part.end)


def _text(page: _Page, part: Part) -> None:
    start, end = part.start, part.end
    text = page.text[start:end]
    if page.fenced:
        page.pieces.literal(text, start)
        return
    if not text.strip():
        if not page.fresh:
            page.pieces.escape(" ", start, end - start)
        return
    if page.fresh:
        start += len(text) - len(text.lstrip())
        page.lead("", start)
    add_text(page.pieces, page.text, start, end)


def _tag(page: _Page, part: Part, name: str) -> None:
    opens = part.kind == "open"
    if name == "br":
        if not page.fresh:
            page.pieces.escape("\n", part.start, part.end - part.start)
            if page.quotes:
                page.mark("> " * page.quotes, part.end)
        return
    if name in _LABELS and not opens and not page.fresh:
        page.mark("**", part.start)
    if name in _BLOCKS:
        _block(page, part, name, opens=opens)
    if name in _LABELS and opens:
        page.lead("**", part.end)


def _block(page: _Page, part: Part, name: str, *, opens: bool) -> None:
    if name == "pre":
        page.begin(part.start)
        page.lead("```\n" if opens else "", part.end) if opens else page.mark("\n```\n\n", part.start)
        page.fenced, page.fresh = opens, not opens
        return
    page.begin(part.start)
    if name == "blockquote":
        page.quotes = min(_DEEPEST, max(0, page.quotes + (1 if opens else -1)))
    elif opens and name in _HEADINGS:
        page.lead(_HEADINGS[name], part.end)
    elif opens and name == "li":
        page.lead("- ", part.end)
