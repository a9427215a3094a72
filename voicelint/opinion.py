"""The second opinion: whether some sentence makes a move that the cues did not find, by weights learnt from corpus/."""

from __future__ import annotations

import math
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from voicelint import language
from voicelint.finding import Move
from voicelint.snapshot import PACKAGE, kept
from voicelint.words import SLOT, WORD, Words, fold

if TYPE_CHECKING:
    from voicelint.draft import Draft

# The moves on which a second opinion is asked.
MOVES = ("context", "value")
# A sentence longer than this is read in parts, cut at a mark inside it or else after `_PART` words: people who
# write without full stops still change the subject.
_LONGEST, _SHORTEST, _PART = 30, 8, 20
# The judge of a message as a whole, `whole context`: what it says is added to what is said of each of its stretches.
# "It is ready, come any time" is a context in the call of a tailor, and none in that of a stranger.
WHOLE = "whole "
# Of a text without end so many stretches count as the message: sums over more say nothing.
_HEARD = 40
# Weights are kept in hundredths, as whole numbers: their sum is the same on every machine, in whatever order.
SCALE = 100
LEAST = -1_000 * SCALE  # lower than any odds


_NONE = frozenset[str]()

# The first and the last word of a stretch, and what is looked at in it.
Look = tuple[int, int, set[str]]


class Judge(NamedTuple):
    """What was learnt of one move, or one kind of it: a weight for each feature, the least probability that counts.

    `bias` and `weights` are in hundredths of a unit of log-odds.
    """

    bias: int
    threshold: float
    weights: Mapping[str, int]

    def odds(self, features: Iterable[str]) -> int:
        """What these features say for the move, in hundredths of a unit of log-odds."""
        return self.bias + sum(filter(None, map(self.weights.get, features)))

    def probability(self, features: Iterable[str]) -> float:
        """The probability that a sentence of these features makes the move, to two decimals."""
        return probability(self.odds(features))


def probability(odds: int) -> float:
    """The probability that these log-odds, in hundredths, stand for, to two decimals."""
    return round(1 / (1 + math.exp(-max(-700.0, min(700.0, odds / SCALE)))), 2)


def odds_of(likely: float) -> int:
    """The log-odds, in hundredths, of a probability between nothing and certainty."""
    return round(SCALE * math.log(likely / (1 - likely)))


def ask(draft: Draft, move: str) -> tuple[Move, ...]:
    """The sentences of a draft that make a move in the judge's opinion, in order; none if there is no judge of it.

    What the message as a whole says counts for the likeliest of them; others have to say it by themselves too.
    """
    known = judges(draft.language.code)
    judge = known.get(move)
    if judge is None:
        return ()
    message, found, most = known[f"{WHOLE}{move}"].odds(draft.heard), list[tuple[int, Move]](), LEAST
    for first, last, seen in draft.looked_at:
        odds = judge.odds(seen)
        most = max(most, odds)
        likely = probability(odds + message)
        if likely >= judge.threshold:
            span = draft.words.span(first, last)
            found.append((odds, Move(move, kind_of(move, seen, known), span, "model", f"{move} {likely:.2f}")))
    return tuple(told for odds, told in found if odds == most or probability(odds) >= judge.threshold)


def looked_at(draft: Draft) -> Iterator[Look]:
    """The first and last word of each stretch of a draft, and what is looked at in it."""
    words, lists = draft.words, lists_of(draft.language.code)
    parts = list(stretches(words))
    for (first, last), others in zip(parts, beside(draft, parts), strict=True):
        yield first, last, features(said(words, first, last), lists) | others


def in_all(seen: Iterable[Iterable[str]]) -> set[str]:
    """What is looked at in a message as a whole: all that stands in one of its stretches."""
    return set(chain.from_iterable(islice(seen, _HEARD)))


def of_profile(name: str) -> str:
    """What is looked at in a message whose profile somebody declared: a reminder seldom comes out of the blue."""
    return f"%{name}"


def kind_of(move: str, seen: Iterable[str], known: Mapping[str, Judge]) -> str:
    """The likeliest kind of a move that a sentence makes (judges named `move.kind`); "" if it has none."""
    kinds = [label for label in known if label.startswith(f"{move}.")]
    best = max(kinds, key=lambda label: known[label].probability(seen), default="")
    return best.partition(".")[2]


