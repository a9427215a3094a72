"""A large regular expression, compiled once for many starts: the compiler's work is kept like a `.pyc`."""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

from voicelint.snapshot import kept


def kept_pattern(text: str) -> re.Pattern[str]:
    """`re.compile(text)`, with the work read back from a snapshot where there is one.

    Worth it from some milliseconds on. It leans on what `re` and its engine agree on between themselves; wherever that
    is not as it is known here (CPython 3.11 to 3.13), the pattern is compiled as usual.
    """
    try:
        made_for, known, arguments = kept(f"pattern-{zlib.crc32(text.encode()):08x}", lambda: _compiled(text))
        if made_for == _engine() and known == text:
            return _built(text, *arguments)
    except Exception:  # noqa: S110  whatever a future engine thinks of it, re.compile knows what to do
        pass
    return re.compile(text)


def _engine() -> str:
    return f"{sys.implementation.cache_tag} {_compiler.MAGIC} {_compiler._sre.CODESIZE}"


def _compiled(text: str) -> tuple[str, str, Any]:
    """What the engine is handed for a pattern, as plain data: see `re._compiler.compile`."""
    parsed = _parser.parse(text, 0)
    code = array("I", _compiler._code(parsed, 0)).tobytes()
    return _engine(), text, (parsed.state.flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict))


def _built(text: str, flags: int, code: bytes, groups: int, numbers: dict[str, int]) -> re.Pattern[str]:
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    pattern: re.Pattern[str] = _compiler._sre.compile(
        text, flags, array("I", code).tolist(), groups, numbers, tuple(names)
    )
    return pattern
