"""Checks of cue lists that compiling alone does not make: cues that say nothing that another does not say."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from voicelint.compiler import compile_cues
from voicelint.language import Language
from voicelint.phrases import ANY, Atom, Either, Node, PhraseReader, Sequence_
from voicelint.words import SLOT, WORD, Words

# A cue counts as swallowed if this many of its wordings, spread over its alternatives, are all found by another.
_SAMPLES = 60
_PER_NODE = 12

Sample = tuple[tuple[str, str], ...]


def swallowed(
    cues: Sequence[tuple[str, str]], lists: Mapping[str, Sequence[str]], language: Language
) -> list[tuple[str, str, str]]:
    """The cues of which every wording holds one of another cue of their label: label, phrase and that other.

    Two equal cues swallow each other. Vetoes are not checked.
    """
    plain = [(label, phrase) for label, phrase in cues if not phrase.startswith("!")]
    matcher = compile_cues([(f"{number}", phrase) for number, (_, phrase) in enumerate(plain)], lists, language)
    reader = PhraseReader(language, lists)
    found = []
    for number, (label, phrase) in enumerate(plain):
        others: set[int] | None = None
        for sample in islice(_samples(reader.read(phrase)), _SAMPLES):
            said = set(map(int, matcher.find(_words(sample))))
            said = {other for other in said if other != number and plain[other][0] == label}
            others = said if others is None else others & said
            if not others:
                break
        if others:
            found.append((label, phrase, plain[min(others)][1]))
    return found


def _samples(sequence: Sequence_) -> Iterator[Sample]:
    """Wordings that a sequence stands for, the most different ones first."""
    choices = [_node(node) for node in sequence]
    longest = max(map(len, choices), default=0)
    for turn in range(longest):  # every alternative of every node at least once
        yield _joined(options[turn % len(options)] for options in choices)
    for combination in product(*choices):
        yield _joined(combination)


def _joined(parts: Iterable[Sample]) -> Sample:
    return tuple(word for part in parts for word in part)


def _node(node: Node) -> list[Sample]:
    if isinstance(node, Atom):
        return [(_word(choice),) for choice in sorted(node.choices)]
    assert isinstance(node, Either)  # noqa: S101
    options: list[Sample] = [()] if node.optional else []
    for sequence in node.sequences:
        options += islice(_samples(sequence), _PER_NODE)
    return options


def _word(choice: str) -> tuple[str, str]:
    """A word that satisfies a choice of an atom and, as far as can be, nothing else."""
    if choice in ANY.choices:
        return "qqq", WORD
    kind, _, what = choice.partition(":")
    if kind == "k":
        return ("<qqq>" if what == SLOT else "qqq"), what
    return (f"<{what}>", SLOT) if kind == "s" else (f"{what}qqq" if kind == "p" else what, WORD)


def _words(sample: Sample) -> Words:
    """A sentence of these words."""
    count = len(sample)
    return Words(
        text="",
        starts=array("I", range(0, 2 * count, 2)),
        ends=array("I", range(1, 2 * count, 2)),
        folded=[word for word, _ in sample],
        kinds=[kind for _, kind in sample],
        marks=[".", *[""] * (count - 1)] if count else [],
        heads=[0] if count else [],
        firsts=[0] if count else [],
        sentences=(),
        cased=True,
    )
