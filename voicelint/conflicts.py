"""Rules that ask for opposite things: found in what the rule files say that they ask for (`asks`), for any catalog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Any, NamedTuple

from voicelint.catalog import Catalog
from voicelint.rule import Rule
from voicelint.settings import Settings
from voicelint.settle import settle

# What a user can choose beside profile and length, each with the value that stands for "nothing chosen".
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "goal": ("callback", "email", "none"),
    "identity": ("first", "last", "any"),
    "value": ("required", "optional"),
    "delivery": ("live", "recorded", "tts", "live-call"),
    "jurisdiction": ("", "be", "ca", "ch", "fr", "uk", "us"),
    "audience": ("", "business", "consumer"),
}


class Conflict(NamedTuple):
    """Two rules that speak under the same settings, of which one asks for less of a thing than the other."""

    thing: str
    more: str
    less: str
    settings: Settings


def conflicts(catalog: Catalog) -> Iterator[Conflict]:
    """Every pair of rules that can ask for opposite things, with one example of the settings for each.

    All profiles, all presets of length and all choices that a user has are gone through.
    """
    rules = [rule for rule in catalog.rules.values() if rule.data.get("asks")]
    settings = list(_all_settings(catalog))
    for one, other in combinations(rules, 2):
        for more, less in ((one, other), (other, one)):
            for thing in sorted(_asks(more).keys() & _asks(less).keys()):
                found = next((chosen for chosen in settings if _opposed(more, less, thing, chosen)), None)
                if found is not None:
                    yield Conflict(thing, more.name, less.name, found)


def _asks(rule: Rule) -> Mapping[str, Mapping[str, Any]]:
    asks: Mapping[str, Mapping[str, Any]] = rule.data["asks"]
    return asks


def _opposed(more: Rule, less: Rule, thing: str, settings: Settings) -> bool:
    """Say whether one rule asks for at least so much of a thing, and the other for at most less than that."""
    least, most = _asks(more)[thing].get("least"), _asks(less)[thing].get("most")
    if least is None or most is None:
        return False
    band = settings.band
    if (band.min if least == "band" else least) <= (band.max if most == "band" else most):
        return False
    return all(settings.profile in rule.profiles and rule.speaks_under(settings) for rule in (more, less))


def _all_settings(catalog: Catalog) -> Iterator[Settings]:
    for profile, length in product(catalog.profiles, ("", *catalog.bands)):
        for values in product(*_CHOICES.values()):
            yield settle(
                {"profile": profile, "length": length, **dict(zip(_CHOICES, values, strict=True))}, catalog, "en"
            )
