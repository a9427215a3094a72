"""A message with the values of one person in its tags: how long it is, without speaking it anew for each person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from voicelint.finding import Seconds
from voicelint.phones import find_phones
from voicelint.slots import Slot, find_slots
from voicelint.source import Span
from voicelint.speech import speak

if TYPE_CHECKING:
    from voicelint.draft import Draft

TOLERANCE = 0.01  # seconds by which the quick way may differ from the plain one

_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_MOST_REMEMBERED = 50_000  # values a tag; what is forgotten is measured again


class Filling:
    """A draft whose `slots` are filled. All times are Seconds at the draft's rate.

    The plain way speaks the whole filled text. The quick way adds to the seconds of the text, filled with one
    reference value a tag, what each value takes more: spoken alone and remembered. Where the words around a tag
    matter to how its value is said, its sentence is spoken with it instead (`mind_context`).
    """

    def __init__(self, draft: Draft, slots: Sequence[Slot], reference: Sequence[str]) -> None:
        self._draft = draft
        self.slots = tuple(slots)
        self._reference = tuple(reference)
        self.contextual = [False] * len(self.slots)
        self._memory: list[dict[str, Seconds]] = [{} for _ in self.slots]
        self._windows = [_sentence(draft.text, slot.span) for slot in self.slots]
        self.base = self.plain(self._reference)

    def text(self, values: Sequence[str], window: Span | None = None) -> str:
        """The text, or a window of it, with the values in place of the tags."""
        text, (at, end) = self._draft.text, window or Span(0, len(self._draft.text))
        parts: list[str] = []
        for slot, value in zip(self.slots, values, strict=True):
            if at <= slot.span.start < end:
                parts += (text[at : slot.span.start], value)
                at = slot.span.end
        return "".join((*parts, text[at:end]))

    def plain(self, values: Sequence[str], window: Span | None = None) -> Seconds:
        """The seconds of the filled text, spoken as any other."""
        return self._spoken(self.text(values, window))

    def quick(self, values: Sequence[str]) -> Seconds:
        """The seconds of the filled text by adding up."""
        low, best, high = self.base
        for index, value in enumerate(values):
            more = self.more(index, value)
            low, best, high = low + more.low, best + more.best, high + more.high
        return Seconds(low, best, high)

    def more(self, index: int, value: str) -> Seconds:
        """What a value in the tag of that index takes more than its reference value."""
        memory = self._memory[index]
        found = memory.get(value)
        if found is None:
            if len(memory) >= _MOST_REMEMBERED:
                memory.clear()
            found = memory[value] = self._measured(index, value)
        return found

    def check(self, index: int, value: str) -> float:
        """Seconds by which the quick way errs for one value, the others at their reference.

        A tag that errs too much is measured within its sentence from now on.
        """
        exact = self.plain(self._with(index, value)).best - self.base.best
        error = abs(exact - self.more(index, value).best)
        if error > TOLERANCE and not self.contextual[index]:
            self.contextual[index] = True
            self._memory[index].clear()
            error = abs(exact - self.more(index, value).best)
        return error

    def _measured(self, index: int, value: str) -> Seconds:
        reference = self._reference[index]
        if self.contextual[index] or not value:
            window = self._windows[index]
            after, before = self.plain(self._with(index, value), window), self.plain(self._reference, window)
        else:
            after, before = self._spoken(value), self._spoken(reference)
        return Seconds(*(new - old for new, old in zip(after, before, strict=True)))

    def _with(self, index: int, value: str) -> tuple[str, ...]:
        return (*self._reference[:index], value, *self._reference[index + 1 :])

    def _spoken(self, text: str) -> Seconds:
        settings, spoken = self._draft.settings, self._draft.language
        slots = find_slots(text)
        phones = find_phones(text, slots)
        wpm = settings.wpm or spoken.wpm
        speech = speak(text, slots, phones, spoken, wpm=wpm, dictation=settings.dictation, region=settings.region)
        return speech.seconds


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a tag."""
    start = max((mark.end() for mark in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    after = _SENTENCE_END.search(text, span.end)
    return Span(start, after.end() if after else len(text))
