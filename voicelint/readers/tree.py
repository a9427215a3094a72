"""What formats with keys have in common: a tree whose leaves know where their characters stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from voicelint.readers.pieces import Pieces
from voicelint.script import as_written
from voicelint.source import Span

DEEPEST = 100  # levels; files of people have fewer than ten


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value: a text with its places, or a number, truth value or date as written (`is_text` False)."""

    pieces: Pieces
    span: Span
    escape: Callable[[str], str] = as_written
    is_text: bool = True

    @property
    def text(self) -> str:
        """The value as text, escapes undone."""
        return self.pieces.text


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping (`items` by key, in order) or a list (keys are "")."""

    items: tuple[tuple[str, Node], ...]
    is_list: bool = False

    def leaves(self) -> Iterator[tuple[str, Leaf]]:
        """The values right under this mapping, by key."""
        for key, node in self.items:
            if isinstance(node, Leaf):
                yield key, node


Node: TypeAlias = Leaf | Branch


def literal(text: str, start: int, *, is_text: bool = True) -> Leaf:
    """A leaf whose text stands in the source as it is."""
    pieces = Pieces()
    pieces.literal(text, start)
    return Leaf(pieces, Span(start, start + len(text)), is_text=is_text)
