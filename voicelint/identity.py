"""Who is calling: the names that a message gives for its caller, the caller's company and role."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from voicelint.finding import Move
from voicelint.names import JOINING, LONGEST, NAMES, clauses, is_marked, is_person, is_title, runs
from voicelint.slots import MEANINGS
from voicelint.source import Cover
from voicelint.words import NAME, SLOT, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

_Key = tuple[int, int, str]  # first and last word, and the kind
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
    found: dict[_Key, str] = {}
    firms = _firms(words, matches)
    named = Cover([(match.first, match.last + 1) for match in firms])
    for first, last, cue in _callers(words, matches):
        found.setdefault((first, last, "company" if named.overlaps(first, last + 1) else "caller"), cue)
    for index in _tagged(words):
        found.setdefault((index, index, _OWN[words.folded[index]]), words.folded[index])
    callers = [(first, last) for first, last, kind in found if kind == "caller"]
    called = Cover([(first, last + 1) for first, last in callers])
    for first, last, cue in _companies(words, matches, firms, callers):
        if not called.overlaps(first, last + 1):
            found.setdefault((first, last, "company"), cue)
    if not any(kind == "company" for _, _, kind in found):
        for match in matches.get("identity.firm", ()):
            if words.marks[match.first] and match.first < _OPENING:  # `Elm Gas has a notice for you.`
                found.setdefault((match.first, match.last, "company"), match.cue)
    for match in (*matches.get("identity.role", ()), *_titles(words, matches, callers)):
        found.setdefault((match.first, match.last, "role"), match.cue)
    return [
        tuple.__new__(Move, ("identity", kind, words.span(first, last), "cue", cue))
        for (first, last, kind), cue in _widest(found)
    ]


def _tagged(words: Words) -> list[int]:
    """The tags that stand for the caller, the company or the role."""
    if SLOT not in words.kinds:
        return []
    return [index for index, folded in enumerate(words.folded) if folded in _OWN]


def _firms(words: Words, matches: Mapping[str, Sequence[Match]]) -> list[Match]:
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
    return firms


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
            names = runs(words, match.first, match.last)[:1]  # `Bonjour, monsieur Morel de la mairie`
            yield from ((*run, match.cue) for run in names if words.folded[run[0]] not in _NOT_PERSONS)
    if not named and not words.cased:
        for match in matches.get("identity.plain", ()):
            yield from ((run[0], run[0], match.cue) for run in runs(words, match.first + 1, match.last)[:1])
    yield from _signed(words)


def _bare(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[int, int, str]]:
    """A name that is all there is in a clause after the greeting: `Good morning Ms Roche, Sam Reyes, Northwind.`

    After a greeting that names nobody, one word alone is the listener (`Hello, Sam.`), unless a company follows it
    (`Hello, Sam, Northwind.`); where a sentence begins, one word alone may be any word with its capital.
    """
    greetings = matches.get("greeting", ())
    if not greetings or greetings[0].first >= _OPENING:
        yield from _addressed(words)
    for greeting in greetings[:1]:
        named = False
        for first, last in clauses(words, greeting.first + 1, greeting.first + _GREETING):
            if words.marks[first] and is_person(words, first, last):
                # A title before the name, or one word alone.
                alone = words.kinds[first] not in NAMES or (first == last and words.kinds[first] == NAME)
                doubtful = words.marks[first] == "." or not (named or _is_followed(words, last, matches))
                if not (alone and doubtful):
                    if words.folded[first] not in _NOT_PERSONS:
                        yield first, last, greeting.cue
                    return
            last_name = _introduced(words, first, last, named)
            if last_name >= first:
                yield first, last_name, greeting.cue
                return
            named = named or not NAMES.isdisjoint(words.kinds[first : last + 1])


def _is_followed(words: Words, last: int, matches: Mapping[str, Sequence[Match]]) -> bool:
    """Say whether a company or a role, or one name alone in its clause, stands behind the comma after a word."""
    after = last + 1
    if words.marks[after : after + 1] != [","]:
        return False
    if words.kinds[after] == NAME and words.marks[after + 1 : after + 2] == ["."]:
        return True
    return any(match.first == after for label in _FOLLOWING for match in matches.get(label, ()))


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
    if not (long_enough and after < last and ends and words.marks[first] == "," and last - first < _BESIDE):
        return -1
    apart = words.text[words.ends[after - 1]].isspace()  # not `Anna's Alterations`
    own = apart and words.folded[first] not in _NOT_PERSONS
    return after - 1 if own and words.ends[after] - words.starts[after] <= JOINING + 1 else -1


def _signed(words: Words) -> Iterator[tuple[int, int, str]]:
    """The name that a message is signed with: its last sentence begins `Sam Reyes, Northwind`."""
    start = next((at for at in reversed(words.firsts) if words.kinds[at] == NAME), 0)
    signed = list(islice(clauses(words, start), 2)) if start else []
    if len(signed) > 1 and words.cased and all(is_title(words, *clause) for clause in signed):
        first, last = signed[0]
        if all(kind == NAME for kind in words.kinds[first : last + 1]):
            yield first, last, ","


def _addressed(words: Words) -> Iterator[tuple[int, int, str]]:
    """The caller's full name after the listener's, where nothing greets: `Mr Ford, Sam Reyes, Northwind.`"""
    opening = list(islice(clauses(words, 0, roof=_OPENING), 2))
    if len(opening) < 2 or any(words.marks[first] != "," for first, _ in opening[1:]):
        return
    (_, before), (first, last) = opening
    if not any(is_marked(words, index) for index in range(before + 1)) or before >= _CALLED:
        return
    full = last > first or words.kinds[first] == SLOT
    if full and is_person(words, first, last) and words.folded[first] not in _NOT_PERSONS:
        yield first, last, ","


def _opening(words: Words, match: Match) -> Iterator[tuple[int, int, str]]:
    """The first name that begins a clause inside a match; what stands before it is the end of a greeting."""
    for first, last in runs(words, match.first, match.last):
        if words.marks[first] and (first > 0 or words.kinds[first] != SLOT):
            if words.folded[first] not in _NOT_PERSONS:
                yield first, last, match.cue
            return


def _names(words: Words, match: Match) -> Iterator[tuple[int, int, str]]:
    """The last run of names inside a match; behind `c'est`, up to a mark: `c'est Karim, Novatri`."""
    found = runs(words, match.first, match.last)
    if words.kinds[match.first] not in NAMES:
        ends = [at for at, (first, _) in enumerate(found) if at and words.marks[first]]
        found = found[: ends[0] if ends else None]
    for first, last in found[-1:]:
        if words.folded[first] not in _NOT_PERSONS:
            yield first, last, match.cue


def _companies(
    words: Words, matches: Mapping[str, Sequence[Match]], firms: Sequence[Match], callers: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    for match in matches.get("identity.company", ()):
        yield from ((*run, match.cue) for run in runs(words, match.first, match.last)[-1:])
    named = {last for _, last in callers}
    for match in matches.get("identity.beside", ()):
        if _is_beside(words, match.first, named, _BESIDE):
            unnamed = [(match.last, match.last)]  # `Karim, from the workshop`
            yield from ((*run, match.cue) for run in runs(words, match.first, match.last)[-1:] or unnamed)
    for match in firms:
        if words.marks[match.first] == "," and match.first < _OPENING:
            yield from ((*run, match.cue) for run in runs(words, match.first, match.last)[-1:])
    for _, last in callers:
        yield from _apposed(words, last)


def _titles(
    words: Words, matches: Mapping[str, Sequence[Match]], callers: Sequence[tuple[int, int]]
) -> Iterator[Match]:
    """Cues of `identity.title` that stand beside the caller's name in its sentence: `Sam Reyes, your adjuster.`"""
    named = {last for _, last in callers}
    for match in matches.get("identity.title", ()):
        if _is_beside(words, match.first, named, _TITLE):
            yield match


def _is_beside(words: Words, index: int, named: Container[int], most: int) -> bool:
    """Say whether a word stands in the sentence of a caller, at most so many words behind the name (its last word)."""
    before = range(max(0, index - most), index)
    return any(last in named and "." not in words.marks[last + 1 : index + 1] for last in before)


def _apposed(words: Words, caller: int) -> Iterator[tuple[int, int, str]]:
    """A company that is a clause of its own in the caller's sentence: `Sam Reyes, sales at large, Northwind.`"""
    for first, last in clauses(words, caller + 1, caller + _BESIDE, caller + _BESIDE + LONGEST):
        if words.marks[first] == ".":
            return
        if words.marks[first] == "," and words.folded[first] not in _NOT_FIRMS and is_title(words, first, last):
            yield first, last, ","
            return


def _widest(found: Mapping[_Key, str]) -> list[tuple[_Key, str]]:
    """Without those that lie inside a wider one of their kind."""
    kept: list[tuple[_Key, str]] = []
    reach: dict[str, int] = {}
    for key in sorted(found, key=lambda key: (key[0], -key[1])):
        _, last, kind = key
        if last > reach.get(kind, -1):
            reach[kind] = last
            kept.append((key, found[key]))
    return kept
