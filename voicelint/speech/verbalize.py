"""What is said for what is written: every spoken stretch with the characters that it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from voicelint.language import Language
from voicelint.phones import Phone
from voicelint.slots import Slot
from voicelint.source import Span
from voicelint.speech.numbers import roman
from voicelint.speech.patterns import pattern
from voicelint.speech.readings import Reader

_LONGEST_SPELLED = 5  # capitals of more letters are emphasis, not an acronym
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-Z])")
_SILENT = ("direction", "pause", "markup")


class Said(NamedTuple):
    """One spoken stretch: its place, the words as they are said, and what it is (word, phone, amount ...).

    A comma inside `spoken` is the pause between two groups of a phone number or code.
    """

    span: Span
    spoken: str
    kind: str = "word"


def verbalize(
    text: str, slots: Sequence[Slot], phones: Sequence[Phone], language: Language, region: str = ""
) -> tuple[Said, ...]:
    """Every spoken stretch of a text, in order. Marks that are not said give nothing.

    A slot is said as its key; how long its values take is the business of timing.
    """
    speaker = _speaker(language, region)
    marks: list[tuple[Span, Slot | Phone]] = [(slot.span, slot) for slot in slots]
    marks += [(phone.span, phone) for phone in phones]
    found: list[Said] = []
    at = 0
    for span, mark in sorted(marks, key=lambda mark: mark[0]):
        if span.start < at:
            continue
        found.extend(speaker.said(text, at, span.start))
        if isinstance(mark, Phone):
            found.append(Said(span, speaker.phone(text, mark), "phone"))
        elif mark.role not in _SILENT:
            found.append(Said(span, mark.key or "…", "slot"))
        at = span.end
    found.extend(speaker.said(text, at, len(text)))
    return tuple(found)


@cache
def _speaker(language: Language, region: str) -> Speaker:
    return Speaker(language.section("speech"), region)


class Speaker:
    """Turns stretches of text into what is said, in one language and region."""

    def __init__(self, table: Mapping[str, Any], region: str) -> None:
        self._table = table
        self._reader = reader = Reader(table, region or table["region"])
        self._find = pattern(table).finditer
        self._acronyms: Mapping[str, str] = table["acronyms"]
        self._symbols: Mapping[str, str] = table["symbols"]
        self._emphasis = frozenset(table["emphasis"])
        self._roman_after, self._regnal = frozenset(table["roman_after"]), frozenset(table["regnal"])
        self._short = {name: said for name, said in table["abbreviations"].items() if name.isalpha() and name.islower()}
        self._splits = bool(table["style"]["camel"])
        self._read: dict[str, Callable[[Any], str]] = {
            "abbreviation": lambda match: reader.abbreviation(match[0]),
            "acronym": lambda match: reader.acronym(match[0]),
            "code": lambda match: reader.code(match[0]),
            "dashes": lambda match: reader.code(match[0]),
            "about": lambda match: table["words"]["about"],
            "by": lambda match: table["words"]["by"],
            "date": lambda match: reader.date(*(part for part in match.group("d1", "d2", "d4", "d3", "d5") if part)),
            "decade": lambda match: self._decade(match["k1"], match["k2"]),
            "fraction": lambda match: table["fractions"][match[0]],
            "fromhour": lambda match: f"{reader.numbers.cardinal(int(match['b1']))} {table['words']['to']}",
            "isodate": lambda match: reader.day_of(int(match["i3"]), reader.month_of(int(match["i2"])), match["i1"]),
            "minus": lambda match: table["words"]["minus"],
            "mixed": lambda match: f"{reader.number(match['x1'])} {table['halves'][match['x2']]}",
            "rate": lambda match: f"{table['words']['per']} {table['periods'][match['e1']]}",
            "roman": lambda match: self._roman(match),
            "romanth": lambda match: reader.ordinal(str(roman(match["v1"])), match["v2"]),
            "years": lambda match: f"{reader.numbers.year(match['y1'])} {table['words']['to']}",
            "email": lambda match: reader.address(match[0]),
            "fullday": lambda match: table["words"]["fullday"],
            "hashtag": lambda match: f"{table['signs']['#']} {match[0][1:]}",
            "hour": lambda match: self._until(reader.clock(match["h1"], "", _half(match["h3"])), match["h4"]),
            "mention": lambda match: f"{table['signs']['@']} {match[0][1:]}",
            "money": lambda match: reader.money(match.groupdict(), self._link(match)),
            "monthday": lambda match: reader.day_of(int(match["md"]), reader.month(_name(match[0])), match["my"] or ""),
            "daymonth": lambda match: reader.day_of(
                int(match["dm"]), reader.month(match["dn"]), match["dy"] or "", day_first=True
            ),
            "number": lambda match: self._number(match),
            "numero": lambda match: table["words"]["number"],
            "ordinal": lambda match: reader.ordinal(match["r1"], match["r2"]),
            "outof": lambda match: self._fraction(match["o1"], match["o2"]),
            "percent": lambda match: reader.percent(match.groupdict(), self._link(match)),
            "range": lambda match: self._range(match),
            "state": lambda match: table["states"][match[0]],
            "symbol": lambda match: self._symbols[match[0]],
            "time": lambda match: self._until(reader.clock(match["t1"], match["t2"], match["t3"] or ""), match["t4"]),
            "title": lambda match: table["titles"][match[0]],
            "unit": lambda match: reader.unit(match.groupdict()),
            "version": lambda match: f" {table['signs']['.']} ".join(map(reader.number, match[0].split("."))),
            "zip": lambda match: reader.numbers.spelled(match[0]),
            "web": lambda match: reader.address(match[0]),
        }

    def said(self, text: str, start: int, end: int) -> Iterator[Said]:
        """The spoken stretches between two places of a text."""
        shouted = _shouts(text, start, end)
        for match in self._find(text, start, end):
            kind = match.lastgroup or "word"
            if kind == "plain":
                word = match[0]
                yield Said(Span(*match.span()), self._short.get(word, word))
                continue
            if kind in ("word", "acronym") or (kind == "roman" and shouted):
                spoken = self._word(match[0], shouted)
                if spoken == "I" and self._follows(match, self._roman_after):
                    spoken = self._reader.numbers.cardinal(1)
            else:
                spoken = self._read[kind](match)
            if spoken:
                yield Said(Span(*match.span()), spoken, kind)

    def phone(self, text: str, phone: Phone) -> str:
        """A phone number as it is said; one that is spelled out already, as it stands."""
        if phone.form == "words":
            return re.sub(r"\s*[,;.]\s*", ", ", text[phone.span.start : phone.span.end])
        return self._reader.phone(phone)

    def _word(self, word: str, shouted: bool) -> str:
        """A word, or capitals: in a text that shouts, capitals are words like others."""
        known = self._acronyms.get(word)
        if known:
            return known
        if word.islower() or (word.istitle() and "&" not in word) or shouted or word in self._emphasis:
            return word
        capitals = word.replace(".", "").rstrip("s'’").replace("&", "")
        if len(capitals) > 1 and capitals.isupper() and (len(capitals) <= _LONGEST_SPELLED or "." in word):
            return self._reader.acronym(word)
        for mark in ("'", "’"):
            head, joined, tail = word.partition(mark)
            if joined and len(tail) > 1 and tail.isupper():
                return f"{head}'{self._word(tail, shouted)}"
        if self._splits and not word.isupper():
            return " ".join(self._word(part, shouted) for part in _CAMEL.split(word)) if _CAMEL.search(word) else word
        return word

    def _number(self, match: re.Match[str]) -> str:
        """A number, in the gender of the noun behind it."""
        words = self._reader.number(match["num"])
        following = match.string[match.end() : match.end() + 20].split(maxsplit=1)
        return self._reader.agreeing(words, following[0].strip(".,;:!?")) if following else words

    def _decade(self, century: str | None, tens: str) -> str:
        """The nineteen nineties; the nineties."""
        words: str = self._table["decades"][tens]
        return f"{self._reader.numbers.cardinal(int(century))} {words}" if century else words

    def _roman(self, match: re.Match[str]) -> str:
        """A Roman numeral: a number, or a ruler's place in the row."""
        value = roman(match[0])
        if self._follows(match, self._regnal):
            return f"{self._table['words']['the']} {self._reader.numbers.ordinal(value)}"
        return self._reader.numbers.cardinal(value)

    def _follows(self, match: re.Match[str], words: frozenset[str]) -> bool:
        """Say whether one of the words stands right before a match."""
        return bool(words) and _before(match) in words

    def _link(self, match: re.Match[str]) -> str:
        """The word between the two ends of a range: "to", but "and" behind "between"."""
        links: Mapping[str, str] = self._table["links"]
        return links.get(_before(match), self._table["words"]["to"])

    def _until(self, words: str, tail: str | None) -> str:
        """A time from which a range begins."""
        return f"{words} {self._table['words']['to']}" if tail else words

    def _fraction(self, over: str, under: str) -> str:
        numbers = self._reader.numbers
        whole = numbers.written(self._reader.clean(over))
        return f"{whole} {self._table['words']['outof']} {numbers.cardinal(int(under))}"

    def _range(self, match: re.Match[str]) -> str:
        """The first half of a range: two or (three); ten to (fifteen). Small neighbours are an estimate."""
        low, high = int(match["g1"]), int(match["g2"])
        near = high - low == 1 and high < 10
        link = self._table["words"]["or"] if near else self._link(match)
        return f"{self._reader.numbers.cardinal(low)} {link}".strip()


def _before(match: re.Match[str]) -> str:
    """The word right before a match, in small letters."""
    words = match.string[max(0, match.start() - 20) : match.start()].split()
    return words[-1].lower() if words else ""


def _shouts(text: str, start: int, end: int) -> bool:
    """Say whether a stretch is written in capitals throughout: three words and more."""
    stretch = text[start:end]
    return stretch.isupper() and sum(len(word) > 3 for word in stretch.split()) > 1


def _half(written: str) -> str:
    """a.m. or p.m. as written, or empty where the hour is followed by a word for hours."""
    return "" if written.lower().startswith("h") else written


def _name(written: str) -> str:
    """The month at the beginning of a date."""
    return re.split(r"[\s.\u00a0\u202f]", written, maxsplit=1)[0]
