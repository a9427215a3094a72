"""Cue phrases compiled into one matcher over the words of a message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from voicelint.automaton import Automaton
from voicelint.source import Cover, Span
from voicelint.words import NAME, SLOT, WORD, Words

# Steps of the automaton that are remembered: a thousand unlike scripts of one language take about 100,000 (3 MB).
_MEMO_LIMIT = 150_000


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


class _State:
    """A set of positions of the automaton that a run of words has reached, and where each next word leads."""

    __slots__ = ("cues", "open", "positions", "steps")

    def __init__(self, positions: tuple[int, ...], cues: tuple[int, ...], is_open: bool) -> None:
        self.positions = positions
        self.cues = cues
        self.open = is_open
        self.steps: dict[int, _State] = {}


class Matcher:
    """All cues of a language as one automaton; states are made when a text first reaches them.

    Time is linear in the words of the text; what is remembered is bounded. Safe to share between threads.
    """

    def __init__(self, cues: Sequence[Cue], automaton: Automaton) -> None:
        self.cues = tuple(cues)
        self.automaton = automaton
        vetoes = {cue.label for cue in self.cues if cue.veto}
        labels = {cue.label for cue in self.cues}
        self._struck_by = {
            label: tuple(veto for veto in vetoes if label == veto or label.startswith(f"{veto}.")) for label in labels
        }
        self._stem_lengths = sorted({len(stem) for stem in automaton.stems})
        self._forget()

    @classmethod
    def from_data(cls, data: tuple[Any, ...]) -> Matcher:
        """The matcher that `to_data` described."""
        cues, automaton = data
        return cls([Cue(*cue) for cue in cues], Automaton.from_data(automaton))

    def to_data(self) -> tuple[Any, ...]:
        """The compiled matcher as plain data, quick to read back."""
        return tuple(map(tuple, self.cues)), self.automaton.to_data()

    def find(self, words: Words) -> list[Match]:
        """Every place where a cue stands and no veto of its label strikes it, in the order of the text.

        Of two matches of one label, of which one lies within the other, the longer is kept.
        """
        matches: list[Match] = []
        for ends in self._by_sentence(words):
            self._tell(words, ends, matches)
        return matches

    def _tell(self, words: Words, ends: Mapping[tuple[int, int], int], matches: list[Match]) -> None:
        """Add what was found in a sentence."""
        found = self._without_vetoed(sorted([(start, -end, cue) for (start, cue), end in ends.items()]))
        reach: dict[str, int] = {}
        for start, negative_end, number in found:
            (label, phrase, _), end = self.cues[number], -negative_end
            if end > reach.get(label, -1):
                reach[label] = end
                matches.append(tuple.__new__(Match, (label, phrase, start, end, words)))

    def _by_sentence(self, words: Words) -> Iterator[dict[tuple[int, int], int]]:
        """For each sentence the last word of the longest match, by first word and number of the cue."""
        ends: dict[tuple[int, int], int] = {}
        root, step, dead, marks = self._root, self._step, self._dead, words.marks
        threads: list[tuple[_State, int]] = []
        for index, symbol in enumerate(self._symbols_of(words)):
            alive: list[tuple[_State, int]] = []
            if marks[index] == ".":
                threads = [(root, index)]
                if ends:
                    yield ends
                    ends = {}
            else:
                threads.append((root, index))
            for state, start in threads:
                reached = state.steps.get(symbol) or step(state, symbol)
                if reached is dead:
                    continue
                for number in reached.cues:
                    ends[start, number] = index
                if reached.open:
                    alive.append((reached, start))
            threads = alive
        if ends:
            yield ends

    def _without_vetoed(self, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        spans: dict[str, list[tuple[int, int]]] = {}
        for start, end, number in found:
            if self.cues[number].veto:
                spans.setdefault(self.cues[number].label, []).append((start, 1 - end))
        if not spans:
            return found
        vetoes = {label: Cover(struck) for label, struck in spans.items()}
        kept = []
        for start, end, number in found:
            cue = self.cues[number]
            struck = any(
                veto in vetoes and vetoes[veto].overlaps(start, 1 - end) for veto in self._struck_by[cue.label]
            )
            if not struck and not cue.veto:
                kept.append((start, end, number))
        return kept

    def _forget(self) -> None:
        self._states: dict[tuple[int, ...], _State] = {}
        self._symbols: dict[tuple[str, str], int] = {}
        self._symbol_of_labels: dict[frozenset[int], int] = {}
        self._labels: list[frozenset[int]] = []
        self._size = 0
        self._dead = _State((), (), False)
        self._root = _State((), (), True)

    def _symbols_of(self, words: Words) -> list[int]:
        """A number for each word; words that no cue tells apart have the same."""
        if len(self._symbols) > _MEMO_LIMIT or self._size > _MEMO_LIMIT:
            self._forget()
        known, symbols = self._symbols, []
        for key in zip(words.folded, words.kinds, strict=True):
            symbol = known.get(key)
            if symbol is None:
                labels = self.labels_of(*key)
                symbol = self._symbol_of_labels.get(labels)
                if symbol is None:
                    symbol = self._symbol_of_labels[labels] = len(self._labels)
                    self._labels.append(labels)
                known[key] = symbol
            symbols.append(symbol)
        return symbols

    def labels_of(self, folded: str, kind: str) -> frozenset[int]:
        """The labels of the automaton that a word satisfies."""
        atoms = self.automaton.atoms
        labels = set(atoms.get("*", ()))
        labels.update(atoms.get(f"k:{kind}", ()))
        if kind == SLOT:
            labels.update(atoms.get(f"s:{folded[1:-1]}", ()))
        else:
            labels.update(atoms.get(f"w:{folded}", ()))
        if kind in (WORD, NAME):
            for length in self._stem_lengths:
                if length > len(folded):
                    break
                labels.update(self.automaton.stems.get(folded[:length], ()))
        return frozenset(labels)

    def _step(self, state: _State, symbol: int) -> _State:
        """The state that a word leads to; remembered."""
        automaton, labels = self.automaton, self._labels[symbol]
        reached: set[int] = set()
        if state is self._root:
            for label in labels:
                reached.update(automaton.firsts.get(label, ()))
        else:
            starts, follows, wanted = automaton.starts, automaton.follows, automaton.labels
            for position in state.positions:
                for next_position in follows[starts[position] : starts[position + 1]]:
                    if wanted[next_position] in labels:
                        reached.add(next_position)
        new = self._state(tuple(sorted(reached))) if reached else self._dead
        state.steps[symbol] = new
        self._size += 1
        return new

    def _state(self, positions: tuple[int, ...]) -> _State:
        state = self._states.get(positions)
        if state is None:
            ends, starts = self.automaton.ends, self.automaton.starts
            cues = sorted({cue for position in positions for cue in ends.get(position, ())})
            state = _State(
                positions, tuple(cues), any(starts[position + 1] > starts[position] for position in positions)
            )
            self._states[positions] = state
        return state


class Matchers:
    """Several matchers as one: that of the cues that come with us, and that of a user's."""

    def __init__(self, *matchers: Matcher) -> None:
        self.matchers = matchers

    def find(self, words: Words) -> list[Match]:
        """What each of them finds, in the order of the text; labels of one say nothing of those of another."""
        if len(self.matchers) == 1:
            return self.matchers[0].find(words)
        found = [match for matcher in self.matchers for match in matcher.find(words)]
        return sorted(found, key=lambda match: (match.first, -match.last))
