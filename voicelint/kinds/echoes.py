"""A stretch that is worth hearing twice: the number, or the caller's name, said again where there is time for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from voicelint.draft import Draft
from voicelint.finding import Edit
from voicelint.kinds.kind import Hit, Kind, Repair
from voicelint.kinds.requires import insertion
from voicelint.script import Script
from voicelint.source import Span


class Echoes(Kind):
    """Fires on the move `move` when it is made once, and none of its words stands again behind it.

    `again`: the sentence that repeats it (`{phrase}`). `only_if`: the rule speaks only where this move is made too.
    `room`: and only where the message, with the stretch said twice, still ends within the band of seconds.
    Facts: `phrase`.
    """

    move: str
    again: str = ""
    only_if: str = ""
    room: bool = True

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the move."""
        made = draft.moves_named(self.move)
        if len(made) != 1 or (self.only_if and not draft.moves_named(self.only_if)):
            return
        span = made[0].span
        if _said_again(draft, span):
            return
        text = self.again.replace("{phrase}", draft.quote(span))
        edit = insertion(draft, text, after=(), before=("closing",))
        if not self.room or _has_room(draft, edit):
            facts = {"phrase": draft.quote(span)}
            yield Hit(span, facts=facts, repairs=(Repair("repeat", (edit,), facts={"text": text}),))


def _said_again(draft: Draft, span: Span) -> bool:
    """Say whether a word of the stretch stands again behind it."""
    words = draft.words
    first, end = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
    later = {word for word in words.folded[end:] if len(word) > 1}
    return any(word in later for word in words.folded[first:end])


def _has_room(draft: Draft, edit: Edit) -> bool:
    """Say whether even a slow speaker gets through the message with the edit within the band of seconds."""
    band = draft.settings.band
    if draft.speech.seconds.high > band.max:
        return False
    text = draft.text[: edit.span.start] + edit.text + draft.text[edit.span.end :]
    longer = Draft(Script(text, Span(0, len(text))), draft.settings, draft.language, draft.matcher)
    return longer.speech.seconds.high <= band.max
