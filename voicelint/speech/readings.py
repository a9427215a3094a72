"""How each shape of expression is read aloud: amounts, dates, addresses, codes, letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from voicelint.phones import Phone
from voicelint.speech.numbers import Numbers

_JOINTS = re.compile(r"([.@/_+~#:-])")
_RUNS = re.compile(r"\d+|[^\W\d_]+")
Groups = Mapping[str, str | None]


class Reader:
    """Reads expressions aloud by the `[speech]` tables of a language, as a region does."""

    def __init__(self, table: Mapping[str, Any], region: str) -> None:
        self._table = table
        self.numbers = Numbers(table["numbers"], region)
        self._words: Mapping[str, str] = table["words"]
        self._units: Mapping[str, list[str]] = table["units"]
        self._months: list[str] = list(dict.fromkeys(table["months"].values()))
        self._letters: Mapping[str, str] = table["letters"]
        self._acronyms: Mapping[str, str] = table["acronyms"]
        self._abbreviations: Mapping[str, str] = {k.lower(): v for k, v in table["abbreviations"].items()}
        self._month_first = region in table.get("month_first", ())
        style = table["style"]
        self._style: Mapping[str, Any] = {**style, **style.get("regions", {}).get(region, {})}
        self._feminines = frozenset(table["feminines"])

    def clean(self, number: str) -> str:
        """A number as written, as digits with a point before its decimals."""
        number = re.sub(r"[ \u00a0\u202f'’]", "", number)
        sign = self._style["decimal"]
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
            return self.numbers.by_noughts(text) if self._style["codes_by_number"] else self.numbers.spelled(text)
        if self._style["decimal"] == "," and re.fullmatch(r"\d+\.\d\d?", text):  # version 2.0
            return f" {self._table['signs']['.']} ".join(map(self.numbers.by_noughts, text.split(".")))
        return self.numbers.written(self.clean(text))

    def money(self, groups: Groups, link: str) -> str:
        """An amount with its currency on either side, and a scale (k, million) between; `link` joins a range."""
        sign = groups["m6"] or groups["m1"] or groups["n1"] or ""
        written = self.clean(groups["m2"] or groups["n2"] or "0")
        last = groups["m4"] or groups["n4"] or ""
        scale = self._scale(groups["m3"] or groups["n3"] or "")
        one, many, cent, cents = self._table["currencies"][sign]
        if groups["m5"] is not None and groups["m7"] is not None:  # a $50 card
            many = one
        if last:
            amounts = f"{self.numbers.written(written)} {link} {self.numbers.written(self.clean(last))}"
            return f"{amounts} {scale} {self._of(scale, many)}" if scale else f"{amounts} {many}"
        if scale:
            return f"{self.numbers.written(written)} {scale} {self._of(scale, many)}"
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
        if whole < self._style["price_below"] and minor > 9 and sign in self._style["prices"]:
            return f"{self.numbers.cardinal(whole)} {self.numbers.cardinal(minor)}"
        if not self._style["cents_said"] or sign in self._style["cents_bare"]:
            return f"{words} {self.numbers.cardinal(minor)}"
        return f"{words} {self._words['and']} {self.numbers.cardinal(minor)} {cents}"

    def _scale(self, written: str) -> str:
        """What k, M or billion stands for; empty if nothing."""
        scales: Mapping[str, str] = self._table["scales"]
        return scales.get(written) or scales.get(written.lower(), "")

    def percent(self, groups: Groups, link: str) -> str:
        """A share, or a range of shares joined by `link`."""
        words = self.numbers.written(self.clean(groups["p1"] or "0"))
        if groups["p2"]:
            words += f" {link} {self.numbers.written(self.clean(groups['p2']))}"
        return f"{words} {self._words['percent']}"

    def unit(self, groups: Groups) -> str:
        """A quantity with its unit."""
        written = self.clean(groups["u1"] or "0")
        one, many, *before_noun = self._units[groups["u2"] or ""]
        if groups["u3"]:  # a 15-min call
            many = one
        elif before_noun and groups["u4"] is not None:  # a 700 sq. ft. flat
            many = before_noun[0]
        unit = one if self._is_one(written) else many
        words = self.numbers.written(written)
        return f"{self.agreeing(words, unit.split()[0])} {unit}"

    def agreeing(self, words: str, noun: str) -> str:
        """A number before a noun that may be feminine (une minute, vingt et une heures)."""
        return self._feminine(words) if noun.lower() in self._feminines else words

    def clock(self, hours: str, minutes: str, half: str) -> str:
        """A time of day; `half` is a.m. or p.m. as written, or empty."""
        hour, minute = int(hours), int(minutes or 0)
        parts = [self.numbers.cardinal(hour)]
        if self._style["hours_said"]:
            parts = [self._feminine(parts[0]), self._words["hour"] if hour < 2 else self._words["hours"]]
        if minute:
            zero = "" if self._style["hours_said"] else self.numbers.zero
            parts.append(
                f"{zero} {self.numbers.cardinal(minute)}".strip() if minute < 10 else self.numbers.cardinal(minute)
            )
        elif not half and not self._style["hours_said"] and minutes:
            parts.append(self._words["oclock"])
        if half:
            parts.append(f"{half[0].lower()} m")
        return " ".join(parts)

    def date(self, day: str, month: str, year: str = "") -> str:
        """A date in figures; which comes first is the region's habit."""
        first, second = int(day), int(month)
        if (self._month_first and first <= 12) or second > 12:
            first, second = second, first
        if not (1 <= second <= 12 and 1 <= first <= 31):
            return f"{self.numbers.cardinal(int(day))} {self._words['slash']} {self.numbers.cardinal(int(month))}"
        year = f"20{year}" if len(year) == 2 else year
        return self.day_of(first, self._months[second - 1], year)

    def day_of(self, day: int, month: str, year: str, *, day_first: bool = False) -> str:
        """A day of a month, in the order in which it is said."""
        style = self._style["date"]
        if style == "day of month":
            words = f"{self.numbers.ordinal(day)} {self._words['of']} {month}"
        elif style == "day month":
            words = f"{self.numbers.ordinal(1) if day == 1 else self.numbers.cardinal(day)} {month}"
        elif day_first:
            words = f"{self.numbers.ordinal(day)} {month}"
        else:
            words = f"{month} {self.numbers.ordinal(day)}"
        return f"{words} {self.numbers.year(year)}" if year else words

    def month_of(self, number: int) -> str:
        """The name of a month by its number, from 1."""
        return self._months[number - 1]

    def ordinal(self, digits: str, ending: str) -> str:
        """A place in a row; `ending` as written may make it feminine (1re)."""
        feminine = self._style["feminine_ordinals"].get(f"{digits} {ending}")
        return str(feminine) if feminine else self.numbers.ordinal(int(digits))

    def month(self, written: str) -> str:
        """The full name of a month, as written or cut short."""
        months: Mapping[str, str] = self._table["months"]
        bare = written.rstrip(".")
        return months.get(bare) or months.get(bare.lower()) or written

    def abbreviation(self, written: str) -> str:
        """The full words of an abbreviation."""
        return self._abbreviations[written.lower()]

    def address(self, written: str) -> str:
        """An e-mail or web address: its signs are said, endings like .fr are spelled."""
        written = re.sub(r"^https?://", "", written).rstrip("/")
        parts = []
        for part in _JOINTS.split(written):
            if part in self._table["signs"]:
                parts.append(self._table["signs"][part])
            elif part:
                parts.append(self._part(part))
        return " ".join(parts)

    def _part(self, part: str) -> str:
        """One part of an address: spelled when it has no vowel or is a country's ending."""
        if part.lower() in self._table["read_parts"]:
            return part
        if part.isdigit():
            return self.numbers.cardinal(int(part)) if len(part) < 4 else self.numbers.spelled(part)
        if part.isalpha() and (len(part) <= 2 or not re.search("[aeiouyéèà]", part.lower())):
            return " ".join(part.lower())
        return " ".join(
            self.numbers.cardinal(int(run)) if run.isdigit() and len(run) < 5 else run for run in _RUNS.findall(part)
        )

    def acronym(self, written: str) -> str:
        """Capitals: read as a word, or letter by letter."""
        bare = written.replace(".", "")
        for ending in ("'s", "’s", "s"):
            if bare.endswith(ending) and bare[: -len(ending)].isupper():
                return f"{self.acronym(bare[: -len(ending)])}'s"
        known = self._acronyms.get(bare)
        if known:
            return known
        if "&" in bare:
            return f" {self._words['and']} ".join(self.acronym(part) for part in bare.split("&"))
        return self.letters(bare)

    def letters(self, text: str) -> str:
        """The names of letters, one by one."""
        return " ".join(self._letters.get(letter.lower(), letter) for letter in text)

    def code(self, written: str) -> str:
        """A code or reference: letters by name, digits as the language groups them; dashes are pauses."""
        known = self._acronyms.get(written)
        if known:
            return known
        parts = [part for part in written.split("-") if part]
        pause = " " if min(map(len, parts)) == 1 else ", "
        if len(parts) == 2 and parts[0].isalpha() and parts[1].isdigit() and len(parts[1]) < 3:  # W-9
            return f"{self._code_part(parts[0])} {self.numbers.by_noughts(parts[1])}"
        return pause.join(map(self._code_part, parts))

    def _code_part(self, part: str) -> str:
        words = []
        runs = _RUNS.findall(part)
        for run in runs:
            if not run.isdigit():
                words.append(self._acronyms.get(run) or self.letters(run))
            elif self._style["codes_by_number"] or (len(runs) == 2 and run == runs[1] and len(run) < 3):
                words.append(self.numbers.by_noughts(run))
            elif len(run) == 4 and run[0] != "0":
                words.append(self.numbers.year(run))
            else:
                words.append(self.numbers.spelled(run))
        return " ".join(words)

    def phone(self, phone: Phone) -> str:
        """A phone number group by group, with commas for the pauses between."""
        groups = [self._group(group, phone, index) for index, group in enumerate(phone.groups)]
        if phone.international:
            groups[0] = f"{self._words['plus']} {self.numbers.cardinal(int(phone.groups[0]))}"
        elif len(groups) == 4 and phone.groups[0] == "1":
            groups[:2] = [f"{groups[0]} {groups[1]}"]
        if phone.extension:
            digits = phone.extension
            by_number = self._style["codes_by_number"] or len(digits) < 3
            said = self.numbers.by_noughts(digits) if by_number else self.numbers.spelled(digits)
            groups.append(f"{self._words['extension']} {said}")
        return ", ".join(groups)

    def _group(self, group: str, phone: Phone, index: int) -> str:
        if phone.form == "short" and self._style["codes_by_number"] and len(group) == 4:
            return f"{self.numbers.by_noughts(group[:2])} {self.numbers.by_noughts(group[2:])}"
        if not group.isdigit():
            return group.lower() if group.isalpha() else " ".join(self.numbers.digits[0] for _ in group)
        by_number = phone.country in self._style["phone_by_number"]
        if by_number and self._style["codes_by_number"]:
            return self.numbers.by_noughts(group)
        if by_number and len(group) == 2 and group[0] != "0":
            return self.numbers.cardinal(int(group))
        if phone.country == "US" and index <= 1 and len(group) == 3 and group.endswith("00") and group[0] != "0":
            return self.numbers.cardinal(int(group))
        return self._doubled(group) if phone.country == "GB" and self._words["double"] else self.numbers.spelled(group)

    def _doubled(self, group: str) -> str:
        """Digits one by one, a pair of equal ones as `double`."""
        words, at = [], 0
        while at < len(group):
            digit = self.numbers.spelled(group[at])
            pair = group[at : at + 2] == group[at] * 2 and group[at : at + 3] != group[at] * 3
            words.append(f"{self._words['double']} {digit}" if pair else digit)
            at += 2 if pair else 1
        return " ".join(words)

    def _of(self, scale: str, currency: str) -> str:
        """The currency after a scale, with the word that some scales take between (un milliard d'euros)."""
        if scale not in self._style["scale_of"]:
            return currency
        return (
            f"{self._words['of_before_vowel']}{currency}"
            if currency[0] in "aeiou"
            else f"{self._words['of']} {currency}"
        )

    def _is_one(self, written: str) -> bool:
        """Say whether a quantity takes the singular."""
        return float(written or 0) < 2 if self._style["one_below_two"] else written == "1"

    def _feminine(self, words: str) -> str:
        """Hours are feminine: une heure, vingt et une heures."""
        last = words.split()[-1]
        return words + "e" if last == self.numbers.digits[1] and not words.endswith("e") else words
