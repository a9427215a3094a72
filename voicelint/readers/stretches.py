"""The lines of a block taken apart: labels, quoted texts, plain texts, and remarks, which are none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from voicelint.readers.judgement import Topic, opens_like_message, topic
from voicelint.readers.lengths import names_length
from voicelint.readers.lines import Line
from voicelint.source import Span

OPENING = '"“«„'
_CLOSING = {"“": "”", "«": "»", "„": "“”"}

_ORNAMENT = r"(?:[-*+•] |\d{1,2}[.)] |[^\w\s\"“„«»\[{<(*_#%$/\\-]{1,3}\s*)?"
_MARKED = re.compile(
    rf"{_ORNAMENT}(?P<mark>\*\*\*|\*\*|\*|___|__|_)(?P<name>[^*\n]{{1,160}}?)(?P=mark)\s*"
    r"(?P<aside>\([^()\n]{0,120}\))?\s*(?P<colon>[:：]|[–—-](?=\s))?\s*(?P<rest>.*)$"
)
_KEY = re.compile(rf"{_ORNAMENT}(?P<name>[^\"“„«»:\[\]{{}}<>]{{1,80}}?)\s?[:：](?:\s+(?P<rest>\S.*))?$")
_BARE = re.compile(rf"{_ORNAMENT}(?P<name>[^\"“„«»\[\]{{}}<>]{{1,80}}[^\s.!?,;:…\"”»])$")
_OPENED = re.compile(rf"{_ORNAMENT}[*_]{{0,3}}(?P<quote>[{OPENING}])")
_IGNORED = re.compile(r":::|<!--.*-->$|\[//\]: #")
_SENTENCE_END = (".", "!", "?", "…")

LONGEST = 60  # lines of one quotation; what runs on longer was never closed
NAME_WORDS = 10  # a longer line is a sentence, not a label


class Label(NamedTuple):
    """A name for what follows; `inline` if it names only the rest of its own line."""

    name: str
    line: Line
    inline: bool = False


class Stretch(NamedTuple):
    """A text: its lines without quotation marks, and the span with them."""

    lines: tuple[Line, ...]
    span: Span
    quoted: bool


class Remark(NamedTuple):
    """What is said about a text: advice after it, its length, its aim."""

    line: Line


def stretches(lines: Sequence[Line]) -> Iterator[Label | Stretch | Remark]:
    """Labels, texts and remarks of a block in order."""
    plain: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        found = _named(lines, index, fresh=not plain or not plain[-1].text)
        opened = _OPENED.match(line.text)
        if found is not None or opened or _IGNORED.match(line.text):
            yield from _flushed(plain)
        index += 1
        if found is not None:
            rest, event = found
            yield event
            if not rest.text:
                continue
            line, opened = rest, _OPENED.match(rest.text)
        if opened:
            stretch, last = _quoted(lines, index - 1, line, opened)
            yield stretch
            if last is None:
                continue
            index, rest = last
            if rest.text.strip("*_ "):
                yield Remark(rest)
        elif not _IGNORED.match(line.text) and (line.text or plain):
            plain.append(line)
    yield from _flushed(plain)


def _flushed(plain: list[Line]) -> Iterator[Stretch]:
    while plain and not plain[-1].text:
        plain.pop()
    if plain:
        yield Stretch(tuple(plain), Span(plain[0].start, plain[-1].end), quoted=False)
        plain.clear()


def _named(lines: Sequence[Line], index: int, *, fresh: bool) -> tuple[Line, Label | Remark] | None:
    """The label or remark at the head of a line, and what is left of the line after it."""
    line = lines[index]
    if marked := _MARKED.match(line.text):
        return _marked_label(line, marked, lines[index + 1 : index + 2])
    if key := _KEY.match(line.text):
        return _key_label(line, key, fresh=fresh, following=lines[index + 1 : index + 3])
    bare = _BARE.match(line.text) if fresh else None
    if bare is None or len(bare["name"].split()) > NAME_WORDS or topic(bare["name"]) is Topic.NEUTRAL:
        return None
    return (Line("", line.end), Label(bare["name"], line)) if bare["name"][0].isupper() else None


def _marked_label(line: Line, found: re.Match[str], following: Sequence[Line]) -> tuple[Line, Label | Remark] | None:
    """`**Voicemail (if no answer):**`, alone or with its text behind it; a bold sentence is a remark."""
    name, rest = found["name"].strip(), found["rest"]
    nothing, strong = Line("", line.end), len(found["mark"]) > 1
    if len(name.split()) > NAME_WORDS and (name[:1] in OPENING or opens_like_message(name)):
        return None  # the message itself, in bold or italics
    named = f"{name.rstrip(' :')} {found['aside'] or ''}".strip()
    if not rest:
        if name.endswith(_SENTENCE_END) and not found["aside"]:
            return None if name.startswith("[") else (nothing, Remark(line))
        if strong or topic(named) is not Topic.NEUTRAL:
            return nothing, Label(named, line)
        return (nothing, Remark(line)) if not following or not following[0].text else None
    if not (name.endswith(":") or found["colon"] or rest[0] in OPENING):
        return None
    content = line.cut(found.start("rest"))
    if rest[0] in OPENING or topic(named) is not Topic.NEUTRAL:
        return content, Label(named, line, inline=True)
    return nothing, Remark(line)


def _key_label(
    line: Line, found: re.Match[str], *, fresh: bool, following: Sequence[Line]
) -> tuple[Line, Label | Remark] | None:
    """`Voicemail:`, alone or with its text behind it; a colon within a message makes no label."""
    name, rest = found["name"].strip(" *_"), found["rest"] or ""
    if not name or len(name.split()) > NAME_WORDS:
        return None
    telling = topic(name) is not Topic.NEUTRAL
    if not rest:
        before_quotation = any(_OPENED.match(after.text) for after in following)
        return (Line("", line.end), Label(name, line)) if telling or (fresh and before_quotation) else None
    if rest[0] in OPENING and (fresh or telling):
        return line.cut(found.start("rest")), Label(name, line, inline=True)
    if fresh and names_length(name):
        return Line("", line.end), Remark(line)
    return (line.cut(found.start("rest")), Label(name, line, inline=True)) if telling and fresh else None


def _quoted(
    lines: Sequence[Line], index: int, line: Line, opened: re.Match[str]
) -> tuple[Stretch, tuple[int, Line] | None]:
    """The quoted text that begins in `line`, and where it goes on after the closing mark.

    It may run over paragraphs, each of which may open the quotation again. One that is never closed ends with
    its paragraph; None then says that the closing mark is missing.
    """
    mark, start = opened["quote"], line.start + opened.start("quote")
    content: list[Line] = []
    depth, at = 1, opened.end()
    stop = min(index + LONGEST, len(lines))
    closing = _CLOSING.get(mark, mark)
    closable = any(character in lines[number].text for number in range(index, stop) for character in closing)
    for number in range(index, stop if closable else index):
        here = line if number == index else lines[number]
        if number > index:
            at = 1 if here.text[:1] == mark and content and not content[-1].text else 0
        depth, close = _closed(here.text, at, mark, depth)
        if close >= 0:
            content.append(here.cut(at, close))
            stretch = Stretch(tuple(content), Span(start, here.start + close + 1), quoted=True)
            return stretch, (number + 1, here.cut(close + 1))
        content.append(here.cut(at))
    last = next((number for number in range(index + 1, stop) if not lines[number].text), stop)
    paragraph = content[: last - index] or [line.cut(opened.end()), *lines[index + 1 : last]]
    return Stretch(tuple(paragraph), Span(start, paragraph[-1].end), quoted=True), (last, Line("", paragraph[-1].end))


def _closed(text: str, at: int, mark: str, depth: int) -> tuple[int, int]:
    """Depth of quotation after a line, and the place of the mark that closes the outermost one, or -1."""
    closing = _CLOSING.get(mark, mark)
    for place in range(at, len(text)):
        character = text[place]
        if character in closing:
            opens = mark == '"' and _opens(text, place)
            depth += 1 if opens else -1
            if depth == 0:
                return 0, place
        elif character == mark:
            depth += 1
    return depth, -1


def _opens(text: str, place: int) -> bool:
    """Say whether a straight quotation mark opens one inside another: a space before it and none behind."""
    before, behind = text[place - 1 : place], text[place + 1 : place + 2]
    return before in (" ", "(", "\u00a0") and bool(behind) and not behind.isspace() and behind not in ".,;:!?)*"
