"""When what is said: the message as stretches on an axis of seconds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from voicelint.draft import Draft


def timeline(draft: Draft) -> Iterator[dict[str, Any]]:
    """Runs of words that do the same: start and end (code points of the draft), from and to (seconds), move, spoken.

    A word that belongs to several moves counts for the one with the shortest stretch.
    """
    for move, run in groupby(zip(draft.speech.each(), _moves(draft), strict=True), key=itemgetter(1)):
        units = [unit for unit, _ in run]
        yield {
            "start": units[0].span.start,
            "end": units[-1].span.end,
            "from": round(units[0].start, 2),
            "to": round(units[-1].end, 2),
            "move": move,
            "spoken": " ".join(unit.spoken for unit in units),
        }


def _moves(draft: Draft) -> list[str]:
    """The move of each spoken unit, "" for those that belong to none."""
    starts, ends, moves = draft.speech.said.starts, draft.speech.said.ends, draft.moves
    owners = [""] * len(starts)
    lengths = [move.span.start - move.span.end for move in moves]
    for at in sorted(range(len(lengths)), key=lengths.__getitem__):
        move, _, span, _, _ = moves[at]
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        owners[first:last] = [move] * (last - first)
    return owners
