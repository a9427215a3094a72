"""The phone numbers of a message: how they are written, whether they agree, and what they cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicelint.finding import Edit
from voicelint.kinds.kind import Hit, Kind, Repair

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.phones import Phone


def country_of(draft: Draft, phone: Phone) -> str:
    """The country whose numbering plan a number follows: its own hint, else the draft's region, else the language's."""
    from voicelint.dialling import COUNTRIES

    home = str(draft.language.section("phones").get("country", ""))
    return phone.country or COUNTRIES.get(draft.settings.region, home)


def written(draft: Draft) -> Iterator[Phone]:
    """The numbers to call that are written in digits."""
    return (phone for phone in draft.phones if phone.form == "digits")


@dataclass(frozen=True, slots=True)
class Groups(Kind):
    """Fires on a number of `least` digits or more that is written in one block. Facts: `number`, `grouped`."""

    least: int = 7

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a number."""
        for phone in written(draft):
            if len(phone.groups) > 1 or len(phone.digits) < self.least:
                continue
            from voicelint.dialling import grouped

            text = grouped(phone.digits, country_of(draft, phone))
            if text and text != draft.text[phone.span.start : phone.span.end]:
                facts = {"number": draft.quote(phone.span), "grouped": text}
                yield Hit(phone.span, facts=facts, repairs=(Repair("group", (Edit(phone.span, text),), safe=True),))


@dataclass(frozen=True, slots=True)
class Agrees(Kind):
    """Fires on a number that differs from the first one given, or from the caller's own as the file knows it.

    `or_cues`: words that offer a second number on purpose (mobile, office, toll free), looked for in the number's
    sentence. `theirs_cues`: words that say that a number is the listener's. Facts: `first`, `second`.
    """

    or_cues: tuple[str, ...] = ()
    theirs_cues: tuple[str, ...] = ()

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a number that differs."""
        phones = [phone for phone in written(draft) if not self._said(draft, phone, "theirs_cues")]
        known = self._known(draft)
        first = phones[0] if phones else None
        for phone in phones:
            other = known or (draft.quote(first.span) if first else "")
            if _core(phone.digits) == _core(known or (first.digits if first else "")):
                continue
            if known or not self._said(draft, phone, "or_cues"):
                yield Hit(phone.span, facts={"first": other, "second": draft.quote(phone.span)})

    def _said(self, draft: Draft, phone: Phone, option: str) -> bool:
        sentence = draft.sentence_of(phone.span)
        return any(sentence.overlaps(match.span) for match in self.cues_of(draft, option))

    @staticmethod
    def _known(draft: Draft) -> str:
        """The caller's number as it stands beside the script, if it does."""
        caller = draft.settings.facts.get("caller")
        return str(caller.get("phone", "")) if isinstance(caller, dict) else ""


def _core(number: str) -> str:
    """The last nine digits, which tell a number whatever its prefix."""
    return "".join(character for character in number if character.isdigit())[-9:]


@dataclass(frozen=True, slots=True)
class Tariffs(Kind):
    """Fires on a premium-rate number. `prefixes`: by country, the beginnings that are worth a look.

    Facts: `number`.
    """

    prefixes: dict[str, tuple[str, ...]]

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a number."""
        for phone in draft.phones:
            country = country_of(draft, phone)
            if phone.digits.startswith(self.prefixes.get(country, ())) and self._costs(phone, country):
                yield Hit(phone.span, facts={"number": draft.quote(phone.span)})

    @staticmethod
    def _costs(phone: Phone, country: str) -> bool:
        from voicelint.dialling import is_premium

        return phone.form == "short" or is_premium(phone.digits, country)
