"""The noise table: good scripts alone are counted, each under its own profile, and what is said can be read."""

from __future__ import annotations

import json

import pytest

from voicelint.catalog import builtin
from voicelint.finding import Severity
from voicelint.library import Linter
from voicelint.noise import PROFILES, Piece, good_scripts, listen, main, rows, table

SCRIPT = """
[[script]]
name = "{name}"
profile = "{profile}"
voicemail = "Hi Dana, Sam Reyes from Northwind. Nothing here is worth a call. Call me on 617-555-0142."
findings = [{findings}]
"""


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus" / "en"
    folder.mkdir(parents=True)
    entries = [("one", "cold", ""), ("two", "inbound", ""), ("three", "cold", '"missing-context"')]
    said = (SCRIPT.format(name=name, profile=profile, findings=findings) for name, profile, findings in entries)
    (folder / "shops.toml").write_text("".join(said), encoding="utf-8")
    return tmp_path / "corpus"


def test_only_scripts_without_a_labelled_fault_are_good(corpus):
    assert [piece.name for piece in good_scripts(corpus)] == ["en/shops: one", "en/shops: two"]
    assert not list(good_scripts(corpus, "other"))


def test_each_script_is_judged_under_its_own_profile(corpus):
    said = {piece.profile: {one.rule for one in found} for piece, found in listen(good_scripts(corpus), Linter())}
    assert "missing-value" in said["cold"]
    assert "missing-value" not in said["inbound"]


def test_what_is_below_the_severity_is_left_out():
    piece = Piece(
        "c",
        "p",
        "en",
        "cold",
        "Hi Dana, Sam Reyes from Northwind. You still haven't called me back. Call me on 617-555-0142.",
    )
    ((_, some),) = listen([piece], Linter(), Severity.error)
    ((_, more),) = listen([piece], Linter())
    assert some and {one.severity for one in some} == {Severity.error}
    assert {one.rule for one in more} - {one.rule for one in some} == {"guilt-trip"}


def test_the_table_counts_by_rule_and_profile(corpus):
    lines = {line.split()[0]: line.split()[1:] for line in table(listen(good_scripts(corpus), Linter()))}
    assert lines["rule"] == ["findings", "a", "script", "cold", "inbound"]
    assert lines["missing-value"] == ["1", "0.500", "1"]
    assert lines["scripts"] == ["2", "1", "1"]
    assert int(lines["all"][0]) == sum(int(cells[0]) for rule, cells in lines.items() if rule in builtin().rules)


def test_rows_take_the_profile_from_their_type(tmp_path):
    types = ["returned", "met", "somethingelse"]
    lines = [json.dumps({"id": kind, "lang": "en", "type": kind, "text": "Hi."}) for kind in types]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [piece.profile for piece in rows(tmp_path)] == ["inbound", "warm", "cold"]
    assert set(PROFILES.values()) <= set(builtin().profiles)


def test_the_command_prints_tables_apart_and_the_findings_in_full(corpus, tmp_path, capsys):
    row = {"id": "r1", "lang": "en", "type": "cold", "text": "Hi Dana, it is Sam from Northwind. Hello."}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert main([str(corpus), str(tmp_path / "rows.jsonl")]) == 0
    printed = capsys.readouterr().out
    assert printed.count("== ") == 2
    assert "--- missing-value (error, cold) en/shops: one" in printed
    assert "Nothing here is worth a call." in printed
    assert main([str(corpus), "--rule", "missing-value", "--table"]) == 0
    only = capsys.readouterr().out
    assert "missing-context" not in only and "---" not in only
