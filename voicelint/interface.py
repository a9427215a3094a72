"""What the command itself says, in the language of its reader (`[interface]` of the language files)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from voicelint import language

if TYPE_CHECKING:
    from voicelint.script import Reason


class Interface:
    """The words of one language for what is around the findings: its `[interface]` table and its decimal sign."""

    def __init__(self, texts: Mapping[str, Any], decimal: str) -> None:
        self.texts = texts
        self.decimal = decimal

    def say(self, name: str, /, **places: object) -> str:
        """The text of that name, its places filled."""
        return str(self.texts[name]).format_map(places)

    def manual(self, name: str, /, **places: object) -> str:
        """What the pages of rules say besides the words of the rules themselves, its places filled."""
        return self.typeset(str(self.texts["manual"][name]).format_map(places))

    def why(self, reason: Reason) -> str:
        """Why a text was taken for a script, or left out."""
        return str(self.texts["reasons"][reason.key]).format(place=reason.place)

    def count(self, name: str, number: int) -> str:
        """So many of a thing: `2 errors`."""
        forms = self.texts["counts"][name]
        form = forms["one"] if number in self.texts["singular"] else forms["many"]
        return str(form).format(n=number)

    def listed(self, parts: Iterable[str]) -> str:
        """`a, b and c`."""
        known = [part for part in parts if part]
        if len(known) < 2:
            return "".join(known)
        return ", ".join(known[:-1]) + str(self.texts["and"]) + known[-1]

    def typeset(self, text: str) -> str:
        """The text with no-break spaces where a line of this language never breaks (`« … »`, before `:`)."""
        for pair in self.texts["bound"]:
            text = text.replace(pair, pair.replace(" ", "\u00a0"))
        return text

    def number(self, value: float, digits: int = 1) -> str:
        """A number with so many decimals, none if they are zero."""
        text = f"{value:.{digits}f}"
        if digits:
            text = text.rstrip("0").rstrip(".")
        return text.replace(".", self.decimal)


@cache
def interface(code: str) -> Interface:
    """The interface in a language; in English for one that has none of its own."""
    known = language.load(code if code in language.codes() else "en")
    if not known.section("interface"):
        known = language.load("en")
    return Interface(known.section("interface"), str(known.section("names").get("decimal", ".")))
