"""The notation of cue phrases: reads one into the sequence of things that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from voicelint.language import Language
from voicelint.slots import MEANINGS
from voicelint.words import MONEY, NAME, NUMBER, PERCENT, PHONE, SLOT, splitter

GAP_WORDS = 4
# A phrase that a person can read is far below both (ours: 207 parts, 3 deep); a made-up one is never compiled.
_MOST_PARTS, _DEEPEST = 300, 12
_PART = re.compile(r"\.\.\.|…|[()|]|@[\w-]+|<[\w:-]*>|[^\s()|@<>…]+|\S")
_ATOMS = {
    "amount": f"k:{MONEY}",
    "dialled": f"k:{PHONE}",
    "digits": f"k:{NUMBER}",
    "name": f"k:{NAME}",
    "share": f"k:{PERCENT}",
    "slot": f"k:{SLOT}",
    "unknown": "s:",
    "word": "*",
}
_SHORTEST_STEM = 2


class CueError(ValueError):
    """A cue phrase that cannot be used; `reason` says why, `label` and `phrase` say which."""

    def __init__(self, label: str, phrase: str, reason: str) -> None:
        shown = phrase if len(phrase) <= 80 else f"{phrase[:79]}…"
        super().__init__(f"{label}: cue {shown!r}: {reason}" if label else f"cue {shown!r}: {reason}")
        self.label, self.phrase, self.reason = label, phrase, reason


@dataclass(frozen=True, slots=True)
class Atom:
    """One word: any of `choices` (`w:` a word, `p:` a beginning, `k:` a kind, `s:` a slot's meaning, `*` any)."""

    choices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several sequences; `optional`: or nothing."""

    sequences: tuple[Sequence_, ...]
    optional: bool = False


Node = Atom | Either
Sequence_ = tuple[Node, ...]

ANY = Atom(frozenset("*"))


def either(sequences: Sequence[Sequence_]) -> Node | None:
    """Alternatives as one node; those of one word each are one atom, equal ones are one; None if all are empty."""
    choices: set[str] = set()
    longer: dict[Sequence_, None] = {}
    for sequence in sequences:
        if len(sequence) == 1 and isinstance(sequence[0], Atom):
            choices |= sequence[0].choices
        elif sequence:
            longer[sequence] = None
    optional = any(not sequence for sequence in sequences)
    words: list[Sequence_] = [(Atom(frozenset(choices)),)] if choices else []
    kept = (*words, *longer)
    if not kept:
        return None
    if len(kept) == 1 and not optional and len(kept[0]) == 1:
        return kept[0][0]
    return Either(kept, optional)


def gap() -> Node:
    """Up to four words of any kind."""
    node = Either(((ANY,),), optional=True)
    for _ in range(GAP_WORDS - 1):
        node = Either(((ANY, node),), optional=True)
    return node


def is_empty(sequence: Sequence_) -> bool:
    """Say whether a sequence can stand for no word at all."""
    return all(isinstance(node, Either) and (node.optional or any(map(is_empty, node.sequences))) for node in sequence)


class PhraseReader:
    """Reads the phrases of one language, with its `[places]` and `[lists]` and the lists of a caller."""

    def __init__(self, language: Language, lists: Mapping[str, Sequence[str]]) -> None:
        self._splitter = splitter(language)
        self._lists = {**language.section("lists"), **lists}
        self._places = language.section("places")
        self._known: dict[str, Node] = {}
        self._open: list[str] = []

    def read(self, phrase: str) -> Sequence_:
        """The sequence that a phrase stands for. Raises CueError without a label."""
        parts = _PART.findall(phrase)
        if not parts:
            raise CueError("", phrase, "is empty")
        if len(parts) > _MOST_PARTS:
            raise CueError("", phrase, f"has {len(parts):,} parts, {_MOST_PARTS} are the most; divide it")
        if "..." in (parts[0], parts[-1]) or "…" in (parts[0], parts[-1]):
            raise CueError("", phrase, "begins or ends with '...', which finds nothing more")
        at = iter(parts)
        sequence = self._sequence(at, phrase, depth=0)
        if is_empty(sequence):
            raise CueError("", phrase, "can stand for no word at all")
        return sequence

    def _sequence(self, parts: Iterator[str], phrase: str, depth: int) -> Sequence_:
        """Read up to the end of the phrase, or of the group at `depth`."""
        if depth > _DEEPEST:
            raise CueError("", phrase, f"has parentheses deeper than {_DEEPEST} levels")
        alternatives: list[list[Node]] = [[]]
        for part in parts:
            current = alternatives[-1]
            if part == "(":
                current += self._sequence(parts, phrase, depth + 1)
            elif part == ")" and depth:
                break
            elif part == "|" and depth:
                alternatives.append([])
            else:
                current += self._nodes(part, phrase)
        else:
            if depth:
                raise CueError("", phrase, "has an open parenthesis that nothing closes")
        if len(alternatives) == 1:
            return tuple(alternatives[0])
        node = either([tuple(nodes) for nodes in alternatives])
        return (node,) if node else ()

    def _nodes(self, part: str, phrase: str) -> Sequence_:
        if part in ("...", "…"):
            return (gap(),)
        if part in ("(", ")", "|", "<", ">", "@"):
            raise CueError("", phrase, f"has a stray {part!r}")
        if part[0] == "@":
            return (self._shared(part, self._lists.get(part[1:]), phrase),)
        if part[0] == "<":
            return (self._place(part, phrase),)
        return self._words(part, phrase)

    def _words(self, part: str, phrase: str) -> Sequence_:
        """The words of a piece of plain text; with a star at its end, the last one is a beginning."""
        stem = part.endswith("*")
        plain = part.rstrip("*")
        folded = [piece.folded for piece in self._splitter.pieces(plain)] if plain.isalpha() else None
        folded = folded or self._splitter.folded(plain)
        if not folded or "*" in part.rstrip("*"):
            raise CueError("", phrase, f"{part!r} holds no word that could be said")
        if not stem:
            return tuple(Atom(frozenset([f"w:{word}"])) for word in folded)
        if len(folded[-1]) < _SHORTEST_STEM:
            raise CueError("", phrase, f"{part!r} is too short a beginning")
        return (*(Atom(frozenset([f"w:{word}"])) for word in folded[:-1]), Atom(frozenset([f"p:{folded[-1]}"])))

    def _place(self, part: str, phrase: str) -> Node:
        name = part[1:-1]
        patterns = self._places.get(name)
        if patterns is not None:
            return self._shared(part, patterns, phrase)
        if name in _ATOMS:
            return Atom(frozenset([_ATOMS[name]]))
        meaning = name.removeprefix("slot:")
        if meaning in MEANINGS:
            return Atom(frozenset([f"s:{meaning}"]))
        raise CueError("", phrase, f"{part} is no known place")

    def _shared(self, part: str, entries: Sequence[str] | None, phrase: str) -> Node:
        """A list or a place of the language, read once."""
        if part in self._known:
            return self._known[part]
        if not entries:
            raise CueError("", phrase, f"{part} is no known list" if entries is None else f"{part} is empty")
        if part in self._open:
            raise CueError("", phrase, f"{part} holds itself")
        self._open.append(part)
        try:
            node = either([self.read(entry) for entry in entries])
        except CueError as error:
            raise CueError("", phrase, f"{part}: {error.phrase!r} {error.reason}") from None
        finally:
            self._open.pop()
        assert node is not None  # noqa: S101 - `read` gives no empty sequence
        self._known[part] = node
        return node
