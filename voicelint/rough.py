"""Who is calling in a text without capitals and marks: what stands between the greeting and the first sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from voicelint.names import LONGEST, NAMES
from voicelint.words import NAME, NUMBER, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

# How many words into a text the greeting may stand.
_OPENING = 3


def rough(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[int, str, int, int]]:
    """The caller's word, the cue, and the first and last word of the company; -1 for what is not named.

    Cues of `identity.hello` end where the names begin, those of `identity.listener` where the listener's name does:
    `hello sam reyes roofing`, `hello mr ford sam reyes roofing`. What a cue of `identity.firm` or `identity.place`
    covers is the company, what one of `identity.title` covers the role.
    """
    if words.kinds and words.kinds[0] == NAME:  # `sam reyes roofing`, without a greeting
        firms = {found.first: found.last for found in matches.get("identity.firm", ())}
        if 1 in firms:
            yield 0, ",", 1, firms[1]
            return
    listener = [match for match in matches.get("identity.listener", ()) if match.first < _OPENING]
    for match in listener or [match for match in matches.get("identity.hello", ()) if match.first < _OPENING]:
        end = first = match.last + 1
        roof = min(len(words), first + LONGEST)
        while end < roof and words.kinds[end] in NAMES and not (words.marks[end] and end > first + 1):
            end += 1
        if end < len(words) and words.folded[end] in words.short.get("joint", ()):
            return  # `hello dana sam from northwind`
        firms = {found.first: found.last for found in _firms(matches) if found.first >= first}
        lent = {found.first for found in matches.get("identity.firm", ()) if found.cue.startswith("<name>")}
        roles = {found.first for found in matches.get("identity.title", ())}
        caller = first + 1 if listener else first
        if caller in lent and words.kinds[caller] == NAME:  # `hello sam roofing`
            yield caller, match.cue, caller + 1, firms[caller]
        elif first in firms:
            yield -1, match.cue, first, firms[first]
        elif listener and caller in firms:
            yield -1, match.cue, caller, firms[caller]
        elif caller < end or (caller == first and end > first):
            yield from _after(words, match.cue, caller, end, firms, roles)
        return


def _firms(matches: Mapping[str, Sequence[Match]]) -> list[Match]:
    return [*matches.get("identity.place", ()), *matches.get("identity.firm", ())]


def _after(
    words: Words, cue: str, caller: int, end: int, firms: Mapping[int, int], roles: set[int]
) -> Iterator[tuple[int, str, int, int]]:
    """The caller with what follows the name: a company, a role, or the other words of the run."""
    after = caller + 1
    end = min([end, *(role for role in roles if role > after)])
    if words.kinds[caller] != NAME:
        return
    if after in firms:
        yield caller, cue, after, firms[after]
    elif after in roles:
        yield caller, cue, -1, -1
    elif after < end:
        last = end if end < len(words) and words.kinds[end] == NUMBER else end - 1
        yield caller, cue, after, last
