"""Choices settled: what the user, the script and the profile say, made into one Settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voicelint.catalog import Catalog
from voicelint.profile import Profile
from voicelint.settings import Band, Settings

_TEXTS = ("goal", "region", "identity", "value", "number", "delivery", "jurisdiction", "audience")
# From this many seconds there is room to say the number twice (domain.md 0.2: 18.2 and 20.2 s).
_ROOM_FOR_NUMBER_TWICE = 18.0

_LONGEST = 3600.0  # seconds: no voicemail takes an hour


class ChoiceError(ValueError):
    """A choice that cannot be followed; `name` is the setting, `value` what was asked, `known` what could be."""

    def __init__(self, name: str, value: object, known: tuple[str, ...] = ()) -> None:
        super().__init__(f"{name}: {value!r} is not known")
        self.name, self.value, self.known = name, value, known


def settle(choices: Mapping[str, Any], catalog: Catalog, language: str) -> Settings:
    """The settings of a draft in `language`; what `choices` leave open, the profile decides.

    Choices that are no setting (caller, recipient, series, send_at ...) become its facts.
    Raises ChoiceError for a profile or a length that is not known.
    """
    name = choices.get("profile") or "cold"
    if name not in catalog.profiles:
        raise ChoiceError("profile", name, tuple(catalog.profiles))
    profile = catalog.profiles[name]
    band = band_of(choices.get("length"), catalog, profile)
    texts = {key: str(choices[key]) for key in _TEXTS if choices.get(key)}
    texts.setdefault("number", "twice" if band.max >= _ROOM_FOR_NUMBER_TWICE else "once")
    wpm = choices.get("wpm") or 0
    return Settings(
        language=language,
        reader=str(choices.get("reader") or language),
        profile=profile.name,
        declared=bool(choices.get("profile")),
        band=band,
        wpm=float(wpm.get(language, 0) if isinstance(wpm, Mapping) else wpm),
        dictation=float(choices.get("dictation") or 1.0),
        template=choices.get("template"),
        facts={key: value for key, value in choices.items() if key not in _SETTINGS},
        **{"goal": profile.goal, "identity": profile.identity, "value": profile.value, **texts},
    )


def band_of(length: object, catalog: Catalog, profile: Profile) -> Band:
    """The band of a length given as a preset's name, `8-14`, or a pair of seconds; the profile's if none is.

    Raises ChoiceError for anything else.
    """
    if not length:
        return profile.band
    if isinstance(length, str):
        if length in catalog.bands:
            return catalog.bands[length]
        low, _, high = length.replace("–", "-").partition("-")
        pair: tuple[Any, ...] = (low, high)
    else:
        pair = tuple(length) if isinstance(length, (list, tuple)) else ()
    try:
        band = Band(*map(float, pair))
    except (TypeError, ValueError):
        raise ChoiceError("length", length, (*catalog.bands, "MIN-MAX")) from None
    if not 0 <= band.min < band.max <= _LONGEST:
        raise ChoiceError("length", length, (*catalog.bands, "MIN-MAX"))
    return band


_SETTINGS = frozenset(
    {
        *_TEXTS,
        "language",
        "default_language",
        "reader",
        "profile",
        "length",
        "wpm",
        "dictation",
        "template",
    }
)
