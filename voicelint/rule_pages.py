"""`--list-rules` and `--explain`: the rules that a project has, as text for a terminal, in the language of who asks."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

from voicelint.asker import language_of_asker
from voicelint.catalog import Catalog
from voicelint.defaults import at_most, by_default
from voicelint.explanation import explanation
from voicelint.finding import Severity
from voicelint.interface import interface
from voicelint.linters import Linters
from voicelint.manual import page
from voicelint.preflight import known_rule
from voicelint.rule import Rule
from voicelint.terminal import safe, spelled_plainly, style_for, wrapped

_WIDTH = 80


def about_rules(flags: Namespace) -> str:
    """The page of one rule, or the list of all, by group. Raises UsageError for a rule that there is not."""
    linter = Linters(flags).of(os.curdir)
    choices = linter.config.settings_for(os.curdir)
    reader = language_of_asker(choices)
    if flags.explain:
        text = page(known_rule(flags.explain, linter.catalog), reader)
        return _shown(line for whole in text.splitlines() for line in _folded(safe(whole)))
    profile = str(choices.get("profile") or "cold")
    return _shown(_list(linter.catalog, profile, reader))


def _shown(lines: Iterable[str]) -> str:
    """The lines as one text, with no sign that standard output has not: a page is full of quotation marks."""
    text = "".join(f"{line}\n" for line in lines)
    ascii_only = sys.stdout is not None and style_for(sys.stdout).ascii_only
    return spelled_plainly(text) if ascii_only else text


def _folded(line: str) -> Iterator[str]:
    """A line of Markdown in lines of the terminal, which mean the same: quotations and points of lists go on."""
    mark = next((mark for mark in ("> ", "- ") if line.startswith(mark)), "")
    first, *rest = wrapped(line.removeprefix(mark), _WIDTH - len(mark))
    yield mark + first
    yield from ((mark if mark == "> " else " " * len(mark)) + more for more in rest)


def _list(catalog: Catalog, profile: str, reader: str) -> Iterator[str]:
    """Each rule with its severity under the profile (in parentheses: once more is named), and what it says.

    Groups and severities stand as `--select` and a configuration want them, in any language.
    """
    known, words = list(catalog.rules.values()), interface(reader)
    width = max((len(rule.name) for rule in known), default=0)
    for group in sorted({rule.group for rule in known}, key=lambda name: (name != "mission", name)):
        yield group or words.manual("other")
        for rule in known:
            if rule.group != group:
                continue
            lead = f"  {rule.name:<{width}}  {_level(rule, profile, catalog):<9}  "
            first, *rest = wrapped(safe(words.typeset(explanation(rule, reader)["summary"])), _WIDTH - len(lead))
            yield lead + first
            yield from (" " * len(lead) + line for line in rest)


def _level(rule: Rule, profile: str, catalog: Catalog) -> str:
    bare, told = by_default(rule, profile, catalog), at_most(rule, profile)
    return f"({told.name})" if bare is Severity.off < told else bare.name
