"""The catalog: every rule, move, profile and preset that is known, as one value."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicelint import language, profile
from voicelint.kinds import Kind, builtin_kind
from voicelint.profile import Profile
from voicelint.rule import Rule, build
from voicelint.settings import Band

if TYPE_CHECKING:
    from voicelint.cues import Matcher


class CatalogError(ValueError):
    """A rule, move or profile that cannot be used; the text names the file, the place and the remedy."""


class Catalog:
    """Rules by name, cues of moves by label and language, profiles by name, bands by preset name."""

    def __init__(
        self,
        rules: Mapping[str, Rule],
        move_cues: Mapping[str, tuple[tuple[str, str], ...]],
        profiles: Mapping[str, Profile],
        bands: Mapping[str, Band],
    ) -> None:
        self.rules, self.move_cues, self.profiles, self.bands = rules, move_cues, profiles, bands
        self._matchers: dict[str, Matcher] = {}

    def matcher(self, code: str) -> Matcher:
        """The cues of all moves and rules of a language, compiled into one; worked out once."""
        found = self._matchers.get(code)
        if found is None:
            from voicelint.cues import compile_cues

            spoken = language.load(code)
            cues = (*self.move_cues.get(code, ()), *rule_cues(self.rules.values(), code))
            found = self._matchers[code] = compile_cues(cues, spoken.section("lists"), spoken)
        return found

    def with_rules(self, rules: Iterable[Rule]) -> Catalog:
        """A catalog that holds these rules too. Raises CatalogError where a name stands twice."""
        known = dict(self.rules)
        for rule in rules:
            if rule.name in known:
                raise CatalogError(
                    f"{rule.origin}: a rule of this name stands in {known[rule.name].origin} already; rename the file"
                )
            known[rule.name] = rule
        return Catalog(dict(sorted(known.items())), self.move_cues, self.profiles, self.bands)


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


def move_cues(moves: Mapping[str, Mapping[str, Any]], code: str) -> Iterator[tuple[str, str]]:
    """Label (`context.source`, `greeting`) and phrase of each cue of the moves of a language."""
    for move, data in sorted(moves.items()):
        for key, value in data.get(code, {}).items():
            if key == "cues":
                yield from ((move, phrase) for phrase in value)
            elif isinstance(value, Mapping):
                yield from ((f"{move}.{key}", phrase) for phrase in value.get("cues", ()))


def folder_of_rules() -> Path:
    """Where the built-in rules stand: inside the installed package, or beside it in a checkout."""
    packaged = Path(str(files("voicelint"))) / "rules"
    return packaged if packaged.is_dir() else packaged.parent.parent / "rules"


@cache
def builtin() -> Catalog:
    """The catalog of the rules that come with voicelint."""
    folder = folder_of_rules()
    codes = language.codes()
    data = {part: _read(folder / part) for part in ("", "moves", "profiles", "presets")}
    rules = {
        name: build(name, entry, kind_named, languages=codes, origin=f"rules/{name}.toml")
        for name, entry in data[""].items()
    }
    return Catalog(
        rules=rules,
        move_cues={code: tuple(move_cues(data["moves"], code)) for code in codes},
        profiles={name: profile.build(name, entry) for name, entry in data["profiles"].items()},
        bands={name: Band(*entry["band"]) for name, entry in data["presets"]["length"].items()},
    )


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


def _read(folder: Path) -> dict[str, dict[str, Any]]:
    """The data of each TOML file of a folder, by the file's stem, sorted."""
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}
