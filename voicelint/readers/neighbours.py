"""Settings that stand beside a message: keys of front matter, of a record, of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from voicelint import language
from voicelint.kept_pattern import kept_pattern
from voicelint.readers.lengths import Claim
from voicelint.readers.vocabulary import spelled
from voicelint.source import Span

_PAIR = kept_pattern(r"([\w-]{1,40})\s*[=:]\s*(?:\"([^\"]{0,200})\"|([^\s,;]{1,200}))")
_FIGURE = kept_pattern(r"[~≈]?\s*(\d{1,3}(?:[.,]\d+)?)(?:\s*[-–—]\s*(\d{1,3}))?\s*(?:[a-z]{1,8})?\s*$", re.IGNORECASE)


_BAND = kept_pattern(r"(?:[a-z]+|\d{1,3}\s?[-–]\s?\d{1,3})$")
_WORD = kept_pattern(r"[\w-]{1,30}$")
_WORDS = frozenset({"audience", "delivery", "goal", "jurisdiction", "profile", "region"})


@cache
def keys() -> Mapping[str, str]:
    """The setting that each known key stands for, by the key's folded words."""
    found: dict[str, str] = {}
    for code in language.codes():
        for setting, names in language.load(code).section("readers").get("keys", {}).items():
            found.update((spelled(name), setting) for name in (*names, setting))
    return found


def settings_of(pairs: Iterable[tuple[str, Any, Span]]) -> dict[str, Any]:
    """The settings that keys with their values (and the values' places) stand for; unknown keys are left out."""
    settings: dict[str, Any] = {}
    for key, value, span in pairs:
        setting = keys().get(spelled(key))
        if setting is None or value is None or value == "" or setting in settings:
            continue
        if setting == "length" and not _BAND.match(str(value).strip()):
            setting = "claimed_length"  # "length: 22 s" states a length, "length: 8-14" or "flash" asks for one
        known = _value(setting, value, span)
        if known is not None:
            settings.setdefault(setting, known)
    return settings


def pairs_in(text: str, start: int = 0) -> dict[str, Any]:
    """The settings written as `key=value` in a fence's info string or in a mark."""
    return settings_of(
        (found[1], found[2] or found[3], Span(start + found.start(), start + found.end()))
        for found in _PAIR.finditer(text)
    )


def _value(setting: str, value: Any, span: Span) -> Any:
    """A value as the settings want it; None if it cannot be one of them."""
    text = str(value).strip()
    if setting == "language":
        code = re.split(r"[-_]", text.casefold())[0]
        return code if 2 <= len(code) <= 3 and code.isalpha() else None
    if setting == "claimed_length":
        found = _FIGURE.match(text)
        if found is None:
            return None
        low = float(found[1].replace(",", "."))
        return Claim(low, float(found[2] or low), False, span)
    if setting == "wpm":
        number = re.match(r"\d{2,3}(?:\.\d+)?$", text)
        return float(text) if number else None
    if setting in _WORDS:
        return text.casefold() if _WORD.match(text) else None
    if setting == "template":
        return {"true": True, "yes": True, "false": False, "no": False}.get(text.casefold())
    return value
