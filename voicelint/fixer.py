"""Safe fixes applied: which edits, what they make of a text, and a file replaced whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import StringIO
from typing import NamedTuple

from voicelint.finding import Edit
from voicelint.report import Report
from voicelint.source import Source
from voicelint.terminal import safe

_MOST_ROUNDS = 10  # a fix may make room for another; ten rounds end any that take turns


class FixError(Exception):
    """A file that is left as it is, with the reason."""


class Mended(NamedTuple):
    """What safe fixes made of a source: the new one, how many fixes were applied, and the reports on it."""

    source: Source
    fixes: int
    reports: tuple[Report, ...]


def mended(source: Source, lint: Callable[[Source], Iterable[Report]]) -> Mended:
    """Apply the safe fixes of a source's reports until none is left. A second call changes nothing more."""
    reports = tuple(lint(source))
    fixes = 0
    for _ in range(_MOST_ROUNDS):
        edits, count = safe_edits(reports)
        text = applied(source.text, edits)
        if text == source.text:
            break
        source = source.with_text(text)
        fixes += count
        reports = tuple(lint(source))
    return Mended(source, fixes, reports)


def safe_edits(reports: Iterable[Report]) -> tuple[tuple[Edit, ...], int]:
    """The edits of the first safe fix of each finding, in order of place, and how many fixes they are.

    The edits of a fix are taken together or, if one of them touches an edit already taken, not at all.
    """
    taken: list[Edit] = []
    count = 0
    for report in reports:
        for finding in report.findings:
            fix = next((fix for fix in finding.fixes if fix.safe and fix.edits), None)
            if fix is None or any(_touch(edit, other) for edit in fix.edits for other in taken):
                continue
            taken += fix.edits
            count += 1
    return tuple(sorted(taken)), count


def _touch(edit: Edit, other: Edit) -> bool:
    """Say whether two edits overlap, or stand so that their order would decide the result."""
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that do not overlap, in order of place. Raises ValueError for any that cannot be."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        if not at <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"edit {edit} cannot follow offset {at} of {len(text)}")
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def diff(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, each with its line end."""
    from difflib import unified_diff

    # A patch knows one line end; `splitlines` would also break at a form feed or at U+2028.
    old, new = (list(StringIO(text, newline="\n")) for text in (before, after))
    name = path if path.isprintable() else safe(path)
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def replace_file(path: str, old: bytes, new: bytes, *, tree: str | None = None) -> None:
    """Put `new` in the place of a file that still holds `old`: at any moment the one or the other, whole.

    Permissions are kept. A link is followed, but not out of `tree` (a folder; default: the link's own).
    Raises FixError, and leaves the file as it is, if it changed meanwhile, is no regular file, lies outside
    `tree`, or cannot be written.
    """
    target = os.path.realpath(path)
    inside = os.path.realpath(tree if tree is not None else os.path.dirname(os.path.abspath(path)))
    if os.path.commonpath((target, inside)) != inside:  # by a link of its own, or of a folder on the way
        raise FixError("leads by a link to a file outside the folder; not changed")
    # Named before it is made: a Ctrl-C at any moment finds the name, and the file goes.
    temporary = os.path.join(os.path.dirname(target), f".voicelint-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        facts = os.lstat(target)
        if not stat.S_ISREG(facts.st_mode):
            raise FixError("is no regular file; not changed")
        if not os.access(target, os.W_OK):
            raise FixError("is write-protected; not changed")
        _write_new(temporary, new, facts)
        with open(target, "rb") as file:
            if file.read() != old:
                raise FixError("changed while it was being checked; not changed")
        os.replace(temporary, target)
        _sync_folder(os.path.dirname(target))
    except OSError as error:
        raise FixError(f"could not be written: {error.strerror or error}; not changed") from None
    finally:
        with suppress(OSError):  # it has taken the target's place, or was never made
            os.unlink(temporary)


def _write_new(path: str, data: bytes, facts: os.stat_result) -> None:
    """Write these bytes into a new file, on the disk, with the permissions and, where that is allowed, the owner."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with suppress(OSError, AttributeError):  # another's file in a shared folder: its owner cannot be kept
        os.chown(path, facts.st_uid, facts.st_gid)
    os.chmod(path, stat.S_IMODE(facts.st_mode))


def _sync_folder(folder: str) -> None:
    """Make the replacement outlast a power cut, where folders can be synced (not on Windows)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
