"""The automaton of many cue phrases: positions, what may stand at each, and which may follow which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from voicelint.phrases import Atom, Either, Sequence_


@dataclass(frozen=True, slots=True)
class Automaton:
    """A position automaton (Glushkov 1961): no empty steps, one position for each word of the phrases.

    `labels[p]` is the label that a word at position p satisfies, `follows[p]` the positions after it, `ends[p]`
    the phrases that are complete there, `firsts[label]` the positions at which a phrase may begin. `atoms` and
    `stems` give the labels of a thing of `phrases.Atom` and of a beginning of words.
    """

    labels: list[int] = field(default_factory=list)
    follows: list[list[int]] = field(default_factory=list)
    ends: dict[int, list[int]] = field(default_factory=dict)
    firsts: dict[int, list[int]] = field(default_factory=dict)
    atoms: dict[str, list[int]] = field(default_factory=dict)
    stems: dict[str, list[int]] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """Plain data, quick to read back."""
        return {
            "labels": self.labels,
            "follows": self.follows,
            "ends": list(self.ends.items()),
            "firsts": list(self.firsts.items()),
            "atoms": self.atoms,
            "stems": self.stems,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Automaton:
        """The automaton that `to_data` described."""
        return cls(
            data["labels"],
            data["follows"],
            dict(data["ends"]),
            dict(data["firsts"]),
            data["atoms"],
            data["stems"],
        )


def build(phrases: Sequence[Sequence_]) -> Automaton:
    """The automaton of the phrases; phrases that begin alike share their first positions."""
    builder = _Builder()
    first = builder.tails([(sequence, (~number,)) for number, sequence in enumerate(phrases)])
    automaton = builder.automaton
    for position in first:
        automaton.firsts.setdefault(automaton.labels[position], []).append(position)
    return automaton


class _Builder:
    """Builds from the end to the beginning: what follows a sequence is known before the sequence is built.

    A continuation is a tuple of positions; the number of a phrase that ends stands in it as `~number`.
    """

    def __init__(self) -> None:
        self.automaton = Automaton()
        self._labels: dict[frozenset[str], int] = {}

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
        automaton = self.automaton
        position = len(automaton.labels)
        automaton.labels.append(self.label(choices))
        automaton.follows.append([item for item in after if item >= 0])
        ends = [~item for item in after if item < 0]
        if ends:
            automaton.ends[position] = ends
        return position

    def label(self, choices: frozenset[str]) -> int:
        """The number of a set of choices; words find it through `atoms` and `stems`."""
        label = self._labels.get(choices)
        if label is None:
            label = self._labels[choices] = len(self._labels)
            for choice in sorted(choices):
                if choice.startswith("p:"):
                    self.automaton.stems.setdefault(choice[2:], []).append(label)
                else:
                    self.automaton.atoms.setdefault(choice, []).append(label)
        return label
