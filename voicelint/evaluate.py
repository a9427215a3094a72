"""The maintainer's command that measures the moves against labelled scripts: `python -m voicelint.evaluate FOLDER`."""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from voicelint.draft import Draft
from voicelint.finding import Move
from voicelint.library import Linter
from voicelint.moves import KINDS
from voicelint.script import whole
from voicelint.source import Source

# What is measured beside the moves: faults, which are there when no such move is made.
FAULTS = {
    "missing context": ("context", ""),
    "missing value": ("value", ""),
    "no concrete value": ("value", "concrete"),
}
# The fields of a labelled row (shared/real/README.md) and the moves that they tell of.
_FIELDS = {
    "callback_number": "callback-number",
    "asks_callback_or_next_step": "ask",
    "names_caller": "identity.caller",
    "names_company": "identity.company",
}


class Row(NamedTuple):
    """One labelled script: `truth` says which moves are made and which faults there are, `sure` which are certain.

    `profile` is the kind of call; `declared` says that it stands beside the script, for the linter to read.
    """

    name: str
    language: str
    profile: str
    text: str
    truth: Mapping[str, bool]
    sure: Mapping[str, bool]
    quotes: Mapping[str, tuple[str, ...]]
    declared: bool = False

    @property
    def choices(self) -> dict[str, str]:
        """The settings under which it is to be judged."""
        return {"language": self.language, **({"profile": self.profile} if self.declared else {})}


@dataclass(slots=True)
class Score:
    """How often something was said and true, said and false, left out though true."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def count(self, name: str, truth: bool, said: bool) -> None:
        """Take in one script."""
        self.right += truth and said
        self.wrong += said and not truth
        self.missed += truth and not said
        if truth != said:
            self.errors.append(name)

    @property
    def precision(self) -> float:
        """Share of what was said that is true; 1 if nothing was said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is true that was said; 1 if nothing is true."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def read_rows(folder: Path, without: str = "") -> Iterator[Row]:
    """The labelled scripts of a folder: TOML files of `corpus/`, or JSON lines as in shared/real.

    `without`: the name of folders in it that are passed over.
    """
    for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.jsonl"))) if folder.is_dir() else [folder]:
        above = path.relative_to(folder).parts[:-1]
        if without in above:
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".toml":
            language = path.parent.name
            source = "/".join((*above[:-1], language, path.stem))
            for entry in tomllib.loads(text).get("script", ()):
                yield _corpus_row(entry, language, f"{source}: {entry['name']}")
        else:
            yield from (_shared_row(json.loads(line)) for line in text.splitlines() if line.strip())


def _corpus_row(entry: Mapping[str, Any], language: str, name: str) -> Row:
    quotes: dict[str, tuple[str, ...]] = {}
    for move, value in entry.get("moves", {}).items():
        if isinstance(value, Mapping):
            quotes.update({f"{move}.{kind}": tuple(found) for kind, found in value.items()})
        else:
            quotes[move] = tuple(value)
    truth = {label: bool(quotes.get(label)) for label in labels()}
    truth |= faults(label for label, found in quotes.items() if found)
    doubtful = set(entry.get("doubt", ()))
    sure = {what: FAULTS.get(what, (what,))[0] not in doubtful for what in truth}
    return Row(name, language, entry["profile"], entry["voicemail"], truth, sure, quotes, declared=True)


def _shared_row(row: Mapping[str, Any]) -> Row:
    made = {move for name, move in _FIELDS.items() if row[name]}
    made |= {f"{move}.{row[move]}" for move in ("context", "value") if row[move] != "none"}
    truth = {move: move in made for move in _FIELDS.values()} | faults(made)
    sure = {fault: bool(row[f"{move}_sure"]) for fault, (move, _) in FAULTS.items()}
    quotes = {move: (row.get(f"{move}_span", ""),) for move in ("context", "value")}
    return Row(row["id"], row["lang"], str(row.get("type", "")), row["text"], truth, sure, quotes)


def labels() -> tuple[str, ...]:
    """All moves with their kinds, as `move` or `move.kind`."""
    return tuple(f"{move}.{kind}" if kind else move for move, kinds in KINDS.items() for kind in kinds or ("",))


def faults(made: Iterable[str]) -> dict[str, bool]:
    """Which of FAULTS there are in a message that makes these moves."""
    found = {(label.partition(".")[0], kind) for label in made for kind in ("", label.partition(".")[2])}
    return {fault: needed not in found for fault, needed in FAULTS.items()}


