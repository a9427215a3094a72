"""A profile: what is wanted of one kind of call (cold, warm, inbound ...), read from `rules/profiles/`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from voicelint.settings import Band


class Profile(NamedTuple):
    """One file of `rules/profiles/`: the choices that hold unless the user makes another.

    `source` says where the band of seconds comes from. `severities` overrides rules' own, by rule name.
    """

    name: str
    band: Band
    goal: str = "callback"
    identity: str = "first"
    value: str = "required"
    summary: Mapping[str, str] = {}
    source: str = ""
    severities: Mapping[str, str] = {}


def build(name: str, data: Mapping[str, Any]) -> Profile:
    """The profile of a file's data. Raises TypeError for a key that is none of Profile's fields."""
    return Profile(name=name, **{**data, "band": Band(*data["band"])})
