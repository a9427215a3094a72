"""What the words around a figure tell of it: code, name, measure before its noun."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any


def word_before(text: str, place: int) -> str:
    """The word right before a place of a text, in small letters."""
    words = text[max(0, place - 20) : place].split()
    return words[-1].lower() if words else ""


class Surroundings:
    """Reads the words beside a match by the `[speech]` tables of a language."""

    def __init__(self, table: Mapping[str, Any], style: Mapping[str, Any]) -> None:
        self._coded_after = tuple(table["coded_after"])
        self._no_noun, self._single_after = frozenset(style["no_noun"]), frozenset(style["single_after"])
        self._streets = frozenset(style["streets"])

    def word_before(self, match: re.Match[str]) -> str:
        """The word right before a match, in small letters."""
        return word_before(match.string, match.start())

    def single(self, match: re.Match[str]) -> bool:
        """Say whether an amount stands between an article and its noun: a $50 card."""
        return self.word_before(match) in self._single_after and self.noun_follows(match)

    def noun_follows(self, match: re.Match[str]) -> bool:
        """Say whether what follows is a noun, as far as can be told: a word that is none of `no_noun`."""
        if match.string[match.end() : match.end() + 1] != " ":
            return False
        word = match.string[match.end() + 1 : match.end() + 20].split(" ", 1)[0]
        return len(word) > 1 and word[0].islower() and word.strip(".,;:!?") not in self._no_noun

    def coded(self, match: re.Match[str]) -> bool:
        """Say whether the words before a number make it a code (order number, card ending in)."""
        before = match.string[max(0, match.start() - 30) : match.start()].lower().rstrip(" :#\u00a0\u202f")
        if not before.endswith(self._coded_after):
            return False
        return any(before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in self._coded_after)

    def named(self, match: re.Match[str], behind: list[str]) -> bool:
        """Say whether three figures belong to a name (Route 128) or a street (123 Main St.) and count nothing."""
        if len(behind) > 1 and behind[0].istitle() and behind[1].rstrip(",.") in self._streets:
            return True
        before = match.string[max(0, match.start() - 24) : match.start()].split(" ")
        name = before[-2] if len(before) > 1 and not before[-1] else ""
        alone = not behind or not behind[0][0].isalpha() or behind[0].strip(".,;:!?") in self._no_noun
        return alone and name[:1].isupper() and name.isalnum() and len(before) > 2
