"""How words with capitals are said: as words, letter by letter, or part by part."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from voicelint.kept_pattern import kept_pattern
from voicelint.speech.spelled import Speller

_LONGEST_SPELLED = 5  # capitals of more letters are emphasis, not an acronym
_CAMEL = kept_pattern(r"(?<=[a-zß-öø-ÿ])(?=[A-Z])")


class Capitals:
    """Says single words by the `[speech]` tables of a language. `short`: what stands for one-word abbreviations."""

    def __init__(self, table: Mapping[str, Any], style: Mapping[str, Any], speller: Speller) -> None:
        self._speller = speller
        self._acronyms: Mapping[str, str] = table["acronyms"]
        self._emphasis = frozenset(table["emphasis"])
        self._wordlike = kept_pattern(style["wordlike"])
        self._splits, self._elides = bool(style["camel"]), bool(style["elides"])
        self.short: Mapping[str, str] = {
            form: said
            for name, said in table["abbreviations"].items()
            for form in (name, name[:1].upper() + name[1:])
            if name.removesuffix(".").isalpha()
        }
        self.word = lru_cache(maxsize=20_000)(self._word)

    def _word(self, word: str, shouted: bool) -> str:
        """A word, or capitals: in a text that shouts, capitals are words like others."""
        known = self._acronyms.get(word) or self.short.get(word)
        if known:
            return known
        if "-" in word:
            head, _, tail = word.partition("-")
            if head in self.short:  # St-Malo
                return f"{self.short[head]} {tail}"
        if (
            word.islower()
            or (word.istitle() and "&" not in word and "." not in word)
            or shouted
            or word in self._emphasis
        ):
            return word
        if self._elides and ("'" in word or "’" in word):
            head, _, tail = word.replace("’", "'").partition("'")
            if len(tail) > 1 and tail.isupper():  # l'UE
                return f"{head}'{self._acronyms.get(tail) or self._capitals(tail)}"
        said = self._capitals(word)
        return self.parts(word) if said == word else said

    def _capitals(self, word: str) -> str:
        """Capitals as an acronym, unless they look and sound like a word; any other word as it is."""
        bare = word.replace(".", "").rstrip("s'’").replace("&", "")
        if not (len(bare) > 1 and bare.isupper() and (len(bare) <= _LONGEST_SPELLED or "." in word)):
            return word
        if bare in self._emphasis or (bare not in self._acronyms and self._wordlike.fullmatch(word)):
            return word
        return self._speller.acronym(word)

    def parts(self, word: str) -> str:
        """A name with capitals inside it, part by part where the language says it so."""
        if not self._splits or word.isupper() or not _CAMEL.search(word):
            return word
        return " ".join(self._acronyms.get(part) or self._capitals(part) for part in _CAMEL.split(word))
