"""What a configuration file may say, checked with pydantic; nothing else of the configuration loads it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from voicelint import globs
from voicelint.config import Config, ConfigError, Override, RuleChoice, Selection
from voicelint.finding import Severity
from voicelint.spelling import did_you_mean
from voicelint.toml_place import line_of


def _glob(pattern: str) -> str:
    """A glob that can be compiled."""
    if not pattern.strip():
        raise ValueError("is empty")
    try:
        globs.matches("", (pattern,))
    except re.error as error:
        raise ValueError(f"{pattern!r} is no glob: {error}") from None
    return pattern


def _expression(pattern: str) -> str:
    """A regular expression that can be compiled."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}") from None
    return pattern


Glob = Annotated[str, AfterValidator(_glob)]
Expression = Annotated[str, Field(max_length=2000), AfterValidator(_expression)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")]
Level = Literal["off", "info", "warning", "error"]
# The slowest dictation and the fastest auctioneer; a rate outside is a slip of the keyboard.
Rate = Annotated[float, Field(ge=40, le=400)]
Length = Annotated[str, Field(pattern=r"^(?:[a-z]+|\d+(?:\.\d+)?-\d+(?:\.\d+)?)$")]


def _dashed(name: str) -> str:
    """The key in the file of a field here."""
    return name.replace("_", "-")


class _Table(BaseModel):
    """A table in which every key is known."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=_dashed)


class _Rule(_Table):
    """`[rule.NAME]`."""

    severity: Level | None = None
    options: dict[str, Any] = Field(default_factory=dict)


class _Choices(_Table):
    """What may be chosen for all paths, or for some."""

    language: str | None = None
    default_language: str | None = None
    reader_language: str | None = None
    profile: str | None = None
    goal: str | None = None
    length: Length | None = None
    wpm: Rate | dict[str, Rate] | None = None
    dictation: Annotated[float, Field(ge=0.25, le=4)] | None = None
    region: str | None = None
    identity: str | None = None
    value: str | None = None
    number: str | None = None
    delivery: str | None = None
    jurisdiction: str | None = None
    audience: str | None = None
    template: bool | None = None
    series: str | None = None
    select: list[Name] | None = None
    ignore: list[Name] = Field(default_factory=list)
    rule: dict[Name, _Rule] = Field(default_factory=dict)


class _Override(_Choices):
    """`[[overrides]]`: choices for the paths that answer to a glob."""

    paths: list[Glob]


class _File(_Choices):
    """The whole file."""

    fail_on: Literal["info", "warning", "error"] = "error"
    rules: list[str] = Field(default_factory=list)
    include: list[Glob] = Field(default_factory=list)
    exclude: list[Glob] = Field(default_factory=list)
    fields: list[str] = Field(default_factory=list)
    column: str = ""
    patterns: dict[Glob, Expression] = Field(default_factory=dict)
    contacts: dict[str, str] = Field(default_factory=dict)
    variables: list[str] = Field(default_factory=list)
    pipeline: str = ""
    overrides: list[_Override] = Field(default_factory=list)


_OWN = {"select", "ignore", "rule", "paths"}  # choices that are no settings of a script


def read(path: str, text: str, table: Sequence[str] = ()) -> Config:
    """The configuration that a text of TOML says; `table` is where it stands in the file.

    Raises ConfigError for the first mistake, with its key path and line.
    """
    data = _parsed(path, text)
    for name in table:
        data = data.get(name, {})
    try:
        file = _File.model_validate(data)
    except ValidationError as invalid:
        raise _error(path, text, invalid, table) from None
    _refuse_silence(path, text, "", file)
    for at, item in enumerate(file.overrides):
        _refuse_silence(path, text, f"overrides.{at}.", item)
    root = os.path.dirname(os.path.abspath(path))
    return Config(
        path=path,
        root=root,
        settings=_settings(file),
        selection=_selection(file),
        overrides=tuple(Override(tuple(item.paths), _settings(item), _selection(item)) for item in file.overrides),
        fail_on=Severity[file.fail_on],
        rule_folders=tuple(os.path.join(root, folder) for folder in file.rules),
        include=tuple(file.include),
        exclude=tuple(file.exclude),
        fields=tuple(file.fields),
        column=file.column,
        patterns=dict(file.patterns),
        contacts=dict(file.contacts),
        variables=tuple(file.variables),
        pipeline=file.pipeline,
    )


def _parsed(path: str, text: str) -> dict[str, Any]:
    """The tables of the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at line (\d+), column (\d+)\)\Z", str(error))
        message = str(error)[: place.start()] if place else str(error)
        raise ConfigError(path, "", f"is not TOML: {message}", int(place[1]) if place else 0) from None
    except RecursionError:
        raise ConfigError(path, "", "is nested too deeply") from None


