"""How one script is to be judged: every choice settled, from the command, the script and the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Band(NamedTuple):
    """The spoken length wanted, in seconds."""

    min: float
    max: float


FLASH = Band(8, 14)  # founding article 002


class Settings(NamedTuple):
    """The settled choices for one script.

    `language` is the draft's, `reader` that of the messages. `wpm` is words per minute (0: the language's own
    rate), `dictation` the factor on the time of phone numbers. `declared` says that somebody chose the profile: it
    is not only the one taken where nothing is said. `facts` holds what is known of the call, as written beside the
    script: caller, recipient, series, step, send_at, last_contact, variables, claimed_length ...
    """

    language: str = "en"
    reader: str = "en"
    profile: str = "cold"
    declared: bool = False
    goal: str = "callback"
    band: Band = FLASH
    wpm: float = 0.0
    dictation: float = 1.0
    region: str = ""
    identity: str = "first"
    value: str = "required"
    number: str = "once"
    delivery: str = "live"
    jurisdiction: str = ""
    audience: str = ""
    template: bool | None = None
    facts: Mapping[str, Any] = {}

    def matches(self, conditions: Mapping[str, tuple[str, ...]]) -> bool:
        """Say whether every named choice is one of those wanted (`{"goal": ("callback",)}`)."""
        return all(str(getattr(self, name)) in wanted for name, wanted in conditions.items())
