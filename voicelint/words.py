"""The words of a message with their places: what cues are matched against."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, MutableSequence, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

from voicelint.folding import INSIDE, NAME, WORD, Chunk, WordCutter, fold
from voicelint.kept_pattern import kept_pattern
from voicelint.language import Language
from voicelint.slots import Slot
from voicelint.source import Cover, Span, cuts, parted
from voicelint.word_table import Words

if TYPE_CHECKING:
    from voicelint.repeated import Repeated

__all__ = [
    "MONEY", "NAME", "NUMBER", "PERCENT", "PHONE", "SLOT", "WORD", "Spoken", "Words", "fold", "split", "splitter",
]  # fmt: skip

LONG = 4_000  # words that are kept as lists at most
NUMBER, MONEY, PERCENT, PHONE, SLOT = "number", "money", "percent", "phone", "slot"

_ITEM = kept_pattern(
    r"""(?P<number>[$€£]?\d+(?:[.,\u00a0\u202f\ ]\d{3}(?!\d))*(?:[.,:]\d+)?(?:[\u00a0\u202f\ ]?[%€$£])?)
    |(?P<word>[^\W\d_][\w\u0300-\u036f]*(?:['’ʼ‘`´][\w\u0300-\u036f]+)*)
    |(?P<stop>(?<![.!?…])[.!?…]++(?=[\s"'”’»)\]*_]|$)|\n[^\S\n]*\n)
    |(?P<mark>[,;:()|/•—–\n]|(?<!\w)-|-(?!\w))""",
    re.VERBOSE,
)
# What means something else right behind a tag or a number.
_LEANING = frozenset(".!?…-")
_STOPS, _DOTTED, _BLOCKS = frozenset(".!?"), frozenset(".!?…"), frozenset({PHONE, SLOT})
_LONGEST_CHUNK = 40
_LARGE = 20_000  # code points of a text whose columns of numbers are arrays, which are smaller and slower than lists
_UNITS = {"$": MONEY, "€": MONEY, "£": MONEY, "%": PERCENT}


class Spoken(Protocol):
    """Anything that knows its place in the text, such as a phone number."""

    @property
    def span(self) -> Span: ...


def split(text: str, slots: Sequence[Slot], language: Language, phones: Iterable[Spoken] = ()) -> Words:
    """The words and sentences of a text; a slot or a phone number is one word, what is not spoken none.

    `slots` and `phones` are in order; a phone number that lies in a slot is left to the slot.
    """
    return splitter(language).split(text, slots, phones)


@cache
def splitter(language: Language) -> Splitter:
    """The tokeniser of a language."""
    short = {name: frozenset(map(fold, listed)) for name, listed in language.section("short").items()}
    return Splitter(WordCutter(language.section("words")), short)


class Splitter:
    """The tokeniser of one language: cuts texts into words and sentences."""

    def __init__(self, cutter: WordCutter, short: Mapping[str, frozenset[str]]) -> None:
        self.cutter, self.short = cutter, short
        self.pieces = cutter.pieces

    def folded(self, text: str) -> list[str]:
        """The folded words of a plain text."""
        return list(self.split(text, (), ()).folded)

    def split(self, text: str, slots: Sequence[Slot], phones: Iterable[Spoken]) -> Words:
        """See `split` of this module."""
        builder = Builder(self.cutter, text)
        at = 0
        for span, slot in _blocks(slots, phones):
            start, end = span
            if start < at:
                continue
            if start > at:
                builder.take(at, start)
            builder.block(span, slot)
            at = end
        if at < len(text):
            builder.take(at, len(text))
        words = builder.words()
        words.short = self.short
        return words


def _blocks(slots: Sequence[Slot], phones: Iterable[Spoken]) -> list[tuple[Span, Slot | None]]:
    """Slots and phone numbers in order; where they overlap, the slot or the first comes first."""
    if not slots:
        return [(phone.span, None) for phone in phones]
    blocks: list[tuple[Span, Slot | None]] = [(slot.span, slot) for slot in slots]
    if not phones:
        return blocks
    taken = Cover([span for span, _ in blocks])
    blocks += [(phone.span, None) for phone in phones if not taken.overlaps(*phone.span)]
    blocks.sort(key=itemgetter(0))
    return blocks


def _is_open(chunk: str) -> bool:
    """Say whether something may go on behind the space after a chunk: `5 000 €`, a line empty but for spaces."""
    bare = chunk.rstrip()
    return bare[-1:].isdecimal() or "\n" in chunk[len(bare) :]


class Builder:
    """Collects words and sentences while a text is read from its beginning to its end."""

    def __init__(self, cutter: WordCutter, text: str) -> None:
        self.cutter, self.text = cutter, text
        self.starts: MutableSequence[int] = array("I") if len(text) > _LARGE else []
        self.ends: MutableSequence[int] = array("I") if len(text) > _LARGE else []
        self.folded: list[str] = []
        self.kinds: list[str] = []
        self.marks: list[str] = []
        self.heads: MutableSequence[int] = array("I") if len(text) > _LARGE else []
        self.mark = "."
        self.packed: tuple[Repeated[str], ...] = ()  # what was read of the three columns of strings before

    def add(self, folded: str, start: int, end: int, kind: str) -> None:
        if self.mark:
            self.heads.append(len(self.starts))
        self.starts.append(start)
        self.ends.append(end)
        self.folded.append(folded)
        self.kinds.append(kind)
        self.marks.append(self.mark)
        self.mark = ""

    def take(self, start: int, end: int) -> None:
        """Take in the text between two blocks, a long one part by part."""
        if end - start <= _LARGE and len(self.folded) <= LONG:
            self.read(start, end)
            return
        for stop in cuts(self.text, start, end):
            self.read(start, stop)
            start = stop + 1
            if len(self.folded) > LONG:
                self.pack()

    def pack(self, leave: int = 1) -> None:
        """Keep the strings that were read in less memory, but for those of the last word, which may be looked at."""
        from voicelint.repeated import Repeated

        self.packed = self.packed or (Repeated(), Repeated(), Repeated())
        for column, more in zip(self.packed, (self.folded, self.kinds, self.marks), strict=True):
            read = len(more) - leave
            column.extend(more[:read])
            del more[:read]

    def read(self, start: int, end: int) -> None:
        """Take in a part of the text: what lies between two spaces is looked up where it was seen before."""
        text, chunks, parts = self.text, self.cutter.chunks, parted(self.text, start, end)
        if start and text[start] in _LEANING:  # what it does depends on what stands before it
            start += self.lean(next(parts), start, parts)
        # This loop takes most of the time of reading a text: it adds words by itself, without calling `add`.
        starts, ends, folded_words, kinds, marks = self.starts, self.ends, self.folded, self.kinds, self.marks
        mark = self.mark
        for part in parts:
            said, mark, step = chunks[mark].get(part) or self.chunk(part, mark, start, parts)
            for folded, begin, stop, kind, before in said:
                if before:
                    self.heads.append(len(starts))
                starts.append(start + begin)
                ends.append(start + stop)
                folded_words.append(folded)
                kinds.append(kind)
                marks.append(before)
            start += step
        self.mark = mark

    def chunk(self, part: str, mark: str, start: int, following: Iterator[str]) -> Chunk:
        """Take in what stands between two spaces, with `mark` before it: remembered where its place says no more.

        What is left to take in is returned: no words, but the mark left for the next one, and where it begins.
        """
        self.mark, at, first = mark, len(self.folded), len(self.starts)
        if len(part) > _LONGEST_CHUNK or _is_open(part) or ".." in part or "…" in part:
            step = self.apart(part, start, following)  # which leaves another mark
            return Chunk((), self.mark, step)
        self.scan(start, start + len(part))
        said, kinds, marks = self.folded[at:], self.kinds[at:], self.marks[at:]
        begins, stops = ([place - start for place in column[first:]] for column in (self.starts, self.ends))
        words = tuple(zip(said, begins, stops, kinds, marks, strict=True))
        self.cutter.remember(part, mark, Chunk(words, self.mark, len(part) + 1))
        return Chunk((), self.mark, len(part) + 1)

    def apart(self, part: str, start: int, following: Iterator[str]) -> int:
        """Take in a chunk where it stands, with what may belong to it; how many code points on the next one begins."""
        stop = start + len(part)
        while _is_open(part) and (more := next(following, None)) is not None:
            part = more if more.strip() else part  # blanks close nothing
            stop += 1 + len(more)
        self.scan(start, stop)
        return stop + 1 - start

    def lean(self, part: str, start: int, following: Iterator[str]) -> int:
        """Take in the chunk right behind a tag or a number; how many code points on the next one begins."""
        if part in _STOPS and self.kinds and self.kinds[-1] in _BLOCKS and self.text[start - 1] not in _DOTTED:
            self.mark = "."  # as most often: it ends the sentence
            return 2
        return self.apart(part, start, following)

    def scan(self, start: int, end: int) -> None:
        """Take in a text word by word."""
        add, pieces = self.add, self.cutter.pieces
        for item in _ITEM.finditer(self.text, start, end):
            group, (at, stop), written = item.lastgroup, item.span(), item[0]
            if group == "word":
                for folded, begin, end_of_piece, kind in pieces(written):
                    shown = kind if kind is not INSIDE else WORD if self.mark == "." else NAME
                    add(folded, at + begin, at + end_of_piece, shown)
            elif group == "number":
                add(written, at, stop, _UNITS.get(written[-1]) or _UNITS.get(written[0]) or NUMBER)
            elif group == "stop":
                self.end_sentence(written, stop)
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
        starts, ends = self.starts, self.ends
        folded, kinds, marks = self.columns()
        firsts = [head for head in self.heads if marks[head] == "."]
        cased = self._cased(kinds, firsts)
        if not cased:
            known, shown = self.cutter.known, NAME if not self.text.isupper() else ""
            pairs = zip(kinds, folded, strict=True)
            kinds = [
                (WORD if word in known and kind != shown else NAME) if kind in {WORD, NAME} else kind
                for kind, word in pairs
            ]
        after = [*firsts[1:], len(starts)] if firsts else []
        if self.packed:
            from voicelint.repeated import Repeated, Spans

            spans = Spans(map(starts.__getitem__, firsts), (ends[word - 1] for word in after))
            kinds = kinds if cased else Repeated(kinds)
            heads, first_words = array("I", self.heads), array("I", firsts)
            return Words(self.text, starts, ends, folded, kinds, marks, heads, first_words, spans, cased)
        new = tuple.__new__
        sentences = tuple([new(Span, (starts[at], ends[to - 1])) for at, to in zip(firsts, after, strict=True)])
        return Words(self.text, starts, ends, folded, kinds, marks, self.heads, firsts, sentences, cased)

    def columns(self) -> Sequence[Sequence[str]]:
        """The folded words, their kinds and marks: of a text that would fill the memory as lists, in less of it."""
        if not self.packed and len(self.starts) <= LONG:
            return self.folded, self.kinds, self.marks
        self.pack(leave=0)
        return self.packed

    def _cased(self, kinds: Sequence[str], firsts: Sequence[int]) -> bool:
        """Say whether the writer gives names their capitals: some word inside a sentence has one, not all have.

        A template may name nobody but by its tags, a short message only where sentences begin (`Dana! Sam. I rang.`):
        there, capitals at every beginning show the same care.
        """
        if self.text.isupper():
            return False
        begun = [self.text[self.starts[first]] for first in firsts if kinds[first] in {WORD, NAME}]
        if begun and begun[0].islower() and not any(letter.isupper() for letter in begun):
            return False
        if kinds.count(NAME) > [kinds[first] for first in firsts].count(NAME):
            return True
        least = 2 if SLOT in kinds else 3 if NAME in kinds else len(begun) + 1
        return len(begun) >= least and all(letter.isupper() for letter in begun)
