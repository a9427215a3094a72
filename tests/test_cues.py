"""Cues: the notation, what it finds, and what it refuses."""

from __future__ import annotations

import marshal
import time

import pytest

from voicelint import catalog, language
from voicelint.compiler import CueError, compile_cues
from voicelint.cue_check import swallowed
from voicelint.cues import Matcher
from voicelint.words import split

EN = language.load("en")


def found(cues: list[str] | dict[str, list[str]], text: str) -> list[str]:
    named = cues if isinstance(cues, dict) else {"x": cues}
    pairs = [(label, phrase) for label, phrases in named.items() for phrase in phrases]
    matcher = compile_cues(pairs, {"fruit": ["apple", "passion fruit", "pear*"]}, EN)
    matches = [match for matches in matcher.find(split(text, (), EN)).values() for match in matches]
    return [text[slice(*match.span)] for match in sorted(matches, key=lambda match: match.first)]


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("saw your post", "I SAW your Post, twice", ["SAW your Post"]),
        ("saw your post", "I saw your poster", []),
        ("i have (not|) called", "I've called. I haven't called", ["I've called", "I haven't called"]),
        ("(a|two (red|green)) bag*", "two green bags, a bag", ["two green bags", "a bag"]),
        ("save ... hours", "We save you and them ten whole hours", []),
        ("save ... hours", "We save you ten whole hours", ["save you ten whole hours"]),
        ("save ... hours", "We save. You lose hours", []),
        ("an @fruit", "an apple, an passion fruit, an pears", ["an apple", "an passion fruit", "an pears"]),
        ("<person> called", "Then Priya Nair called", ["Priya Nair called"]),
        ("cut it by <percent>", "cut it by 20 %, cut it by 20", ["cut it by 20 %"]),
        ("l'heure", "l’heure", ["l’heure"]),
    ],
)
def test_notation(cue, text, expected):
    assert found([cue], text) == expected


def test_a_sentence_end_parts_but_a_comma_does_not():
    assert found(["call me back"], "Call me, back. Call me. Back") == ["Call me, back"]


def test_a_veto_strikes_what_it_touches_under_its_label_only():
    cues = {"value.free": ["free"], "value": ["!feel free"], "other": ["free"]}
    assert found(cues, "Feel free. It is free") == ["free", "free", "free"]


def test_the_longer_of_two_matches_of_a_label_is_kept():
    assert found(["your post", "saw your post today"], "I saw your post today") == ["saw your post today"]


@pytest.mark.parametrize(
    ("cue", "reason"),
    [
        ("", "empty"),
        ("(a|)", "no word at all"),
        ("... a", "begins or ends"),
        ("a (b", "nothing closes"),
        ("a ) b", "stray"),
        ("a <nowhere>", "no known place"),
        ("a @nothing", "no known list"),
        ("a & b", "could be said"),
        ("x*", "too short"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(cue, reason):
    with pytest.raises(CueError, match=reason) as caught:
        compile_cues([("value.concrete", cue)], {}, EN)
    assert caught.value.label == "value.concrete"
    assert caught.value.phrase == cue


def test_a_list_that_holds_itself_is_refused():
    with pytest.raises(CueError, match="holds itself"):
        compile_cues([("x", "@loop")], {"loop": ["a @loop"]}, EN)


def test_a_compiled_matcher_survives_as_data():
    matcher = compile_cues([("x", "save* ... <percent>"), ("x", "!save us")], {}, EN)
    again = Matcher.from_data(marshal.loads(marshal.dumps(matcher.to_data())))
    for text in ("We saved them 20%.", "Save us 20%."):
        words = split(text, (), EN)
        assert again.find(words) == matcher.find(words)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_cue_of_a_move_is_swallowed_by_another(code):
    cues = list(catalog.move_cues(code))
    assert swallowed(cues, {}, language.load(code)) == []


def test_a_swallowed_cue_is_named_with_the_one_that_swallows_it():
    cues = [("x", "your post"), ("x", "saw your (post|talk)"), ("x", "saw your post"), ("y", "saw your post")]
    assert swallowed(cues, {}, EN) == [("x", "saw your post", "your post")]


def test_time_grows_no_faster_than_the_text():
    matcher = compile_cues([("x", "i (saw|read) ... your ... post"), ("x", "saw ... your")], {}, EN)

    def seconds(times: int) -> float:
        words = split("I saw saw your your " * times, (), EN)
        took = []
        for _ in range(4):
            start = time.process_time()
            matcher.find(words)
            took.append(time.process_time() - start)
        return min(took)

    assert seconds(20_000) < 100 * max(seconds(1_000), 0.001)  # 20 times the text; squared would be 400
