"""What to cut from a message that is too long, in order, and the seconds that each cut gives back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from voicelint.kept_pattern import kept_pattern
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

# What does the least for the listener comes first; a number that is said again stands before them all.
ORDER = ("filler", "courtesy", "availability", "channel", "proof", "closing")
_SPARED = frozenset(ORDER)
_GOODBYE = 1 + ORDER.index("closing")
KEPT = frozenset(("identity", "context", "reason", "value", "ask", "callback-number", "notice"))

# A message is over long before; nobody reads a plan of more cuts.
_MOST_SENTENCES = 60
_MOST_CUTS = 200

_MARK = kept_pattern(r"[,;:–—-]")  # without one of these there is but one clause
_CLAUSE = kept_pattern(r"[,;:–—]\s*|\s+(?:[,;:–—]\s*|-\s+)")
_CLOSED = kept_pattern(r"[\s.!?…,;:–—-]*$")
# What stands behind a sentence and goes with it.
_BEHIND = kept_pattern(r"(?:[ \u00a0\u202f]?[.?!…]+[)\"”»]*)?(\s*)")


class Cut(NamedTuple):
    """Put `text` (empty: nothing) in the place of a stretch; `seconds` is what that gives back."""

    span: Span
    text: str
    seconds: float


class _Candidate(NamedTuple):
    """A stretch that could go: `rank` says how soon, `saved` how much, `span` where."""

    rank: int
    saved: float
    span: Span


def plan(draft: Draft, left_out: float = 0.0) -> list[Cut]:
    """The cuts, in order, until even a slow reading fits the band, or nothing is left to cut.

    Greeting, identity, context, reason, value, ask, notices and the only callback number stay. `left_out` are seconds
    that do not count towards the band.
    """
    excess = draft.speech.seconds.high - left_out - draft.settings.band.max
    cuts: list[Cut] = []
    candidates = islice(_candidates(draft), _MOST_CUTS)
    for candidate in sorted(candidates, key=lambda found: (found.rank, -found.saved, found.span)):
        if excess <= 0:
            break
        span = _beside(draft.text, candidate.span, cuts)
        if candidate.saved > 0 and not any(span.overlaps(cut.span) for cut in cuts):
            cuts.append(Cut(span, "", candidate.saved))
            excess -= candidate.saved
    return cuts


def _beside(text: str, span: Span, cuts: Sequence[Cut]) -> Span:
    """A stretch without the blanks at its start that an earlier cut takes already."""
    start = max((cut.span.end for cut in cuts if cut.span.start < span.start < cut.span.end), default=span.start)
    return Span(start, span.end) if start < span.end and not text[span.start : start].strip() else span


def _candidates(draft: Draft) -> Iterator[_Candidate]:
    """Whole sentences that can go, and clauses of those that cannot."""
    sentences = draft.sentences[:_MOST_SENTENCES]
    content = _Content(draft, sentences[-1].end if sentences else 0)
    stays, spared = content.fixed.overlaps, content.spared
    seen = False
    for sentence in sentences:
        rank = None if stays(*sentence) else content.rank(sentence)
        if rank is not None:
            if rank == _GOODBYE and not seen:
                rank, seen = rank + 1, True  # the first goodbye goes after the others
            yield _Candidate(rank, draft.speech.best_of(sentence), _with_blank(draft.text, sentence))
        elif spared and spared.overlaps(*sentence):
            for clause in _clauses(draft.text, sentence):
                rank = content.rank(clause)
                if rank is not None and rank <= _GOODBYE:
                    yield _Candidate(rank, draft.speech.best_of(clause), clause)


class _Content:
    """What stands where in a draft, up to a place of its text: what has to stay, and what can be spared."""

    def __init__(self, draft: Draft, end: int) -> None:
        self._draft, self._end = draft, end
        kept: list[Span] = []
        spared: list[Span] = []
        self._greeted = 0
        for name, _, span, _, _ in draft.moves:
            if span[0] >= end:
                break
            if name in KEPT:
                kept.append(span)
            elif name in _SPARED:
                spared.append(span)
            elif name == "greeting" and not self._greeted:
                self._greeted = span.end
        if draft.slots:
            kept += [slot.span for slot in draft.slots if slot.span.start < end]
        numbers: list[Span] = []
        again: list[Span] = []
        known: set[str] = set()
        for phone in draft.phones:
            if phone.span.start < end:
                (again if phone.digits in known else numbers).append(phone.span)
                known.add(phone.digits)
        self.fixed = Cover(numbers) if again else Cover(numbers + kept)
        self._again = Cover(again) if again else None
        self._kept = Cover(kept) if again else None
        self.spared = Cover(spared + again) if spared or again else None

    def rank(self, span: Span) -> int | None:
        """How soon a stretch can go, 0 first; None if something in it has to stay."""
        if span.start < self._greeted or self.fixed.overlaps(*span):
            return None
        if self._again and self._again.overlaps(*span):
            moves = {move.move for move in self._draft.moves if span.overlaps(move.span)}
            return 0 if moves <= {"callback-number", "ask", "filler"} else None
        if self._kept and self._kept.overlaps(*span):
            return None
        if self.spared and self.spared.overlaps(*span):
            for rank, places in self._ranks:
                if places.overlaps(*span):
                    return rank
        return 2 + len(ORDER)

    @cached_property
    def _ranks(self) -> list[tuple[int, Cover]]:
        """Where each sort of what can go stands, by how soon it can."""
        places = (self._draft.moves_named(name) for name in ORDER)
        return [
            (rank, Cover(move.span for move in moves if move.span.start < self._end))
            for rank, moves in enumerate(places, 1)
            if moves
        ]


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """Every clause of a sentence but the first, with the mark before it."""
    if not _MARK.search(text, *sentence):
        return
    end = sentence.end
    if not text[end - 1].isalnum():  # else nothing closes it that is not its own
        last = _CLOSED.search(text, sentence.start, end)
        end = last.start() if last else end
    marks = [match for match in _CLAUSE.finditer(text, sentence.start, end) if match.start() > sentence.start]
    for index, mark in enumerate(marks):
        yield Span(mark.start(), marks[index + 1].start() if index + 1 < len(marks) else end)


def _with_blank(text: str, span: Span) -> Span:
    """A sentence with its mark and the blank before it, or the one behind it where a line or the text begins."""
    behind = _BEHIND.match(text, span.end)
    end, closed = (behind.end(), behind.start(1)) if behind else (span.end, span.end)
    start = len(text[: span.start].rstrip())
    if start and (end == len(text) or "\n" not in text[start : span.start]):
        return Span(start, closed)
    return Span(span.start, end)
