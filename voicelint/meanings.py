"""What the name inside a merge tag stands for, and whether a bracket is spoken at all: the words of all languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from voicelint.kept_pattern import kept_pattern
from voicelint.language import codes, load

# TwiML's <Pause> lasts one second unless it says otherwise (twilio.com/docs/voice/twiml/pause).
PAUSE_SECONDS = 1.0

# Whose name, company or role: what an owner makes of a thing. Any other thing stays what it is.
_OWNED = {
    ("caller", "name"): "caller",
    ("caller", "company"): "caller-company",
    ("caller", "role"): "caller-role",
    ("caller", "number"): "callback-number",
    ("caller", ""): "caller",
    ("recipient", "name"): "recipient",
    ("recipient", "company"): "recipient-company",
    ("recipient", "role"): "",
    ("recipient", ""): "recipient",
    ("referrer", "name"): "referrer",
    ("referrer", ""): "referrer",
    ("peer", "name"): "peer",
    ("peer", "company"): "peer",
    ("peer", ""): "peer",
    ("", "name"): "recipient",
    ("", "number"): "callback-number",
    **{(owner, "figure"): "number" for owner in ("", "caller", "peer", "recipient", "referrer")},  # never a phone
    ("", "role"): "",
}

# Of two things or owners that a tag names, the earlier decides: "event name" is an event, "company phone" a phone.
_PRECEDENCE = (
    *("callback-number", "email", "website", "reference", "date", "time", "duration", "money", "percent", "civility"),
    *("gain", "pain", "trigger", "event", "source", "topic", "sector", "place", "product", "role", "company"),
    *("signature", "name", "figure", "number", "referrer", "peer", "recipient", "caller"),
)
_RANK = {name: place for place, name in enumerate(_PRECEDENCE)}

_WORD = kept_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_ALTERNATIVE = kept_pattern(r"(?<=[^\d\s/])\s*[/|]\s*(?=[^\d\s/])")
_XXX = kept_pattern(r"[xX]{2,}")
_PHONE_MASK = kept_pattern(r"[\dxX+().\s-]*[xX]{2,}[\dxX().\s-]*")
_AMOUNT = kept_pattern(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)")


class Reading(NamedTuple):
    """How a mark was read: the fields of a Slot that do not depend on its place."""

    role: str
    key: str = ""
    meaning: str = ""
    values: tuple[str, ...] = ()
    seconds: float = 0.0


class Vocabulary(NamedTuple):
    """The `[slots]` tables of all languages, folded; phrases are tuples of words."""

    fillers: frozenset[str]
    verbs: frozenset[tuple[str, ...]]
    joiners: re.Pattern[str]
    owners: Mapping[tuple[str, ...], str]
    things: Mapping[tuple[str, ...], str]
    longest: int
    manner: frozenset[tuple[str, ...]]
    pause: frozenset[tuple[str, ...]]
    first: frozenset[tuple[str, ...]]
    labels: frozenset[str]
    among: frozenset[str]
    seconds: Mapping[str, float]


def fold(text: str) -> str:
    """Lower case, without accents, with plain apostrophes: the form in which words are compared."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe").replace("Œ", "OE"))
    # No sign below U+0300 combines with another.
    return "".join([part for part in parts if part < "\u0300" or not unicodedata.combining(part)]).lower()


