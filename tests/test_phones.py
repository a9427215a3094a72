"""Phone numbers are found however people write them, and figures of other kinds are left alone."""

from __future__ import annotations

import time

import pytest

from voicelint.phones import find_phones
from voicelint.slots import Slot
from voicelint.source import Span

WRITTEN = [
    ("call 617-555-0142.", "617-555-0142", "617 555 0142", "US"),
    ("(617) 555-0142", "(617) 555-0142", "617 555 0142", "US"),
    ("617.555.0142", "617.555.0142", "617 555 0142", "US"),
    ("on 555 010 0199", "555 010 0199", "555 010 0199", "US"),
    ("6175550142 is my number", "6175550142", "617 555 0142", "US"),
    ("+1 (617) 555-0142", "+1 (617) 555-0142", "1 617 555 0142", "US"),
    ("1-800-555-0147", "1-800-555-0147", "1 800 555 0147", "US"),
    ("6-1-7-5-5-5-0-1-4-2", "6-1-7-5-5-5-0-1-4-2", "617 555 0142", "US"),
    ("at 617, 555, 0142, thanks", "617, 555, 0142", "617 555 0142", "US"),
    ("that is 555-0142", "555-0142", "555 0142", "US"),
    ("call 617 555 0142 2 times", "617 555 0142", "617 555 0142", "US"),
    ("020 7946 0123", "020 7946 0123", "020 7946 0123", "GB"),
    ("07700 900123", "07700 900123", "07700 900123", "GB"),
    ("+44 (0)20 7946 0123", "+44 (0)20 7946 0123", "44 20 7946 0123", "GB"),
    ("au 06 39 98 12 34 !", "06 39 98 12 34", "06 39 98 12 34", "FR"),
    ("06.39.98.12.34", "06.39.98.12.34", "06 39 98 12 34", "FR"),
    ("06\u202f39\u202f98\u202f12\u202f34", "06\u202f39\u202f98\u202f12\u202f34", "06 39 98 12 34", "FR"),
    ("au 0639981234", "0639981234", "06 39 98 12 34", "FR"),
    ("+33 6 39 98 12 34", "+33 6 39 98 12 34", "33 6 39 98 12 34", "FR"),
    ("+33639981234", "+33639981234", "33 6 39 98 12 34", "FR"),
    ("0033 6 39 98 12 34", "0033 6 39 98 12 34", "33 6 39 98 12 34", "FR"),
    ("0 800 123 456", "0 800 123 456", "0 800 123 456", "FR"),
    ("0455 55 55 12", "0455 55 55 12", "0455 55 55 12", "BE"),
    ("031 555 01 99", "031 555 01 99", "031 555 01 99", "CH"),
    ("+41 31 555 01 99", "+41 31 555 01 99", "41 31 555 01 99", "CH"),
    ("ring 02 5550 0142", "02 5550 0142", "02 5550 0142", "AU"),
    ("ring 01 555 0142", "01 555 0142", "01 555 0142", "IE"),
    ("ring 087 555 0142", "087 555 0142", "087 555 0142", "IE"),
]


@pytest.mark.parametrize(("text", "written", "groups", "country"), WRITTEN)
def test_written_in_digits(text: str, written: str, groups: str, country: str) -> None:
    (phone,) = find_phones(text)
    assert text[phone.span.start : phone.span.end] == written
    assert (" ".join(phone.groups), phone.country, phone.form) == (groups, country, "digits")


SPELLED = [
    ("at six one seven, five five five, oh one four two.", "617 555 0142"),
    ("one eight hundred five five five zero one four seven", "1 800 555 0147"),
    ("six one seven, triple five, oh one double four", "617 555 0144"),
    ("zéro six, trente-neuf, quatre-vingt-dix-huit, douze, trente-quatre", "06 39 98 12 34"),
    ("zéro un quatre-vingt-dix-neuf zéro zéro douze soixante-dix-huit", "01 99 00 12 78"),
    ("Zéro quatre, septante-deux, zéro zéro, onze, nonante-deux", "04 72 00 11 92"),
]


@pytest.mark.parametrize(("text", "groups"), SPELLED)
def test_written_in_words(text: str, groups: str) -> None:
    (phone,) = find_phones(text)
    assert (" ".join(phone.groups), phone.form) == (groups, "words")


def test_the_words_of_a_spelled_number_are_its_span() -> None:
    text = "Call six one seven, five five five, oh one four two. Thanks"
    (phone,) = find_phones(text)
    assert text[phone.span.start : phone.span.end] == "six one seven, five five five, oh one four two"


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("617-555-0142 ext. 204", "204"),
        ("617-555-0142, extension 12.", "12"),
        ("617-555-0142x204", "204"),
        ("514-555-0199, poste 204", "204"),
        ("617-555-0142", ""),
    ],
)
def test_extension(text: str, extension: str) -> None:
    (phone,) = find_phones(text)
    assert phone.extension == extension
    assert text[: phone.span.end] == text.rstrip(".")


@pytest.mark.parametrize(
    ("text", "form", "digits"),
    [
        ("1-800-FLOWERS", "vanity", "18003569377"),
        ("call 800-555-HELP today", "vanity", "8005554357"),
        ("xxx-xxx-xxxx", "template", "xxxxxxxxxx"),
        ("06 XX XX XX XX", "template", "06xxxxxxxx"),
        ("555-XXX-XXXX", "template", "555xxxxxxx"),
        ("dial 911", "short", "911"),
        ("Composez le 3949.", "short", "3949"),
        ("Ring extension 4417.", "extension", "4417"),
        ("Rappelez-moi au poste 212.", "extension", "212"),
        ("Ring 960105.", "short", "960105"),
        ("Call 1300 555 014.", "digits", "1300555014"),
    ],
)
def test_other_forms(text: str, form: str, digits: str) -> None:
    (phone,) = find_phones(text)
    assert (phone.form, phone.digits) == (form, digits)


@pytest.mark.parametrize(
    "text",
    [
        "75002 Paris",
        "3 000 000 €",
        "1 250 000 clients",
        "invoice 6175550142",
        "facture n° 0639981234",
        "invoice 2024-0153",
        "123 456 789 00012",
        "on 12/05/2026 at 10:30",
        "FR76 3000 4000 0100",
        "10-15 %",
        "In 2025, 1,840 clients",
        "one two three four five six seven",
        "five of us, six or seven, one two",
        "press 1 or 2",
    ],
)
def test_other_figures(text: str) -> None:
    assert find_phones(text) == ()


def test_two_numbers_stay_two() -> None:
    found = find_phones("au 01 99 00 12 34 ou 06 39 98 12 34")
    assert [phone.digits for phone in found] == ["0199001234", "0639981234"]


def test_a_number_inside_a_slot_is_the_slots() -> None:
    text = "Call [617-555-0142]"
    assert find_phones(text, [Slot(Span(5, 19), "value", "[]")]) == ()


@pytest.mark.parametrize("piece", ["1 ", "12-", "06 ", "five ", "x-", "+1", "(", "A-", "1"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    started = time.process_time()
    find_phones(text)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "text", ["REMBOURSEMENT DE 385 EUROS DERNIER DELAI", "WE SOLD 250 UNITS TODAY", "ROOM 315 IS OPEN"]
)
def test_capitals_behind_a_figure_are_no_number_in_letters(text: str) -> None:
    assert find_phones(text) == ()
