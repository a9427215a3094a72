"""Reading ease: by the formula of the language, without a download, loaded by nobody who does not ask."""

from __future__ import annotations

import subprocess
import sys

import pytest

import voicelint
from voicelint import language
from voicelint.config import Config, Selection
from voicelint.language import Language
from voicelint.readability import reading_ease, syllables

EASY = {"en": [["Your", "roof", "lost", "some", "tiles"]], "fr": [["Votre", "toit", "perd", "des", "tuiles"]]}
HARD = {
    "en": [["organisational", "transformation", "necessitates", "interdisciplinary", "collaboration"]],
    "fr": [["transformation", "organisationnelle", "nécessitant", "collaboration", "interdisciplinaire"]],
}
OFFLINE = """
import socket, sys
def refuse(*_, **__): raise AssertionError("the network is asked")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
import voicelint
from voicelint.config import Config, Selection
linter = voicelint.Linter(Config(selection=Selection(select=("listening-ease",))))
text = "Our organisation facilitates comprehensive operational transformation initiatives for multinational" \\
    " manufacturing corporations in Brwxtz, considerably accelerating implementation of sustainability strategies."
print([finding.rule for finding in linter.lint(text, language="en").findings], "nltk" in sys.modules)
"""


@pytest.mark.parametrize("code", EASY)
def test_short_words_are_easier_than_long_ones(code: str) -> None:
    easy, hard = (reading_ease(words[code], language.load(code)) for words in (EASY, HARD))
    assert easy is not None
    assert hard is not None
    assert easy > 80 > 20 > hard


def test_the_formula_is_that_of_flesch() -> None:
    ease = reading_ease([["we", "can", "begin"], ["today"]], language.load("en"))
    assert ease == pytest.approx(206.835 - 1.015 * 2 - 84.6 * 6 / 4)


@pytest.mark.parametrize(("word", "code", "count"), [("Northwind", "en", 2), ("returns", "en", 2), ("retour", "fr", 2)])
def test_syllables_of_known_and_unknown_words(word: str, code: str, count: int) -> None:
    assert syllables(word, code) == count


def test_a_language_without_constants_has_no_ease() -> None:
    assert reading_ease([["hallo"]], Language("de", {})) is None
    assert reading_ease([], language.load("en")) is None


def test_nothing_is_downloaded() -> None:
    said = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "['listening-ease'] False"


@pytest.mark.parametrize("asked", [False, True])
def test_textstat_is_loaded_only_by_the_rule_that_asks(asked: bool) -> None:
    chosen = "Config(selection=Selection(select=('listening-ease',)))" if asked else "Config()"
    code = (
        "import sys, voicelint; from voicelint.config import Config, Selection;"
        f"voicelint.Linter({chosen}).lint('{'A word for you. ' * 8}', language='en'); print('textstat' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == str(asked)


def test_the_option_sets_the_limit() -> None:
    from voicelint.config import RuleChoice

    text = (
        "Hi Dana, Sam Reyes from Northwind. I read your interview on store returns. I can help you to halve the cost."
    )
    for least, found in ((0.0, []), (120.0, ["listening-ease"])):
        choice = {"listening-ease": RuleChoice(None, {"least": least})}
        linter = voicelint.Linter(Config(selection=Selection(("listening-ease",), (), choice)))
        assert [finding.rule for finding in linter.lint(text, language="en").findings] == found