def judge(row: Row, linter: Linter, *, opinion: bool = True) -> tuple[dict[str, bool], Sequence[Move]]:
    """What the linter says of a row: moves and faults, and the moves themselves."""
    draft: Draft = linter.draft(Source(row.text), whole(Source(row.text)), **row.choices)
    if opinion:
        for move in ("context", "value"):
            if not draft.moves_of(move):
                draft.ask_opinion(move)
    moves = draft.moves
    made = {f"{move.move}.{move.kind}" if move.kind else move.move for move in moves}
    return {label: label in made for label in labels()} | faults(made), moves


def evaluate(rows: Iterable[Row], linter: Linter, *, opinion: bool = True) -> dict[tuple[str, str, str], Score]:
    """Scores by language, group (`all`, `sure` or a profile) and what is measured."""
    scores: dict[tuple[str, str, str], Score] = {}
    for row in rows:
        said, _ = judge(row, linter, opinion=opinion)
        for what, truth in row.truth.items():
            groups = ["all"]
            if row.sure.get(what, True):
                groups.append("sure")
            if what in FAULTS and row.profile:
                groups.append(row.profile)
            for group in groups:
                scores.setdefault((row.language, group, what), Score()).count(row.name, truth, said[what])
    return scores


def table(scores: Mapping[tuple[str, str, str], Score]) -> Iterator[str]:
    """The scores as lines: faults first, then moves."""
    for (language, group, what), score in sorted(scores.items(), key=lambda item: (item[0][0], _order(item[0]))):
        if group == "sure" and what not in FAULTS:
            continue
        counts = f"{score.right}/{score.wrong}/{score.missed}"
        yield (
            f"{language}  {what:22} {group:11} P {score.precision:.3f}  R {score.recall:.3f}  "
            f"F1 {score.f1:.3f}  {counts}"
        )


def _order(key: tuple[str, str, str]) -> tuple[bool, str, bool, str]:
    _, group, what = key
    return what not in FAULTS, what, group not in {"all", "sure"}, group


def worst(rows: Iterable[Row], linter: Linter, *, most: int, opinion: bool = True) -> Iterator[str]:
    """The texts of the rows that were judged wrongly on a fault, the sure ones first, with what was found."""
    wrong = []
    for row in rows:
        said, moves = judge(row, linter, opinion=opinion)
        failed = [fault for fault in FAULTS if said[fault] != row.truth[fault]]
        if failed:
            wrong.append((not any(row.sure.get(fault, True) for fault in failed), row, failed, said, moves))
    wrong.sort(key=lambda item: (item[0], item[1].name))
    for unsure, row, failed, said, moves in wrong[:most]:
        verdicts = ", ".join(f"{fault}: {'said' if said[fault] else 'not said'}" for fault in failed)
        yield f"--- {row.name}{' (unsure)' if unsure else ''}: {verdicts}\n{row.text.strip()}"
        for label, found in row.quotes.items():
            if label.startswith(("context", "value")):
                yield from (f"  label  {label}: {quote}" for quote in found if quote)
        for move in moves:
            if move.move in {"context", "value"}:
                stretch = " ".join(row.text[move.span.start : move.span.end].split())
                yield f"  found  {move.move}.{move.kind}: {stretch}   [{move.by}: {move.cue}]"


def main(arguments: list[str] | None = None) -> int:
    """Print the tables and the worst errors; exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m voicelint.evaluate", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder (or file) of labelled scripts")
    parser.add_argument("--language", help="only the rows of this language")
    parser.add_argument("--errors", type=int, default=20, metavar="N", help="how many errors are printed in full (20)")
    parser.add_argument("--cues-only", action="store_true", help="leave the second opinion unasked")
    parser.add_argument("--undeclared", action="store_true", help="judge as if no profile stood beside the scripts")
    options = parser.parse_args(arguments)
    if not options.folder.exists():
        parser.error(f"{options.folder}: does not exist")
    rows = [row for row in read_rows(options.folder) if options.language in {None, row.language}]
    if options.undeclared:
        rows = [row._replace(declared=False) for row in rows]
    linter, opinion = Linter(), not options.cues_only
    lines = [f"{len(rows)} scripts", *table(evaluate(rows, linter, opinion=opinion))]
    lines += worst(rows, linter, most=options.errors, opinion=opinion)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
