"""Cue phrases compiled into one matcher over the words of a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from voicelint.automaton import Automaton, State, Walk
from voicelint.source import Cover, Span
from voicelint.words import Words

# Steps of the automaton that are remembered: a thousand unlike scripts of one language take 70,000 to 80,000 (9 MB),
# 2,500 of them 140,000 to 160,000; forgotten too soon, every script walks as if it were the first.
_MEMO_LIMIT = 200_000

_Found = list[tuple[int, int, int]]  # first and last word, and number of the cue
_number = itemgetter(2)


class Cue(NamedTuple):
    """A phrase and what it stands for; a veto strikes what its label found in the same words."""

    label: str
    phrase: str
    veto: bool


class Match(NamedTuple):
    """A place where a cue was found: words `first` to `last` of `words`, both included."""

    label: str
    cue: str
    first: int
    last: int
    words: Words

    @property
    def span(self) -> Span:
        """Their stretch of text."""
        return self.words.span(self.first, self.last)


class Matcher:
    """All cues of a language as one automaton; states are made when a text first reaches them.

    Time is linear in the words of the text; what is remembered is bounded. Safe to share between threads.
    """

    def __init__(self, cues: Sequence[Cue], automaton: Automaton) -> None:
        self.cues = tuple(cues)
        self.automaton = automaton
        self._vetoes = frozenset(number for number, cue in enumerate(self.cues) if cue.veto)
        labels = {cue.label for cue in self.cues}
        self._strikes = {
            veto: tuple(label for label in labels if label == veto or label.startswith(f"{veto}."))
            for veto in {self.cues[number].label for number in self._vetoes}
        }
        self._walk = Walk(automaton)

    @classmethod
    def from_data(cls, data: tuple[Any, ...]) -> Matcher:
        """The matcher that `to_data` described."""
        cues, automaton = data
        return cls([Cue(*cue) for cue in cues], Automaton.from_data(automaton))

    def to_data(self) -> tuple[Any, ...]:
        """The compiled matcher as plain data, quick to read back."""
        return tuple(map(tuple, self.cues)), self.automaton.to_data()

    def find(self, words: Words) -> dict[str, list[Match]]:
        """Every place where a cue stands and no veto of its label strikes it, by label, in the order of the text.

        Of two matches of one label, of which one lies within the other, the longer is kept.
        """
        walk = self._walk
        if max(walk.size, len(walk.symbols)) > _MEMO_LIMIT:
            walk = self._walk = Walk(self.automaton)
        symbols = list(map(walk.symbols.__getitem__, zip(words.folded, words.kinds, strict=True)))
        found = _found(walk.root, symbols, words.firsts)
        if not self._vetoes.isdisjoint(map(_number, found)):
            found = self._without_vetoed(found)
        return self._by_label(words, found)

    def _by_label(self, words: Words, found: _Found) -> dict[str, list[Match]]:
        """What was found, by label: of one label from one word on the longest, and nothing that lies within."""
        matches: dict[str, list[Match]] = {}
        cues, new = self.cues, tuple.__new__
        for first, last, number in found:
            label, phrase, _ = cues[number]
            of_label = matches.get(label)
            if of_label is None:
                matches[label] = [new(Match, (label, phrase, first, last, words))]
            elif last > of_label[-1][3]:
                if of_label[-1][2] == first:
                    of_label.pop()
                of_label.append(new(Match, (label, phrase, first, last, words)))
        return matches

    def _without_vetoed(self, found: _Found) -> _Found:
        """What was found without what a veto strikes, of each such cue the longest match from each word on."""
        cues, vetoes, struck = self.cues, self._vetoes, dict[str, list[tuple[int, int]]]()
        for first, last, number in [match for match in found if match[2] in vetoes]:
            for label in self._strikes[cues[number].label]:
                struck.setdefault(label, []).append((first, last + 1))
        covers = {label: Cover(spans) for label, spans in struck.items()}
        kept, in_doubt = _Found(), dict[tuple[int, int], int]()
        for match in found:
            if cues[match[2]][0] in covers:
                in_doubt[match[0], match[2]] = match[1]  # of one cue the longer match comes later
            else:
                kept.append(match)
        left = [
            (first, last, number)
            for (first, number), last in in_doubt.items()
            if not covers[cues[number][0]].overlaps(first, last + 1)
        ]
        return sorted(kept + left) if left else kept


def _found(root: State, symbols: Sequence[int], firsts: Iterable[int]) -> _Found:
    """The matches by first word, the shorter before the longer, then by number of the cue.

    `firsts` are the first words of sentences.
    """
    following = [*symbols, 0]
    for first in firsts:
        following[first] = 0  # a phrase ends with its sentence
    found: _Found = []
    tell = found.append
    for first, state in enumerate(map(root.__getitem__, symbols)):
        at = first
        while True:
            while state.passes:
                at += 1
                state = state[following[at]]
            if not state.cues:
                break
            for number in state.cues:
                tell((first, at, number))
            if not state.is_open:
                break
            at += 1
            state = state[following[at]]
    return found


class Matchers:
    """Several matchers as one: that of the cues that come with us, and that of a user's."""

    def __init__(self, *matchers: Matcher) -> None:
        self.matchers = matchers

    def find(self, words: Words) -> dict[str, list[Match]]:
        """What each of them finds; labels of one say nothing of those of another."""
        first, *others = (matcher.find(words) for matcher in self.matchers)
        for found in others:
            for label, matches in found.items():
                first[label] = sorted((*first.get(label, ()), *matches), key=lambda match: (match.first, -match.last))
        return first
