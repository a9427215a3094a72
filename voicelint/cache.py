"""Answers kept from run to run: read back where nothing that they hang on has changed, and never believed blindly.

An entry is bound to the folder that it was written in, by what no archive or clone carries along (see `_binding`): a
folder of entries that came with somebody's repository holds none that count. A cache that is damaged, foreign,
read-only or gone is no error: the run works the answers out again.
"""

from __future__ import annotations

import json
import os
import stat
import time
from typing import Any

try:
    from _blake2 import blake2b  # hashlib itself loads OpenSSL, which takes as long as all the rest of a hit
except ImportError:
    from hashlib import blake2b

FOLDER_NAME = ".voicelint_cache"
_TAG = "CACHEDIR.TAG"  # https://bford.info/cachedir/
_TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# Answers of voicelint; may be deleted at any time.\n"
_LARGEST = 16 * 1024 * 1024  # bytes of an entry; a larger one is worked out again
_SIZE = 16  # bytes of a digest: chance will not find two alike
_KEPT = 14 * 86_400  # seconds after which an entry that nobody asked for goes
_TIDIED = "tidied"
_TIDY_EVERY = 86_400  # seconds


def digest(*parts: bytes) -> str:
    """A name for some bytes, each told from the next."""
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.hexdigest()


def default_folder() -> str:
    """`.voicelint_cache` at the top of the project that one stands in; elsewhere the user's own cache; "" for none."""
    here = os.getcwd()
    while True:
        if any(os.path.exists(os.path.join(here, name)) for name in (".git", "voicelint.toml", "pyproject.toml")):
            return os.path.join(here, FOLDER_NAME)
        above = os.path.dirname(here)
        if above == here:
            break
        here = above
    home = os.path.expanduser("~")
    users = os.environ.get("XDG_CACHE_HOME") or (os.path.join(home, ".cache") if os.path.isabs(home) else "")
    return os.path.join(users, "voicelint") if os.path.isabs(users) else ""


class Cache:
    """Answers as plain data, by key, in one folder (absent until the first is kept); no folder: nothing is kept."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._bound: bytes | None = None

    def get(self, key: str) -> Any:
        """The data of that key; None if there is none to be believed."""
        bound = self._binding()
        content = _content(self._path(key)) if bound else b""
        check, _, body = content.partition(b"\n")
        if not body or check != _check(bound, key, body):
            return None
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            return None

    def put(self, key: str, data: Any) -> None:
        """Keep data under a key, whole or not at all; if that cannot be, nothing happens."""
        bound = self._binding(create=True)
        if not bound:
            return
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        if len(body) < _LARGEST:
            _write(self._path(key), _check(bound, key, body) + b"\n" + body)

    def tidy(self) -> None:
        """Once a day, let go of what nobody has asked for in a fortnight."""
        if not self._binding():
            return
        now, marker = time.time(), os.path.join(self.folder, _TIDIED)
        try:
            if now - os.lstat(marker).st_mtime < _TIDY_EVERY:
                return
        except OSError:
            pass
        _write(marker, b"")
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    old = now - entry.stat(follow_symlinks=False).st_mtime > _KEPT
                    if old and entry.name.endswith((".json", ".part")):
                        os.unlink(entry.path)
        except OSError:
            return

    def _path(self, key: str) -> str:
        return os.path.join(self.folder, f"{key}.json")

    def _binding(self, *, create: bool = False) -> bytes:
        """What the entries of this folder are bound to: the file that marks it, as this machine made it.

        Its number and its time of change are set by the file system: nobody can know them beforehand.
        Empty if there is no folder of ours.
        """
        if self._bound is None or (create and not self._bound):
            if create and self.folder:
                _make(self.folder)
            try:
                folder, tag = os.lstat(self.folder), os.lstat(os.path.join(self.folder, _TAG))
            except (OSError, ValueError):
                self._bound = b""
                return b""
            ours = stat.S_ISDIR(folder.st_mode) and stat.S_ISREG(tag.st_mode)
            self._bound = b"%d.%d.%d" % (tag.st_dev, tag.st_ino, tag.st_ctime_ns) if ours else b""
        return self._bound


def _check(bound: bytes, key: str, body: bytes) -> bytes:
    """What an entry must begin with."""
    return digest(bound, key.encode(), body).encode()


def _content(path: str) -> bytes:
    """What a regular file holds; nothing of a link, a pipe, a device, or of what cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return b""
    with open(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST + 100:
            return b""
        try:
            if time.time() - found.st_mtime > _TIDY_EVERY:
                os.utime(path)
            return file.read()
        except OSError:
            return b""


def _make(folder: str) -> None:
    """The folder with what tells other programs to leave it alone: backup tools by its tag, git by its .gitignore."""
    try:
        if os.path.lexists(folder) and not stat.S_ISDIR(os.lstat(folder).st_mode):
            return
        os.makedirs(folder, exist_ok=True)
        for name, text in ((_TAG, _TAG_TEXT), (".gitignore", "*\n")):
            path = os.path.join(folder, name)
            if not os.path.lexists(path):
                _write(path, text.encode())
    except OSError:
        return


def _write(path: str, content: bytes) -> None:
    """Write a file whole or not at all, by way of one that is new and nobody else's."""
    part = f"{path}.{os.getpid()}.part"
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except OSError:
        return
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(part, path)
    except OSError:
        try:
            os.unlink(part)
        except OSError:
            return
