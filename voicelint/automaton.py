"""The automaton of many cue phrases: positions, what may stand at each, and which may follow which."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

_Numbers = tuple[int, ...]


class Automaton(NamedTuple):
    """A position automaton (Glushkov 1961): no empty steps, one position for each word of the phrases.

    `labels[p]` is the label that a word at position p satisfies; `follows[starts[p]:starts[p + 1]]` are the positions
    after it; `ends[p]` the phrases that are complete there; `firsts[label]` the positions at which a phrase may begin.
    `atoms` and `stems` give the labels of a thing of `phrases.Atom` and of a beginning of words.
    """

    labels: Sequence[int]
    starts: Sequence[int]
    follows: Sequence[int]
    ends: Mapping[int, _Numbers]
    firsts: Mapping[int, _Numbers]
    atoms: Mapping[str, _Numbers]
    stems: Mapping[str, _Numbers]

    def to_data(self) -> tuple[Any, ...]:
        """Plain data, quick to read back: runs of numbers as the bytes of unsigned integers of this machine."""
        runs = (self.labels, self.starts, self.follows)
        return (*(array("I", numbers).tobytes() for numbers in runs), self.ends, self.firsts, self.atoms, self.stems)

    @classmethod
    def from_data(cls, data: Sequence[Any]) -> Automaton:
        """The automaton that `to_data` described."""
        labels, starts, follows = (memoryview(numbers).cast("I") for numbers in data[:3])
        return cls(labels, starts, follows, *data[3:])
