"""Which language a script is written in, by the words of the language files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from voicelint.kept_pattern import kept_pattern
from voicelint.language import codes, load

UNDETERMINED = "und"  # ISO 639-2: a language that none of the lists knows

# A tag's name says nothing about the language around it: French drafts are full of {{first_name}}.
_TAG = kept_pattern(r"\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>|\*\|[^|*]*\|\*|%\w{1,60}%")
_WORD = kept_pattern(r"[^\W\d_]+")
_FOREIGN = (("\u0370", "\u1cff"), ("\u3040", "\ud7ff"))  # first and last letter: Greek to Thai, and East Asia
_MOST = 4000  # code points looked at: evidence has long been plain by then
_NAMEABLE = 4  # words from which on a language without a file is named
_ENOUGH = 12  # words from which on a lack of evidence is evidence


class Detection(NamedTuple):
    """What the words of a script say of its language.

    `code` is a language that has a file, or None: too little evidence, or another language. `other` is then the
    code of that other language ("und" if it cannot be named), or "". `evidence` counts words by language.
    """

    code: str | None
    other: str
    evidence: Mapping[str, int]


@cache
def _votes() -> dict[str, tuple[str, ...]]:
    """Each word of the lists with the languages that have it."""
    votes: dict[str, tuple[str, ...]] = {}
    for code in codes():
        table = load(code).section("detect")
        lists = {code: table["words"], **{other: entry["words"] for other, entry in table.get("others", {}).items()}}
        for name, words in lists.items():
            for word in words:
                votes[word] = (*votes.get(word, ()), name)
    return votes


@cache
def other_name(code: str, reader: str) -> str:
    """What readers of a language call a language without a file; its code if no list names it."""
    for own in codes():
        entry = load(own).section("detect").get("others", {}).get(code)
        if entry:
            return str(entry["names"].get(reader, code))
    return code


def _foreign(text: str) -> int:
    """How many letters belong to alphabets of other languages."""
    return sum(any(first <= letter <= last for first, last in _FOREIGN) for letter in text)


def detect(text: str) -> Detection:
    """The language of a script; tags and figures are no evidence."""
    text = text[:_MOST]
    if any(mark in text for mark in "{[<|%"):
        text = _TAG.sub(" ", text)
    text = text.lower()
    if text and max(text) >= _FOREIGN[0][0] and _foreign(text) * 2 > len(text.replace(" ", "")):
        return Detection(None, UNDETERMINED, {})
    words = _WORD.findall(text)
    votes, evidence = _votes(), dict[str, int]()
    for word in words:
        for code in votes.get(word, ()):
            evidence[code] = evidence.get(code, 0) + 1
    own = sorted((evidence.get(code, 0) for code in codes()), reverse=True)
    code = max(codes(), key=lambda code: evidence.get(code, 0))
    other = max((name for name in evidence if name not in codes()), key=lambda name: evidence[name], default="")
    if evidence.get(other, 0) > 1 + 1.3 * own[0]:  # neighbours share short words: a small lead says nothing
        return Detection(None, other if len(words) >= _NAMEABLE else "", evidence)
    if own[0] * 7 < len(words):
        return Detection(None, UNDETERMINED if len(words) >= _ENOUGH else "", evidence)
    return Detection(code if own[0] > max(own[1:], default=0) else None, "", evidence)
