"""Rule packs: folders of rule files that a project or an installed package brings. TOML only; nothing runs."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator

from voicelint import language
from voicelint.catalog import CatalogError, installed_kinds
from voicelint.compiler import CueError, compile_cues
from voicelint.kinds import Kind, builtin_kind
from voicelint.rule import Rule, build

_LARGEST = 1_000_000  # characters; a rule file is ten thousand
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def rules_of_folder(folder: str) -> Iterator[Rule]:
    """The rules of a folder, one a `.toml` file, sorted by name; folders inside it are not looked at.

    Raises CatalogError with the file, the line, the key and the remedy.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    except OSError as error:
        raise CatalogError(f"{folder}: the folder of rules cannot be read: {error.strerror}") from None
    for name in names:
        yield rule_of_file(os.path.join(folder, name))


def rule_of_file(path: str) -> Rule:
    """The rule of a file, checked. Raises CatalogError as `rules_of_folder`."""
    from voicelint.rule_check import problems  # pydantic: only for what a user brings

    text = _text(path)
    codes = language.codes()
    found = problems(text, codes, _find_kind)
    if found:
        raise CatalogError("\n".join(_told(path, problem.line, problem.place, problem.message) for problem in found))
    name = os.path.basename(path).removesuffix(".toml")
    if not _NAME.fullmatch(name):
        raise CatalogError(
            f"{path}: the file's name is the rule's: small letters, figures and -, such as no-cheers.toml"
        )
    rule = build(name, tomllib.loads(text), _find_kind, languages=codes, origin=path)
    _compile_alone(rule, path)
    return rule


def installed_rules() -> Iterator[Rule]:
    """The rules of packs that the user installed: entry points `voicelint.rules`, each a package with TOML files."""
    from importlib.metadata import entry_points
    from importlib.resources import as_file, files

    for entry in entry_points(group="voicelint.rules"):
        with as_file(files(entry.value)) as folder:
            yield from rules_of_folder(str(folder))


def _find_kind(name: str) -> type[Kind] | None:
    return builtin_kind(name) or installed_kinds().get(name)


def _text(path: str) -> str:
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > _LARGEST:
            raise CatalogError(f"{path}: is no rule file (not a regular file, or over {_LARGEST:,} bytes)")
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise CatalogError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    except OSError as error:
        raise CatalogError(f"{path}: cannot be read: {error.strerror}") from None


def _compile_alone(rule: Rule, path: str) -> None:
    """Compile the rule's cues by themselves, so that a bad one is told with its file."""
    from voicelint.catalog import rule_cues

    for code in rule.kinds:
        spoken = language.load(code)
        try:
            compile_cues(rule_cues([rule], code), spoken.section("lists"), spoken)
        except CueError as error:
            raise CatalogError(_told(path, 0, code, str(error))) from None
        except RecursionError:
            raise CatalogError(_told(path, 0, code, "its cues are nested too deeply")) from None


def _told(path: str, line: int, place: str, message: str) -> str:
    where = f"{path}:{line}" if line else path
    return ": ".join(filter(None, (where, place, message)))
