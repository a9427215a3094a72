"""Phone numbers some of whose digits are letters: 1-800-FLOWERS, and templates left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from voicelint.kept_pattern import kept_pattern
from voicelint.phone_shapes import Phone
from voicelint.source import Span

_OPEN = r"[xX#•]"
_FEWEST_OPEN = 4  # open figures in a number
_TEMPLATE = kept_pattern(
    rf"(?<![\w#])(?:\+?\d{{1,3}}[ .-])?\(?(?:{_OPEN}|\d){{1,4}}\)?"
    rf"(?:[ .\u00a0-]{{1,2}}(?:{_OPEN}|\d){{1,4}}(?!\w)){{2,5}}"
)
_VANITY = kept_pattern(
    r"(?<![\w-])(?P<one>\+?1[ .-]?)?\(?(?P<area>[2-9]\d\d|0800)\)?(?P<gap>[ .-])"
    r"(?P<word>(?:[A-Z0-9][ -]?){6,11}[A-Z0-9])(?![\w-])"
)
# What every number with a word has: letters behind the figures of the area, be there more figures between.
_LETTERED = kept_pattern(r"\d\)?[ .-](?:\d[ -]?){0,12}+[A-Z]")
_FREE = frozenset(("0800", "800", "833", "844", "855", "866", "877", "888"))
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def find_vanity(text: str, begin: int) -> Iterable[Phone]:
    """Numbers whose last part is a word: 1-800-555-HELP. `begin`: where its first figure stands."""
    if not _LETTERED.search(text, begin):
        return
    for match in _VANITY.finditer(text):
        area, letters = match["area"], re.sub(r"[ -]", "", match["word"])
        if match["gap"] == " " and not match["one"] and area not in _FREE:
            continue  # 385 EUROS: a blank alone makes no number
        if set(letters) != {"X"} and sum(map(str.isalpha, letters)) >= 3:
            first = ("1",) if match["one"] else ()
            digits = "".join(first) + area + letters.translate(_KEYPAD)
            groups = (*first, area, *re.split(r"[ -]", match["word"]))
            yield Phone(Span(*match.span()), digits, groups, "US", form="vanity")


def find_templates(text: str) -> Iterable[Phone]:
    """Numbers still to be filled in: xxx-xxx-xxxx, 06 XX XX XX XX."""
    if sum(map(text.count, "xX#•")) < _FEWEST_OPEN:
        return
    for match in _TEMPLATE.finditer(text):
        shape = re.sub(_OPEN, "x", match[0])
        if shape.count("x") >= _FEWEST_OPEN:
            groups = tuple(re.findall(r"[x\d]+", shape))
            country = "US" if [len(group) for group in groups[-3:]] == [3, 3, 4] else ""
            yield Phone(Span(*match.span()), "".join(groups), groups, country, form="template")
