"""For whom the caller calls: the names of companies, found by what they are called and by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from voicelint.names import (
    BESIDE,
    FIGURES,
    JOINING,
    LONGEST,
    NAMES,
    OPENING,
    Named,
    clauses,
    is_brand,
    is_marked,
    is_title,
    last_run,
    short_words,
)
from voicelint.rough import rough
from voicelint.words import NAME, WORD, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

# The same in a text without capitals, where more words may be names than are.
_NEAR = 2
_FIRMS = frozenset({"<caller-company>", "<company>"})
_TAGS = tuple([tag] for tag in _FIRMS)
_NOT_FIRMS = frozenset(
    {"<recipient>", "<caller>", "<callback-number>", "<caller-role>", "<date>", "<money>", "<place>", "<time>"}
)
# What clauses behind the caller's name are told apart by.
_MARKED = ("identity.listener", "identity.place", "identity.title")
# What else no name holds: short words that may join what tells of somebody, and who speaks.
_ASIDES = ("aside", "joint", "ours", "self")


def firms_of(words: Words, matches: Mapping[str, Sequence[Match]]) -> list[Match]:
    """The names of companies, without what a mark parts from them (`Sam Reyes, Reyes Roofing`, `Sam, roofing`)."""
    firms: list[Match] = []
    for match in matches.get("identity.firm", ()):
        marks = [index for index in range(match.first + 1, match.last + 1) if words.marks[index]]
        if not marks:
            firms.append(match)
        elif any(kind != NAME for kind in words.kinds[match.first : marks[0]]):  # `garage Vasseur, Gérard`
            firms.append(match._replace(last=marks[0] - 1))
        elif marks[-1] < match.last and words.kinds[marks[-1]] == NAME:
            firms.append(match._replace(first=marks[-1]))
    return [_whole(words, match) for match in firms] if words.cased else firms


def _whole(words: Words, firm: Match) -> Match:
    """A company's name with the names that stand right before what a cue knows it by: `Elm Street Roofing`."""
    first = firm.first
    while first and not words.marks[first] and words.kinds[first - 1] == NAME and firm.last - first < LONGEST:
        first -= 1
    return firm if first == firm.first else firm._replace(first=first)


