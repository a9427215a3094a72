"""The cut plan: what goes first, and what never goes."""

from __future__ import annotations

import itertools
import re

import pytest

from voicelint import cutplan
from voicelint.draft import Draft
from voicelint.library import Linter
from voicelint.script import whole
from voicelint.source import Source

LONG_EN = (
    "Hi Jordan, this is Sam Patel from Brightline Freight, hope you're having a great week. "
    "I saw that you opened a second warehouse in Denver last month. "
    "We help shippers cut detention fees by about 30 percent. "
    "We paint our lorries blue and have nine depots in the north. "
    "Call me back at 617-555-0142, that's 617-555-0142. Have a great day!"
)
LONG_FR = (
    "Bonjour Madame Morel, Thomas Girard, de Clarté Énergie. "
    "J'ai lu que vous installez une seconde agence à Brest. "
    "Nous avons réduit de 18 % la facture d'électricité de trois voisins. "
    "Rappelez-moi au 01 99 00 12 34. Je répète : 01 99 00 12 34. Bonne journée."
)


def draft(text: str, **choices: str) -> Draft:
    source = Source(text, "draft.txt")
    return Linter().draft(source, whole(source), **choices)


def cuts(text: str, **choices: str) -> list[str]:
    made = draft(text, **choices)
    return [made.text[cut.span.start : cut.span.end].strip() for cut in cutplan.plan(made)]


def test_a_repeated_number_and_courtesy_go_before_sentences() -> None:
    found = cuts(LONG_EN)
    assert found[:2] == [", that's 617-555-0142", ", hope you're having a great week"]
    assert any("lorries" in cut for cut in found)


def test_french_repetition_goes_first() -> None:
    assert cuts(LONG_FR)[0] == "Je répète : 01 99 00 12 34."


@pytest.mark.parametrize("text", [LONG_EN, LONG_FR])
def test_what_the_message_lives_by_stays(text: str) -> None:
    made = draft(text)
    cut = [cut.span for cut in cutplan.plan(made)]
    number = made.phones[0].span
    kept = [move.span for name in ("identity", "context", "value") for move in made.moves_of(name)]
    assert kept
    assert not [span for span in (number, *kept) for other in cut if span.overlaps(other)]


def test_a_cut_gives_back_what_it_says() -> None:
    made = draft(LONG_EN)
    for cut in cutplan.plan(made):
        rest = made.text[: cut.span.start] + cut.text + made.text[cut.span.end :]
        saved = made.speech.seconds.best - draft(rest).speech.seconds.best
        assert saved == pytest.approx(cut.seconds, abs=0.6)


def test_cuts_do_not_overlap_and_stop_when_it_fits() -> None:
    made = draft(LONG_EN, length="20-26")
    spans = sorted(cut.span for cut in cutplan.plan(made))
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert len(spans) < len(cutplan.plan(draft(LONG_EN)))


def test_a_short_message_loses_nothing() -> None:
    assert cuts("Hi Dana, Sam at Northwind. Call me on 617-555-0142.") == []


@pytest.mark.parametrize("message", [LONG_EN, LONG_FR])
def test_what_is_cut_leaves_whole_sentences(message: str) -> None:
    made = draft(message)
    text = made.text
    for cut in sorted(cutplan.plan(made), reverse=True):
        text = text[: cut.span.start] + cut.text + text[cut.span.end :]
    assert text.endswith(("!", "."))
    assert not re.search(r"  |[,.!] ?[.,!]", text), text


def test_a_goodbye_behind_a_cut_sentence_goes_too() -> None:
    text = LONG_EN.replace(
        " Call me back at 617-555-0142, that's 617-555-0142.", " I'm on 617-555-0142. That's 617-555-0142."
    )
    made = draft(text, length="8-10")
    plan = cutplan.plan(made)
    assert "Have a great day!" in [made.text[cut.span.start : cut.span.end].strip() for cut in plan]
    assert all(not before.span.overlaps(after.span) for before, after in itertools.combinations(plan, 2))
