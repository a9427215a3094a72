"""What to cut from a message that is too long, in order, and the seconds that each cut gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

# What does the least for the listener comes first.
ORDER = ("filler", "courtesy", "availability", "channel", "proof", "closing")
KEPT = ("identity", "context", "value", "ask", "callback-number", "notice")


class Cut(NamedTuple):
    """Put `text` (empty: nothing) in the place of a stretch; `seconds` is what that gives back."""

    span: Span
    text: str
    seconds: float


def plan(draft: Draft) -> list[Cut]:
    """The cuts, in order, until the message fits its band or nothing is left to cut."""
    kept = [move.span for name in KEPT for move in draft.moves_of(name)]
    excess = draft.speech.seconds.best - draft.settings.band.max
    cuts: list[Cut] = []
    for span in _candidates(draft):
        if excess <= 0:
            break
        if any(span.overlaps(other) for other in (*kept, *(cut.span for cut in cuts))):
            continue
        seconds = draft.speech.seconds_of(span).best
        if seconds > 0:
            cuts.append(Cut(span, "", seconds))
            excess -= seconds
    return cuts


def _candidates(draft: Draft) -> list[Span]:
    """Sentences that make only a dispensable move, by its rank; then sentences that make none, longest first."""
    ranked: list[tuple[int, float, Span]] = []
    for sentence in draft.sentences:
        moves = {move.move for move in draft.moves if sentence.overlaps(move.span)}
        if moves and moves <= set(ORDER):
            ranked.append((min(ORDER.index(move) for move in moves), 0.0, sentence))
        elif not moves:
            ranked.append((len(ORDER), -draft.speech.seconds_of(sentence).best, sentence))
    return [span for _, _, span in sorted(ranked)]
