"""What a terminal is given to show: nothing that it would obey, in the colours and signs that it knows."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, TextIO

from voicelint.kept_pattern import kept_pattern

_LEAST_COLUMNS, _MOST_COLUMNS = 40, 100


def safe(text: str) -> str:
    """The text with every character that a terminal would obey, or not show, named: `<U+202E>`.

    Control and escape characters, line ends, marks of direction, zero-width characters, lone surrogates.
    Spaces of any width stay.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or unicodedata.category(character) == "Zs" else f"<U+{ord(character):04X}>"
        for character in text
    )


def one_line(text: str) -> str:
    """The text on one line, safe to show; runs of plain spaces and line ends become one space."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # most texts by far
    for blank in "\r\n\t":
        text = text.replace(blank, " ")
    return safe(" ".join(part for part in text.split(" ") if part))


# Letters and signs that take one column each: Latin, punctuation, currencies, arrows, lines and blocks.
_NARROW = kept_pattern(r"[\x00-\u02ff\u2000-\u206f\u20a0-\u20cf\u2190-\u21ff\u2500-\u259f]*")


@lru_cache(maxsize=4096)  # the same messages and advice come again and again
def columns(text: str) -> int:
    """How many columns a terminal takes for the text: wide letters two, combining marks none."""
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shortened(text: str, width: int, ellipsis: str = "…") -> str:
    """The text cut to `width` columns, the cut shown."""
    if columns(text) <= width:
        return text
    kept, room = "", width - columns(ellipsis)
    for character in text:
        room -= _columns_of(character)
        if room < 0:
            break
        kept += character
    return kept.rstrip() + ellipsis


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, broken at plain spaces only (French keeps its own)."""
    if columns(text) <= width and not text.startswith(" "):
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and columns(line) + 1 + columns(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


class Signs(NamedTuple):
    """The signs that reports are drawn with."""

    error: str = "✗"
    warning: str = "!"
    info: str = "·"
    good: str = "✓"
    fix: str = "→"
    full: str = "█"
    likely: str = "▒"
    rule: str = "─"
    left: str = "╰"
    right: str = "╯"
    bar: str = "│"
    under: str = "‾"
    ellipsis: str = "…"
    dash: str = "–"
    dot: str = "·"
    tick: str = "┬"
    guide: str = "┊"


PLAIN = Signs("x", "!", "-", "ok", "->", "#", "+", "-", "\\", "/", "|", "^", "...", "-", "-", "+", ":")
_COLOURS = {"red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36, "bold": 1, "dim": 2}


class Style(NamedTuple):
    """How to draw on one stream: with colour or not, with which signs, in how many columns."""

    colour: bool = False
    signs: Signs = Signs()
    width: int = 80
    ascii_only: bool = False

    def paint(self, text: str, *looks: str) -> str:
        """The text in colour, if there is colour."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(str(_COLOURS[look]) for look in looks)}m{text}\x1b[0m"


def style_for(stream: TextIO, colour: str = "auto", environment: Mapping[str, str] = os.environ) -> Style:
    """The style that suits a stream. `colour`: auto (a terminal without NO_COLOR), always, never."""
    terminal = is_terminal(stream)
    painted = colour == "always" or (
        colour == "auto"
        and (terminal or bool(environment.get("FORCE_COLOR")))
        and not environment.get("NO_COLOR")
        and environment.get("TERM") != "dumb"
    )
    shown = _shows_signs(stream)
    width = _width(stream, terminal, environment)
    return Style(painted, Signs() if shown else PLAIN, width, ascii_only=not shown)


def spelled_plainly(text: str) -> str:
    """The text with typographic signs in the place of which ASCII has its own, for streams without them."""
    return text.translate(_PLAIN_LETTERS)


_PLAIN_LETTERS = {
    ord(sign): plain
    for signs, plain in (("“”„«»", '"'), ("‘’", "'"), ("–—−", "-"), ("…", "..."), ("\u00a0\u202f", " "))
    for sign in signs
}


def told(line: str) -> None:
    """Say a line on standard error, if there is one and it takes it: what cannot be said changes no status."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()
        except OSError:
            to_nowhere(sys.stderr)


def to_nowhere(stream: TextIO | None) -> None:
    """Let go what still waits in a stream, so that the status is ours and not that of a flush that fails at the end."""
    try:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        pass


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a person looks at the stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _shows_signs(stream: TextIO) -> bool:
    """Say whether the stream's encoding has the signs."""
    try:
        "✗█▒─╰…→“é".encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _width(stream: TextIO, terminal: bool, environment: Mapping[str, str]) -> int:
    """Columns to draw in: the terminal's, within reason; 80 elsewhere, so that files are alike."""
    asked = environment.get("COLUMNS", "")
    if asked.isdecimal() and len(asked) < 5:
        wide = int(asked)
    elif terminal:
        try:
            wide = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError, AttributeError):
            wide = 80
    else:
        wide = 80
    return max(_LEAST_COLUMNS, min(wide or 80, _MOST_COLUMNS))
