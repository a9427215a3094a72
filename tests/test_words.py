"""Words: what is said, where it stands, and which words may be names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicelint import language
from voicelint.slots import Slot, find_slots
from voicelint.source import Span
from voicelint.words import NAME, SLOT, Builder, fold, split, splitter

EN, FR = language.load("en"), language.load("fr")


def said(text: str, spoken=EN) -> list[str]:
    return split(text, (), spoken).folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm sure we've met", "i am sure we have met"),
        ("im sure we didnt", "i am sure we did not"),
        ("Priya’s team won't", "priya s team will not"),
        ("It's Ann. That's all", "it is ann that is all"),
        ("a follow-up — not e-mail", "a follow up not e mail"),
        ("SAVE 20% OR $1,500.50", "save 20% or $1,500.50"),
        ("naïve CAFÉ", "naive cafe"),
    ],
)
def test_english_words(text, words):
    assert said(text) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("J'ai vu qu'aujourd'hui l’agence", "je ai vu que aujourdhui le agence"),
        ("rappelez-moi, a-t-il dit", "rappelez moi a te il dit"),
        ("Un œuf, cœur à cœur", "un oeuf coeur a coeur"),
    ],
)
def test_french_words(text, words):
    assert said(text, FR) == words.split()


def test_thousands_stand_together():
    assert said("3 000 € ou 3 000 €", FR) == ["3 000 €", "ou", "3 000 €"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hi Dana. It's Mr. Smith. Call me!", ["Hi Dana", "It's Mr. Smith", "Call me"]),
        ("See acme.example for J. Smith", ["See acme.example for J. Smith"]),
        ("I saw... your post. Then I left", ["I saw... your post", "Then I left"]),
        ("Hello\n\nthere", ["Hello", "there"]),
        ("one line\nand the next", ["one line\nand the next"]),
    ],
)
def test_sentences(text, sentences):
    assert [text[slice(*span)] for span in split(text, (), EN).sentences] == sentences


def names(text: str) -> list[str]:
    words = split(text, (), EN)
    return [word for word, kind in zip(words.folded, words.kinds, strict=True) if kind == NAME]


def test_names_are_told_by_capitals():
    assert names("Hi Dana, Could Priya Nair call on Monday?") == ["dana", "priya", "nair"]


def test_names_without_capitals_are_the_uncommon_words():
    assert names("hi dana its priya from northwind call me back") == ["dana", "priya", "northwind"]
    assert names("HI DANA CALL ME BACK") == ["dana"]


def test_a_slot_is_one_word_with_its_meaning_and_a_phone_number_is_one_word():
    text = "Hi {{first_name}}, call 617-555-0142"
    slot = Slot(Span(3, 17), "value", "{{}}", "first_name", "recipient")

    class Number:
        span = Span(24, 36)

    words = split(text, [slot], EN, [Number()])
    assert words.folded == ["hi", "<recipient>", "call", "phone"]
    assert words.kinds[1] == SLOT
    assert words.span(1, 1) == slot.span


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Call [Name]. It is Sam.", 2),
        ("Near {approx|about}. Reyes Street.", 1),  # a choice is said as its first words, which may be short for others
        ("Hi there [smile]. It is Sam.", 2),
        ("It is Sam [pause]. Bye.", 2),
        ("Is that you, [Name]? Bye!", 2),
    ],
)
def test_a_stop_right_behind_a_tag_ends_the_sentence_as_behind_a_word(text, sentences):
    assert len(split(text, find_slots(text), EN).sentences) == sentences


def test_what_is_not_said_is_no_word():
    text = "Hi [smile] Dana"
    assert split(text, [Slot(Span(3, 10), "direction", "[]")], EN).folded == ["hi", "dana"]


@given(st.text(max_size=200), st.sampled_from([EN, FR]))
def test_any_text_gives_places_inside_it_in_order(text, spoken):
    words = split(text, (), spoken)
    assert all(0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True))
    assert list(words.starts) == sorted(words.starts)
    assert len(words) == len(words.marks) == len(words.folded) == len(words.kinds)
    assert [at for at, mark in enumerate(words.marks) if mark == "."] == list(words.firsts)
    assert all(span.start < span.end for span in words.sentences)


# Pieces that mean something else beside some neighbours, across a space or a line that is empty but for spaces.
PIECES = [
    "a",
    "Sam",
    "I'm",
    "M.",
    "5",
    "000",
    "€",
    "$5",
    "...",
    "…",
    ".",
    "!",
    "-",
    ",",
    "\n",
    "\n\n",
    "\t",
    "\u00a0",
    "B",
    '"',
]


@given(st.lists(st.sampled_from([*PIECES, *[" "] * len(PIECES)]), max_size=40).map("".join), st.sampled_from([EN, FR]))
def test_what_lies_between_two_spaces_is_known_again_only_where_its_place_says_no_more(text, spoken):
    whole = Builder(splitter(spoken).cutter, text)
    whole.scan(0, len(text))
    words, scanned = split(text, (), spoken), whole.words()
    for column in ("starts", "ends", "folded", "kinds", "marks", "firsts", "sentences", "cased"):
        assert getattr(words, column) == getattr(scanned, column), column


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
