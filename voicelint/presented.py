"""The caller who only says a name and what stands behind it, in a sentence of its own: `Sam Reyes, Northwind.`"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from voicelint.names import (
    FOLLOWING,
    INTRODUCTION,
    LONGEST,
    NAMES,
    clauses,
    first_run,
    is_asked,
    is_marked,
    is_person,
    is_title,
    short_words,
)
from voicelint.words import NAME, PHONE, SLOT, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

_Clause = tuple[int, int]  # first and last word
# How many words a person's name has at most.
_LONGEST_NAME = 3
# How many words may tell who somebody is ("patron of the Elm Street Roof Appeal").
_PHRASE = 8
# What no words hold that tell who somebody is.
_ASIDES = ("ask", "closing", "greeting")
_SHORT = ("aside", "ours", "self")
# Tags that may be anybody or any company.
_OPEN = frozenset({"<>", "<company>"})
_FIRMS = frozenset({"<caller-company>", "<company>"})
# How many clauses such a sentence has at most, greetings aside.
_MOST = 4


def presented(words: Words, matches: Mapping[str, Sequence[Match]], strange: Container[str]) -> Iterator[_Clause]:
    """The name of the caller in the first sentence that only presents one; tags of a `strange` meaning are no names.

    A full name begins it, or a name after the listener's (`Dana, Sam, Northwind.`). A company, a role, a trade in a few
    words (`Abel, wood stoves.`) or, where the message is signed, the number follows.
    """
    yield from _run_together(words, matches)
    if not words.cased:
        return
    greetings = {match.first for match in matches.get("greeting", ())}
    told = _Told(words, matches)
    for start in words.firsts:
        sentence = _sentence(words, start)
        said = [clause for clause in sentence if clause[0] not in greetings]
        alone = _after_listener(words, said, told)
        if alone:
            yield alone
            return
        if len(said) > _MOST:
            continue
        for at, (first, last) in enumerate(said[: _MOST - 1]):
            if not is_person(words, first, last) or last - first >= LONGEST or words.folded[first] in strange:
                if at:
                    break
                continue
            behind = said[at + 1 :]
            known = at > 0 or (0 < start < INTRODUCTION and not NAMES.isdisjoint(words.kinds[:start]))
            tag = words.kinds[first] == SLOT and words.folded[first] in _OPEN
            full = (last > first or tag) and (start > 0 or at > 0 or words.kinds[first] in NAMES)
            signs = at == 0 < start and bool(behind) and words.kinds[behind[0][0]] == PHONE
            full = full or bool(behind and words.folded[behind[0][0]] in _FIRMS)  # `Sam, {{company}}.`
            before_hello = not behind and len(sentence) == 2 and full and start == at == 0  # `Sam Reyes, good evening.`
            if before_hello or (signs and words.kinds[first] == NAME) or ((full or known) and told.by(behind, full)):
                yield first, last
                return


def _after_listener(words: Words, said: Sequence[_Clause], told: _Told) -> _Clause | None:
    """The caller's name that is all of a sentence or begins it, where only the listener is named before.

    `Dana! Sam, we met in May.`, `Tony, I know. Sam.`, `Mr Ford, Sam.`, `Bonjour, Sam, je restaure des orgues.`
    """
    if not said or (said[0][0] >= INTRODUCTION and said[0][0] == said[0][1]):
        return None
    first, last = said[0]
    if first == 0:
        titled = len(said) > 1 and first in told.titles and is_person(words, first, last)
        return said[1] if titled and _is_name(words, *said[1]) else None
    if is_asked(words, last) or not _is_name(words, first, last) or first in told.firms:
        return None
    called = all(is_marked(words, index) for index in range(first))
    known = last > first or not NAMES.isdisjoint(words.kinds[:first])
    return said[0] if (len(said) == 1 and known) or (called and len(said) > 1) else None


def _is_name(words: Words, first: int, last: int) -> bool:
    return last - first < _LONGEST_NAME and all(kind == NAME for kind in words.kinds[first : last + 1])


def _run_together(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[_Clause]:
    """The caller whose name no mark parts from the greeting, a title or the listener's name.

    `hello sam from northwind`, `Good morning. Ms Roche from accounts`, `hello mr ford sam from northwind`.
    """
    greeted = {match.last + 1 for match in matches.get("identity.hello", ())}
    titled = {match.last + 1: match.first == match.last for match in matches.get("identity.listener", ())}
    firms = {index for firm in matches.get("identity.firm", ()) for index in range(firm.first, firm.last + 1)}
    for match in matches.get("identity.opening", ()):
        run = first_run(words, match.first, match.last)
        if run is None or words.marks[run[0]] or words.kinds[run[1]] != NAME:
            continue
        first, last = run
        if any(words.marks[last + 1 : match.last + 1]) or last in firms:
            continue  # `Hello Dana, of all people`, `hello reyes roofing`
        tagged = first - 1 in greeted and words.folded[first - 1] == "<recipient>"  # `hello {name} sam from northwind`
        behind = first in titled or first in greeted or tagged
        if behind and (last > first or tagged or titled.get(first, True)):
            yield last, last
            return


class _Told:
    """What in a message can tell who somebody is, by the words at which its cues begin."""

    def __init__(self, words: Words, matches: Mapping[str, Sequence[Match]]) -> None:
        self.words = words
        self.following = {match.first for label in FOLLOWING for match in matches.get(label, ())}
        self.firms = {match.first for match in matches.get("identity.firm", ())}
        self.titles = {match.first for match in matches.get("identity.listener", ())}
        self.short = short_words(words, *_SHORT)
        self.asides = {match.first for label in _ASIDES for match in matches.get(label, ())}

    def by(self, behind: Sequence[_Clause], full: bool) -> bool:
        """Say whether the clauses behind a name tell who that is; `full`: the name has more than one word."""
        if not behind:
            return False
        (first, last), words = behind[0], self.words
        if first in self.following:
            return True
        if is_title(words, first, last) and (words.kinds[first] == NAME or words.folded[first] in _OPEN):
            return True
        ends = len(behind) == 1 and (last > first or full) and last - first < _PHRASE
        if not ends or words.kinds[first] == PHONE:
            return False
        within = range(first, last + 1)
        return self.asides.isdisjoint(within) and self.short.isdisjoint(words.folded[first : last + 1])


def _sentence(words: Words, start: int) -> list[_Clause]:
    """The clauses of the sentence that begins with a word."""
    inside = takewhile(lambda clause: clause[0] == start or words.marks[clause[0]] != ".", clauses(words, start))
    return [clause for clause, _ in zip(inside, range(_MOST + 3), strict=False)]
