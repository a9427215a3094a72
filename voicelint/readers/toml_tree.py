"""TOML as a tree: the standard library says whether it is TOML, a scanner of our own says where its strings stand."""

from __future__ import annotations

import re
import tomllib

from voicelint.readers.json_tree import json_escape
from voicelint.readers.pieces import Pieces
from voicelint.readers.tree import Branch, Leaf, Node, literal
from voicelint.source import ReadError, Source, Span

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE = re.compile(r"[^\s,\]}#]+(?: \d[^\s,\]}#]*)?")
_RUN = re.compile(r"[^\\]+")
_ESCAPE = re.compile(r"\\(?:u(?P<short>[0-9a-fA-F]{4})|U(?P<long>[0-9a-fA-F]{8})|[ \t]*\r?\n[ \t\r\n]*|.)", re.DOTALL)
_NAMED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\", "e": "\x1b"}

Table = dict[str, "Node | Table | list[Table]"]


def toml_tree(source: Source) -> Branch:
    """The tree of a TOML text. Raises ReadError with line and column where it is none."""
    text = source.text.replace("\r\n", " \n") if "\r\n" in source.text else source.text  # offsets stay
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at (line \d+, column \d+|end of document)\)$", str(error))
        place = found[1] if found else ""
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise ReadError(source.path, place, f"no TOML: {message}") from None
    except RecursionError:
        raise ReadError(source.path, "", "no TOML: nested too deep") from None
    return _branch(_Scanner(text, source.text).table())


class _Scanner:
    """Walks over a text that is known to be TOML."""

    def __init__(self, text: str, original: str) -> None:
        self.text, self.original, self.at = text, original, 0

    def table(self) -> Table:
        """The whole document."""
        root: Table = {}
        here = root
        while self._skip(_BLANK) < len(self.text):
            if self.text[self.at] == "[":
                here = self._header(root)
            else:
                self._pair(here)
        return root

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _header(self, root: Table) -> Table:
        """`[a.b]` or `[[a.b]]`: the table that the pairs after it belong to."""
        repeated = self.text.startswith("[[", self.at)
        self.at += 2 if repeated else 1
        *above, last = self._keys()
        self.at += 2 if repeated else 1
        here = _inside(root, above)
        if not repeated:
            return _inside(here, [last])
        tables = here.setdefault(last, [])
        added: Table = {}
        if isinstance(tables, list):
            tables.append(added)
        return added

    def _pair(self, here: Table) -> None:
        *above, last = self._keys()
        self.at += 1  # the equals sign
        self._skip(_SPACE)
        _inside(here, above)[last] = self._value()

    def _keys(self) -> list[str]:
        """A dotted key, up to what ends it."""
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            if self.text[self.at] in "\"'":
                keys.append(self._string().text)
            else:
                begin = self.at
                keys.append(self.text[begin : self._skip(_KEY)])
            self._skip(_SPACE)
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _value(self) -> Node:
        opened = self.text[self.at]
        if opened in "\"'":
            return self._string()
        if opened not in "[{":
            begin = self.at
            return literal(self.text[begin : self._skip(_BARE)], begin, is_text=False)
        self.at += 1
        items: list[tuple[str, Node]] = []
        table: Table = {}
        while self.text[self._skip(_BLANK)] not in "]}":
            if opened == "[":
                items.append(("", self._value()))
            else:
                self._pair(table)
            if self.text[self._skip(_BLANK)] == ",":
                self.at += 1
        self.at += 1
        return Branch(tuple(items), is_list=True) if opened == "[" else _branch(table)

    def _string(self) -> Leaf:
        mark = self.text[self.at]
        long = self.text.startswith(mark * 3, self.at)
        fence = mark * (3 if long else 1)
        begin = self.at + len(fence)
        if long and self.text.startswith((" \n", "\n"), begin) and self.original[begin] in "\r\n":
            begin = self.text.index("\n", begin) + 1
        end = self._closing(fence, begin, escapes=mark == '"')
        self.at = end + len(fence)
        pieces = (
            _unescaped(self.original, begin, end) if mark == '"' else literal(self.original[begin:end], begin).pieces
        )
        return Leaf(pieces, Span(begin, end), _ESCAPES[fence])

    def _closing(self, fence: str, begin: int, *, escapes: bool) -> int:
        """The offset at which the closing marks stand; up to two marks may stand before them."""
        at = begin
        while True:
            at = self.text.index(fence, at)
            back = at
            while escapes and back > begin and self.text[back - 1] == "\\":
                back -= 1
            if (at - back) % 2:
                at += 1
                continue
            while len(fence) == 3 and self.text.startswith(fence, at + 1):
                at += 1
            return at


def _unescaped(text: str, begin: int, end: int) -> Pieces:
    """A basic string with its escapes undone."""
    pieces, at = Pieces(), begin
    while at < end:
        if run := _RUN.match(text, at, end):
            pieces.literal(run[0], at)
            at = run.end()
            continue
        found = _ESCAPE.match(text, at, end)
        if found is None:
            break
        if code := found["short"] or found["long"]:
            pieces.escape(chr(int(code, 16)), at, len(found[0]))
        elif found[0][1] in _NAMED:
            pieces.escape(_NAMED[found[0][1]], at, len(found[0]))
        at = found.end()
    return pieces


def _inside(table: Table, keys: list[str]) -> Table:
    """The table under some keys, made where it is missing; of a list of tables the last."""
    for key in keys:
        under = table.setdefault(key, {})
        if isinstance(under, list):
            under = under[-1]
        table = under if isinstance(under, dict) else {}
    return table


def _branch(table: Table) -> Branch:
    items: list[tuple[str, Node]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            items.append((key, _branch(value)))
        elif isinstance(value, list):
            items.append((key, Branch(tuple(("", _branch(entry)) for entry in value), is_list=True)))
        else:
            items.append((key, value))
    return Branch(tuple(items))


def _long(text: str) -> str:
    """Text within `\"\"\"`: its lines stay lines."""
    return text.replace("\\", "\\\\").replace('"""', '""\\"')


def _literal(text: str) -> str:
    """Text within apostrophes, where nothing can be escaped: straight ones become typographic, lines spaces."""
    return " ".join(text.replace("'", "’").split("\n"))


def _long_literal(text: str) -> str:
    return text.replace("'''", "’’’")


_ESCAPES = {'"': json_escape, '"""': _long, "'": _literal, "'''": _long_literal}
