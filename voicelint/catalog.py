"""The catalog: every rule, move, profile and preset that is known, as one value."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from voicelint import language, profile
from voicelint.kinds import Kind, builtin_kind
from voicelint.language import read_toml
from voicelint.profile import Profile
from voicelint.rule import Rule, build
from voicelint.settings import Band
from voicelint.snapshot import kept, rules_folder

if TYPE_CHECKING:
    from voicelint.cues import Matcher, Matchers


class CatalogError(ValueError):
    """A rule, move or profile that cannot be used; the text names the file, the place and the remedy."""


class Catalog:
    """Rules by name, cues of moves by label and language, profiles by name, bands by preset name."""

    def __init__(
        self,
        rules: Mapping[str, Rule],
        profiles: Mapping[str, Profile],
        bands: Mapping[str, Band],
        own: tuple[Rule, ...] = (),
    ) -> None:
        self.rules, self.profiles, self.bands = rules, profiles, bands
        self.own = own
        self._matchers: dict[str, Matchers] = {}

    def matcher(self, code: str) -> Matchers:
        """The cues of all moves and rules of a language; worked out once."""
        found = self._matchers.get(code)
        if found is None:
            from voicelint.cues import Matchers

            parts = [builtin_matcher(code)]
            if self.own:
                from voicelint.compiler import compile_cues

                spoken = language.load(code)
                parts.append(compile_cues(rule_cues(self.own, code), {}, spoken))
            found = self._matchers[code] = Matchers(*parts)
        return found

    def with_rules(self, rules: Iterable[Rule]) -> Catalog:
        """A catalog that holds these rules too. Raises CatalogError where a name stands twice."""
        known, added = dict(self.rules), tuple(rules)
        for rule in added:
            if rule.name in known:
                raise CatalogError(
                    f"{rule.origin}: a rule of this name stands in {known[rule.name].origin} already; rename the file"
                )
            known[rule.name] = rule
        return Catalog(dict(sorted(known.items())), self.profiles, self.bands, (*self.own, *added))


def rule_cues(rules: Iterable[Rule], code: str) -> Iterator[tuple[str, str]]:
    """Label and phrase of each cue that the rules bring for a language."""
    for rule in rules:
        kind = rule.kinds.get(code)
        if kind is None:
            continue
        for option in kind.options():
            if not option.endswith("cues"):
                continue
            value = getattr(kind, option)
            named = value.items() if isinstance(value, Mapping) else [("", value)]
            for name, phrases in named:
                label = ".".join(filter(None, (rule.name, option, name)))
                yield from ((label, phrase) for phrase in phrases)


def move_cues(code: str) -> Iterator[tuple[str, str]]:
    """Label (`context.source`, `greeting`) and phrase of each cue of the moves of a language."""
    for move, data in sorted(kept("moves", lambda: _read("moves")).items()):
        for key, value in data.get(code, {}).items():
            if key == "cues":
                yield from ((move, phrase) for phrase in value)
            elif isinstance(value, Mapping):
                yield from ((f"{move}.{key}", phrase) for phrase in value.get("cues", ()))


@cache
def builtin() -> Catalog:
    """The catalog of the rules that come with voicelint."""
    codes = language.codes()
    data = kept("catalog", _linted)
    return Catalog(
        rules={
            name: build(name, entry, kind_named, languages=codes, origin=f"rules/{name}.toml")
            for name, entry in data[""].items()
        },
        profiles={name: profile.build(name, entry) for name, entry in data["profiles"].items()},
        bands={name: Band(*entry["band"]) for name, entry in data["presets"]["length"].items()},
    )


def _linted() -> dict[str, dict[str, Any]]:
    """What linting needs of the files of rules, profiles and presets."""
    from voicelint.explanation import without_explanation

    rules = {name: without_explanation(entry) for name, entry in _read("").items()}
    return {"": rules, "profiles": _read("profiles"), "presets": _read("presets")}


@cache
def builtin_explanations() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """What explains each rule that comes with voicelint, by name and language: see `explanation`."""
    from voicelint.explanation import told_in

    found: dict[str, Any] = kept("explanations", lambda: {name: told_in(data) for name, data in _read("").items()})
    return found


@cache
def builtin_matcher(code: str) -> Matcher:
    """The cues of the moves and rules that come with voicelint, compiled into one matcher of a language."""
    from voicelint.cues import Matcher

    return Matcher.from_data(kept(f"matcher-{code}", lambda: _compiled(code)))


def _compiled(code: str) -> tuple[Any, ...]:
    from voicelint.compiler import compile_cues

    cues = (*move_cues(code), *rule_cues(builtin().rules.values(), code))
    return compile_cues(cues, {}, language.load(code)).to_data()


def kind_named(name: str) -> type[Kind]:
    """The kind of that name: ours, or one that an installed pack brings. Raises CatalogError for none."""
    found = builtin_kind(name) or installed_kinds().get(name)
    if found is None:
        raise CatalogError(f"kind {name!r}: there is no kind of this name")
    return found


@cache
def installed_kinds() -> dict[str, type[Kind]]:
    """Kinds of packs that the user installed (entry points `voicelint.kinds`)."""
    from importlib.metadata import entry_points

    return {entry.name: entry.load() for entry in entry_points(group="voicelint.kinds")}


def _read(part: str) -> dict[str, dict[str, Any]]:
    """The data of each TOML file of a part of the rules, by the file's stem, sorted."""
    folder = os.path.join(rules_folder(), part)
    names = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    return {name.removesuffix(".toml"): read_toml(os.path.join(folder, name)) for name in names}
