"""`rules/README.md`: every rule by group, what speaks by default in each profile, made from the rule files alone."""

from __future__ import annotations

from collections.abc import Iterable

from voicelint.catalog import Catalog
from voicelint.defaults import at_most, by_default, default_set
from voicelint.explanation import explanation
from voicelint.finding import Severity
from voicelint.rule import Rule

_MARKS = {Severity.error: "**error**", Severity.warning: "warning", Severity.info: "info", Severity.off: ""}
_INTRODUCTION = """\
Made from the rule files by `pytest --bless`; do not edit by hand. A rule's page: `voicelint --explain RULE`.

Error and warning are for what costs the call; the rest are notes (info) or off, because a linter that shouts is
switched off. In the tables, **error**, warning and info speak of a bare text by default; a mark in parentheses only
where something more is named: a jurisdiction, a series, the recipient, a delivery. An empty cell: off in this
profile; `[rule.NAME]` with a `severity` in `voicelint.toml`, or `--select`, switches it on."""


def table(catalog: Catalog) -> str:
    """The whole page."""
    parts = ["# The rules", _INTRODUCTION, "## What is on by default", _profiles(catalog), _sets(catalog)]
    groups: dict[str, list[Rule]] = {}
    for rule in catalog.rules.values():
        groups.setdefault(rule.group, []).append(rule)
    for group in sorted(groups, key=lambda name: (name != "mission", name)):
        rows = [_rule(rule, catalog) for rule in groups[group]]
        parts += [f"## {group}", _table(["rule", *catalog.profiles, "what it says"], rows)]
    return "\n\n".join(parts) + "\n"


def _profiles(catalog: Catalog) -> str:
    rows = []
    for profile in catalog.profiles.values():
        found = default_set(profile.name, catalog)
        band = f"{profile.band.min:g}-{profile.band.max:g} s"
        counts = [str(len(found[level])) for level in (Severity.error, Severity.warning, Severity.info)]
        rows.append([f"`{profile.name}`", profile.summary["en"], band, *counts])
    return _table(["profile", "for", "length", "errors", "warnings", "notes"], rows)


def _sets(catalog: Catalog) -> str:
    """For each profile, the rules that can fail a run or warn."""
    lines = []
    for name in catalog.profiles:
        found = default_set(name, catalog)
        errors, warnings = (_listed(found[level]) for level in (Severity.error, Severity.warning))
        lines.append(f"- `{name}`: errors {errors}; warnings {warnings}.")
    return "\n".join(lines)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def _rule(rule: Rule, catalog: Catalog) -> list[str]:
    summary = str(explanation(rule, "en")["summary"])
    return [f"`{rule.name}`", *(_mark(rule, name, catalog) for name in catalog.profiles), summary]


def _mark(rule: Rule, profile: str, catalog: Catalog) -> str:
    bare, told = by_default(rule, profile, catalog), at_most(rule, profile)
    more = f"({told.name})" if told > bare else ""
    return " ".join(part for part in (_MARKS[bare], more) if part)


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *rows))
