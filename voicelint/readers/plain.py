"""Plain text: the whole file is one script, unless something in it clearly says otherwise."""

from __future__ import annotations

import re

from voicelint.kept_pattern import kept_pattern
from voicelint.readers.reading import Options, Reading
from voicelint.script import whole
from voicelint.source import Source

# Front matter, a heading at the head, a line of dashes: what only a second look can settle.
_HEADED = kept_pattern(r"\s*(?:#|==|---|\+\+\+)")
_DIVIDED = kept_pattern(r"^[-=* \t]{3,}\r?$", re.MULTILINE)
# Files that a hook hands over by name because of their suffix, and that nobody means as a message.
_NEVER = kept_pattern(
    r"(?:authors|changelog|cmakelists|codeowners|contributing|copying|humans|licen[cs]e|llms|makefile|notice"
    r"|readme|requirements|robots|security|third)\b",
    re.IGNORECASE,
)


def read_plain(source: Source, options: Options) -> Reading:
    """The scripts of a plain text. One that no user named must be called or read like a message."""
    named = options.named and not _NEVER.match(source.path.replace("\\", "/").rpartition("/")[2])
    text = source.text
    if named and "voicelint" not in text and not _HEADED.match(text) and not _DIVIDED.search(text):
        return Reading((whole(source),))
    from voicelint.readers.divided import read_divided

    return read_divided(source, named=named)
