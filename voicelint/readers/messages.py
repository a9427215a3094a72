"""Whether a stretch of Markdown is a message, by its form and its place, and where such a message ends."""

from __future__ import annotations

import re

from voicelint.readers.judgement import has_signs, opens_like_message
from voicelint.readers.lines import Line, texts
from voicelint.readers.stretches import Stretch
from voicelint.source import Span


def reads_right(kind: str, found: Stretch, text: str, place: str) -> bool:
    """Say whether a text begins like a message; the looser its form and the farther its name, the stricter."""
    if kind in ("item", "cell") and (not found.quoted or place in ("parent", "title")) and place != "label":
        return False
    framed, near = found.quoted or kind in ("fence", "quote"), place in ("label", "heading")
    if opens_like_message(text, framed=framed and place != "title"):
        return framed or near
    return framed and near and len(text.split()) >= 12 and _speaks(text)


def _speaks(text: str) -> bool:
    """Say whether a text that greets nobody is said to somebody all the same: signs of a message, no bullets."""
    return has_signs(text, least=2) and not re.search(r"(?m)^\s*(?:[-*•]|\d{1,2}[.)])\s", text)


def unwrapped(found: Stretch) -> Stretch:
    """A text without the apostrophes or the marks of italics around all of it; its span keeps them."""
    first, last = found.lines[0], found.lines[-1]
    around = first.text[:1] + last.text[-1:]
    if found.quoted or around not in ("''", "‘’", "**", "__") or len(texts(found.lines)) < 2:
        return found
    if len(found.lines) == 1:
        return found._replace(lines=(first.cut(1, -1),))
    return found._replace(lines=(first.cut(1), *found.lines[1:-1], last.cut(0, -1)))


def trimmed(found: Stretch) -> Stretch:
    """A plain text up to the paragraph in which it says good-bye: what follows is advice."""
    kept: list[Line] = []
    for number, line in enumerate(found.lines):
        if not line.text and _finished(texts(kept), texts(found.lines[number + 1 :])):
            break
        kept.append(line)
    return Stretch(tuple(kept), Span(kept[0].start, kept[-1].end), quoted=False)


def _finished(said: str, following: str) -> bool:
    """Say whether a message ends before a paragraph: a sign of farewell was given, and none follows."""
    paragraph = following.split("\n\n", 1)[0]
    return has_signs(said) and not has_signs(paragraph)