def key_words(text: str) -> tuple[str, ...]:
    """The words of a name in any style (camelCase, snake_case, dotted, spaced), folded, without plural s."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("’", "'"))
        text = "".join(part for part in parts if not unicodedata.combining(part))
    return tuple(_singular(word.lower()) for word in _WORD.findall(text))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "is" else word


def _phrases(tables: Iterable[Mapping[str, Any]], name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(key_words(phrase) for table in tables for phrase in table.get(name, ()))


def _named(tables: Iterable[Mapping[str, Any]]) -> dict[tuple[str, ...], str]:
    return {key_words(phrase): name for table in tables for name, phrases in table.items() for phrase in phrases}


@cache
def vocabulary() -> Vocabulary:
    """The slot words of every language file, merged."""
    tables = [load(code).section("slots") for code in codes()]
    directions = [table["directions"] for table in tables]
    owners, things = _named(table["owners"] for table in tables), _named(table["things"] for table in tables)
    joiners = "|".join(re.escape(word) for table in tables for word in table["alternatives"])
    seconds = {phrase[0]: 1.0 for phrase in _phrases(directions, "seconds")}
    seconds |= {phrase[0]: 0.001 for phrase in _phrases(directions, "milliseconds")}
    return Vocabulary(
        fillers=frozenset(word for phrase in _phrases(tables, "fillers") for word in phrase),
        verbs=_phrases(tables, "verbs"),
        joiners=kept_pattern(rf"\s+(?:{joiners})\s+", re.IGNORECASE),
        owners=owners,
        things=things,
        longest=max(map(len, (*owners, *things))),
        manner=_phrases(directions, "manner"),
        pause=_phrases(directions, "pause"),
        first=_phrases(directions, "first"),
        labels=frozenset(word for phrase in _phrases(directions, "labels") for word in phrase),
        among=frozenset(word for phrase in _phrases(directions, "among") for word in phrase),
        seconds=seconds,
    )


class _Known(NamedTuple):
    """What the vocabulary makes of the words of a name."""

    owner: str
    thing: str
    left: int  # words that no list knows

    @property
    def meaning(self) -> str:
        if self.left and not self.owner and self.thing in ("name", "number"):
            return "number" if self.thing == "number" else ""
        return _OWNED.get((self.owner, self.thing), self.thing)


def _known(words: tuple[str, ...]) -> _Known:
    """Read the words from the left, the longest phrase first."""
    lists = vocabulary()
    owner, thing, left, at = "", "", 0, 0
    while at < len(words):
        for end in range(min(len(words), at + lists.longest), at, -1):
            phrase = words[at:end]
            found_thing, found_owner = lists.things.get(phrase, ""), lists.owners.get(phrase, "")
            if found_thing or found_owner:
                break
        else:
            left += words[at] not in lists.fillers
            at += 1
            continue
        if found_thing and (not thing or _RANK[found_thing] < _RANK[thing]):
            thing = found_thing
        if found_owner and (not owner or _RANK[found_owner] < _RANK[owner]):
            owner = found_owner
        at = end
    return _Known(owner, thing, left)


@lru_cache(maxsize=4096)
def meaning_of(key: str) -> str:
    """The meaning (slots.MEANINGS) of a tag's name or column's title, "" if it is not known.

    Of a dotted path the last part counts; the parts before it only say whose it is.
    """
    path, _, last = key.strip(". ").rpartition(".")
    known = _known(key_words(last))
    if path and not known.owner:
        owner, whose = _known(key_words(path))[:2]
        thing = whose if known.thing == "name" and whose == "company" else known.thing
        known = _Known(owner, thing, 0 if owner or thing == "name" else known.left)
    return known.meaning


@lru_cache(maxsize=4096)
def read_bracket(inner: str, *, strict: bool = False) -> Reading | None:
    """How a person's bracket reads. `strict`: round brackets and asterisks, which are mostly ordinary text."""
    inner = inner.strip(" \t\n*`_\\%=~^")
    words = key_words(inner)
    if not words or all(word.isdigit() for word in words):
        return None if strict or words or not re.fullmatch(r"[.…_?\s-]+", inner) else Reading("value")
    if words == ("x",):
        return None if strict else Reading("value", inner, "number")
    if _PHONE_MASK.fullmatch(inner) and (len(words) > 1 or _XXX.fullmatch(inner)):
        digits = sum(character in "xX0123456789" for character in inner)
        return Reading("value", inner, "callback-number" if digits > 5 else "")
    known = _known(words)
    certain = not known.left and bool(known.owner or known.thing)
    if not certain or strict:
        direction = _direction(inner, words, strict=strict)
        if direction:
            return direction
    name, mark, manner = _manner(inner)
    if mark and not strict and _direction(manner, key_words(manner), strict=True):
        return Reading("value", inner, meaning_of(name))
    if strict:
        return _strict_value(inner, words, known)
    told = _starts(words, vocabulary().verbs)
    return (None if told else _choice(inner)) or _value(inner, words, known)


