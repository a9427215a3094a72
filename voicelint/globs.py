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
    chunks: list[list[str]] = [[]]
    for part in parts:
        if part == "**":
            chunks.append([])
        else:
            chunks[-1].append(part)
    expression = "/".join(map(_part, chunks[0]))
    if anywhere and parts != ["**"]:
        expression = f"(?:[^/]*/)*?{expression}"
    for at, chunk in enumerate(chunks[1:], start=1):
        lead = "/" if expression and not expression.endswith("/)") else ""
        if at < len(chunks) - 1:  # the first place that fits leaves most to what follows: no other need be tried
            expression += f"{lead}(?>(?:[^/]*/)*?{'/'.join(map(_part, chunk))}/)"
        elif chunk:
            expression += f"{lead}(?:[^/]*/)*?{'/'.join(map(_part, chunk))}"
        else:
            expression += f"{lead}.*"
    return re.compile(f"{expression}(?:/.*)?\\Z", re.DOTALL)


def _part(part: str) -> str:
    """One name of a path: `*`, `?` and `[abc]`; anything else is meant to the letter."""
    between, at = [""], 0  # what stands between the stars
    while at < len(part):
        character = part[at]
        at += 1
        if character == "*":
            between.append("")
        elif character == "?":
            between[-1] += "[^/]"
        elif character == "[" and (end := part.find("]", at + 1)) > 0:
            inner = part[at:end].replace("\\", "\\\\").replace("[", "\\[")
            at = end + 1
            between[-1] += f"[^/{inner[1:]}]" if inner[0] in "!^" else f"[{inner}]"
        else:
            between[-1] += re.escape(character)
    if len(between) == 1:
        return between[0]
    # The first place that fits leaves most to what follows: with several stars, no other need be tried.
    inner = "".join(f"(?>[^/]*?{fixed})" for fixed in between[1:-1] if fixed)
    return f"{between[0]}{inner}[^/]*{between[-1]}"
