"""Where a mark begins and ends in a text, for every family of tags, and which brackets are ordinary text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from voicelint.expressions import read_expression
from voicelint.kept_pattern import kept_pattern
from voicelint.markup import read_code, read_tag
from voicelint.meanings import Reading, meaning_of, read_bracket

# A mark begins with one of these, of which the last stand in every text: there more is looked at. Most texts have no
# mark, so this one search is all that they cost.
_LEAD = kept_pattern(
    r"[\[{<(«%*_$#@:\\xX.…](?:(?<=[\[{<(%*_$#@\\])|(?<=:)(?=[a-z])|(?<=«)(?=[^\W\d])|(?<=[.…])(?=\.\.|……| \.)"
    r"|(?<=[xX])(?=[xX]|[ \u00a0\u202f]?[%€]|[ .][xX]{2}))"
)

_SQUARE = kept_pattern(r"\[\[([^\[\]\n]{1,160})\]\]|\[([^\[\]{}\n]{0,160}(?:\n[^\[\]{}\n]{1,160}){0,2})\]")
_ESCAPED = kept_pattern(r"\\\[([^\[\]\\\n]{1,160})\\\]")
_LINK_TARGET = kept_pattern(r"\((?:https?:|mailto:|tel:|www\.|[#/])[^()\s]*\)|\([^()\s]+\.[^()\s]+\)|\[[^\[\]\n]*\]")
_LIST_MARK = kept_pattern(r"(?:^|\n)[ \t]*[-*+] $")
_ROUND = kept_pattern(r"\(([^()\[\]{}<>\n]{1,100})\)")
_BRACES = kept_pattern(
    r"\{\{\{([^{}]{1,300})\}\}\}|\{\{([^{}]{1,300})\}\}|\{%([^{}]{1,300})%\}|\{#([^{}]{0,300})#\}"
    r"|\{([^{}]{0,150}(?:\{[^{}]{0,100}\}[^{}]{0,150}){0,4})\}"
)
_ANGLE = kept_pattern(
    r"<<([^<>\n]{1,80})>>|<\?([^<?]{0,300})\?>|<%([^<%]{0,300})%>|<!--([^<]{0,1000}?)-->|<([^<>]{1,200})>"
)
_GUILLEMETS = kept_pattern(r"«([^\W\d][\w.-]{1,40})»")
_PERCENT = kept_pattern(r"%%?\(?([A-Za-z_][\w.]{0,60})(?:%%?|\)s)|%[sd](?!\w)")
_STARRED = kept_pattern(r"\*\|([^|*\n]{1,120})\|\*|\*{1,2}\(?([^*()\n]{1,80})\)?\*{1,2}")
_UNDERLINED = kept_pattern(r"__([A-Z][A-Z_]{1,40}[A-Z])__(?!\w)|(_{2,}+)(?!\w)|_([^_\n]{1,60})_(?!\w)")
_DOLLAR = kept_pattern(r"\$([A-Za-z_]\w{2,40})\$?|\$[xX]{1,3}(?!\w)")
_HASH = kept_pattern(r"(##?)([^\W\d_]\w{2,40})\1(?!\w)")
_AT = kept_pattern(r"@@([^\W\d_][\w.-]{1,40})@@(?![\w@])")
_COLON = kept_pattern(r":([a-z][A-Za-z]*(?:_[a-z]+)*)(?![\w:/@-]|\.\w)")
_HUMP = kept_pattern(r"[a-z][A-Z]")
_LABEL = kept_pattern(r"([^\W\d_]+)[ \u00a0\u202f]$")
_MASK = kept_pattern(
    r"[xX]{2,}(?:[ .\u00a0\u202f()-]{1,2}[xX\d]{2,}){0,6}(?!\w)"
    r"|[xX](?=[ \u00a0\u202f]?[%€])|[xX](?:[ .][xX]{2}){3,5}(?!\w)"
)
_MASK_FRONT = kept_pattern(r"(?:\+|\(?\b)\d[\d ().\u00a0\u202f-]{0,18}$")
_DOTS = kept_pattern(r"\.{5,}|…{3,}|\.(?: \.){4,}")


class Mark(NamedTuple):
    """A mark at its place: offsets into the text, the family (see slots.Slot), and how it reads."""

    start: int
    end: int
    syntax: str
    reading: Reading


def next_mark(text: str, start: int) -> Mark | None:
    """The first mark from an offset on."""
    lead = _LEAD.search(text, start)
    while lead:
        mark = _READERS[lead[0]](text, lead.start())
        if mark and mark.start >= start:
            return mark
        lead = _LEAD.search(text, lead.end())
    return None


_LONGEST_LINE = 300  # characters to each side at which it is looked whether a line is drawn across the text


def _mark_at(start: int, end: int, syntax: str, reading: Reading | None) -> Mark | None:
    return Mark(start, end, syntax, reading) if reading else None


def _square(text: str, at: int) -> Mark | None:
    """`[Your Name]`, `[[name]]`; not a link `[text](address)`, a footnote `[1]` or a box `- [x]`."""
    mark = _SQUARE.match(text, at)
    if not mark or _LINK_TARGET.match(text, mark.end()):
        return None
    if mark[1]:
        return _mark_at(at, mark.end(), "[[]]", read_bracket(mark[1]))
    if len(mark[2]) <= 1 and _LIST_MARK.search(text, max(0, at - 20), at):
        return None
    return _mark_at(at, mark.end(), "[]", read_bracket(mark[2]))


def _escaped(text: str, at: int) -> Mark | None:
    r"""`\[Agent Name\]`, as exports of word processors write it."""
    mark = _ESCAPED.match(text, at)
    return _mark_at(at, mark.end(), "[]", read_bracket(mark[1])) if mark else None


def _braces(text: str, at: int) -> Mark | None:
    """`{name}`, `{{name}}`, `{{{name}}}`, `{% if %}`, `{# comment #}`."""
    mark = _BRACES.match(text, at)
    if not mark:
        return None
    if mark.lastindex in (3, 4):
        return _mark_at(at, mark.end(), "{%%}", Reading("markup"))
    braces = 2 if mark.lastindex in (1, 2) else 1
    reading = read_expression(mark[mark.lastindex or 0], braces=braces)
    return _mark_at(at, mark.end(), "{{}}" if braces == 2 else "{}", reading)


def _dollar(text: str, at: int) -> Mark | None:
    """`${name}`, `$[Price]`, `$first_name`, `$OwnerFirst`, `$XX`; the dollar belongs to the mark."""
    following = text[at + 1 : at + 2]
    if following == "{":
        inner = _BRACES.match(text, at + 1)
        if not inner:
            return None
        return _mark_at(at, inner.end(), "${}", read_expression(inner[inner.lastindex or 0], braces=3))
    if following == "[":
        square = _square(text, at + 1)
        if not square:
            return None
        known = square.reading.meaning not in ("", "callback-number", "number")
        reading = square.reading if known else square.reading._replace(meaning="money")
        return Mark(at, square.end, square.syntax, reading)
    mark = _DOLLAR.match(text, at)
    if mark and not mark[1]:
        return _mark_at(at, mark.end(), "xxx", Reading("value", mark[0], "money"))
    if not mark or not (meaning_of(mark[1]) or "_" in mark[1] or _HUMP.search(mark[1])):
        return None
    return _mark_at(at, mark.end(), "$", Reading("value", mark[1], meaning_of(mark[1])))


def _hash(text: str, at: int) -> Mark | None:
    """`#{name}`, `#PRENOM#`, `##NAME##`; of names in small letters, only those that are known."""
    if text.startswith("#{", at):
        inner = _BRACES.match(text, at + 1)
        if inner:
            return _mark_at(at, inner.end(), "#{}", read_expression(inner[inner.lastindex or 0], braces=3))
    mark = _HASH.match(text, at)
    if not mark or not (mark[2].isupper() or meaning_of(mark[2])):
        return None
    return Mark(at, mark.end(), "##", Reading("value", mark[2], meaning_of(mark[2])))


def _at_signs(text: str, at: int) -> Mark | None:
    """`@@agence@@`; an address has one sign."""
    mark = _AT.match(text, at)
    return Mark(at, mark.end(), "@@", Reading("value", mark[1], meaning_of(mark[1]))) if mark else None


# What a name of one small word behind a colon may stand for, if no such name came before it: `Attention :date` is a
# slip of the space bar.
_NAMED = frozenset({"caller", "caller-company", "company", "recipient", "recipient-company"})


def _colon(text: str, at: int) -> Mark | None:
    """`:prenom`, `:first_name`, as in SQL and many frameworks; not `:30`, `:p`, `Nom :texte` nor `:smile:`."""
    mark = _COLON.match(text, at)
    if not mark or text[at - 1 : at].isalnum() or text[at - 1 : at] in (":", "/", "_", ")", "]", "}"):
        return None
    meaning = meaning_of(mark[1])
    if not meaning:
        return None
    if mark[1].islower() and "_" not in mark[1] and meaning not in _NAMED:
        others = _COLON.finditer(text, max(0, at - _LONGEST_LINE), at)
        if not any(meaning_of(other[1]) in _NAMED for other in others):
            return None
    label = _LABEL.search(text, max(0, at - 30), at)
    return None if label and meaning_of(label[1]) else Mark(at, mark.end(), ":", Reading("value", mark[1], meaning))


def _round(text: str, at: int) -> Mark | None:
    """`(name)`, `(smile)`, `(xxx) xxx-xxxx`; most round brackets are ordinary text."""
    mask = _mask(text, at + 1)
    if mask and mask.reading.meaning:
        return mask
    mark = _ROUND.match(text, at)
    return _mark_at(at, mark.end(), "()", read_bracket(mark[1], strict=True)) if mark else None


def _angle(text: str, at: int) -> Mark | None:
    """`<NAME>`, `<<name>>`, `<?php ... ?>`, `<%= x %>`, SSML and HTML tags; not `<https://...>`."""
    mark = _ANGLE.match(text, at)
    if not mark:
        return None
    inner = mark[mark.lastindex or 0]
    if mark.lastindex == 1:
        return _mark_at(at, mark.end(), "<<>>", read_bracket(inner))
    if mark.lastindex in (2, 3):
        return _mark_at(at, mark.end(), "<?>", read_code(inner))
    if mark.lastindex == 4:
        return _mark_at(at, mark.end(), "<>", Reading("markup"))
    return _mark_at(at, mark.end(), "<>", read_tag(inner))


def _guillemets(text: str, at: int) -> Mark | None:
    """`«prenom»`: a known name without a space inside; any other is a quotation."""
    mark = _GUILLEMETS.match(text, at)
    meaning = meaning_of(mark[1]) if mark else ""
    return _mark_at(at, mark.end(), "«»", Reading("value", mark[1], meaning)) if mark and meaning else None


def _percent(text: str, at: int) -> Mark | None:
    """`%FIRST_NAME%`, `%%name%%`, `%(name)s`, `%s`; not the sign after a figure."""
    mark = _PERCENT.match(text, at)
    if not mark or text[at - 1 : at].isdigit():
        return None
    key = mark[1] or ""
    return _mark_at(at, mark.end(), "%%", Reading("value", key, meaning_of(key) if key else ""))


def _starred(text: str, at: int) -> Mark | None:
    """`*|FNAME|*`, and directions such as `*slowly*`; any other emphasis is spoken text."""
    mark = _STARRED.match(text, at)
    if not mark:
        return None
    if mark[1]:
        control = ":" in mark[1] or mark[1].startswith(("END", "ELSE"))
        reading = Reading("markup") if control else Reading("value", mark[1], meaning_of(mark[1]))
        return _mark_at(at, mark.end(), "*||*", reading)
    return _mark_at(at, mark.end(), "**", _unspoken(mark[2]))


def _unspoken(inner: str) -> Reading | None:
    """The reading of emphasised words that are a direction; other emphasis is spoken."""
    reading = read_bracket(inner, strict=True)
    return reading if reading and reading.role in ("direction", "pause") else None


def _underlined(text: str, at: int) -> Mark | None:
    """`____`, `__FIRST_NAME__`, `_slowly_`; not a line drawn across the text."""
    mark = _UNDERLINED.match(text, at)
    if not mark or text[at - 1 : at].isalnum():
        return None
    if mark[1]:
        return _mark_at(at, mark.end(), "__", Reading("value", mark[1], meaning_of(mark[1])))
    if mark[2]:
        before, after = text[max(0, at - _LONGEST_LINE) : at], text[mark.end() : mark.end() + _LONGEST_LINE]
        line = before.rpartition("\n")[2] + after.partition("\n")[0]
        drawn = not line.strip(" \t_") and ("\n" in before or "\n" in after)
        return None if drawn else _mark_at(at, mark.end(), "___", Reading("value"))
    return _mark_at(at, mark.end(), "_", _unspoken(mark[3]))


def _mask(text: str, at: int) -> Mark | None:
    """`xxx-xxx-xxxx`, `06 XX XX XX XX`, `XX %`: crosses in the place of digits."""
    mark = _MASK.match(text, at)
    if not mark or text[at - 1 : at].isalpha():
        return None
    start, end = at, mark.end()
    front = _MASK_FRONT.search(text, max(0, at - 20), at)
    if front:
        start = front.start()
    if text[start - 1 : start] == "(" and ")" in text[start:end]:
        start -= 1
    crosses = sum(character in "xX0123456789" for character in text[start:end])
    meaning = "callback-number" if crosses >= 7 else ""
    return _mark_at(start, end, "xxx", Reading("value", text[start:end], meaning))


def _dots(text: str, at: int) -> Mark | None:
    """`.......`: a line to fill in; three dots are a pause in writing."""
    mark = _DOTS.match(text, at)
    return _mark_at(at, mark.end(), "___", Reading("value")) if mark else None


_READERS: dict[str, Callable[[str, int], Mark | None]] = {
    "[": _square,
    "{": _braces,
    "<": _angle,
    "(": _round,
    "«": _guillemets,
    "%": _percent,
    "*": _starred,
    "_": _underlined,
    "$": _dollar,
    "#": _hash,
    "@": _at_signs,
    ":": _colon,
    "\\": _escaped,
    "x": _mask,
    "X": _mask,
    ".": _dots,
    "…": _dots,
}
