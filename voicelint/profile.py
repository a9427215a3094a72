"""A profile: what is wanted of one kind of call (cold, warm, inbound ...), read from `rules/profiles/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from voicelint.settings import Band


@dataclass(frozen=True, slots=True)
class Profile:
    """One file of `rules/profiles/`: the choices that hold unless the user makes another.

    `source` says where the band of seconds comes from. `severities` overrides rules' own, by rule name.
    """

    name: str
    band: Band
    goal: str = "callback"
    identity: str = "first"
    value: str = "required"
    summary: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    severities: Mapping[str, str] = field(default_factory=dict)


def build(name: str, data: Mapping[str, Any]) -> Profile:
    """The profile of a file's data. Raises TypeError for a key that is none of Profile's fields."""
    return Profile(name=name, **{**data, "band": Band(*data["band"])})
