"""Which leaves of a tree are voicemails: told by their key, by the channel beside them, or by what is above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from voicelint import language
from voicelint.readers.judgement import Topic, has_signs, is_outgoing, long_enough, opens_like_message, topic
from voicelint.readers.neighbours import keys, settings_of
from voicelint.readers.reading import Options, Reading, Skipped
from voicelint.readers.tree import Branch, Leaf, Node
from voicelint.readers.vocabulary import spelled, words
from voicelint.script import Reason, Script

_OWN = ("channel", "name")  # settings of a record that say what it is, not how to judge it


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: the path, what stands above, and the settings that hold from there."""

    path: str = ""
    above: Topic = Topic.NEUTRAL
    channel: Topic = Topic.NEUTRAL
    name: str = ""
    settings: Mapping[str, Any] = None  # type: ignore[assignment]


def read_tree(tree: Node, options: Options, *, title: str = "", settings: Mapping[str, Any] | None = None) -> Reading:
    """The scripts of a tree. `title` (the file's name) may announce them; `settings` hold for all."""
    announced = topic(spelled(title))
    place = _Place(above=Topic.VOICEMAIL if announced is Topic.VOICEMAIL else Topic.NEUTRAL, settings=settings or {})
    wanted = tuple(map(_Field, options.fields))
    scripts: list[Script] = []
    skipped: list[Skipped] = []
    for found in _walk(tree, "", place, wanted):
        (scripts if isinstance(found, Script) else skipped).append(found)  # type: ignore[arg-type]
    return Reading(tuple(scripts), (), tuple(skipped))


def _walk(node: Node, key: str, place: _Place, wanted: tuple[_Field, ...]) -> Iterator[Script | Skipped]:
    if isinstance(node, Leaf):
        yield from _judged(node, key, place, wanted)
        return
    if node.is_list:
        place = _in_sequence(node, place)
        for number, (_, item) in enumerate(node.items):
            yield from _walk(item, key, replace(place, path=f"{place.path}[{number}]"), wanted)
        return
    here = _inside(node, place)
    for name, item in node.items:
        path = ".".join(filter(None, (here.path, name)))
        above = topic(spelled(name))
        step = replace(here, path=path)
        if above is not Topic.NEUTRAL and isinstance(item, Branch):
            step = replace(step, above=above)
        yield from _walk(item, name, step, wanted)


def _in_sequence(node: Branch, place: _Place) -> _Place:
    """The place with the channels of all steps, if a list gives its steps days."""
    records = [[(keys().get(spelled(key)), leaf.text) for key, leaf in item.leaves()] for item in _branches(node)]
    if not any(setting == "day" for record in records for setting, _ in record):
        return place
    said = [text for record in records for setting, text in record if setting == "channel"]
    channels = tuple(
        dict.fromkeys("voicemail" if topic(spelled(text)) is Topic.VOICEMAIL else spelled(text) for text in said)
    )
    return replace(place, settings={**place.settings, "channels": channels}) if channels else place


def _branches(node: Branch) -> Iterator[Branch]:
    return (item for _, item in node.items if isinstance(item, Branch))


def _inside(node: Branch, place: _Place) -> _Place:
    """The place with what the record itself says: its settings, its name, its channel."""
    pairs = [(key, leaf.text, leaf.span) for key, leaf in node.leaves() if len(leaf.text) <= 300]
    lists = {key: item for key, item in node.items if isinstance(item, Branch) and item.is_list}
    settings = {**place.settings, **settings_of(pairs)}
    for key, item in lists.items():
        if keys().get(spelled(key)) == "variables":
            settings["variables"] = tuple(leaf.text for _, leaf in item.leaves())
    channels = [topic(spelled(text)) for key, text, _ in pairs if keys().get(spelled(key)) == "channel"]
    channel = next((found for found in channels if found is not Topic.NEUTRAL), place.channel)
    name = str(settings.get("name", "")) if any(keys().get(spelled(key)) == "name" for key, _, _ in pairs) else ""
    known = {key: value for key, value in settings.items() if key not in _OWN}
    return replace(place, channel=channel, name=name or place.name, settings=known)


def _judged(leaf: Leaf, key: str, place: _Place, wanted: tuple[_Field, ...]) -> Iterator[Script | Skipped]:
    if not leaf.is_text:
        return
    asked = any(field.fits(place.path) for field in wanted)
    reason = Reason("field", place.path) if asked else _reason(leaf.text, key, place)
    if not reason:
        return
    pieces = leaf.pieces.stripped()
    if not pieces.text:
        return
    name = f"{place.path} {place.name}".strip() if place.name else place.path
    if not asked and is_outgoing(pieces.text):
        yield Skipped(pieces.span, name, Reason("outgoing"))
        return
    yield pieces.script(name=name, settings=place.settings, escape=leaf.escape, reason=reason)


def _reason(text: str, key: str, place: _Place) -> Reason | None:
    """Why a text is a script, or None."""
    if not long_enough(text) or "://" in text[:10]:
        return None
    called, announced = spelled(key), topic(spelled(key))
    if called in _fields("message"):
        return Reason("key", key)
    body = called in _fields("text")
    if announced is Topic.OTHER and not body:
        return None
    reads = opens_like_message(text) or (has_signs(text) and len(text.split()) >= 12)
    if announced is Topic.VOICEMAIL:
        return Reason("key", key) if reads else None
    if place.channel is Topic.OTHER:
        return None
    if body and place.channel in (Topic.VOICEMAIL, Topic.MIXED):
        return Reason("key_beside", key)
    if place.above is Topic.VOICEMAIL and reads and (body or opens_like_message(text)):
        return Reason("key_under", key) if key else Reason("named")
    return None


def speaks_of_messages(text: str) -> bool:
    """Say whether a text holds a word by which keys, channels and constants announce voicemails."""
    return _announcing().search(text) is not None


@cache
def _announcing() -> re.Pattern[str]:
    """Matches the words for voicemail however they are joined: `voice mail`, `voice-mail`, `voiceMail`."""
    entries = sorted({*words("voicemail"), *_fields("message")}, key=len, reverse=True)
    return re.compile("|".join(re.escape(entry).replace("\\ ", "[ _-]?") for entry in entries), re.IGNORECASE)


@cache
def _fields(kind: str) -> frozenset[str]:
    """The folded keys whose text is a message: of itself (`message`), or where the channel says so (`text`)."""
    names = (language.load(code).section("readers").get("fields", {}).get(kind, ()) for code in language.codes())
    return frozenset(spelled(name) for entries in names for name in entries)


class _Field:
    """A configured path (`steps[*].body`, `$.a.b`); `*` stands for any key or index, `**` for any path.

    All the ways in which it may fit are followed at once, one bit each: no pattern can make it slow.
    """

    def __init__(self, path: str) -> None:
        self._letters: dict[str, int] = {}
        self._stars = self._double_stars = 0
        bit = 1
        for part in re.split(r"(\*\*|\*)", path.removeprefix("$").removeprefix(".")):
            if part == "*":
                self._stars |= bit
            elif part == "**":
                self._double_stars |= bit
            else:
                for letter in part:
                    self._letters[letter] = self._letters.get(letter, 0) | bit
                    bit <<= 1
        self._end = bit

    def fits(self, path: str) -> bool:
        """Say whether a full path is one of those meant."""
        at = 1
        for letter in path:
            stay = self._double_stars if letter in ".[]" else self._double_stars | self._stars
            at = (at & self._letters.get(letter, 0)) << 1 | at & stay
        return bool(at & self._end)
