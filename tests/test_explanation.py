"""What is told of a rule to whoever asks: the whole of it in each language, in the language of the asker."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from test_cli import BAD, FRENCH, run
from test_packs import RULE
from test_rules import assert_french_spacing

from voicelint import language
from voicelint.asker import language_of_asker
from voicelint.catalog import builtin
from voicelint.config import Config
from voicelint.detection import detect
from voicelint.explanation import explanation
from voicelint.flags import parsed
from voicelint.interface import interface
from voicelint.language import read_toml
from voicelint.library import Linter
from voicelint.manual import page
from voicelint.rule import EXPLAINING_KEYS, Rule
from voicelint.rule_pages import about_rules
from voicelint.terminal import columns

RULES = list(builtin().rules.values())
by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
OTHERS = [code for code in language.codes() if code != "en"]


@by_name
@pytest.mark.parametrize("code", OTHERS)
def test_every_text_of_a_rule_is_there_in_every_language(rule: Rule, code: str) -> None:
    data = read_toml(str(ROOT / "rules" / f"{rule.name}.toml"))
    told, english = data[code], explanation(rule, "en")
    assert {key for key in EXPLAINING_KEYS if told.get(key)} == {key for key in EXPLAINING_KEYS if english.get(key)}
    assert len(told["sources"]) == len(english["sources"])
    assert [key for key in EXPLAINING_KEYS if key in told and told[key] == english[key]] == []
    whole = " ".join(explanation(rule, code)[key] for key in ("summary", "why", "exceptions", "known_false_alarms"))
    assert detect(whole).code == code, detect(whole)


@by_name
def test_french_is_typeset_as_the_french_do(rule: Rule) -> None:
    for key, told in explanation(rule, "fr").items():
        for text in told if key == "sources" else [told]:
            said = re.sub(r"`[^`]*`", "code", text)
            assert_french_spacing(said)
            assert not re.search(r"[\"“”]|\.\.\.|--(?!\w)| [,.]|  ", said), said
    assert explanation(rule, "fr")["summary"][-1] == "."


@by_name
def test_the_french_page_has_no_english_around_the_texts(rule: Rule) -> None:
    shown, english = page(rule, "fr"), page(rule, "en")
    headings = [line for line in english.splitlines() if line.startswith("## ")]
    kept = {"## Options", "## Sources"}
    assert [line for line in shown.splitlines() if line in set(headings) - kept] == []
    assert len([line for line in shown.splitlines() if line.startswith("## ")]) == len(headings)
    assert shown.index("Exemples (fr)") < shown.index("Exemples (en)")
    assert english.index("Examples (en)") < english.index("Examples (fr)")
    assert not re.search(r"^- (severity|on in|silent|since|speaks)\b", shown, re.MULTILINE)


@by_name
@pytest.mark.parametrize("code", language.codes())
def test_a_page_says_what_to_do(rule: Rule, code: str) -> None:
    section = page(rule, code).partition(f"## {interface(code).manual('advice')}\n\n")[2].partition("\n\n")[0]
    assert section and "{" not in section and "….." not in section
    for advice in rule.blocks[code].advice.values():
        assert interface(code).typeset(re.sub(r"\{\w+\}", "…", advice).replace("….", "…")) in section


@pytest.mark.parametrize("code", language.codes())
def test_pages_and_list_stay_within_eighty_columns(code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    flags = ["--isolated", "--reader-language", code]
    texts = [about_rules(parsed([*flags, "--explain", rule.name])) for rule in RULES]
    texts.append(about_rules(parsed([*flags, "--list-rules"])))
    wide = {line for text in texts for line in text.splitlines() if columns(line) > 80 and " " in line.strip("-> ")}
    assert wide == set()
    assert "<U+" not in "".join(texts)  # nothing that a terminal is kept from seeing


@pytest.mark.parametrize(
    ("choices", "environment", "code"),
    [
        ({}, {}, "en"),
        ({}, {"LANG": "fr_FR.UTF-8"}, "fr"),
        ({}, {"LANG": "fr"}, "fr"),
        ({}, {"LANG": "fr_CA@euro"}, "fr"),
        ({}, {"LANG": "C.UTF-8"}, "en"),
        ({}, {"LANG": "de_DE.UTF-8"}, "en"),
        ({}, {"LANG": "frp_IT.UTF-8"}, "en"),  # Arpitan
        ({}, {"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en"),
        ({}, {"LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "en_US.UTF-8"}, "fr"),
        ({}, {"LC_MESSAGES": "en_GB", "LANG": "fr_FR.UTF-8"}, "en"),
        ({}, {"LC_CTYPE": "fr_FR.UTF-8"}, "en"),
        ({"reader": "en"}, {"LANG": "fr_FR.UTF-8"}, "en"),
        ({"reader": "en", "language": "fr"}, {"LANG": "fr_FR.UTF-8"}, "en"),
        ({"language": "fr"}, {"LANG": "en_US.UTF-8"}, "fr"),
        ({"language": "auto"}, {"LANG": "fr_FR.UTF-8"}, "fr"),
    ],
)
def test_the_language_of_the_asker(choices: dict[str, str], environment: dict[str, str], code: str) -> None:
    assert language_of_asker(choices, environment) == code


def test_the_command_answers_in_the_language_of_the_asker(tmp_path: Path) -> None:
    def answers(*arguments: str, locale: str = "fr_FR.UTF-8") -> tuple[str, str]:
        told, listed = (
            run(*arguments, *asked, cwd=tmp_path, LC_ALL=locale)
            for asked in (("--explain", "missing-context"), ("--list-rules",))
        )
        assert told.returncode == listed.returncode == 0
        return told.stdout, listed.stdout

    for told, listed in (answers(), answers("--reader-language", "fr", locale="C"), answers("--language", "fr")):
        assert "## Pourquoi" in told and "Comment avez-vous eu mon numéro\u00a0?" in told
        assert "Dit à voix haute" in listed and "Said aloud" not in listed
    for told, listed in (answers(locale="C"), answers("--reader-language", "en")):
        assert "## Why" in told and "How did you get my number?" in told
        assert "Said aloud" in listed and "Dit à voix haute" not in listed
    (tmp_path / "voicelint.toml").write_text('reader-language = "fr"\n', encoding="utf-8")
    assert "## Pourquoi" in answers(locale="C")[0]
    assert "## Why" in answers("--reader-language", "en", locale="C")[0]


def test_linting_reads_no_explanation() -> None:
    """They are most of what a person reads of a rule file, and stand in a snapshot of their own."""
    for rule in RULES:
        assert not set(EXPLAINING_KEYS) & rule.data.keys()
        assert not any(set(EXPLAINING_KEYS) & rule.data[code].keys() for code in language.codes())


PACK = f"""{RULE}
[fr]
message = "« {{phrase}} » n'est pas notre au revoir."
advice  = "Dites « bonne journée »."
why     = "Chez nous, on dit au revoir."
cues    = ["salut"]
pass    = ["Merci, bonne journée."]
fail    = ["Merci, ==salut==."]
"""


def test_a_rule_of_a_project_tells_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "no-cheers.toml").write_text(PACK, encoding="utf-8")
    rule = Linter(Config(rule_folders=(str(tmp_path),))).catalog.rules["no-cheers"]
    assert explanation(rule, "en")["why"] == "Our house style says goodbye."
    french = page(rule, "fr")
    assert "Chez nous, on dit au revoir." in french  # its own words where it has them
    assert "The message ends with “cheers”." in french  # else those of the file's top
    assert "Dites «\u00a0bonne journée\u00a0»." in french


@pytest.mark.parametrize(("draft", "heading"), [(BAD, "## Why"), (FRENCH, "## Pourquoi")], ids=["en", "fr"])
def test_a_report_names_a_command_that_explains_in_its_language(draft: str, heading: str, tmp_path: Path) -> None:
    """Where the system names no language, as on most servers."""
    (tmp_path / "draft.txt").write_text(draft, encoding="utf-8")
    *_, last = run("draft.txt", cwd=tmp_path, LC_ALL="C").stdout.splitlines()
    command = re.search(r"voicelint ((?:--[\w-]+ [\w-]+ )*--explain [\w-]+) ", last)
    assert command and columns(last) <= 80, last
    assert heading in run(*command[1].split(), cwd=tmp_path, LC_ALL="C").stdout


@pytest.mark.parametrize("code", language.codes())
def test_a_page_fits_a_terminal_that_knows_western_letters_alone(code: str, tmp_path: Path) -> None:
    """No quotation mark, dash or dots stand as their code (`\\u201c`)."""
    asked = ("--reader-language", code, "--explain", "missing-context")
    shown = run(*asked, cwd=tmp_path, PYTHONIOENCODING="iso-8859-15").stdout
    assert "\\u" not in shown and "\\x" not in shown
    assert '"' in shown
