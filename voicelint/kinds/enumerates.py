"""Lists of things: more of them than an ear keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.forbids import joined
from voicelint.kinds.kind import Hit, Kind
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

# A comma that a blank follows: a decimal comma parts nothing.
_COMMA = kept_pattern(r",(?=\s)")


class Enumerates(Kind):
    """Fires on a list of more than `most` items, and (variant `boast`) on `cues`.

    Items are parted by commas and by the language's `joiners` (and, or), and have at most `words` words each.
    `unless_moves`: sentences that make one of these moves are left alone. `unless_inside`: lists that share words with
    one of these are (names after a greeting). Facts: `phrase`, `count`.
    """

    cues: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    most: int = 3
    words: int = 4
    unless_moves: tuple[str, ...] = ()
    unless_inside: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a list, one a boast."""
        boasts = self.cues_of(draft)
        for span in joined(draft.text, [match.span for match in boasts]) if boasts else ():
            yield Hit(span, "boast", {"phrase": draft.quote(span), "count": 1})
        if draft.text.count(",") < 2:
            return
        text, joiners = draft.text, frozenset(self.joiners)
        found = [
            (sentence, span, count)
            for sentence in draft.sentences
            if (commas := text.count(",", *sentence)) and self._may_list(text[slice(*sentence)], commas, joiners)
            for span, count in self._lists(text, sentence)
        ]
        if not found:
            return
        exempt, inside = _made(draft, self.unless_moves), _made(draft, self.unless_inside)
        for sentence, span, count in found:
            if not exempt.overlaps(*sentence) and not inside.overlaps(*span):
                yield Hit(span, facts={"phrase": draft.quote(span), "count": count})

    def _may_list(self, sentence: str, commas: int, joiners: frozenset[str]) -> bool:
        """Say whether a sentence has a joiner, and together with the commas enough to part the items of a list."""
        found = sum(map(joiners.__contains__, sentence.lower().replace(",", " ").split()))
        return found > 0 and commas + found >= self.most

    def _lists(self, text: str, sentence: Span) -> Iterator[tuple[Span, int]]:
        """The runs of short items in a sentence that are too long, with their number of items."""
        commas = [match.start() for match in _COMMA.finditer(text, *sentence)]
        starts = [sentence.start, *(comma + 1 for comma in commas)]
        ends = [*commas, sentence.end]
        head, count, joined_up = 0, 1, False  # the part before the first comma ends in an item
        for index in range(1, len(starts) + 1):
            item = text[starts[index] : ends[index]].split() if index < len(starts) else []
            inner = sum(word.lower() in self.joiners for word in item[1:-1])
            if item and len(item) <= self.words * (1 + inner):
                count += 1 + inner
                joined_up = joined_up or inner > 0 or item[0].lower() in self.joiners
                continue
            if count > self.most and joined_up:
                yield self._trimmed(text, starts[head], ends[head], ends[index - 1]), count
            head, count, joined_up = index, 1, False

    @staticmethod
    def _trimmed(text: str, start: int, comma: int, end: int) -> Span:
        """From the last word before the first comma to the end of the list, without blanks and marks."""
        start = max(start, max(text.rfind(blank, start, comma) for blank in " \u00a0\n'’") + 1)
        return Span(start, start + len(text[start:end].rstrip(" \n.!?…")))


def _made(draft: Draft, moves: tuple[str, ...]) -> Cover:
    return Cover(move.span for name in moves for move in draft.moves_named(name))
