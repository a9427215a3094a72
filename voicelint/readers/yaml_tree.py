"""YAML as a tree, from the parser's events: nothing is constructed, an alias is looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from voicelint.readers.errors import ReadError
from voicelint.readers.json_tree import json_escape
from voicelint.readers.pieces import Pieces
from voicelint.readers.tree import DEEPEST, Branch, Leaf, Node
from voicelint.source import Source, Span

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SPACE = re.compile(r"\s+")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)", re.DOTALL)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\u00a0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def yaml_trees(source: Source) -> list[Node]:
    """The documents of a YAML text. Raises ReadError with line and column where it is none."""
    try:
        return _trees(source)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise ReadError(source.path, place, f"no YAML: {getattr(error, 'problem', None) or error}") from None


def _trees(source: Source) -> list[Node]:
    """Documents from events: what is open stands on a stack; an alias, which may repeat without end, is left out."""
    trees: list[Node] = []
    stack: list[tuple[bool, list[Node]]] = []
    for event in yaml.parse(source.text, Loader=_Loader):
        node: Node | None = None
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(stack) >= DEEPEST:
                place = f"line {event.start_mark.line + 1}"
                raise ReadError(source.path, place, f"nested deeper than {DEEPEST} levels")
            stack.append((isinstance(event, yaml.SequenceStartEvent), []))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = _closed(*stack.pop())
        elif isinstance(event, yaml.ScalarEvent):
            node = _scalar(event, source.text)
        elif isinstance(event, yaml.AliasEvent):
            node = Branch(())
        if node is not None:
            (stack[-1][1] if stack else trees).append(node)
    return trees


def _closed(is_list: bool, nodes: list[Node]) -> Branch:
    if is_list:
        return Branch(tuple(("", node) for node in nodes), is_list=True)
    keys = [node.text if isinstance(node, Leaf) else "" for node in nodes[::2]]
    return Branch(tuple(zip(keys, nodes[1::2], strict=False)))


def _scalar(event: yaml.ScalarEvent, text: str) -> Leaf:
    start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        start = text.find("\n", start, end) + 1
    pieces = _aligned(event.value, text, start, end, style)
    is_text = bool(style) or not re.fullmatch(r"[-+.\d]*|true|false|null|~", event.value, re.IGNORECASE)
    return Leaf(pieces, Span(start, end), _escape(style, text, start), is_text)


def _aligned(value: str, text: str, start: int, end: int, style: str) -> Pieces:
    """The value beside its source: white space may be folded or indented, and quoted styles have their escapes."""
    pieces, place, at = Pieces(), 0, start
    at += len(text[start:end]) - len(text[start:end].lstrip(" ")) if style in ("|", ">") else 0
    while place < len(value):
        if style == '"' and text[at : at + 1] == "\\":
            found = _ESCAPE.match(text, at, end)
            said = _unescaped(found[0]) if found else ""
            if found is None or not value.startswith(said, place):
                break
            pieces.escape(said, at, len(found[0]))
            place, at = place + len(said), found.end()
        elif style == "'" and value[place] == "'" and text.startswith("''", at):
            pieces.escape("'", at, 2)
            place, at = place + 1, at + 2
        elif space := _SPACE.match(value, place):
            blank = _SPACE.match(text, at, end)
            if blank is None:
                break
            same = blank[0] == space[0]
            (pieces.literal(space[0], at) if same else pieces.escape(space[0], at, len(blank[0])))
            place, at = space.end(), blank.end()
        elif at < end and value[place] == text[at]:
            run = place + 1
            while run < len(value) and at + run - place < end and value[run] == text[at + run - place]:
                if value[run].isspace() or text[at + run - place] in "\\'":
                    break
                run += 1
            pieces.literal(value[place:run], at)
            place, at = run, at + run - place
        else:
            break
    if place < len(value):  # an unforeseen style: the whole value for the whole stretch
        pieces = Pieces()
        pieces.escape(value, start, max(1, end - start))
    return pieces


def _unescaped(escape: str) -> str:
    """What an escape of a double-quoted scalar stands for; a line continued stands for nothing."""
    letter = escape[1]
    if letter in "xuU":
        return chr(int(escape[2:], 16)) if len(escape) > 2 else letter
    return "" if letter in "\r\n" else _NAMED.get(letter, letter)


def _escape(style: str, text: str, start: int) -> Callable[[str], str]:
    """How new text is written in a scalar of this style."""
    if style == '"':
        return json_escape
    if style == "'":
        return _single
    if style in ("|", ">"):
        return _Indented(" " * _indent(text, start), "\n" if style == "|" else "\n\n")
    return _plain


def _indent(text: str, start: int) -> int:
    """How far the first line of a block scalar that begins at `start` is indented, in spaces."""
    window = text[start : start + 400].lstrip("\r\n")
    return len(window) - len(window.lstrip(" "))


def _single(text: str) -> str:
    return text.replace("'", "''").replace("\n", "\n\n")


def _plain(text: str) -> str:
    """Plain scalars end at `: ` and ` #`: a no-break space keeps both harmless."""
    return " ".join(text.split("\n")).replace(": ", ":\u00a0").replace(" #", "\u00a0#")


class _Indented:
    """Writes new lines with the indentation that a block scalar needs."""

    def __init__(self, indent: str, line_break: str) -> None:
        self.indent, self.line_break = indent, line_break

    def __call__(self, text: str) -> str:
        return text.replace("\n", self.line_break + self.indent)