def stretches(words: Words) -> Iterator[tuple[int, int]]:
    """The first and last word of each sentence, or of each part of a long one, in order."""
    start = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or words.marks[end] == ".":
            while end - start > _LONGEST:
                marked = [at for at in range(start + _SHORTEST, start + _LONGEST) if words.marks[at]]
                cut = marked[-1] if marked else start + _PART
                yield start, cut - 1
                start = cut
            yield start, end - 1
            start = end


def said(words: Words, first: int, last: int) -> tuple[str, ...]:
    """Words `first` to `last` as they are read: names, numbers, amounts and phone numbers stand for all their kind."""
    pairs = zip(words.folded[first : last + 1], words.kinds[first : last + 1], strict=True)
    return tuple(folded if kind in {WORD, SLOT} else f"<{kind}>" for folded, kind in pairs)


def beside(draft: Draft, parts: Sequence[tuple[int, int]]) -> list[frozenset[str]]:
    """For each stretch the other moves that the cues found in it, as `#ask`: a sentence that asks seldom gives."""
    starts = [draft.words.starts[first] for first, _ in parts]
    found = [_NONE] * len(parts)
    for move in draft.cue_moves:
        if parts and move.move not in MOVES:
            at = bisect_right(starts, (move.span.start + move.span.end) // 2) - 1
            found[at] = _with(found[at], move.move)
    return found


@cache
def _with(others: frozenset[str], move: str) -> frozenset[str]:
    """Other moves and one more: stretches with the same share one set."""
    return others | {f"#{move}"}


def features(read: Sequence[str], lists: Lists) -> set[str]:
    """What is looked at in a sentence: each word, each pair of neighbours, each list that a word stands in."""
    found = {f"{one} {next_one}" for one, next_one in zip(("^", *read), (*read, "$"), strict=True)}
    for word in read:
        found.add(word)
        found |= lists.of(word)
    return found


class Lists:
    """The shared cue lists of a language as classes of words; phrases in them are left out."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        self._whole: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        self._known: dict[str, frozenset[str]] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}  # each once: most words stand in no list
        for name, phrases in table.items():
            for phrase in phrases:
                word, is_stem = fold(phrase.removesuffix("*")), phrase.endswith("*")
                if word.isalpha():
                    (self._stems if is_stem else self._whole).setdefault(word, set()).add(f"@{name}")
        self._lengths = sorted({len(stem) for stem in self._stems})

    def of(self, word: str) -> frozenset[str]:
        """The lists that a folded word stands in, as `@name`."""
        found = self._known.get(word)
        if found is None:
            names = set(self._whole.get(word, ()))
            for length in self._lengths:
                names |= self._stems.get(word[:length], set()) if length <= len(word) else set()
            found = self._sets.setdefault(frozenset(names), frozenset(names))
            if len(self._known) < 50_000:  # memory of words seen is bounded
                self._known[word] = found
        return found


@cache
def lists_of(code: str) -> Lists:
    """The lists of a language."""
    return Lists(language.load(code).section("lists"))


@cache
def judges(code: str) -> Mapping[str, Judge]:
    """The judges of a language by move, as `python -m voicelint.training` left them; none for one without a model."""
    return judges_from(kept(f"model-{code}", lambda: _model(code)))


def _model(code: str) -> Mapping[str, Any]:
    """The model of a language as it stands in its file."""
    path = os.path.join(PACKAGE, "models", f"{code}.json")
    if not os.path.isfile(path):
        return {"moves": {}, "weights": {}}
    import json

    with open(path, encoding="utf-8") as file:
        found: Mapping[str, Any] = json.load(file)
    return found


def judges_from(data: Mapping[str, Any]) -> Mapping[str, Judge]:
    """Judges as they stand in a file: for each move its bias and threshold, for each feature its weights in order."""
    moves = data["moves"]
    return {
        move: Judge(
            entry["bias"],
            entry["threshold"],
            {feature: row[at] for feature, row in data["weights"].items() if row[at]},
        )
        for at, (move, entry) in enumerate(moves.items())
    }
