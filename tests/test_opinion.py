"""The second opinion: asked only before a finding that something is missing, the same on every run, and small."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from voicelint import language, opinion
from voicelint.finding import Move
from voicelint.lessons import Lesson, lessons
from voicelint.library import Linter
from voicelint.logistic import learn, logistic, shift
from voicelint.script import whole
from voicelint.source import Source
from voicelint.training import by_sentence, left_out, linear, main

LINTER = Linter()
# Nothing in these tells how the caller came here, or what the listener gains.
BARE = {
    "en": "Hi Dana, this is Sam Reyes from Northwind. Please call me back on 617-555-0142. Thanks, bye.",
    "fr": "Bonjour Madame Roche, Karim Belkacem, de Novatri. Merci de me rappeler au 01 99 00 12 34. Au revoir.",
}
COMPLETE = {
    "en": "Hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number. You could save two hours a day. "
    "Call me on 617-555-0142.",
    "fr": "Bonjour Madame Roche, Karim Belkacem, de Novatri. Anna Petit m'a donné votre numéro. Vous pourriez gagner "
    "deux heures par jour. Rappelez-moi au 01 99 00 12 34.",
}


def asked(text: str, code: str, move: str) -> tuple[Move, ...]:
    source = Source(text)
    return LINTER.draft(source, whole(source), language=code).ask_opinion(move)


@pytest.mark.parametrize("code", language.codes())
@pytest.mark.parametrize("move", opinion.MOVES)
def test_a_bare_message_stays_bare(code: str, move: str) -> None:
    assert asked(BARE[code], code, move) == ()


@pytest.mark.parametrize("code", language.codes())
def test_an_empty_message_makes_nothing(code: str) -> None:
    assert asked("", code, "value") == asked(" .\n", code, "value") == ()


def test_a_move_nobody_learnt_is_not_found() -> None:
    assert asked(BARE["en"], "en", "greeting") == ()


def test_an_opinion_shows_its_sentence_and_how_sure_it_is() -> None:
    judge = opinion.Judge(-200, 0.5, {"@gain": 100, "shelves": 150, "your shelves": 125})
    lists = opinion.Lists({"gain": ["fill*", "more of"]})
    assert judge.probability(opinion.features(("your", "shelves", "fill"), lists)) == 0.85
    assert judge.probability(opinion.features(("my", "shelves"), lists)) == 0.38


@pytest.mark.parametrize(("text", "count"), [("One two. Three four!", 2), ("word " * 100, 5), ("a, " * 45, 2), ("", 0)])
def test_stretches_cover_every_word_once(text: str, count: int) -> None:
    source = Source(text)
    words = LINTER.draft(source, whole(source), language="en").words
    found = list(opinion.stretches(words))
    assert [at for first, last in found for at in range(first, last + 1)] == list(range(len(words)))
    assert len(found) == count
    assert all(last - first < 30 for first, last in found)


def loaded_by(text: str) -> set[str]:
    code = (
        "import sys; from voicelint import lint; lint(sys.argv[1]); print(*(name for name in sys.modules if "
        "name in {'spacy', 'numpy', 'voicelint.nlp', 'voicelint.opinion'}))"
    )
    command = [sys.executable, "-c", code, text]
    return set(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split())


@pytest.mark.parametrize("code", language.codes())
def test_a_message_with_everything_asks_for_no_opinion(code: str) -> None:
    assert loaded_by(COMPLETE[code]) == set()


@pytest.mark.parametrize("code", language.codes())
def test_the_opinion_loads_no_spacy(code: str) -> None:
    assert loaded_by(BARE[code]) == {"voicelint.opinion"}


def test_scores_do_not_hang_on_the_order_of_hashes() -> None:
    code = (
        "import sys; from pathlib import Path; from voicelint.lessons "
        "import lessons; from voicelint.opinion import judges\n"
        "for lesson in lessons(Path('corpus/fr/toiture.toml')):\n"
        "    print([judges('fr')['value'].probability(one.features) for one in lesson.sentences])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert "0." in said.pop()


def test_what_else_a_sentence_does_is_told_by_its_stretch() -> None:
    source = Source("Hi Dana. Please call me back. We saw the rain.")
    draft = LINTER.draft(source, whole(source), language="en")
    found = opinion.beside(draft, list(opinion.stretches(draft.words)))
    assert ["#greeting" in others for others in found] == [True, False, False]
    assert ["#ask" in others for others in found] == [False, True, False]


def test_single_sentences_teach_and_are_never_measured(tmp_path: Path) -> None:
    (tmp_path / "sentences").mkdir()
    text = (
        '[[group]]\nmakes = ["value.vague"]\nsentences = ["It pays."]\n[[group]]\nmakes = []\nsentences = ["Hello."]\n'
    )
    (tmp_path / "sentences" / "en.toml").write_text(text, encoding="utf-8")
    taught = list(lessons(tmp_path))
    assert [(lesson.language, lesson.source) for lesson in taught] == [("en", "")] * 2
    assert [lesson.makes("value") for lesson in taught] == [True, False]
    assert [one.makes["value.vague"] for lesson in taught for one in lesson.sentences] == [True, False]
    assert left_out(taught, "value", linear) == []


def test_nothing_is_learnt_from_scripts_that_are_held_out(tmp_path: Path) -> None:
    lessons_of(tmp_path / "held", STRANGER)
    assert [lesson.row.name for lesson in lessons_of(tmp_path, TAILOR)] == ["en/calls: tailor"]


SCRIPT = """
[[script]]
name = "{name}"
profile = "cold"
voicemail = "{text}"
{more}
"""
TAILOR = {"name": "tailor", "text": "Your coat is here. It is ready now.", "more": "findings = []\ndoubt = ['context']"}
TAILOR["more"] += "\nmoves = { context = { encounter = ['It is ready now.'] } }"
STRANGER = {"name": "stranger", "text": "Our spring sale is here. It is ready now.", "more": "findings = []"}


def lessons_of(folder: Path, *scripts: dict[str, str]) -> list[Lesson]:
    (folder / "en").mkdir(parents=True)
    text = "".join(SCRIPT.format(**script) for script in scripts)
    (folder / "en" / "calls.toml").write_text(text, encoding="utf-8")
    return list(lessons(folder))


def test_the_message_as_a_whole_tells_apart_what_a_sentence_alone_cannot(tmp_path: Path) -> None:
    tailor, stranger = lessons_of(tmp_path, TAILOR, STRANGER)
    taught = [tailor, stranger] * 20
    same = by_sentence(taught, "context")
    assert same(tailor)[1] == same(stranger)[1]
    judged = linear(taught, "context")
    assert judged(tailor)[1] > judged(stranger)[1] + 100


def test_a_script_that_a_second_reader_doubts_is_not_among_the_sure(tmp_path: Path) -> None:
    tailor, stranger = lessons_of(tmp_path, TAILOR, STRANGER)
    assert (tailor.row.sure["missing context"], stranger.row.sure["missing context"]) == (False, True)
    assert tailor.row.sure["missing value"]


def test_a_text_without_end_counts_as_a_message_up_to_a_point() -> None:
    assert opinion.in_all([{"one"}] * 40 + [{"more"}]) == {"one"}


def test_measuring_tells_what_sources_left_out_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--measure", "--language", "en", "--corpus", str(ROOT / "tests" / "cases" / "lessons")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in lines] == ["missing context"] * 6 + ["missing value"] * 6
    assert [line.split()[3] for line in lines] == ["sure", "all"] * 6
    assert all("P " in line and "F1 " in line for line in lines)


def test_learning_gives_the_same_weights_in_any_order() -> None:
    sentences = [(("you", "save"), True), (("you", "call"), False), (("we", "save"), False), (("you", "win"), True)] * 5
    bias, weights = learn(sentences)
    mixed = random.Random(3).sample(sentences, len(sentences))
    other_bias, other_weights = learn(mixed)
    assert bias == pytest.approx(other_bias, abs=0.005)
    assert weights == pytest.approx(other_weights, abs=0.005)
    assert weights["win"] > 0.5 > -0.5 > weights["call"]


@pytest.mark.parametrize("code", language.codes())
def test_models_are_small_and_well_formed(code: str) -> None:
    path = ROOT / "voicelint" / "models" / f"{code}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    assert path.stat().st_size < 2_000_000  # a quarter of it when packed; 3 MB in the wheel is the bound
    assert list(data["weights"]) == sorted(data["weights"])
    assert set(opinion.MOVES) <= set(data["moves"])
    for move in opinion.MOVES:
        assert 0.3 <= data["moves"][move]["threshold"] < 1
    assert all(len(row) == len(data["moves"]) and any(row) for row in data["weights"].values())


def test_a_profile_that_somebody_declares_counts_for_the_opinion() -> None:
    text = "Hello, Heatright here for Mrs Pugh. The part has turned up. When shall we come? 01632 960 471."

    def odds(**choices: str) -> int:
        draft = LINTER.draft(Source(text), whole(Source(text)), language="en", **choices)
        return opinion.judges("en")["whole context"].odds(draft.heard)

    assert odds(profile="cold") < odds() < odds(profile="warm") < odds(profile="reminder")


def test_a_shift_makes_the_expected_share_the_true_one() -> None:
    logits = [-2.0, -1.0, 0.0, 1.0, 3.0] * 40
    added = shift(logits, makes=150)
    assert sum(logistic(logit + added) for logit in logits) == pytest.approx(150, abs=0.5)
    assert shift([], makes=0) == 0
