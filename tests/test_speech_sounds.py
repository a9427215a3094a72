"""Sounds of words, by the spelling rules of the language files."""

from __future__ import annotations

import pytest

from voicelint.language import Language, load
from voicelint.speech.sounds import Ear

EN = {
    "call": 3, "phone": 3, "thanks": 5, "through": 3, "night": 3, "knock": 3, "minute": 6, "change": 4, "saved": 4,
    "wanted": 6, "message": 5, "station": 6, "would": 3, "lately": 5, "judge": 3, "she": 2,
}  # fmt: skip
FR = {
    "bonjour": 5, "vous": 2, "beaucoup": 4, "appelle": 4, "téléphone": 8, "trente": 4, "montagne": 5, "chez": 2,
    "temps": 2, "parler": 5, "quatre": 4, "eaux": 1, "maison": 4, "grands": 3,
}  # fmt: skip


@pytest.mark.parametrize(("language", "words"), [("en", EN), ("fr", FR)])
def test_most_words_have_their_sounds(language: str, words: dict[str, int]) -> None:
    ear = Ear(load(language))
    heard = {word: round(ear.sounds(word)) for word in words}
    wrong = {word: (count, words[word]) for word, count in heard.items() if count != words[word]}
    assert len(wrong) <= 2, wrong
    assert all(abs(count - wanted) == 1 for count, wanted in wrong.values()), wrong


def test_letters_are_said_by_name() -> None:
    ear = Ear(load("en"))
    assert ear.time("C R M") > ear.time("come")
    assert ear.time("w") > 2 * ear.time("v")


def test_words_in_passing_are_quicker() -> None:
    ear = Ear(load("en"))
    assert ear.sounds("and") == ear.sounds("ant")
    assert ear.time("and") < ear.time("ant")


def test_elided_words_belong_to_the_next() -> None:
    ear = Ear(load("fr"))
    assert ear.time("l'offre") == pytest.approx(1 + ear.time("offre"))


def test_a_language_without_rules_counts_letters() -> None:
    assert Ear(Language("xx", {})).sounds("brezhoneg") == 9
