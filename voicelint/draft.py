"""One script with its settings, and what is known of it, each worked out once and only if asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from voicelint.finding import Move, by_place
from voicelint.language import Language
from voicelint.moves import find_moves
from voicelint.phone_shapes import WHOLE
from voicelint.phones import Phone, find_phones
from voicelint.remembered import once
from voicelint.script import Script
from voicelint.settings import Settings
from voicelint.slots import Slot, find_slots
from voicelint.source import Span
from voicelint.speech import Speech, speak
from voicelint.words import Words, split

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from voicelint.cues import Match, Matchers
    from voicelint.opinion import Look
    from voicelint.slips import Slip


_FAR = 1 << 62  # beyond the end of every text
_start = attrgetter("span.start")
_Placed = TypeVar("_Placed", Slot, Phone)


# What may be in a draft besides cues, by the name that tells it in `cued`; no rule has such a name.
ALWAYS, FACTS, PHONES, SLOTS = "", "<facts>", "<phones>", "<slots>"

Opinion = Callable[["Draft", str], tuple[Move, ...]]

MANY = 200  # slots or phone numbers that are kept as objects at most
LONG = 4_000  # words; nobody reads out a longer message, and what is worked out of it would fill the memory as objects


@lru_cache(maxsize=2_000)
def _owner(label: str) -> str:
    """The move or rule to which a label of cues belongs."""
    return label.partition(".")[0]


class Draft:
    """One message under its settings. Every span is one of `text`; the linter maps it to the source.

    `matcher` holds the cues of all moves and rules of the draft's language; `opinion`, if any, is asked for the
    moves that the cues did not find (see opinion). `pipeline` names the spaCy pipeline that reads `doc`, if any.
    """

    def __init__(
        self,
        script: Script,
        settings: Settings,
        language: Language,
        matcher: Matchers,
        opinion: Opinion | None = None,
        pipeline: str = "",
    ) -> None:
        self.script = script
        self.settings = settings
        self.language = language
        self.matcher = matcher
        self.text = script.text
        self.pipeline = pipeline
        self._opinion = opinion
        self._opinions: dict[str, tuple[Move, ...]] = {}
        self._moves: Sequence[Move] | None = None
        self._by_name: dict[str, Sequence[Move]] = {}
        self._looked_at: tuple[Look, ...] | None = None

    @once
    def slots(self) -> Sequence[Slot]:
        """Merge tags and marks, in order."""
        found = find_slots(self.text)
        return found if len(found) < MANY else _in_columns(Slot, found)

    @once
    def phones(self) -> Sequence[Phone]:
        """Phone numbers as written, in order."""
        found = find_phones(self.text, self.slots)
        return found if len(found) < MANY else _in_columns(Phone, found)

    @once
    def slips(self) -> tuple[Slip, ...]:
        """Figures given as a number to call back that cannot be dialled, in order."""
        if all(map(self._leads_to_a_whole_number, self.matches.get("callback-number.lead", ()))):
            return ()  # as nearly always: what looks closer need not be loaded
        from voicelint.slips import find_slips

        return find_slips(self)

    def _leads_to_a_whole_number(self, lead: Match) -> bool:
        """Say whether what follows words that give a number is one with all its digits, or none at all."""
        end = lead.span.end
        if not any(map(str.isdigit, self.text[end : end + 6])):
            return True
        behind = (phone for phone in overlapping(self.phones, end, end + 5) if phone.span.start >= end)
        phone = next(behind, None)
        if phone is None or phone.international or len(phone.digits) not in WHOLE.get(phone.country, ()):
            return False
        return not any(map(str.isdigit, self.text[phone.span.end : phone.span.end + 3]))

    @once
    def words(self) -> Words:
        """The words that are said, folded, with their places."""
        return split(self.text, self.slots, self.language, self.phones)

    @property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the message, in order."""
        return self.words.sentences

    @once
    def familiar(self) -> bool:
        """Say whether it speaks to its listener as to a friend (French `tu`)."""
        from voicelint.address import is_familiar

        return is_familiar(self.words.folded, self.language)

    @once
    def matches(self) -> Mapping[str, Sequence[Match]]:
        """Every cue that was found, by the label of its list."""
        if self.is_long:
            from voicelint.columns import matches_of

            return matches_of(self.matcher, self.words)
        return self.matcher.find(self.words)

    @once
    def cued(self) -> frozenset[str]:
        """Names of the moves and rules of which a cue was found; FACTS, PHONES, SLOTS where there are any; ALWAYS."""
        there = ((ALWAYS, True), (FACTS, self.settings.facts), (PHONES, self.phones), (SLOTS, self.slots))
        found = [name for name, values in there if values]
        return frozenset(found).union(map(_owner, self.matches))

    @once
    def cue_moves(self) -> Sequence[Move]:
        """What each stretch does, as far as the cues tell."""
        return find_moves(self)

    @property
    def moves(self) -> Sequence[Move]:
        """What each stretch does: by cue, and by the second opinion where it was asked; by place."""
        if self._moves is None:
            more = [move for moves in self._opinions.values() for move in moves]
            if not more:
                self._moves = self.cue_moves
                return self._moves
            if self.is_long:
                from voicelint.columns import merged

                self._moves = merged(self.cue_moves, more)
            else:
                self._moves = tuple(sorted((*self.cue_moves, *more), key=by_place))
        return self._moves

    @once
    def is_long(self) -> bool:
        """Say whether there is so much of it that columns are kept of it in the place of objects."""
        return len(self.words) > LONG

    def kept(self, moves: Iterable[Move]) -> Sequence[Move]:
        """Moves as they are kept: in a long message, of which there are too many for objects, in columns."""
        if self.is_long:
            from voicelint.columns import moves_in

            return moves_in(moves)
        return tuple(moves)

    @once
    def speech(self) -> Speech:
        """What is said and when, at the settings' rate."""
        settings = self.settings
        return speak(
            self.text,
            self.slots,
            self.phones,
            self.language,
            wpm=settings.wpm or self.language.wpm,
            dictation=settings.dictation,
            region=settings.region,
        )

    @property
    def looked_at(self) -> Iterable[Look]:
        """What the second opinion looks at: once, whichever moves it is asked for; in a long message each time."""
        if self._looked_at is None:
            from voicelint.opinion import looked_at

            if self.is_long:
                return looked_at(self)
            self._looked_at = tuple(looked_at(self))
        return self._looked_at

    @once
    def heard(self) -> set[str]:
        """What the second opinion looks at in the message as a whole."""
        from voicelint.opinion import in_all, of_profile

        heard = in_all(seen for _, _, seen in self.looked_at)
        if self.settings.declared:
            heard.add(of_profile(self.settings.profile))
        return heard

    @once
    def doc(self) -> Doc:
        """The spaCy document of the text, with the moves known when it is first asked for in `doc.spans["moves"]`.

        For packs: nothing of ours asks for it, as loading spaCy takes most of a second.
        """
        from voicelint.nlp import document

        return document(self, self.pipeline)

    def moves_of(self, move: str, *kinds: str) -> Sequence[Move]:
        """The stretches that make that move (of one of the kinds, if any is named)."""
        named = self.moves_named(move)
        return tuple(found for found in named if found.kind in kinds) if kinds else named

    def moves_named(self, name: str) -> Sequence[Move]:
        """The stretches that make a move, given as `move` or `move.kind`."""
        named = self._by_name.get(name)
        if named is None:
            named = self._by_name[name] = self._named(name)
        return named

    def _named(self, name: str) -> Sequence[Move]:
        """The moves of a name, when it is first asked for: all are told apart at once, by kind where one is named."""
        move, _, kind = name.partition(".")
        if kind:
            made = self.moves_named(move)
            if self.is_long:
                return self.kept(found for found in made if found.kind == kind)
            return [found for found in made if found[1] == kind]
        if not self._by_name:
            self._by_name.update(self._apart())
        return self._by_name.get(name, ())

    def _apart(self) -> Mapping[str, Sequence[Move]]:
        """The moves by name."""
        if self.is_long:
            from voicelint.columns import apart

            return apart(self.moves)
        by_name: dict[str, list[Move]] = {}
        for found in self.moves:
            by_name.setdefault(found[0], []).append(found)
        return by_name

    def ask_opinion(self, move: str) -> tuple[Move, ...]:
        """The second opinion on a move that the cues did not find; asked once, then part of `moves`."""
        if move not in self._opinions:
            self._opinions[move] = self._opinion(self, move) if self._opinion else ()
            if self._opinions[move]:
                self._moves = None
                self._by_name.clear()
        return self._opinions[move]

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which a stretch begins."""
        index = self.sentence_index(span)
        return span if index is None else self.sentences[index]

    def sentence_index(self, span: Span) -> int | None:
        """The number of that sentence, from 0; None if the stretch begins in none."""
        sentences, start = self.sentences, span.start
        index = bisect_right(sentences, (start, _FAR)) - 1
        return index if index >= 0 and start < sentences[index][1] else None

    def quote(self, span: Span) -> str:
        """The words of a stretch on one line."""
        return " ".join(self.text[span.start : span.end].split())


def overlapping(values: Sequence[_Placed], start: int, end: int) -> list[_Placed]:
    """Of slots or phone numbers in order those that share some of the text from `start` to `end`."""
    at = max(0, bisect_left(values, start, key=_start) - 1)
    near = takewhile(lambda value: value.span.start < end, map(values.__getitem__, range(at, len(values))))
    return [value for value in near if start < value.span.end]


def _in_columns(make: type[_Placed], values: Sequence[_Placed]) -> Sequence[_Placed]:
    from voicelint.columns import at_places

    return at_places(make, values)
