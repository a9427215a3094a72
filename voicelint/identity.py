"""Who is calling: the names that a message gives for its caller, the caller's company and role."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from voicelint.companies import BESIDE, Named, at_least, companies_of, firms_of, is_beside
from voicelint.finding import Move
from voicelint.names import JOINING, NAMES, clauses, first_run, is_marked, is_person, is_title, last_run, short_words
from voicelint.presented import presented
from voicelint.rough import rough
from voicelint.slots import MEANINGS
from voicelint.source import Cover
from voicelint.words import NAME, SLOT, Words

if TYPE_CHECKING:
    from voicelint.cues import Match

_Key = tuple[int, int, str]  # first and last word, and the kind
# How many words may lie between a caller's name and the role said beside it.
_TITLE = 4
# How many words a greeting may have before the caller's bare name ("Good morning Mr and Mrs Roche").
_GREETING = 8
# How many words the listener's name may have where nothing greets (`Madame la Directrice`).
_CALLED = 6
# How many words into a message a company may be named before anything else is said.
_OPENING = 8
# What may follow a caller's bare name behind a comma.
_FOLLOWING = ("identity.beside", "identity.firm", "identity.place", "identity.role", "identity.title")
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
    those of `identity.joined` if what they end with has a capital, of `identity.apposed` if they are a clause of it;
    those of `identity.role` name the role anywhere, those of `identity.title` right beside the caller.
    What shares words with a cue of `identity.firm` (`Garage Moreau`, `Moreau Roofing`) is a company, no caller.
    """
    found: dict[_Key, str] = {}
    firms = firms_of(words, matches)
    lent = "" if words.cased else "<name>"  # in a text without capitals `sam roofing` may be two clauses
    named = Cover([(match.first, match.last + 1) for match in firms if not (lent and match.cue.startswith(lent))])
    for first, last, cue in _callers(words, matches, firms):
        found.setdefault((first, last, "company" if named.overlaps(first, last + 1) else "caller"), cue)
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
    ends = sorted([last for _, last in callers])
    titles = [match for match in matches.get("identity.title", ()) if is_beside(words, match.first, ends, _TITLE)]
    for match in (*matches.get("identity.role", ()), *titles):  # of the latter: `Sam Reyes, your adjuster.`
        found.setdefault((match.first, match.last, "role"), match.cue)
    return [
        tuple.__new__(Move, ("identity", kind, words.span(first, last), "cue", cue))
        for (first, last, kind), cue in _widest(found)
    ]


def _speaks_for_all(
    words: Words, matches: Mapping[str, Sequence[Match]], first: int, last: int, found: Mapping[_Key, str]
) -> bool:
    """Say whether the only name, in a message that says `we` and never `I`, is a company's: `Northwind here. We open.`

    A name alone behind the greeting (`Hi Dana, Sam.`) is a person's.
    """
    if words.folded[first] in _OWN or not short_words(words, "self").isdisjoint(words.folded):
        return False
    if short_words(words, "ours").isdisjoint(words.folded):
        return False
    told = {match.cue for label in ("identity.caller", "identity.opening") for match in matches.get(label, ())}
    return found[first, last, "caller"] in told


def _tagged(words: Words) -> list[int]:
    """The tags that stand for the caller, the company or the role."""
    if _OWN.keys().isdisjoint(words.folded):
        return []
    return [index for index, folded in enumerate(words.folded) if folded in _OWN]


def _callers(words: Words, matches: Mapping[str, Sequence[Match]], firms: Sequence[Match]) -> Iterator[Named]:
    found: list[Named] = []
    for match in matches.get("identity.caller", ()):
        name = _name(words, match)
        if name and words.folded[name[0]] not in _NOT_PERSONS:
            found.append((*name, match.cue))
    yield from found
    named = any(first < _OPENING for first, _, _ in found)
    weaker = [] if named else list(_bare(words, matches))
    for name, cue in _greeting(words, matches):
        if name and words.folded[name[0]] not in _NOT_PERSONS:
            weaker.append((*name, cue))
    at_firms = {match.first for match in firms}
    if not found and at_firms.issuperset(first for first, _, _ in weaker):
        weaker += [(*name, ",") for name in presented(words, matches, _NOT_PERSONS)]
    yield from _without_companies(words, weaker, firms, {last for _, last, _ in found})
    if not named and not words.cased:
        for match in matches.get("identity.plain", ()):
            name = first_run(words, match.first + 1, match.last)
            if name:
                yield name[0], name[0], match.cue
        yield from ((first, first, cue) for first, cue, _, _ in rough(words, matches) if first >= 0)
    yield from _signed(words)


