"""JSON and JSON Lines as trees: a scanner that keeps the places, which the standard library's does not."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from voicelint.readers.pieces import Pieces
from voicelint.readers.tree import DEEPEST, Branch, Leaf, Node, literal
from voicelint.source import ReadError, Source, Span

_TOKEN = re.compile(r"[\s\ufeff]*(?:(?P<mark>[{}\[\],:])|(?P<open>\")|(?P<bare>[-+.\w]+))")
_RUN = re.compile(r"[^\"\\\x00-\x1f]*")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\"\\/bfnrt])")


def json_escape(text: str) -> str:
    """Text as it stands between the quotation marks of a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def json_tree(source: Source) -> Node:
    """The tree of a JSON text. Raises ReadError with line and column where it is no JSON."""
    scanner = _Scanner(source, 0, len(source.text))
    tree = scanner.value()
    if scanner.text[scanner.at : scanner.end].strip():
        raise scanner.error("expected the end of the file")
    return tree


def json_lines_tree(source: Source) -> tuple[Branch, tuple[str, ...]]:
    """The records of JSON Lines as a list, and a note for each line that is no JSON."""
    items: list[tuple[str, Node]] = []
    notes: list[str] = []
    starts = [*source.line_starts, len(source.text)]
    for number, (start, end) in enumerate(pairwise(starts), start=1):
        if not source.text[start:end].strip():
            continue
        try:
            items.append(("", _Scanner(source, start, end).value()))
        except ReadError as error:
            notes.append(f"line {number} left out: {error.message}")
    return Branch(tuple(items), is_list=True), tuple(notes)


class _Scanner:
    """Reads one value from `at` on; what is open is kept on a stack of its own, so that depth cannot break it."""

    def __init__(self, source: Source, at: int, end: int) -> None:
        self.source, self.text, self.at, self.end = source, source.text, at, end

    def error(self, message: str) -> ReadError:
        line, column = self.source.position(self.at)
        return ReadError(self.source.path, f"line {line}, column {column}", f"no JSON: {message}")

    def value(self) -> Node:
        """The value that begins here, whatever its depth up to DEEPEST."""
        stack: list[tuple[bool, list[tuple[str, Node]]]] = []
        key = ""
        keys: list[str] = []
        while True:
            node: Node
            mark, node_or_none = self._token()
            if mark in ("{", "["):
                if len(stack) >= DEEPEST:
                    raise self.error(f"nested deeper than {DEEPEST} levels")
                stack.append((mark == "[", []))
                keys.append(key)
                key, closed = self._begin(mark)
                if not closed:
                    continue
                node = Branch((), mark == "[")
                stack.pop()
                key = keys.pop()
            elif node_or_none is not None:
                node = node_or_none
            else:
                raise self.error("expected a value")
            while stack:
                is_list, items = stack[-1]
                items.append((key, node))
                if self._expect(",", "]" if is_list else "}") == ",":
                    key = "" if is_list else self._key()
                    break
                stack.pop()
                node, key = Branch(tuple(items), is_list), keys.pop()
            else:
                return node

    def _begin(self, mark: str) -> tuple[str, bool]:
        """The first key of what was opened, or that it is closed at once."""
        found = _TOKEN.match(self.text, self.at, self.end)
        if found and found["mark"] == {"{": "}", "[": "]"}[mark]:
            self.at = found.end()
            return "", True
        return ("" if mark == "[" else self._key()), False

    def _token(self) -> tuple[str, Leaf | None]:
        found = _TOKEN.match(self.text, self.at, self.end)
        if found is None:
            raise self.error("expected a value")
        self.at = found.end()
        if found["open"]:
            return "", self._string()
        if found["bare"]:
            return "", literal(found["bare"], found.start("bare"), is_text=False)
        return found["mark"], None

    def _key(self) -> str:
        found = _TOKEN.match(self.text, self.at, self.end)
        if found is None or not found["open"]:
            raise self.error("expected a key in quotation marks")
        self.at = found.end()
        key = self._string().text
        self._expect(":")
        return key

    def _expect(self, *marks: str) -> str:
        found = _TOKEN.match(self.text, self.at, self.end)
        if found is None or found["mark"] not in marks:
            raise self.error(f"expected {' or '.join(marks)}")
        self.at = found.end()
        return str(found["mark"])

    def _string(self) -> Leaf:
        """The string whose opening mark was just passed."""
        pieces, start = Pieces(), self.at
        while True:
            run = _RUN.match(self.text, self.at, self.end)
            assert run is not None  # noqa: S101  (the pattern matches the empty run)
            pieces.literal(run[0], self.at)
            self.at = run.end()
            if self.text[self.at : self.at + 1] == '"' and self.at < self.end:
                self.at += 1
                return Leaf(pieces, Span(start, self.at - 1), json_escape)
            escape = _ESCAPE.match(self.text, self.at, self.end)
            if escape is None:
                raise self.error("a string is not closed, or holds a character that must be escaped")
            pieces.escape(json.loads(f'"{escape[0]}"'), self.at, escape.end() - self.at)
            self.at = escape.end()
