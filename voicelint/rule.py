"""A rule: one file of `rules/`, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from voicelint.finding import Severity
from voicelint.kinds.kind import Kind
from voicelint.settings import Settings

# What tells a person of a rule, and linting nothing: at a file's top, and in a language block for who reads it.
EXPLAINING_KEYS = ("exceptions", "fix_safety", "known_false_alarms", "sources", "summary", "verified", "why")
# Keys of a rule file that belong to the rule itself; every other key is an option of its kind.
RULE_KEYS = (
    "asks",
    "group",
    "kind",
    "needs",
    "profiles",
    "severity",
    "severities",
    "silent",
    "since",
    "when",
    *EXPLAINING_KEYS,
)
BLOCK_KEYS = ("advice", "examples", "fail", "fix", "message", "pass", *EXPLAINING_KEYS)


class Block(NamedTuple):
    """What a rule file says in one language: to the reader (message, advice, fix) and by example.

    `message`, `advice`: by variant of the hit (`""` for any). `fix`: titles by name. Texts have named places.
    """

    message: Mapping[str, str]
    advice: Mapping[str, str]
    fix: Mapping[str, str]
    passing: tuple[Any, ...] = ()
    failing: tuple[Any, ...] = ()


class Rule(NamedTuple):
    """A rule. `severity` is by variant of the hit (`""` for any), `severities` by profile.

    `needs`: what has to be told beside the script, by variant, before the rule can speak (`{"": ("series",)}`).
    `when`: the settings under which it speaks at all (`{"goal": ("callback",)}`); `silent`: those which, all together,
    silence it.
    `kinds`: for each language of drafts, the kind with its options; `data` is the file as read (of a built-in rule
    without what explains it: see explanation.py).
    """

    name: str
    group: str
    severity: Mapping[str, Severity]
    severities: Mapping[str, Mapping[str, Severity]]
    profiles: frozenset[str]
    needs: Mapping[str, tuple[str, ...]]
    when: Mapping[str, tuple[str, ...]]
    silent: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Kind]
    blocks: Mapping[str, Block]
    data: Mapping[str, Any] = {}
    origin: str = ""

    def speaks_under(self, settings: Settings) -> bool:
        """Say whether the settings let the rule speak."""
        return settings.matches(self.when) and not (self.silent and settings.matches(self.silent))

    def severity_of(self, variant: str, profile: str) -> Severity:
        """How much a hit of that variant matters in that profile."""
        for table in (self.severities.get(profile), self.severity):
            found = table.get(variant, table.get("")) if table else None
            if found is not None:
                return found
        return Severity.off


def by_variant(value: Any) -> dict[str, Any]:
    """A value that may be given once for all variants, or in a table by variant."""
    return dict(value) if isinstance(value, Mapping) else {"": value}


def options_of(data: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The options for the kind: those of the file's top, then those of the language's block."""
    general = {key: value for key, value in data.items() if key not in RULE_KEYS and not is_block(key, value)}
    block = data.get(language, {})
    return general | {key: value for key, value in block.items() if key not in BLOCK_KEYS}


def is_block(key: str, value: Any) -> bool:
    """Say whether a top-level key is a language block (a table named by a language code)."""
    return isinstance(value, Mapping) and len(key) == 2 and key.isalpha()


def build(name: str, data: Mapping[str, Any], find_kind: Any, *, languages: tuple[str, ...], origin: str = "") -> Rule:
    """The rule of a file's data, which is trusted to be well formed (else see rule_check)."""
    kind = find_kind(data["kind"])
    blocks = {code: data[code] for code in languages if code in data}
    return Rule(
        name=name,
        group=data.get("group", ""),
        severity=_severities(data.get("severity", "warning")),
        severities={profile: _severities(value) for profile, value in data.get("severities", {}).items()},
        profiles=frozenset(data.get("profiles", ())),
        needs={variant: tuple(names) for variant, names in by_variant(data["needs"]).items()}
        if "needs" in data
        else {},
        when=_wanted(data.get("when", {})),
        silent=_wanted(data.get("silent", {})),
        kinds={code: kind(name, **_frozen(options_of(data, code))) for code in blocks},
        blocks={code: _block(block) for code, block in blocks.items()},
        data=data,
        origin=origin,
    )


def _wanted(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(map(str, value)) for key, value in table.items()}


def _severities(value: Any) -> dict[str, Severity]:
    return {variant: Severity[word] for variant, word in by_variant(value).items()}


def _block(block: Mapping[str, Any]) -> Block:
    return Block(
        message=by_variant(block.get("message", "")),
        advice=by_variant(block.get("advice", "")),
        fix=block.get("fix", {}),
        passing=tuple(block.get("pass", ())),
        failing=tuple(block.get("fail", ())),
    )


def _frozen(value: Any) -> Any:
    """Lists of TOML as tuples, so that a kind holds nothing that can change."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
