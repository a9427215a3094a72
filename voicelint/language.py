"""A language: what its file in `languages/` says of rates, words and shared cue lists."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from voicelint.snapshot import PACKAGE, kept

_FOLDER = os.path.join(PACKAGE, "languages")


class Language:
    """One language file. `code` is the file's stem (`en`), `sections` its tables, read by the rooms that own them.

    Sections: `[names]` the language's name in each reader's language; `[rate]` wpm (words per minute) and its
    source; `[address]` words for a friend and polite ones, where the language has both; `[detect]` words that give the
    language away; `[words]` tokenising; `[places]` typed places of cues; `[phones]`; `[speech]` verbalization, sounds
    and timing; `[lists]` shared cue lists; `[slots]` keys of tags; `[readability]` the constants of its reading ease.
    """

    __slots__ = ("code", "sections")

    def __init__(self, code: str, sections: Mapping[str, Any]) -> None:
        self.code = code
        self.sections = sections

    @property
    def wpm(self) -> float:
        """Default speaking rate in words per minute (`[rate] wpm`, source beside it)."""
        return float(self.sections["rate"]["wpm"])

    def section(self, name: str) -> Mapping[str, Any]:
        """A table of the file; an empty one if the file has none of that name."""
        found: Mapping[str, Any] = self.sections.get(name, {})
        return found


@cache
def codes() -> tuple[str, ...]:
    """Codes of the languages that have a file, sorted."""
    return tuple(sorted(name[:-5] for name in os.listdir(_FOLDER) if name.endswith(".toml")))


@cache
def load(code: str) -> Language:
    """The language of that code. Raises KeyError if it has no file."""
    if code not in codes():
        raise KeyError(code)
    return Language(code, kept(f"language-{code}", lambda: read_toml(os.path.join(_FOLDER, f"{code}.toml"))))


def read_toml(path: str) -> dict[str, Any]:
    """The data of a TOML file that comes with us."""
    import tomllib  # a start that finds its snapshots reads none

    with open(path, "rb") as file:
        return tomllib.load(file)
