"""Phone numbers by country: how they are grouped, and what a call to them costs (only door to phonenumbers)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

# Settings.region -> country of the numbering plan (ISO 3166).
COUNTRIES = {"be": "BE", "ca": "CA", "ch": "CH", "fr": "FR", "qc": "CA", "uk": "GB", "us": "US"}
NORTH_AMERICA = 1
# Calling code, and digits of a number without its leading 0 or 1: as a rule, and by how it begins, where the plan
# (BIPT, Ofcom) is narrower than the lengths that phonenumbers takes for possible in the whole country.
_PLANS = {"BE": ("32", 8), "CA": ("1", 10), "CH": ("41", 9), "FR": ("33", 9), "GB": ("44", 10), "US": ("1", 10)}
_NARROWER = {
    "BE": {
        "1": 8,
        "2": 8,
        "3": 8,
        "46": 9,
        "47": 9,
        "48": 9,
        "49": 9,
        "5": 8,
        "6": 8,
        "71": 8,
        "8": 8,
        "9": 8,
    },
    "GB": {"2": 10, "3": 10, "7": 10},
}


@lru_cache(maxsize=4096)
def grouped(digits: str, country: str, *, international: bool = False) -> str:
    """A number in the groups in which people of its country say it, or "" if it is no number there.

    `digits` as written (`0199001234`, `6175550142`, `+33199001234`); North American numbers with dashes
    (`617-555-0142`), others with spaces (`01 99 00 12 34`).
    """
    import phonenumbers

    number = _parsed(digits, country)
    if number is None or not phonenumbers.is_possible_number(number):
        return ""
    form = phonenumbers.PhoneNumberFormat
    style = form.INTERNATIONAL if international or digits.startswith("+") else form.NATIONAL
    text = str(phonenumbers.format_number(number, style))
    if number.country_code == NORTH_AMERICA and len(digits.removeprefix("+1").removeprefix("1")) == 10:
        last = digits[-10:]
        prefix = {10: "", 11: "1-", 12: "+1 "}.get(len(digits))
        return "" if prefix is None else f"{prefix}{last[:3]}-{last[3:6]}-{last[6:]}"
    mark = "-" if number.country_code == NORTH_AMERICA else " "
    text = text.replace("\u00a0", " ").replace("-", mark).replace("(", "").replace(")", "")
    # Of a range that the library does not know, it drops the leading 0.
    return text if _figures(text) == _figures(digits) else ""


def _figures(text: str) -> str:
    return "".join(filter(str.isdigit, text))


@lru_cache(maxsize=4096)
def due_digits(digits: str, country: str, *, international: bool = False) -> int:
    """How many digits a number that begins so needs, written as it is; 0 if these can be dialled, or nothing is known.

    `digits` without `+`; the leading 0 or 1 and, where `international`, the calling code are counted.
    """
    if country not in _PLANS:
        return 0
    code, usual = _PLANS[country]
    inner = digits.removeprefix(code) if international else digits
    inner = inner.removeprefix("1" if code == "1" and not international else "0")
    narrow = _NARROWER.get(country, {})
    due = narrow.get(inner[:2]) or narrow.get(inner[:1])
    if len(inner) == (due or usual):
        return 0  # as nearly all are: the library need not be loaded
    import phonenumbers

    number = _parsed(f"+{code}{inner}", country)
    if due is None and number is not None and phonenumbers.is_possible_number(number):
        return 0
    return (due or usual) + len(digits) - len(inner)


@lru_cache(maxsize=4096)
def is_premium(digits: str, country: str) -> bool:
    """Say whether a call to the number costs more than an ordinary one."""
    import phonenumbers

    number = _parsed(digits, country)
    if number is None:
        return False
    kinds = phonenumbers.PhoneNumberType
    return phonenumbers.number_type(number) in (kinds.PREMIUM_RATE, kinds.SHARED_COST)


def _parsed(digits: str, country: str) -> Any:
    """The number as phonenumbers reads it, or None."""
    import phonenumbers

    try:
        return phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return None
