"""The maintainer's command that holds what users are told against the labels: `python -m voicelint.verdicts FOLDER`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from voicelint.evaluate import Row, read_rows
from voicelint.finding import Finding, Severity
from voicelint.library import Linter

# The rules that say that something is not said at all, and the label that a script lacks where they are right.
MISSING = {
    "missing-ask": "ask",
    "missing-callback-number": "callback-number",
    "missing-caller": "identity.caller",
    "missing-context": "missing context",
    "missing-value": "missing value",
}


class Verdict(NamedTuple):
    """One finding on a labelled script, and whether the labels say so too."""

    row: Row
    finding: Finding
    right: bool


def verdicts(rows: Iterable[Row], linter: Linter) -> Iterator[Verdict]:
    """The findings of MISSING on labelled scripts, at warning or above, in order.

    What is not told is not counted: not every profile needs every move, and two rules may speak for each other.
    """
    for row in rows:
        for finding in linter.lint(row.text, path=row.name, **row.choices).findings:
            if finding.rule in MISSING and finding.severity >= Severity.warning:
                yield Verdict(row, finding, is_right(row, finding.rule))


def is_right(row: Row, rule: str) -> bool:
    """Say whether a script lacks, by its labels, what a rule of MISSING says it lacks."""
    label = MISSING[rule]
    return row.truth[label] if label.startswith("missing ") else not row.truth[label]


def table(judged: Iterable[Verdict]) -> Iterator[str]:
    """How often each rule spoke, and how often against the labels, by language."""
    counts: dict[tuple[str, str], list[int]] = {}
    for row, finding, is_told_rightly in judged:
        counts.setdefault((row.language, finding.rule), [0, 0])[is_told_rightly] += 1
    yield f"{'':4}{'rule':26}{'told':>6}{'wrong':>7}{'precision':>11}"
    for (language, rule), (wrong, right) in sorted(counts.items()):
        yield f"{language:4}{rule:26}{wrong + right:>6}{wrong:>7}{right / (wrong + right):>11.3f}"


def texts(judged: Iterable[Verdict]) -> Iterator[str]:
    """The scripts of which the labels say otherwise, whole, by rule."""
    wrong = [(finding.rule, row.name, row) for row, finding, right in judged if not right]
    for rule, name, row in sorted(wrong, key=lambda item: item[:2]):
        yield f"--- {rule} ({row.profile or 'no profile'}) {name}\n    {' '.join(row.text.split())}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table and the scripts told wrongly; exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m voicelint.verdicts", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder (or file) of labelled scripts")
    parser.add_argument("--table", action="store_true", help="the table alone, without the scripts")
    parser.add_argument("--rule", choices=sorted(MISSING), help="only the findings of this rule")
    options = parser.parse_args(arguments)
    if not options.folder.exists():
        parser.error(f"{options.folder}: does not exist")
    judged = list(verdicts(read_rows(options.folder), Linter()))
    if options.rule:
        judged = [one for one in judged if one.finding.rule == options.rule]
    lines = [*table(judged), *(() if options.table else texts(judged))]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
