"""What will stand where a merge tag stands: how long its values take to say, from the shortest to the longest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from voicelint.language import Language
from voicelint.slots import Slot


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

    def of(self, slot: Slot, said: Callable[[str], str], length: Callable[[str], float]) -> Opening:
        """Values for one slot. Its own alternatives come first, then its meaning, then its role.

        `said` turns a written value into what is said, `length` tells the longer of two.
        """
        values = sorted((said(value) for value in slot.values if value.strip()), key=length)
        if values and slot.role == "choice":
            return Opening(values[0], values[(len(values) - 1) // 2], values[-1])
        if slot.role == "instruction":
            return self._known.get("instruction", Opening("", slot.key, slot.key))
        usual = Opening(slot.key, slot.key, slot.key)
        return self._known.get(slot.meaning, self._known.get("value", usual))
