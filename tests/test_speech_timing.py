"""How long a message takes to say: what has to hold for every text, and how it answers to its settings."""

from __future__ import annotations

import tomllib
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from voicelint.language import load
from voicelint.phones import find_phones
from voicelint.remembered import Remembered
from voicelint.slots import find_slots
from voicelint.source import Span
from voicelint.speech import Speech, speak

LANGUAGES = ("en", "fr")
MESSAGES = {
    "en": "Hi Dana, it's Sam Reyes. Your order 4417 is at 50%. Call 617-555-0142, e-mail sam@reyes.example. Thanks!",
    "fr": "Bonjour Dana, c'est Sam. Votre facture de 1 250,50 € court jusqu'au 3 mars. Rappelez le 01 99 00 12 34 !",
}


def said(text: str, language: str = "en", **choices: Any) -> Speech:
    slots = find_slots(text)
    return speak(text, slots, find_phones(text, slots), load(language), **{"wpm": 165.0, **choices})


def best(text: str, language: str = "en", **choices: Any) -> float:
    return said(text, language, **choices).seconds.best


@pytest.mark.parametrize("language", LANGUAGES)
def test_twice_the_rate_takes_half_the_time(language: str) -> None:
    slow, quick = (said(MESSAGES[language], language, wpm=wpm).seconds for wpm in (100.0, 200.0))
    assert tuple(slow) == pytest.approx([2 * value for value in quick])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_and_figure_is_covered(language: str) -> None:
    text = MESSAGES[language]
    covered = {at for unit in said(text, language).units for at in range(*unit.span)}
    assert not [text[at] for at in range(len(text)) if text[at].isalnum() and at not in covered]


PROSE = tomllib.loads((Path(__file__).parent / "cases" / "prose.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wpm", [120.0, 150.0, 190.0])
def test_prose_lasts_its_words_over_the_rate(language: str, wpm: float) -> None:
    texts = [" ".join(text["text"].split()) for text in PROSE[language].values()]
    off = [best(text, language, wpm=wpm) / (len(text.split()) / wpm * 60) - 1 for text in texts]
    assert len(texts) >= 12
    assert abs(fmean(off)) < 0.05
    assert fmean(map(abs, off)) < 0.08
    assert max(map(abs, off)) < 0.2


def test_dictating_slowly_lengthens_the_number_alone() -> None:
    text = "Call me on 617-555-0142. Thanks a lot."
    number = Span(text.index("6"), text.index("."))
    plain, slow = said(text), said(text, dictation=2.0)
    phone = next(unit for unit in plain.units if unit.kind == "phone")
    assert slow.seconds.best - plain.seconds.best == pytest.approx(phone.end - phone.start)
    assert slow.seconds_of(number).best > 1.8 * plain.seconds_of(number).best


@pytest.mark.parametrize("mark", ["[pause]", '<break time="500ms"/>', "(pause)"])
def test_pauses_are_kept_but_not_said(mark: str) -> None:
    slots = find_slots(f"Hi Dana. {mark} Call me.")
    plain, held = said("Hi Dana. Call me."), said(f"Hi Dana. {mark} Call me.")
    assert held.words == plain.words
    assert held.seconds.best == pytest.approx(plain.seconds.best + slots[0].seconds)
    assert slots[0].seconds > 0


def test_directions_take_no_time() -> None:
    assert best("Hi Dana. [smile] Call me.") == pytest.approx(best("Hi Dana. Call me."))


def test_a_tag_is_timed_as_what_it_stands_for() -> None:
    name, number = said("Call {{first_name}}."), said("Call {{callback_number}}.")
    assert best("Call Jo.") < name.seconds.best < best("Call Alexandra Montgomery.")
    assert number.seconds.best == pytest.approx(best("Call 617-555-0142."), rel=0.1)


def test_an_open_instruction_widens_the_interval() -> None:
    low, middle, high = said("I saw that [one line from their site].").seconds
    assert high - low > middle


def test_a_choice_lasts_from_its_shortest_to_its_longest() -> None:
    low, _, high = said("We work with [roofers/commercial property management companies].").seconds
    assert low < best("We work with roofers.")
    assert high > best("We work with commercial property management companies.")


def test_stretches_add_up_to_the_whole() -> None:
    text = MESSAGES["en"]
    speech = said(text)
    cut = text.index("Call")
    parts = speech.seconds_of(Span(0, cut)).best + speech.seconds_of(Span(cut, len(text))).best
    assert parts == pytest.approx(speech.seconds.best)
    assert speech.seconds_of(Span(3, 3)) == (0, 0, 0)


def test_what_is_remembered_is_bounded() -> None:
    asked: list[str] = []

    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    remembered = Remembered(length, 2)
    long = "a" * 1_000
    assert [remembered[text] for text in ("a", "a", "bb", "ccc", "a", long, long)] == [1, 1, 2, 3, 1, 1_000, 1_000]
    assert asked == ["a", "bb", "ccc", "a", long, long]  # begun anew with "ccc"; what is long is never kept
    assert len(remembered) <= 2
