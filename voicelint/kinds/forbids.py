"""Phrases that work against the caller, each found where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from voicelint.finding import Edit
from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.kind import NOTHING, Hit, Kind, Repair
from voicelint.source import Cover, Span
from voicelint.words import SLOT

if TYPE_CHECKING:
    from voicelint.draft import Draft

_MARKS = (",", ".", "!", "?", "…", ":", ";", "—", "–")
_BLANKS = " \u00a0\u202f\t"
_END = kept_pattern(rf"[.!?;:…]+(?:[{_BLANKS}]+|(?=\s)|$)")  # of a sentence, and the space behind it


class Forbids(Kind):
    """Finds `cues`, and `parted_cues` where marks or the sentence's ends part them from the rest. Facts: `phrase`.

    `variant_cues`: cues by the variant of their hits; where they overlap with others, theirs is the hit.
    `first_sentences`: look only at so many sentences from the start (0: everywhere).
    `unless_cues`: a phrase is in order when one of these stands in its sentence.
    `unless_moves`: or when its sentence, or the next, makes one of these moves (`context.trigger`, `value`).
    `removable`: the phrase can be left out without harm: a safe fix takes it away.
    """

    by_cue = True

    cues: tuple[str, ...] = ()
    parted_cues: tuple[str, ...] = ()
    variant_cues: Mapping[str, tuple[str, ...]] = NOTHING
    unless_cues: tuple[str, ...] = ()
    unless_moves: tuple[str, ...] = ()
    first_sentences: int = 0
    removable: bool = False

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a phrase; phrases that overlap, or that only a comma parts, are one."""
        found = list(self._found(draft))
        if not found:
            return
        in_order = self._order(draft)
        for span, variant in found:
            if not in_order(span):
                repairs = (
                    (Repair("remove", (removal(draft.text, span, _after_name(draft, span)),), safe=True),)
                    if self.removable
                    else ()
                )
                yield Hit(span, variant, {"phrase": draft.quote(span)}, repairs)

    def _found(self, draft: Draft) -> Iterator[tuple[Span, str]]:
        """The phrases, each with its variant."""
        taken: list[Span] = []
        for variant in self.variant_cues:
            matches = self.cues_of(draft, f"variant_cues.{variant}")
            for span in joined(draft.text, [match.span for match in matches]) if matches else ():
                taken.append(span)
                yield span, variant
        spans = [match.span for match in self.cues_of(draft)]
        spans += [match.span for match in self.cues_of(draft, "parted_cues") if parted(draft.text, match.span)]
        if not spans:
            return
        elsewhere = Cover(taken)
        for span in joined(draft.text, spans):
            if not elsewhere.overlaps(*span):
                yield span, ""

    def _order(self, draft: Draft) -> Callable[[Span], bool]:
        """What says whether the rule has nothing to say of a phrase at its place."""
        excuses = Cover(match.span for match in self.cues_of(draft, "unless_cues"))
        moves = Cover(move.span for name in self.unless_moves for move in draft.moves_named(name))
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


def _after_name(draft: Draft, span: Span) -> bool:
    """Say whether a name or a greeting ends right before a phrase, so that the comma between them is needed."""
    words = draft.words
    before = bisect_left(words.starts, span.start) - 1
    if before < 0:
        return False
    start, end = words.starts[before], words.ends[before]
    named = words.kinds[before] == SLOT or draft.text[start].isupper()
    return named or any(move.span.end == end for move in draft.moves_of("greeting"))


def removal(text: str, span: Span, comma: bool = False) -> Edit:
    """The edit that takes a phrase out of a sentence: its commas and a space go with it, and the capital moves on.

    `comma`: where it stands between two commas, one of them is left. What is a sentence by itself goes with its mark.
    """
    start, end = span
    while end < len(text) and text[end] in f",{_BLANKS}":
        end += 1
    last = start
    while last > 0 and text[last - 1].isspace():
        last -= 1
    if last == 0 or text[last - 1] in ".!?:…\n":
        mark = _END.match(text, end)
        end = mark.end() if mark else end
        follower = text[end : end + 1]
        if text[start].isupper() and follower.islower():
            return Edit(Span(start, end + 1), follower.upper())
        return Edit(Span(start if follower.strip() else _without_blanks(text, start), end), "")
    start = _without_blanks(text, start)
    between = ""
    if text[start - 1] == ",":
        start -= 1
        between = "," if comma and "," in text[span.end : end] else ""
    closing = end >= len(text) or text[end] in ".!?;:…\n"
    return Edit(Span(start, end), "" if closing else between + " ")


def _without_blanks(text: str, end: int) -> int:
    """Where what stands before a place ends, blanks aside."""
    while end > 0 and text[end - 1] in _BLANKS:
        end -= 1
    return end
