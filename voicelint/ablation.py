"""The maintainer's command that tells what a second opinion is worth, and which: `python -m voicelint.ablation`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from voicelint.lessons import Lesson, lessons
from voicelint.opinion import LEAST, MOVES, odds_of
from voicelint.training import NEVER, Judged, Learner, best_threshold, by_sentence, left_out, linear, score

_SEED = 20


def classifier(taught: Sequence[Lesson], move: str, *, architecture: str) -> Callable[[Lesson], list[int]]:
    """A learner that trains a classifier of spaCy on the words of the sentences."""
    from voicelint.nlp import train

    examples = [(sentence.said, sentence.makes[move]) for lesson in taught for sentence in lesson.sentences]
    judge = train(examples, architecture, _SEED)
    return lambda lesson: [_odds(likely) for likely in judge(sentence.said for sentence in lesson.sentences)]


def _odds(likely: float) -> int:
    """The log-odds of what spaCy says, which may be nothing or certainty."""
    return odds_of(max(0.001, min(0.999, likely)))


def learners() -> Mapping[str, Learner]:
    """The ways of judging that are compared, by name."""
    from voicelint.nlp import ARCHITECTURES

    spacy = {name: partial(classifier, architecture=name) for name in ARCHITECTURES}
    return {"linear, standard library": linear, "the same, by sentence": by_sentence, **spacy}


def table(taught: Sequence[Lesson], others: Sequence[Lesson], groups: int) -> Iterator[str]:
    """For each language and move, F1 of "it is missing" by cues alone and with each second opinion.

    `taught` is judged by judges that saw no script of its source; `others`, if any, by what all of `taught` teaches,
    under the threshold that `taught` gives.
    """
    yield f"{'missing':12} {'second opinion':26} {'corpus':>7} {'threshold':>9} {'sure':>7} {'all':>7}"
    for code in sorted({lesson.language for lesson in taught}):
        ours, theirs = ([one for one in group if one.language == code] for group in (taught, others))
        for move in MOVES:
            unasked = [(lesson, LEAST) for lesson in ours if lesson.source]
            yield _line(f"{code} {move}", "none", unasked, [(lesson, LEAST) for lesson in theirs], move, NEVER)
            for name, learner in learners().items():
                own = left_out(ours, move, learner, groups)
                judged = learner(ours, move) if theirs else None
                other = [(one, max(judged(one), default=LEAST)) for one in theirs] if judged else []
                yield _line(f"{code} {move}", name, own, other, move, best_threshold(own, move))


def _line(
    what: str,
    name: str,
    own: Judged,
    other: Judged,
    move: str,
    threshold: float,
) -> str:
    sure = [(lesson, judged) for lesson, judged in other if lesson.row.sure[f"missing {move}"]]
    scores = [score(judged, move, threshold).f1 for judged in (own, sure, other)]
    shown = "" if threshold == NEVER else f"{threshold:.2f}"
    return f"{what:12} {name:26} {scores[0]:7.3f} {shown:>9} {scores[1]:7.3f} {scores[2]:7.3f}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table, a line as soon as it is known; exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m voicelint.ablation", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parent.parent / "corpus", metavar="FOLDER")
    parser.add_argument("--also", type=Path, metavar="FOLDER", help="labelled scripts to judge, never learnt from")
    parser.add_argument(
        "--groups", type=int, default=0, metavar="N", help="leave out N groups of sources (0: each source by itself)"
    )
    options = parser.parse_args(arguments)
    others = list(lessons(options.also)) if options.also else []
    for line in table(list(lessons(options.corpus)), others, options.groups):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
