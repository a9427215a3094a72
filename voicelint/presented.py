"""The caller who only says a name and what stands behind it, in a sentence of its own: `Sam Reyes, Northwind.`"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from voicelint.names import LONGEST, NAMES, clauses, is_person, is_title
from voicelint.words import NAME, PHONE, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

_Clause = tuple[int, int]  # first and last word
# How many words into a message a sentence may begin with the first name alone of its caller.
_OPENING = 14
# How many clauses such a sentence has at most, greetings aside.
_MOST = 4
# What may follow the caller's name behind a comma.
_FOLLOWING = ("identity.beside", "identity.firm", "identity.place", "identity.role", "identity.title", "identity.trade")


def presented(words: Words, matches: Mapping[str, Sequence[Match]], strange: Container[str]) -> Iterator[_Clause]:
    """The name of the caller in the first sentence that only presents one; tags of a `strange` meaning are no names.

    A full name begins it, or a name after the listener's (`Dana, Sam, Northwind.`). A company, a role, a trade in a few
    words (`Abel, wood stoves.`) or, where the message is signed, the number follows.
    """
    if not words.cased:
        return
    greetings = {match.first for match in matches.get("greeting", ())}
    following = {match.first for label in _FOLLOWING for match in matches.get(label, ())}
    asides = {match.first for match in matches.get("identity.aside", ())}
    for start in words.firsts:
        said = [clause for clause in _sentence(words, start) if clause[0] not in greetings]
        for at, (first, last) in enumerate(said[: _MOST - 1]):
            if len(said) > _MOST or not is_person(words, first, last) or last - first >= LONGEST:
                break
            if words.folded[first] in strange:
                break
            behind = said[at + 1 :]
            if not behind:
                break
            known = at > 0 or (0 < start < _OPENING and not NAMES.isdisjoint(words.kinds[:start]))
            if (
                (last > first or (known and at < 2))
                and _tells(words, behind, following, asides)
                or (at == 0 < start and words.kinds[behind[0][0]] == PHONE and words.kinds[first] == NAME)
            ):
                yield first, last
                return


def _sentence(words: Words, start: int) -> list[_Clause]:
    """The clauses of the sentence that begins with a word."""
    inside = takewhile(lambda clause: clause[0] == start or words.marks[clause[0]] != ".", clauses(words, start))
    return [clause for clause, _ in zip(inside, range(_MOST + 3), strict=False)]


def _tells(words: Words, behind: Sequence[_Clause], following: Container[int], asides: set[int]) -> bool:
    """Say whether what stands behind a name tells who that is."""
    first, last = behind[0]
    if first in following:
        return True
    if last - first >= LONGEST:
        return False
    if is_title(words, first, last) and words.kinds[first] == NAME:
        return True
    return len(behind) == 1 and last > first and asides.isdisjoint(range(first, last + 1))
