"""YAML as a tree, from the parser's events: nothing is constructed, an alias is looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from voicelint.readers.json_tree import json_escape
from voicelint.readers.pieces import Pieces
from voicelint.readers.tree import DEEPEST, Branch, Leaf, Node
from voicelint.source import ReadError, Source, Span

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\s'\"\\]+|['\"\\]")
_ESCAPE = re.compile(
    r"\\(?:(?=x|u|U)[xuU](?P<code>(?<=x)[0-9a-fA-F]{2}|(?<=u)[0-9a-fA-F]{4}|(?<=U)[0-9a-fA-F]{8})|\r?\n[ \t]*|.)",
    re.DOTALL,
)
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
                raise ReadError(source.path, "", f"nested deeper than {DEEPEST} levels")
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
    style = event.style or ""
    start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
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
    if style in ("|", ">"):
        at += len(text[start:end]) - len(text[start:end].lstrip(" "))
    while place < len(value):
        said, length = _step(value, place, text, at, end, style)
        if length == 0:  # an unforeseen style: the whole value for the whole stretch
            pieces = Pieces()
            pieces.escape(value, start, max(1, end - start))
            break
        if said == text[at : at + length]:
            pieces.literal(said, at)
        else:
            pieces.escape(said, at, length)
        place, at = place + len(said), at + length
    return pieces


def _step(value: str, place: int, text: str, at: int, end: int, style: str) -> tuple[str, int]:
    """What is said next of a value, and how many characters of the source say it; 0 if they say something else."""
    if style == '"' and text[at : at + 1] == "\\":
        found = _ESCAPE.match(text, at, end)
        said = _unescaped(found) if found else ""
        return (said, len(found[0])) if found and value.startswith(said, place) else ("", 0)
    if style == "'" and value[place] == "'":
        return ("'", 2) if text.startswith("''", at) else ("", 0)
    if space := _SPACE.match(value, place):
        blank = _SPACE.match(text, at, end)
        return (space[0], len(blank[0])) if blank else ("", 0)
    run = _WORD.match(value, place)
    length = 0
    while run and length < len(run[0]) and at + length < end and text[at + length] == run[0][length]:
        length += 1
    return value[place : place + length], length


def _unescaped(escape: re.Match[str]) -> str:
    """What an escape of a double-quoted scalar stands for; a line continued stands for nothing."""
    if code := escape["code"]:
        return chr(int(code, 16))
    letter = escape[0][1]
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