def _starts(words: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> int:
    """How many words of the beginning one of the phrases takes; 0 if none does."""
    return next((size for size in (3, 2, 1) if words[:size] in phrases), 0)


def _direction(inner: str, words: tuple[str, ...], *, strict: bool) -> Reading | None:
    lists = vocabulary()
    clause = key_words(re.split(r"[.,;:!?–—]|\s-\s", inner, maxsplit=1)[0])
    voiced = 0
    at = 0
    while at < len(clause):  # all words of the first clause belong to the lists, one of them to the voice
        size = _starts(clause[at:], lists.pause | lists.manner)
        voiced += bool(size)
        if not size and clause[at] not in lists.among and clause[at] not in lists.seconds and not clause[at].isdigit():
            break
        at += size or 1
    whole = voiced and at >= len(clause)
    pauses = any(_starts(words[i:], lists.pause) for i in range(len(words)))
    if pauses and (whole or (not strict and _starts(words, lists.pause))):
        return Reading("pause", inner, seconds=_seconds(inner))
    labelled = ":" in inner and len(clause) == 1 and clause[0] in lists.labels
    if whole or (not strict and (labelled or _starts(words, lists.first))):
        return Reading("direction", inner)
    return None


def _manner(inner: str) -> tuple[str, str, str]:
    """The two parts of `number, slowly` and `number (slowly)`."""
    name, mark, manner = inner.partition(",") if "," in inner else inner.partition("(")
    return name, mark, manner.rstrip(") ")


def _seconds(text: str) -> float:
    """The seconds that a direction names, or the default."""
    units = vocabulary().seconds
    for amount, unit in _AMOUNT.findall(fold(text)):
        if _singular(unit) in units:
            return float(amount.replace(",", ".")) * units[_singular(unit)]
    return PAUSE_SECONDS


def _choice(inner: str) -> Reading | None:
    label, colon, rest = inner.partition(":")
    body = rest if colon and len(key_words(label)) <= 2 else inner
    values = tuple(part.strip() for part in _ALTERNATIVE.split(body))
    if len(values) == 1:
        values = tuple(part.strip() for part in vocabulary().joiners.split(body))
        if any(len(key_words(value)) > 3 for value in values):
            return None
    if len(values) == 1:
        return None
    meanings = [meaning_of(value) for value in values]
    if body is inner and all(meanings) and len(set(meanings) & {"civility"}) == 0:
        return Reading("value", inner, meanings[0])  # [City/Area], [prénom/nom]: names of one place
    first = meaning_of(label) if body is rest else next(filter(None, meanings), "")
    return Reading("choice", inner, first, values)


def _value(inner: str, words: tuple[str, ...], known: _Known) -> Reading:
    """A tag with a value, or a note to the writer when it is more than a name."""
    verb = _starts(words, vocabulary().verbs)
    if verb >= len(words) and known.thing:
        verb = 0
    named = _known(words[verb:]) if verb else known
    thing = bool(named.owner or named.thing)
    if verb and not (thing and named.left == 0):
        return Reading("instruction", inner, named.meaning)
    if len(words) - verb >= 4 and named.left:
        return Reading("instruction", inner, named.meaning)
    return Reading("value", inner, meaning_of(inner) if "." in inner else named.meaning)


def _strict_value(inner: str, words: tuple[str, ...], known: _Known) -> Reading | None:
    """`(name)`, `(your company)`, `(insert system name)`: a tag in round brackets only if it can be nothing else."""
    verb = _starts(words, vocabulary().verbs)
    if verb and len(words) - verb <= 4 and words[0] != words[-1]:
        named = _known(words[verb:])
        if named.thing or named.owner:
            return _value(inner, words, known)
    thing = known.thing in ("name", "callback-number", "company")
    if thing and not known.left and (len(words) > 1 or known.thing == "name"):
        return Reading("value", inner, known.meaning)
    return None
