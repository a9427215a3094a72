"""The name that a mistyped name was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like `word`, or "" if none is at all like it (similarity of difflib, from 0.6)."""
    from difflib import get_close_matches  # costs 5 ms: only a mistake pays for it

    known = {name.lower(): name for name in names}
    found = get_close_matches(word.lower()[:80], known, n=1)
    return known[found[0]] if found else ""


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """`; did you mean NAME?`, or `; choose from A, B, C` if few names exist and none is like `word`."""
    listed = sorted(names)
    name = nearest(word, listed)
    if name:
        return f"; did you mean {name}?"
    return f"; choose from {', '.join(listed)}" if 0 < len(listed) <= 12 else ""
