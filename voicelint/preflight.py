"""What can be known to be wrong before the first file is read: names and values that nobody knows, silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from voicelint import language
from voicelint.catalog import Catalog
from voicelint.choices import known_values
from voicelint.config import Config, ConfigError, Selection
from voicelint.finding import Severity
from voicelint.flags import UsageError
from voicelint.library import chosen_rules
from voicelint.rule import Rule
from voicelint.settle import ChoiceError, settle
from voicelint.spelling import did_you_mean

_FLAGS = {"reader": "reader-language"}


def check(config: Config, catalog: Catalog) -> None:
    """Raise UsageError (a flag) or ConfigError (the file) for the first choice that cannot be followed."""
    for settings, place in _choices(config):
        _check_settings(settings, place, catalog, config.path)
    _check_names(config, catalog)
    for selection, place in _selections(config):
        _check_options(selection, place, catalog, config)
        _check_silence(selection, place, catalog, config)


def known_rule(name: str, catalog: Catalog) -> Rule:
    """The rule of that name. Raises UsageError."""
    if name not in catalog.rules:
        raise UsageError(f"there is no rule {name!r}{did_you_mean(name, catalog.rules)} (see --list-rules)")
    return catalog.rules[name]


def _choices(config: Config) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every table of choices, with its key path in the file; "-" for flags."""
    yield config.forced, "-"
    yield config.settings, ""
    for at, override in enumerate(config.overrides):
        yield override.settings, f"overrides.{at}."


def _selections(config: Config) -> Iterator[tuple[Selection, str]]:
    """Every selection that can be in force, with its key path in the file."""
    yield config.selection, ""
    for at, override in enumerate(config.overrides):
        yield config.selection.then(override.selection), f"overrides.{at}."


def _refused(config_path: str, place: str, name: str, message: str) -> Exception:
    if place == "-":
        return UsageError(f"--{_FLAGS.get(name, name)}: {message}")
    return ConfigError(config_path, f"{place}{_FLAGS.get(name, name).replace('_', '-')}", message)


def _check_settings(settings: Mapping[str, Any], place: str, catalog: Catalog, path: str) -> None:
    """Check the values of choices against what is known of each."""
    for name, known in known_values(catalog).items():
        value = settings.get(name)
        if value is not None and value not in known:
            raise _refused(path, place, name, f"{value!r} is unknown{did_you_mean(str(value), known)}")
    for code in settings["wpm"] if isinstance(settings.get("wpm"), Mapping) else ():
        if code not in language.codes():
            raise _refused(path, place, "wpm", f"{code!r} is unknown{did_you_mean(code, language.codes())}")
    try:
        settle({"length": settings.get("length")}, catalog, language.codes()[0])
    except ChoiceError as error:
        message = f"{error.value!r} is no length{did_you_mean(str(error.value), error.known)}"
        raise _refused(path, place, error.name, message) from None


def _check_names(config: Config, catalog: Catalog) -> None:
    """Check that every rule or group that is named exists."""
    groups = {rule.group for rule in catalog.rules.values() if rule.group}
    for name, place in config.rule_names().items():
        known = set(catalog.rules)
        if not place.endswith(f"rule.{name}"):
            known |= {*groups, "all"} if place.endswith("select") else groups
        if name in known:
            continue
        message = f"there is no rule {name!r}{did_you_mean(name, known)} (see --list-rules)"
        raise ConfigError(config.path, place, message) if config.path else UsageError(f"--{place}: {message}")


def _check_options(selection: Selection, place: str, catalog: Catalog, config: Config) -> None:
    """Check that the options of rules exist and hold what their kind can take."""
    for name, choice in selection.rules.items():
        if not choice.options:
            continue
        from voicelint.rule_check import option_mistake

        for kind in catalog.rules[name].kinds.values():
            known = list(kind.options())
            for option in choice.options:
                where = f"{place}rule.{name}.options.{option}"
                if option not in known:
                    raise ConfigError(config.path, where, f"unknown{did_you_mean(option, known)}")
                if option.endswith("cues"):  # compiled with the rule file; a change here would be heard by nobody
                    remedy = "put your phrases into a rule file of your own, in a folder named in `rules`"
                    raise ConfigError(config.path, where, f"cues belong to the rule file: {remedy}")
                mistake = option_mistake(type(kind), option, choice.options[option])
                if mistake:
                    raise ConfigError(config.path, where, mistake)


def _check_silence(selection: Selection, place: str, catalog: Catalog, config: Config) -> None:
    """Refuse a selection that leaves no rule to speak under any profile."""
    for profile in catalog.profiles:
        if any(_speaks(chosen) for chosen in chosen_rules(catalog, selection, profile)):
            return
    message = "no rule is left to check, so everything would pass; take back an ignore or an off"
    raise ConfigError(config.path, place.rstrip("."), message) if config.path else UsageError(message)


def _speaks(chosen: tuple[Rule, Mapping[str, Severity]]) -> bool:
    """Say whether a chosen rule can report anything."""
    rule, severities = chosen
    levels: Iterable[Severity] = severities.values() if severities else rule.severity.values()
    return any(level is not Severity.off for level in levels)
