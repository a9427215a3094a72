"""Text that cannot be said, or not as it is meant: addresses, signs, options in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from voicelint.finding import Edit
from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.kind import NOTHING, Hit, Kind, Repair
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

# What each sort of mark looks like; every pattern is linear.
MARKS = {
    "address": r"https?://[^\s<>\"»]+|\bwww\.[^\s<>\"»]+|\b[\w.-]{1,80}\.[a-z]{2,10}/[^\s<>\"»]+",
    "bullet": r"(?m)^[ \t]*[•‣◦▪●–*-](?=[ \t]+\S)",
    "emoji": "[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u2b50\u2705]+",
    "emoticon": r"(?<!\S)[:;=]-?[()DPp/|](?!\S)|(?<!\S)<3(?!\S)",
    "option": r"\b\w+\([a-zé]{1,4}\)|\b\w+[·•](?:e|es|ne|trice)(?:[·•]s)?\b",
    "sign": r"[~^_|\\§¶†‡©®™→←↔⇒]+|(?<!\w)&(?=\s[a-zà-ÿ])",
    "slash": r"\b[^\W\d_]{2,}/[^\W\d_]{2,}\b",
}
# Without one of these in the text, there is no mark of the sort.
_SIGNS = {
    "emoticon": frozenset(":;=<"),
    "option": frozenset("(·•"),
    "sign": frozenset("~^_|\\§¶†‡©®™→←↔⇒&"),
    "slash": frozenset("/"),
}
_BULLETS = frozenset("•‣◦▪●–*-")
_FIRST_EMOJI = "\u2600"
_RARE = "\n/:;=<(·•~^_|\\§¶†‡©®™→←↔⇒&"


def _all_but(signs: str, end: str) -> str:
    """The characters before `end` that are none of `signs`, as ranges. A set made of ranges is quicker to look up."""
    ranges, at = "", 0
    for code in (*sorted(map(ord, signs)), ord(end)):
        ranges += f"\\u{at:04x}-\\u{code - 1:04x}" if at < code else ""
        at = code + 1
    return ranges


# One of these stands in every mark, but for a bullet that begins the text, or an address with `www.`.
_ANY: re.Pattern[str] = kept_pattern(f"[^{_all_but(_RARE, _FIRST_EMOJI)}]")


class Spells(Kind):
    """Fires on marks of the sorts in `marks` (names of MARKS), longest first.

    `replacements`: what can be put in the place of a text without changing its meaning (a safe fix).
    `allowed`: texts that people say as they stand (`24/7`). Variant `machine`: a voice without sense of its own reads
    the text (`machine`: the deliveries that mean so). Facts: `phrase`, `spoken`.
    """

    marks: tuple[str, ...] = tuple(MARKS)
    replacements: Mapping[str, str] = NOTHING
    allowed: tuple[str, ...] = ()
    machine: tuple[str, ...] = ("tts",)

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a mark."""
        text = draft.text
        signs = set(_ANY.findall(text))
        if not signs and "www." not in text and text.lstrip()[:1] not in _BULLETS:
            return
        marks = tuple(name for name in self.marks if _may_hold(text, name, signs))
        if not marks:
            return
        variant = "machine" if draft.settings.delivery in self.machine else ""
        quiet = Cover(slot.span for slot in draft.slots)
        for match in _pattern(marks).finditer(draft.text):
            span = Span(match.start(), match.start() + len(match[0].rstrip(".,;:!?")))
            text = draft.text[span.start : span.end]
            if not text or text.lower() in self.allowed or quiet.overlaps(*span):
                continue
            new = self.replacements.get(text.lower())
            repairs = () if new is None else (Repair("say", (Edit(span, new),), safe=True, facts={"text": new}),)
            yield Hit(span, variant, {"phrase": text, "spoken": _spoken(draft, span)}, repairs)


def _may_hold(text: str, name: str, signs: set[str]) -> bool:
    """Say whether a text of these signs may hold a mark of a sort, at one glance."""
    if name == "address":
        return "/" in signs or "www." in text
    if name == "bullet":
        return "\n" in signs or text.lstrip()[:1] in _BULLETS
    if name == "emoji":
        return max(signs, default="") >= _FIRST_EMOJI
    return not _SIGNS[name].isdisjoint(signs)


@cache
def _pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all sorts of marks."""
    inline = [MARKS[name].replace("(?m)", "") for name in marks]
    return kept_pattern("|".join(f"(?:{pattern})" for pattern in inline), re.MULTILINE)


def _spoken(draft: Draft, span: Span) -> str:
    """How the stretch would be said."""
    return " ".join(unit.spoken for unit in draft.speech.units_of(span) if unit.spoken)
