"""The linter for each path of a run, made when it is needed, and what its answers hang on."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from functools import cache
from typing import TYPE_CHECKING

from voicelint.cache import Cache, default_folder, digest
from voicelint.config_place import find
from voicelint.snapshot import stamp

if TYPE_CHECKING:
    from voicelint.library import Linter

# Flags that change nothing of what is said of one file.
_WITHOUT_A_SAY = frozenset({"cache_dir", "color", "exit_zero", "jobs", "no_cache", "output", "paths", "stdin_filename"})


class Linters:
    """The linter for each path: that of the nearest configuration from its folder upwards, under the flags."""

    def __init__(self, flags: Namespace) -> None:
        self.flags = flags
        self._by_config: dict[str, Linter] = {}
        self._by_folder: dict[str, str] = {}
        mends = flags.fix or flags.diff or flags.no_cache
        self.cache = Cache("" if mends else flags.cache_dir or default_folder())

    def of(self, path: str) -> Linter:
        """The linter for a path. Raises ConfigError, CatalogError or UsageError."""
        config_path = self._config_path(path)
        if config_path not in self._by_config:
            self._by_config[config_path] = self._made(config_path)
        return self._by_config[config_path]

    def fingerprint(self, path: str) -> str:
        """A digest of all that an answer on a file of this path hangs on, but for the file itself."""
        said = {name: value for name, value in vars(self.flags).items() if name not in _WITHOUT_A_SAY}
        return digest(repr(sorted(said.items())).encode(), _state(self._config_path(path)), _installed())

    def _config_path(self, path: str) -> str:
        """The configuration that holds for a path, "" for none."""
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        if folder not in self._by_folder:
            found = "" if self.flags.isolated else self.flags.config or find(folder or ".")
            self._by_folder[folder] = str(found)
        return self._by_folder[folder]

    def _made(self, config_path: str) -> Linter:
        from voicelint.config import Config, Selection, load
        from voicelint.finding import Severity
        from voicelint.flags import forced
        from voicelint.library import Linter

        config, flags = load(config_path) if config_path else Config(), self.flags
        chosen = Selection(tuple(flags.select) if flags.select else None, tuple(flags.ignore or ()))
        fail_on = Severity[flags.fail_on] if flags.fail_on else None
        linter = Linter(config.with_flags(forced(flags), chosen, fail_on))
        if config_path or linter.config.forced or chosen != Selection():
            from voicelint.preflight import check

            check(linter.config, linter.catalog)
        return linter


@cache
def _state(config_path: str) -> bytes:
    """A configuration as it is: its place and its text."""
    if not config_path:
        return b""
    try:
        with open(config_path, "rb") as file:
            return os.path.abspath(config_path).encode("utf-8", "surrogateescape") + b"\0" + file.read()
    except OSError:
        return config_path.encode("utf-8", "surrogateescape")


@cache
def _installed() -> bytes:
    """This version of voicelint, and the moment at which packages were last added to this Python or taken out."""
    times = []
    for folder in sys.path:
        if not folder.endswith("-packages"):
            continue
        try:
            times.append(f"{folder}:{os.stat(folder).st_mtime_ns}")
        except OSError:
            continue
    return stamp() + "\n".join(times).encode("utf-8", "surrogateescape")
