"""TwiML and SSML: what `<Say>` and `<speak>` say is one message, their pauses stay in it as marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from voicelint.readers.judgement import Topic, has_signs, is_outgoing, long_enough, opens_like_message, topic
from voicelint.readers.markup import Part, add_text, attributes_of, markup_escape, parts
from voicelint.readers.neighbours import settings_of
from voicelint.readers.pieces import Pieces
from voicelint.readers.reading import Reading, Skipped
from voicelint.readers.vocabulary import spelled
from voicelint.script import Reason, Script
from voicelint.source import Source, Span

_ROOTS = frozenset({"response", "speak"})
_PAUSES = frozenset({"break", "pause"})
_PARAGRAPHS = frozenset({"p", "s", "say"})
_LIVE = frozenset({"gather", "record"})  # somebody is expected to answer: a menu, or the greeting of a mailbox


@dataclass
class _Message:
    """One `<Response>` or `<speak>` on its way."""

    root: str
    pieces: Pieces = field(default_factory=Pieces)
    speaking: int = 0
    language: str = ""
    live: str = ""


def read_speech_markup(source: Source) -> Reading:
    """The messages of a TwiML or SSML file; any other XML has none."""
    announced = topic(spelled(PurePath(source.path).stem)) is Topic.VOICEMAIL
    scripts: list[Script] = []
    skipped: list[Skipped] = []
    for message in _messages(source.text):
        pieces = message.pieces.stripped()
        text = pieces.text
        if not long_enough(text):
            continue
        if is_outgoing(text) or message.live == "record":
            skipped.append(Skipped(pieces.span, message.root, Reason("outgoing")))
        elif announced or (not message.live and (opens_like_message(text) or has_signs(text))):
            settings = settings_of([("language", message.language, Span(0, 0))])
            settings["delivery"] = "tts"
            reason = Reason("markup", message.root)
            scripts.append(pieces.script(name=message.root, settings=settings, escape=markup_escape, reason=reason))
        else:
            skipped.append(Skipped(pieces.span, message.root, Reason("no_message")))
    return Reading(tuple(scripts), (), tuple(skipped))


def _messages(text: str) -> list[_Message]:
    found: list[_Message] = []
    message: _Message | None = None
    for part in parts(text):
        name = part.name.rpartition(":")[2].casefold()
        if part.kind == "open" and name in _ROOTS and message is None:
            message = _Message(part.name, speaking=int(name == "speak"), language=_language(part))
        elif message is None:
            continue
        elif part.kind == "close" and part.name == message.root:
            found.append(message)
            message = None
        else:
            _take(message, part, name, text)
    return [*found, message] if message is not None else found


def _take(message: _Message, part: Part, name: str, text: str) -> None:
    """Add a part to the message: what is spoken, and the marks of pauses as they stand."""
    if part.kind in ("text", "data"):
        if message.speaking:
            add_text(message.pieces, text, part.start, part.end)
    elif name in _PAUSES and part.kind != "close":
        message.pieces.literal(text[part.start : part.end], part.start)
    elif name in _LIVE:
        message.live = name
    elif name in _PARAGRAPHS:
        if name == "say":
            message.speaking += {"open": 1, "close": -1}.get(part.kind, 0)
            message.language = message.language or _language(part)
        if message.pieces.length and not message.pieces.text.endswith("\n"):
            message.pieces.escape("\n", part.start, 0)  # a fix of the text never touches a tag


def _language(part: Part) -> str:
    attributes = attributes_of(part)
    return attributes.get("language") or attributes.get("xml:lang") or ""
