"""Which files of a folder are looked at: those that a reader knows, that git does not ignore, that are files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from voicelint.globs import matches
from voicelint.readers import PLAIN, Options, read, reads, suffix_of
from voicelint.source import Source

LARGEST_UNNAMED = 4 * 1024 * 1024  # bytes; a larger file that nobody named is data, not a playbook

# Folders that hold what others wrote or what programs made; a folder whose name begins with a dot is one too.
PASSED_OVER = frozenset(
    {
        "__pycache__",
        "bower_components",
        "build",
        "coverage",
        "dist",
        "node_modules",
        "site-packages",
        "target",
        "vendor",
        "venv",
    }
)
# Programs and data by name: they hold no drafts, whatever their suffix.
_NEVER = ("*.lock", "*.min.js", "*.map", "*-lock.json", "*.d.ts", "*.svg", "package.json", "tsconfig*.json")


class _Ignored(NamedTuple):
    """The lines of one .gitignore: the folder it stands in, and its patterns in order, `!` ones as exceptions."""

    folder: str
    lines: tuple[tuple[str, bool, bool], ...]  # pattern, is it an exception, is it for folders only

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """Whether this file ignores a path (True), takes it back in (False), or says nothing of it (None)."""
        below = os.path.relpath(path, self.folder).replace(os.sep, "/")
        for pattern, exception, folders_only in reversed(self.lines):
            if (is_folder or not folders_only) and matches(below, (pattern,)):
                return not exception
        return None


def _nobody(_path: str, _message: str) -> None:
    """Tell nobody."""


Tell = Callable[[str, str], None]


def find_files(
    folder: str, *, root: str = "", include: Sequence[str] = (), exclude: Sequence[str] = (), tell: Tell = _nobody
) -> Iterator[str]:
    """The files below a folder that may hold drafts, sorted; those that a `.gitignore` names are left out.

    `include` and `exclude` are globs relative to `root` (the configuration's folder). `include` brings in files
    whatever their suffix; `exclude` goes before it. Links to folders are not followed, so that no walk is endless;
    links to files that lead out of the folder are left out. `tell` is told, with path and reason, of folders that
    may not be read and of files that speak of voicemails and are too large.
    """
    root = root or folder
    inherited = _above(folder)
    bounds = os.path.realpath(folder)
    stack = [(folder, inherited)]
    while stack:
        here, ignored = stack.pop()
        own = _read_ignored(here)
        ignored = (*ignored, own) if own else ignored
        folders: list[str] = []
        files: list[str] = []
        for entry in _entries(here, tell):
            path = os.path.normpath(entry.path) if here == "." else entry.path
            below = os.path.relpath(path, root).replace(os.sep, "/")
            if entry.is_dir(follow_symlinks=False):
                if not _hidden(entry.name) and not matches(below, exclude) and not _is_ignored(path, ignored, True):
                    folders.append(path)
            elif matches(below, exclude) or _is_ignored(path, ignored, False):
                continue
            elif _wanted(entry, path, below, include, tell) and _within(entry, path, bounds):
                files.append(path)
        yield from sorted(files)
        stack.extend((name, ignored) for name in sorted(folders, reverse=True))


def is_looked_at(path: str, *, root: str = "", include: Sequence[str] = (), exclude: Sequence[str] = ()) -> bool:
    """Say whether a walk from the working folder (or from the file's own) would come upon this file."""
    below = os.path.relpath(path, root or os.curdir).replace(os.sep, "/")
    parts = os.path.relpath(path).split(os.sep)
    if matches(below, exclude) or any(_hidden(part) for part in parts[:-1] if part != os.pardir) or git_ignores(path):
        return False
    folder, name = os.path.split(path)
    entry = next((entry for entry in _entries(folder or os.curdir) if entry.name == name), None)
    return entry is not None and _wanted(entry, path, below, include)


def git_ignores(path: str) -> bool:
    """Say whether a .gitignore, in any folder from the top of the repository down, names a file or its folder."""
    here, is_folder = os.path.abspath(path), False
    ignored = _above(here)
    while ignored and here != os.path.dirname(here):
        speaking = [file for file in ignored if here.startswith(file.folder + os.sep)]
        if _is_ignored(here, speaking, is_folder):
            return True
        here, is_folder = os.path.dirname(here), True
    return False


def _hidden(name: str) -> bool:
    return name.startswith(".") or name in PASSED_OVER


def _entries(folder: str, tell: Tell = _nobody) -> list[os.DirEntry[str]]:
    """What a folder holds; nothing if it may not be read or is gone."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except PermissionError:
        tell(folder, "may not be read")
        return []
    except OSError:
        return []


def _wanted(entry: os.DirEntry[str], path: str, below: str, include: Sequence[str], tell: Tell = _nobody) -> bool:
    """Say whether a file may hold drafts: it is asked for, or a reader knows its kind and it looks like one."""
    try:
        if not entry.is_file():  # a FIFO, a device, a socket, a link to nothing or to a folder
            return False
        if include:
            return matches(below, include)
        if entry.name.startswith(".") or matches(entry.name, _NEVER):
            return False
        if not reads(path):
            return False
        if entry.stat().st_size > LARGEST_UNNAMED:
            if suffix_of(path) not in PLAIN and _speaks_of_messages(path):
                megabytes = LARGEST_UNNAMED // 1024**2
                tell(path, f"may not be read: it is larger than {megabytes} MB; name it, or exclude it")
            return False
        return suffix_of(path) not in PLAIN or _is_draft(path)
    except OSError:
        return False


def _speaks_of_messages(path: str) -> bool:
    """Say whether a large file holds a word for voicemail, without holding all of it."""
    from voicelint.readers.structured import speaks_of_messages

    end = b""
    with open(path, "rb") as file:
        while data := file.read(1_000_000):
            if speaks_of_messages((end + data).decode("utf-8", "ignore")):
                return True
            end = data[-100:]
    return False


def _is_draft(path: str) -> bool:
    """Say whether a plain text that nobody named is a message: a look into it decides."""
    with open(path, "rb") as file:
        data = file.read(64 * 1024)
    text = data.decode("utf-8", "replace")
    return "\0" not in text and bool(read(Source(text, path), Options(named=False)).scripts)


def _within(entry: os.DirEntry[str], path: str, bounds: str) -> bool:
    """Say whether a file is no link, or one that stays within the folder."""
    if not entry.is_symlink():
        return True
    return os.path.realpath(path).startswith(bounds.rstrip(os.sep) + os.sep)


def _is_ignored(path: str, ignored: Sequence[_Ignored], is_folder: bool) -> bool:
    """Say whether git ignores a path: the nearest .gitignore that says anything of it decides."""
    for file in reversed(ignored):
        verdict = file.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def _above(folder: str) -> tuple[_Ignored, ...]:
    """The .gitignore files above a folder, from the top of its repository down; none outside a repository."""
    found: list[_Ignored] = []
    here = os.path.abspath(folder)
    while not os.path.exists(os.path.join(here, ".git")):
        above = os.path.dirname(here)
        if above == here:
            return ()
        here = above
        own = _read_ignored(here)
        if own:
            found.append(own)
    return tuple(reversed(found))


def _read_ignored(folder: str) -> _Ignored | None:
    """The .gitignore of a folder; None if there is none or it cannot be read."""
    path = os.path.join(folder, ".gitignore")
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > 1_000_000:
            return None
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    parsed: list[tuple[str, bool, bool]] = []
    for line in lines:
        pattern = line.rstrip() if not line.endswith("\\ ") else line
        if not pattern or pattern.startswith("#"):
            continue
        exception = pattern.startswith("!")
        pattern = pattern[1:] if exception else pattern.removeprefix("\\")
        parsed.append((pattern, exception, pattern.endswith("/")))
    return _Ignored(folder, tuple(parsed))
