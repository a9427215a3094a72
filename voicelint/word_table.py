"""The words of a text as parallel columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from voicelint.source import Span


class Words:
    """The words of `text`, as parallel columns.

    `starts`, `ends`: code-point offsets. `folded`: without case, accents and apostrophes; a slot is its
    meaning in angle brackets (`<caller>`, `<>` if unknown). `kinds`: one of the constants of `words`;
    NAME is a capitalised word that is no common one (in a text without capitals: any uncommon word).
    `firsts`: the first word of each of the `sentences`; `heads`: those and the others that a mark stands before.
    `marks`: the mark written before the word (`,` stands for every mark inside a sentence, `.` for the end of one, ""
    for none).
    `cased`: whether capitals tell names from other words in this text.
    `short`: the lists of short words of the language (`[short]` in its file), by name.
    """

    __slots__ = ("cased", "ends", "firsts", "folded", "heads", "kinds", "marks", "sentences", "short", "starts", "text")

    def __init__(
        self,
        text: str,
        starts: Sequence[int],
        ends: Sequence[int],
        folded: Sequence[str],
        kinds: Sequence[str],
        marks: Sequence[str],
        heads: Sequence[int],
        firsts: Sequence[int],
        sentences: Sequence[Span],
        cased: bool,
    ) -> None:
        self.text, self.starts, self.ends = text, starts, ends
        self.folded, self.kinds, self.marks = folded, kinds, marks
        self.heads, self.firsts, self.sentences, self.cased = heads, firsts, sentences, cased
        self.short: Mapping[str, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from word `first` to word `last`, both included."""
        return tuple.__new__(Span, (self.starts[first], self.ends[last]))
