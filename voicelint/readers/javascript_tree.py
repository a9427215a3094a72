"""JavaScript and TypeScript as a tree of names and strings: read by their brackets, never executed.

Every bracket is a branch, whatever it means; what a name, a key or a call is followed by stands under it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from voicelint.readers.javascript_tokens import Token, add_string, string_escape, tokens
from voicelint.readers.pieces import Pieces
from voicelint.readers.tree import DEEPEST, Branch, Leaf, Node, literal
from voicelint.source import Source, Span

_OPENING = {"{": "}", "[": "]", "(": ")"}
_CLOSING = frozenset("}])")


def javascript_tree(source: Source) -> Branch:
    """The strings of a program under the names that they are given."""
    return _Reader(source).read()


@dataclass
class _Frame:
    """A bracket that is open: its entries so far, and the name of the next."""

    mark: str = ""
    key: str = ""  # the name under which the bracket itself stands
    items: list[tuple[str, Node]] = field(default_factory=list)
    name: str = ""
    last: Token | None = None
    called: str = ""  # what stood before the last parentheses: the name of a function, whose body may follow


class _Reader:
    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.tokens = list(tokens(source.text))
        self.at = 0
        self.stack = [_Frame()]

    def peek(self, ahead: int = 0) -> str:
        """The text of a token to come; "" after the last."""
        index = self.at + ahead
        return self.tokens[index].text if index < len(self.tokens) else ""

    def read(self) -> Branch:
        """The whole program."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            frame = self.stack[-1]
            self.at += 1
            if token.kind in ("string", "template"):
                self._text(token, frame)
            elif token.text in _OPENING:
                self.stack.append(_Frame(token.text, self._key(token, frame)))
            elif token.text in _CLOSING:
                self._close()
            elif token.text in (",", ";"):
                frame.name, frame.last, frame.called = "", None, ""
            elif token.kind in ("name", "number"):
                self._named(token, frame)
        while len(self.stack) > 1:
            self._close()
        return Branch(tuple(self.stack[0].items))

    def _key(self, token: Token, frame: _Frame) -> str:
        """The name under which a bracket stands: what it is given to, what it calls, or whose body it is."""
        if frame.name:
            return frame.name
        if token.text == "(":
            return frame.last.text if frame.last else ""
        return frame.called if token.text == "{" else ""

    def _skip_type(self) -> None:
        """Pass over the parameters of a generic type (`<string, string>`), which are names and never texts."""
        depth = 0
        for index in range(self.at, min(self.at + 40, len(self.tokens))):
            token = self.tokens[index]
            depth += {"<": 1, ">": -1}.get(token.text, 0)
            if depth == 0:
                self.at = index + 1
                return
            if token.kind == "template" or token.text in ("(", ")", ";", "="):
                return

    def _named(self, token: Token, frame: _Frame) -> None:
        """A name before `:` or `=` names what follows; one before `(` is what is called; others are values."""
        before = self.tokens[self.at - 2].text if self.at > 1 else ""
        if self.peek() == "<":
            self._skip_type()
        if self.peek() == ":" or (self.peek() == "?" and self.peek(1) == ":"):
            frame.name = token.text
        elif self.peek() == "=":
            frame.name = frame.name if frame.name and before in (":", "|", ".") else token.text
        elif frame.name and (token.kind == "number" or token.text in ("true", "false")):
            frame.items.append((frame.name, literal(token.text, token.start, is_text=False)))
        frame.last = token

    def _text(self, token: Token, frame: _Frame) -> None:
        if self.peek() == ":" and token.kind == "string" and frame.mark == "{":
            frame.name = token.text[1:-1]
            return
        frame.items.append((frame.name, self._sum(token)))

    def _sum(self, token: Token) -> Leaf:
        """A text and what `+` adds to it; what is no text stands in the message as a slot."""
        pieces = Pieces()
        add_string(pieces, self.text, token.start + 1, token.end - 1)
        end = token.end
        while self.peek() == "+" and self.at + 1 < len(self.tokens):
            term = self.tokens[self.at + 1]
            if term.kind in ("string", "template"):
                add_string(pieces, self.text, term.start + 1, term.end - 1)
                self.at += 2
            elif term.kind == "name":
                self.at += 2
                while self.peek() == "." and self.at + 1 < len(self.tokens):
                    term = self.tokens[self.at + 1]
                    self.at += 2
                pieces.escape("{" + term.text + "}", term.start, term.end - term.start)
            else:
                break
            end = term.end
        return Leaf(pieces, Span(token.start, end), string_escape)

    def _close(self) -> None:
        frame = self.stack.pop()
        if not self.stack:
            self.stack.append(frame)  # a bracket too many closes nothing
            return
        above = self.stack[-1]
        node: Node = Branch(tuple(frame.items), is_list=frame.mark == "[")
        if frame.mark == "[" and self.peek() == "." and self.peek(1) == "join":
            node = self._joined(frame) or node
        if frame.items and len(self.stack) <= DEEPEST:
            above.items.append((frame.key, node))
        above.last = None
        if frame.mark == "(":
            above.called = frame.key

    def _joined(self, frame: _Frame) -> Leaf | None:
        """`[...].join(" ")` as one text, if the list holds nothing but texts."""
        leaves = [node for _, node in frame.items if isinstance(node, Leaf) and node.is_text]
        if not leaves or len(leaves) != len(frame.items):
            return None
        joint = Pieces()
        given = self.tokens[self.at + 3] if self.peek(2) == "(" and self.at + 3 < len(self.tokens) else None
        if given is not None and given.kind == "string":
            add_string(joint, self.text, given.start + 1, given.end - 1)
            self.at += 5
        pieces = Pieces()
        for number, leaf in enumerate(leaves):
            if number:
                pieces.escape(joint.text, leaf.span.start, 0)
            pieces.join(leaf.pieces)
        return Leaf(pieces, Span(leaves[0].span.start, leaves[-1].span.end), leaves[0].escape)
