"""Phrases that work against the caller, each found where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from voicelint.finding import Edit
from voicelint.kinds.kind import Hit, Kind, Repair
from voicelint.source import Cover, Span

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
        if not spans:
            return
        order = self._order(draft)
        for span in joined(draft.text, spans):
            if not order(span):
                repairs = (Repair("remove", (removal(draft.text, span),), safe=True),) if self.removable else ()
                yield Hit(span, facts={"phrase": draft.quote(span)}, repairs=repairs)

    def _order(self, draft: Draft) -> Callable[[Span], bool]:
        """What says whether the rule has nothing to say of a phrase at its place."""
        excuses = Cover(match.span for match in self.cues_of(draft, "unless_cues"))
        moves = Cover(
            move.span
            for move in (draft.moves if self.unless_moves else ())
            if move.move in self.unless_moves or f"{move.move}.{move.kind}" in self.unless_moves
        )
        sentences = draft.sentences

        def in_order(span: Span) -> bool:
            sentence, index = draft.sentence_of(span), draft.sentence_index(span) or 0
            if self.first_sentences and index >= self.first_sentences:
                return True
            if excuses.overlaps(*sentence):
                return True
            near = sentences[min(index + 1, len(sentences) - 1)].end if self.unless_moves else sentence.end
            return moves.overlaps(sentence.start, near)

        return in_order


def parted(text: str, span: Span) -> bool:
    """Say whether a phrase stands between marks, so that the sentence is whole without it."""
    start, end = span
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return text[max(0, start - 1) : start] in (*_MARKS, "") and text[end : end + 1] in _MARKS


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
    last = start
    while last > 0 and text[last - 1].isspace():
        last -= 1
    if last == 0 or text[last - 1] in ".!?:…\n":
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
