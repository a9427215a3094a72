"""What will stand where a merge tag stands: how long its values take to say, from the shortest to the longest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from voicelint.language import Language


class Opening(NamedTuple):
    """A short, a usual and a long value, in words as they are said."""

    short: str
    usual: str
    long: str


class Openings:
    """The `[speech.openings]` table of a language: `meaning = [short, usual, long]`.

    `value` stands for a tag of unknown meaning, `instruction` for a bracket that tells the writer what to say.
    """

    def __init__(self, language: Language) -> None:
        table: Mapping[str, list[str]] = language.section("speech").get("openings", {})
        self._known = {meaning: Opening(*values) for meaning, values in table.items()}

    def of(self, role: str, meaning: str, key: str, values: Sequence[str]) -> Opening:
        """Values for one slot. Its own alternatives come first, then its meaning, then its role.

        `values`: those alternatives as they are said, the shortest first.
        """
        if values and role == "choice":
            return Opening(values[0], values[(len(values) - 1) // 2], values[-1])
        if role == "instruction":
            return self._known.get("instruction", Opening("", key, key))
        return self._known.get(meaning, self._known.get("value", Opening(key, key, key)))
