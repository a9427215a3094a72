"""Who is calling: the names that a message gives for its caller, the caller's company and role."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from voicelint.finding import Move
from voicelint.slots import MEANINGS
from voicelint.source import Cover
from voicelint.words import NAME, NUMBER, SLOT, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

_NAMES = frozenset({NAME, SLOT})
# How many words may lie between a caller's name and the company said beside it ("a consultant here at").
_BESIDE = 9
# How many words may lie between a caller's name and the role said beside it.
_TITLE = 4
# How many words a greeting may have before the caller's bare name ("Good morning Mr and Mrs Roche").
_GREETING = 8
# How many words the listener's name may have where nothing greets (`Madame la Directrice`).
_CALLED = 3
# How many words into a message a company may be named before anything else is said.
_OPENING = 8
# Letters of a word that may join the words of a company's name ("and", "des"), and words in such a name at most.
_JOINING = 3
_LONGEST_FIRM = 5
# What may follow a caller's bare name behind a comma.
_FOLLOWING = ("identity.beside", "identity.firm", "identity.role")
_NOT_FIRMS = frozenset({"<recipient>", "<caller>", "<callback-number>", "<caller-role>"})
_OWN = {"<caller>": "caller", "<caller-company>": "company", "<caller-role>": "role"}
# Meanings of tags that can stand where a person's or a company's name is expected.
_NOT_PERSONS = frozenset(
    f"<{meaning}>"
    for meaning in set(MEANINGS) - {"caller", "caller-role", "recipient", "civility", "referrer", "peer", "signature"}
)


def find_identity(words: Words, matches: Mapping[str, Sequence[Match]]) -> list[Move]:
    """The caller, the company and the role, each wherever it is named.

    Cues of `identity.caller` name the caller anywhere, those of `identity.opening` where a clause begins;
    those of `identity.greeted` only behind the greeting's comma, of `identity.plain` only in a text without capitals;
    those of `identity.company` name the company anywhere, those of `identity.beside` in the caller's sentence;
    those of `identity.role` name the role anywhere, those of `identity.title` right beside the caller.
    What shares words with a cue of `identity.firm` (`Garage Moreau`, `Moreau Roofing`) is a company, no caller.
    """
    found: dict[tuple[int, int, str], str] = {}
    firms = Cover((match.first, match.last + 1) for match in _firms(words, matches))
    for first, last, cue in _callers(words, matches):
        found.setdefault((first, last, "company" if firms.overlaps(first, last + 1) else "caller"), cue)
    for index, folded in enumerate(words.folded):
        if folded in _OWN:
            found.setdefault((index, index, _OWN[folded]), folded)
    callers = [(first, last) for first, last, kind in found if kind == "caller"]
    named = Cover((first, last + 1) for first, last in callers)
    for first, last, cue in _companies(words, matches, callers):
        if not named.overlaps(first, last + 1):
            found.setdefault((first, last, "company"), cue)
    if not any(kind == "company" for _, _, kind in found):
        for match in matches.get("identity.firm", ()):
            if words.marks[match.first] and match.first < _OPENING:  # `Elm Gas has a notice for you.`
                found.setdefault((match.first, match.last, "company"), match.cue)
    for match in (*matches.get("identity.role", ()), *_titles(words, matches, callers)):
        found.setdefault((match.first, match.last, "role"), match.cue)
    return [
        Move("identity", kind, words.span(first, last), "cue", cue)
        for (first, last, kind), cue in _widest(found).items()
    ]


def _firms(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[Match]:
    """The names of companies, without what a mark parts from them (`Sam Reyes, Reyes Roofing`, `Sam, roofing`)."""
    for match in matches.get("identity.firm", ()):
        marks = [index for index in range(match.first + 1, match.last + 1) if words.marks[index]]
        if not marks:
            yield match
        elif any(kind != NAME for kind in words.kinds[match.first : marks[0]]):  # `garage Vasseur, Gérard`
            yield match._replace(last=marks[0] - 1)
        elif marks[-1] < match.last and words.kinds[marks[-1]] == NAME:
            yield match._replace(first=marks[-1])


def _callers(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[int, int, str]]:
    named = False
    for match in matches.get("identity.caller", ()):
        for found in _names(words, match):
            named = named or found[0] < _OPENING
            yield found
    if not named:
        yield from _bare(words, matches)
    for match in matches.get("identity.opening", ()):
        yield from _opening(words, match)
    for match in matches.get("identity.greeted", ()):
        if match.first < _OPENING and words.marks[match.first] == ",":
            runs = _runs(words, match.first, match.last)[:1]  # `Bonjour, monsieur Morel de la mairie`
            yield from ((*run, match.cue) for run in runs if words.folded[run[0]] not in _NOT_PERSONS)
    if not named and not words.cased:
        for match in matches.get("identity.plain", ()):
            yield from ((run[0], run[0], match.cue) for run in _runs(words, match.first + 1, match.last)[:1])
    yield from _signed(words)


def _bare(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[int, int, str]]:
    """A name that is all there is in a clause after the greeting: `Good morning Ms Roche, Sam Reyes, Northwind.`

    After a greeting that names nobody, one word alone is the listener (`Hello, Sam.`), unless a company follows it
    (`Hello, Sam, Northwind.`); where a sentence begins, one word alone may be any word with its capital.
    """
    beside = {match.first for label in _FOLLOWING for match in matches.get(label, ())}
    greetings = matches.get("greeting", ())
    if not greetings or greetings[0].first >= _OPENING:
        yield from _addressed(words)
    for greeting in greetings[:1]:
        named = False
        for first, last in _clauses(words, greeting.first + 1):
            if first > greeting.first + _GREETING:
                return
            names = _is_person(words, first, last)
            # A title before the name, or one word alone.
            alone = words.kinds[first] not in _NAMES or (first == last and words.kinds[first] == NAME)
            followed = words.marks[last + 1 : last + 2] == [","] and (
                last + 1 in beside or (words.kinds[last + 1] == NAME and words.marks[last + 2 : last + 3] == ["."])
            )
            if names and words.marks[first] and not (alone and (not (named or followed) or words.marks[first] == ".")):
                if words.folded[first] not in _NOT_PERSONS:
                    yield first, last, greeting.cue
                return
            last_name = _introduced(words, first, last, named)
            if last_name >= first:
                yield first, last_name, greeting.cue
                return
            named = named or any(kind in _NAMES for kind in words.kinds[first : last + 1])


def _introduced(words: Words, first: int, last: int, named: bool) -> int:
    """The last word of a name that a sentence of its own only says the place of (`Ken from talent upstairs.`), or -1.

    Such a clause ends its sentence and joins the place by a short word. Where the listener is not named before it, the
    name has to have two words.
    """
    after = first
    while after <= last and words.kinds[after] in _NAMES:
        after += 1
    ends = last + 1 == len(words) or words.marks[last + 1] == "."
    long_enough = after - first >= (1 if named else 2)
    if not (long_enough and after < last and ends and words.marks[first] == "," and last - first < _BESIDE):
        return -1
    apart = words.text[words.ends[after - 1]].isspace()  # not `Anna's Alterations`
    own = apart and words.folded[first] not in _NOT_PERSONS
    return after - 1 if own and words.ends[after] - words.starts[after] <= _JOINING + 1 else -1


def _signed(words: Words) -> Iterator[tuple[int, int, str]]:
    """The name that a message is signed with: its last sentence begins `Sam Reyes, Northwind`."""
    start = max((at for at in range(1, len(words)) if words.marks[at] == "." and words.kinds[at] == NAME), default=0)
    clauses = list(_clauses(words, start)) if start else []
    if len(clauses) > 1 and all(_is_title(words, *clause) for clause in clauses[:2]) and words.cased:
        first, last = clauses[0]
        if all(kind == NAME for kind in words.kinds[first : last + 1]):
            yield first, last, ","


def _addressed(words: Words) -> Iterator[tuple[int, int, str]]:
    """The caller's full name after the listener's, where nothing greets: `Mr Ford, Sam Reyes, Northwind.`"""
    opening = list(_clauses(words, 0, _OPENING))[:2]
    if len(opening) < 2 or any(words.marks[first] != "," for first, _ in opening[1:]):
        return
    (_, before), (first, last) = opening
    if not any(_is_marked(words, index) for index in range(before + 1)) or before >= _CALLED:
        return
    full = last > first or words.kinds[first] == SLOT
    if full and _is_person(words, first, last) and words.folded[first] not in _NOT_PERSONS:
        yield first, last, ","


def _is_person(words: Words, first: int, last: int) -> bool:
    """Say whether words are all of a name: names and tags, and capitals beside them (`Maître Suzanne Le Gall`)."""
    kinds = words.kinds[first : last + 1]
    return any(kind in _NAMES for kind in kinds) and all(_is_marked(words, index) for index in range(first, last + 1))


def _is_marked(words: Words, index: int) -> bool:
    """Say whether a word is a name, a tag, or written with a capital in a text that has small letters too."""
    return words.kinds[index] in _NAMES or (words.cased and words.text[words.starts[index]].isupper())


def _clauses(words: Words, first: int, roof: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """The stretches between marks from a word on (to word `roof` at most), as first and last word."""
    for index in range(first + 1, min(len(words), roof) + 1):
        if index == len(words) or words.marks[index]:
            yield first, index - 1
            first = index


def _opening(words: Words, match: Match) -> Iterator[tuple[int, int, str]]:
    """The first name that begins a clause inside a match; what stands before it is the end of a greeting."""
    for first, last in _runs(words, match.first, match.last):
        if words.marks[first] and (first > 0 or words.kinds[first] != SLOT):
            if words.folded[first] not in _NOT_PERSONS:
                yield first, last, match.cue
            return


def _names(words: Words, match: Match) -> Iterator[tuple[int, int, str]]:
    """The last run of names inside a match; behind `c'est`, up to a mark: `c'est Karim, Novatri`."""
    runs = _runs(words, match.first, match.last)
    if words.kinds[match.first] not in _NAMES:
        ends = [at for at, (first, _) in enumerate(runs) if at and words.marks[first]]
        runs = runs[: ends[0] if ends else None]
    for first, last in runs[-1:]:
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
    ends = {last for _, last in callers}
    for match in matches.get("identity.company", ()):
        yield from ((*run, match.cue) for run in _runs(words, match.first, match.last)[-1:])
    for match in matches.get("identity.beside", ()):
        before = range(max(0, match.first - _BESIDE), match.first)
        if any(last in ends and words.sentence_of(last) == words.sentence_of(match.first) for last in before):
            unnamed = [(match.last, match.last)]  # `Karim, from the workshop`
            yield from ((*run, match.cue) for run in _runs(words, match.first, match.last)[-1:] or unnamed)
    for match in _firms(words, matches):
        if words.marks[match.first] == "," and match.first < _OPENING:
            yield from ((*run, match.cue) for run in _runs(words, match.first, match.last)[-1:])
    for _, last in callers:
        yield from _apposed(words, last)


def _titles(
    words: Words, matches: Mapping[str, Sequence[Match]], callers: Sequence[tuple[int, int]]
) -> Iterator[Match]:
    """Cues of `identity.title` that stand beside the caller's name in its sentence: `Sam Reyes, your adjuster.`"""
    ends = {last for _, last in callers}
    for match in matches.get("identity.title", ()):
        before = range(max(0, match.first - _TITLE), match.first)
        if any(last in ends and words.sentence_of(last) == words.sentence_of(match.first) for last in before):
            yield match


