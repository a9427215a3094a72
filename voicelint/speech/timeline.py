"""When what is said: the message as stretches on an axis of seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from voicelint.draft import Draft


def timeline(draft: Draft) -> list[dict[str, Any]]:
    """Runs of words that do the same: start and end (code points of the draft), from and to (seconds), move, spoken.

    A word that belongs to several moves counts for the one with the shortest stretch.
    """
    moves = sorted(draft.moves, key=lambda move: move.span.end - move.span.start)
    entries: list[dict[str, Any]] = []
    for unit in draft.speech.units:
        move = next((move.move for move in moves if move.span.overlaps(unit.span)), "")
        if entries and entries[-1]["move"] == move:
            entries[-1].update(end=unit.span.end, to=round(unit.end, 2))
            entries[-1]["spoken"] += f" {unit.spoken}"
        else:
            entries.append(
                {
                    "start": unit.span.start,
                    "end": unit.span.end,
                    "from": round(unit.start, 2),
                    "to": round(unit.end, 2),
                    "move": move,
                    "spoken": unit.spoken,
                }
            )
    return entries
