"""Dates that will be wrong when the message is heard, or that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from voicelint.kinds.forbids import joined
from voicelint.kinds.kind import Hit, Kind
from voicelint.source import Span

if TYPE_CHECKING:
    import datetime

    from voicelint.draft import Draft


class Dates(Kind):
    """Fires on `relative_cues` (tomorrow, this morning) and on a weekday that is not the one of its date.

    Variants: `recorded` (the message is played later or more than once), `relative` (said by a person today),
    `calendar` (the weekday is wrong). `weekdays` (from Monday), `months` (from January): the language's names,
    folded. The year is that of `send_at`, without which the calendar is not asked. Facts: `phrase`, `right`.
    """

    relative_cues: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    recorded: tuple[str, ...] = ("recorded", "rvm", "tts")

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a date."""
        matches = self.cues_of(draft, "relative_cues")
        variant = "recorded" if draft.settings.delivery in self.recorded else "relative"
        for span in joined(draft.text, [match.span for match in matches]) if matches else ():
            yield Hit(span, variant, {"phrase": draft.quote(span), "right": ""})
        sent = sent_on(draft)
        if sent:
            yield from self._wrong_weekdays(draft, sent)

    def _wrong_weekdays(self, draft: Draft, sent: datetime.date) -> Iterator[Hit]:
        words = draft.words
        for index, word in enumerate(words.folded):
            if word not in self.weekdays:
                continue
            day, month, last = self._date_after(words.folded, index)
            dates = [] if not day else [date for date in _dates(day, month, sent) if date]
            if dates and all(date.weekday() != self.weekdays.index(word) for date in dates):
                span = Span(words.starts[index], words.ends[last])
                right = self.weekdays[dates[0].weekday()]
                yield Hit(span, "calendar", {"phrase": draft.quote(span), "right": right})

    def _date_after(self, folded: Iterable[str], index: int) -> tuple[int, int, int]:
        """Day and month (0: none) in the three words after a weekday, and the index of the last of them."""
        words = list(folded)
        day = month = 0
        last = index
        for at in range(index + 1, min(index + 4, len(words))):
            number = words[at].rstrip("stndrhe")
            if not day and number.isdecimal() and 1 <= int(number) <= 31:
                day, last = int(number), at
            elif not month and words[at] in self.months:
                month, last = self.months.index(words[at]) + 1, at
        return day, month, last


def sent_on(draft: Draft) -> datetime.date | None:
    """The day on which the message is left, as it stands beside the script (`send_at`, ISO 8601)."""
    value = draft.settings.facts.get("send_at")
    if value is None:
        return None
    import datetime  # few messages say when they are sent

    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _dates(day: int, month: int, sent: datetime.date) -> Iterator[datetime.date | None]:
    """The dates that were probably meant: of the month named, else of the month of sending or the next."""
    months, date = [month] if month else [sent.month, sent.month % 12 + 1], type(sent)
    for number in months:
        year = sent.year + (1 if number < sent.month else 0)
        try:
            yield date(year, number, day)
        except ValueError:
            yield None
