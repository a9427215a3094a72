"""The answer on a file of which the safe fixes are applied, or shown."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable

from voicelint.answer import Answer, Wanted, answer_of
from voicelint.decoding import encode
from voicelint.discovery import git_ignores
from voicelint.fixer import FixError, diff, mended, replace_file
from voicelint.library import Linter
from voicelint.report import Report
from voicelint.source import Source
from voicelint.targets import STDIN


def mended_answer(
    path: str, named: bool, source: Source, linter: Linter, *, flags: Namespace, wanted: Wanted
) -> Answer:
    """The answer on a file whose safe fixes are applied (`--fix`) or shown (`--diff`)."""
    done = mended(source, lambda text: linter.lint_source(text, named))
    changed = done.source.text != source.text
    reports: Iterable[Report] = done.reports if flags.fix else linter.lint_source(source, named)
    answer = answer_of(path, reports, wanted, linter.config.fail_on)
    answer.notes += (*source.notes, *linter.reading(source, named).notes)
    if flags.diff:
        answer.diff = "".join(diff(source.path, source.text, done.source.text))
    elif path == STDIN:
        answer.fixed_text = done.source.text
    elif changed:
        answer.fixes = done.fixes
        try:
            if git_ignores(path):
                raise FixError("is ignored by git; not changed")
            old, new = encode(source.text, source), encode(done.source.text, source)
            replace_file(path, old, new, tree=_tree(path))
        except (FixError, UnicodeEncodeError) as error:
            answer.error, answer.fixes = str(error), 0
    return answer


def _tree(path: str) -> str:
    """The folder out of which a link must not lead: the working folder, or else the file's own."""
    here, folder = os.getcwd(), os.path.dirname(os.path.abspath(path))
    return here if os.path.commonpath((here, folder)) == here else folder
