"""What each stretch of a message does for the listener: cues, merge tags and phone numbers read together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from voicelint.finding import Move, by_place
from voicelint.identity import find_identity
from voicelint.names import NAMES, OPENING, is_asked
from voicelint.source import Cover, Span
from voicelint.words import Words

if TYPE_CHECKING:
    from voicelint.cues import Match
    from voicelint.draft import Draft

# Each move with its kinds; where two kinds claim the same words, the one that stands first is told.
KINDS: Mapping[str, tuple[str, ...]] = {
    "ask": (),
    "availability": (),
    "callback-number": (),
    "channel": ("email", "text", "website"),
    "closing": (),
    "context": ("source", "encounter", "trigger"),
    "courtesy": (),
    "filler": (),
    "greeting": (),
    "identity": ("caller", "company", "role"),
    "notice": (),
    "proof": (),
    "reason": (),
    "value": ("concrete", "vague"),
}
# Moves that cues show by themselves: by the label of a cue, the move, the kind and its rank.
_LABELS = {
    ".".join(filter(None, (move, kind))): (move, kind, rank)
    for move, kinds in KINDS.items()
    if move not in {"identity", "callback-number"}
    for rank, kind in enumerate(kinds or ("",))
} | {"callback-number.asked": ("ask", "", 0), "callback-number.condition": ("ask", "", 0)}
# Moves that are told as the whole clause in which their cue stands; the others as the cue's own words.
CLAUSES = frozenset({"ask", "availability", "channel", "context", "notice", "proof", "reason", "value"})
# In a text without commas a clause is not let grow past this many words on either side of its cue.
_REACH = 14

# What a tag may mean that is a number where it stands alone.
_OPEN = frozenset({"", "number"})

_Found = tuple[int, int, int, str, str]  # first word, the negative of the last, rank and kind, and the cue
_by_words = itemgetter(0, 1, 2)


def find_moves(draft: Draft) -> Sequence[Move]:
    """All moves that cues, merge tags and phone numbers show, by place, then name, then kind."""
    if draft.is_long:
        from voicelint.columns import in_order

        return in_order(_found(draft))
    return tuple(sorted(chain.from_iterable(_found(draft)), key=by_place))


def _found(draft: Draft) -> Iterator[list[Move]]:
    """The moves, some at a time: all of a long message would fill the memory."""
    by_move: dict[str, list[str]] = {}
    for label in draft.matches:
        if label in _LABELS:
            by_move.setdefault(_LABELS[label][0], []).append(label)
    for move, labels in by_move.items():
        yield _by_cue(draft, move, labels)
    yield find_identity(draft.words, draft.matches)
    numbers = list(_numbers(draft))
    yield numbers
    yield list(_questions(draft.words, numbers))
    yield list(_proposals(draft.words, draft.matches))


def _by_cue(draft: Draft, move: str, labels: Sequence[str]) -> list[Move]:
    """Moves of one name that a cue shows by itself, under one of these labels."""
    words = draft.words
    found: list[_Found] = []
    for label in labels:
        _, kind, rank = _LABELS[label]
        for _, cue, first, last, _ in draft.matches[label]:
            if move in CLAUSES:
                first, last = clause(words, first, last)
            elif move == "greeting":
                last = _with_name(words, last)
            found.append((first, -last, rank, kind, cue))
    starts, ends, new = words.starts, words.ends, tuple.__new__
    return [
        new(Move, (move, kind, new(Span, (starts[first], ends[-negative_last])), "cue", cue))
        for first, negative_last, _, kind, cue in _settled(found)
    ]


def _settled(found: list[_Found]) -> list[_Found]:
    """One of those that share words: the widest stretch, under the kind that ranks first."""
    if len(found) == 1:
        return found
    found.sort(key=_by_words)
    kept: list[_Found] = []
    for item in found:
        if not kept or item[0] > -kept[-1][1]:
            kept.append(item)
            continue
        first, last, rank, kind, cue = kept[-1]
        if item[2] < rank:
            rank, kind, cue = item[2:]
        kept[-1] = (first, min(last, item[1]), rank, kind, cue)
    return kept


def clause(words: Words, first: int, last: int) -> tuple[int, int]:
    """The first and last word of the clause around words `first` to `last`: up to the marks around them."""
    heads = words.heads
    begin, after = heads[bisect_right(heads, first) - 1], bisect_right(heads, last)
    end = heads[after] if after < len(heads) else len(words.marks)
    return begin if first - begin < _REACH else first - _REACH, end - 1 if end - last <= _REACH else last + _REACH


def _with_name(words: Words, last: int) -> int:
    """The last word of a greeting with the name that follows it."""
    marks, kinds, end = words.marks, words.kinds, last + 1
    while end < len(marks) and marks[end] != "." and kinds[end] in NAMES:
        if marks[end] and end > last + 1:
            break
        end += 1
    return end - 1


def _questions(words: Words, numbers: Sequence[Move]) -> Iterator[Move]:
    """The questions that a number follows as the place to answer: `Shall we come by? 555 010 0199.`"""
    for number in numbers:
        index = bisect_left(words.starts, number.span.start)
        if 0 < index < len(words) and "?" in words.text[words.ends[index - 1] : number.span.start]:
            yield Move("ask", "", words.span(*clause(words, index - 1, index - 1)), "cue", "?")


def _proposals(words: Words, matches: Mapping[str, Sequence[Match]]) -> Iterator[Move]:
    """The questions that propose a step, and are no ask without their question mark: `Je passe jeudi ?`"""
    asks = matches.get("ask", ())
    for match in matches.get("availability.proposal", ()):
        first, last = clause(words, match.first, match.last)
        if is_asked(words, last) and not any(ask.first <= last and first <= ask.last for ask in asks):
            yield Move("ask", "", words.span(first, last), "cue", match.cue)


def _alone(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The tag that ends a sentence by itself, where nothing else is a number: `Any questions? {x}.`

    In the opening it is the caller, behind a closing who signs.
    """
    words = draft.words
    marks, heads = words.marks, {words.starts[index]: index for index in words.heads}
    signed = {match.last + 1 for match in draft.matches.get("closing", ())}
    for slot in reversed(draft.slots):
        index = heads.get(slot.span.start, 0)
        ends = index not in signed and marks[index + 1 : index + 2] in ([], ["."])
        if index > OPENING and ends and slot.meaning in _OPEN and slot.role == "value":
            yield slot.span, f"<{slot.meaning}>"
            return


