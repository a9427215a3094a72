"""The phone numbers of a message: how they are written, whether they agree, and what they cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from voicelint.draft import PHONES
from voicelint.finding import Edit
from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.kind import Hit, Kind, Repair
from voicelint.kinds.series_kind import SeriesKind
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.phones import Phone
    from voicelint.series import Series


# A number in one block; what follows it (an extension) has signs of its own before it.
_BLOCK = kept_pattern(r"\+?\d+(?=$|[^\d.\s-]|[.\s-]+(?!\d))")


def dialled(phone: Phone) -> str:
    """The digits as they are dialled, with + before a country's code."""
    return f"+{phone.digits}" if phone.international else phone.digits


def country_of(draft: Draft, phone: Phone) -> str:
    """The country whose plan a number follows: the one it names, else the draft's region, its shape, the language."""
    here = ""
    if draft.settings.region:
        from voicelint.dialling import COUNTRIES

        here = COUNTRIES.get(draft.settings.region, "")
    country = phone.country if phone.international else here or phone.country
    return country or str(draft.language.section("phones").get("country", ""))


def written(draft: Draft) -> Iterator[Phone]:
    """The numbers to call that are written in digits."""
    return (phone for phone in draft.phones if phone.form == "digits")


class Groups(Kind):
    """Fires on a number of `least` digits or more that is written in one block. Facts: `number`, `grouped`."""

    least: int = 7

    def looks_at(self) -> str:
        """Without a number, there is nothing to say."""
        return PHONES

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a number."""
        for phone in written(draft):
            block = _BLOCK.match(draft.text, *phone.span)
            if block is None or len(phone.digits) < self.least:
                continue
            from voicelint.dialling import grouped

            span = Span(*block.span())
            text = grouped(block[0], country_of(draft, phone))
            if text and text != block[0]:
                repair = Repair("group", (Edit(span, text),), safe=True)
                yield Hit(span, facts={"number": block[0], "grouped": text}, repairs=(repair,))


class Agrees(SeriesKind):
    """Fires on a number that differs from the first one given, in the message or in its series, or from the caller's
    own as the file knows it.

    `or_cues`: words that offer a second number on purpose (mobile, office, toll free), looked for in the number's
    sentence. `theirs_cues`: words that say that a number is the listener's. `unless_moves`: a number in a sentence that
    makes one of these moves is for something else (to object to calls). Facts: `first`, `second`.
    """

    or_cues: tuple[str, ...] = ()
    theirs_cues: tuple[str, ...] = ()
    unless_moves: tuple[str, ...] = ("notice",)

    def looks_at(self) -> str:
        """Without a number, there is nothing to say."""
        return PHONES

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a number that differs."""
        known = self._known(draft)
        if not known and (len(draft.phones) < 2 or len({_core(phone.digits) for phone in written(draft)}) < 2):
            return  # nothing to differ from
        phones = self._own(draft)
        second = Cover(match.span for match in self.cues_of(draft, "or_cues"))
        first = phones[0] if phones else None
        for phone in phones:
            other = known or (draft.quote(first.span) if first else "")
            if _core(phone.digits) == _core(known or (first.digits if first else "")):
                continue
            if known or not second.overlaps(*draft.sentence_of(phone.span)):
                yield Hit(phone.span, facts={"first": other, "second": draft.quote(phone.span)})

    def series_hits(self, series: Series) -> Iterable[tuple[int, Hit]]:
        """One hit a message whose first number is not that of the messages before it."""
        first, said = "", ""
        for index, step in enumerate(series.steps):
            draft = step.draft
            second = Cover(match.span for match in self.cues_of(draft, "or_cues"))
            own = (phone for phone in self._own(draft) if not second.overlaps(*draft.sentence_of(phone.span)))
            phone = next(own, None)
            if phone is None:
                continue
            if not first:
                first, said = _core(phone.digits), draft.quote(phone.span)
            elif _core(phone.digits) != first:
                yield index, Hit(phone.span, facts={"first": said, "second": draft.quote(phone.span)})

    def _own(self, draft: Draft) -> list[Phone]:
        """The numbers to call back, in order."""
        others = {draft.sentence_of(move.span) for name in self.unless_moves for move in draft.moves_of(name)}
        theirs = Cover(match.span for match in self.cues_of(draft, "theirs_cues"))
        sentences = ((phone, draft.sentence_of(phone.span)) for phone in written(draft))
        return [phone for phone, place in sentences if place not in others and not theirs.overlaps(*place)]

    @staticmethod
    def _known(draft: Draft) -> str:
        """The caller's number as it stands beside the script, if it does."""
        caller = draft.settings.facts.get("caller")
        return str(caller.get("phone", "")) if isinstance(caller, dict) else ""


def _core(number: str) -> str:
    """The last nine digits, which tell a number whatever its prefix."""
    return (number if number.isdecimal() else "".join(filter(str.isdigit, number)))[-9:]


class Misdials(Kind):
    """Fires on figures given as a number to call back that cannot be dialled. Variants: `short`, `long`.

    Facts: `number`, `count` (its digits), `due` (those that it needs).
    """

    def looks_at(self) -> str:
        """It looks behind the words that give a number."""
        return "callback-number"

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a number."""
        for span, count, due in draft.slips:
            facts = {"number": draft.quote(span), "count": count, "due": due}
            yield Hit(span, "short" if count < due else "long", facts)


class Tariffs(Kind):
    """Fires on a premium-rate number. `prefixes`: by country, the beginnings that are worth a look.

    Facts: `number`.
    """

    prefixes: dict[str, tuple[str, ...]]

    def looks_at(self) -> str:
        """Without a number, there is nothing to say."""
        return PHONES

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a number."""
        for phone in draft.phones:
            country = country_of(draft, phone)
            if dialled(phone).startswith(self.prefixes.get(country, ())) and self._costs(phone, country):
                yield Hit(phone.span, facts={"number": draft.quote(phone.span)})

    @staticmethod
    def _costs(phone: Phone, country: str) -> bool:
        from voicelint.dialling import is_premium

        return phone.form == "short" or is_premium(dialled(phone), country)
