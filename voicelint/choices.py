"""What can be chosen for a script, and scripts without the choices beside them that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from voicelint import language
from voicelint.catalog import Catalog
from voicelint.script import Script
from voicelint.settle import ChoiceError, settle
from voicelint.spelling import did_you_mean

LEAST_RATE, MOST_RATE = 40, 400  # words per minute: the slowest dictation, the fastest auctioneer
# What a choice may be where no rule and no profile says it.
_VALUES = {
    "goal": ("callback", "email", "none"),
    "identity": ("any", "first", "last"),
    "value": ("optional", "required"),
    "number": ("once", "twice"),
    "delivery": ("live", "live-call", "recorded", "tts"),
    "audience": ("business", "consumer"),
}


def known_values(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """What each choice may be: from the languages, the profiles, and the conditions of the rules."""
    codes = language.codes()
    laws = {law for rule in catalog.rules.values() for law in rule.when.get("jurisdiction", ())}
    return {
        "language": ("auto", *codes),
        "default_language": codes,
        "reader": codes,
        "profile": tuple(catalog.profiles),
        "jurisdiction": tuple(sorted(laws)),
        **_VALUES,
    }


def followed(scripts: Iterable[Script], catalog: Catalog) -> tuple[tuple[Script, ...], tuple[str, ...]]:
    """The scripts without the settings beside them that cannot be followed, and a note for each such setting.

    What stands beside a script may be a stranger's (`profile: enterprise` means something to another program), or
    a slip: the script is judged as if it did not stand there, and its author is told.
    """
    known = known_values(catalog)
    del known["language"]  # another language than ours is no slip: the script is named as foreign
    kept, notes = [], dict[str, str]()
    for script in scripts:
        wrong = dict(_wrong(script.settings, known, catalog))
        for name, told in wrong.items():
            notes.setdefault(name, f"{name}: {script.settings[name]!r} is unknown{told}; passed over")
        settings = {name: value for name, value in script.settings.items() if name not in wrong}
        kept.append(script._replace(settings=settings) if wrong else script)
    return tuple(kept), tuple(notes.values())


def _wrong(
    settings: Mapping[str, Any], known: Mapping[str, tuple[str, ...]], catalog: Catalog
) -> Iterator[tuple[str, str]]:
    """The settings that cannot be followed, each with what was probably meant."""
    for name, values in known.items():
        if name in settings and settings[name] not in values:
            yield name, did_you_mean(str(settings[name]), values)
    rate = settings.get("wpm")
    if rate is not None and not LEAST_RATE <= rate <= MOST_RATE:
        yield "wpm", f" (words per minute, {LEAST_RATE}-{MOST_RATE})"
    try:
        settle({"length": settings.get("length")}, catalog, language.codes()[0])
    except ChoiceError as error:
        yield "length", did_you_mean(str(error.value), error.known)
