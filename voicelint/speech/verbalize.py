"""What is said for what is written: every spoken stretch with the characters that it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from sys import intern
from typing import Any

from voicelint.kept_pattern import kept_pattern
from voicelint.language import Language
from voicelint.phones import Phone
from voicelint.slots import Slot
from voicelint.source import Span
from voicelint.speech.capitals import Capitals
from voicelint.speech.chunks import Chunks
from voicelint.speech.numbers import roman
from voicelint.speech.patterns import NUMBER, pattern
from voicelint.speech.readings import Reader
from voicelint.speech.stretches import Stretches
from voicelint.speech.surroundings import Surroundings

_MARKS = kept_pattern(r"\s*[,;.]\s*")
_SENTENCE_END = kept_pattern(r"\s+[^\W\da-zß-öø-ÿœ]|\s*$")
_BLANK = kept_pattern(r"\s")
_BY_PAIR = kept_pattern(r"[1-9](?!00)\d\d")
_AMOUNT = kept_pattern(rf"[$€£]|(?:{NUMBER})[ \u00a0\u202f]?[$€£]")
_MEASURE = kept_pattern(r"[\dm\"″'′] ?$")
_SILENT = ("direction", "pause", "markup")
_by_span = itemgetter(0)


def verbalize(
    text: str, slots: Sequence[Slot], phones: Sequence[Phone], language: Language, region: str = ""
) -> Stretches:
    """Every spoken stretch of a text, in order. Marks that are not said give nothing.

    A slot is said as its key; how long its values take is the business of timing.
    """
    speaker = _speaker(language, region)
    found = Stretches(len(text))
    if not slots and not phones:
        speaker.say(text, 0, len(text), found)
        return found
    marks: list[tuple[Span, Slot | Phone]] = [(slot.span, slot) for slot in slots]
    marks += [(phone.span, phone) for phone in phones]
    at = 0
    marks.sort(key=_by_span)
    for span, mark in marks:
        start, end = span
        if start < at:
            continue
        if start > at:
            speaker.say(text, at, start, found)
        if isinstance(mark, Phone):
            found.apart.append(len(found.starts))
            found.add(start, end, speaker.phone(text, mark), "phone")
        elif mark.role not in _SILENT:
            found.apart.append(len(found.starts))
            found.add(start, end, mark.key or "…", "slot")
        at = end
    if at < len(text):
        speaker.say(text, at, len(text), found)
    return found


@cache
def _speaker(language: Language, region: str) -> Speaker:
    return Speaker(language.section("speech"), region)


class Speaker:
    """Turns stretches of text into what is said, in one language and region."""

    def __init__(self, table: Mapping[str, Any], region: str) -> None:
        self._table = table
        self._reader = Reader(table, region or table["region"])
        self._speller = self._reader.speller
        self._words: Mapping[str, str] = {**table["words"], **table["words"].get("regions", {}).get(region, {})}
        self._abbreviations = {name.lower(): said for name, said in table["abbreviations"].items()}
        self._roman_after, self._regnal = frozenset(table["roman_after"]), frozenset(table["regnal"])
        self._style = self._reader.style
        self._capitals = Capitals(table, self._style, self._speller)
        self._near = Surroundings(table, self._style)
        self._street = kept_pattern(self._style["street_before"])
        self._read = {**self._signs(), **self._quantities(), **self._times()}
        self.say = Chunks(table, pattern(table), self.take, self._capitals.short).say

    def _signs(self) -> dict[str, Callable[[re.Match[str]], str]]:
        """How each kind of sign, name, code or address is read."""
        table, words, speller = self._table, self._words, self._speller
        return {
            "abbreviation": lambda match: self._abbreviations[match[0].lower()],
            "by": self._by,
            "code": lambda match: speller.code(match[0]),
            "compared": lambda match: table["compared"][match["c1"]],
            "dashes": lambda match: speller.code(match[0]),
            "email": lambda match: speller.address(match[0]),
            "hash": lambda match: words["hash"],
            "hashtag": lambda match: f"{table['signs']['#']} {self._capitals.parts(match[0][1:])}",
            "mention": lambda match: f"{table['signs']['@']} {self._capitals.parts(match[0][1:])}",
            "minus": lambda match: words["minus"],
            "numero": lambda match: words["number"],
            "roman": self._roman,
            "romanth": lambda match: self._reader.ordinal(str(roman(match["v1"])), match["v2"]),
            "silent": lambda match: "",
            "star": self._star,
            "state": lambda match: table["states"].get(match[0]) or self._capitals.word(match[0], shouted=False),
            "symbol": lambda match: table["symbols"][match[0]],
            "title": self._title,
            "web": lambda match: speller.address(match[0]),
            "zip": lambda match: self._reader.numbers.spelled(match[0]),
        }

    def _quantities(self) -> dict[str, Callable[[re.Match[str]], str]]:
        """How each kind of quantity is read."""
        table, words, reader = self._table, self._words, self._reader
        return {
            "fraction": lambda match: table["fractions"][match[0]],
            "height": lambda match: f"{reader.number(match['z1'])} {words['foot']} {reader.number(match['z2'])}",
            "mixed": lambda match: reader.mixed(match["x1"], match["x2"], match["x3"]),
            "money": self._money,
            "number": self._number,
            "ordinal": lambda match: reader.ordinal(match["r1"], match["r2"]),
            "outof": lambda match: self._fraction(match["o1"], match["o2"]),
            "percent": lambda match: reader.percent(match.groupdict(), self._link(match)),
            "range": self._range,
            "rate": lambda match: f"{words['per']} {table['periods'][match['e1']]}",
            "ratio": lambda match: f"{reader.number(match['q1'])} {words['ratio']} {reader.number(match['q2'])}",
            "scaled": lambda match: reader.scaled(match.groupdict()),
            "unit": lambda match: self._unit(match),
            "version": lambda match: f" {table['signs']['.']} ".join(map(reader.number, match[0].split("."))),
        }

    def _times(self) -> dict[str, Callable[[re.Match[str]], str]]:
        """How each kind of date and time is read."""
        table, words, reader = self._table, self._words, self._reader
        return {
            "date": lambda match: reader.date(
                *(part for part in match.group("d1", "d2", "d4", "d6", "d3", "d5", "d7") if part)
            ),
            "daymonth": lambda match: reader.day_of(
                int(match["dm"]), reader.month(match["dn"]), match["dy"] or "", day_first=True
            ),
            "decade": lambda match: self._decade(match["k1"], match["k2"] or match["k0"]),
            "fromhour": lambda match: f"{reader.numbers.cardinal(int(match['b1']))} {words['to']}",
            "fullday": lambda match: f"{words['fullday']} {reader.digits_or_word(match['f1'])}".strip(),
            "hour": lambda match: self._until(reader.clock(match["h1"], "", _half(match["h3"])), match["h4"]),
            "isodate": lambda match: reader.day_of(int(match["i3"]), reader.month_of(int(match["i2"])), match["i1"]),
            "monthday": lambda match: reader.day_of(
                int(match["md"]), reader.month(match["mn"]), match["my"] or "", int(match["mt"] or 0)
            ),
            "time": lambda match: self._until(reader.clock(match["t1"], match["t2"], match["t3"] or ""), match["t4"]),
            "weekday": lambda match: self._until(table["weekdays"][match["w1"] or match["w3"]], match["w2"]),
            "years": lambda match: f"{reader.numbers.year(match['y1'])} {words['to']}",
        }

    def take(self, match: re.Match[str], shouted: bool, into: Stretches) -> None:
        """Add what the scanning pattern found. `shouted`: in a text in capitals throughout."""
        kind = match.lastgroup
        if kind == "plain":
            word = match[0]
            into.add(match.start(), match.end(), self._capitals.short.get(word) or intern(word), "word")
        elif kind == "dotted":
            into.add(match.start(), *self._dotted(match, shouted))
        else:
            kind = kind.rstrip("_") if kind else "word"
            spoken = self._read_as(kind, match, shouted)
            if spoken:
                into.add(match.start(), match.end(), spoken, kind)

    def _read_as(self, kind: str, match: re.Match[str], shouted: bool) -> str:
        """How an expression of a kind is read."""
        if kind in ("word", "acronym") or (kind == "roman" and shouted):
            spoken = self._capitals.word(match[0], shouted)
            if spoken == "I" and self._follows(match, self._roman_after):
                return self._reader.numbers.cardinal(1)
            return spoken
        return self._read[kind](match)

    def _dotted(self, match: re.Match[str], shouted: bool) -> tuple[int, str, str]:
        """Where a word with a full stop ends, how it is read, and as what: the stop may end the sentence."""
        known = self._capitals.short.get(match[0])
        if known and not shouted:
            ends = match[0] in self._table["closing"] and _SENTENCE_END.match(match.string, match.end())
            return match.end() - bool(ends), known, "abbreviation"
        return match.end() - 1, self._capitals.word(match[0][:-1], shouted), "word"

    def phone(self, text: str, phone: Phone) -> str:
        """A phone number as it is said; one that is spelled out already, as it stands."""
        written = text[phone.span.start : phone.span.end]
        return _MARKS.sub(", ", written) if phone.form == "words" else self._speller.phone(phone, written)

    def _title(self, match: re.Match[str]) -> str:
        """A title before a name; behind the name of a street, the kind of street."""
        streets: Mapping[str, str] = self._table["streets"]
        street = streets.get(match[0])
        if street and self._street.search(match.string[max(0, match.start() - 40) : match.start()]):
            return street
        return str(self._table["titles"][match[0]])

    def _number(self, match: re.Match[str]) -> str:
        """A number: a code behind a word that says so, part of a name, or a quantity in the gender of its noun."""
        written = match["num"]
        behind = match.string[match.end() : match.end() + 24].split(maxsplit=2)
        groups = _BLANK.split(written)
        if len(written) > 2 and all(map(str.isdigit, groups)) and self._near.coded(match):
            return ", ".join(map(self._speller.digits, groups))
        if self._style["names_by_pair"] and _BY_PAIR.fullmatch(written) and self._near.named(match, behind):
            return self._reader.numbers.name(written)
        words = self._reader.number(written)
        return self._reader.agreeing(words, behind[0].strip(".,;:!?")) if behind else words

    def _money(self, match: re.Match[str]) -> str:
        """An amount, or the first of two (£75k to £90k)."""
        groups = match.groupdict()
        words = self._reader.money(groups, self._link(match), before_noun=self._near.single(match))
        return self._until(words, groups["m7"])

    def _unit(self, match: re.Match[str]) -> str:
        """A measure: in the singular where it goes before its noun (a 15-min call, a 20 lb box, 24hr service)."""
        groups = match.groupdict()
        noun = self._near.noun_follows(match)
        attached = self._style["unit_before_noun"] and match.end("u1") == match.start("u2")
        single = bool(groups["u3"]) or (
            noun and (attached or self._near.word_before(match) in self._style["single_after"])
        )
        return self._reader.unit(groups, single=single, before_noun=noun)

    def _decade(self, century: str | None, tens: str) -> str:
        """The nineteen nineties; the nineties; the two thousands."""
        words: str = self._table["decades"].get(f"{century or ''}{tens}") or self._table["decades"][tens]
        whole = f"{century or ''}{tens}" in self._table["decades"]
        return f"{self._reader.numbers.cardinal(int(century))} {words}" if century and not whole else words

    def _roman(self, match: re.Match[str]) -> str:
        """A Roman numeral: a number, or a ruler's place in the row."""
        value = roman(match[0])
        if self._follows(match, self._regnal):
            return f"{self._words['the']} {self._reader.numbers.ordinal(value)}"
        return self._reader.numbers.cardinal(value)

    def _star(self, match: re.Match[str]) -> str:
        """Keys of a telephone: star sixty seven."""
        last = {"#": self._words["hash"], "*": self._words["star"]}.get(match["k4"] or "", "")
        return f"{self._words['star']} {self._speller.digits(match['k3'])} {last}".strip()

    def _by(self, match: re.Match[str]) -> str:
        """The sign between two measures (eight by ten), or before how often (times two)."""
        at = match.start()
        amount = _AMOUNT.match(match.string, match.end())
        measured = match.string[:at][-1:] in tuple("0123456789m\"″'′ ") and at and not amount
        return self._words["by" if measured and _MEASURE.search(match.string[max(0, at - 4) : at]) else "times"]

    def _follows(self, match: re.Match[str], words: frozenset[str]) -> bool:
        """Say whether one of the words stands right before a match."""
        return bool(words) and self._near.word_before(match) in words

    def _link(self, match: re.Match[str]) -> str:
        """The word between the two ends of a range: "to", but "and" behind "between"."""
        links: Mapping[str, str] = self._table["links"]
        return links.get(self._near.word_before(match), self._words["to"])

    def _until(self, words: str, tail: str | None) -> str:
        """A time or day from which a range begins."""
        return f"{words} {self._words['to']}" if tail else words

    def _fraction(self, over: str, under: str) -> str:
        numbers = self._reader.numbers
        whole = numbers.written(self._reader.clean(over))
        return f"{whole} {self._words['outof']} {numbers.cardinal(int(under))}"

    def _range(self, match: re.Match[str]) -> str:
        """The first half of a range: two or (three); ten to (fifteen). Small neighbours are an estimate."""
        low, high = int(match["g1"]), int(match["g2"])
        near = high - low == 1 and high < 10
        link = self._words["or"] if near else self._link(match) if low < 100 or low < high else ""
        return f"{self._reader.numbers.cardinal(low)} {link}".strip()


def _half(written: str) -> str:
    """a.m. or p.m. as written, or empty where the hour is followed by a word for hours."""
    return "" if written.lower().startswith("h") else written
