"""Mistyped names."""

from voicelint.spelling import did_you_mean, nearest


def test_the_nearest_name_is_offered() -> None:
    assert nearest("spoken-lenght", ["missing-value", "spoken-length"]) == "spoken-length"
    assert did_you_mean("COLDD", ["cold", "warm"]) == "; did you mean cold?"


def test_a_short_list_is_shown_when_nothing_is_like_the_word() -> None:
    assert did_you_mean("xyz", ["warm", "cold"]) == "; choose from cold, warm"


def test_a_long_list_is_not_shown() -> None:
    assert did_you_mean("xyz", [f"rule-{number}" for number in range(40)]) == ""
