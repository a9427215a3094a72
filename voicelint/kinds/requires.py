"""A move that the listener needs: somewhere in the message, it must be made."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING

from voicelint.finding import Edit
from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.kind import NOTHING, Hit, Kind, Repair
from voicelint.moves import CLAUSES
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

# What still belongs to the sentence that ends before it; in French with a space before it.
_CLOSING = kept_pattern(r"[ \u00a0\u202f]?[!?»]|[.…”]")


class Requires(Kind):
    """Fires when none of the moves `move` (`context`, or `value.concrete`) is made.

    `cues`: words that do as well as the move (with no `move`, only they do). `unless`: moves that do as well.
    `only_if`: the rule speaks only where one of these moves is made.
    `bare`: where it is given, a sentence of `content_words` words or more that makes none of these moves is content
    enough, and the rule is silent. So is one that makes them in passing: `loose_words` words or more stand beside the
    words that gave them away.
    `softened`: by variant of the hit, the moves that must all be made, or with a `!` before them not made, for the
    fault to weigh less; the first that holds is told. `softened_cues`: the same by words.
    `place`: moves of which the first is the place of the finding (else the whole message; fact: `phrase`).
    `opinion`: before it fires, the second opinion is asked for the move and those of `unless`.
    `suggestions`: sentences to paste, by profile (or `any`); slots in them stand as `{caller}`.
    `familiar`: what stands in the place of some of them in a message that speaks to its listener as to a friend.
    `after`, `before`: moves after which, or before which, the sentence goes (`start`: at the very beginning).
    """

    move: str = ""
    cues: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    only_if: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    content_words: int = 4
    loose_words: int = 7
    softened: Mapping[str, tuple[str, ...]] = NOTHING
    softened_cues: Mapping[str, tuple[str, ...]] = NOTHING
    place: tuple[str, ...] = ()
    opinion: bool = False
    suggestions: dict[str, tuple[str, ...]] | None = None
    familiar: Mapping[str, str] = NOTHING
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit."""
        made = draft.moves_named
        if (self.move and made(self.move)) or any(map(made, self.unless)) or (self.cues and self.cues_of(draft)):
            return
        if self.only_if and not any(map(made, self.only_if)):
            return
        if self.bare and (self._has_content(draft) or self._says_more(draft)):
            return
        if self.opinion and any(draft.ask_opinion(name.partition(".")[0]) and made(name) for name in self._enough()):
            return
        places = [move.span for name in self.place for move in draft.moves_named(name)]
        span = min(places) if places else spoken_span(draft)
        yield Hit(span, self._variant(draft), {"phrase": draft.quote(span)}, tuple(self._repairs(draft)))

    def _enough(self) -> Iterator[str]:
        """The moves of which any is enough."""
        yield from filter(None, (self.move, *self.unless))

    def _variant(self, draft: Draft) -> str:
        """What makes the fault weigh less, or ""."""
        made = draft.moves_named
        for variant in self.softened_cues:
            if self.cues_of(draft, f"softened_cues.{variant}"):
                return variant
        for variant, moves in self.softened.items():
            if all(bool(made(move.removeprefix("!"))) is not move.startswith("!") for move in moves):
                return variant
        return ""

    def _has_content(self, draft: Draft) -> bool:
        """Say whether some sentence does more than the bare moves."""
        bare = sorted(move.span for name in self.bare for move in draft.moves_named(name))
        reach = list(accumulate((span.end for span in bare), max))  # how far the first so many of them reach
        starts = draft.words.starts

        def is_bare(sentence: Span) -> bool:
            before = bisect_left(bare, (sentence.end, 0))
            return before > 0 and reach[before - 1] > sentence.start

        return any(
            bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start) >= self.content_words
            for sentence in draft.sentences
            if not is_bare(sentence)
        )

    def _says_more(self, draft: Draft) -> bool:
        """Say whether some sentence says enough beside its bare moves, as where no full stops part them."""
        bare = [move.span for name in self.bare if name not in CLAUSES for move in draft.moves_named(name)]
        for label, matches in draft.matches.items():
            if label.partition(".")[0] in CLAUSES.intersection(self.bare):
                bare += [match.span for match in matches]
        known, words = Cover(bare), draft.words
        places = (Span(*place) for place in zip(words.starts, words.ends, strict=True) if not known.overlaps(*place))
        counts = Counter(draft.sentence_index(place) for place in places)
        return max(counts.values(), default=0) >= self.loose_words

    def _repairs(self, draft: Draft) -> Iterator[Repair]:
        """Sentences to insert, in the script's own slot syntax."""
        from voicelint.suggestion import in_syntax_of

        offered = self.suggestions or {}
        for sentence in offered.get(draft.settings.profile, offered.get("any", ())):
            fitting = self.familiar.get(sentence) if self.familiar and draft.familiar else None
            text = in_syntax_of(draft, fitting or sentence)
            yield Repair("insert", (insertion(draft, text, self.after, self.before),), facts={"text": text})


def spoken_span(draft: Draft) -> Span:
    """The message from its first to its last visible character."""
    text = draft.text
    start = len(text) - len(text.lstrip())
    return Span(start, max(start, len(text.rstrip())))


def insertion(draft: Draft, sentence: str, after: Iterable[str], before: Iterable[str]) -> Edit:
    """The edit that puts a sentence where it belongs: after the last of `after`, else before the first of `before`.

    Before a move in the very first sentence would be before everything: there, and where no move is made, it goes to
    the end.
    """
    whole = spoken_span(draft)
    for name in after:
        if name == "start":
            return _between(draft.text, whole.start, sentence)
        moves = draft.moves_named(name)
        if moves:
            at = draft.sentence_of(moves[0].span if name == "greeting" else moves[-1].span).end
            return _between(draft.text, min(at, whole.end), sentence)
    for name in before:
        moves = draft.moves_named(name)
        at = draft.sentence_of(moves[0].span).start if moves else whole.start
        if at > whole.start:
            return _between(draft.text, at, sentence)
    return _between(draft.text, whole.end, sentence)


def _between(text: str, at: int, sentence: str) -> Edit:
    """Insert a sentence at a boundary, with the spaces and the full stop that are missing there."""
    while closed := _CLOSING.match(text, at):
        at = closed.end()
    left = text[:at].rstrip()
    at = len(left) if left else at
    if left and left[-1] not in ".!?…:":
        sentence = f". {sentence}"
    elif left:
        sentence = f" {sentence}"
    if not left and text[at:].strip():
        sentence = f"{sentence} "
    return Edit(Span(at, at), sentence)
