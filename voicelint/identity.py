"""Who is calling: the names that a message gives for its caller, the caller's company and role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from voicelint.finding import Move
from voicelint.words import NAME, SLOT, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

_NAMES = frozenset({NAME, SLOT})
# How many words may lie between a caller's name and the company said beside it ("a consultant here at").
_BESIDE = 9
_OWN = {"<caller>": "caller", "<caller-company>": "company", "<caller-role>": "role"}
# Meanings of tags that can stand where a person's or a company's name is expected.
_NOT_PERSONS = frozenset(
    "<company> <caller-company> <recipient-company> <callback-number> <number> <money> <percent> <date> <time>"
    " <duration> <source> <event> <trigger> <gain> <pain> <topic> <product> <place> <sector> <reference>"
    " <email> <website>".split()
)


def find_identity(words: Words, matches: Mapping[str, Sequence[Match]]) -> list[Move]:
    """The caller, the company and the role, each wherever it is named.

    Cues of `identity.caller` name the caller anywhere, those of `identity.opening` where a clause begins;
    those of `identity.company` name the company anywhere, those of `identity.beside` in the caller's sentence.
    """
    found: dict[tuple[int, int, str], str] = {}
    for first, last, cue in _callers(words, matches):
        found.setdefault((first, last, "caller"), cue)
    callers = [(first, last) for first, last, _ in found]
    for first, last, cue in _companies(words, matches, callers):
        if not any(first <= end and start <= last for start, end in callers):
            found.setdefault((first, last, "company"), cue)
    for match in matches.get("identity.role", ()):
        found.setdefault((match.first, match.last, "role"), match.cue)
    for index, folded in enumerate(words.folded):
        if folded in _OWN:
            found.setdefault((index, index, _OWN[folded]), folded)
    return [
        Move("identity", kind, words.span(first, last), "cue", cue)
        for (first, last, kind), cue in _widest(found).items()
    ]


def _callers(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[int, int, str]]:
    for match in matches.get("identity.caller", ()):
        yield from _names(words, match)
    yield from _bare(words, matches)
    for match in matches.get("identity.opening", ()):
        if words.marks[match.first] and (match.first > 0 or words.kinds[match.first] != SLOT):
            yield from _names(words, match, at_start=True)


def _bare(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[int, int, str]]:
    """A name that is all there is between a greeting and the next mark: `Good morning Ms Roche, Sam Reyes, Northwind.`

    After a greeting that names nobody, one word alone is the listener (`Hello, Sam.`); where a sentence begins,
    one word alone may be any word with its capital.
    """
    for greeting in matches.get("greeting", ())[:1]:
        first = greeting.first + 1
        while first < len(words) and not words.marks[first]:
            first += 1
        last = first
        while last < len(words) and words.kinds[last] in _NAMES and (last == first or not words.marks[last]):
            last += 1
        if last == first or (last < len(words) and not words.marks[last]):
            return
        alone = last == first + 1 and words.kinds[first] == NAME
        if alone and (first == greeting.first + 1 or words.marks[first] == "."):
            return
        firm = any(match.first <= first <= match.last for match in matches.get("identity.company", ()))
        if not firm and words.folded[first] not in _NOT_PERSONS:
            yield first, last - 1, greeting.cue


def _names(words: Words, match: Match, *, at_start: bool = False) -> Iterator[tuple[int, int, str]]:
    """The names inside a match: the first run of them, or (`at_start` false) the last."""
    runs = _runs(words, match.first, match.last)
    if runs:
        first, last = runs[0 if at_start else -1]
        if words.folded[first] not in _NOT_PERSONS:
            yield first, last, match.cue


def _runs(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Runs of names between two words, as first and last word; a mark parts them."""
    runs: list[tuple[int, int]] = []
    for index in range(first, last + 1):
        if words.kinds[index] not in _NAMES:
            continue
        if runs and runs[-1][1] == index - 1 and not words.marks[index]:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _companies(
    words: Words, matches: Mapping[str, Sequence[Match]], callers: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    for match in matches.get("identity.company", ()):
        yield from ((*run, match.cue) for run in _runs(words, match.first, match.last)[-1:])
    for match in matches.get("identity.beside", ()):
        near = any(
            last < match.first <= last + _BESIDE and words.places[last] == words.places[match.first]
            for _, last in callers
        )
        if near:
            yield from ((*run, match.cue) for run in _runs(words, match.first, match.last)[-1:])
    for _, last in callers:
        yield from _after_comma(words, last + 1)


def _after_comma(words: Words, index: int) -> Iterator[tuple[int, int, str]]:
    """A company named in apposition: `Sam Reyes, Northwind.`"""
    if index >= len(words) or words.marks[index] != "," or words.kinds[index] not in _NAMES:
        return
    if words.folded[index] in {"<recipient>", "<caller>", "<callback-number>", "<caller-role>"}:
        return
    first, last = _runs(words, index, min(index + 3, len(words) - 1))[0]
    if last + 1 == len(words) or words.marks[last + 1]:
        yield first, last, ","


def _widest(found: Mapping[tuple[int, int, str], str]) -> dict[tuple[int, int, str], str]:
    """Without those that lie inside a wider one of their kind."""
    kept: dict[tuple[int, int, str], str] = {}
    for key in sorted(found, key=lambda key: (key[0], -key[1])):
        first, last, kind = key
        if not any(kind == other and start <= first and last <= end for start, end, other in kept):
            kept[key] = found[key]
    return kept
