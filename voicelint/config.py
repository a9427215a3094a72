"""The configuration as a plain value, and what it says of one path.

What a file may say is checked in `config_schema` (pydantic), which is loaded only if there is a file.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from voicelint.config_place import LARGEST, SHARED_FILE_NAME
from voicelint.finding import Severity
from voicelint.globs import matches


class ConfigError(Exception):
    """A configuration that cannot be used. `place` is its key path, `line` the line (0: unknown)."""

    def __init__(self, path: str, place: str, message: str, line: int = 0) -> None:
        where = ": ".join(part for part in (f"{path}:{line}" if line else path, place) if part)
        super().__init__(f"{where}: {message}")
        self.path, self.place, self.message, self.line = path, place, message, line


class RuleChoice(NamedTuple):
    """What a configuration changes of one rule; no severity: the rule's own."""

    severity: Severity | None = None
    options: Mapping[str, Any] = {}


class Selection(NamedTuple):
    """Which rules speak: those of `select` (None: those of the profile), without those of `ignore`."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleChoice] = {}

    def then(self, later: Selection) -> Selection:
        """This selection changed by a later one: its `select` replaces, its `ignore` and rules are added.

        What the later one selects by name is no longer ignored.
        """
        rules = dict(self.rules)
        for name, choice in later.rules.items():
            before = rules.get(name, RuleChoice())
            severity = before.severity if choice.severity is None else choice.severity
            rules[name] = RuleChoice(severity, {**before.options, **choice.options})
        select = self.select if later.select is None else later.select
        ignore = tuple(name for name in self.ignore if name not in (later.select or ()))
        return Selection(select, (*ignore, *later.ignore), rules)


class Override(NamedTuple):
    """What holds for the paths that answer to one of the globs `paths`."""

    paths: tuple[str, ...]
    settings: Mapping[str, Any] = {}
    selection: Selection = Selection()


class Config(NamedTuple):
    """Everything that a user chose.

    `settings` are the choices of `voicelint.settings.Settings` (with `language`, `default_language`,
    `reader`, `length` and `wpm`, words per minute or a table of them by language); what stands beside a
    script goes before them, and `forced` (flags, arguments) before both. Globs are held against the path
    below `root`.
    """

    path: str = ""
    root: str = ""
    settings: Mapping[str, Any] = {}
    forced: Mapping[str, Any] = {}
    selection: Selection = Selection()
    overrides: tuple[Override, ...] = ()
    fail_on: Severity = Severity.error
    rule_folders: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    column: str = ""
    patterns: Mapping[str, str] = {}
    contacts: Mapping[str, str] = {}
    variables: tuple[str, ...] = ()
    pipeline: str = ""

    def with_flags(self, forced: Mapping[str, Any], selection: Selection, fail_on: Severity | None = None) -> Config:
        """This configuration under the flags of a command, which go before everything in it."""
        return self._replace(
            forced={**self.forced, **forced},
            selection=self.selection.then(selection),
            overrides=tuple(
                override._replace(selection=override.selection.then(selection)) for override in self.overrides
            ),
            fail_on=self.fail_on if fail_on is None else fail_on,
        )

    def settings_for(self, path: str, beside: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The choices for a script of `path`; `beside` are those found beside the script itself."""
        chosen = dict(self.settings)
        for override in self._overrides_for(path):
            chosen.update(override.settings)
        chosen.update(beside or {})
        chosen.update(self.forced)
        return chosen

    def selection_for(self, path: str) -> Selection:
        """The rules chosen for the scripts of `path`."""
        selection = self.selection
        for override in self._overrides_for(path):
            selection = selection.then(override.selection)
        return selection

    def rule_names(self) -> dict[str, str]:
        """Every rule that the configuration names, with the key path at which it does."""
        named: dict[str, str] = {}
        places = [("", self.selection)]
        places += [(f"overrides.{at}.", override.selection) for at, override in enumerate(self.overrides)]
        for prefix, selection in places:
            for key, names in (("select", selection.select or ()), ("ignore", selection.ignore)):
                for name in names:
                    named.setdefault(name, f"{prefix}{key}")
            for name in selection.rules:
                named.setdefault(name, f"{prefix}rule.{name}")
        return named

    def relative(self, path: str) -> str:
        """`path` below `root`, divided by `/`; as it is, if it lies elsewhere."""
        below = os.path.relpath(path, self.root or ".").replace(os.sep, "/")
        return path.replace(os.sep, "/") if below.startswith("../") else below

    def _overrides_for(self, path: str) -> list[Override]:
        """The overrides that hold for a path, in order: a later one wins."""
        if not self.overrides:
            return []
        below = self.relative(path)
        return [override for override in self.overrides if matches(below, override.paths)]


def load(path: str) -> Config:
    """The configuration of a file. Raises ConfigError with the file, the key and, where known, the line."""
    try:
        if not os.path.isfile(path):
            raise ConfigError(path, "", "is no file" if os.path.exists(path) else "does not exist")
        if os.path.getsize(path) > LARGEST:
            raise ConfigError(path, "", f"is larger than {LARGEST:,} bytes: not a configuration")
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        raise ConfigError(path, "", f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(path, "", f"is not UTF-8 (byte {error.start})") from None
    from voicelint.config_schema import read  # pydantic: only where there is something to check

    return read(path, text, table=("tool", "voicelint") if os.path.basename(path) == SHARED_FILE_NAME else ())