def _apposed(words: Words, caller: int) -> Iterator[tuple[int, int, str]]:
    """A company that is a clause of its own in the caller's sentence: `Sam Reyes, sales at large, Northwind.`"""
    for first, last in _clauses(words, caller + 1, caller + _BESIDE + _LONGEST_FIRM):
        if words.sentence_of(first) != words.sentence_of(caller) or first > caller + _BESIDE:
            return
        if words.marks[first] == "," and words.folded[first] not in _NOT_FIRMS and _is_title(words, first, last):
            yield first, last, ","
            return


def _is_title(words: Words, first: int, last: int) -> bool:
    """Say whether words are written like a name: capitals, tags and figures, joined by short words at most."""

    def short(index: int) -> bool:
        return words.ends[index] - words.starts[index] <= _JOINING

    ends_well = _is_marked(words, last) or words.kinds[last] == NUMBER
    return (
        last - first < _LONGEST_FIRM
        and _is_marked(words, first)
        and ends_well
        and all(_is_marked(words, index) or short(index) for index in range(first, last))
    )


def _widest(found: Mapping[tuple[int, int, str], str]) -> dict[tuple[int, int, str], str]:
    """Without those that lie inside a wider one of their kind."""
    kept: dict[tuple[int, int, str], str] = {}
    reach: dict[str, int] = {}
    for key in sorted(found, key=lambda key: (key[0], -key[1])):
        _, last, kind = key
        if last > reach.get(kind, -1):
            reach[kind] = last
            kept[key] = found[key]
    return kept