def _settings(choices: _Choices) -> dict[str, Any]:
    """The choices that were made, under the names that Settings knows."""
    fields = _Choices.model_fields
    made = {name: getattr(choices, name) for name in fields if name not in _OWN}
    made["reader"] = made.pop("reader_language")
    return {name: value for name, value in made.items() if value is not None}


def _selection(choices: _Choices) -> Selection:
    """Which rules the choices let speak."""
    rules = {
        name: RuleChoice(Severity[rule.severity] if rule.severity else None, rule.options)
        for name, rule in choices.rule.items()
    }
    return Selection(None if choices.select is None else tuple(choices.select), tuple(choices.ignore), rules)


def _refuse_silence(path: str, text: str, prefix: str, choices: _Choices) -> None:
    """Refuse what would silence every rule without saying so."""
    if choices.select is not None and not choices.select:
        key = f"{prefix}select"
        message = "names no rule, so nothing would be checked; leave it out to check the rules of the profile"
        raise ConfigError(path, key, message, line_of(text, key.split(".")))
    if choices.select and not set(choices.select) - set(choices.ignore):
        key = f"{prefix}ignore"
        raise ConfigError(path, key, "takes away every rule that select names", line_of(text, key.split(".")))


def _error(path: str, text: str, invalid: ValidationError, table: Sequence[str]) -> ConfigError:
    """The first mistake in the words of a user."""
    # A mistyped key explains what seems to be missing; of the two forms of wpm, the deeper one was meant.
    mistakes = invalid.errors(include_url=False)
    first = min(mistakes, key=lambda it: (it["type"] != "extra_forbidden", -len(it["loc"])))
    # pydantic adds marks of its own: "[key]" for a bad key, the type that it tried of several.
    location = [str(part) for part in first["loc"]]
    if first["type"] != "extra_forbidden":
        marks = re.compile(r"constrained-float|float|\[key\]|dict\[.*\]")
        location = [part for part in location if not marks.fullmatch(part)]
    message = _message(first, location)
    return ConfigError(path, ".".join((*table, *location)), message, line_of(text, [*table, *location]))


def _message(first: Mapping[str, Any], location: Sequence[str]) -> str:
    """What is wrong, with the nearest name if a key is unknown."""
    if first["type"] == "extra_forbidden":
        return f"unknown{did_you_mean(location[-1], _known_keys(location[:-1]))}"
    if first["type"] == "string_pattern_mismatch" and location[-1] == "length":
        return f"{first['input']!r} is no length: write a preset (flash) or seconds (8-14)"
    if first["type"] == "string_pattern_mismatch":
        return f"{first['input']!r} is no rule's name (lower case, words joined by -)"
    if first["type"] == "literal_error":
        names = re.findall(r"'([^']*)'", first["ctx"]["expected"])
        return f"{first['input']!r} is unknown{did_you_mean(str(first['input']), names)}"
    if first["type"] == "value_error":
        return str(first["ctx"]["error"])
    if first["type"] == "missing":
        return "is missing"
    return str(first["msg"]).lower().replace("input should be", "must be").replace("valid ", "")


def _known_keys(location: Sequence[str]) -> list[str]:
    """The keys of the table at a place."""
    model: type[_Table] = _File
    if location and location[0] == "overrides":
        model = _Override
    if "rule" in location:
        model = _Rule
    return [_dashed(name) for name in model.model_fields]
