"""What each stretch of a message does for the listener: cues, merge tags and phone numbers read together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from voicelint.finding import Move
from voicelint.identity import find_identity
from voicelint.source import Cover, Span
from voicelint.words import NAME, SLOT, Words

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
# Moves that cues show by themselves, with their kinds and the labels of the cues of each kind.
_LABELS = tuple(
    (move, kinds, tuple(f"{move}.{kind}" for kind in kinds) or (move,))
    for move, kinds in KINDS.items()
    if move not in {"identity", "callback-number"}
)
# Moves that are told as the whole clause in which their cue stands; the others as the cue's own words.
_CLAUSES = frozenset({"ask", "availability", "channel", "context", "notice", "proof", "reason", "value"})
# In a text without commas a clause is not let grow past this many words on either side of its cue.
_REACH = 14


def find_moves(draft: Draft) -> tuple[Move, ...]:
    """All moves that cues, merge tags and phone numbers show, by place, then name, then kind."""
    moves = list(_by_cue(draft))
    moves += find_identity(draft.words, draft.matches)
    moves += _numbers(draft)
    return tuple(sorted(moves, key=lambda move: (move.span, move.move, move.kind)))


def _by_cue(draft: Draft) -> Iterator[Move]:
    """Moves that a cue shows by itself."""
    words, matches = draft.words, draft.matches
    for move, kinds, labels in _LABELS:
        found = []
        for rank, label in enumerate(labels):
            for match in matches.get(label, ()):
                first, last = match.first, match.last
                if move in _CLAUSES:
                    first, last = clause(words, first, last)
                elif move == "greeting":
                    last = _with_name(words, last)
                found.append((first, last, rank, match))
        for first, last, rank, match in _settled(found) if found else ():
            yield Move(move, kinds[rank] if kinds else "", words.span(first, last), "cue", match.cue)


def _settled(found: list[tuple[int, int, int, Match]]) -> list[tuple[int, int, int, Match]]:
    """One of those that share words: the widest stretch, under the kind that ranks first."""
    found.sort(key=lambda item: (item[0], -item[1], item[2]))
    kept: list[tuple[int, int, int, Match]] = []
    for item in found:
        if not kept or item[0] > kept[-1][1]:
            kept.append(item)
            continue
        first, last, rank, match = kept[-1]
        if item[2] < rank:
            rank, match = item[2], item[3]
        kept[-1] = (first, max(last, item[1]), rank, match)
    return kept


def clause(words: Words, first: int, last: int) -> tuple[int, int]:
    """The first and last word of the clause around words `first` to `last`: up to the marks around them."""
    marks, floor, roof = words.marks, max(0, first - _REACH), min(len(words) - 1, last + _REACH)
    while first > floor and not marks[first]:
        first -= 1
    while last < roof and not marks[last + 1]:
        last += 1
    return first, last


def _with_name(words: Words, last: int) -> int:
    """The last word of a greeting with the name that follows it."""
    end = last
    while end + 1 < len(words) and words.marks[end + 1] != "." and words.kinds[end + 1] in {NAME, SLOT}:
        if words.marks[end + 1] and end > last:
            break
        end += 1
    return end


def _numbers(draft: Draft) -> Iterator[Move]:
    """The numbers to call back: phone numbers and tags that stand for one, unless a cue says they are not."""
    others: list[Match] = []
    for label in ("callback-number.listener", "callback-number.reference"):
        others += draft.matches.get(label, ())
    spans: list[tuple[Span, str]] = [(phone.span, "") for phone in draft.phones]
    spans += [(slot.span, f"<{slot.meaning}>") for slot in draft.slots if slot.meaning == "callback-number"]
    spans += [(slip.span, "<phone>") for slip in draft.slips]
    for match in draft.matches.get("callback-number.place", ()):  # `call [Events Line]`
        spans.append((draft.words.span(match.last, match.last), match.cue))
    denied = Cover(match.span for match in others)
    for span, cue in _apart(sorted(spans)):
        if not denied.overlaps(*span):
            yield Move("callback-number", "", span, "cue", cue or "<phone>")


def _apart(spans: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Stretches without those that lie in one before them."""
    end = -1
    for span, cue in spans:
        if span.start >= end:
            yield span, cue
            end = span.end
