"""How much a message speaks of one side, measured against how much it speaks of the other."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from voicelint.kinds.kind import Hit, Kind
from voicelint.kinds.requires import spoken_span
from voicelint.words import splitter

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.language import Language


class Balances(Kind):
    """Fires when `heavy_words` stand more than `ratio` times as often as `light_words`, and `least` times at least.

    They are single words, or merge tags as cues have them (`<slot:recipient>`): to look them up takes a tenth of what
    it takes to find cues. `leave_out`: sentences that make one of these moves do not count.
    Facts: `heavy`, `light` (how often).
    """

    heavy_words: tuple[str, ...] = ()
    light_words: tuple[str, ...] = ()
    ratio: float = 3.0
    least: int = 4
    leave_out: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the whole message."""
        words, language = draft.words, draft.language
        weighs = folded(self.heavy_words, language).__contains__
        heavy = _how_many(weighs, words.folded)
        if heavy < self.least:
            return
        lifts, ends = folded(self.light_words, language).__contains__, [*words.firsts[1:], len(words)]
        light = _how_many(lifts, words.folded)
        places = (draft.sentence_index(move.span) for name in self.leave_out for move in draft.moves_named(name))
        for index in {place for place in places if place is not None}:
            said = words.folded[words.firsts[index] : ends[index]]
            heavy, light = heavy - _how_many(weighs, said), light - _how_many(lifts, said)
        if heavy >= self.least and heavy > self.ratio * light:
            yield Hit(spoken_span(draft), facts={"heavy": heavy, "light": light})


def _how_many(counts: Callable[[str], bool], words: Iterable[str]) -> int:
    return len(list(filter(counts, words)))


@lru_cache(maxsize=64)
def folded(listed: tuple[str, ...], language: Language) -> Container[str]:
    """Words as they stand in `Words.folded`, and tags by their meaning."""
    fold = splitter(language).folded
    return frozenset(
        form for word in listed for form in ([word.replace("slot:", "")] if word.startswith("<") else fold(word))
    )
