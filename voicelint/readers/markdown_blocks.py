"""A Markdown document as the flat list of its blocks, each with the lines of its content and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from voicelint.readers.lines import Line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PART = 500  # lines that are parsed together, at least
_BEGINNING = re.compile(r"#{1,6}[ \t]|[^\W\d_]|\*\*[^\W\d_]|[\"“«][^\W\d_]")
_VERBATIM = ("fence", "html_block", "code_block")


class Block(NamedTuple):
    """One block. `kind`: heading, text (paragraphs in a row), quote, item, fence, cell, html or rule.

    `level` is that of a heading; `info` the info string of a fence, or the name of a table's row and column.
    """

    kind: str
    lines: tuple[Line, ...]
    level: int = 0
    info: str = ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # opens on first use: only Markdown files pay for it

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a document in order; what a quotation or a list item holds comes out of it as blocks too."""
    return _merged(chain.from_iterable(_flat(tokens, part) for tokens, part in _parsed(lines)))


def _parsed(lines: Sequence[Line]) -> Iterator[tuple[list[Token], Sequence[Line]]]:
    """The tokens of a document part by part: those of a long one, together, take forty times its memory.

    A part ends where nothing is left open: before a line that begins a heading or a paragraph behind a blank line.
    """
    begin, size = 0, PART
    while begin < len(lines):
        end = _border(lines, begin + size)
        part = lines[begin:end]
        tokens = _parser().parse("\n".join(line.text for line in part) + ("\n" if end < len(lines) else ""))
        if end < len(lines) and _runs_on(tokens, len(part)):
            size *= 2  # so that what is never closed is not read again and again
            continue
        yield tokens, part
        begin, size = end, PART


def _border(lines: Sequence[Line], least: int) -> int:
    """The first line from `least` on at which a part may begin; the end if there is none."""
    for at in range(least, len(lines)):
        if _BEGINNING.match(lines[at].text) and not lines[at - 1].text.strip(" \t"):
            return at
    return len(lines)


def _runs_on(tokens: Sequence[Token], count: int) -> bool:
    """Say whether a fence or HTML is still open after so many lines."""
    return any(token.map is not None and token.map[1] >= count for token in tokens if token.type in _VERBATIM)


def _flat(tokens: Sequence[Token], lines: Sequence[Line]) -> Iterator[tuple[Block, tuple[int, ...]]]:
    """Each block with the path of what holds it."""
    holders: list[tuple[str, int]] = []
    row: list[tuple[str, int]] = []
    columns: list[tuple[str, int]] = []
    for index, token in enumerate(tokens):
        if token.type in ("blockquote_open", "list_item_open"):
            holders.append((token.type, index))
        elif token.type in ("blockquote_close", "list_item_close"):
            holders.pop()
        elif token.type == "tr_open":
            columns = columns or row
            row = []
        elif token.type == "table_open":
            columns, row = [], []
        elif token.map is not None:
            block = _block(tokens, index, lines, holders, row, columns)
            if block is not None:
                yield block, tuple(number for _, number in holders)


def _block(
    tokens: Sequence[Token],
    index: int,
    lines: Sequence[Line],
    holders: list[tuple[str, int]],
    row: list[tuple[str, int]],
    columns: list[tuple[str, int]],
) -> Block | None:
    """The block that a token stands for, if it is one that holds text."""
    token = tokens[index]
    first = token.map[0] if token.map else 0
    if token.type == "fence":
        return Block("fence", _located(token.content, lines, first + 1), info=token.info.strip())
    if token.type == "code_block":
        return Block("fence", _located(token.content, lines, first))
    if token.type == "html_block":
        return Block("html", _located(token.content, lines, first))
    if token.type == "hr":
        return Block("rule", ())
    if token.type != "inline":
        return None
    opened = tokens[index - 1].type
    if opened in ("td_open", "th_open"):
        return _cell(token.content, lines[first], row, columns, body=opened == "td_open")
    content = _located(token.content, lines, first)
    if opened == "heading_open":
        return Block("heading", content, level=int(tokens[index - 1].tag[1]))
    kinds = {kind for kind, _ in holders}
    kind = "quote" if "blockquote_open" in kinds else "item" if kinds else "text"
    return Block(kind, content)


def _cell(
    content: str, line: Line, row: list[tuple[str, int]], columns: list[tuple[str, int]], *, body: bool
) -> Block | None:
    """A cell of a table's body, named by its row and its column; `row` gathers the cells read so far."""
    at = line.text.find(content, row[-1][1] if row else 0)
    row.append((content, at + len(content)))
    if at < 0 or not body:
        return None
    column = columns[len(row) - 1][0] if len(row) <= len(columns) else ""
    names = (row[0][0] if len(row) > 1 else "", column)
    return Block("cell", (Line(content, line.start + at),), info=" · ".join(filter(None, names)))


def _located(content: str, lines: Sequence[Line], first: int) -> tuple[Line, ...]:
    """The lines of a token's content, found in their source lines, of which each is the end."""
    located: list[Line] = []
    for number, text in enumerate(content.removesuffix("\n").split("\n"), start=first):
        if number >= len(lines):
            break
        line, bare = lines[number], text.strip()
        at = line.text.rfind(bare)
        located.append(Line(bare, line.start + at) if at >= 0 else line.cut(0))
    return tuple(located)


def _merged(found: Iterator[tuple[Block, tuple[int, ...]]]) -> Iterator[Block]:
    """Paragraphs in a row within one holder become one block: a quotation may run over them."""
    run: list[Block] = []
    last: tuple[str, tuple[int, ...]] = ("", ())
    for block, holders in found:
        here = (block.kind, holders)
        if run and not (block.kind in ("text", "quote", "item") and here == last):
            yield _joined(run)
            run = []
        run.append(block)
        last = here
    if run:
        yield _joined(run)


def _joined(run: Sequence[Block]) -> Block:
    """Some paragraphs as one block, a blank line between each two."""
    if len(run) == 1:
        return run[0]
    lines: list[Line] = []
    for block in run:
        if lines:
            lines.append(Line("", lines[-1].end))
        lines.extend(block.lines)
    return run[0]._replace(lines=tuple(lines))
