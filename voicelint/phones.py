"""Phone numbers in a message, however they are written: digits, words, letters, or a template left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from voicelint import phone_shapes as shapes
from voicelint.kept_pattern import kept_pattern
from voicelint.phone_letters import find_templates, find_vanity
from voicelint.phone_shapes import Phone
from voicelint.phone_wording import Wording, stands_after, wording
from voicelint.phone_words import find_spelled
from voicelint.remembered import Remembered
from voicelint.slots import Slot
from voicelint.source import Cover, Span

__all__ = ["Phone", "Wording", "find_phones", "wording"]

# Gaps that people write inside one number.
_BLANK = " \t\u00a0\u2007\u2009\u202f"
_GAP = kept_pattern(
    rf"(?:[{_BLANK}]{{1,3}}|[{_BLANK}]?[-.\u2010-\u2013/·][{_BLANK}]?|[{_BLANK}]?\)[-.{_BLANK}]{{0,2}})\(?|\("
)
_LOOSE_GAP = kept_pattern(rf",[{_BLANK}]?|[{_BLANK}]?(?:\.\.\.|…)[{_BLANK}]?|[{_BLANK}][-\u2013\u2014][{_BLANK}]")
_DIGITS = kept_pattern(r"[0-9]+")
_LOCAL_GAP = kept_pattern(r"[-.\u2010-\u2013]")
_MAX_GROUPS = 15
_LOCAL = ((3, 4), (3, 2, 2))
# Groups of some countries that are no number of those which are known by their shape.
_ABROAD = frozenset({(2, 4, 4), (4, 3, 3), (4, 4)})
_SHAPES = frozenset({*shapes.NATIONAL, *shapes.AMERICAN, *_LOCAL, (2, 1, 2, 2, 2, 2)})


class _Gap(NamedTuple):
    """What stands between two groups of figures: whether it may part those of one number, and whether it is loose."""

    joins: bool
    is_loose: bool


def _gap(written: str) -> _Gap:
    is_loose = _LOOSE_GAP.fullmatch(written) is not None
    return _Gap(is_loose or _GAP.fullmatch(written) is not None, is_loose)


_gaps = Remembered(_gap, 1_000)


def find_phones(text: str, slots: Sequence[Slot] = ()) -> tuple[Phone, ...]:
    """All phone numbers of a text, in order, not overlapping each other nor (templates aside) a slot."""
    found: list[Phone] = []
    runs = [match.span() for match in _DIGITS.finditer(text)]
    if runs:
        found.extend(_find_digits(text, runs))
        found.extend(find_vanity(text, runs[0][0]))
    found.extend(find_templates(text))
    found.extend(find_spelled(text))
    if not found:
        return ()
    if slots:
        taken = Cover(slot.span for slot in slots)
        found = [phone for phone in found if phone.form == "template" or not taken.overlaps(*phone.span)]
    if len(found) == 1:
        return (found[0],)
    found.sort(key=lambda phone: (phone.span.start, -phone.span.end))
    kept: list[Phone] = []
    for phone in found:
        if not kept or phone.span.start >= kept[-1].span.end:
            kept.append(phone)
    return tuple(kept)


def _find_digits(text: str, runs: Sequence[tuple[int, int]]) -> Iterable[Phone]:
    """Numbers written in digits, the longest that begins at each group first; `runs`: where the figures stand."""
    index = 0
    while index < len(runs):
        found = _at(text, runs, index)
        if found is None:
            index += 1
            continue
        phone, used = found
        yield phone
        index += used
        while index < len(runs) and runs[index][0] < phone.span.end:
            index += 1


def _at(text: str, runs: Sequence[tuple[int, int]], index: int) -> tuple[Phone, int] | None:
    """The longest number that begins with the group at `index`, and how many groups it takes."""
    start = runs[index][0]
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "$€£_@%":
        return None
    abroad = "+" in text[max(0, start - 3) : start] or text.startswith("00", start)
    groups, gaps = _reach(text, runs, index)
    lengths = tuple(map(len, groups))
    for count in range(len(groups), 0, -1):
        end = runs[index + count - 1][1]
        if not (abroad or _known_shape(lengths[:count])) or not _may_end(text, end):
            continue
        phone = _read(text, Span(start, end), tuple(groups[:count]), tuple(gaps[: count - 1]))
        if phone is not None:
            return phone, count
    return _ended(text, Span(start, runs[index + len(groups) - 1][1]), groups)


def _ended(text: str, span: Span, groups: list[str]) -> tuple[Phone, int] | None:
    """A number of a desk, an exchange or a far country, called in plain words, that ends its clause: `Ring 960105.`"""
    lengths = tuple(map(len, groups))
    few = 3 <= sum(lengths) < 7 and len(groups) < 3
    after = text[span.end : span.end + 3].lstrip(_BLANK)[:2]
    ends = not after or (after[0] in ".,;!?)\n" and not after[1:].isdecimal())
    if not (ends and (few or lengths in _ABROAD) and stands_after(text, span.start, wording().ended_after)):
        return None
    form = "short" if len(groups) == 1 and few else "digits"
    if form == "short" and stands_after(text, span.start, wording().extensions):
        form = "extension"  # of no tariff, and no number of a service
    return Phone(span, "".join(groups), tuple(groups), form=form), len(groups)


def _known_shape(lengths: tuple[int, ...]) -> bool:
    """Say whether groups of these lengths are worth reading: a shape of some country, single digits, or one group."""
    if len(lengths) == 1 or lengths in _SHAPES:
        return True
    return len(lengths) in (7, 10, 11) and sum(lengths) == len(lengths)


def _reach(text: str, runs: Sequence[tuple[int, int]], index: int) -> tuple[list[str], list[str]]:
    """The groups that could still belong to the number beginning at `index`, itself included, and the gaps between."""
    start, end = runs[index]
    groups, gaps, total = [text[start:end]], [], end - start
    for start, after in runs[index + 1 : index + _MAX_GROUPS]:
        total += after - start
        if total > 17 or start - end > 6:
            break
        gap = text[end:start]
        if not _gaps[gap].joins:
            break
        groups.append(text[start:after])
        gaps.append(gap)
        end = after
    return groups, gaps


def _may_end(text: str, end: int) -> bool:
    """Say whether a number can stop here: no letter, amount or further decimals behind it."""
    after = text[end : end + 1]
    if after.isalnum():
        # "555-0142x204" goes on with an extension.
        return wording().extension.match(text, end) is not None
    behind = text[end : end + 3].lstrip(_BLANK)[:1]
    return not (behind and behind in "%€$£°") and not (after in "-/" and text[end + 1 : end + 2].isalnum())


def _read(text: str, span: Span, groups: tuple[str, ...], gaps: tuple[str, ...]) -> Phone | None:
    """The number that these groups make, if they make one."""
    start, digits = span.start, "".join(groups)
    if not 2 <= len(digits) <= 17:
        return None
    lead = text[max(0, start - 3) : start]
    if lead.endswith(("+", "+(", "+ ", "(+")) or digits.startswith("00"):
        return _read_international(text, span, groups)
    country = _national_country(digits, tuple(map(len, groups)))
    if country is None:
        return _read_ambiguous(text, span, groups, gaps)
    alone = len(groups) == 1 or any(_gaps[gap].is_loose for gap in gaps)
    if alone and stands_after(text, start, wording().not_after):
        return None
    return _phone(text, span, groups, gaps, country)


def _national_country(digits: str, lengths: tuple[int, ...]) -> str | None:
    """Country of a number written without its calling code; None if the groups fit none."""
    if len(lengths) > 6 and set(lengths) == {1}:  # 6 1 7, 5 5 5, 0 1 4 2
        lengths = (len(digits),)
    if digits[0] == "0" and digits[1:2] not in ("0", "") and lengths in shapes.NATIONAL:
        country = shapes.NATIONAL[lengths]
        return "BE" if country == "FR" and lengths == (4, 2, 2, 2) and digits[:2] == "04" else country
    if lengths in shapes.AMERICAN and shapes.american(digits):
        return "US"
    if lengths == (2, 1, 2, 2, 2, 2) and digits.startswith("33"):
        return "FR"
    return None


def _read_ambiguous(text: str, span: Span, groups: tuple[str, ...], gaps: tuple[str, ...]) -> Phone | None:
    """Local numbers (555-0142) and short codes (3949, 911), which only their surroundings tell from other figures."""
    lengths, words = tuple(map(len, groups)), wording()
    if lengths in _LOCAL and groups[0][0] in "23456789":
        hyphen = all(_LOCAL_GAP.fullmatch(gap) for gap in gaps)
        if stands_after(text, span.start, words.not_after):
            return None
        if (hyphen and lengths == (3, 4)) or stands_after(text, span.start, words.call_after):
            return _phone(text, span, groups, gaps, "US")
    short = len(groups) == 1 and 2 <= lengths[0] <= 6 and text[span.end : span.end + 1] not in tuple(":h")
    keyed = short and lengths[0] > 2 and words.keyword.search(text, max(0, span.start - 40), span.start)
    if short and (keyed or stands_after(text, span.start, words.short_after)):
        return Phone(span, groups[0], groups, form="short")
    return None


def _read_international(text: str, span: Span, groups: tuple[str, ...]) -> Phone | None:
    """A number that begins with `+` or `00`; the `(0)` inside it is not dialled from abroad."""
    at = span.start
    plus = text.rfind("+", max(0, at - 2), at)
    if plus >= 0 and text[plus - 1 : plus] == "(" and ")" in text[span.start : span.end]:
        plus -= 1
    digits = "".join(groups)
    if plus < 0:
        digits = digits[2:]
    trunk = re.search(r"\(0\)", text[span.start : span.end])
    if not digits:
        return None
    known = shapes.international(digits if trunk is None else _without_trunk(digits))
    if known is None or not known[2]:
        return None
    country, code, _ = known
    if trunk is not None:
        digits = _without_trunk(digits)
    rest = digits[len(code) :]
    written = _written_rest(groups, "" if plus >= 0 else "00", code, rest)
    groups = written or shapes.regroup(rest, shapes.GROUPED_ABROAD.get(country, shapes.GROUPED.get(country, ())))
    whole, extension = _with_extension(text, Span(plus if plus >= 0 else at, span.end))
    return Phone(whole, digits, (code, *groups), country, extension, international=True)


def _without_trunk(digits: str) -> str:
    """Digits without the 0 that stands in brackets behind a calling code."""
    for length in (1, 2, 3):
        if digits[:length] in shapes.CALLING_CODES:
            return digits[:length] + digits[length:].removeprefix("0")
    return digits


def _written_rest(groups: tuple[str, ...], prefix: str, code: str, rest: str) -> tuple[str, ...]:
    """Groups behind the calling code as they are written; none if they are written in one or by single digits."""
    joined = "".join(groups)
    kept: list[str] = []
    skip = len(joined) - len(rest)
    for group in groups:
        cut = min(skip, len(group))
        skip -= cut
        if cut < len(group):
            kept.append(group[cut:])
    if len(kept) < 2 or max(map(len, kept)) > 4 or set(map(len, kept)) == {1}:
        return ()
    return tuple(kept)


def _phone(text: str, span: Span, groups: tuple[str, ...], gaps: tuple[str, ...], country: str) -> Phone:
    """A number in digits, with the bracket before it, its extension, and groups as they are said."""
    digits, start, longest = "".join(groups), span.start, max(map(len, groups))
    if text[start - 1 : start] == "(" and ")" in text[start : span.end]:
        start -= 1
    if longest == 1 or longest > 6:
        usual = shapes.GROUPED.get(country, ())
        groups = shapes.regroup(digits, (1, *usual) if country == "US" and len(digits) == 11 else usual)
    elif groups[:2] == ("0", groups[1]) and len(groups[1]) == 1:  # 0 6 12 34 56 78
        groups = (groups[0] + groups[1], *groups[2:])
    whole, extension = _with_extension(text, Span(start, span.end))
    return Phone(whole, digits, groups, country, extension)


def _with_extension(text: str, span: Span) -> tuple[Span, str]:
    """The span with the extension that follows it, and the extension's digits."""
    match = wording().extension.match(text, span.end)
    return (Span(span.start, match.end()), match[1]) if match else (span, "")
