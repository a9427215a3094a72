"""Cue phrases compiled: what is read in their notation becomes the automaton of one matcher."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

from voicelint.automaton import Automaton
from voicelint.cues import Cue, Matcher
from voicelint.language import Language
from voicelint.phrases import Atom, CueError, Either, PhraseReader, Sequence_

__all__ = ["CueError", "compile_cues"]


def compile_cues(cues: Iterable[tuple[str, str]], lists: Mapping[str, Sequence[str]], language: Language) -> Matcher:
    """One matcher for all `(label, phrase)` pairs of a language.

    `lists` are shared cue lists beside those of the language's `[lists]`. A phrase with a leading `!` is a veto
    of its label and of the labels under it (`value` strikes `value.concrete`).
    Raises CueError, which names label, phrase and reason.
    """
    reader = PhraseReader(language, lists)
    read, sequences = [], []
    for label, phrase in cues:
        veto = phrase.startswith("!")
        try:
            sequences.append(reader.read(phrase[veto:]))
        except CueError as error:
            raise CueError(label, phrase, error.reason) from None
        read.append(Cue(label, phrase, veto))
    builder = _Builder()
    first = builder.tails([(sequence, (~number,)) for number, sequence in enumerate(sequences)])
    return Matcher(read, builder.automaton(first))


# From one word to a next: all of ours take some hundred thousand; more than this is a trap, and memory would go.
_MOST_STEPS = 2_000_000

_ANY = frozenset("*")  # whatever else stands beside it, it is any word


class _Builder:
    """Builds from the end to the beginning: what follows a sequence is known before the sequence is built.

    A continuation is a tuple of positions; the number of a phrase that ends stands in it as `~number`.
    """

    def __init__(self) -> None:
        self.labels: list[int] = []
        self.steps = 0
        self.follows: list[list[int]] = []
        self.ends: dict[int, tuple[int, ...]] = {}
        self.atoms: dict[str, list[int]] = {}
        self.stems: dict[str, list[int]] = {}
        self._labels: dict[frozenset[str], int] = {}
        self._positions: dict[tuple[int, tuple[int, ...]], int] = {}

    def tails(self, pairs: Iterable[tuple[Sequence_, tuple[int, ...]]]) -> tuple[int, ...]:
        """What may come first in sequences with their continuations; those that begin alike are built together."""
        groups: dict[object, list[tuple[Sequence_, tuple[int, ...]]]] = {}
        reached: dict[int, None] = {}
        for sequence, after in pairs:
            if sequence:
                groups.setdefault(sequence[0], []).append((sequence[1:], after))
            else:
                reached.update(dict.fromkeys(after))
        for node, rest in groups.items():
            after = self.tails(rest)
            assert isinstance(node, Atom | Either)  # noqa: S101
            reached.update(dict.fromkeys(self.node(node, after)))
        return tuple(reached)

    def node(self, node: Atom | Either, after: tuple[int, ...]) -> tuple[int, ...]:
        """What may come first in a node that `after` follows."""
        if isinstance(node, Atom):
            return (self.position(node.choices, after),)
        first = self.tails([(sequence, after) for sequence in node.sequences])
        return tuple(dict.fromkeys(first + after)) if node.optional else first

    def position(self, choices: frozenset[str], after: tuple[int, ...]) -> int:
        label = self.label(_ANY if "*" in choices else choices)
        known = self._positions.get((label, after))
        if known is not None:
            return known
        self.steps += len(after)
        if self.steps > _MOST_STEPS:
            raise CueError("", "…", f"all cues take more than {_MOST_STEPS:,} steps; optional parts multiply")
        position = self._positions[label, after] = len(self.labels)
        self.labels.append(label)
        self.follows.append([item for item in after if item >= 0])
        ends = tuple(~item for item in after if item < 0)
        if ends:
            self.ends[position] = ends
        return position

    def label(self, choices: frozenset[str]) -> int:
        """The number of a set of choices; words find it through `atoms` and `stems`."""
        label = self._labels.get(choices)
        if label is None:
            label = self._labels[choices] = len(self._labels)
            for choice in sorted(choices):
                if choice.startswith("p:"):
                    self.stems.setdefault(choice[2:], []).append(label)
                else:
                    self.atoms.setdefault(choice, []).append(label)
        return label

    def automaton(self, first: Iterable[int]) -> Automaton:
        """What was built; `first`: the positions at which a phrase may begin."""
        firsts: dict[int, list[int]] = {}
        for position in first:
            firsts.setdefault(self.labels[position], []).append(position)
        return Automaton(
            labels=array("I", self.labels),
            starts=array("I", accumulate(map(len, self.follows), initial=0)),
            follows=array("I", chain.from_iterable(self.follows)),
            ends=self.ends,
            firsts=_fixed(firsts),
            atoms=_fixed(self.atoms),
            stems=_fixed(self.stems),
        )


def _fixed(lists: Mapping[Any, Iterable[int]]) -> dict[Any, tuple[int, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
