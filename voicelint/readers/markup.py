"""Tags, texts, comments of HTML and XML in order; entities other than characters are never expanded or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import NamedTuple

from voicelint.readers.pieces import Pieces

_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)"
    r"|<\?(?P<code>.*?)(?:\?>|\Z)"
    r"|<![^<>]{0,2000}>?"
    r"|<(?P<closing>/?)(?P<name>[A-Za-z][\w:.-]{0,60})(?P<attributes>(?:\s[^<>]{0,4000})?)(?P<self>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:-]{1,60})\s*=\s*(?:\"([^\"]{0,1000})\"|'([^']{0,1000})')")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\s+")


class Part(NamedTuple):
    """One part: `kind` is text, data, comment, code, open, close or empty (a tag that closes itself)."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: str = ""


def parts(text: str) -> Iterator[Part]:
    """The parts of a text with markup. What is no markup is text; nothing is refused."""
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() > at:
            yield Part("text", at, found.start())
        at = found.end()
        if found["name"]:
            kind = (
                "close"
                if found["closing"]
                else "empty"
                if found["attributes"].endswith("/") or found["self"]
                else "open"
            )
            yield Part(kind, found.start(), at, found["name"], found["attributes"])
        elif found["data"] is not None:
            yield Part("data", found.start("data"), found.end("data"))
        elif found["comment"] is not None:
            yield Part("comment", found.start(), at)
        elif found["code"] is not None:
            yield Part("code", found.start(), at)
    if at < len(text):
        yield Part("text", at, len(text))


def attributes_of(part: Part) -> dict[str, str]:
    """The attributes of a tag by their names in lower case."""
    return {name.casefold(): unescape(double or single) for name, double, single in _ATTRIBUTE.findall(part.attributes)}


def add_text(pieces: Pieces, text: str, start: int, end: int, *, collapse: bool = True) -> None:
    """Add the text between two offsets: characters for their entities, one space for white space."""
    at = start
    for found in _ENTITY.finditer(text, start, end):
        is_space = found[0][0] != "&"
        if is_space and (not collapse or found[0] == " "):
            continue
        pieces.literal(text[at : found.start()], at)
        at = found.end()
        said = " " if is_space else unescape(found[0])
        pieces.escape(said, found.start(), at - found.start())
    pieces.literal(text[at:end], at)


def markup_escape(text: str) -> str:
    """Text as it stands between tags."""
    return escape(text, quote=False)
