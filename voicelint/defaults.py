"""What speaks of a message when nobody has chosen anything: the severity of each rule in each profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from voicelint.catalog import Catalog
from voicelint.finding import Severity
from voicelint.rule import Rule
from voicelint.settle import settle


def by_default(rule: Rule, profile: str, catalog: Catalog) -> Severity:
    """The highest severity with which a rule can speak of a bare text, in a profile and without any other choice."""
    settings = settle({"profile": profile}, catalog, "en")
    if profile not in rule.profiles or "" in rule.needs or not rule.speaks_under(settings):
        return Severity.off
    return _highest(rule, profile, (variant for variant in _variants(rule, profile) if variant not in rule.needs))


def at_most(rule: Rule, profile: str) -> Severity:
    """The highest severity with which a rule speaks in a profile once its settings and facts are named."""
    return _highest(rule, profile, _variants(rule, profile)) if profile in rule.profiles else Severity.off


def default_set(profile: str, catalog: Catalog) -> Mapping[Severity, tuple[str, ...]]:
    """The rules that speak by default in a profile, by severity, in order of name."""
    found = {rule.name: by_default(rule, profile, catalog) for rule in catalog.rules.values()}
    levels = (Severity.error, Severity.warning, Severity.info)
    return {level: tuple(name for name, severity in found.items() if severity is level) for level in levels}


def _variants(rule: Rule, profile: str) -> Iterable[str]:
    return sorted({*rule.severity, *rule.severities.get(profile, {})})


def _highest(rule: Rule, profile: str, variants: Iterable[str]) -> Severity:
    return max((rule.severity_of(variant, profile) for variant in variants), default=Severity.off)
