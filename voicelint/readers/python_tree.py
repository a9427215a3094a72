"""Python as a tree of names and strings, from its syntax tree: nothing of it is executed."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from voicelint.readers.pieces import Pieces
from voicelint.readers.tree import Branch, Leaf, Node, literal
from voicelint.source import Source, Span

_LITERAL = re.compile(r"([rRbBuUfF]{0,2})(\"\"\"|'''|\"|')")
_BETWEEN = re.compile(r"(?:\s+|\\\r?\n|#[^\n]*\n?|[()])*")
_ESCAPE = re.compile(
    r"\\(?:\r?\n|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|x(?P<x>[0-9a-fA-F]{2})|N\{(?P<N>[^}]{1,80})\}"
    r"|(?P<octal>[0-7]{1,3})|(?P<letter>.))",
    re.DOTALL,
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\\": "\\", "'": "'", '"': '"'}
_KEPT = frozenset({"cleandoc", "dedent", "format", "lstrip", "rstrip", "strip"})  # calls that leave the words alone

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def python_tree(source: Source) -> Branch:
    """The names of a module with the strings given to them. Raises SyntaxError where it is no Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes are the author's business
        module = ast.parse(source.text)
    return _Reader(source).body(module.body)


@dataclass(frozen=True)
class _Reader:
    source: Source

    def offset(self, line: int, column: int) -> int:
        """The offset of a place as `ast` gives it: a line from 1, a column in UTF-8 bytes."""
        start = self._line_starts[line - 1]
        if self.source.text.isascii():
            return start + column
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.source.text)
        return start + len(self.source.text[start:end].encode()[:column].decode("utf-8", "ignore"))

    @property
    def _line_starts(self) -> list[int]:
        return self.source.line_starts

    def span(self, node: ast.expr) -> Span:
        """Where an expression stands."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return Span(self.offset(node.lineno, node.col_offset), self.offset(end_line, end_column))

    def body(self, statements: Sequence[ast.stmt]) -> Branch:
        """The names that some statements bind."""
        items: list[tuple[str, Node]] = []
        for statement in statements:
            items.extend(self._statement(statement))
        return Branch(tuple(items))

    def _statement(self, statement: ast.stmt) -> Iterator[tuple[str, Node]]:
        if isinstance(statement, _DEFINITIONS):
            yield statement.name, self.body(statement.body)
        elif isinstance(statement, ast.Assign):
            yield _name(statement.targets[0]), self.value(statement.value)
        elif isinstance(statement, (ast.AnnAssign, ast.AugAssign)) and statement.value is not None:
            yield _name(statement.target), self.value(statement.value)
        elif (value := _unnamed(statement)) is not None:
            yield "", self.value(value)
        for block in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(statement, block, None)
            if isinstance(inner, list) and not isinstance(statement, _DEFINITIONS):
                for entry in inner:
                    yield from self._statement(entry) if isinstance(entry, ast.stmt) else self.body(entry.body).items

    def value(self, node: ast.expr) -> Node:
        """An expression: a string is a leaf, a dictionary or a call a mapping, anything else a list."""
        leaf = self.string(node)
        if leaf is not None:
            return leaf
        if isinstance(node, ast.Dict):
            pairs = [(_key(key), self.value(value)) for key, value in zip(node.keys, node.values, strict=True)]
            return Branch(tuple(pairs))
        if isinstance(node, ast.Call):
            items = [("", self.value(argument)) for argument in node.args]
            items += [(keyword.arg or "", self.value(keyword.value)) for keyword in node.keywords]
            called = _name(node.func)
            return Branch(((called, Branch(tuple(items))),)) if called else Branch(tuple(items))
        if isinstance(node, ast.Constant):
            span = self.span(node)
            return literal(self.source.text[span.start : span.end], span.start, is_text=False)
        parts = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
        return Branch(tuple(("", self.value(part)) for part in parts), is_list=True)

    def string(self, node: ast.expr) -> Leaf | None:
        """An expression that makes a text: literals, put together by writing them in a row, `+`, `%` or `join`."""
        pieces = Pieces()
        escapes: list[Callable[[str], str]] = []
        if not self._add(node, pieces, escapes):
            return None
        return Leaf(pieces, self.span(node), _raw_escaped if _raw_escaped in escapes else _escaped)

    def _add(self, node: ast.expr, pieces: Pieces, escapes: list[Callable[[str], str]]) -> bool:
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            escapes.extend(self._literals(self.span(node), pieces))
            return bool(escapes)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            return self._add(node.left, pieces, escapes)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self._sum(node, pieces, escapes)
        if isinstance(node, ast.Call):
            return self._call(node, pieces, escapes)
        return False

    def _sum(self, node: ast.BinOp, pieces: Pieces, escapes: list[Callable[[str], str]]) -> bool:
        """`"..." + name + "..."`: what is no text stands in the message as a slot."""
        terms: list[ast.expr] = []
        left: ast.expr = node
        while isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add):
            terms.append(left.right)
            left = left.left
        terms.append(left)
        for term in reversed(terms):
            if not self._add(term, pieces, escapes):
                span = self.span(term)
                pieces.escape("{" + (_name(term) or "value") + "}", span.start, span.end - span.start)
        return bool(escapes)

    def _call(self, node: ast.Call, pieces: Pieces, escapes: list[Callable[[str], str]]) -> bool:
        """`" ".join([...])`, and calls on a text that leave its words alone."""
        name = _name(node.func)
        if name == "join" and isinstance(node.func, ast.Attribute) and node.args:
            listed, joint = node.args[0], node.func.value
            if not (isinstance(listed, (ast.List, ast.Tuple)) and isinstance(joint, ast.Constant)):
                return False
            for number, term in enumerate(listed.elts):
                if number:
                    pieces.escape(str(joint.value), self.span(term).start, 0)
                if not self._add(term, pieces, escapes):
                    span = self.span(term)
                    pieces.escape("{" + (_name(term) or "value") + "}", span.start, span.end - span.start)
            return bool(escapes)
        if name in _KEPT:
            inner = node.func.value if isinstance(node.func, ast.Attribute) else None
            text = node.args[0] if name in ("cleandoc", "dedent") and node.args else inner
            return text is not None and self._add(text, pieces, escapes)
        return False

    def _literals(self, span: Span, pieces: Pieces) -> Iterator[Callable[[str], str]]:
        """Add the string literals that stand in a row in a stretch of the source."""
        text, at = self.source.text, span.start
        while at < span.end:
            between = _BETWEEN.match(text, at, span.end)
            at = between.end() if between else at
            found = _LITERAL.match(text, at, span.end)
            if found is None or "b" in found[1].casefold():
                return
            fence, begin = found[2], found.end()
            end = _closing(text, fence, begin, span.end)
            _add_literal(pieces, text, begin, end, prefix=found[1].casefold())
            yield _raw_escaped if "r" in found[1].casefold() else _escaped
            at = end + len(fence)


def _unnamed(statement: ast.stmt) -> ast.expr | None:
    """The value of a statement that gives it no name; a text alone is a docstring."""
    if isinstance(statement, ast.Return):
        return statement.value
    if isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Constant):
        return statement.value
    return None


def _closing(text: str, fence: str, begin: int, limit: int) -> int:
    """Where the literal that begins at an offset is closed."""
    at = begin
    while at < limit:
        if text[at] == "\\":
            at += 2
        elif text.startswith(fence, at):
            return at
        else:
            at += 1
    return limit


def _add_literal(pieces: Pieces, text: str, begin: int, end: int, *, prefix: str) -> None:
    """Add the content of one literal: escapes undone, the fields of an f-string as they are written."""
    at, doubled, raw = begin, "f" in prefix, "r" in prefix
    stop = re.compile(r"\\|\{\{|\}\}" if doubled else r"\\")
    while at < end:
        found = stop.search(text, at, end)
        pieces.literal(text[at : found.start() if found else end], at)
        if found is None:
            return
        at = found.start()
        if found[0] != "\\":
            pieces.escape(found[0][0], at, 2)
            at += 2
            continue
        escape = None if raw else _ESCAPE.match(text, at, end)
        if escape is None:
            pieces.literal("\\", at)
            at += 1
            continue
        said = _unescaped(escape)
        pieces.escape(said, at, len(escape[0]))
        at = escape.end()


def _unescaped(escape: re.Match[str]) -> str:
    code = escape["u"] or escape["U"] or escape["x"]
    if code:
        return chr(int(code, 16))
    if escape["octal"]:
        return chr(int(escape["octal"], 8))
    if escape["N"]:
        from unicodedata import lookup

        return lookup(escape["N"])
    letter = escape["letter"]
    return "" if letter is None else _NAMED.get(letter, escape[0])


def _escaped(text: str) -> str:
    """Text as it stands within a literal, whichever mark encloses it: a text may be put together from several."""
    return re.sub(r"([\"'\\])", r"\\\1", text).replace("\n", "\\n")


def _raw_escaped(text: str) -> str:
    """Text for a raw literal, where nothing can be escaped: straight marks become typographic."""
    return text.replace("'", "’").replace('"', "”").replace("\\", "/").replace("\n", " ")


def _name(node: ast.expr) -> str:
    """The last name of a target, an attribute or a call."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return _key(node.slice) or _name(node.value)
    return ""


def _key(node: ast.expr | None) -> str:
    """The key of a dictionary's entry: its text, or the name of the constant."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    return _name(node) if node is not None else ""
