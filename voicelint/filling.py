"""A message with the values of one person in its tags: how long it is, without speaking it anew for each person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import sub
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
_SIMPLE = re.compile(r"([^\W\d_][^\W\d_A-Z]*)?([1-9]\d{0,5})?")
_SPLIT = 5  # digits: shorter numbers come again often enough, and a year is not said by thousands
_TWO_BEFORE = re.compile(r"(?:\S{1,40}\s{1,3}){0,2}\S{0,40}$")
_TWO_AFTER = re.compile(r"\S{0,40}(?:\s{1,3}\S{1,40}){0,2}")
_FOLLOWER = "Ana"  # any name: the last word before a pause is drawn out, the others are not
_MOST_REMEMBERED = 50_000  # values a tag; what is forgotten is measured again


class Filling:
    """A draft whose `slots` are filled. All times are Seconds at the draft's rate.

    The plain way speaks the whole filled text. The quick way adds to the seconds of the text, filled with one
    reference value a tag, what each value takes more, measured once and remembered: ordinary words and numbers
    piece by piece, and values with signs or capitals among the words next to the tag. Where that errs (`check`),
    the tag's whole sentence is spoken with the value.
    """

    def __init__(self, draft: Draft, slots: Sequence[Slot], reference: Sequence[str]) -> None:
        self._draft = draft
        self.slots = tuple(slots)
        self._reference = tuple(reference)
        self.contextual: list[set[str]] = [set() for _ in self.slots]  # shapes of values that need the sentence
        self._memory: list[dict[str, Seconds]] = [{} for _ in self.slots]
        self._pieces: dict[str, Seconds] = {}
        sentences = [_sentence(draft.text, slot.span) for slot in self.slots]
        pairs = zip(self.slots, sentences, strict=True)
        self._windows = [(_neighbours(draft.text, slot.span, sentence), sentence) for slot, sentence in pairs]
        self.base = self.plain(self._reference)
        self._follower = self._spoken(_FOLLOWER)
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
        if error > TOLERANCE and _shape(value) not in self.contextual[index]:
            self.contextual[index].add(_shape(value))
            self._memory[index].clear()
            error = abs(exact - self.more(index, value).best)
        return error

    def _measured(self, index: int, value: str) -> Seconds:
        pieces, before = _pieces(value), _pieces(self._reference[index])
        contextual = _shape(value) in self.contextual[index]
        if pieces and before and not contextual:
            after, base = self._alone(pieces), self._alone(before)
        else:
            window = self._windows[index][contextual]
            if window not in self._bases:
                self._bases[window] = self.plain(self._reference, window)
            after, base = self.plain(self._with(index, value), window), self._bases[window]
        return Seconds(*map(sub, after, base))

    def _alone(self, pieces: Sequence[str]) -> Seconds:
        """The sum of some pieces, each measured once before another word, for they come again and again."""
        low = best = high = 0.0
        for piece in pieces:
            found = self._pieces.get(piece)
            if found is None:
                if len(self._pieces) >= _MOST_REMEMBERED:
                    self._pieces.clear()
                framed = self._spoken(f"{piece} {_FOLLOWER}")
                found = self._pieces[piece] = Seconds(*map(sub, framed, self._follower))
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


def _pieces(value: str) -> tuple[str, ...]:
    """The parts that are said one after the other whatever stands beside them; none if the value is not so simple.

    Ordinary words, and at most one number of up to six digits, its thousands apart from the rest: `Ann Lee`,
    `Shop 12345` (Shop, 12000, 345), not `IBM`, `3M`, `A&B`, `617-555-0142`. Lists that a program has made up
    are full of such numbers, no two the same.
    """
    pieces: list[str] = []
    numbers = 0
    for word in value.split():
        found = _SIMPLE.fullmatch(word)
        if not found:
            return ()
        name, digits = found.groups()
        if name:
            pieces.append(name)
        if digits:
            numbers += 1
            thousands, rest = divmod(int(digits), 1000)
            pieces += [digits] if len(digits) < _SPLIT else [f"{thousands}000", *([str(rest)] if rest else [])]
    return tuple(pieces) if numbers < 2 else ()


def _shape(value: str) -> str:
    """What sort of value it is: values of one sort err alike."""
    if not _pieces(value):
        return "other"
    return "words" if value[-1:].isalpha() else "number"
