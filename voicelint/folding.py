"""One written word as it is spoken: folded, cut at apostrophes, and whether it may be a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from voicelint.kept_pattern import kept_pattern

WORD, NAME = "word", "name"
# A capitalised word that is an ordinary one where a sentence begins, and a name inside it.
INSIDE = "inside"

_APOSTROPHES = kept_pattern("['’ʼ‘`´]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_MEMO_LIMIT = 50_000
_LONGEST_MEMO = 40


class Piece(NamedTuple):
    """One spoken word inside a written one (`don't` is two): folded form, and offsets from its start.

    `kind` is NAME for a capitalised word that is no common one, INSIDE for one that is an ordinary word where a
    sentence begins.
    """

    folded: str
    start: int
    end: int
    kind: str = WORD


class Chunk(NamedTuple):
    """What stands between two spaces: its words, each with offsets from its start, kind and the mark before it.

    `mark` is the mark that is left for the word behind it, `step` how many code points on the next chunk begins.
    """

    words: tuple[tuple[str, int, int, str, str], ...]
    mark: str
    step: int


def fold(word: str) -> str:
    """A word without case, accents and ligatures."""
    plain = word.casefold()
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFKD", plain.translate(_LIGATURES))
    return "".join([part for part in parts if part < "\u0300" or not unicodedata.combining(part)]).casefold()


class WordCutter:
    """What cuts the written words of one language, made from the `[words]` table of its file.

    `common`: words that are no names although capitalised; `ordinary`: no names where a sentence begins or in
    a text without capitals, perhaps part of one elsewhere (`Hugo, Accueil Plus`); `abbreviations`: words whose dot
    ends no sentence; `whole`: words said as other ones (`gonna` = "going to"); `endings`: what may follow an
    apostrophe (`ve` = "have"); `is_after`: words after which `'s` is "is"; `beginnings`: what may precede one.
    """

    def __init__(self, table: Mapping[str, object]) -> None:
        def words(key: str) -> frozenset[str]:
            value = table.get(key, ())
            return frozenset(map(str, value)) if isinstance(value, list) else frozenset()

        def pairs(key: str) -> dict[str, str]:
            value = table.get(key, {})
            return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}

        self.common = words("common")
        self.ordinary = words("ordinary")
        self.known = self.common | self.ordinary
        self.abbreviations = words("abbreviations")
        self._is_after = words("is_after")
        self._whole = {key: value.split() for key, value in pairs("whole").items()}
        self._endings = pairs("endings")
        self._beginnings = pairs("beginnings")
        self.memo: dict[str, tuple[Piece, ...]] = {}
        # By the mark before them.
        self.chunks: dict[str, dict[str, Chunk]] = {mark: {} for mark in ("", ",", ".")}

    def pieces(self, word: str) -> tuple[Piece, ...]:
        """The spoken words of one written word; memory of the last words seen is bounded."""
        found = self.memo.get(word)
        if found is None:
            found = tuple(self._with_kind(word, piece) for piece in self._cut(word))
            if len(word) <= _LONGEST_MEMO:
                if len(self.memo) >= _MEMO_LIMIT:
                    self.memo.clear()
                self.memo[word] = found
        return found

    def remember(self, part: str, mark: str, chunk: Chunk) -> None:
        """Keep what a chunk holds behind a mark; memory of them is bounded."""
        known = self.chunks[mark]
        if len(known) >= _MEMO_LIMIT:
            known.clear()
        known[part] = chunk

    def _with_kind(self, word: str, piece: Piece) -> Piece:
        if piece.folded in self.common or not word[piece.start].isupper():
            return piece
        return piece._replace(kind=INSIDE if piece.folded in self.ordinary else NAME)

    def _cut(self, word: str) -> Iterable[Piece]:
        parts = _APOSTROPHES.split(word)
        whole = self._whole.get(fold("".join(parts)))
        if whole:
            return [Piece(said, 0, len(word)) for said in whole]
        if len(parts) == 1:
            return [Piece(fold(word), 0, len(word))]
        return self._cut_at_apostrophes(parts)

    def _cut_at_apostrophes(self, parts: Sequence[str]) -> list[Piece]:
        """Cut off beginnings (`l'`) and endings (`'ve`) that the language knows; join what is left."""
        pieces: list[Piece] = []
        start, left = 0, ""
        begin = 0
        for number, part in enumerate(parts):
            end = start + len(part)
            low, last = fold(part), number == len(parts) - 1
            ending = self._ending(low, left) if left else None
            if ending is not None:
                pieces += [Piece(left, begin, start - 1), Piece(ending, start - 1, end)]
                left = ""
            elif not left and not last and low in self._beginnings:
                pieces.append(Piece(self._beginnings[low], start, end + 1))
            else:
                if not left:
                    begin = start
                left += low
            start = end + 1
        if left:
            pieces.append(Piece(left, begin, start - 1))
        return pieces

    def _ending(self, ending: str, before: str) -> str | None:
        if ending == "s" and before in self._is_after:
            return "is"
        return self._endings.get(ending)
