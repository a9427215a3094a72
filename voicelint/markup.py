"""What stands between angle brackets: SSML, TwiML and HTML, embedded PHP and ERB, and tags such as <NAME>."""

from __future__ import annotations

import re
from functools import lru_cache

from voicelint.kept_pattern import kept_pattern
from voicelint.meanings import PAUSE_SECONDS, Reading, meaning_of, read_bracket

_SPOKEN_MARKUP = frozenset(("break", "pause"))
_MARKUP = frozenset(
    (
        "a",
        "audio",
        "b",
        "blockquote",
        "body",
        "br",
        "code",
        "desc",
        "div",
        "em",
        "emphasis",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
        "html",
        "i",
        "img",
        "lang",
        "lexicon",
        "li",
        "mark",
        "ol",
        "p",
        "phoneme",
        "play",
        "prosody",
        "response",
        "s",
        "say",
        "say-as",
        "say-instead-of",
        "small",
        "speak",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "td",
        "th",
        "tr",
        "u",
        "ul",
        "voice",
        "w",
    )
)
_MARKUP_PREFIX = kept_pattern(r"(?:amazon|mstts|google|ssml|xml|speak):")
# Strengths of SSML's <break>: w3.org/TR/speech-synthesis11 orders them and leaves the seconds to the engine; these
# are ours, between a comma and the end of a paragraph.
_STRENGTHS = {"none": 0.0, "x-weak": 0.0, "weak": 0.3, "medium": 0.5, "strong": 0.8, "x-strong": 1.2}
_ATTRIBUTE = kept_pattern(r"(time|strength|length|duration)\s*=\s*[\"']?([\w.+-]+)")
_LENGTH = kept_pattern(r"\+?(\d*\.?\d+)\s*(ms|s)?")


def read_code(inner: str) -> Reading:
    """Embedded PHP or ERB: the last variable names the value; without output it is control."""
    names = re.findall(r"[$@]([A-Za-z_]\w*(?:(?:->|\[['\"]?)\w+)*)|=\s*(\w+(?:\.\w+)*)", inner)
    if not names or not re.search(r"echo|print|=", inner):
        return Reading("markup")
    key = names[-1][0] or names[-1][1]
    return Reading("value", key, meaning_of(re.sub(r"->|\[['\"]?", ".", key)))


@lru_cache(maxsize=1024)
def read_tag(inner: str) -> Reading | None:
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
