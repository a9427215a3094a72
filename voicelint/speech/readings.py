"""How each shape of expression is read aloud: amounts, quantities, dates and times."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voicelint.kept_pattern import kept_pattern
from voicelint.speech.numbers import Numbers
from voicelint.speech.spelled import Speller

_GROUPS = kept_pattern(r"[\s'’]")  # blanks of every width, as in patterns.NUMBER
_VERSION = kept_pattern(r"\d+\.\d\d?")
Groups = Mapping[str, str | None]


class Reader:
    """Reads expressions aloud by the `[speech]` tables of a language, as a region does."""

    def __init__(self, table: Mapping[str, Any], region: str) -> None:
        self._table = table
        self.numbers = Numbers(table["numbers"], region)
        self._words: Mapping[str, str] = table["words"]
        self._units: Mapping[str, list[str]] = table["units"]
        self._months: list[str] = list(dict.fromkeys(table["months"].values()))
        self._month_first = region in table.get("month_first", ())
        style = table["style"]
        self.style: Mapping[str, Any] = {**style, **style.get("regions", {}).get(region, {})}
        self._feminines = frozenset(table["feminines"])
        self.speller = Speller(table, self.style, self.numbers)

    def clean(self, number: str) -> str:
        """A number as written, as digits with a point before its decimals."""
        number = _GROUPS.sub("", number)
        sign = self.style["decimal"]
        other = "," if sign == "." else "."
        if number.count(sign) == 1:
            return number.replace(other, "").replace(sign, ".")
        tail = number.rpartition(other)[2]
        if number.count(other) == 1 and len(tail) != 3:
            return number.replace(other, ".")
        return number.replace(other, "").replace(sign, "")

    def number(self, text: str) -> str:
        """A plain number; four digits in a row may be a year or a house number."""
        if len(text) == 4 and text.isdigit() and text[0] != "0":
            return self.numbers.year(text)
        if len(text) > 1 and text[0] == "0" and text.isdigit():
            return self.numbers.by_noughts(text) if self.style["codes_by_number"] else self.numbers.spelled(text)
        if self.style["decimal"] == "," and _VERSION.fullmatch(text):  # version 2.0
            return f" {self._table['signs']['.']} ".join(map(self.numbers.by_noughts, text.split(".")))
        return self.numbers.written(self.clean(text))

    def money(self, groups: Groups, link: str, *, before_noun: bool) -> str:
        """An amount with its currency on either side, and a scale (k, million) between; `link` joins a range."""
        sign = groups["m6"] or groups["m1"] or groups["n1"] or ""
        written = self.clean(groups["m2"] or groups["n2"] or "0")
        last = groups["m4"] or groups["n4"] or ""
        scale = self._scale(groups["m3"] or groups["n3"] or "")
        one, many, cent, cents = self._table["currencies"][sign]
        if before_noun:  # a $50 card
            many = one
        if last:
            amounts = f"{self.numbers.written(written)} {link} {self.numbers.written(self.clean(last))}"
            return f"{self._scaled(amounts, scale)} {self._of(scale, many)}" if scale else f"{amounts} {many}"
        if scale:
            scale = self._scale_of(scale, written)
            return f"{self._scaled(self.numbers.written(written), scale)} {self._of(scale, many)}"
        whole, _, decimals = written.partition(".")
        decimals = groups["n5"] or decimals
        if not whole.strip("0") and decimals:
            return f"{self.numbers.cardinal(int(decimals.ljust(2, '0')))} {cents}"
        words = f"{self.numbers.cardinal(int(whole or 0))} {one if self._is_one(whole) else many}"
        if not decimals.strip("0"):
            return words
        minor = int(decimals.ljust(2, "0")[:2])
        return self._with_cents(words, int(whole), minor, sign, cent if minor == 1 else cents)

    def _with_cents(self, words: str, whole: int, minor: int, sign: str, cents: str) -> str:
        """An amount with its cents: in full, bare, or short for a small price (forty nine ninety)."""
        if 1 < whole < self.style["price_below"] and minor > 9 and sign in self.style["prices"]:
            return f"{self.numbers.cardinal(whole)} {self.numbers.cardinal(minor)}"
        if not self.style["cents_said"] or sign in self.style["cents_bare"]:
            return f"{words} {self.numbers.cardinal(minor)}"
        return f"{words} {self._words['and']} {self.numbers.cardinal(minor)} {cents}"

    def _scale(self, written: str) -> str:
        """What k, M or billion stands for; empty if nothing."""
        scales: Mapping[str, str] = self._table["scales"]
        return scales.get(written) or scales.get(written.lower(), "")

    def _scale_of(self, scale: str, written: str) -> str:
        """A scale in the number of its quantity (un virgule deux milliard)."""
        return scale.removesuffix("s") if scale in self.style["scale_of"] and self._is_one(written) else scale

    def _scaled(self, words: str, scale: str) -> str:
        """A number and its scale; some plurals fall silent before a scale (deux cent mille)."""
        return self.numbers.before_scale(words, scale)

    def scaled(self, groups: Groups) -> str:
        """A quantity with a scale and no currency: 10M users, 5k fans."""
        written = self.clean(groups["s1"] or "0")
        scale = self._scale_of(self._scale(groups["s2"] or groups["s3"] or ""), written)
        return self._scaled(self.numbers.written(written), scale)

    def percent(self, groups: Groups, link: str) -> str:
        """A share, or a range of shares joined by `link`."""
        words = self.numbers.written(self.clean(groups["p1"] or "0"))
        if groups["p2"]:
            words += f" {link} {self.numbers.written(self.clean(groups['p2']))}"
        return f"{words} {self._words['percent']}"

    def unit(self, groups: Groups, *, single: bool, before_noun: bool) -> str:
        """A quantity with its unit, which may stay in the singular or have another form before a noun."""
        written = self.clean(groups["u1"] or "0")
        one, many, *other = self._units[groups["u2"] or ""]
        if single:
            many = one
        elif other and before_noun:  # a 700 sq. ft. flat
            many = other[0]
        unit = one if self._is_one(written) else many
        whole, _, decimals = written.partition(".")
        places = self.style["split_units"].get(groups["u2"], 0)
        if decimals and len(decimals) <= places and whole != "0":  # un mètre quatre-vingts
            words = f"{self.agreeing(self.numbers.written(whole), unit)} {unit}"
            return f"{words} {self.numbers.written(decimals.ljust(places, '0'))}"
        words = self.numbers.written(written)
        return f"{self.agreeing(words, unit.split()[0])} {unit}"

    def mixed(self, whole: str, half: str, unit: str | None) -> str:
        """A whole number and a fraction, with the unit that may follow: two and a half hours."""
        words = f"{self.number(whole)} {self._table['halves'][half]}"
        if not unit:
            return words
        one, many = self._units.get(unit, [unit, unit])[:2]
        return f"{words} {one if self.style['one_below_two'] and whole in '01' else many}"

    def agreeing(self, words: str, noun: str) -> str:
        """A number before a noun that may be feminine (une minute, vingt et une heures)."""
        return self._feminine(words) if noun.lower() in self._feminines else words

    def clock(self, hours: str, minutes: str, half: str) -> str:
        """A time of day; `half` is a.m. or p.m. as written, or empty."""
        hour, minute = int(hours), int(minutes or 0)
        parts = [self.numbers.cardinal(hour)]
        if self.style["hours_said"]:
            parts = [self._feminine(parts[0]), self._words["hour"] if hour < 2 else self._words["hours"]]
        if minute:
            zero = "" if self.style["hours_said"] else self.numbers.zero
            parts.append(
                f"{zero} {self.numbers.cardinal(minute)}".strip() if minute < 10 else self.numbers.cardinal(minute)
            )
        elif hour > 12 and minutes and not half and not self.style["hours_said"]:
            parts.append(self.numbers.hundred)
        if half:
            parts.append(f"{half[0].lower()} m")
        return " ".join(parts)

    def decimal_hours(self, written: str) -> str:
        """Hours as a quantity: 1,5 h."""
        hours = self._words["hour"] if self._is_one(written) else self._words["hours"]
        return f"{self._feminine(self.numbers.written(written))} {hours}"

    def digits_or_word(self, written: str | None) -> str:
        """What may follow twenty four seven: three sixty five, or a word."""
        return (self.numbers.name(written) if written.isdecimal() else written) if written else ""

    def date(self, day: str, month: str, year: str = "") -> str:
        """A date in figures; which comes first is the region's habit."""
        first, second = int(day), int(month)
        if (self._month_first and first <= 12) or second > 12:
            first, second = second, first
        if not (1 <= second <= 12 and 1 <= first <= 31):
            return f"{self.numbers.cardinal(int(day))} {self.numbers.cardinal(int(month))}"  # 80/20
        year = f"20{year}" if len(year) == 2 else year
        return self.day_of(first, self._months[second - 1], year)

    def day_of(self, day: int, month: str, year: str, last: int = 0, *, day_first: bool = False) -> str:
        """A day of a month (or the days to a `last` one), in the order in which it is said."""
        style = self.style["date"]
        if style == "day of month":
            words = f"{self.numbers.ordinal(day)} {self._words['of']} {month}"
        elif style == "day month":
            words = f"{self.numbers.ordinal(1) if day == 1 else self.numbers.cardinal(day)} {month}"
        elif day_first:
            words = f"{self.numbers.ordinal(day)} {month}"
        else:
            until = f" {self._words['to']} {self.numbers.ordinal(last)}" if last else ""
            words = f"{month} {self.numbers.ordinal(day)}{until}"
        return f"{words} {self.numbers.year(year)}" if year else words

    def month_of(self, number: int) -> str:
        """The name of a month by its number, from 1."""
        return self._months[number - 1]

    def ordinal(self, digits: str, ending: str) -> str:
        """A place in a row; `ending` as written may make it feminine or plural (1re, 35èmes)."""
        odd: Mapping[str, str] = self.style["odd_ordinals"]
        said = odd.get(f"{digits} {ending}") or odd.get(ending)
        if said:
            return said
        plural = self.style["plural_ordinals"] and ending.endswith("s")
        return self.numbers.ordinal(int(digits)) + ("s" if plural else "")

    def month(self, written: str) -> str:
        """The full name of a month, as written or cut short."""
        months: Mapping[str, str] = self._table["months"]
        bare = written.rstrip(".")
        return months.get(bare) or months.get(bare.lower()) or written

    def _of(self, scale: str, currency: str) -> str:
        """The currency after a scale, with the word that some scales take between (un milliard d'euros)."""
        if scale not in self.style["scale_of"]:
            return currency
        return (
            f"{self._words['of_before_vowel']}{currency}"
            if currency[0] in "aeiou"
            else f"{self._words['of']} {currency}"
        )

    def _is_one(self, written: str) -> bool:
        """Say whether a quantity takes the singular."""
        return float(written or 0) < 2 if self.style["one_below_two"] else written == "1"

    def _feminine(self, words: str) -> str:
        """Hours are feminine: une heure, vingt et une heures."""
        last = words.split()[-1]
        return words + "e" if last == self.numbers.digits[1] and not words.endswith("e") else words
