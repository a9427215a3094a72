"""The automaton of many cue phrases: what may stand at each position, what may follow it, and a walk through it."""

from __future__ import annotations

from _thread import allocate_lock  # `threading` is not loaded for a lock
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple

from voicelint.words import NAME, SLOT, WORD

_Numbers = tuple[int, ...]


class Automaton(NamedTuple):
    """A position automaton (Glushkov 1961): no empty steps, one position for each word of the phrases.

    `labels[p]` is the label that a word at position p satisfies; `follows[starts[p]:starts[p + 1]]` are the positions
    after it; `ends[p]` the phrases that are complete there; `firsts[label]` the positions at which a phrase may begin.
    `atoms` and `stems` give the labels of a thing of `phrases.Atom` and of a beginning of words.
    """

    labels: array[int]
    starts: array[int]
    follows: array[int]
    ends: Mapping[int, _Numbers]
    firsts: Mapping[int, _Numbers]
    atoms: Mapping[str, _Numbers]
    stems: Mapping[str, _Numbers]

    def to_data(self) -> tuple[Any, ...]:
        """Plain data, quick to read back: runs of numbers as the bytes of unsigned integers of this machine."""
        runs = (self.labels, self.starts, self.follows)
        return (*(numbers.tobytes() for numbers in runs), self.ends, self.firsts, self.atoms, self.stems)

    @classmethod
    def from_data(cls, data: Sequence[Any]) -> Automaton:
        """The automaton that `to_data` described."""
        labels, starts, follows = (array("I", numbers) for numbers in data[:3])
        return cls(labels, starts, follows, *data[3:])


_MOST_SETS = 300  # sets of labels of the symbols seen last: a quarter of a megabyte


class State(dict[int, "State"]):
    """A set of positions that a run of words has reached; what it leads to, by the symbol of the next word.

    Where a word leads is worked out when a text first asks. `cues` are the phrases that end here; `is_open` says that
    some phrase goes on, `passes` that this is all there is to say.
    """

    __slots__ = ("_after", "_walk", "cues", "is_open", "passes")

    def __init__(self, walk: Walk, positions: Iterable[int]) -> None:
        super().__init__()
        automaton, after, cues = walk.automaton, set[int](), set[int]()
        starts, follows, ends = automaton.starts, automaton.follows, automaton.ends
        for position in positions:
            after.update(follows[starts[position] : starts[position + 1]])
            cues.update(ends.get(position, ()))
        self._walk = walk
        self._after = array(walk.unit, sorted(after)).tobytes()
        self.cues = tuple(sorted(cues))
        self.is_open = bool(after)
        self.passes = self.is_open and not cues

    def __missing__(self, symbol: int) -> State:
        fits, label_of = self._walk.wanted(symbol).__contains__, self._walk.automaton.labels.__getitem__
        unit = self._walk.unit
        after = array(unit, self._after)
        state = self[symbol] = self._walk.state(array(unit, compress(after, map(fits, map(label_of, after)))))
        return state


class _Root(State):
    """Where every phrase begins."""

    __slots__ = ()

    def __missing__(self, symbol: int) -> State:
        firsts, reached = self._walk.automaton.firsts, set[int]()
        for label in self._walk.labels[symbol]:
            reached.update(firsts.get(label, ()))
        state = self[symbol] = self._walk.state(array(self._walk.unit, sorted(reached)))
        return state


class _Symbols(dict[tuple[str, str], int]):
    """The symbol of each word that was seen, by its folded form and kind."""

    __slots__ = ("_walk",)

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self._walk = walk

    def __missing__(self, word: tuple[str, str]) -> int:
        symbol = self[word] = self._walk.symbol(*word)
        return symbol


class Walk:
    """The states of an automaton that texts have reached: it only grows; `size` says how many steps are remembered.

    A symbol is a number for all words that no cue tells apart; symbol 0 is the end of a sentence, where no phrase goes
    on. `labels` are those of the automaton that each symbol satisfies. Threads may share it.
    """

    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        self.unit = "H" if len(automaton.labels) <= 1 << 16 else "I"  # what holds the number of a position
        self.size = 0
        self.labels: list[_Numbers] = [()]  # sets would take six times the memory
        self.symbols = _Symbols(self)
        self.root: State = _Root(self, ())
        self._sets: dict[int, frozenset[int]] = {}
        self._symbols: dict[_Numbers, int] = {}
        self._states: dict[bytes, State] = {}  # by their positions
        self._stem_lengths = sorted({len(stem) for stem in automaton.stems})
        self._lock = allocate_lock()

    def wanted(self, symbol: int) -> frozenset[int]:
        """The labels of a symbol as a set; only so many are kept."""
        found = self._sets.get(symbol)
        if found is None:
            if len(self._sets) >= _MOST_SETS:
                self._sets.clear()
            found = self._sets[symbol] = frozenset(self.labels[symbol])
        return found

    def state(self, positions: array[int]) -> State:
        """The state of a set of positions, given in order."""
        self.size += 1
        key = positions.tobytes()
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = State(self, positions)
        return state

    def symbol(self, folded: str, kind: str) -> int:
        """The number of a word."""
        labels = self._labels_of(folded, kind)
        with self._lock:
            symbol = self._symbols.get(labels)
            if symbol is None:
                self.labels.append(labels)
                symbol = self._symbols[labels] = len(self.labels) - 1
        return symbol

    def _labels_of(self, folded: str, kind: str) -> _Numbers:
        """The labels of the automaton that a word satisfies, in order."""
        atoms, stems = self.automaton.atoms, self.automaton.stems
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
                labels.update(stems.get(folded[:length], ()))
        return tuple(sorted(labels))
