"""Whether a name announces a voicemail, and whether a text reads like one."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from functools import cache, lru_cache

from voicelint.kept_pattern import kept_pattern
from voicelint.readers.vocabulary import fold, hints, pattern, words

_QUOTED = kept_pattern(r"[\"“„«][^\"”“»]*[\"”“»]")
_PARENTHESES = kept_pattern(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_PARTS = kept_pattern(r"[+&/,;:|•→]|\s[-–—]+\s|[–—]")
_STAGE = kept_pattern(r"(?:\s*[\[(*_]{1,3}[^\])*_\n]{1,60}[\])*_]{1,3}[ \t]*\n)*\s*")
_SLOT = kept_pattern(
    r"\s*(?:\w+\.? )?(?:\\?\[[^\[\]\n]{1,60}\]|\{\{?[^{}\n]{1,60}\}\}?|\$\{[^{}\n]{1,60}\}|<[^<>\n]{1,40}>"
    r"|«\s?\w{1,30}\s?»|%\w{1,30}%|\*\|\w{1,30}\|\*|_{3,})(?:\s*[,.!–—-]| (?=[a-zà-ÿ]))"
)
_SPEAKER = kept_pattern(r"(?m)^[ \t]*(?:\*\*)?([A-ZÀ-Þ][\w ]{1,20}?)\s?:(?:\*\*)?[ \t]+\S")
_LETTER = kept_pattern(r"\w+")

SHORTEST = 6  # words; below that a quoted text is an opening line or a phrase of advice, not a message


class Topic(Enum):
    """What a heading, a label, a key or a file name announces."""

    NEUTRAL = "neutral"
    VOICEMAIL = "voicemail"
    MIXED = "mixed"  # a voicemail first, then something else: "Voicemail + text"
    OTHER = "other"


@cache
def topic(name: str) -> Topic:
    """What a name announces, judged by its head: "text after voicemail" is a text, "script for voicemail" is none.

    A name that is wholly a quotation is what somebody else says ("We already have voicemail"): an objection.
    """
    unquoted = _QUOTED.sub(" ", name)
    if not _LETTER.search(unquoted):
        return Topic.OTHER if len(_LETTER.findall(name)) > 2 else _topic(fold(name))
    outside = _PARENTHESES.sub(" ", unquoted)
    found = _topic(fold(outside))
    if found is not Topic.NEUTRAL:
        return found
    inside = " ; ".join(first or second for first, second in _PARENTHESES.findall(unquoted))
    return Topic.VOICEMAIL if _topic(fold(inside)) is Topic.VOICEMAIL else Topic.NEUTRAL


def _topic(folded: str) -> Topic:
    found = [part for text in _PARTS.split(folded) for part in _parts(text)]
    found = [part for part in found if part is not Topic.NEUTRAL]
    if not found:
        return Topic.NEUTRAL
    if all(part is found[0] for part in found):
        return found[0]
    return Topic.MIXED if found[0] is Topic.VOICEMAIL else Topic.OTHER


def _parts(text: str) -> list[Topic]:
    """The topics of what a conjunction joins; what follows "after" and the like is left out."""
    text = pattern("after").split(text, 1)[0]
    return [_head(part) for part in pattern("and").split(text)]


def _head(text: str) -> Topic:
    """The topic of the last telling word, in the first stretch between "for", "of" and the like that has one.

    Only the first stretch can be another thing: "script for voicemail" is a voicemail's, and "voicemail for email
    readers" is no e-mail.
    """
    text = pattern("neutral").sub(" ", text)
    found = [(match, Topic.VOICEMAIL) for match in pattern("voicemail").finditer(text)]
    inside = [match.span() for match, _ in found]  # the "de" of "pas de réponse" divides nothing

    def apart(match: re.Match[str]) -> bool:
        return not any(start <= match.start() and match.end() <= end for start, end in inside)

    links = [match.start() for match in pattern("of").finditer(text) if apart(match)]
    first = links[0] if links else len(text)
    others = [match for match in pattern("other").finditer(text) if match.start() < first and apart(match)]
    found += [(match, Topic.OTHER) for match in others]
    telling = sorted((bisect_right(links, match.start()), -match.end(), kind.value) for match, kind in found)
    return Topic(telling[0][2]) if telling else Topic.NEUTRAL


@cache
def _name() -> re.Pattern[str]:
    """Matches a name that is called at the beginning of a text: `Dana, ` or `Mr. Grant - `."""
    titles = "|".join(title.capitalize() for title in words("titles"))
    return kept_pattern(rf"\s*(?:(?:{titles})\.? )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?\s*[,.!–—-]\s")


def opens_like_message(text: str, *, framed: bool = False) -> bool:
    """Say whether a text begins as messages do: a greeting, "this is ...", or a slot or a name for the listener.

    A name alone ("Sarah, Jake here.") is enough if the text is `framed` under a name that announces a voicemail.
    """
    start = text[_stage_end(text) :][:400]
    if _SLOT.match(start) or _SLOT.match(text[:400]):
        return True
    folded = fold(start[:80]).lstrip("\"'“”„«»*_-–— .¡¿>")
    if pattern("starts").match(folded) or pattern("introductions").match(folded):
        return True
    return _name().match(start) is not None and (framed or has_signs(text))


def has_signs(text: str, least: int = 1) -> bool:
    """Say whether a text holds `least` different phrases that are said in messages and hardly ever in advice."""
    folded = fold(text[:20_000])
    return len(set(pattern("signs").findall(folded))) >= least


def long_enough(text: str) -> bool:
    """Say whether a text has the words of a message rather than of an opening line."""
    return len(_LETTER.findall(text, 0, 2_000)) >= SHORTEST


def is_dialogue(text: str) -> bool:
    """Say whether lines of two speakers alternate (`YOU: ...`, `OWNER: ...`): a live call."""
    return len(set(_SPEAKER.findall(text))) > 1


@lru_cache(maxsize=64)  # readers ask several times of a text while they settle what it is
def is_outgoing(text: str) -> bool:
    """Say whether this is what the called machine says ("you've reached ...") and not a message left on it.

    A caller may say "if I can't take your call, leave a message", but at the end, after what the call is about.
    """
    folded = fold(text[:20_000])
    found = pattern("outgoing").search(folded)
    return found is not None and found.start() < len(folded) / 2


def hint(name: str) -> str:
    """What a heading hints at (`follow-up`, `break-up`, `referral` ...), or ""."""
    folded = fold(name)
    return next((found for found, words in hints() if words.search(folded)), "")


def _stage_end(text: str) -> int:
    """Where the lines of stage directions before the first spoken word end."""
    found = _STAGE.match(text)
    return found.end() if found else 0
