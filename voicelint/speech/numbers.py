"""Numbers in words, as a language and a region say them (only door to num2words)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

_LONGEST = 15  # digits of a number that anybody says as one
_LARGEST = 10**15  # longer runs of digits are said digit by digit


_ROMAN = {"I": 1, "V": 5, "X": 10}


def roman(letters: str) -> int:
    """The value of a Roman numeral under forty."""
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


class Numbers:
    """The numbers of one language and region, by its table `[speech.numbers]`.

    `digits`: names of 0 to 9; `zero`: what a nought inside a code or phone number is called; `point`: the decimal
    sign as said; `lang`: the code that num2words knows the region by; `drop`: words that the region leaves out
    (`and`); `swap`: words of num2words that it says otherwise;
    `mend`: patterns that it gets wrong, and what is right; `pairs`: years and house numbers go by pairs
    (nineteen eighty); `hundreds`: 1,100 to 1,999 go by hundreds; `decimals_by_digit`: decimals are spelled.
    """

    def __init__(self, table: Mapping[str, Any], region: str) -> None:
        table = {**table, **table.get("regions", {}).get(region, {})}
        self.digits: tuple[str, ...] = tuple(table["digits"])
        self.zero: str = table.get("zero", self.digits[0])
        self.point: str = table["point"]
        self._lang: str = table["lang"]
        self._drop = frozenset(table.get("drop", ()))
        self._swap: Mapping[str, str] = table.get("swap", {})
        self._mend: Sequence[tuple[str, str]] = table.get("mend", ())
        self._pairs = bool(table.get("pairs"))
        self._hundreds = bool(table.get("hundreds"))
        self.hundred: str = table.get("hundred", "")
        self._thousand: str = table.get("thousand", "")
        self._silent_plurals: Mapping[str, str] = table.get("before_scale", {})
        self._by_digit = bool(table.get("decimals_by_digit"))
        self.cardinal = lru_cache(maxsize=10_000)(self._cardinal)
        self.ordinal = lru_cache(maxsize=1_000)(self._ordinal)

    def _cardinal(self, value: int) -> str:
        """A whole number in words."""
        if value < 10:
            return self.digits[value]
        if value >= _LARGEST:
            return self.spelled(str(value))
        if self._hundreds and 1100 <= value < 2000 and value % 1000 >= 100:
            rest = value % 100
            return f"{self._words(value // 100)} {self.hundred}" + (f" {self._words(rest)}" if rest else "")
        return self._words(value)

    def _ordinal(self, value: int) -> str:
        """An ordinal in words (third, troisième)."""
        return self._words(value, to="ordinal")

    def _words(self, value: int, to: str = "cardinal") -> str:
        from num2words import num2words  # 24 ms: only a text with numbers pays for it

        text = str(num2words(value, lang=self._lang, to=to)).replace(",", "")
        said = " ".join(self._swap.get(word, word) for word in text.split() if word not in self._drop)
        for wrong, right in self._mend:
            said = re.sub(wrong, right, said)
        return said

    def before_scale(self, words: str, scale: str) -> str:
        """A number before thousand or million; `before_scale` names the endings that change (deux cent mille)."""
        for ending, mended in self._silent_plurals.items():
            if words.endswith(ending) and scale == self._thousand:
                return f"{words.removesuffix(ending)}{mended} {scale}"
        return f"{words} {scale}"

    def written(self, text: str) -> str:
        """A number as written, with separators of thousands left out and a point before decimals."""
        whole, _, decimals = text.partition(".")
        if len(whole) > _LONGEST:
            return self.spelled(whole + decimals)
        words = self.cardinal(int(whole or "0"))
        if not decimals:
            return words
        return f"{words} {self.point} {self.decimals(decimals)}"

    def decimals(self, digits: str) -> str:
        """What follows the decimal sign: digit by digit, or as a number with its noughts."""
        if self._by_digit or len(digits) > 3:
            return " ".join(self.digits[int(digit)] for digit in digits)
        noughts = len(digits) - len(digits.lstrip("0"))
        rest = digits.lstrip("0")
        return " ".join([self.digits[0]] * noughts + ([self.cardinal(int(rest))] if rest else []))

    def year(self, text: str) -> str:
        """Four digits as a year or a house number: nineteen eighty-four, twenty oh five, two thousand nine."""
        value = int(text)
        high, low = divmod(value, 100)
        if not self._pairs or (high % 10 == 0 and low < 10):
            return self.cardinal(value)
        return f"{self.cardinal(high)} {self.tens(text[2:])}" if low else f"{self.cardinal(high)} {self.hundred}"

    def tens(self, text: str) -> str:
        """The last two digits of a year or name: oh five, twelve."""
        value = int(text)
        return f"{self.zero} {self.digits[value]}" if value < 10 else self.cardinal(value)

    def name(self, text: str) -> str:
        """Three digits that are a name where names go by pairs: three sixty five."""
        if not self._pairs or len(text) != 3 or text.endswith("00") or text[0] == "0":
            return self.cardinal(int(text))
        return f"{self.digits[int(text[0])]} {self.tens(text[1:])}"

    def spelled(self, text: str) -> str:
        """Digits one by one, noughts as they are said in codes and phone numbers."""
        return " ".join(self.zero if digit == "0" else self.digits[int(digit)] for digit in text if digit.isdecimal())

    def by_noughts(self, text: str) -> str:
        """Leading noughts one by one, and the rest as one number (zéro zéro trois cent dix-huit)."""
        rest = text.lstrip("0")
        noughts = [self.digits[0]] * (len(text) - len(rest))
        return " ".join([*noughts, *([self.cardinal(int(rest))] if rest else [])])
