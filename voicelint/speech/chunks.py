"""What is said of a text between its blanks: most words are said alike in any company, and need no scanning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from sys import intern
from typing import Any, Literal

from voicelint.kept_pattern import kept_pattern
from voicelint.source import portions
from voicelint.speech.stretches import MANY, Stretches
from voicelint.speech.surroundings import word_before

# Start and end inside the chunk, what is said and its kind; nothing at all; or it depends on what stands around it.
Said = tuple[int, int, str, str] | tuple[()] | Literal[False]
Take = Callable[[re.Match[str], bool, Stretches], None]

_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿŒœ]"
_WORD = kept_pattern(
    rf"[(\"“«]?({_LETTER}++(?:['’-]{_LETTER}++)*+['’]?)[,;:!?.…)\"”»\u00a0\u202f]*+"
)  # one word and its marks
_MARKS = kept_pattern(r"[,;:!?.…()\"“”«»\u2013\u2014-]*+")
# Of these kinds, some are read by what stands before them, or reach into the next chunk.
_BY_THEMSELVES = ("word", "acronym")
_TABLES = ("abbreviations", "currencies", "fractions", "months", "number_signs", "titles", "weekdays")
_SOLE = "I"  # a word, or a number behind words such as "part"
_BLANKS = (" ", "\n")
_LONGEST = 40  # characters of a chunk that is remembered
_MOST = 50_000  # chunks that are remembered


class Chunks:
    """Says stretches of text chunk by chunk, by the `[speech]` tables of a language.

    `pattern` scans what cannot be said by itself; `take` adds what it found (in capitals throughout or not). `short`:
    what stands for one-word abbreviations.
    """

    def __init__(
        self, table: Mapping[str, Any], pattern: re.Pattern[str], take: Take, short: Mapping[str, str]
    ) -> None:
        self._short = short
        self._find, self._search, self._take = pattern.finditer, pattern.search, take
        self._signs = _beginnings(table["number_signs"])
        # What may begin an expression of several chunks, or is read by the word before it.
        self._open = frozenset(("I", "x")).union(*(_beginnings(table[name]) for name in _TABLES))
        self._counted = frozenset(table["roman_after"])
        self._known: tuple[dict[str, Said], dict[str, Said]] = ({}, {})  # in capitals throughout: the second

    def say(self, text: str, start: int, end: int, into: Stretches) -> None:
        """Add the spoken stretches between two places of a text."""
        shouted = shouts(text[start:end])
        known, learn, scan = self._known[shouted].get, self._learn, self._scan
        # This loop takes most of the time of speech: it adds words by itself, without calling `add`.
        starts, ends, spoken, kinds = into.starts, into.ends, into.spoken, into.kinds
        at = read = start
        ahead: re.Match[str] | None = None
        if start and not text[start - 1].isspace() and _glued(text, start, end):
            blank = _blank(text, start, end)
            read, ahead = scan(text, start, blank, end, ahead, shouted, into)
            read = max(read, blank)
        for portion in portions(text, start, end):
            for chunk in portion.replace("\n", " ").split(" "):
                said, stop = known(chunk), at + len(chunk)
                if read > at:
                    said = False if read < stop else ()
                elif said is None:
                    said = learn(chunk, shouted)
                if said:
                    first, last, word, kind = said
                    starts.append(at + first)
                    ends.append(at + last)
                    spoken.append(word)
                    kinds.append(kind)
                elif said is False and chunk == _SOLE and self._is_word(text, at):
                    into.add(at, stop, _SOLE, "word")
                elif said is False:
                    read, ahead = scan(text, max(at, read), stop, end, ahead, shouted, into)
                at = stop + 1
            if len(spoken) > MANY:
                into.pack()

    def _scan(
        self, text: str, at: int, stop: int, end: int, ahead: re.Match[str] | None, shouted: bool, into: Stretches
    ) -> tuple[int, re.Match[str] | None]:
        """Scan a chunk where it stands: how far the text is read then, and the expression ahead if it is known.

        `ahead` spares a second look at the same places, without which time would not grow as the text does.
        """
        while at < stop and not _MARKS.fullmatch(text, at, stop):
            if ahead is None or ahead.start() < at:
                ahead = self._search(text, at, end)
                if ahead is None:
                    return end, None
            if ahead.start() >= stop:
                break
            self._take(ahead, shouted, into)
            at = ahead.end()
        return at, ahead

    def _learn(self, chunk: str, shouted: bool) -> Said:
        """What is known of a chunk from now on."""
        if len(chunk) > _LONGEST:
            return False
        known = self._known[shouted]
        if len(known) >= _MOST:
            known.clear()
        said = known[chunk] = self._said(chunk, shouted)
        return said

    def _said(self, chunk: str, shouted: bool) -> Said:
        """What is said of a chunk whatever stands around it."""
        if chunk.isascii() and chunk.isalpha() and chunk.islower() and len(chunk) > 1 and chunk not in self._signs:
            return 0, len(chunk), self._short.get(chunk) or intern(chunk), "word"  # as the pattern has it for `plain`
        if _MARKS.fullmatch(chunk):
            return ()
        word, matches = _WORD.fullmatch(chunk), list(self._find(chunk))
        if word is None or len(matches) != 1:
            return False
        plain = matches[0].lastgroup == "plain"
        if word[1] in (self._signs if plain else self._open) or _may_be_state(word[1]):
            return False
        found = Stretches()
        self._take(matches[0], shouted, found)
        if found.kinds[:1] and found.kinds[0] in _BY_THEMSELVES:
            return found.starts[0], found.ends[0], intern(found.spoken[0]), found.kinds[0]
        return False

    def _is_word(self, text: str, at: int) -> bool:
        """Say whether `I` at a place is the word: its reading hangs on nothing but the word before it."""
        return word_before(text, at) not in self._counted


def _beginnings(names: Mapping[str, Any] | list[str]) -> frozenset[str]:
    """The first words of texts, as they are and with a first capital, without the full stop."""
    words = (name.split()[0].rstrip(".") for name in names)
    return frozenset(form for word in words for form in (word, word[:1].upper() + word[1:]))


def _glued(text: str, start: int, end: int) -> bool:
    """Say whether a chunk goes on behind a merge tag or a number with more than marks."""
    if start == end or text[start] in _BLANKS:  # as most often
        return False
    marks = _MARKS.match(text, start, end)
    behind = marks.end() if marks else start
    return behind < end and text[behind] not in _BLANKS


def _may_be_state(word: str) -> bool:
    """Say whether a word begins with two capitals by themselves, which behind a place are its state."""
    return word[:2].isupper() and not word[2:3].isalpha()


def _blank(text: str, start: int, end: int) -> int:
    """Where a chunk ends."""
    found = (text.find(blank, start, end) for blank in " \n")
    return min((at for at in found if at >= 0), default=end)


def shouts(stretch: str) -> bool:
    """Say whether a stretch is written in capitals throughout, with two words at least that are no acronyms."""
    return stretch.isupper() and sum(len(word) > 3 for word in map(_bare, stretch.split()) if word.isalpha()) > 1


def _bare(word: str) -> str:
    return word.strip(".,;:!?…")
