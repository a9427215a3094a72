"""Who is calling: the names that a message gives for its caller, the caller's company and role."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from voicelint.bare import bare, signed
from voicelint.companies import at_least, companies_of, firms_of, is_beside
from voicelint.finding import Move
from voicelint.names import (
    BESIDE,
    FIGURES,
    NAMES,
    NOT_PERSONS,
    OPENING,
    Named,
    first_run,
    is_brand,
    last_run,
    short_words,
)
from voicelint.presented import presented
from voicelint.rough import rough
from voicelint.source import Cover
from voicelint.words import SLOT, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

_Key = tuple[int, int, str]  # first and last word, and the kind
# How many words may lie between a caller's name and the role said beside it.
_TITLE = 4
_OWN = {"<caller>": "caller", "<caller-company>": "company", "<caller-role>": "role"}
_TAGS = frozenset(_OWN)
_NONE = frozenset[str]()


def find_identity(words: Words, matches: Mapping[str, Sequence[Match]]) -> list[Move]:
    """The caller, the company and the role, each wherever it is named.

    Cues of `identity.caller` name the caller anywhere, those of `identity.named` whatever a tag there is called,
    those of `identity.opening` where a clause begins;
    those of `identity.greeted` only behind the greeting's comma, of `identity.plain` only in a text without capitals;
    those of `identity.company` name the company anywhere, those of `identity.beside` in the caller's sentence;
    those of `identity.joined` if what they end with has a capital, of `identity.apposed` if they are a clause of it;
    those of `identity.role` name the role anywhere, those of `identity.title` right beside the caller.
    What shares words with a cue of `identity.firm` (`Garage Moreau`, `Moreau Roofing`) is a company, no caller.
    """
    found: dict[_Key, str] = {}
    firms = firms_of(words, matches)
    lent = "" if words.cased else "<name>"  # in a text without capitals `sam roofing` may be two clauses
    named = Cover([(match.first, match.last + 1) for match in firms if not (lent and match.cue.startswith(lent))])
    for first, last, cue in _callers(words, matches, firms):
        is_firm = named.overlaps(first, last + 1) or is_brand(words, first, last)
        found.setdefault((first, last, "company" if is_firm else "caller"), cue)
    tagged = _tagged(words)
    joints = short_words(words, "joint") if found and tagged else frozenset[str]()
    for index in tagged:
        kind = _OWN[words.folded[index]]
        if kind == "caller" and index and words.folded[index - 1] in joints:
            kind = "company"  # `it's Sam, from {{broker}}`
        found.setdefault((index, index, kind), words.folded[index])
    callers = [(first, last) for first, last, kind in found if kind == "caller"]
    called = Cover([(first, last + 1) for first, last in callers])
    for first, last, cue in companies_of(words, matches, firms, callers):
        if not called.overlaps(first, last + 1):
            found.setdefault((first, last, "company"), cue)
    if not any(kind == "company" for _, _, kind in found):
        least = [name for name in at_least(words, matches, firms, callers) if not called.overlaps(name[0], name[1] + 1)]
        found |= {(first, last, "company"): cue for first, last, cue in least}
        if len(callers) == 1 and not least and _speaks_for_all(words, matches, *callers[0], found):
            found[*callers[0], "company"] = found.pop((*callers[0], "caller"))
    for match in _roles(words, matches, callers):
        found.setdefault((match.first, match.last, "role"), match.cue)
    return [
        tuple.__new__(Move, ("identity", kind, words.span(first, last), "cue", cue))
        for (first, last, kind), cue in _widest(found)
    ]


def _roles(words: Words, matches: Mapping[str, Sequence[Match]], callers: Iterable[tuple[int, int]]) -> Iterator[Match]:
    """The roles named anywhere, and those right beside the caller: `Sam Reyes, your adjuster.`"""
    yield from matches.get("identity.role", ())
    ends = sorted([last for _, last in callers])
    yield from (match for match in matches.get("identity.title", ()) if is_beside(words, match.first, ends, _TITLE))


def _speaks_for_all(
    words: Words, matches: Mapping[str, Sequence[Match]], first: int, last: int, found: Mapping[_Key, str]
) -> bool:
    """Say whether the only name, in a message that says `we` and never `I`, is a company's: `Northwind here. We open.`

    A name alone behind the greeting (`Hi Dana, Sam.`) is a person's, and so is one that is led up to (`this is Sam`).
    """
    if words.folded[first] in _OWN or not short_words(words, "self").isdisjoint(words.folded):
        return False
    after = 0
    if words.cased:  # `it's Sam, we met in May`
        after = next((start for start in words.firsts if start > last), len(words))
    if short_words(words, "ours").isdisjoint(words.folded[after:]):
        return False
    told = [match for label in ("identity.caller", "identity.opening") for match in matches.get(label, ())]
    return any(match.cue == found[first, last, "caller"] and words.kinds[match.first] in NAMES for match in told)


def _tagged(words: Words) -> list[int]:
    """The tags that stand for the caller, the company or the role."""
    if _TAGS.isdisjoint(words.folded):
        return []
    return [index for index, folded in enumerate(words.folded) if folded in _OWN]


def _callers(words: Words, matches: Mapping[str, Sequence[Match]], firms: Sequence[Match]) -> Iterator[Named]:
    found: list[Named] = []
    for label, strange in (("identity.caller", NOT_PERSONS), ("identity.named", _NONE)):
        for match in matches.get(label, ()):
            name = _name(words, match)
            if name and words.folded[name[0]] not in strange:
                found.append((*name, match.cue))
    yield from found
    named = any(first < OPENING for first, _, _ in found)
    weaker = [] if named else list(bare(words, matches))
    for name, cue in _greeting(words, matches):
        if name and words.folded[name[0]] not in NOT_PERSONS:
            weaker.append((*name, cue))
    at_firms = {match.first for match in firms}
    if not found and at_firms.issuperset(first for first, _, _ in weaker):
        weaker += [(*name, ",") for name in presented(words, matches, NOT_PERSONS)]
    yield from _without_companies(words, weaker, firms, {last for _, last, _ in found})
    if not named and not words.cased:
        for match in matches.get("identity.plain", ()):
            name = first_run(words, match.first + 1, match.last)
            if name:
                yield name[0], name[0], match.cue
        yield from ((first, first, cue) for first, cue, _, _ in rough(words, matches) if first >= 0)
    yield from signed(words)


def _greeting(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[tuple[int, int] | None, str]]:
    """The names, if any, that begin clauses, and those behind the comma of a greeting, with their cues."""
    for match in matches.get("identity.opening", ()):
        if (words.cased or match.first < OPENING) and words.folded[match.last] not in FIGURES:
            yield _opening(words, match), match.cue
    for match in matches.get("identity.greeted", ()):
        if match.first >= OPENING:
            continue
        if words.marks[match.first] == ",":
            yield first_run(words, match.first, match.last), match.cue  # `Bonjour, monsieur Morel de la mairie`
        else:
            name = _opening(words, match)  # `Bonjour Manu, Jess de beecall`
            yield name if name and words.marks[name[0]] == "," else None, match.cue


def _without_companies(
    words: Words, found: list[Named], firms: Sequence[Match], sure: Iterable[int]
) -> Iterator[Named]:
    """The names that are no clause behind a caller's in its sentence: `Sam Reyes, Northwind of Leeds`.

    `sure` are the last words of callers who are named beyond doubt.
    """
    at_firms = {match.first for match in firms}
    before = sorted(sure)
    for first, last, cue in sorted(found):
        if not (words.marks[first] == "," and is_beside(words, first, before, BESIDE)):
            yield first, last, cue
            if first not in at_firms and not is_brand(words, first, last):
                insort(before, last)


def _opening(words: Words, match: Match) -> tuple[int, int] | None:
    """The first name that begins a clause inside a match; what stands before it is the end of a greeting."""
    name = first_run(words, match.first, match.last)
    while name and not (words.marks[name[0]] and (name[0] > 0 or words.kinds[name[0]] != SLOT)):
        name = first_run(words, name[1] + 1, match.last)
    return name


def _name(words: Words, match: Match) -> tuple[int, int] | None:
    """The last run of names inside a match; behind `c'est`, up to a mark: `c'est Karim, Novatri`."""
    if words.kinds[match.first] in NAMES:
        return last_run(words, match.first, match.last)
    name = following = first_run(words, match.first, match.last)
    while following:
        name, following = following, first_run(words, following[1] + 1, match.last)
        if following and words.marks[following[0]]:
            break
    return name


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
