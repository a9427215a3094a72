"""The configuration: found, read, checked, and asked about a path."""

import subprocess
import sys
from pathlib import Path

import pytest

from voicelint import config, config_place
from voicelint.config import Config, ConfigError, Override, RuleChoice, Selection
from voicelint.finding import Severity

FULL = """\
language = "fr"
profile = "warm"
length = "12-20"
wpm = { en = 150, fr = 160.5 }
fail-on = "warning"
ignore = ["jargon"]
rules = ["our-rules"]
exclude = ["archive/**"]

[rule.spoken-length]
severity = "warning"
options = { margin = 2 }

[[overrides]]
paths = ["collections/**"]
profile = "collection"
ignore = ["missing-value"]
rule.jargon.severity = "info"
"""


def load(folder: Path, text: str, name: str = "voicelint.toml") -> Config:
    """The configuration of a file with that text."""
    (folder / name).write_text(text, encoding="utf-8")
    return config.load(str(folder / name))


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    read = load(tmp_path, FULL)
    assert read.settings == {
        "language": "fr",
        "profile": "warm",
        "length": "12-20",
        "wpm": {"en": 150, "fr": 160.5},
    }
    assert read.fail_on is Severity.warning
    assert read.rule_folders == (str(tmp_path / "our-rules"),)
    assert read.selection.rules["spoken-length"] == RuleChoice(Severity.warning, {"margin": 2})


def test_an_override_speaks_for_its_paths_only(tmp_path: Path) -> None:
    read = load(tmp_path, FULL)
    inside, outside = str(tmp_path / "collections/first.md"), str(tmp_path / "cold/first.md")
    assert read.settings_for(inside)["profile"] == "collection"
    assert read.settings_for(outside)["profile"] == "warm"
    assert read.selection_for(inside).ignore == ("jargon", "missing-value")
    assert read.selection_for(inside).rules["jargon"].severity is Severity.info
    assert "jargon" not in read.selection_for(outside).rules


def test_what_stands_beside_a_script_goes_before_the_file_and_flags_before_both() -> None:
    chosen = Config(settings={"profile": "warm", "goal": "email"}, forced={"profile": "cold"})
    assert chosen.settings_for("a.md", {"profile": "reminder", "goal": "none"}) == {
        "profile": "cold",
        "goal": "none",
    }


def test_later_overrides_win() -> None:
    first = Override(("*.md",), {"profile": "warm"}, Selection(select=("jargon",)))
    second = Override(("a.md",), {"profile": "inbound"}, Selection(select=("missing-value",)))
    chosen = Config(overrides=(first, second))
    assert chosen.settings_for("a.md")["profile"] == "inbound"
    assert chosen.selection_for("a.md").select == ("missing-value",)
    assert chosen.selection_for("b.md").select == ("jargon",)


def test_flags_go_before_the_file_and_its_overrides(tmp_path: Path) -> None:
    read = load(tmp_path, FULL).with_flags({"profile": "cold"}, Selection(select=("jargon",)), Severity.info)
    inside = str(tmp_path / "collections/first.md")
    assert read.settings_for(inside)["profile"] == "cold"
    assert read.selection_for(inside).select == ("jargon",)
    assert read.selection_for(inside).ignore == ("missing-value",)
    assert read.fail_on is Severity.info


def test_rule_names_say_where_they_stand(tmp_path: Path) -> None:
    assert load(tmp_path, FULL).rule_names() == {
        "jargon": "ignore",
        "spoken-length": "rule.spoken-length",
        "missing-value": "overrides.0.ignore",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profil = "warm"', ":1: profil: unknown; did you mean profile?"),
        ("\nwpm = 20", ":2: wpm: must be greater than or equal to 40"),
        ("wpm = true", ":1: wpm: must be a number"),
        ('wpm = { fr = "slow" }', ":1: wpm.fr: must be a number"),
        (
            'length = "8 to 14"',
            ":1: length: '8 to 14' is no length: write a preset (flash) or seconds (8-14)",
        ),
        ('fail-on = "warnings"', ":1: fail-on: 'warnings' is unknown; did you mean warning?"),
        (
            '[rule.jargon]\nseverty = "off"',
            ":2: rule.jargon.severty: unknown; did you mean severity?",
        ),
        ('[rule.jargon]\nseverity = "of"', ":2: rule.jargon.severity: 'of' is unknown; did you mean off?"),
        ("[rule.Jargon]", ":1: rule.Jargon: 'Jargon' is no rule's name (lower case, words joined by -)"),
        (
            '[[overrides]]\npaths = ["a"]\n[[overrides]]\npath = ["b"]',
            ":4: overrides.1.path: unknown; did you mean paths?",
        ),
        ('[[overrides]]\nprofile = "warm"', ":1: overrides.0.paths: is missing"),
        ('exclude = ["[z-a]"]', ":1: exclude.0: '[z-a]' is no glob: bad character range z-a at position 13"),
        ("a = 1\nb = [", ": is not TOML: Invalid value (at end of document)"),
        ("a = 1\nb = = 2", ":2: is not TOML: Invalid value"),
        ("x = " + "[" * 5000, ": is nested too deeply"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, text)
    assert str(raised.value) == f"{tmp_path / 'voicelint.toml'}{said}"


@pytest.mark.parametrize("text", ["select = []", 'select = ["jargon"]\nignore = ["jargon"]'])
def test_a_configuration_cannot_silence_everything_unnoticed(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="select"):
        load(tmp_path, text)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.toml"):
        with pytest.raises(ConfigError, match=str(path)):
            config.load(str(path))
    (tmp_path / "voicelint.toml").write_bytes(b'profile = "\xff"')
    with pytest.raises(ConfigError, match="is not UTF-8"):
        config.load(str(tmp_path / "voicelint.toml"))


def test_the_nearest_configuration_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "voicelint.toml").touch()
    assert config_place.find(str(deep)) == str(tmp_path / "voicelint.toml")
    (deep / "pyproject.toml").write_text("[tool.other]\nx = 1\n# voicelint\n", encoding="utf-8")
    assert config_place.find(str(deep)) == str(tmp_path / "voicelint.toml")
    (deep / "pyproject.toml").write_text('[tool.voicelint]\nprofile = "warm"\n', encoding="utf-8")
    assert config_place.find(str(deep)) == str(deep / "pyproject.toml")
    assert config.load(config_place.find(str(deep))).settings == {"profile": "warm"}


def test_a_mistake_in_pyproject_is_named_with_its_table(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"pyproject.toml:2: tool.voicelint.profil: unknown"):
        load(tmp_path, '[tool.voicelint]\nprofil = "warm"\n', "pyproject.toml")


def test_without_a_file_pydantic_is_not_loaded() -> None:
    program = "import sys, voicelint.config, voicelint.config_place as c; c.find('/'); print('pydantic' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
