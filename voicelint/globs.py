"""Patterns for paths, as in .gitignore: `*` within a folder, `**` across folders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Say whether a path (relative, divided by `/`) or a folder above it answers to one of the patterns.

    A pattern without a slash before its end speaks of names in any folder; any other, of paths from the root.
    """
    return any(_compiled(pattern).match(path) is not None for pattern in patterns)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of one pattern; every part of it is bounded by `/`, so that it stays linear."""
    body = pattern.strip().replace("\\", "/").removeprefix("./")
    anywhere = "/" not in body.rstrip("/")
    parts = [part for part in body.strip("/").split("/") if part]
    # `**/**` says no more than `**`, but would be tried in every way that it can be split.
    parts = [part for at, part in enumerate(parts) if part != "**" or at == 0 or parts[at - 1] != "**"]
    expression = "(?:[^/]*/)*?" if anywhere else ""
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == "**":
            expression += ".*" if last else "(?:[^/]*/)*?"
        else:
            expression += _part(part) + ("" if last else "/")
    return re.compile(f"{expression}(?:/.*)?\\Z", re.DOTALL)


def _part(part: str) -> str:
    """One name of a path: `*`, `?` and `[abc]`; anything else is meant to the letter."""
    expression, at = "", 0
    while at < len(part):
        character = part[at]
        at += 1
        if character == "*":
            expression += "" if expression.endswith("[^/]*") else "[^/]*"
        elif character == "?":
            expression += "[^/]"
        elif character == "[" and (end := part.find("]", at + 1)) > 0:
            inner = part[at:end].replace("\\", "\\\\").replace("[", "\\[")
            at = end + 1
            expression += f"[^/{inner[1:]}]" if inner[0] in "!^" else f"[{inner}]"
        else:
            expression += re.escape(character)
    return expression