def _references(draft: Draft) -> Iterator[Span]:
    """The figures that name an order, an invoice or a room; a mark parts one from a number to dial.

    `Your invoice 0142` is one, `about your invoice, 555 010 0142` none.
    """
    marks = draft.words.marks
    for match in draft.matches.get("callback-number.reference", ()):
        if not marks[match.last]:
            yield match.span


def _numbers(draft: Draft) -> Iterator[Move]:
    """The numbers to call back: phone numbers and tags that stand for one, unless a cue says they are not."""
    matches = draft.matches
    spans: list[tuple[Span, str]] = [(phone.span, "") for phone in draft.phones]
    spans += [(slot.span, f"<{slot.meaning}>") for slot in draft.slots if slot.meaning == "callback-number"]
    spans += [(slip.span, "<phone>") for slip in draft.slips]
    for match in matches.get("callback-number.place", ()):  # `call [Events Line]`
        spans.append((draft.words.span(match.last, match.last), match.cue))
    if not spans and draft.slots:
        spans = list(_alone(draft))
    if not spans:
        return
    others = ("callback-number.listener", "callback-number.refusal")
    told = [match.span for label in others if label in matches for match in matches[label]]
    told += _references(draft)
    denied = Cover(told) if told else None
    end = -1  # what lies in one before it is not told
    for span, cue in sorted(spans):
        if span.start >= end:
            end = span.end
            if denied is None or not denied.overlaps(*span):
                yield Move("callback-number", "", span, "cue", cue or "<phone>")