def companies_of(
    words: Words, matches: Mapping[str, Sequence[Match]], firms: Sequence[Match], callers: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """What may be the company's name; `callers` are the first and last words of those of the caller."""
    for match in matches.get("identity.company", ()):
        name = last_run(words, match.first, match.last)
        if name:
            yield *name, match.cue
    ends = sorted([last for _, last in callers])
    yield from _beside(words, matches, ends)
    for match in firms:
        near = match.first < OPENING or is_beside(words, match.first, ends, BESIDE)
        if words.marks[match.first] == "," and near:
            whole = words.kinds[match.first] == words.kinds[match.last] == NAME  # `Anna's Alterations`
            name = (match.first, match.last) if whole else last_run(words, match.first, match.last)
            if name:
                yield *name, match.cue
    if not words.cased:
        yield from ((first, last, cue) for _, cue, first, last in rough(words, matches) if first >= 0)
    marked = {label: {match.first for match in matches.get(label, ())} for label in _MARKED}
    for first, last in callers:
        yield from _apposed(words, last, marked)
        yield from _before(words, first)


def _beside(words: Words, matches: Mapping[str, Sequence[Match]], callers: Sequence[int]) -> Iterator[Named]:
    """What stands in the caller's sentence as the company: `Karim, from Novatri`, `Karim, from Fresh Air`."""
    unnamed: list[Named] = []  # `Karim, from the workshop`
    named = False
    subjects = short_words(words, "subject")
    for match in matches.get("identity.beside", ()):
        if is_beside(words, match.first, callers, BESIDE if words.cased else _NEAR):
            caller = callers[bisect_left(callers, match.first) - 1]
            if not subjects.isdisjoint(words.folded[caller + 1 : match.first]):
                continue  # `Karim, on s'est vus au Salon`
            name = last_run(words, match.first, match.last)
            if name and words.folded[name[1]] in FIGURES:
                continue
            named = named or name is not None
            if name:
                yield *name, match.cue
            else:
                unnamed.append((match.last, match.last, match.cue))
    if not named:
        yield from unnamed
    for match in matches.get("identity.joined", ()) if words.cased else ():  # a common word with its capital
        first = match.last - (words.kinds[match.last] == NAME)
        capital = words.kinds[first] == WORD and is_marked(words, first)
        if capital and is_beside(words, first, callers, BESIDE + 2):
            yield first, match.last, match.cue


def at_least(
    words: Words, matches: Mapping[str, Sequence[Match]], firms: Sequence[Match], callers: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """The companies of a message that names none otherwise: `Elm Gas has a notice for you`, `Ici la mairie`.

    One that bears the name of a caller (`Sam Reyes`) may stand anywhere (`I never said what I do: Reyes Roofing`).
    """
    own = {words.folded[last] for first, last in callers if last > first and words.kinds[last] == NAME}
    for match in firms:
        if words.folded[match.first] in own:
            yield match.first, match.last, match.cue
            continue
        alone = words.marks[match.first] == "." and words.marks[match.last + 1 : match.last + 2] in ([], ["."])
        if alone or (words.marks[match.first] and match.first < OPENING):
            yield match.first, match.last, match.cue
    yield from _articled(words, {match.last for match in matches.get("identity.listener", ())})
    for first, last in callers:
        if words.folded[last + 1 : last + 2] in _TAGS:  # `hi {name} {rep} {store}`
            yield last + 1, last + 1, words.folded[last + 1]
        elif words.marks[first] == "." and words.marks[last + 1 : last + 2] == ["."]:  # `Hi Dana. Sam. Northwind.`
            start, end = next(clauses(words, last + 1))
            if words.kinds[start] in NAMES and is_title(words, start, end) and words.marks[end + 1 : end + 2] == ["."]:
                yield start, end, "."
    offices = {match.last for match in matches.get("identity.office", ())}
    for match in matches.get("identity.place", ()) if offices else ():
        if match.last in offices:
            yield match.first, match.last, match.cue


def _apposed(words: Words, caller: int, marked: Mapping[str, Container[int]]) -> Iterator[Named]:
    """A company that is a clause of its own in the caller's sentence: `Sam Reyes, sales at large, Northwind.`

    It is written like a name, begins with a cue of `identity.place`, or ends with a name (`Sam, roofs Northwind`) and
    holds no short word; `marked` tells by label where cues stand.
    """
    for first, last in clauses(words, caller + 1, caller + BESIDE, caller + BESIDE + LONGEST):
        if words.marks[first] == ".":
            return
        if words.marks[first] != "," or words.folded[first] in _NOT_FIRMS or first in marked["identity.title"]:
            continue
        if first in marked["identity.listener"]:  # `It's Sam, Mr Ford`
            continue
        if is_title(words, first, last) and (words.cased or last > first):
            yield first, last, ","
            return
        if last - first >= LONGEST or not short_words(words, *_ASIDES).isdisjoint(words.folded[first : last + 1]):
            continue
        if first in marked["identity.place"]:
            yield first, last, ","
            return
        if words.kinds[first] == WORD and words.kinds[last] in NAMES and last > first:
            yield *(last_run(words, first, last) or (last, last)), ","
            return


def _articled(words: Words, titles: Container[int]) -> Iterator[Named]:
    """A company that is all that follows the greeting, with its article or a tag: `Bonjour, les Moulins de la Save.`"""
    asides = short_words(words, *_ASIDES)
    for first, last in clauses(words, 0, OPENING, OPENING + LONGEST):
        if first == last and words.marks[first] == "," and words.folded[first] in _FIRMS:
            yield first, last, words.folded[first]
        if words.marks[first] == "," and is_brand(words, first, last) and is_title(words, first, last):
            yield first, last, ","
        short = (
            words.ends[first] - words.starts[first] <= JOINING and words.kinds[first] == WORD and first not in titles
        )
        alone = words.marks[first] == "," and words.marks[last + 1 : last + 2] in ([], ["."])
        if not (words.cased and alone and short and last > first) or words.folded[first] in asides:
            continue
        if words.kinds[first + 1] == NAME and is_title(words, first + 1, last):
            yield first + 1, last, ","


def _before(words: Words, caller: int) -> Iterator[Named]:
    """A company that is the clause right before the caller's: `Good morning Ms Roche, Reyes Roofing, Sam speaking.`"""
    if caller < 3 or words.marks[caller] != ",":
        return
    first = caller - 1
    while first > max(0, caller - LONGEST) and not words.marks[first]:
        first -= 1
    if words.marks[first] == "," and caller - first > 1 and {*words.kinds[first:caller]} == {NAME}:
        yield first, caller - 1, ","


def is_beside(words: Words, index: int, callers: Sequence[int], most: int) -> bool:
    """Say whether a word stands in the sentence of a caller, at most so many words behind the name's last word."""
    at = bisect_left(callers, index) - 1
    return at >= 0 and index - callers[at] <= most and "." not in words.marks[callers[at] + 1 : index + 1]
