"""Figures given as a number to call back that nobody can dial: a digit or two short or long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from voicelint import phone_shapes as shapes
from voicelint.draft import overlapping
from voicelint.kept_pattern import kept_pattern
from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.phones import Phone

_BLANK = " \t\u00a0\u2007\u2009\u202f"
_LEAD = kept_pattern(rf"[{_BLANK}\n:,]{{0,3}}")
_RUN = kept_pattern(
    rf"\+?\(?\d+(?:(?:[{_BLANK}]{{1,2}}|[-.\u2010-\u2013·]|\)[-.{_BLANK}]?|[{_BLANK}]?(?=\())\(?\d+)+|\+?\d+"
)
_GROUP = kept_pattern(r"\d+")
_NEXT_WORD = kept_pattern(rf"[{_BLANK}]{{0,2}}([^\W\d_]+)")
_STOP = kept_pattern(rf"[{_BLANK}]*(?:[.,;:!?…»”)\n]|$)")
_AMOUNT_OR_MASK = kept_pattern(rf"[{_BLANK}]?[%€$£°#*•_/+]|,\d")
# Groups that are a date, a ZIP code with its four, or a quantity in thousands.
_OTHER_SHAPES = frozenset({(1, 2, 4), (2, 1, 4), (2, 2, 4), (4, 2, 2), (4, 4), (5, 4)})


class Slip(NamedTuple):
    """Figures at `span` that were meant to be dialled: `digits` of the `due` that they need."""

    span: Span
    digits: int
    due: int


def find_slips(draft: Draft) -> tuple[Slip, ...]:
    """The slips that stand right behind the words that give a number (`callback-number.lead`), in order."""
    found = (_slip(draft, match.span.end) for match in draft.matches.get("callback-number.lead", ()))
    return tuple(sorted({slip for slip in found if slip}))


def _slip(draft: Draft, at: int) -> Slip | None:
    """The slip that begins behind `at`, if one does."""
    text = draft.text
    lead = _LEAD.match(text, at)
    run = _RUN.match(text, lead.end() if lead else at)
    if run is None or not 7 <= sum(map(str.isdigit, run[0])) <= 15 or not _ends(draft, run.end()):
        return None
    groups = tuple(_GROUP.findall(run[0]))
    gaps = tuple(_GROUP.split(run[0])[1:-1])
    lengths = tuple(map(len, groups))
    thousands = set(lengths[1:]) == {3} and lengths[0] < 4 and set("".join(gaps)) <= {*_BLANK, "."}
    if lengths in _OTHER_SHAPES or (thousands and not _STOP.match(text, run.end())):
        return None
    read = overlapping(draft.phones, *run.span())
    if any(phone.form != "digits" for phone in read):
        return None
    span = Span(*run.span())
    return None if any(_whole(phone, span) for phone in read) else _measured(draft, span, groups, gaps)


def _whole(phone: Phone, run: Span) -> bool:
    """Say whether a run is a number with all its digits, be it of another country than the draft's."""
    from voicelint.dialling import due_digits

    covers = phone.span.start <= run.start and run.end <= phone.span.end
    return covers and not due_digits(phone.digits, phone.country, international=phone.international)


def _measured(draft: Draft, span: Span, groups: tuple[str, ...], gaps: tuple[str, ...]) -> Slip | None:
    """The slip that these groups are: no number of their country, and near to one."""
    from voicelint.dialling import COUNTRIES, due_digits

    digits, text = "".join(groups), draft.text
    abroad = text.startswith("+", span.start)
    region = COUNTRIES.get(draft.settings.region, "")
    written_so = shapes.written_in(digits, tuple(map(len, groups)), dashed="-" in gaps or ")" in "".join(gaps))
    country = shapes.CALLING_CODES.get(_code(digits), ("", ()))[0] if abroad else written_so or region
    if not country or (not abroad and (digits[0] == "0") is (country in shapes.NO_TRUNK)):
        return None
    if country in shapes.NO_TRUNK and not abroad and digits[0] == "1" != groups[0]:
        return None  # no area of North America begins with 1
    due = due_digits(digits, country, international=abroad)
    # Without a region, the shape alone is to be trusted for one digit, no more.
    if not due or abs(due - len(digits)) > (2 if region == country or abroad else 1):
        return None
    whole = any(
        len(head) >= 9 and not due_digits(head, country, international=abroad)
        for head in ("".join(groups[:count]) for count in range(2, len(groups)))
    )
    if whole and (len(set(gaps)) > 1 or not _STOP.match(text, span.end)):
        return None  # 617-555-0142 24 hours a day
    return Slip(span, len(digits), due)


def _code(digits: str) -> str:
    """The calling code with which digits begin, or ""."""
    return next((digits[:length] for length in (1, 2, 3) if digits[:length] in shapes.CALLING_CODES), "")


def _ends(draft: Draft, end: int) -> bool:
    """Say whether figures end at `end`: nothing there goes on with them, in digits, words, letters or a mark."""
    text = draft.text
    if text[end : end + 1].isalnum() or _AMOUNT_OR_MASK.match(text, end) or re.match(r"[-:.]\w", text[end : end + 2]):
        return False
    if any(slot.span.start >= end for slot in overlapping(draft.slots, end, end + 3)):
        return False
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return not re.match(rf"[{_BLANK}]?\d", text[end : end + 2])
    table = draft.language.section("phones")
    word = following[1].lower()
    return word not in table["values"] and word not in table["extension"] and set(word) != {"x"}
