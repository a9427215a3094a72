"""Numbers as the plans of their countries have them: how they are grouped, and how many digits they need."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicelint.dialling import COUNTRIES, due_digits, grouped
from voicelint.fixer import applied
from voicelint.library import Linter
from voicelint.phone_shapes import written_in

LINTER = Linter()

# How people of each region write and say a number, with the sentence in which it stands in one block.
SAID = [
    ("fr", "fr", "0199001234", "01 99 00 12 34"),
    ("fr", "fr", "0639984127", "06 39 98 41 27"),
    ("fr", "fr", "+33199001234", "+33 1 99 00 12 34"),
    ("fr", "be", "025550123", "02 555 01 23"),
    ("fr", "be", "081550173", "081 55 01 73"),
    ("fr", "be", "0470550123", "0470 55 01 23"),
    ("fr", "be", "+32470550123", "+32 470 55 01 23"),
    ("fr", "ch", "0215550118", "021 555 01 18"),
    ("fr", "ch", "0795550123", "079 555 01 23"),
    ("fr", "ch", "+41795550123", "+41 79 555 01 23"),
    ("fr", "qc", "5145550147", "514-555-0147"),
    ("fr", "qc", "15145550147", "1-514-555-0147"),
    ("en", "ca", "4165550139", "416-555-0139"),
    ("en", "ca", "+14165550139", "+1 416-555-0139"),
    ("en", "us", "6175550142", "617-555-0142"),
    ("en", "us", "18005550147", "1-800-555-0147"),
    ("en", "uk", "02079460188", "020 7946 0188"),
    ("en", "uk", "07700900341", "07700 900341"),
    ("en", "uk", "01632960123", "01632 960123"),
    ("en", "uk", "01134960123", "0113 496 0123"),
    ("en", "uk", "+442079460188", "+44 20 7946 0188"),
]


@pytest.mark.parametrize(("language", "region", "block", "said"), SAID)
def test_a_number_in_one_block_is_mended_as_its_country_says_it(
    language: str, region: str, block: str, said: str
) -> None:
    sentence = {"en": "Please call me back on {}, thanks.", "fr": "Merci de me rappeler au {}, bonne journée."}[
        language
    ]
    text = sentence.format(block)
    report = LINTER.lint(text, language=language, region=region)
    (finding,) = [finding for finding in report.findings if finding.rule == "number-grouping"]
    (fix,) = finding.fixes
    assert fix.safe
    assert applied(text, sorted(fix.edits)) == sentence.format(said)


def test_a_local_number_of_north_america_keeps_its_dash() -> None:
    assert grouped("5550142", "US") == "555-0142"


def test_a_number_of_a_range_that_is_not_known_is_left_alone() -> None:
    assert grouped("045550123", "BE") == ""


@given(st.text("0123456789", min_size=4, max_size=13), st.sampled_from(sorted(COUNTRIES.values())), st.booleans())
def test_grouping_never_changes_a_digit(digits: str, country: str, plus: bool) -> None:
    text = grouped("+" + digits if plus else digits, country)
    assert text == "" or "".join(filter(str.isdigit, text)) == digits


@pytest.mark.parametrize(
    ("digits", "country", "due"),
    [
        ("617555014", "US", 10),
        ("6175550142", "US", 0),
        ("16175550142", "US", 0),
        ("1617555014", "US", 11),
        ("61755501422", "CA", 10),
        ("5550142", "US", 0),
        ("019900123", "FR", 10),
        ("0199001234", "FR", 0),
        ("01990012345", "FR", 10),
        ("0207946018", "GB", 11),
        ("02079460188", "GB", 0),
        ("0163296012", "GB", 0),
        ("016329601234", "GB", 11),
        ("0255501", "BE", 9),
        ("025550123", "BE", 0),
        ("0255501234", "BE", 9),
        ("047055012", "BE", 10),
        ("0470550123", "BE", 0),
        ("079555012", "CH", 10),
        ("0795550123", "CH", 0),
        ("911234567", "ES", 0),
    ],
)
def test_the_digits_that_a_number_needs(digits: str, country: str, due: int) -> None:
    assert due_digits(digits, country) == due


def test_the_calling_code_is_counted() -> None:
    assert due_digits("3319900123", "FR", international=True) == 11
    assert due_digits("33199001234", "FR", international=True) == 0
    assert due_digits("4402079460188", "GB", international=True) == 0


@pytest.mark.parametrize(
    ("digits", "lengths", "dashed", "country"),
    [
        ("617555014", (3, 3, 3), True, "US"),
        ("617555014", (3, 3, 3), False, ""),
        ("019900123", (2, 2, 2, 2, 1), False, "FR"),
        ("0207946018", (3, 4, 3), False, "GB"),
        ("0770090034", (5, 5), False, "GB"),
        ("0215550118", (3, 3, 4), False, ""),
        ("0207946018", (10,), False, ""),
    ],
)
def test_groups_that_one_country_alone_writes(
    digits: str, lengths: tuple[int, ...], dashed: bool, country: str
) -> None:
    assert written_in(digits, lengths, dashed=dashed) == country


SLIPS = [
    ("Call me on 617-555-014.", {}, ["617-555-014"]),
    ("Call me on 617-555-014 24/7.", {}, []),
    ("Call me on 617-555-0142 24 hours a day.", {}, []),
    ("Call me on 617-555-0142-24.", {}, []),
    ("Ring me on 612 345 678.", {}, []),  # as in Spain
    ("Ring me on 021 555 0142.", {}, []),  # as in New Zealand
    ("Ring me on 02 5550 1234.", {}, []),  # as in Australia
    ("Ring me on 01 99 00 12 34.", {"region": "us"}, []),
    ("Call me on 617-555-oh one four two.", {}, []),
    ("Call me on 617-555-014X.", {}, []),
    ("Call me on 617-555-01__.", {}, []),
    ("Call me on 617-555-FLOW.", {}, []),
    ("Call me at 617-555-014 or at 617-555-0142.", {}, ["617-555-014"]),
    ("My order number is 617-555-014.", {}, []),
    ("Case 617-555-014 is open.", {}, []),
    ("I'm at 123-456-789 Main Street.", {"region": "us"}, []),
    ("I'm on 1-617-555-014, any day.", {"region": "us"}, ["1-617-555-014"]),
    ("My cell is 617 555 0142 6 pm to 8 pm.", {"region": "us"}, []),
    ("Dial 9 617 555 0142.", {"region": "us"}, []),
    ("Dial 011 33 1 99 00 12 34.", {"region": "us"}, []),
    ("Ring me on 0845 46 47.", {"region": "uk"}, []),
    ("Call me at 10:30, or 11-45-12.", {}, []),
]


@pytest.mark.parametrize(("text", "settings", "found"), SLIPS)
def test_figures_that_cannot_be_dialled(text: str, settings: dict[str, str], found: list[str]) -> None:
    report = LINTER.lint(text, language="en", **settings)
    spans = [finding.span for finding in report.findings if finding.rule == "impossible-number"]
    assert [text[span.start : span.end] for span in spans] == found


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Please call me back on 617-555-014."), ("fr", "Merci de me rappeler au 06 39 98 41 2.")],
)
def test_a_number_that_cannot_be_dialled_is_not_missing(language: str, text: str) -> None:
    rules = {finding.rule for finding in LINTER.lint(text, language=language).findings}
    assert "impossible-number" in rules
    assert "missing-callback-number" not in rules
