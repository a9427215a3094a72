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
_TWO_BEFORE = re.compile(r"(?:\S{1,40}\s{1,3}){0,2}\S{0,40}$")
_TWO_AFTER = re.compile(r"\S{0,40}(?:\s{1,3}\S{1,40}){0,2}")
_MOST_REMEMBERED = 50_000  # values a tag; what is forgotten is measured again


class Filling:
    """A draft whose `slots` are filled. All times are Seconds at the draft's rate.

    The plain way speaks the whole filled text. The quick way adds to the seconds of the text, filled with one
    reference value a tag, what each value takes more, measured once and remembered: plain words alone, and values
    with figures, signs or capitals among the words next to the tag. Where that errs (`check`), the tag's whole
    sentence is spoken with the value.
    """

    def __init__(self, draft: Draft, slots: Sequence[Slot], reference: Sequence[str]) -> None:
        self._draft = draft
        self.slots = tuple(slots)
        self._reference = tuple(reference)
        self.contextual: list[set[bool]] = [set() for _ in self.slots]  # for plain words (True), other values (False)
        self._memory: list[dict[str, Seconds]] = [{} for _ in self.slots]
        self._words: dict[str, Seconds] = {}
        sentences = [_sentence(draft.text, slot.span) for slot in self.slots]
        pairs = zip(self.slots, sentences, strict=True)
        self._windows = [(_neighbours(draft.text, slot.span, sentence), sentence) for slot, sentence in pairs]
        self.base = self.plain(self._reference)
        self._bases: dict[Span, Seconds] = {}

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
        kind = _is_plain(value)
        if error > TOLERANCE and kind not in self.contextual[index]:
            self.contextual[index].add(kind)
            self._memory[index].clear()
            error = abs(exact - self.more(index, value).best)
        return error

    def _measured(self, index: int, value: str) -> Seconds:
        plain = _is_plain(value)
        contextual = plain in self.contextual[index]
        if plain and not contextual and _is_plain(self._reference[index]):
            after, before = self._alone(value), self._alone(self._reference[index])
        else:
            window = self._windows[index][contextual]
            if window not in self._bases:
                self._bases[window] = self.plain(self._reference, window)
            after, before = self.plain(self._with(index, value), window), self._bases[window]
        return Seconds(*(new - old for new, old in zip(after, before, strict=True)))

    def _alone(self, value: str) -> Seconds:
        """Plain words: the sum of each spoken by itself, for they come again and again."""
        low = best = high = 0.0
        for word in value.split():
            found = self._words.get(word)
            if found is None:
                if len(self._words) >= _MOST_REMEMBERED:
                    self._words.clear()
                found = self._words[word] = self._spoken(word)
            low, best, high = low + found.low, best + found.best, high + found.high
        return Seconds(low, best, high)

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


def _neighbours(text: str, span: Span, sentence: Span) -> Span:
    """The tag with two words on either side, as far as its sentence goes."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    left, right = _TWO_BEFORE.search(before), _TWO_AFTER.match(after)
    return Span(span.start - len(left[0] if left else ""), span.end + len(right[0] if right else ""))


def _is_plain(value: str) -> bool:
    """Say whether a value is one or several ordinary words (`Ann Lee`, not `IBM`, `3M`, `A&B`)."""
    return all(word.isalpha() and word[1:].islower() for word in value.split()) and bool(value)
