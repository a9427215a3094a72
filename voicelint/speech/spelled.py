"""What is said piece by piece: phone numbers, codes, acronyms, and addresses of the net."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from voicelint.kept_pattern import kept_pattern
from voicelint.phones import Phone
from voicelint.source import Span
from voicelint.speech.numbers import Numbers

_JOINTS = kept_pattern(r"([.@/_+~#:-])")
_RUNS = kept_pattern(r"\d+|[^\W\d_]+")
# A word that stands for digits is said in one breath with what comes before it: one eight hundred flowers.
_IN_ONE_BREATH = kept_pattern(r", (?=[a-z]+(?:, [a-z]+)?$)")
_NOWHERE = Span(0, 0)
_READABLE = kept_pattern("[aeiouyéèà]")


class Speller:
    """Says numbers, codes, letters and addresses piece by piece by the `[speech]` tables of a language."""

    def __init__(self, table: Mapping[str, Any], style: Mapping[str, Any], numbers: Numbers) -> None:
        self._table = table
        self._style = style
        self._numbers = numbers
        self._words: Mapping[str, str] = table["words"]
        self._letters: Mapping[str, str] = table["letters"]
        self._acronyms: Mapping[str, str] = table["acronyms"]
        self._by_number: bool = style["codes_by_number"]
        # Of the groups of phone numbers, which are short and come again: for other figures, ask `numbers`.
        self._spelled = lru_cache(maxsize=10_000)(numbers.spelled)
        self._by_noughts = lru_cache(maxsize=10_000)(numbers.by_noughts)
        # Those who call leave the same numbers again and again.
        self._number = lru_cache(maxsize=200)(self._phone)

    def letters(self, text: str) -> str:
        """The names of letters, one by one."""
        return " ".join(self._letters.get(letter.lower(), letter) for letter in text)

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

    def digits(self, written: str) -> str:
        """A run of figures that is no quantity, as the language groups it: by pairs, or digit by digit."""
        if self._by_number:
            paired = len(written) == 4 and written[:2] not in ("19", "20")
            return self._pairs(written) if paired else self._numbers.by_noughts(written)
        return self._numbers.spelled(written)

    def code(self, written: str) -> str:
        """A code or reference: letters by name, digits as the language groups them; dashes are pauses."""
        known = self._acronyms.get(written)
        if known:
            return known
        parts = [part for part in written.split("-") if part]
        pause = " " if min(map(len, parts)) == 1 else ", "
        if len(parts) == 2 and parts[0].isalpha() and parts[1].isdigit() and len(parts[1]) < 3:  # W-9
            return f"{self._code_part(parts[0])} {self._numbers.by_noughts(parts[1])}"
        return pause.join(map(self._code_part, parts))

    def _code_part(self, part: str) -> str:
        words = []
        runs = _RUNS.findall(part)
        for run in runs:
            if not run.isdigit():
                words.append(self._acronyms.get(run) or self.letters(run))
            elif self._by_number or (len(runs) == 2 and run == runs[1] and len(run) < 3):
                words.append(self._numbers.by_noughts(run))
            elif len(run) == 4 and run[0] != "0":
                words.append(self._numbers.year(run))
            else:
                words.append(self._numbers.spelled(run))
        return " ".join(words)

    def phone(self, phone: Phone, written: str) -> str:
        """A phone number group by group, with commas for the pauses between."""
        return self._number(Phone(_NOWHERE, *phone[1:]), phone.international and "+" in written)

    def _phone(self, phone: Phone, plus: bool) -> str:
        """The same of a number wherever it stands, written with a plus or not."""
        groups = [self._group(group, phone, index) for index, group in enumerate(phone.groups)]
        if phone.international:
            groups[0] = self._calling_code(phone.groups[0], plus)
        elif phone.groups[0] == "1" and (len(groups) == 4 or phone.form == "vanity"):
            groups[:2] = [f"{groups[0]} {groups[1]}"]
        if phone.extension:
            digits = phone.extension
            by_number = self._by_number or len(digits) < 3
            said = self._numbers.by_noughts(digits) if by_number else self._numbers.spelled(digits)
            groups.append(f"{self._words['extension']} {said}")
        joined = ", ".join(groups)
        return _IN_ONE_BREATH.sub(" ", joined) if phone.form == "vanity" else joined

    def _calling_code(self, code: str, plus: bool) -> str:
        """What comes before a number from abroad: plus thirty three, plus three five three."""
        by_number = self._by_number or len(code) < 3
        said = self._numbers.cardinal(int(code)) if by_number else self._numbers.spelled(code)
        return f"{self._words['plus'] if plus else self._numbers.spelled('00')} {said}"

    def _group(self, group: str, phone: Phone, index: int) -> str:
        if not group.isdigit():
            return group.lower() if group.isalpha() else " ".join(self._numbers.digits[0] for _ in group)
        hundreds = len(group) - len(group.lstrip("0")) < 2 and group.endswith("00") and group != "000"
        if self._by_number and phone.country not in self._style["phone_by_digit"]:
            paired = len(group) == 4 and not hundreds and (index or group[0] != "0") and phone.form != "extension"
            return self._pairs(group) if paired else self._by_noughts(group)
        if phone.country in self._style["phone_by_number"] and len(group) == 2 and group[0] != "0":
            return self._numbers.cardinal(int(group))
        if phone.country == "US" and index <= 1 and len(group) == 3 and hundreds and group[0] != "0":
            return self._numbers.cardinal(int(group))
        if phone.country == "GB" and index == 0 and len(group) == 4 and hundreds and group[0] == "0":  # 0800
            return self._by_noughts(group).replace(self._numbers.digits[0], self._numbers.zero)
        return self._doubled(group) if phone.country == "GB" and self._words["double"] else self._spelled(group)

    def _pairs(self, group: str) -> str:
        """Four digits two by two (trente-neuf quarante-neuf)."""
        return f"{self._by_noughts(group[:2])} {self._by_noughts(group[2:])}"

    def _doubled(self, group: str) -> str:
        """Digits one by one, a pair of equal ones as `double`."""
        words, at = [], 0
        while at < len(group):
            digit = self._spelled(group[at])
            pair = group[at : at + 2] == group[at] * 2 and group[at : at + 3] != group[at] * 3
            words.append(f"{self._words['double']} {digit}" if pair else digit)
            at += 2 if pair else 1
        return " ".join(words)

    def address(self, written: str) -> str:
        """An e-mail or web address: its signs are said, endings like .fr are spelled."""
        written = re.sub(r"^https?://", "", written).rstrip("/")
        signs: Mapping[str, str] = self._table["signs"]
        parts = (signs.get(part) or self._address_part(part) for part in _JOINTS.split(written) if part)
        return " ".join(parts)

    def _address_part(self, part: str) -> str:
        """One part of an address: spelled when it has no vowel or is a country's ending."""
        if part.lower() in self._table["read_parts"]:
            return part
        if part.isdecimal():
            return self._numbers.cardinal(int(part)) if len(part) < 4 else self._numbers.spelled(part)
        if part.isalpha() and len(part) <= 2:
            return " ".join(part.lower())
        return " ".join(map(self._address_run, _RUNS.findall(part)))

    def _address_run(self, run: str) -> str:
        if run.isdecimal():
            return self._numbers.cardinal(int(run)) if len(run) < 5 else self._numbers.spelled(run)
        return run if _READABLE.search(run.lower()) else " ".join(run.lower())
