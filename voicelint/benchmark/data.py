"""What is measured on: messages of about sixty words, put together from the examples that stand in the rules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import permutations

from voicelint.catalog import builtin
from voicelint.library import Linter
from voicelint.script import whole
from voicelint.source import Source

_WORDS = range(52, 69)
_NEEDS = ("context", "value")


def examples(code: str) -> list[str]:
    """The examples in the rules of a language, good and bad, each once, in the order of their rules."""
    texts: dict[str, None] = {}
    for rule in builtin().rules.values():
        block = rule.blocks.get(code)
        for example in (*block.passing, *block.failing) if block else ():
            if isinstance(example, str):
                texts[example.replace("==", "")] = None
    return list(texts)


def messages(code: str, *, met: bool, count: int) -> list[str]:
    """So many different messages of about sixty words; `met`: cues alone find the context and the value in each."""
    linter, known = Linter(), examples(code)
    fitting = [text for text in known if _meets(linter, text, code) is met]
    found: list[str] = []
    for one, other in permutations(fitting, 2):
        text = f"{one} {other}"
        if len(text.split()) in _WORDS:
            found.append(text)
            if len(found) == count:
                break
    return found


def _meets(linter: Linter, text: str, code: str) -> bool:
    draft = linter.draft(Source(text), whole(Source(text)), language=code)
    return {move.move for move in draft.cue_moves}.issuperset(_NEEDS)


def mixed(count: int) -> Iterator[str]:
    """So many messages, French and English, half of them such that the second opinion is asked."""
    sorts = [messages(code, met=met, count=-(-count // 4)) for code in ("en", "fr") for met in (True, False)]
    together = [text for texts in zip(*sorts, strict=False) for text in texts]
    for at in range(count):
        yield together[at % len(together)] + (f" {at}" if at >= len(together) else "")


def write_files(folder: str, count: int) -> None:
    """A folder of plain drafts, a hundred to a subfolder."""
    for at, text in enumerate(mixed(count)):
        below = os.path.join(folder, f"{at // 100:03d}")
        os.makedirs(below, exist_ok=True)
        with open(os.path.join(below, f"{at:05d}.txt"), "w", encoding="utf-8") as file:
            file.write(f"{text}\n")
