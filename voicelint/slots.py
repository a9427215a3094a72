"""Merge tags and marks in a message: what will be said there, and what will not be said at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from voicelint.expressions import read_expression
from voicelint.language import codes, load
from voicelint.meanings import PAUSE_SECONDS, Reading, fold, meaning_of, read_bracket
from voicelint.source import Span


@dataclass(frozen=True, slots=True)
class Slot:
    """One mark in a message's text.

    `role`:
      - `value`: a merge tag that a value will replace (`{{first_name}}`, `[Your Name]`, `${x}`, `___`)
      - `instruction`: a bracket that tells the writer what to put there (`[one line from the hook]`)
      - `choice`: alternatives, one of which is said (`[plumbers/roofers]`, `{Hi|Hello}` spintax)
      - `direction`: a stage direction, never said (`[smile]`, `*slowly*`, `(pause)` has role `pause`)
      - `pause`: a pause of `seconds` (`[pause]`, `<break time="500ms"/>`), nothing is said
      - `markup`: SSML or HTML tags and template control (`{% if %}`), never said
    `key` is the name inside the tag as written; `meaning` is one of MEANINGS, or "" if unknown.
    `values` are the alternatives of a choice or the fallback of a tag, as written.
    `syntax` names the family (`{{}}`, `{}`, `[]`, `[[]]`, `<>`, `${}`, `%%`, `*||*`, `___`, `<<>>`, `()`, `xxx`).
    """

    span: Span
    role: str
    syntax: str
    key: str = ""
    meaning: str = ""
    values: tuple[str, ...] = ()
    seconds: float = 0.0


MEANINGS = (
    "caller",  # name of the person who calls
    "caller-company",
    "caller-role",
    "recipient",  # name of the person called
    "recipient-company",
    "company",  # a company, it is not known whose
    "civility",
    "callback-number",
    "number",  # a figure
    "money",
    "percent",
    "date",
    "time",
    "duration",
    "referrer",  # a person who sends the caller
    "peer",  # a comparable company or client
    "source",  # where the number or name was found
    "event",  # where they met
    "trigger",  # what made the caller think of this listener
    "gain",  # a benefit, a result, a metric
    "pain",  # a problem of the listener
    "topic",  # subject or reason of the call
    "product",
    "place",
    "sector",
    "reference",  # an invoice, order or file
    "email",
    "website",
    "signature",
)


# A mark begins with one of these; most texts have none, so this one search is all that they cost.
_LEAD = re.compile(r"[\[{<(«%*_$#\\xX.…]")

_SQUARE = re.compile(r"\[\[([^\[\]\n]{1,160})\]\]|\[([^\[\]{}\n]{0,160}(?:\n[^\[\]{}\n]{1,160}){0,2})\]")
_ESCAPED = re.compile(r"\\\[([^\[\]\\\n]{1,160})\\\]")
_LINK_TARGET = re.compile(r"\((?:https?:|mailto:|tel:|www\.|[#/])[^()\s]*\)|\([^()\s]+\.[^()\s]+\)|\[[^\[\]\n]*\]")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*[-*+] $")
_ROUND = re.compile(r"\(([^()\[\]{}<>\n]{1,100})\)")
_BRACES = re.compile(
    r"\{\{\{([^{}]{1,300})\}\}\}|\{\{([^{}]{1,300})\}\}|\{%([^{}]{1,300})%\}|\{#([^{}]{0,300})#\}"
    r"|\{([^{}]{0,150}(?:\{[^{}]{0,100}\}[^{}]{0,150}){0,4})\}"
)
_ANGLE = re.compile(r"<<([^<>\n]{1,80})>>|<\?([^<?]{0,300})\?>|<%([^<%]{0,300})%>|<!--([^<]{0,1000}?)-->|<([^<>]{1,200})>")
_GUILLEMETS = re.compile(r"«([^\W\d][\w.-]{1,40})»")
_PERCENT = re.compile(r"%%?\(?([A-Za-z_][\w.]{0,60})(?:%%?|\)s)|%[sd](?!\w)")
_STARRED = re.compile(r"\*\|([^|*\n]{1,120})\|\*|\*{1,2}\(?([^*()\n]{1,80})\)?\*{1,2}")
_UNDERLINED = re.compile(r"__([A-Z][A-Z_]{1,40}[A-Z])__(?!\w)|(_{2,}+)(?!\w)|_([^_\n]{1,60})_(?!\w)")
_DOLLAR = re.compile(r"\$([A-Za-z_]\w{2,40})\$?|\$[xX]{1,3}(?!\w)")
_HASH = re.compile(r"(##?)([A-Z][A-Z_]{2,40})\1")
_MASK = re.compile(r"[xX]{2,}(?:[ .\u00a0\u202f()-]{1,2}[xX\d]{2,}){0,6}(?![\w])|[xX](?=[ \u00a0\u202f]?[%€])|[xX](?:[ .][xX]{2}){3,5}(?!\w)")
_MASK_FRONT = re.compile(r"(?:\+|\(?\b)\d[\d ().\u00a0\u202f-]{0,18}$")
_UNIT = re.compile(r"[\s\u00a0\u202f]?[%€$£]")
_DOTS = re.compile(r"\.{5,}|…{3,}|\.(?: \.){4,}")

_SPOKEN_MARKUP = frozenset(("break", "pause"))
_MARKUP = frozenset(
    "a audio b blockquote body br code desc div em emphasis h1 h2 h3 h4 hr html i img lang lexicon li mark ol p phoneme"
    " play prosody response s say say-as say-instead-of small speak span strong sub sup table td th tr u ul voice w".split()
)
_MARKUP_PREFIX = re.compile(r"(?:amazon|mstts|google|ssml|xml|speak):")
# Strengths of SSML's <break> (w3.org/TR/speech-synthesis11 orders them; seconds as Amazon Polly documents or plays them).
_STRENGTHS = {"none": 0.0, "x-weak": 0.0, "weak": 0.3, "medium": 0.5, "strong": 0.8, "x-strong": 1.2}
_ATTRIBUTE = re.compile(r"(time|strength|length|duration)\s*=\s*[\"']?([\w.+-]+)")
_LENGTH = re.compile(r"\+?(\d*\.?\d+)\s*(ms|s)?")


def find_slots(text: str) -> tuple[Slot, ...]:
    """All marks of a message, in order, not overlapping; offsets are code points of `text`."""
    found: list[Slot] = []
    mark = _LEAD.search(text)
    while mark:
        at = mark.start()
        slot = _READERS[mark[0]](text, at)
        if slot and found and slot.span.start < found[-1].span.end:
            slot = None
        if slot:
            found.append(slot)
        mark = _LEAD.search(text, slot.span.end if slot else at + 1)
    return tuple(_in_context(text, found)) if found else ()


def _slot(start: int, end: int, syntax: str, reading: Reading | None) -> Slot | None:
    return Slot(Span(start, end), syntax=syntax, **reading._asdict()) if reading else None


def _square(text: str, at: int) -> Slot | None:
    """`[Your Name]`, `[[name]]`; not a link `[text](address)`, a footnote `[1]` or a box `- [x]`."""
    mark = _SQUARE.match(text, at)
    if not mark or _LINK_TARGET.match(text, mark.end()):
        return None
    if mark[1]:
        return _slot(at, mark.end(), "[[]]", read_bracket(mark[1]))
    if len(mark[2]) <= 1 and _LIST_MARK.search(text, max(0, at - 20), at):
        return None
    return _slot(at, mark.end(), "[]", read_bracket(mark[2]))


def _escaped(text: str, at: int) -> Slot | None:
    r"""`\[Agent Name\]`, as exports of word processors write it."""
    mark = _ESCAPED.match(text, at)
    return _slot(at, mark.end(), "[]", read_bracket(mark[1])) if mark else None


def _braces(text: str, at: int) -> Slot | None:
    """`{name}`, `{{name}}`, `{{{name}}}`, `{% if %}`, `{# comment #}`."""
    mark = _BRACES.match(text, at)
    if not mark:
        return None
    if mark.lastindex in (3, 4):
        return _slot(at, mark.end(), "{%%}", Reading("markup"))
    double = mark.lastindex in (1, 2)
    return _slot(at, mark.end(), "{{}}" if double else "{}", read_expression(mark[mark.lastindex or 0], braces=1 + double))


def _dollar(text: str, at: int) -> Slot | None:
    """`${name}`, `$[Price]`, `$first_name`, `$XX`; the dollar belongs to the mark."""
    following = text[at + 1 : at + 2]
    if following == "{":
        inner = _BRACES.match(text, at + 1)
        if not inner:
            return None
        return _slot(at, inner.end(), "${}", read_expression(inner[inner.lastindex or 0], braces=3))
    if following == "[":
        slot = _square(text, at + 1)
        known = slot and slot.meaning not in ("", "callback-number")
        return slot and replace(slot, span=Span(at, slot.span.end), meaning=slot.meaning if known else "money")
    mark = _DOLLAR.match(text, at)
    if mark and not mark[1]:
        return _slot(at, mark.end(), "xxx", Reading("value", mark[0], "money"))
    if not mark or not (meaning_of(mark[1]) or "_" in mark[1]):
        return None
    return _slot(at, mark.end(), "$", Reading("value", mark[1], meaning_of(mark[1])))


def _hash(text: str, at: int) -> Slot | None:
    """`#{name}`, `#PRENOM#`, `##NAME##`."""
    if text.startswith("#{", at):
        inner = _BRACES.match(text, at + 1)
        if inner:
            return _slot(at, inner.end(), "#{}", read_expression(inner[inner.lastindex or 0], braces=3))
    mark = _HASH.match(text, at)
    return _slot(at, mark.end(), "##", Reading("value", mark[2], meaning_of(mark[2]))) if mark else None


def _round(text: str, at: int) -> Slot | None:
    """`(name)`, `(smile)`, `(xxx) xxx-xxxx`; most round brackets are ordinary text."""
    mask = _MASK.match(text, at + 1)
    if mask and text[mask.end() - 1 : mask.end() + 1] != "":
        slot = _mask(text, at + 1)
        if slot and slot.meaning:
            return slot
    mark = _ROUND.match(text, at)
    return _slot(at, mark.end(), "()", read_bracket(mark[1], strict=True)) if mark else None


def _angle(text: str, at: int) -> Slot | None:
    """`<NAME>`, `<<name>>`, `<?php ... ?>`, `<%= x %>`, SSML and HTML tags; not `<https://...>`."""
    mark = _ANGLE.match(text, at)
    if not mark:
        return None
    inner = mark[mark.lastindex or 0]
    if mark.lastindex == 1:
        return _slot(at, mark.end(), "<<>>", read_bracket(inner))
    if mark.lastindex in (2, 3):
        return _slot(at, mark.end(), "<?>", _code(inner))
    if mark.lastindex == 4:
        return _slot(at, mark.end(), "<>", Reading("markup"))
    return _slot(at, mark.end(), "<>", _tag(inner))


def _code(inner: str) -> Reading:
    """Embedded PHP or ERB: the last variable names the value; without output it is control."""
    names = re.findall(r"[$@]([A-Za-z_]\w*(?:(?:->|\[['\"]?)\w+)*)|=\s*(\w+(?:\.\w+)*)", inner)
    if not names or not re.search(r"echo|print|=", inner):
        return Reading("markup")
    key = names[-1][0] or names[-1][1]
    return Reading("value", key, meaning_of(re.sub(r"->|\[['\"]?", ".", key)))


@lru_cache(maxsize=1024)
def _tag(inner: str) -> Reading | None:
    """The inside of `<...>`."""
    if not re.match(r"[A-Za-z/À-ÿ]", inner) or inner[-1:].isspace() or "://" in inner or "@" in inner:
        return None
    name = re.split(r"[\s/]", inner.lstrip("/"), maxsplit=1)[0].lower()
    if name in _SPOKEN_MARKUP and (inner.endswith("/") or "=" in inner or name == "break"):
        return Reading("pause", name, seconds=_pause_seconds(inner))
    if inner[0] == "/" or inner[-1] == "/" or "=" in inner or name in _MARKUP or _MARKUP_PREFIX.match(name):
        return Reading("markup", name)
    return read_bracket(inner)


def _pause_seconds(tag: str) -> float:
    """Seconds of `<break time="500ms"/>`, `<break strength="weak"/>`, `<Pause length="1"/>`."""
    default = _STRENGTHS["medium"] if tag.startswith("break") else PAUSE_SECONDS
    for name, value in _ATTRIBUTE.findall(tag):
        if name == "strength":
            default = _STRENGTHS.get(value, default)
            continue
        length = _LENGTH.fullmatch(value)
        if length:
            return float(length[1]) / (1000 if length[2] == "ms" else 1)
    return default


def _guillemets(text: str, at: int) -> Slot | None:
    """`«prenom»`: a known name without a space inside; any other is a quotation."""
    mark = _GUILLEMETS.match(text, at)
    meaning = meaning_of(mark[1]) if mark else ""
    return _slot(at, mark.end(), "«»", Reading("value", mark[1], meaning)) if mark and meaning else None


def _percent(text: str, at: int) -> Slot | None:
    """`%FIRST_NAME%`, `%%name%%`, `%(name)s`, `%s`; not the sign after a figure."""
    mark = _PERCENT.match(text, at)
    if not mark or text[at - 1 : at].isdigit():
        return None
    key = mark[1] or ""
    return _slot(at, mark.end(), "%%", Reading("value", key, meaning_of(key) if key else ""))


def _starred(text: str, at: int) -> Slot | None:
    """`*|FNAME|*`, and directions such as `*slowly*`; any other emphasis is spoken text."""
    mark = _STARRED.match(text, at)
    if not mark:
        return None
    if mark[1]:
        control = ":" in mark[1] or mark[1].startswith(("END", "ELSE"))
        return _slot(at, mark.end(), "*||*", Reading("markup") if control else Reading("value", mark[1], meaning_of(mark[1])))
    reading = read_bracket(mark[2], strict=True)
    return _slot(at, mark.end(), "**", reading) if reading and reading.role in ("direction", "pause") else None


def _underlined(text: str, at: int) -> Slot | None:
    """`____`, `__FIRST_NAME__`, `_slowly_`; not a line drawn across the text."""
    mark = _UNDERLINED.match(text, at)
    if not mark or text[at - 1 : at].isalnum():
        return None
    if mark[1]:
        return _slot(at, mark.end(), "__", Reading("value", mark[1], meaning_of(mark[1])))
    if mark[2]:
        line = text[text.rfind("\n", 0, at) + 1 : at] + text[mark.end() :].partition("\n")[0]
        drawn = not line.strip(" \t_") and "\n" in text
        return None if drawn else _slot(at, mark.end(), "___", Reading("value"))
    reading = read_bracket(mark[3], strict=True)
    return _slot(at, mark.end(), "_", reading) if reading and reading.role in ("direction", "pause") else None


def _mask(text: str, at: int) -> Slot | None:
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
    return _slot(start, end, "xxx", Reading("value", text[start:end], meaning))


def _dots(text: str, at: int) -> Slot | None:
    """`.......`: a line to fill in; three dots are a pause in writing."""
    mark = _DOTS.match(text, at)
    return _slot(at, mark.end(), "___", Reading("value")) if mark else None


_READERS: dict[str, Callable[[str, int], Slot | None]] = {
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
    "\\": _escaped,
    "x": _mask,
    "X": _mask,
    ".": _dots,
    "…": _dots,
}


@cache
def _neighbours(section: str) -> dict[str, re.Pattern[str]]:
    """Per meaning, the words of all languages that stand before or after a tag and decide what it is."""
    phrases: dict[str, list[str]] = {}
    for code in codes():
        for meaning, words in load(code).section("slots").get(section, {}).items():
            phrases.setdefault(meaning, []).extend(re.escape(fold(word)) for word in words)
    form = r"(?:^|\W)(?:{})[\s,:'*`\"]*$" if section == "before" else r"[\s*`\"]*(?:{})(?!\w)"
    return {meaning: re.compile(form.format("|".join(words))) for meaning, words in phrases.items()}


def _in_context(text: str, slots: list[Slot]) -> list[Slot]:
    """Settle by the words around it what a tag's own name leaves open: `this is [Name] from [Company]`."""
    before, after = _neighbours("before"), _neighbours("after")
    settled: list[Slot] = []
    for slot in slots:
        start, end = slot.span
        ahead = fold(text[max(0, start - 30) : start])
        if slot.role != "value":
            pass
        elif slot.meaning == "recipient" and before["caller"].search(ahead):
            slot = replace(slot, meaning="caller")
        elif slot.meaning == "recipient" and after["referrer"].match(fold(text[end : end + 20])):
            slot = replace(slot, meaning="referrer")
        elif slot.meaning in ("", "number") and _UNIT.match(text, end):
            slot = replace(slot, meaning="percent" if "%" in text[end : end + 2] else "money")
        elif (slot.meaning == "number" or not slot.key) and before["callback-number"].search(ahead):
            slot = replace(slot, meaning="callback-number")
        elif slot.meaning == "company" and settled and settled[-1].meaning == "caller":
            between = fold(text[settled[-1].span.end : start]).strip(" ,–—-\u00a0")
            if len(between) < 30 and before["caller-company"].fullmatch(between):
                slot = replace(slot, meaning="caller-company")
        settled.append(slot)
    return settled
