"""The corpus: well formed, its quotations exact, nothing nearly twice, and balanced."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from voicelint.catalog import builtin
from voicelint.evaluate import read_rows
from voicelint.moves import KINDS

LANGUAGES = ("en", "fr")


def files(language: str) -> list[Path]:
    corpus = ROOT / "corpus"
    return sorted((*(corpus / language).glob("*.toml"), *(corpus / "held" / language).glob("*.toml")))


def scripts(language: str) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in files(language):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["script"]
        found += [(f"{path.name}: {entry['name']}", entry) for entry in entries]
    return found


def groups(language: str) -> list[dict[str, Any]]:
    paths = sorted((ROOT / "corpus" / "sentences").glob(f"{language}*.toml"))
    return [group for path in paths for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]]


def held_out(language: str) -> int:
    return sum(1 for _ in read_rows(ROOT / "corpus" / "held" / language))


def quotations(moves: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for move, value in moves.items():
        for kind, quotes in value.items() if isinstance(value, dict) else [("", value)]:
            yield from ((move, kind, quote) for quote in quotes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_scripts_enough_and_no_name_twice(language: str) -> None:
    names = [name for name, _ in scripts(language)]
    assert len(names) >= 400
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_known_and_quotations_exact(language: str) -> None:
    for name, script in scripts(language):
        text, used = script["voicemail"], Counter[str]()
        for move, kind, quote in quotations(script.get("moves", {})):
            assert move in KINDS, f"{name}: {move}"
            assert kind in KINDS[move] if KINDS[move] else not kind, f"{name}: {move}.{kind}"
            used[quote] += 1
            assert quote and text.count(quote) >= 1, f"{name}: {quote!r} does not occur"
        assert set(script.get("doubt", ())) <= {"context", "value"}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_rules_and_sorted(language: str) -> None:
    known = set(builtin().rules)
    for name, script in scripts(language):
        assert script["findings"] == sorted(script["findings"]), name
        assert set(script["findings"]) <= known, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_script_stands_nearly_twice(language: str) -> None:
    grams, holders = dict[str, set[tuple[str, ...]]](), defaultdict[tuple[str, ...], list[str]](list)
    for name, script in scripts(language):
        words = re.findall(r"\w+", script["voicemail"].lower())
        grams[name] = {tuple(words[at : at + 5]) for at in range(len(words) - 4)}
        for gram in grams[name]:
            holders[gram].append(name)
    shared = Counter(pair for names in holders.values() for pair in combinations(names, 2))
    for (first, other), count in shared.items():
        assert count / len(grams[first] | grams[other]) <= 0.2, f"{first} ~ {other}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_balanced(language: str) -> None:
    entries = [script for _, script in scripts(language)]
    count = len(entries)
    profiles = Counter(script["profile"] for script in entries)
    assert set(profiles) == set(builtin().profiles)
    assert 0.35 <= profiles["cold"] / count <= 0.55
    for move in ("context", "value"):
        without = sum(move not in script.get("moves", {}) for script in entries)
        assert 0.25 <= without / count <= 0.55, move
    assert 0.35 <= sum(script["template"] for script in entries) / count <= 0.55


def numbers() -> Iterator[str]:
    """The table of `corpus/README.md`: what the corpus holds, by language."""
    entries = {code: [script for _, script in scripts(code)] for code in LANGUAGES}

    def row(title: str, holds: Callable[[dict[str, Any]], object]) -> str:
        return f"| {title} | " + " | ".join(str(sum(map(bool, map(holds, entries[code])))) for code in LANGUAGES) + " |"

    def listed(key: str, code: str) -> str:
        return ", ".join(f"{name} {count}" for name, count in Counter(one[key] for one in entries[code]).most_common())

    yield "| | " + " | ".join(LANGUAGES) + " |"
    yield "| --- | " + " | ".join("---" for _ in LANGUAGES) + " |"
    yield f"| files | {' | '.join(str(len(files(code))) for code in LANGUAGES)} |"
    yield row("scripts", lambda script: True)
    yield f"| of these held out | {' | '.join(map(str, map(held_out, LANGUAGES)))} |"
    yield row("with slots", lambda script: script["template"])
    yield row("no fault meant", lambda script: not script["findings"])
    yield row("without context", lambda script: "context" not in script.get("moves", {}))
    yield row("without value", lambda script: "value" not in script.get("moves", {}))
    yield row("context in doubt", lambda script: "context" in script.get("doubt", ()))
    yield row("value in doubt", lambda script: "value" in script.get("doubt", ()))
    for key in ("profile", "region", "register"):
        yield f"| by {key} | {' | '.join(listed(key, code) for code in LANGUAGES)} |"
    singles = (sum(len(group["sentences"]) for group in groups(code)) for code in LANGUAGES)
    yield f"| single sentences | {' | '.join(map(str, singles))} |"


def test_the_numbers_of_the_readme_are_true(generated) -> None:
    path = ROOT / "corpus" / "README.md"
    before, _, behind = path.read_text(encoding="utf-8").partition("<!-- numbers -->")
    _, end, after = behind.partition("<!-- end -->")
    table = "\n".join(numbers())
    generated(path, f"{before}<!-- numbers -->\n{table}\n{end}{after}")
