"""The maintainer's command that tries every example of a catalogue of rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from voicelint.catalogue_check import main, trials

FILLER = {"fail": "Hi Dana, um, it's Sam Reyes from Northwind.", "pass": "Hi Dana, it's Sam Reyes from Northwind."}
SAME = "We cut the cost of your store returns by a third"


def entry(name: str, scope: str, texts: dict[str, str], language: str = "en", **meta: Any) -> dict[str, Any]:
    return {"id": name, "profiles": "CW", "scope": scope, "meta": meta, "examples": {language: texts}}


def test_examples_of_each_scope_behave() -> None:
    catalogue = [
        entry("spoken-filler", "snippet", FILLER),
        entry("series-repeat", "series", {"fail": f"1: {SAME}. / 2: {SAME}.", "pass": f"1: {SAME}. / 2: I'm in May."}),
        entry(
            "series-cadence",
            "series",
            {"fail": "lun. 13 h / mar. 13 h 05 / mer. 13 h 10", "pass": "mar. 10 h 15 / jeu. mail / mar. 16 h 30"},
            "fr",
        ),
        entry("legal-notice", "snippet", {"fail": "Alder Homes has news.", "pass": "Alder Homes. To opt out, press 9."})
        | {"meta": {"jurisdiction": "us|fr", "audience": "consumer", "delivery": "recorded"}},
    ]
    assert [trial for trial in trials(catalogue) if not trial.behaves] == []


def test_what_does_not_behave_is_told(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "catalogue.json"
    turned = {"fail": FILLER["pass"], "pass": FILLER["fail"]}
    path.write_text(json.dumps([entry("spoken-filler", "snippet", turned)]), encoding="utf-8")
    assert main([str(path)]) == 1
    said = capsys.readouterr().out
    assert "spoken-filler [en] fail: does not behave: not found" in said
    assert said.endswith("0 of 2 examples behave\n")


def test_other_errors_of_a_whole_message_are_told_not_counted() -> None:
    (_, passing) = trials([entry("spoken-filler", "message", FILLER)])
    assert passing.behaves
    assert "missing-context" in passing.stray


def test_a_file_is_wanted(capsys: Any) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
