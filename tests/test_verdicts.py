"""What users are told is missing, held against the labels: what a script has by its label is told wrongly."""

from __future__ import annotations

import pytest

from voicelint.evaluate import read_rows
from voicelint.finding import Severity
from voicelint.library import Linter
from voicelint.verdicts import MISSING, is_right, main, table, verdicts

# The second script says what its labels leave out, so that the label and the linter are of two minds.
SCRIPTS = """
[[script]]
name = "nothing"
profile = "cold"
voicemail = "Hi Dana, Sam Reyes from Northwind. Nothing here is worth a call. Call me on 617-555-0142."
findings = []
[script.moves]
ask = ["Call me on 617-555-0142."]
callback-number = ["617-555-0142"]
identity.caller = ["Sam Reyes"]
identity.company = ["Northwind"]

[[script]]
name = "labelled otherwise"
profile = "cold"
voicemail = "Hi Dana, Sam Reyes from Northwind. Nothing here is worth a call. Call me on 617-555-0142."
findings = []
[script.moves]
context.source = ["Nothing here is worth a call."]
"""


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus" / "en"
    folder.mkdir(parents=True)
    (folder / "shops.toml").write_text(SCRIPTS, encoding="utf-8")
    return tmp_path / "corpus"


def test_a_finding_is_right_where_the_label_lacks_the_move(corpus):
    judged = {(one.row.name, one.finding.rule): one.right for one in verdicts(read_rows(corpus), Linter())}
    assert judged["en/shops: nothing", "missing-context"]
    assert not judged["en/shops: labelled otherwise", "missing-context"]
    assert judged["en/shops: labelled otherwise", "missing-value"]


def test_only_what_users_are_told_of_what_is_missing_is_judged(corpus):
    for row, finding, _ in verdicts(read_rows(corpus), Linter()):
        assert finding.rule in MISSING
        assert finding.severity >= Severity.warning
        assert row.name.startswith("en/shops")


@pytest.mark.parametrize("rule", sorted(MISSING))
def test_each_rule_has_a_label(corpus, rule):
    labelled, bare = read_rows(corpus)
    assert is_right(labelled, rule) == (rule in {"missing-context", "missing-value"})
    assert is_right(bare, rule) == (rule != "missing-context")


def test_the_table_counts_what_was_told_and_what_of_it_was_wrong(corpus):
    lines = {tuple(line.split()[:2]): line.split()[2:] for line in table(verdicts(read_rows(corpus), Linter()))}
    assert lines["en", "missing-context"] == ["2", "1", "0.500"]


def test_the_command_prints_the_scripts_told_wrongly(corpus, capsys):
    assert main([str(corpus)]) == 0
    printed = capsys.readouterr().out
    assert "--- missing-context (cold) en/shops: labelled otherwise" in printed
    assert "missing-value (cold)" not in printed
    assert main([str(corpus), "--table", "--rule", "missing-value"]) == 0
    assert "---" not in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_named(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main([str(tmp_path / "absent")])
    assert "absent: does not exist" in capsys.readouterr().err
