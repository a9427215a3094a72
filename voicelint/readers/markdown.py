"""Markdown and its kin: which of the texts of a playbook are voicemails, told by labels, headings and form.

The recipe and its reasons were found in 66 real files: the nearest telling name decides, and the text has to
begin as messages do. A text is looked at if it is quoted, fenced, in a blockquote, or right under its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from voicelint.readers.judgement import Topic, hint, is_dialogue, is_outgoing, long_enough, topic
from voicelint.readers.lengths import Claim, claimed, names_length
from voicelint.readers.lines import Line, spoken, texts
from voicelint.readers.markdown_blocks import Block, blocks
from voicelint.readers.messages import reads_right, trimmed, unwrapped
from voicelint.readers.neighbours import pairs_in
from voicelint.readers.reading import Skipped
from voicelint.readers.stretches import Label, Remark, Stretch, stretches
from voicelint.readers.vocabulary import fold, folded_parts, named, pattern
from voicelint.script import Reason, Script
from voicelint.source import Span

_MARK = re.compile(r"<!--\s*voicelint:\s*(script|skip|on|off)\b([^>]{0,300}?)-->")
_MARKDOWN = ("md", "markdown", "mdx")
_PROSE = ("", "text", "txt", "plain", "plaintext", "none", "script", "quote")
_CLAIM = {False: "claimed_length", True: "length_limit"}
_TAG = re.compile(r"<[^<>]{0,300}>")


class Name(NamedTuple):
    """A heading, label or title: its words, what they announce, and its rank (the level of a heading)."""

    words: str
    topic: Topic
    rank: int


@dataclass
class Find:
    """A script in the making: what was found, before the lengths that stand after it are known."""

    lines: tuple[Line, ...]
    span: Span
    marks: bool
    name: str
    reason: Reason
    settings: dict[str, Any]


@dataclass
class Walk:
    """The way through a document: the names that govern the place reached, and what was found so far."""

    titles: tuple[str, ...]
    finds: list[Find] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    headings: list[Name] = field(default_factory=list)
    label: Name | None = None
    marked: str = ""
    marks: dict[str, Any] = field(default_factory=dict)
    off: bool = False
    claim: Claim | None = None
    since_name: int = 0  # how many scripts had been found when the nearest heading or label was met

    def read(self, lines: list[Line]) -> None:
        """Find the scripts of a document, or of one that a fence of another holds."""
        for block in blocks(lines):
            if block.kind == "heading":
                self._heading(block)
            elif block.kind == "rule":
                self.label = None
            elif block.kind == "html":
                self._html(block)
            elif not self._marked_block(block):
                self._text(block)

    def _heading(self, block: Block) -> None:
        name = spoken(block.lines).text
        self.headings = [heading for heading in self.headings if heading.rank < block.level]
        self.headings.append(Name(name, topic(name), block.level))
        self.label, self.since_name = None, len(self.finds)
        self.claim = claimed(name, block.lines[0].start) if block.lines else None

    def _html(self, block: Block) -> None:
        text = texts(block.lines)
        for found in _MARK.finditer(text):
            if found[1] in ("on", "off"):
                self.off = found[1] == "off"
            else:
                self.marked, self.marks = found[1], pairs_in(found[2])
        visible = _TAG.sub(" ", text).strip()
        if visible and len(visible) < 120 and topic(visible) is not Topic.NEUTRAL:
            self._label(Label(visible, block.lines[0]))

    def _marked_block(self, block: Block) -> bool:
        """Obey an explicit mark on a block; say whether there was one."""
        marked, settings = self.marked, self.marks
        self.marked, self.marks = "", {}
        language, _, rest = block.info.partition(" ")
        if block.kind == "fence" and named(fold(language), "voicemail"):
            marked, settings = marked or "script", {**pairs_in(rest), **settings}
        if self.off or marked == "skip":
            self.skipped.append(Skipped(_span(block), self._path(None), Reason("skipped")))
            return True
        if marked != "script":
            return False
        quoted = [found for found in stretches(block.lines) if isinstance(found, Stretch)]
        whole = Stretch(block.lines, _span(block), quoted=False)
        if quoted and quoted[0].quoted:
            whole = quoted[0]
        self._keep(block, whole, None, Reason("marked"), settings)
        return True

    def _text(self, block: Block) -> None:
        """Look at the texts of a block; a Markdown fence is a document of its own."""
        language = block.info.split(" ")[0].casefold() if block.kind == "fence" else ""
        if language in _MARKDOWN:
            inner = Walk(self.titles, self.finds, self.skipped, list(self.headings), self.label)
            inner.read(list(block.lines))
            return
        if language.strip("{}.") not in _PROSE:
            return
        local: Label | None = None
        cell = Name(block.info, topic(block.info), 0) if block.kind == "cell" else None
        for found in stretches(block.lines):
            if isinstance(found, Label):
                local = found if found.inline else None
                self._label(found)
            elif isinstance(found, Remark):
                self._remark(found.line)
            else:
                self._judge(block, found, cell, local)
                local = None

    def _label(self, found: Label) -> None:
        announced = topic(found.name)
        if found.inline and announced is Topic.NEUTRAL:
            return
        self.label, self.since_name = Name(found.name, announced, 9), len(self.finds)
        self.claim = claimed(found.name, found.line.start) or self.claim

    def _remark(self, line: Line) -> None:
        """Take a line such as `**Length:** ~22 seconds` for the script before it, or else for the next."""
        head, colon, _ = line.text.partition(":")
        claim = claimed(line.text, line.start) if colon and names_length(head) else None
        if claim is None:
            return
        if len(self.finds) > self.since_name:
            self.finds[-1].settings.setdefault(_CLAIM[claim.limit], claim)
        else:
            self.claim = claim

    def _judge(self, block: Block, found: Stretch, cell: Name | None, local: Label | None) -> None:
        """Take a text for a script, or not."""
        name, place = self._governing(cell, quoted=found.quoted, local=local)
        if name is None:
            return
        if name.topic is Topic.MIXED and len(self.finds) > self.since_name:
            return
        found = trimmed(found) if block.kind in ("text", "item") and not found.quoted else found
        found = unwrapped(found)
        text = texts(found.lines)
        if not long_enough(text) or is_dialogue(text) or not reads_right(block.kind, found, text, place):
            return
        if is_outgoing(text):
            self.skipped.append(Skipped(found.span, self._path(local), Reason("outgoing")))
            return
        form = "quoted" if found.quoted else block.kind if block.kind in ("fence", "quote") else "text"
        self._keep(block, found, local, Reason(form, name.words), {})

    def _governing(self, cell: Name | None, *, quoted: bool, local: Label | None) -> tuple[Name | None, str]:
        """The name that makes a text a script, and where it stands: label, heading, parent or title.

        The nearest name that announces anything decides; None if it announces something else, or none does.
        """
        near = [(name, "label") for name in (cell, self.label) if name is not None]
        if local is not None and topic(local.name) is Topic.NEUTRAL:
            near = [(name, "label") for name in (cell,) if name is not None]
        above = [(name, "parent" if number else "heading") for number, name in enumerate(reversed(self.headings))]
        for name, place in (*near, *above):
            if name.topic is Topic.OTHER:
                return None, place
            if name.topic is Topic.VOICEMAIL or (name.topic is Topic.MIXED and place in ("label", "heading")):
                return name, "title" if name.rank == 1 and place == "parent" else place
        for title in self.titles:
            announced = topic(title)
            if announced in (Topic.VOICEMAIL, Topic.OTHER):
                return (Name(title, announced, 0), "title") if announced is Topic.VOICEMAIL else (None, "title")
        return None, ""

    def _keep(
        self, block: Block, found: Stretch, local: Label | None, reason: Reason, settings: Mapping[str, Any]
    ) -> None:
        nearest = self.headings[-1].words if self.headings else ""
        hinted = hint(" ; ".join(filter(None, (nearest, self.label.words if self.label else ""))))
        known = {**({"hint": hinted} if hinted else {}), **settings}
        if self.claim is not None:
            known.setdefault(_CLAIM[self.claim.limit], self.claim)
            self.claim = None
        name, marks = self._path(local), block.kind != "fence"
        self.finds.append(Find(found.lines, found.span, marks, name, reason, known))

    def _path(self, local: Label | None) -> str:
        names = [heading.words for heading in self.headings if heading.rank > 1 or len(self.headings) == 1]
        label = local.name if local is not None else self.label.words if self.label else ""
        return " > ".join(filter(None, (*names, label)))


def _span(block: Block) -> Span:
    lines = [line for line in block.lines if line.text]
    return Span(lines[0].start, lines[-1].end) if lines else Span(0, 0)


def scripts_of(walk: Walk, text: str, settings: Mapping[str, Any]) -> Iterator[Script]:
    """The finished scripts of a walk; `settings` are those of the whole file."""
    for number, find in enumerate(walk.finds, start=1):
        pieces = spoken(find.lines, marks=find.marks)
        if not pieces.text:
            continue
        escape = _Breaks(_prefix(find.lines, text))
        known = {**settings, **find.settings}
        yield pieces.script(
            span=find.span, name=find.name or f"script {number}", settings=known, escape=escape, reason=find.reason
        )


@dataclass(frozen=True)
class _Breaks:
    """Writes new text so that it stays within a blockquote or an indented block: each line under `prefix`."""

    prefix: str

    def __call__(self, text: str) -> str:
        return text.replace("\n", "\n" + self.prefix)


def _prefix(lines: tuple[Line, ...], text: str) -> str:
    """The marks before the content of a line: those of the script's second line, or of its first."""
    line = next((line for line in lines[1:] if line.text), lines[0])
    begin = max(text.rfind("\n", 0, line.start), text.rfind("\r", 0, line.start)) + 1
    marks = text[begin : line.start]
    return marks if set(marks) <= set("> \t") else " " * (len(marks) - len(marks.lstrip()))


def has_voicemail_word(text: str) -> bool:
    """Say whether a text speaks of voicemail at all: if not, nothing in it needs to be read."""
    search = pattern("voicemail").search
    return any(search(folded) is not None or "voicelint" in folded for folded in folded_parts(text))
