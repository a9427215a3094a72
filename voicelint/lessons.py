"""What the second opinion is taught with: the labelled scripts of a corpus and its single sentences, cut and read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from voicelint.evaluate import Row, faults, read_rows
from voicelint.library import Linter
from voicelint.moves import KINDS
from voicelint.opinion import MOVES, in_all, looked_at, said
from voicelint.script import whole
from voicelint.source import Source, Span

# The kinds are learnt only from sentences that make the move, in the order of moves.KINDS.
LABELS = tuple(label for move in MOVES for label in (move, *(f"{move}.{kind}" for kind in KINDS[move])))


# Scripts in a folder of this name are kept to be judged: nothing is learnt from them.
HELD = "held"


class Sentence(NamedTuple):
    """One stretch to judge: its words as they are read, its features, and whether it makes each move."""

    said: tuple[str, ...]
    features: frozenset[str]
    makes: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One labelled script: where it comes from, its sentences, the moves it makes and those that the cues find.

    A single sentence of `corpus/sentences` is a lesson without a source: always taught, never measured.
    """

    source: str
    language: str
    row: Row
    sentences: tuple[Sentence, ...]
    by_cue: Mapping[str, bool]

    def makes(self, move: str) -> bool:
        """Say whether the script makes a move, by its label."""
        return not self.row.truth[f"missing {move}"]

    @property
    def features(self) -> set[str]:
        """What is looked at in the script as a whole."""
        return in_all(sentence.features for sentence in self.sentences)


def lessons(folder: Path) -> Iterator[Lesson]:
    """The labelled scripts of a folder that are to be learnt from, cut into sentences, and its single sentences."""
    linter = Linter()
    for row in (*read_rows(folder, without=HELD), *singles(folder / "sentences")):
        yield _lesson(row, linter)


def singles(folder: Path) -> Iterator[Row]:
    """The sentences that stand by themselves, each with the moves that its group makes."""
    for path in sorted(folder.glob("*.toml")):
        code = path.stem.partition("_")[0]  # fr.toml, fr_gifts.toml
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            truth = faults(group["makes"])
            for text in group["sentences"]:
                quotes = dict.fromkeys(group["makes"], (text,))
                yield Row("", code, "", text, truth, dict.fromkeys(truth, True), quotes)


def _lesson(row: Row, linter: Linter) -> Lesson:
    source = Source(row.text)
    draft = linter.draft(source, whole(source), language=row.language)
    labelled = {label: _labelled(row, label) for label in LABELS}
    sentences = []
    for first, last, seen in looked_at(draft):
        span = draft.words.span(first, last)
        makes = {label: any(_covers(span, quote) for quote in quotes) for label, quotes in labelled.items()}
        sentences.append(Sentence(said(draft.words, first, last), frozenset(seen), makes))
    by_cue = {move: any(made.move == move for made in draft.cue_moves) for move in MOVES}
    return Lesson(row.name.partition(":")[0], row.language, row, tuple(sentences), by_cue)


def _labelled(row: Row, label: str) -> list[Span]:
    """The stretches that a row quotes for a move (`value`) or a kind of it (`value.vague`); twice said, twice found."""
    spans, at = [], dict[str, int]()
    for quoted, quotes in row.quotes.items():
        for quote in quotes if label in {quoted, quoted.partition(".")[0]} else ():
            start = row.text.find(quote, at.get(quote, 0)) if quote else -1
            if start >= 0:
                at[quote] = start + 1
                spans.append(Span(start, start + len(quote)))
    return spans


def _covers(span: Span, quote: Span) -> bool:
    """Say whether a sentence holds the better half of a quote, or a quote that of a sentence."""
    shared = min(span.end, quote.end) - max(span.start, quote.start)
    return 2 * shared >= min(span.end - span.start, quote.end - quote.start)
