"""One message to a whole list of contacts: whom it fits, whom it is too long for, and where data is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from voicelint.contact_rows import ContactsError, Progress, read_rows
from voicelint.filling import Filling
from voicelint.finding import Seconds
from voicelint.language import codes, load
from voicelint.meanings import fold, key_words, meaning_of
from voicelint.settings import Band
from voicelint.slots import Slot

if TYPE_CHECKING:
    from voicelint.draft import Draft

__all__ = ["Contact", "ContactsError", "ContactsReport", "Trouble", "check_contacts", "match_columns"]

_SAMPLE = 200  # rows on which the quick way is tried against the plain one before it is trusted
_RECHECK = 997  # and once in so many rows after that
_MOST_REMEMBERED = 50_000  # values a tag
_EXAMPLES = 5
_NAMES = frozenset(("recipient", "caller", "referrer"))


class Contact(NamedTuple):
    """One row: its line in the file, what it makes of the message, and the values that were filled in."""

    line: int
    seconds: Seconds
    values: tuple[str, ...]


class Trouble(NamedTuple):
    """A value that cannot be said: kind `empty`, `civility` or `name` (no name at all)."""

    kind: str
    line: int
    column: str
    value: str


@dataclass(slots=True)
class ContactsReport:
    """What a list of contacts makes of one message.

    Counts of rows: `fits`; `near` (a slow speaker may pass the band); `over` and `under` (even a quick or a slow
    speaker is outside of it). `columns` is the title of the column that fills each tag, `unfilled` the tags
    without one. `troubles` counts by kind and column, `examples` are the first of each. `overflowing` are the
    values that take longest in messages that are too long. `checked` rows were also spoken the plain way, with
    `error` seconds of difference at most.
    """

    band: Band
    columns: dict[str, str] = field(default_factory=dict)
    unfilled: tuple[str, ...] = ()
    rows: int = 0
    fits: int = 0
    near: int = 0
    over: int = 0
    under: int = 0
    shortest: Contact | None = None
    longest: Contact | None = None
    troubles: dict[tuple[str, str], int] = field(default_factory=dict)
    examples: list[Trouble] = field(default_factory=list)
    overflowing: list[tuple[float, str, str, int]] = field(default_factory=list)
    checked: int = 0
    error: float = 0.0

    @property
    def ok(self) -> bool:
        """Say whether the message can go out to everybody as it is."""
        return not (self.over or self.under or self.troubles or self.unfilled)


def check_contacts(
    draft: Draft, path: str, *, columns: Mapping[str, str] | None = None, progress: Progress | None = None
) -> ContactsReport:
    """Fill the draft's tags with every row of a CSV file and count whom the message fits.

    `columns` maps a tag's name or meaning to a column's title where the names do not tell. `progress` is called
    with the share of the file that was read (0 to 1). Memory does not grow with the file.
    Raises OSError, and ContactsError for a file that is no list of contacts.
    """
    rows = read_rows(path, progress)
    head = next(rows, None)
    if not head:
        raise ContactsError(f"{path}: no header row")
    run = _Run(draft, head[1], columns or {}, path)
    for line, row in rows:
        run.take(line, row)
    return run.finish()


def match_columns(slots: Sequence[Slot], titles: Sequence[str], columns: Mapping[str, str]) -> dict[str, int]:
    """For the name of each tag, the index of the column that fills it; names without one are left out.

    The configuration goes first, then equal names, then equal meanings with most words in common.
    """
    words = [key_words(title) for title in titles]
    found: dict[str, int] = {}
    for slot in slots:
        asked = columns.get(slot.key) or columns.get(slot.meaning)
        if asked is not None:
            if asked not in titles:
                raise ContactsError(f"column {asked!r} is not there; the columns are: {', '.join(titles)}")
            found[slot.key] = titles.index(asked)
            continue
        own = key_words(slot.key)
        if own in words:
            found[slot.key] = words.index(own)
            continue
        same = [i for i, title in enumerate(titles) if slot.meaning and meaning_of(title) == slot.meaning]
        if same:
            found[slot.key] = max(same, key=lambda i: (len({*own} & {*words[i]}), -i))
    return found


@cache
def _words_for(kind: str) -> frozenset[str]:
    """The words of a list of `[slots.contacts]`, of all languages, folded."""
    return frozenset(fold(word) for code in codes() for word in load(code).section("slots")["contacts"][kind])


def _gender(civility: str) -> str:
    civility = fold(civility.strip())
    return next((kind for kind in ("female", "male", "neutral") if civility in _words_for(kind)), "")


class _Run:
    """The rows so far. What does not depend on the row was worked out before the first."""

    def __init__(self, draft: Draft, titles: list[str], columns: Mapping[str, str], path: str) -> None:
        values = [slot for slot in draft.slots if slot.role == "value"]
        titles = [title.strip() for title in titles]
        found = match_columns(values, titles, columns)
        if values and not found:
            raise ContactsError(f"{path}: no column fills a tag; the columns are: {', '.join(titles)}")
        self._slots = [slot for slot in values if slot.key in found]
        self._picks = [found[slot.key] for slot in self._slots]
        self._titles = titles
        self._draft = draft
        self._filling: Filling | None = None
        self._known: list[dict[str, tuple[str, str]]] = [{} for _ in self._slots]
        self._waiting: list[tuple[int, list[str]]] = []
        self._written = _written_gender(draft.text, self._slots)
        self._civility = next((i for i, title in enumerate(titles) if meaning_of(title) == "civility"), -1)
        self.report = ContactsReport(
            draft.settings.band,
            {slot.key: titles[found[slot.key]] for slot in self._slots},
            tuple(dict.fromkeys(slot.key for slot in values if slot.key not in found and not slot.values)),
        )

    def take(self, line: int, row: list[str]) -> None:
        """Count one row; the first ones wait until there are enough to try the quick way on."""
        if self._filling:
            self._count(self._filling, line, row)
            return
        self._waiting.append((line, row))
        if len(self._waiting) >= _SAMPLE:
            self._begin()

    def finish(self) -> ContactsReport:
        """The report on all rows."""
        if self._waiting:
            self._begin()
        return self.report

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, []
        filled = [self._values(line, row) for line, row in waiting]
        reference = next((values for values in filled if all(values)), filled[0])
        self._filling = filling = Filling(self._draft, self._slots, [value or "-" for value in reference])
        for index in range(len(self._slots)):
            for value in dict.fromkeys(values[index] for values in filled):
                self.report.error = max(self.report.error, filling.check(index, value))
        self.report.troubles.clear()
        self.report.examples.clear()
        for line, row in waiting:
            self._count(filling, line, row)

    def _values(self, line: int, row: list[str]) -> list[str]:
        """What fills each tag; an empty value is replaced by the fallback of its tag, if it has one."""
        values: list[str] = []
        noted: set[int] = set()  # a column that fills two tags is one trouble
        for slot, pick, known in zip(self._slots, self._picks, self._known, strict=True):
            value = row[pick] if pick < len(row) else ""
            found = known.get(value)
            if found is None:
                if len(known) >= _MOST_REMEMBERED:
                    known.clear()
                found = known[value] = _said(slot, value.strip())
            if found[1] and pick not in noted:
                noted.add(pick)
                self._note(Trouble(found[1], line, self._titles[pick], value))
            values.append(found[0])
        if self._written and 0 <= self._civility < len(row) and self._civility not in self._picks:
            gender = _gender(row[self._civility])
            if gender in ("female", "male") and gender != self._written:
                self._note(Trouble("civility", line, self._titles[self._civility], row[self._civility]))
        return values

    def _note(self, trouble: Trouble) -> None:
        key = (trouble.kind, trouble.column)
        count = self.report.troubles[key] = self.report.troubles.get(key, 0) + 1
        if count <= _EXAMPLES:
            self.report.examples.append(trouble)

    def _count(self, filling: Filling, line: int, row: list[str]) -> None:
        report, band = self.report, self.report.band
        values = self._values(line, row)
        low, best, high = seconds = filling.quick(values)
        report.rows += 1
        if low > band.max:
            report.over += 1
            self._overflow(filling, values, line)
        elif high > band.max:
            report.near += 1
        elif high < band.min:
            report.under += 1
        else:
            report.fits += 1
        if report.shortest is None or best < report.shortest.seconds.best:
            report.shortest = Contact(line, seconds, tuple(values))
        if report.longest is None or best > report.longest.seconds.best:
            report.longest = Contact(line, seconds, tuple(values))
        if report.rows % _RECHECK == 1:
            report.checked += 1
            report.error = max(report.error, abs(filling.plain(values).best - best))

    def _overflow(self, filling: Filling, values: Sequence[str], line: int) -> None:
        """Keep the values that take longest, each once."""
        longest = self.report.overflowing
        for index, value in enumerate(values):
            more = filling.more(index, value).best
            if len(longest) < _EXAMPLES or more > longest[-1][0]:
                column = self._titles[self._picks[index]]
                if all((value, column) != entry[1:3] for entry in longest):
                    longest.append((more, value, column, line))
                    longest.sort(key=lambda entry: -entry[0])
                    del longest[_EXAMPLES:]


def _said(slot: Slot, value: str) -> tuple[str, str]:
    """What is said for a value (the tag's fallback where it is missing), and the kind of trouble with it, or ""."""
    if not value or fold(value) in _words_for("empty"):
        return (slot.values[0], "") if slot.values else ("", "empty")
    if slot.meaning == "civility" and not _gender(value):
        return value, "civility"
    if slot.meaning in _NAMES and ("@" in value or any(character.isdigit() for character in value)):
        return value, "name"
    return value, ""


def _written_gender(text: str, slots: Sequence[Slot]) -> str:
    """`female` or `male` if the text itself says Madame or Mr before the listener's name."""
    for slot in slots:
        if slot.meaning == "recipient":
            before = text[max(0, slot.span.start - 20) : slot.span.start].split()
            gender = _gender(before[-1]) if before else ""
            if gender in ("female", "male"):
                return gender
    return ""
