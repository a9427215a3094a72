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
from voicelint.speech.patterns import pattern
from voicelint.speech.readings import Reader

_LONGEST_SPELLED = 5  # capitals of more letters are emphasis, not an acronym
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
        self._roman_after = frozenset(table.get("roman_after", ()))
        self._read: dict[str, Callable[[Any], str]] = {
            "abbreviation": lambda match: reader.abbreviation(match[0]),
            "acronym": lambda match: reader.acronym(match[0]),
            "code": lambda match: reader.code(match[0]),
            "dashes": lambda match: reader.code(match[0]),
            "date": lambda match: reader.date(match["d1"], match["d2"], match["d3"] or ""),
            "email": lambda match: reader.address(match[0]),
            "fullday": lambda match: table["words"]["fullday"],
            "hashtag": lambda match: f"{table['signs']['#']} {match[0][1:]}",
            "hour": lambda match: reader.clock(match["h1"], "", _half(match["h3"])),
            "mention": lambda match: f"{table['signs']['@']} {match[0][1:]}",
            "money": lambda match: reader.money(match.groupdict()),
            "monthday": lambda match: reader.day_of(int(match["md"]), reader.month(_name(match[0])), match["my"] or ""),
            "daymonth": lambda match: reader.day_of(
                int(match["dm"]), reader.month(match["dn"]), match["dy"] or "", day_first=True
            ),
            "number": lambda match: self._signed(match),
            "numero": lambda match: table["words"]["number"],
            "ordinal": lambda match: reader.numbers.ordinal(int(match["r1"])),
            "outof": lambda match: self._fraction(match["o1"], match["o2"]),
            "percent": lambda match: reader.percent(match.groupdict()),
            "range": lambda match: self._range(match["g1"], match["g2"]),
            "state": lambda match: table["states"][match[0]],
            "symbol": lambda match: self._symbols[match[0]],
            "time": lambda match: reader.clock(match["t1"], match["t2"], match["t3"] or ""),
            "title": lambda match: table["titles"][match[0]],
            "unit": lambda match: reader.unit(match.groupdict()),
            "version": lambda match: f" {reader.numbers.point} ".join(map(reader.number, match[0].split("."))),
            "zip": lambda match: reader.numbers.spelled(match[0]),
            "web": lambda match: reader.address(match[0]),
        }

    def said(self, text: str, start: int, end: int) -> Iterator[Said]:
        """The spoken stretches between two places of a text."""
        shouted = text[start:end].isupper() and " " in text[start:end].strip()
        for match in self._find(text, start, end):
            kind = match.lastgroup or "word"
            if kind == "plain":
                yield Said(Span(*match.span()), match[0])
                continue
            spoken = self._word(match[0], shouted) if kind in ("word", "acronym") else self._read[kind](match)
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
        capitals = word.replace(".", "").rstrip("s'’").replace("&", "")
        if (
            len(capitals) > 1
            and capitals.isupper()
            and not shouted
            and (len(capitals) <= _LONGEST_SPELLED or "." in word)
        ):
            return self._reader.acronym(word)
        for mark in ("'", "’"):
            head, joined, tail = word.partition(mark)
            if joined and len(tail) > 1 and tail.isupper():
                return f"{head}'{self._word(tail, shouted)}"
        return word

    def _signed(self, match: re.Match[str]) -> str:
        minus = f"{self._table['words']['minus']} " if match[0][0] in "-−" else ""
        return minus + self._reader.number(match["num"])

    def _fraction(self, over: str, under: str) -> str:
        named = self._table["fractions"].get(f"{over}/{under}")
        if named:
            return str(named)
        numbers = self._reader.numbers
        return f"{numbers.written(self._reader.clean(over))} {self._table['words']['outof']} {numbers.cardinal(int(under))}"

    def _range(self, low: str, high: str) -> str:
        """Two or three; from ten to fifteen: small neighbours are an estimate, others a range."""
        numbers = self._reader.numbers
        near = int(high) - int(low) == 1 and int(high) < 10
        word = self._table["words"]["or" if near else "to"]
        return " ".join(filter(None, (numbers.cardinal(int(low)), word, numbers.cardinal(int(high)))))


def _half(written: str) -> str:
    """a.m. or p.m. as written, or empty where the hour is followed by a word for hours."""
    return "" if written.lower().startswith("h") else written


def _name(written: str) -> str:
    """The month at the beginning of a date."""
    return re.split(r"[\s.\u00a0\u202f]", written, maxsplit=1)[0]
