"""Sentences that are too long to be said in one breath."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import sub
from typing import TYPE_CHECKING

from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.kind import Hit, Kind
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

_MARK = kept_pattern(r"[.!?;:…—–\n-]")  # without one of these there is no pause
_PAUSE = kept_pattern(r"(?<![.!?;:…—–])[.!?;:…—–]++(?=\s|$)|\s[-—–](?=\s)|\n\s*\n")


class Limits(Kind):
    """Fires on each breath of more than `words` words; a breath ends at . ! ? ; : a dash or a line end.

    Variant `near`: no more than `near` times as many.

    `leave_out`: breaths that make one of these moves are left alone (dictated numbers, legal notices).
    Facts: `words`.
    """

    words: int = 25
    near: float = 1.0
    leave_out: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a breath."""
        words = draft.words
        if max(map(sub, (*words.firsts[1:], len(words)), words.firsts), default=0) <= self.words:
            return  # no sentence is so long
        long = [(span, count) for span, count in breaths(draft, self.words) if count > self.words]
        if not long:
            return
        exempt = Cover(move.span for name in self.leave_out for move in draft.moves_named(name))
        for span, count in long:
            if not exempt.overlaps(*span):
                yield Hit(
                    span, "near" if count <= self.words * self.near else "", {"words": count, "limit": self.words}
                )


def breaths(draft: Draft, longer_than: int = 0) -> Iterator[tuple[Span, int]]:
    """The stretches between two strong pauses, each with its number of words; those of sentences long enough."""
    words = draft.words
    starts, firsts = words.starts, words.firsts
    ends = (*firsts[1:], len(starts))  # a text without words has no sentence, but one end
    for sentence, first_word, behind in zip(words.sentences, firsts, ends, strict=False):
        if behind - first_word <= longer_than:
            continue
        at = sentence.start
        while at < sentence.end:
            pause = _MARK.search(draft.text, at, sentence.end) and _PAUSE.search(draft.text, at, sentence.end)
            end = pause.start() if pause else sentence.end
            count = bisect_left(starts, end) - bisect_left(starts, at)
            if count:
                first = starts[bisect_left(starts, at)]
                yield Span(first, first + len(draft.text[first:end].rstrip())), count
            at = pause.end() if pause else sentence.end
