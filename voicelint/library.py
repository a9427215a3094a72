"""voicelint from Python: a Linter holds a configuration, and answers texts, files and streams of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from voicelint import language
from voicelint.allow import Allowances
from voicelint.catalog import Catalog, builtin
from voicelint.chosen import Chosen
from voicelint.config import Config, ConfigError, Selection
from voicelint.draft import Draft, Opinion
from voicelint.finding import Move, Severity
from voicelint.globs import matches
from voicelint.linter import lint as lint_draft
from voicelint.report import Report
from voicelint.rule import Rule
from voicelint.script import Script, whole
from voicelint.settings import Settings
from voicelint.settle import settle
from voicelint.source import Source

if TYPE_CHECKING:
    from voicelint.readers import Reading

_LONGEST = 1_500_000  # characters: a day of speech; what is longer is no message, and would take minutes
_MOST_SETTINGS = 256  # that are remembered


def _nobody(_: str) -> None:
    """Tell nobody."""


class Linter:
    """Answers drafts under one configuration. Holds nothing that a call changes: threads may share it."""

    def __init__(self, config: Config | None = None, catalog: Catalog | None = None) -> None:
        self.config = config or Config()
        self.catalog = catalog or catalog_of(self.config)
        self._opinion = opinion_of(self.config)
        # What others installed may change without a sign.
        self.is_ours = not self.config.pipeline and not any_pack_installed()
        self._chosen: dict[tuple[int, str], Chosen] = {}
        self._settings: dict[tuple[Any, ...], Settings] = {}

    def lint(self, text: str, *, path: str = "<text>", **choices: Any) -> Report:
        """The report on a text that is one message. `choices` are those of Settings (language, profile, wpm ...).

        Raises ChoiceError for a choice that is not known.
        """
        source = Source(text, path)
        return self.lint_script(source, whole(source), **choices)

    def lint_many(self, texts: Iterable[str], **choices: Any) -> Iterator[Report]:
        """The reports on many messages, in order, each worked out when it is asked for."""
        return (self.lint(text, **choices) for text in texts)

    def lint_file(self, path: str) -> list[Report]:
        """The reports on the scripts of a file, in order; none if it holds no script.

        Raises OSError if it cannot be opened, and ReadError if it cannot be understood.
        """
        from voicelint.decoding import read_file

        return list(self.lint_source(read_file(path)))

    def lint_source(
        self, source: Source, named: bool = True, tell: Callable[[str], None] = _nobody
    ) -> Iterator[Report]:
        """The reports on the scripts that a reader finds in a source, in order, without what the file allows.

        `named`: a person gave the file by name, so that a plain text is one message, whatever it holds.
        `tell` is told, in the words of a note, what could not be read or followed.
        """
        reading = self.reading(source, named)
        for note in reading.notes:
            tell(note)
        allowances = self._allowances(source, reading.scripts)
        for index, script in enumerate(reading.scripts):
            yield self._allowed(self.lint_script(source, script), allowances, index)

    def lint_series(self, sources: Iterable[Source], named: Callable[[Source], bool] = lambda _: True) -> list[Report]:
        """The reports on the scripts of several sources, each series among them judged as one object."""
        from voicelint.series import judged, series_of

        reports: list[Report] = []
        homes: list[tuple[Allowances, int]] = []
        for source in sources:
            scripts = self.reading(source, named(source)).scripts
            allowances = self._allowances(source, scripts)
            reports += (self.lint_script(source, script) for script in scripts)
            homes += ((allowances, index) for index in range(len(scripts)))
        places = {id(report): at for at, report in enumerate(reports)}
        for series, members in list(series_of(reports)):
            rules = self._rules_for(members[0].path, members[0].profile)
            for member, report in zip(members, judged(series, members, rules), strict=True):
                reports[places[id(member)]] = report
        return [self._allowed(report, *home) for report, home in zip(reports, homes, strict=True)]

    def reading(self, source: Source, named: bool = True) -> Reading:
        """What a reader finds in a source, and what it leaves out. Raises ReadError.

        Settings beside a script that nobody knows are left out, with a note.
        """
        from voicelint.readers import Options, ReadError, read

        config, patterns = self.config, tuple[str, ...]()
        if config.patterns:
            below = config.relative(source.path)
            patterns = tuple(pattern for glob, pattern in config.patterns.items() if matches(below, (glob,)))
        reading = read(source, Options(config.fields, config.column, patterns, named))
        for script in reading.scripts:
            if len(script.text) > _LONGEST:
                place = f"line {source.position(script.span.start).line}"
                raise ReadError(source.path, place, f"holds {len(script.text):,} characters: no message is that long")
        if not any(script.settings for script in reading.scripts):
            return reading
        from voicelint.choices import followed

        scripts, notes = followed(reading.scripts, self.catalog)
        return reading._replace(scripts=scripts, notes=(*reading.notes, *notes))

    def _allowances(self, source: Source, scripts: Iterable[Script]) -> Allowances:
        return Allowances(source, tuple(script.span for script in scripts), self.catalog.rules)

    def _allowed(self, report: Report, allowances: Allowances, index: int) -> Report:
        """The report without what the file allows."""
        if not allowances.marks:
            return report
        asked = {rule.name for rule, _ in self._rules_for(report.path, report.profile)}
        return allowances.apply(report, index, asked)

    def lint_script(self, source: Source, script: Script, **choices: Any) -> Report:
        """The report on one script of a source. Raises ChoiceError."""
        draft = self.draft(source, script, **choices)
        if draft.settings.language != draft.language.code:
            from voicelint.foreign import report_on

            return report_on(draft, source)
        return lint_draft(draft, self._rules_for(source.path, draft.settings.profile), source)

    def draft(self, source: Source, script: Script, **choices: Any) -> Draft:
        """The draft of one script, with its settings settled and its language found.

        If it is written in a language without a file, its settings name that, and its `language` is the default.
        """
        chosen = {**self.config.settings_for(source.path, script.settings), **choices}
        if self.config.variables:
            chosen["variables"] = (*self.config.variables, *chosen.get("variables", ()))
        default = str(chosen.get("default_language") or "en")
        code = self._language_of(script, chosen, default)
        known = code if code in language.codes() else default
        settings = self._settled({"reader": known, **chosen}, code)
        matcher = self.catalog.matcher(known)
        return Draft(script, settings, language.load(known), matcher, self._opinion, self.config.pipeline)

    def _settled(self, choices: Mapping[str, Any], code: str) -> Settings:
        """The settings that choices make: once for those that are texts and nothing else, as nearly all are."""
        if not all(type(value) is str for value in choices.values()):
            return settle(choices, self.catalog, code)
        key = (code, *choices.items())
        found = self._settings.get(key)
        if found is None:
            if len(self._settings) >= _MOST_SETTINGS:
                self._settings.clear()
            found = self._settings[key] = settle(choices, self.catalog, code)
        return found

    def _language_of(self, script: Script, chosen: Mapping[str, Any], default: str) -> str:
        """The language asked for, or else the one that the words give away, or else the default."""
        asked = str(chosen.get("language") or "auto").casefold()
        if asked != "auto":
            return asked if asked in language.codes() else asked.replace("_", "-").partition("-")[0]
        from voicelint.detection import detect

        found = detect(script.text)
        return found.code or found.other or default

    def _rules_for(self, path: str, profile: str) -> Chosen:
        """The rules that speak for a path under a profile, each with its severities of this configuration."""
        selection = self.config.selection_for(path)
        if selection is not self.config.selection:
            return Chosen(chosen_rules(self.catalog, selection, profile))
        key = (id(selection), profile)
        if key not in self._chosen:
            self._chosen[key] = Chosen(chosen_rules(self.catalog, selection, profile))
        return self._chosen[key]


def chosen_rules(catalog: Catalog, selection: Selection, profile: str) -> Iterator[tuple[Rule, Mapping[str, Severity]]]:
    """The rules of a selection under a profile: those named (by name or group), else the profile's own."""
    wanted, unwanted = selection.select, set(selection.ignore)
    for rule in catalog.rules.values():
        choice = selection.rules.get(rule.name)
        named = wanted is not None and not {rule.name, rule.group, "all"}.isdisjoint(wanted)
        switched_on = choice is not None and choice.severity is not None and wanted is None
        if not (named or switched_on or (wanted is None and profile in rule.profiles)):
            continue
        if rule.name in unwanted or rule.group in unwanted:
            continue
        if choice is None:
            yield rule, {}
        else:
            changed = with_options(rule, choice.options) if choice.options else rule
            yield changed, {} if choice.severity is None else {"": choice.severity}


