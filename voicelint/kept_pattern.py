"""Regular expressions compiled once for many starts: what the compiler made is kept, as Python keeps a `.pyc`."""

from __future__ import annotations

import atexit
import os
import re
import sys
from array import array
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

from voicelint.snapshot import keep, kept

_NAME = "patterns"
_Key = tuple[str, int]


def kept_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(text, flags)`, with the work read back where it is known; what is new is kept at the end.

    It leans on what `re` and its engine agree on between themselves; wherever that is not as it is known here
    (CPython 3.11 to 3.13), the pattern is compiled as usual.
    """
    try:
        known = _known()
        code = known.get((text, int(flags)))
        if code is None:
            code = known[text, int(flags)] = _compiled(text, int(flags))
            _keep_at_the_end()
        return _built(text, *code)
    except re.error:
        raise
    except Exception:  # whatever a future engine thinks of it, re.compile knows what to do
        return re.compile(text, flags)


@cache
def _known() -> dict[_Key, tuple[Any, ...]]:
    """What is known for this engine, by text and flags."""
    engine, patterns = kept(_NAME, lambda: (_engine(), {}))
    return dict(patterns) if engine == _engine() else {}


@cache
def _keep_at_the_end() -> None:
    """Have what was compiled in this process kept when it ends; asked once."""
    process = os.getpid()

    def write() -> None:
        if os.getpid() == process:
            keep(_NAME, (_engine(), _known()))

    atexit.register(write)


@cache
def _engine() -> str:
    return f"{sys.implementation.cache_tag} {_compiler.MAGIC} {_compiler._sre.CODESIZE}"


def _compiled(text: str, flags: int) -> tuple[Any, ...]:
    """What the engine is handed for a pattern, as plain data: see `re._compiler.compile`."""
    parsed = _parser.parse(text, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict)


def _built(text: str, flags: int, code: bytes, groups: int, numbers: dict[str, int]) -> re.Pattern[str]:
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    engine = _compiler._sre
    pattern: re.Pattern[str] = engine.compile(text, flags, array("I", code).tolist(), groups, numbers, tuple(names))
    return pattern
