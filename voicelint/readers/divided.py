"""Plain texts that lines of dashes or headings divide, that hold front matter or marks, or that nobody named."""

from __future__ import annotations

from collections.abc import Sequence

from voicelint.kept_pattern import kept_pattern
from voicelint.readers.front_matter import front_matter
from voicelint.readers.judgement import Topic, is_outgoing, opens_like_message, topic
from voicelint.readers.lines import Line, split, spoken
from voicelint.readers.neighbours import settings_of
from voicelint.readers.reading import Reading, Skipped
from voicelint.readers.vocabulary import spelled
from voicelint.script import WHOLE, Reason, Script, whole
from voicelint.source import Source

_DIVISION = kept_pattern(r"\s*(?:-{3,}|={3,}|\*{3,}|(?:- ){2,}-|(?:\* ){2,}\*)\s*$")
_HEADING = kept_pattern(r"#{1,6}\s+(?=\S)|={2,}\s*(?=[^=\s])(?=.*=$)")
_COMMENT = kept_pattern(r"\s*(?:#|//|;|%|--)\s*voicelint\s*:|\s*<!--.*-->\s*$")

LONGEST_UNNAMED = 4_000  # characters; a longer text that no user named is no message


def read_divided(source: Source, *, named: bool) -> Reading:
    """The scripts of a plain text. One that no user named must be called or read like a message."""
    head = front_matter(source)
    settings = {key: value for key, value in settings_of(head.pairs).items() if key not in ("name", "channel")}
    lines = split(source, head.end)
    parts = _parts(lines)
    if not named and not _announced(source, parts):
        return Reading()
    if len(parts) == 1 and not parts[0][0] and not head.end and not any(_COMMENT.match(line.text) for line in lines):
        return Reading((whole(source),)) if named or not is_outgoing(source.text) else Reading()
    scripts: list[Script] = []
    skipped: list[Skipped] = []
    for number, (name, part) in enumerate(parts, start=1):
        pieces = spoken([line for line in part if not _COMMENT.match(line.text)], marks=False).stripped()
        if not pieces.text:
            continue
        called = name or (f"part {number}" if len(parts) > 1 else "")
        if len(parts) > 1 and is_outgoing(pieces.text):
            skipped.append(Skipped(pieces.span, called, Reason("outgoing")))
            continue
        scripts.append(
            pieces.script(name=called, settings=settings, reason=WHOLE if len(parts) == 1 else Reason("part"))
        )
    return Reading(tuple(scripts), (), tuple(skipped))


def _parts(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """The named parts of a text: divided by lines of dashes, or by headings if it begins with one."""
    filled = [line for line in lines if line.text.strip() and not _COMMENT.match(line.text)]
    headed = bool(filled) and _HEADING.match(filled[0].text) is not None
    parts: list[tuple[str, list[Line]]] = [("", [])]
    for line in lines:
        heading = _HEADING.match(line.text) if headed else None
        if heading or _DIVISION.match(line.text):
            name = line.text[heading.end() :].rstrip("#= \t") if heading else ""
            parts.append((name, []))
        else:
            parts[-1][1].append(line)
    spoken_parts = [part for part in parts if any(line.text.strip() for line in part[1])]
    return spoken_parts or [("", list(lines))]


def _announced(source: Source, parts: Sequence[tuple[str, list[Line]]]) -> bool:
    """Say whether a text that was met in a folder is a message: by its path, or by how it begins."""
    folders, _, name = source.path.replace("\\", "/").rpartition("/")
    own = topic(spelled(name.rpartition(".")[0]))
    if own is Topic.OTHER or len(source.text) > LONGEST_UNNAMED * len(parts):
        return False
    called = own is Topic.VOICEMAIL or any(topic(spelled(part)) is Topic.VOICEMAIL for part in folders.split("/"))
    texts = ["\n".join(line.text for line in part) for _, part in parts]
    return called or all(opens_like_message(text) and not is_outgoing(text) for text in texts)
