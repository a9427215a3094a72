"""The caller who only says a name behind the greeting, before it or at the end: `Good morning Ms Roche, Sam Reyes.`"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from voicelint.names import (
    BESIDE,
    FIGURES,
    FOLLOWING,
    JOINING,
    NAMES,
    NOT_PERSONS,
    OPENING,
    Named,
    clauses,
    is_asked,
    is_brand,
    is_marked,
    is_person,
    is_title,
)
from voicelint.words import NAME, SLOT, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

# How many words a greeting may have before the caller's bare name ("Good morning Mr and Mrs Roche").
_GREETING = 8
# How many words the listener's name may have where nothing greets (`Madame la Directrice`).
_CALLED = 6


def bare(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[Named]:
    """A name that is all there is in a clause after the greeting: `Good morning Ms Roche, Sam Reyes, Northwind.`

    After a greeting that names nobody, one word alone is the listener (`Hello, Sam.`), unless a company follows it
    (`Hello, Sam, Northwind.`); where a sentence begins, one word alone may be any word with its capital.
    """
    greetings = matches.get("greeting", ())
    before = greetings[0].first if greetings and greetings[0].first < OPENING else OPENING
    if before:
        yield from _addressed(words, before, matches)
    for greeting in greetings[:1]:
        named = False
        for first, last in clauses(words, greeting.first + 1, greeting.first + _GREETING):
            waits = words.kinds[first] == SLOT and not named and _waits(words, last)
            if words.marks[first] and is_person(words, first, last) and not waits:
                # A title before the name, or one word alone.
                alone = words.kinds[first] not in NAMES or (first == last and words.kinds[first] == NAME)
                sentence = words.marks[last + 1 : last + 2] == ["."] and not is_asked(words, last)
                greeted = named and (words.marks[first] == "," or sentence)
                if not alone or greeted or _is_followed(words, last, matches, named=named):
                    if words.folded[first] not in NOT_PERSONS:
                        yield first, last, greeting.cue
                    yield from _behind_firm(words, first, last, matches)
                    return
            last_name = -1 if waits else _introduced(words, first, last, named)
            if last_name >= first:
                yield first, last_name, greeting.cue
                return
            named = named or not NAMES.isdisjoint(words.kinds[first : last + 1])


def _waits(words: Words, last: int) -> bool:
    """Say whether a sentence that ends with a tag leaves it to the next one to begin with the caller's.

    `Hello, [Owner]. [Technician], [Company].`
    """
    following = [clause for clause, _ in zip(clauses(words, last + 1), range(2), strict=False)]
    if len(following) < 2 or words.marks[last + 1] != "." or words.marks[following[1][0]] != ",":
        return False
    return all(words.kinds[first] == SLOT for first, _ in following) and following[0][0] == following[0][1]


def _is_followed(words: Words, last: int, matches: Mapping[str, Sequence[Match]], *, named: bool = False) -> bool:
    """Say whether a company or a role, or a name that ends the sentence, stands behind the comma after a word.

    Where the listener is `named` before it, any name will do.
    """
    after = last + 1
    if words.marks[after : after + 1] != [","]:
        return False
    first, end = next(clauses(words, after))
    enough = named or words.marks[end + 1 : end + 2] in ([], ["."])
    if enough and words.kinds[first] == NAME and is_title(words, first, end):
        return True
    if is_brand(words, first, end):
        return True
    return any(match.first == after for label in FOLLOWING for match in matches.get(label, ()))


def _introduced(words: Words, first: int, last: int, named: bool) -> int:
    """The last word of a name that a sentence of its own only says the place of (`Ken from talent upstairs.`), or -1.

    Such a clause ends its sentence and joins the place by a short word. Where the listener is not named before it, the
    name has to have two words.
    """
    after = first
    while after <= last and words.kinds[after] in NAMES:
        after += 1
    ends = last + 1 == len(words) or words.marks[last + 1] == "."
    long_enough = after - first >= (1 if named else 2)
    if not (long_enough and after < last and ends and words.marks[first] == "," and last - first < BESIDE):
        return -1
    apart = words.text[words.ends[after - 1]].isspace()  # not `Anna's Alterations`
    own = apart and words.folded[first] not in NOT_PERSONS
    return after - 1 if own and words.ends[after] - words.starts[after] <= JOINING + 1 else -1


def _behind_firm(words: Words, first: int, last: int, matches: Mapping[str, Sequence[Match]]) -> Iterator[Named]:
    """The caller's name that stands alone behind that of the company: `Good morning, Reyes Roofing, Sam.`"""
    if words.marks[last + 1 : last + 2] == [","]:
        start, end = next(clauses(words, last + 1))
        firm = any(match.first == first for match in matches.get("identity.firm", ())) or is_brand(words, first, last)
        if firm and is_person(words, start, end):
            yield start, end, ","


def _addressed(words: Words, before: int, matches: Mapping[str, Sequence[Match]]) -> Iterator[Named]:
    """The caller's name where nothing greets before it.

    A full name after the listener's (`Mr Ford, Sam Reyes, Northwind.`), or the first words of all if what follows shows
    it (`Sam Reyes, roofer`) or the greeting comes after a second clause (`Sam Reyes, Northwind, good morning`).
    """
    opening = list(islice(clauses(words, 0, roof=OPENING), 2))
    if len(opening) < 2 or any(words.marks[first] != "," for first, _ in opening[1:]):
        return
    (_, called), (first, last) = opening
    if called == 0 and words.kinds[0] == NAME and _is_full(words, first, last, matches):
        yield first, last, ","
        return
    untitled = words.cased and all(kind == NAME for kind in words.kinds[: called + 1])
    if untitled and (before == last + 1 or _is_followed(words, called, matches)):
        yield 0, called, ","
        return
    if not any(is_marked(words, index) for index in range(called + 1)) or called >= _CALLED:
        return
    full = last > first or words.kinds[first] == SLOT
    if full and is_person(words, first, last) and words.folded[first] not in NOT_PERSONS:
        yield first, last, ","


def _is_full(words: Words, first: int, last: int, matches: Mapping[str, Sequence[Match]]) -> bool:
    """Say whether a clause that ends its sentence is a first and a last name: `Dana, Sam Reyes.`"""
    names = last - first == 1 and words.kinds[first] == words.kinds[last] == NAME and words.cased
    if not names or words.marks[last + 1 : last + 2] != ["."] or is_brand(words, first, last):
        return False
    return all(match.first > last or match.last < first for match in matches.get("identity.firm", ()))


def signed(words: Words) -> Iterator[Named]:
    """The name that a message is signed with: its last sentence begins `Sam Reyes, Northwind`."""
    start = next((at for at in reversed(words.firsts) if words.kinds[at] == NAME), 0)
    ending = list(islice(clauses(words, start), 2)) if start else []
    if len(ending) > 1 and words.cased and all(is_title(words, *clause) for clause in ending):
        first, last = ending[0]
        behind = words.folded[ending[1][0]]
        if all(kind == NAME for kind in words.kinds[first : last + 1]) and behind not in FIGURES:
            yield first, last, ","
