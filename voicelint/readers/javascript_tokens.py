"""The tokens of JavaScript and TypeScript that matter here: strings, names, numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from voicelint.readers.pieces import Pieces

_TOKEN = re.compile(
    r"(?P<blank>\s+|//[^\n]*|/\*.*?(?:\*/|\Z))"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<template>`)"
    r"|(?P<name>[^\W\d][\w$]*|\$[\w$]*)"
    r"|(?P<number>\d[\w.]*)"
    r"|(?P<mark>=>|\.\.\.|===?|!==?|[-+*/%&|^<>]=|.)",
    re.DOTALL,
)
_REGEX = re.compile(r"/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,100}\]){1,300}/[a-z]{0,8}")
_VALUE_BEFORE = frozenset({"name", "number", "string", "template"})
_ESCAPE = re.compile(
    r"\\(?:\r?\n|u\{(?P<point>[0-9a-fA-F]{1,6})\}|(?P<pair>u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?P<u>[0-9a-fA-F]{4})|x(?P<x>[0-9a-fA-F]{2})|(?P<letter>.))",
    re.DOTALL,
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


class Token(NamedTuple):
    """One token and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a program, white space and comments left out. Whatever the text, it never fails."""
    at, before = 0, Token("mark", "", 0, 0)
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            return
        kind, end = str(found.lastgroup), found.end()
        if kind == "template":
            end = _template_end(text, at + 1)
        elif kind == "mark" and found[0] in ("/", "/="):
            value = before.kind in _VALUE_BEFORE or before.text in (")", "]", "}")
            regex = None if value else _REGEX.match(text, at)
            kind, end = ("regex", regex.end()) if regex else (kind, end)
        if kind != "blank":
            before = Token(kind, text[at:end] if kind != "template" else "`", at, end)
            yield before
        at = end


def _template_end(text: str, at: int) -> int:
    """The offset after the backtick that closes a template; its `${}` may hold templates again."""
    depth = [0]  # braces open within each template on the way
    while at < len(text):
        character = text[at]
        if character == "\\":
            at += 1
        elif character == "`":
            if depth[-1] == 0:
                depth.pop()
                if not depth:
                    return at + 1
            else:
                depth.append(0)
        elif depth[-1] == 0:
            if text.startswith("${", at):
                depth[-1] = 1
                at += 1
        elif character == "{":
            depth[-1] += 1
        elif character == "}":
            depth[-1] -= 1
        at += 1
    return at


def add_string(pieces: Pieces, text: str, begin: int, end: int) -> None:
    """Add the content of a string or template: escapes undone, `${...}` as it is written."""
    at = begin
    while at < end:
        stop = text.find("\\", at, end)
        pieces.literal(text[at : stop if stop >= 0 else end], at)
        if stop < 0:
            return
        found = _ESCAPE.match(text, stop, end)
        if found is None:
            pieces.literal(text[stop:end], stop)
            return
        pieces.escape(_unescaped(found), stop, len(found[0]))
        at = found.end()


def _unescaped(escape: re.Match[str]) -> str:
    if pair := escape["pair"]:
        return bytes.fromhex(pair[1:5] + pair[7:11]).decode("utf-16-be")
    if code := escape["point"] or escape["u"] or escape["x"]:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    letter = escape["letter"]
    return "" if letter is None else _NAMED.get(letter, letter)


def string_escape(text: str) -> str:
    """Text as it stands within a literal, whichever mark encloses it: a text may be put together from several."""
    return re.sub(r"([\"'`\\])", r"\\\1", text).replace("\n", "\\n")
