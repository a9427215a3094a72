"""When what is said: the message as stretches on an axis of seconds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from voicelint.draft import Draft


def timeline(draft: Draft) -> list[dict[str, Any]]:
    """Runs of words that do the same: start and end (code points of the draft), from and to (seconds), move, spoken.

    A word that belongs to several moves counts for the one with the shortest stretch.
    """
    entries: list[dict[str, Any]] = []
    for unit, move in zip(draft.speech.units, _moves(draft), strict=True):
        if entries and entries[-1]["move"] == move:
            entries[-1].update(end=unit.span.end, to=round(unit.end, 2))
            entries[-1]["spoken"].append(unit.spoken)
        else:
            entries.append(
                {
                    "start": unit.span.start,
                    "end": unit.span.end,
                    "from": round(unit.start, 2),
                    "to": round(unit.end, 2),
                    "move": move,
                    "spoken": [unit.spoken],
                }
            )
    for entry in entries:
        entry["spoken"] = " ".join(entry["spoken"])
    return entries


def _moves(draft: Draft) -> list[str]:
    """The move of each spoken unit, "" for those that belong to none."""
    starts = [unit.span.start for unit in draft.speech.units]
    ends = [unit.span.end for unit in draft.speech.units]
    owners = [""] * len(starts)
    for move in sorted(draft.moves, key=lambda move: move.span.start - move.span.end):
        first, last = bisect_right(ends, move.span.start), bisect_left(starts, move.span.end)
        owners[first:last] = [move.move] * (last - first)
    return owners