def _greeting(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[tuple[tuple[int, int] | None, str]]:
    """The names, if any, that begin clauses, and those behind the comma of a greeting, with their cues."""
    for match in matches.get("identity.opening", ()):
        if words.cased or match.first < _OPENING:
            yield _opening(words, match), match.cue
    for match in matches.get("identity.greeted", ()):
        if match.first < _OPENING and words.marks[match.first] == ",":
            yield first_run(words, match.first, match.last), match.cue  # `Bonjour, monsieur Morel de la mairie`


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
            if first not in at_firms:
                insort(before, last)


def _bare(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[Named]:
    """A name that is all there is in a clause after the greeting: `Good morning Ms Roche, Sam Reyes, Northwind.`

    After a greeting that names nobody, one word alone is the listener (`Hello, Sam.`), unless a company follows it
    (`Hello, Sam, Northwind.`); where a sentence begins, one word alone may be any word with its capital.
    """
    greetings = matches.get("greeting", ())
    before = greetings[0].first if greetings and greetings[0].first < _OPENING else _OPENING
    if before:
        yield from _addressed(words, before, matches)
    for greeting in greetings[:1]:
        named = False
        for first, last in clauses(words, greeting.first + 1, greeting.first + _GREETING):
            waits = words.kinds[first] == SLOT and not named and _waits(words, last)
            if words.marks[first] and is_person(words, first, last) and not waits:
                # A title before the name, or one word alone.
                alone = words.kinds[first] not in NAMES or (first == last and words.kinds[first] == NAME)
                greeted = named and words.marks[first] == ","
                if not alone or greeted or _is_followed(words, last, matches, named=named):
                    if words.folded[first] not in _NOT_PERSONS:
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
    if not (long_enough and after < last and ends and words.marks[first] == "," and last - first < BESIDE):
        return -1
    apart = words.text[words.ends[after - 1]].isspace()  # not `Anna's Alterations`
    own = apart and words.folded[first] not in _NOT_PERSONS
    return after - 1 if own and words.ends[after] - words.starts[after] <= JOINING + 1 else -1


def _signed(words: Words) -> Iterator[Named]:
    """The name that a message is signed with: its last sentence begins `Sam Reyes, Northwind`."""
    start = next((at for at in reversed(words.firsts) if words.kinds[at] == NAME), 0)
    signed = list(islice(clauses(words, start), 2)) if start else []
    if len(signed) > 1 and words.cased and all(is_title(words, *clause) for clause in signed):
        first, last = signed[0]
        if all(kind == NAME for kind in words.kinds[first : last + 1]):
            yield first, last, ","


def _behind_firm(words: Words, first: int, last: int, matches: Mapping[str, Sequence[Match]]) -> Iterator[Named]:
    """The caller's name that stands alone behind that of the company: `Good morning, Reyes Roofing, Sam.`"""
    if words.marks[last + 1 : last + 2] == [","]:
        start, end = next(clauses(words, last + 1))
        if is_person(words, start, end) and any(match.first == first for match in matches.get("identity.firm", ())):
            yield start, end, ","


def _addressed(words: Words, before: int, matches: Mapping[str, Sequence[Match]]) -> Iterator[Named]:
    """The caller's name where nothing greets before it.

    A full name after the listener's (`Mr Ford, Sam Reyes, Northwind.`), or the first words of all if what follows shows
    it (`Sam Reyes, roofer`) or the greeting comes after a second clause (`Sam Reyes, Northwind, good morning`).
    """
    opening = list(islice(clauses(words, 0, roof=_OPENING), 2))
    if len(opening) < 2 or any(words.marks[first] != "," for first, _ in opening[1:]):
        return
    (_, called), (first, last) = opening
    untitled = words.cased and all(kind == NAME for kind in words.kinds[: called + 1])
    if untitled and (before == last + 1 or _is_followed(words, called, matches)):
        yield 0, called, ","
        return
    if not any(is_marked(words, index) for index in range(called + 1)) or called >= _CALLED:
        return
    full = last > first or words.kinds[first] == SLOT
    if full and is_person(words, first, last) and words.folded[first] not in _NOT_PERSONS:
        yield first, last, ","


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
