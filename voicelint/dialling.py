"""Phone numbers by country: how they are grouped, and what a call to them costs (only door to phonenumbers)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

# Settings.region -> country of the numbering plan (ISO 3166).
COUNTRIES = {"be": "BE", "ca": "CA", "ch": "CH", "fr": "FR", "qc": "CA", "uk": "GB", "us": "US"}
NORTH_AMERICA = 1


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
        prefix = {11: "1-", 12: "+1 "}.get(len(digits), "")
        return f"{prefix}{last[:3]}-{last[3:6]}-{last[6:]}"
    return text.replace("\u00a0", " ").replace("-", " ").replace("(", "").replace(")", "")


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
