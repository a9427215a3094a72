"""How names are written: which words may be one, and the stretches between marks in which they stand."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator

from voicelint.words import NAME, NUMBER, SLOT, Words

NAMES = frozenset({NAME, SLOT})
# Letters of a word that may join the words of a company's name ("and", "des"), and words in such a name at most.
JOINING = 3
LONGEST = 5


def is_person(words: Words, first: int, last: int) -> bool:
    """Say whether words are all of a name: names and tags, and capitals beside them (`Maître Suzanne Le Gall`)."""
    if NAMES.isdisjoint(words.kinds[first : last + 1]):
        return False
    return all(is_marked(words, index) for index in range(first, last + 1))


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


def runs(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Runs of names between two words, as first and last word; a mark parts them."""
    runs: list[tuple[int, int]] = []
    for index in range(first, last + 1):
        if words.kinds[index] not in NAMES:
            continue
        if runs and runs[-1][1] == index - 1 and not words.marks[index]:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def is_title(words: Words, first: int, last: int) -> bool:
    """Say whether words are written like a name: capitals, tags and figures, joined by short words at most."""

    def short(index: int) -> bool:
        return words.ends[index] - words.starts[index] <= JOINING

    ends_well = is_marked(words, last) or words.kinds[last] == NUMBER
    return (
        last - first < LONGEST
        and is_marked(words, first)
        and ends_well
        and all(is_marked(words, index) or short(index) for index in range(first, last))
    )
