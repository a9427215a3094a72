"""How names are written: which words may be one, and the stretches between marks in which they stand."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from voicelint.slots import MEANINGS
from voicelint.words import NAME, NUMBER, SLOT, Words

NAMES = frozenset({NAME, SLOT})
Named = tuple[int, int, str]  # first and last word, and the cue
# How many words may lie between a caller's name and the company said beside it ("a consultant here at").
BESIDE = 9
# How many words into a message its opening goes, in which a greeting, a caller or a company may stand by themselves.
OPENING = 8
# In so many words a caller has said who they are, or does not say it there.
INTRODUCTION = 14
# Tags that stand where a name is looked for, yet are none: `Confirmez au {tel}`.
FIGURES = frozenset({"<callback-number>", "<date>", "<money>", "<number>", "<percent>", "<time>"})
_APOSTROPHES = frozenset("'’")
# Letters of a word that may join the words of a company's name ("and", "des"), and words in such a name at most.
JOINING = 3
LONGEST = 5
# What may tell, behind a comma, who the name before it is.
FOLLOWING = ("identity.beside", "identity.firm", "identity.place", "identity.role", "identity.title", "identity.trade")
# Meanings of tags that can stand where a person's or a company's name is expected.
NOT_PERSONS = frozenset(
    f"<{meaning}>"
    for meaning in set(MEANINGS) - {"caller", "caller-role", "recipient", "civility", "referrer", "peer", "signature"}
)
_NONE = frozenset[str]()


def short_words(words: Words, *names: str) -> frozenset[str]:
    """The short words that the language lists under these names, folded."""
    return _together(*[words.short.get(name, _NONE) for name in names])


@lru_cache(maxsize=64)
def _together(*lists: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*lists)


def is_person(words: Words, first: int, last: int) -> bool:
    """Say whether words are all of a name: names and tags, and capitals beside them (`Maître Suzanne Le Gall`)."""
    if NAMES.isdisjoint(words.kinds[first : last + 1]):
        return False
    return all(is_marked(words, index) for index in range(first, last + 1))


def is_asked(words: Words, last: int) -> bool:
    """Say whether a question ends with a word: `Empêché ?` names nobody."""
    return "?" in words.text[words.ends[last] : words.ends[last] + 2]


def is_marked(words: Words, index: int) -> bool:
    """Say whether a word is a name, a tag, or written with a capital in a text that has small letters too."""
    return words.kinds[index] in NAMES or (words.cased and words.text[words.starts[index]].isupper())


def clauses(words: Words, first: int, latest: int = sys.maxsize, roof: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """The stretches between marks from a word on (to word `roof` at most), as first and last word.

    `latest` is the last word at which one may begin.
    """
    heads, count = words.heads, len(words.marks)
    at = bisect_right(heads, first)
    while at < len(heads) and heads[at] <= roof and first <= latest:
        yield first, heads[at] - 1
        first = heads[at]
        at += 1
    if first <= latest and first < count <= roof and at == len(heads):
        yield first, count - 1


def first_run(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The first run of names between two words, as first and last word; a mark parts it from another."""
    kinds, marks = words.kinds, words.marks
    while first <= last and kinds[first] not in NAMES:
        first += 1
    if first > last:
        return None
    end = first
    while end < last and kinds[end + 1] in NAMES and not marks[end + 1]:
        end += 1
    return first, end


def last_run(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The last run of names between two words."""
    kinds, marks = words.kinds, words.marks
    while last >= first and kinds[last] not in NAMES:
        last -= 1
    if last < first:
        return None
    begin = last
    while begin > first and kinds[begin - 1] in NAMES and not marks[begin]:
        begin -= 1
    return begin, last


def is_title(words: Words, first: int, last: int) -> bool:
    """Say whether words are written like a name: capitals, tags and figures, joined by short words at most."""
    if last - first >= LONGEST or not is_marked(words, first):
        return False
    if (
        last > first
        and words.ends[last] - words.starts[last] == len("'s")
        and words.starts[last] == words.ends[last - 1]
    ):
        last -= 1  # `St Oswin's`
    if not is_marked(words, last) and words.kinds[last] != NUMBER:
        return False
    starts, ends = words.starts, words.ends
    return all(ends[at] - starts[at] <= JOINING or is_marked(words, at) for at in range(first, last))


def is_brand(words: Words, first: int, last: int) -> bool:
    """Say whether words are written as firms are and people are not: `Flint & Elm`, `FlintRoof`, `Rent'Elm`, `Elm 24`.

    A capital inside a word counts from the fifth letter on (`MacLeod`, `LaToya` are people).
    """
    if not words.cased or SLOT in words.kinds[first : last + 1]:
        return False
    written = words.text[words.starts[first] : words.ends[last]]
    if written.isalpha() and written[4:].islower():
        return False
    if "&" in written or written[-1].isdecimal():
        return True
    return any(map(_is_made_up, [word for word in written.split() if len(word) > 4 and not word[4:].islower()]))


def _is_made_up(word: str) -> bool:
    pairs = pairwise(word[3:])
    return any((before.islower() or before in _APOSTROPHES) and letter.isupper() for before, letter in pairs)
