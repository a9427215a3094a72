"""What holds for the speech of every text: properties tried on made-up texts, and time that grows as the text."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from voicelint.language import load
from voicelint.phones import find_phones
from voicelint.slots import find_slots
from voicelint.speech import Speech, speak
from voicelint.speech.chunks import shouts
from voicelint.speech.patterns import pattern
from voicelint.speech.stretches import Stretches
from voicelint.speech.verbalize import Speaker

LANGUAGES = ("en", "fr")
SENTENCES = {
    "en": "your quote is ready and we can start on Monday if the gate stays open for our two vans",
    "fr": "votre devis est prêt et nous pouvons commencer lundi si le portail reste ouvert pour nos camions",
}
WORDS = {language: sentence.split(" ") for language, sentence in SENTENCES.items()}
# What the verbalizer has shapes for: each is said, in whatever company.
FIGURES = [
    "617-555-0142", "01 99 00 12 34", "+1 617-555-0142", "$1,250.50", "49,90 €", "£20k", "10-15%", "3:30 pm", "9h30",
    "3/4", "12/31/2026", "March 3rd", "1er mai", "2nd", "Dr. Lee", "M. Roux", "sam@reyes.example", "www.reyes.example",
    "AB-1042", "R&D", "XIV", "½", "12 m²", "5'10\"", "#4417", "24/7", "v2.0", "LLC", "PME", "3x", "8x10", "-5 °C", "&",
    "l'UE", "iPhone", "n° 12", "A12", "1 000", "$5/mo", "Mon-Fri", "'90s", "the 1990s", "2024-2025", "~20", "C++",
]  # fmt: skip
SEEDS = [
    "a", "1", "é", "e\u0301", "I", "A.", "A'B", "aA", "w.", "www.", "a@", "a.b@", "a-", "A1-", "1-", "1 ", "1,",
    "1.", "1/", "1:1", "1/2 ", "1½ ", "$1", "$1,", "1 €", "k€", "1M-", "€", "%", "#-", "#a", "*12 ", "'", "- ",
    ", ", "…", "\n", "(", "((1)", "(6", "[", "7 ", "+1", "00 ", "12 34 ", "555-", "h1", "1h-", "24/7/", "~",
    "http://", "@a", "one ", "oh ", "jan 1", "1 jan", "2020-01-", "x-", "x 1", "Mon-", "Dr. ", ", AB", "(s)", "·e",
    "no 1 ", "AB to 12345 ", "don't ", "😀",
]  # fmt: skip


@cache
def spoken(text: str, language: str) -> Speech:
    slots = find_slots(text)
    return speak(text, slots, find_phones(text, slots), load(language), wpm=165.0)


def bare(text: str, language: str, wpm: float = 165.0) -> Speech:
    """The speech of a text in which nothing is taken for a merge tag or a phone number."""
    return speak(text, (), (), load(language), wpm=wpm)


def mixed(language: str, least: int = 1) -> some.SearchStrategy[str]:
    pieces = some.sampled_from([*WORDS[language], *FIGURES])
    gaps = some.sampled_from([" ", " ", " ", ", ", ". ", " - ", "\n", "... "])
    return some.lists(some.tuples(pieces, gaps), min_size=least, max_size=14).map(
        lambda parts: "".join(piece + gap for piece, gap in parts).rstrip()
    )


BOTH = some.sampled_from(LANGUAGES)
ANY = some.text(some.characters(), max_size=120)  # every code point there is, lone surrogates too
EITHER = BOTH.flatmap(lambda language: some.tuples(some.just(language), mixed(language)))


@settings(max_examples=400)
@given(some.one_of(EITHER, some.tuples(BOTH, ANY)))
@example(("en", "A'B'" * 2000))
@example(("fr", "ſİ½²٣ﬁ"))
@example(("en", "class VX and IIV"))
@example(("en", "²@reyes.example, a²3b.fr, 24/7/²"))
def test_units_follow_each_other_and_never_take_less_than_nothing(case: tuple[str, str]) -> None:
    language, text = case
    speech = spoken(text, language)
    assert 0 <= speech.seconds.low <= speech.seconds.best <= speech.seconds.high
    assert bool(speech.units) == (speech.seconds.best > 0) == (speech.words > 0)
    for before, after in zip(speech.units, speech.units[1:], strict=False):
        assert before.span.end <= after.span.start
        assert before.start <= before.end <= after.start
    for unit in speech.units:
        assert 0 <= unit.span.start < unit.span.end <= len(text)
        assert unit.spoken.strip() and 0 <= unit.low <= unit.end - unit.start <= unit.high


@cache
def vocabulary(language: str) -> list[str]:
    """Every text that the `[speech]` tables of a language name."""

    def texts(value: object) -> set[str]:
        if isinstance(value, str):
            return {value}
        if isinstance(value, dict):
            return set(value).union(*map(texts, value.values()))
        return set().union(*map(texts, value)) if isinstance(value, list) else set()

    tables = {name: table for name, table in load(language).section("speech").items() if name != "sounds"}
    return sorted(text for text in texts(tables) if len(text) < 30)


@some.composite
def crowded(draw: some.DrawFn) -> tuple[str, str, int, int]:
    """A language, words of its tables among figures and signs, and a stretch of them."""
    language = draw(BOTH)
    known = vocabulary(language)
    piece = some.sampled_from([*FIGURES, *SEEDS, *known, *WORDS[language], *map(str.upper, known)])
    gap = some.sampled_from([*"     \n-'/(»", ", ", ". ", " - ", "\u00a0", ": ", "! "])
    text = "".join(part for pair in draw(some.lists(some.tuples(piece, gap), max_size=9)) for part in pair)
    start = draw(some.integers(0, len(text)) | some.just(0))
    return language, text, start, draw(some.integers(start, len(text)) | some.just(len(text)))


@settings(max_examples=600)
@given(crowded())
@example(("en", "dance, TX'is! ", 0, 14))
@example(("en", "phase I and I", 0, 13))
@example(("fr", "OFFRE DE MARS POUR LA PME, NO 5", 0, 31))
def test_words_known_by_heart_are_said_as_where_they_stand(case: tuple[str, str, int, int]) -> None:
    """Reading chunk by chunk says what scanning the whole stretch says."""
    language, text, start, end = case
    table = load(language).section("speech")
    speaker, chunked, scanned = Speaker(table, ""), Stretches(), Stretches()
    speaker.say(text, start, end, chunked)
    for match in pattern(table).finditer(text, start, end):
        speaker.take(match, shouts(text[start:end]), scanned)
    assert chunked.all() == scanned.all()


@settings(max_examples=300)
@given(some.one_of(EITHER, some.tuples(BOTH, ANY)))
def test_every_letter_and_figure_is_covered(case: tuple[str, str]) -> None:
    language, text = case
    covered = {at for unit in bare(text, language).units for at in range(*unit.span)}
    assert not [text[at] for at in range(len(text)) if text[at].isalnum() and at not in covered]


@settings(max_examples=200)
@given(EITHER, some.data())
def test_adding_words_never_shortens(case: tuple[str, str], data: some.DataObject) -> None:
    language, text = case
    more = " ".join(data.draw(some.lists(some.sampled_from(WORDS[language]), min_size=1, max_size=3)))
    joint = data.draw(some.sampled_from([" ", ", ", ". "]))
    assert spoken(text + joint + more, language).seconds.best > spoken(text, language).seconds.best
    assert spoken(more + joint + text, language).seconds.best > spoken(text, language).seconds.best


@settings(max_examples=200)
@given(BOTH.flatmap(lambda language: some.tuples(some.just(language), mixed(language, 2), mixed(language, 2))))
def test_two_messages_last_nearly_as_long_as_both(case: tuple[str, str, str]) -> None:
    language, first, second = case
    apart = sum(spoken(f"{part}\n\n", language).seconds.best for part in (first, second))
    assert spoken(f"{first}\n\n{second}", language).seconds.best == pytest.approx(apart, abs=0.8)


@settings(max_examples=200)
@given(EITHER, some.floats(min_value=60, max_value=400))
def test_the_time_is_linear_in_one_over_the_rate(case: tuple[str, str], wpm: float) -> None:
    language, text = case
    one, other = bare(text, language, 100.0), bare(text, language, wpm)
    assert [value * wpm for value in other.seconds] == pytest.approx([value * 100.0 for value in one.seconds])
    assert [unit.start * wpm for unit in other.units] == pytest.approx([unit.start * 100.0 for unit in one.units])


@settings(max_examples=200)
@given(EITHER)
def test_every_figure_is_said_in_words(case: tuple[str, str]) -> None:
    language, text = case
    assert not [unit for unit in spoken(text, language).units if any(map(str.isdigit, unit.spoken))]


def _processor_seconds(text: str, language: str) -> float:
    started = time.process_time()
    speak(text, (), find_phones(text, ()), load(language), wpm=165.0)
    return time.process_time() - started


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", SEEDS)
def test_four_times_the_text_takes_about_four_times_as_long(seed: str, language: str) -> None:
    short, long = (seed * (size // len(seed)) for size in (2_000, 8_000))
    bound = 0.03 + 8 * min(_processor_seconds(short, language) for _ in range(2))
    assert min(_processor_seconds(long, language) for _ in range(2)) < bound
