"""Where the configuration of a folder stands."""

from __future__ import annotations

import os

FILE_NAME = "voicelint.toml"
SHARED_FILE_NAME = "pyproject.toml"
LARGEST = 1_000_000  # characters; a configuration larger than this is not one


def find(folder: str) -> str:
    """The nearest configuration from a folder upwards: its path, or "" if there is none.

    A `pyproject.toml` counts only if it has a table `[tool.voicelint]`; `voicelint.toml` goes before it.
    """
    folder = os.path.abspath(folder)
    while True:
        candidate = os.path.join(folder, FILE_NAME)
        if os.path.isfile(candidate):
            return candidate
        candidate = os.path.join(folder, SHARED_FILE_NAME)
        if os.path.isfile(candidate) and _speaks_of_voicelint(candidate):
            return candidate
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above


def _speaks_of_voicelint(path: str) -> bool:
    """Say whether a pyproject.toml holds our table; the word alone is enough to read it with care."""
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return False
    if b"voicelint" not in data:
        return False
    import tomllib

    try:
        tables = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return b"[tool.voicelint" in data  # ours, and broken: reading it says what is wrong
    tools = tables.get("tool")
    return isinstance(tools, dict) and "voicelint" in tools
