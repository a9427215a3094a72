"""The words of a message with their places: what cues are matched against."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat
from typing import Protocol

from voicelint.folding import INSIDE, NAME, WORD, WordCutter, fold
from voicelint.kept_pattern import kept_pattern
from voicelint.language import Language
from voicelint.slots import Slot
from voicelint.source import Cover, Span

__all__ = [
    "MONEY",
    "NAME",
    "NUMBER",
    "PERCENT",
    "PHONE",
    "SLOT",
    "WORD",
    "Spoken",
    "Words",
    "fold",
    "split",
    "splitter",
]

NUMBER, MONEY, PERCENT, PHONE, SLOT = "number", "money", "percent", "phone", "slot"

_ITEM = kept_pattern(
    r"""(?P<number>[$€£]?\d+(?:[.,\u00a0\u202f\ ]\d{3}(?!\d))*(?:[.,:]\d+)?(?:[\u00a0\u202f\ ]?[%€$£])?)
    |(?P<word>[^\W\d_][\w\u0300-\u036f]*(?:['’ʼ‘`´][\w\u0300-\u036f]+)*)
    |(?P<stop>(?<![.!?…])[.!?…]++(?=[\s"'”’»)\]*_]|$)|\n[^\S\n]*\n)
    |(?P<mark>[,;:()|/•—–\n]|(?<!\w)-|-(?!\w))""",
    re.VERBOSE,
)
_UNITS = {"$": MONEY, "€": MONEY, "£": MONEY, "%": PERCENT}


class Spoken(Protocol):
    """Anything that knows its place in the text, such as a phone number."""

    @property
    def span(self) -> Span: ...


class Words:
    """The words of `text`, as parallel columns.

    `starts`, `ends`: code-point offsets. `folded`: without case, accents and apostrophes; a slot is its
    meaning in angle brackets (`<caller>`, `<>` if unknown). `kinds`: one of the constants of this module;
    NAME is a capitalised word that is no common one (in a text without capitals: any uncommon word).
    `places`: number of the word's sentence in `sentences`; `firsts`: the first word of each.
    `marks`: the mark written before the word (`,` stands for every mark inside a sentence, `.` for the end of one, ""
    for none).
    `cased`: whether capitals tell names from other words in this text.
    """

    __slots__ = ("cased", "ends", "firsts", "folded", "kinds", "marks", "places", "sentences", "starts", "text")

    def __init__(
        self,
        text: str,
        starts: array[int],
        ends: array[int],
        folded: list[str],
        kinds: list[str],
        places: array[int],
        marks: list[str],
        firsts: Sequence[int],
        sentences: tuple[Span, ...],
        cased: bool,
    ) -> None:
        self.text, self.starts, self.ends = text, starts, ends
        self.folded, self.kinds, self.places, self.marks = folded, kinds, places, marks
        self.firsts, self.sentences, self.cased = firsts, sentences, cased

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from word `first` to word `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def parts(self, size: int) -> Iterator[tuple[int, Words]]:
        """Runs of whole sentences of `size` words and one sentence at most, each with the number of its first word.

        Those words are numbered from 0; `places` and `sentences` stay those of all the text.
        """
        begin, at = 0, 0
        for number, first in enumerate((*self.firsts[1:], len(self)), start=1):
            if first - begin >= size or first == len(self):
                part = slice(begin, first)
                yield (
                    begin,
                    Words(
                        self.text,
                        self.starts[part],
                        self.ends[part],
                        self.folded[part],
                        self.kinds[part],
                        self.places[part],
                        self.marks[part],
                        [word - begin for word in self.firsts[at:number]],
                        self.sentences,
                        self.cased,
                    ),
                )
                begin, at = first, number


def split(text: str, slots: Sequence[Slot], language: Language, phones: Iterable[Spoken] = ()) -> Words:
    """The words and sentences of a text; a slot or a phone number is one word, what is not spoken none.

    `slots` and `phones` are in order; a phone number that lies in a slot is left to the slot.
    """
    return splitter(language).split(text, slots, phones)


@cache
def splitter(language: Language) -> Splitter:
    """The tokeniser of a language."""
    return Splitter(WordCutter(language.section("words")))


class Splitter:
    """The tokeniser of one language: cuts texts into words and sentences."""

    def __init__(self, cutter: WordCutter) -> None:
        self.cutter = cutter
        self.pieces = cutter.pieces

    def folded(self, text: str) -> list[str]:
        """The folded words of a plain text."""
        return self.split(text, (), ()).folded

    def split(self, text: str, slots: Sequence[Slot], phones: Iterable[Spoken]) -> Words:
        """See `split` of this module."""
        builder = _Builder(self.cutter, text)
        at = 0
        for span, slot in _blocks(slots, phones):
            if span.start < at:
                continue
            builder.read(at, span.start)
            builder.block(span, slot)
            at = span.end
        builder.read(at, len(text))
        return builder.words()


def _blocks(slots: Sequence[Slot], phones: Iterable[Spoken]) -> list[tuple[Span, Slot | None]]:
    """Slots and phone numbers in order; where they overlap, the slot or the first comes first."""
    blocks: list[tuple[Span, Slot | None]] = [(slot.span, slot) for slot in slots]
    taken = Cover(span for span, _ in blocks)
    blocks += [(phone.span, None) for phone in phones if not taken.overlaps(*phone.span)]
    blocks.sort(key=lambda block: block[0])
    return blocks


class _Builder:
    """Collects words and sentences while a text is read from its beginning to its end."""

    def __init__(self, cutter: WordCutter, text: str) -> None:
        self.cutter, self.text = cutter, text
        self.starts, self.ends = array("I"), array("I")
        self.folded: list[str] = []
        self.kinds: list[str] = []
        self.marks: list[str] = []
        self.firsts: list[int] = []
        self.mark = "."

    def add(self, folded: str, start: int, end: int, kind: str) -> None:
        if self.mark == ".":
            self.firsts.append(len(self.starts))
        self.starts.append(start)
        self.ends.append(end)
        self.folded.append(folded)
        self.kinds.append(kind)
        self.marks.append(self.mark)
        self.mark = ""

    def read(self, start: int, end: int) -> None:
        """Take in the text between two blocks."""
        if start >= end:
            return
        # This loop takes most of the time of reading a text: it adds words by itself, without calling `add`.
        add, pieces_of, known = self.add, self.cutter.pieces, self.cutter.memo.get
        starts, ends, folded_words, kinds, marks = self.starts, self.ends, self.folded, self.kinds, self.marks
        for item in _ITEM.finditer(self.text, start, end):
            group = item.lastgroup
            at, stop = item.span()
            if group == "word":
                written, mark = item[0], self.mark
                for folded, begin, end_of_piece, kind in known(written) or pieces_of(written):
                    if mark == ".":
                        self.firsts.append(len(starts))
                        kind = WORD if kind is INSIDE else kind
                    elif kind is INSIDE:
                        kind = NAME
                    starts.append(at + begin)
                    ends.append(at + end_of_piece)
                    folded_words.append(folded)
                    kinds.append(kind)
                    marks.append(mark)
                    mark = ""
                self.mark = mark
            elif group == "number":
                written = item[0]
                kind = _UNITS.get(written[-1]) or _UNITS.get(written[0]) or NUMBER
                add(written, at, stop, kind)
            elif group == "stop":
                self.end_sentence(item[0], stop)
            elif not self.mark:
                self.mark = ","

    def end_sentence(self, stop: str, end: int) -> None:
        """End the sentence, unless the dot belongs to an abbreviation or the dots to a hesitation."""
        if stop == "." and self.starts and self.ends[-1] == end - 1:
            written = self.text[self.starts[-1] : end - 1]
            initial = len(written) == 1 and written.isupper() and self.folded[-1] not in self.cutter.common
            if initial or self.folded[-1] in self.cutter.abbreviations:
                return
        if (stop == "…" or stop.startswith("..")) and self.text[end : end + 2].strip().islower():
            self.mark = self.mark or ","
            return
        self.mark = "."

    def block(self, span: Span, slot: Slot | None) -> None:
        """Take in a phone number or a slot."""
        if slot is None:
            self.add(PHONE, span.start, span.end, PHONE)
        elif slot.role == "choice" and slot.values:
            for word in re.findall(r"\w+(?:['’]\w+)*", slot.values[0]):
                for piece in self.cutter.pieces(word):
                    self.add(piece.folded, span.start, span.end, WORD)
        elif slot.role in {"value", "instruction"}:
            self.add(f"<{slot.meaning}>", span.start, span.end, SLOT)
        elif slot.role == "pause":
            self.mark = self.mark or ","

    def words(self) -> Words:
        cased = self._cased()
        if not cased:
            known = self.cutter.known
            pairs = zip(self.kinds, self.folded, strict=True)
            self.kinds = [(WORD if w in known else NAME) if kind in {WORD, NAME} else kind for kind, w in pairs]
        lasts = [*(first - 1 for first in self.firsts[1:]), len(self.starts) - 1]
        sentences = (
            tuple(Span(self.starts[first], self.ends[last]) for first, last in zip(self.firsts, lasts, strict=True))
            if self.firsts
            else ()
        )
        places = array("I")
        for number, (first, last) in enumerate(zip(self.firsts, lasts, strict=True) if self.firsts else ()):
            places.extend(repeat(number, last - first + 1))
        written = (self.text, self.starts, self.ends, self.folded, self.kinds)
        return Words(*written, places, self.marks, self.firsts, sentences, cased)

    def _cased(self) -> bool:
        """Say whether the writer gives names their capitals: some word inside a sentence has one, not all have.

        A template may name nobody but by its tags: there, capitals where sentences begin show the same care.
        """
        if self.text.isupper():
            return False
        if any(kind == NAME and mark != "." for kind, mark in zip(self.kinds, self.marks, strict=True)):
            return True
        begun = [self.text[self.starts[first]] for first in self.firsts if self.kinds[first] in {WORD, NAME}]
        return SLOT in self.kinds and len(begun) > 1 and all(letter.isupper() for letter in begun)