def with_options(rule: Rule, options: Mapping[str, Any]) -> Rule:
    """The rule with some options of its kind changed. Raises TypeError for an option that its kind has not."""
    kinds = {code: kind.with_options(**options) for code, kind in rule.kinds.items()}
    return rule._replace(kinds=kinds)


def catalog_of(config: Config) -> Catalog:
    """The catalog under a configuration: built-in rules, those of installed packs, those of the project's folders.

    Raises CatalogError for a rule file that cannot be used.
    """
    catalog = builtin()
    if any_pack_installed():
        from voicelint.packs import installed_rules

        catalog = catalog.with_rules(installed_rules())
    if not config.rule_folders:
        return catalog
    from voicelint.packs import rules_of_folder

    for folder in config.rule_folders:
        catalog = catalog.with_rules(rules_of_folder(folder))
    return catalog


@cache
def any_pack_installed() -> bool:
    """Say whether some installed package brings rules; worked out once a process."""
    return any(map(_brings_rules, sys.path))


def _brings_rules(folder: str) -> bool:
    """Say whether a package in a folder of `sys.path` names our group among its entry points.

    importlib.metadata says the same, but takes as long to load as all of a run.
    """
    try:
        names = [name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return False
    for name in names:
        try:
            with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:
                if b"voicelint.rules" in file.read():
                    return True
        except OSError:
            continue
    return False


def opinion_of(config: Config) -> Opinion | None:
    """Whom to ask before a rule says that something is missing: a spaCy pipeline of the user's, or what comes with us.

    Raises ConfigError for a pipeline that is not installed.
    """
    if not config.pipeline:
        return _ask
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution(config.pipeline)
    except (PackageNotFoundError, ValueError):
        remedy = "install it, or leave the key out"
        raise ConfigError(config.path, "pipeline", f"{config.pipeline!r} is no installed package; {remedy}") from None
    return partial(_ask_pipeline, config.pipeline)


def _ask_pipeline(pipeline: str, draft: Draft, move: str) -> tuple[Move, ...]:
    from voicelint.nlp import ask

    return ask(draft, move, pipeline)


def _ask(draft: Draft, move: str) -> tuple[Move, ...]:
    from voicelint.opinion import ask  # loaded only when a finding hangs on it

    return ask(draft, move)


def lint(text: str, **choices: Any) -> Report:
    """The report on one message, under the choices given and no configuration file.

    `language` ("auto", "en", "fr"), `profile`, `goal`, `wpm` (words per minute), `length` ...
    """
    return Linter().lint(text, **choices)
