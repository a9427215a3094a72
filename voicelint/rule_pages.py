"""`--list-rules` and `--explain`: the rules that a project has, as text for a terminal."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator

from voicelint.finding import Severity
from voicelint.linters import Linters
from voicelint.manual import page
from voicelint.preflight import known_rule
from voicelint.rule import Rule
from voicelint.terminal import safe, wrapped

_WIDTH = 80


def about_rules(flags: Namespace) -> str:
    """The page of one rule, or the list of all, by group. Raises UsageError for a rule that there is not."""
    linter = Linters(flags).of(os.curdir)
    if flags.explain:
        text = page(known_rule(flags.explain, linter.catalog))
        return "".join(f"{safe(line)}\n" for line in text.splitlines())
    profile = linter.config.settings_for(os.curdir).get("profile") or "cold"
    return "".join(f"{line}\n" for line in _list(linter.catalog.rules.values(), profile))


def _list(rules: Iterable[Rule], profile: str) -> Iterator[str]:
    """Each rule with its severity under the profile, and what it says."""
    known = list(rules)
    width = max((len(rule.name) for rule in known), default=0)
    for group in sorted({rule.group for rule in known}, key=lambda name: (name != "mission", name)):
        yield group or "other"
        for rule in known:
            if rule.group != group:
                continue
            level = max(rule.severity.values(), default=Severity.off) if profile in rule.profiles else Severity.off
            lead = f"  {rule.name:<{width}}  {level.name:<7}  "
            first, *rest = wrapped(safe(str(rule.data.get("summary", ""))), _WIDTH - len(lead))
            yield lead + first
            yield from (" " * len(lead) + line for line in rest)
