"""What a phone number is, and the shapes in which it is written: how many digits in which groups, in which country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from voicelint.source import Span


class Phone(NamedTuple):
    """A phone number as written at `span` (its extension included).

    `digits` are those to dial, with calling code but without `+`, `(0)` and extension; x stands for an open digit of
    a template. `groups` are the digits as they are said together. `country` is a hint ("FR", "US" for all of North
    America, ...) or "". `form` is `digits`, `words`, `vanity` (1-800-FLOWERS), `template` (xxx-xxx-xxxx), `short`
    (3949, 911) or `extension` (of a switchboard that is not named). `international` tells that the number starts with
    its calling code.
    """

    span: Span
    digits: str
    groups: tuple[str, ...]
    country: str = ""
    extension: str = ""
    form: str = "digits"
    international: bool = False


# Calling code -> country and how many digits follow it (ITU-T E.164 and the national numbering plans).
CALLING_CODES: dict[str, tuple[str, tuple[int, ...]]] = {
    "1": ("US", (10,)),
    "30": ("GR", (10,)),
    "31": ("NL", (9,)),
    "32": ("BE", (8, 9)),
    "33": ("FR", (9,)),
    "34": ("ES", (9,)),
    "351": ("PT", (9,)),
    "352": ("LU", (6, 8, 9)),
    "353": ("IE", (8, 9)),
    "39": ("IT", (9, 10, 11)),
    "41": ("CH", (9,)),
    "44": ("GB", (9, 10)),
    "45": ("DK", (8,)),
    "46": ("SE", (7, 8, 9)),
    "47": ("NO", (8,)),
    "49": ("DE", (8, 9, 10, 11)),
    "61": ("AU", (9,)),
    "64": ("NZ", (8, 9, 10)),
}

# Lengths of the groups of national numbers that begin with 0 -> country.
NATIONAL: dict[tuple[int, ...], str] = {
    (10,): "FR",
    (2, 2, 2, 2, 2): "FR",
    (1, 1, 2, 2, 2, 2): "FR",
    (1, 3, 2, 2, 2): "FR",
    (1, 3, 3, 3): "FR",
    (1, 9): "FR",
    (2, 8): "FR",
    (2, 2, 2, 2): "FR",  # one pair is missing: still meant as a number
    (4, 2, 2, 2): "FR",
    (4, 3, 3): "FR",
    (2, 4, 4): "AU",
    (9,): "BE",
    (2, 3, 2, 2): "BE",
    (3, 2, 2, 2): "BE",
    (4, 2, 3): "BE",
    (4, 6): "BE",
    (3, 3, 2, 2): "CH",
    (3, 7): "CH",
    (11,): "GB",
    (3, 4, 4): "GB",
    (3, 8): "GB",
    (4, 3, 4): "GB",
    (4, 7): "GB",
    (5, 3, 3): "GB",
    (5, 5): "GB",
    (5, 6): "GB",
    (2, 3, 4): "IE",
    (3, 3, 4): "IE",
}

# The same for North America: 10 digits, with or without the leading 1.
AMERICAN: frozenset[tuple[int, ...]] = frozenset(
    {(3, 3, 4), (3, 7), (10,), (3, 3, 2, 2), (1, 3, 3, 4), (1, 10), (11,), (1, 3, 7)}
)

# How a number written without gaps is grouped when it is said.
GROUPED: dict[str, tuple[int, ...]] = {
    "AU": (3, 3, 3),
    "BE": (4, 2, 2, 2),
    "CH": (3, 3, 2, 2),
    "ES": (3, 3, 3),
    "FR": (2, 2, 2, 2, 2),
    "GB": (5, 3, 3),
    "US": (3, 3, 4),
}
GROUPED_ABROAD: dict[str, tuple[int, ...]] = {
    "BE": (3, 2, 2, 2),
    "CH": (2, 3, 2, 2),
    "FR": (1, 2, 2, 2, 2),
    "GB": (4, 3, 3),
}

# How many digits a number written as at home has where it surely lacks none.
WHOLE: dict[str, tuple[int, ...]] = {"CH": (10,), "FR": (10,), "GB": (11,), "US": (7, 10, 11)}

# Countries whose numbers begin with no 0.
NO_TRUNK = frozenset({"CA", "US"})


def written_in(digits: str, lengths: tuple[int, ...], *, dashed: bool) -> str:
    """The country in which numbers are written in such groups, whether or not all digits are there; "" if unsure."""
    if digits[0] != "0":
        return "US" if dashed and (lengths[0] == 3 or lengths[:2] == (1, 3)) else ""
    if lengths[:2] == (2, 2):
        return "FR"
    london, five = digits[1] == "2" and lengths[:2] == (3, 4), digits[1:2] in ("1", "7") and lengths[0] == 5
    return "GB" if (london or five) and len(lengths) > 1 else ""


def american(digits: str) -> bool:
    """Say whether ten digits, or eleven from 1 on, can be a number of the North American plan.

    The plan wants 2-9 as first digit of area and exchange; people's made-up examples break it for the exchange
    (555 010 0199), so that only the area code is held to it.
    """
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    return len(digits) == 10 and digits[0] in "23456789"


def international(digits: str) -> tuple[str, str, bool] | None:
    """Country, calling code and whether the length is known to fit, of digits that follow a `+`; None if no number."""
    for length in (1, 2, 3):
        known = CALLING_CODES.get(digits[:length])
        if known:
            country, lengths = known
            return country, digits[:length], len(digits) - length in lengths
    if 8 <= len(digits) <= 15:
        return "", digits[:3] if digits[0] in "2345689" and digits[1] in "2345678" else digits[:2], True
    return None


def regroup(digits: str, lengths: Sequence[int]) -> tuple[str, ...]:
    """Cut digits into groups of these lengths; what is left over goes by twos, a last single digit by itself."""
    groups: list[str] = []
    at = 0
    for length in lengths:
        if at < len(digits):
            groups.append(digits[at : at + length])
            at += length
    while at < len(digits):
        groups.append(digits[at : at + 2])
        at += 2
    return tuple(groups)
