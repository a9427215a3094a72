"""A Markdown file as a whole: front matter, title and file name govern what the walk through it finds."""

from __future__ import annotations

from pathlib import PurePath

from voicelint.readers.front_matter import front_matter
from voicelint.readers.judgement import Topic, topic
from voicelint.readers.lines import split
from voicelint.readers.markdown import Find, Walk, has_voicemail_word, scripts_of
from voicelint.readers.neighbours import settings_of
from voicelint.readers.reading import Reading
from voicelint.readers.vocabulary import spelled
from voicelint.script import Reason
from voicelint.source import Source, Span


def read_markdown(source: Source) -> Reading:
    """The scripts of a Markdown file; `type: voicemail` in its front matter makes the whole one, if nothing else."""
    stem = spelled(PurePath(source.path).stem)
    if topic(stem) is Topic.NEUTRAL and not has_voicemail_word(source.text):
        return Reading()
    head = front_matter(source)
    settings = settings_of(head.pairs)
    title = head.value("title") or head.value("name")
    kind = " ".join(head.value(key) for key in ("type", "channel", "kind", "category"))
    lines = split(source, head.end)
    walk = Walk(titles=(kind, title, stem))
    walk.read(lines)
    if not walk.finds and topic(kind) is Topic.VOICEMAIL:
        walk.finds.extend(_whole(walk, source, head.end))
    settings.pop("channel", None)
    settings.pop("name", None)
    return Reading(tuple(scripts_of(walk, source.text, settings)), (), tuple(walk.skipped))


def _whole(walk: Walk, source: Source, start: int) -> list[Find]:
    """The text below the front matter as one script, its headings left out."""
    lines = [line.cut(0) for line in split(source, start)]
    lines = [line for line in lines if not line.text.startswith(("#", "<!--"))]
    filled = [line for line in lines if line.text]
    if not filled:
        return []
    span = Span(filled[0].start, filled[-1].end)
    return [Find(tuple(lines), span, True, "", Reason("front_matter"), {})]
