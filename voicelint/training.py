"""The maintainer's command that learns the second opinion from corpus/ again: `python -m voicelint.training`."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from voicelint.evaluate import Score
from voicelint.lessons import LABELS, Lesson, lessons
from voicelint.logistic import learn, shift
from voicelint.opinion import LEAST, MOVES, SCALE, WHOLE, Judge, odds_of, of_profile, probability

# Chosen by leave-one-source-out on corpus/: 0.3 and 3 are each within 0.3 points of it.
_COST = 1.0
# Of a script as a whole there are fewer examples with more features each: held tighter. By leave-one-source-out a
# third or three times of it is within 0.4 points.
_WHOLE_COST = 0.1
# A pair of words seen in one sentence only teaches nothing that holds elsewhere.
_RARE = 2
# What says less than this, in hundredths, is left out: by leave-one-source-out that costs up to 0.1 points of F1, and
# saves a third of the model.
_SLIGHT = 5
# Of the thresholds about as good as the best (within half a point of F1, well inside its standard error on so many
# scripts) the lowest is taken: a wrong finding costs more than one left out, and the cues were written with corpus/ in
# sight, so that what they leave undecided elsewhere makes a move more often than it does here.
_AS_GOOD = 0.005
# Thresholds are chosen on sources left out in so many groups, each source by itself takes about ten times as long.
_GROUPS = 7
NEVER = 2.0  # no probability reaches it: cues alone

# What a way of judging learns from lessons: what it says for a move in each sentence of a lesson, in hundredths of a
# unit of log-odds.
Learner = Callable[[Sequence[Lesson], str], Callable[[Lesson], list[int]]]
# Scripts, each with the highest odds of a sentence of it.
Judged = Sequence[tuple[Lesson, int]]


def judge_of(taught: Sequence[Lesson], label: str, threshold: float = 0.5) -> Judge:
    """What is learnt of a move, or of one of its kinds among those that make it, from lessons of one language."""
    move, _, kind = label.partition(".")
    sentences = [one for lesson in taught for one in lesson.sentences if not kind or one.makes[move]]
    seen = [one.features for one in sentences]
    return _judge(seen, [one.makes[label] for one in sentences], threshold=threshold)


def judge_of_whole(taught: Sequence[Lesson], move: str) -> Judge:
    """What whole scripts teach of a move, in the odds that are added to those of a sentence."""
    scripts = [lesson for lesson in taught if lesson.source]
    features = [script.features for script in scripts]
    return _judge(features, [script.makes(move) for script in scripts], cost=_WHOLE_COST)


def _judge(
    seen: Sequence[AbstractSet[str]], makes: Sequence[bool], *, threshold: float = 0.5, cost: float = _COST
) -> Judge:
    times = Counter(feature for features in seen for feature in features)
    known = {feature for feature, count in times.items() if count >= _RARE or " " not in feature}
    bias, weights = learn([(features & known, truth) for features, truth in zip(seen, makes, strict=True)], cost=cost)
    rounded = {feature: round(weight * SCALE) for feature, weight in sorted(weights.items())}
    kept = {feature: weight for feature, weight in rounded.items() if abs(weight) >= _SLIGHT}
    return Judge(round(bias * SCALE), threshold, kept)


def linear(taught: Sequence[Lesson], move: str) -> Callable[[Lesson], list[int]]:
    """The learner that is shipped: linear weights run by the standard library."""
    judge, message = judge_of(taught, move), judge_of_whole(taught, move)

    def judged(lesson: Lesson) -> list[int]:
        others = message.odds(lesson.features)
        return [judge.odds(sentence.features) + others for sentence in lesson.sentences]

    return judged


def by_sentence(taught: Sequence[Lesson], move: str) -> Callable[[Lesson], list[int]]:
    """The same weights without what the message as a whole says."""
    judge = judge_of(taught, move)
    return lambda lesson: [judge.odds(sentence.features) for sentence in lesson.sentences]


def _parts(taught: Sequence[Lesson], groups: int) -> Iterator[set[str]]:
    """The sources of lessons in so many groups, or each by itself (0)."""
    sources = sorted({lesson.source for lesson in taught if lesson.source})
    groups = min(groups or len(sources), len(sources))
    return ({source for at, source in enumerate(sources) if at % groups == group} for group in range(groups))


def left_out(taught: Sequence[Lesson], move: str, learner: Learner, groups: int = 0) -> list[tuple[Lesson, int]]:
    """Each script with the highest odds of a sentence of it, by a judge that saw no script of its source.

    `groups`: leave out so many groups of sources instead of each by itself (0), for learners that are slow.
    """
    found: dict[int, int] = {}
    for held in _parts(taught, groups):
        judged = learner([lesson for lesson in taught if lesson.source not in held], move)
        found.update((id(lesson), max(judged(lesson), default=LEAST)) for lesson in taught if lesson.source in held)
    return [(lesson, found[id(lesson)]) for lesson in taught if lesson.source]


def of_profiles(judged: Judged, move: str) -> dict[str, int]:
    """For each profile the odds to add, in hundredths, to what is judged of scripts that declare it."""
    found = {}
    for name in sorted({lesson.row.profile for lesson, _ in judged}):
        silent = [one for one in judged if one[0].row.profile == name and not one[0].by_cue[move]]
        makes = sum(lesson.makes(move) for lesson, _ in silent)
        found[name] = round(SCALE * shift([odds / SCALE for _, odds in silent], makes))
    return found


def declared(judged: Judged, added: Mapping[str, int]) -> list[tuple[Lesson, int]]:
    """Scripts judged with what their profile adds."""
    return [(lesson, odds + added.get(lesson.row.profile, 0)) for lesson, odds in judged]


def score(judged: Iterable[tuple[Lesson, int]], move: str, threshold: float) -> Score:
    """How well "the move is missing" is told by cues and opinion together."""
    counted = Score()
    for lesson, odds in judged:
        told = not lesson.by_cue[move] and probability(odds) < threshold
        counted.count(lesson.row.name, not lesson.makes(move), told)
    return counted


def best_threshold(judged: Judged, move: str) -> float:
    """The lowest threshold of those that are about as good as the best."""
    tried = {percent: score(judged, move, percent / 100).f1 for percent in range(20, 100, 2)}
    best = max(tried.values())
    return min(percent for percent, f1 in tried.items() if f1 >= best - _AS_GOOD) / 100


def model(taught: Sequence[Lesson]) -> str:
    """The model of one language as the text of its file."""
    judges = {label: judge_of(taught, label) for label in LABELS}
    judges |= {f"{WHOLE}{move}": judge_of_whole(taught, move) for move in MOVES}
    for move in MOVES:
        judged = left_out(taught, move, linear, _GROUPS)
        threshold, added = best_threshold(judged, move), of_profiles(judged, move)
        # A script that declares its profile is held to a threshold of its own: what lies between is added to all.
        between = odds_of(threshold) - odds_of(best_threshold(declared(judged, added), move))
        profiles = {of_profile(name): odds + between for name, odds in added.items()}
        message = judges[f"{WHOLE}{move}"]
        judges[move] = judges[move]._replace(threshold=threshold)
        judges[f"{WHOLE}{move}"] = message._replace(weights={**message.weights, **profiles})
    names = sorted({feature for judge in judges.values() for feature in judge.weights})
    rows = (f"{json.dumps(name, ensure_ascii=False)}:{_row(judges, name)}" for name in names)
    heads = {move: {"bias": judge.bias, "threshold": judge.threshold} for move, judge in judges.items()}
    made = json.dumps("python -m voicelint.training")
    return f'{{"made by":{made},\n"moves":{json.dumps(heads)},\n"weights":{{\n' + ",\n".join(rows) + "\n}}\n"


def _row(judges: Mapping[str, Judge], feature: str) -> str:
    weights = (judge.weights.get(feature, 0) for judge in judges.values())
    return json.dumps(list(weights), separators=(",", ":"))


def measures(taught: Sequence[Lesson], groups: int = 0) -> Iterator[str]:
    """For each move, how well cues tell it missing: alone, with an opinion that saw no script of the source, and with
    what the declared profile adds to it, learnt from other sources too."""
    for move in MOVES:
        judged = left_out(taught, move, linear, groups)
        told = [lesson for held in _parts(taught, groups) for lesson in _with_profiles(judged, held, move)]
        yield from _measure(judged, move, "cues alone", NEVER)
        yield from _measure(judged, move, "and opinion", best_threshold(judged, move))
        yield from _measure(told, move, "and profile", best_threshold(told, move))


def _with_profiles(judged: Judged, held: AbstractSet[str], move: str) -> list[tuple[Lesson, int]]:
    """The scripts of the held sources with what the profiles of the others add."""
    added = of_profiles([one for one in judged if one[0].source not in held], move)
    return declared([one for one in judged if one[0].source in held], added)


def _measure(judged: Judged, move: str, name: str, threshold: float) -> Iterator[str]:
    sure = [one for one in judged if one[0].row.sure[f"missing {move}"]]
    for rows, counted in (("sure", sure), ("all", judged)):
        told = score(counted, move, threshold)
        least = "" if threshold == NEVER else f", {threshold:.2f}"
        counts = f"{told.right}/{told.wrong}/{told.missed}"
        figures = f"P {told.precision:.3f}  R {told.recall:.3f}  F1 {told.f1:.3f}  {counts}"
        yield f"{judged[0][0].language}  missing {move:8} {rows:5} {name + least:18} {figures}"


def main(arguments: list[str] | None = None) -> int:
    """Write the models, or say whether they are what corpus/ teaches; exit status 1 if they are not."""
    root = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(prog="python -m voicelint.training", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=root / "corpus", help="folder of labelled scripts")
    parser.add_argument("--models", type=Path, default=root / "voicelint" / "models", help="folder of the models")
    parser.add_argument("--language", help="only the model of this language")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the models are up to date")
    parser.add_argument("--measure", action="store_true", help="write nothing; measure on sources left out")
    parser.add_argument(
        "--groups", type=int, default=0, metavar="N", help="leave out N groups of sources (0: each source by itself)"
    )
    options = parser.parse_args(arguments)
    taught = list(lessons(options.corpus))
    status = 0
    for code in sorted({lesson.language for lesson in taught if options.language in {None, lesson.language}}):
        ours = [lesson for lesson in taught if lesson.language == code]
        if options.measure:
            sys.stdout.writelines(f"{line}\n" for line in measures(ours, options.groups))
            continue
        path, text = options.models / f"{code}.json", model(ours)
        if not options.check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.stdout.write(f"{path}: is not what {options.corpus} teaches; run: python -m voicelint.training\n")
            status = 1
    return status


if __name__ == "__main__":
    raise SystemExit(main())
