"""The paths of a command made into files, in order and each once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from voicelint.spelling import nearest

if TYPE_CHECKING:
    from voicelint.linters import Linters

STDIN = "-"
Problem = tuple[str, str]


class Target(NamedTuple):
    """A file to answer; `named`: a person gave it by name, so that a plain text is a message, whatever it holds."""

    path: str
    named: bool = True


def files_of(paths: Sequence[str], linters: Linters, problems: list[Problem]) -> Iterator[Target]:
    """The files that the paths name (no path: the folder one stands in); what cannot be found joins `problems`."""
    seen: set[str] = set()
    as_found = linters.flags.as_found
    for path in paths or (".",):
        named = not as_found
        if path == STDIN:
            found: Iterator[str] = iter((STDIN,))
        elif os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):
            problems.append((path, "may not be read"))
            continue
        elif os.path.isdir(path):
            found, named = _files_below(path, linters, problems), False
        elif os.path.lexists(path):
            found = iter((path,)) if named else _as_found(path, linters)
        else:
            problems.append((path, f"does not exist{_suggestion(path)}"))
            continue
        for file in found:
            if file not in seen:
                seen.add(file)
                yield Target(file, named)


def _files_below(folder: str, linters: Linters, problems: list[Problem]) -> Iterator[str]:
    from voicelint.discovery import find_files

    def tell(path: str, message: str) -> None:
        problems.append((path, message))

    config = linters.of(folder).config
    return find_files(folder, root=config.root, include=config.include, exclude=config.exclude, tell=tell)


def _as_found(path: str, linters: Linters) -> Iterator[str]:
    """The file, if the run would look at it in its folder."""
    from voicelint.discovery import is_looked_at

    config = linters.of(path).config
    if is_looked_at(path, root=config.root, include=config.include, exclude=config.exclude):
        yield path


def _suggestion(path: str) -> str:
    """The nearest name in the folder where the path was looked for."""
    folder, name = os.path.split(path.rstrip("/"))
    try:
        like = nearest(name, os.listdir(folder or "."))
    except OSError:
        return ""
    return f"; did you mean {os.path.join(folder, like)}?" if like else ""
