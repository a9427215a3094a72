"""Phrases that work against the caller, each found where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.finding import Edit
from voicelint.kinds.kind import Hit, Kind, Repair
from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

_MARKS = (",", ".", "!", "?", "…", ":", ";", "—", "–")


class Forbids(Kind):
    """Finds `cues`, and `parted_cues` where marks or the sentence's ends part them from the rest. Facts: `phrase`.

    `first_sentences`: look only at so many sentences from the start (0: everywhere).
    `unless_cues`: a phrase is in order when one of these stands in its sentence.
    `unless_moves`: or when its sentence, or the next, makes one of these moves (`context.trigger`, `value`).
    `removable`: the phrase can be left out without harm: a safe fix takes it away.
    """

    by_cue = True

    cues: tuple[str, ...] = ()
    parted_cues: tuple[str, ...] = ()
    unless_cues: tuple[str, ...] = ()
    unless_moves: tuple[str, ...] = ()
    first_sentences: int = 0
    removable: bool = False

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a phrase; phrases that overlap, or that only a comma parts, are one."""
        spans = [match.span for match in self.cues_of(draft)]
        spans += [match.span for match in self.cues_of(draft, "parted_cues") if parted(draft.text, match.span)]
        for span in joined(draft.text, spans):
            if not self._in_order(draft, span):
                repairs = (Repair("remove", (removal(draft.text, span),), safe=True),) if self.removable else ()
                yield Hit(span, facts={"phrase": draft.quote(span)}, repairs=repairs)

    def _in_order(self, draft: Draft, span: Span) -> bool:
        """Say whether the rule has nothing to say of the phrase at this place."""
        sentence = draft.sentence_of(span)
        index = draft.sentences.index(sentence) if sentence in draft.sentences else 0
        if self.first_sentences and index >= self.first_sentences:
            return True
        if any(sentence.overlaps(match.span) for match in self.cues_of(draft, "unless_cues")):
            return True
        if not self.unless_moves:
            return False
        near = Span(sentence.start, draft.sentences[min(index + 1, len(draft.sentences) - 1)].end)
        return any(
            near.overlaps(move.span)
            for move in draft.moves
            if move.move in self.unless_moves or f"{move.move}.{move.kind}" in self.unless_moves
        )


def parted(text: str, span: Span) -> bool:
    """Say whether a phrase stands between marks, so that the sentence is whole without it."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
    return before[-1:] in (*_MARKS, "") and after[:1] in _MARKS


def joined(text: str, spans: list[Span]) -> list[Span]:
    """The spans in order, with those that overlap or that only commas and spaces part made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and not text[result[-1].end : span.start].strip(", \u00a0\t"):
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def removal(text: str, span: Span) -> Edit:
    """The edit that takes a phrase out of a sentence: a comma and a space go with it, and the capital moves on."""
    start, end = span
    while end < len(text) and text[end] in ", \u00a0\t":
        end += 1
    at_start = not text[:start].strip() or text[:start].rstrip()[-1:] in ".!?:…\n"
    if at_start or start == 0:
        follower = text[end : end + 1]
        if text[start].isupper() and follower.islower():
            return Edit(Span(start, end + 1), follower.upper())
        return Edit(Span(start, end), "")
    while start > 0 and text[start - 1] in " \u00a0\t":
        start -= 1
    if text[start - 1] == ",":
        start -= 1
    closing = end >= len(text) or text[end] in ".!?;:…\n"
    return Edit(Span(start, end), "" if closing else " ")
