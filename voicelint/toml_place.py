"""Where a key stands in a TOML file, for messages; tomllib keeps no places."""

from __future__ import annotations

from collections.abc import Sequence


def line_of(text: str, location: Sequence[str]) -> int:
    """The line (from 1) at which a key stands, or its table if the key is not found; 0 if neither is.

    Headers and keys at the start of a line are enough for what people write. Numbers in `location` choose
    among the tables of an array.
    """
    names = [part for part in location if not part.isdecimal()]
    index = int(next((part for part in location if part.isdecimal()), "0"))
    table: list[str] = []
    found, seen, elsewhere = 0, -1, False
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("["):
            table = _key(stripped.partition("#")[0].strip(" []"))
            ours = table == names[: len(table)]
            if stripped.startswith("[[") and ours:
                seen += 1
            elsewhere = seen >= 0 and seen != index
            if ours and not elsewhere:
                found = found or number
        elif "=" in stripped and not elsewhere:
            full = table + _key(stripped.partition("=")[0])
            if full == names[: len(full)]:
                return number
    return found


def _key(dotted: str) -> list[str]:
    """The parts of a key or of a table's name."""
    return [part.strip(" \t\"'") for part in dotted.split(".")]
