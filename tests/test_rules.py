"""Every file of `rules/`: complete in both languages, as the conventions want it, and true to its examples."""

from __future__ import annotations

import string

import pytest
from conftest import ROOT

from voicelint import language
from voicelint.catalog import Catalog, builtin, kind_named
from voicelint.manual import page
from voicelint.rule import Rule
from voicelint.rule_check import problems
from voicelint.rule_table import table
from voicelint.testing import examples, mistakes

CATALOG = builtin()
RULES = list(CATALOG.rules.values())
by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
SCOLDING = {"bad", "never", "should", "shouldn't", "mauvais", "jamais", "interdit"}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return CATALOG


@by_name
def test_file_is_well_formed(rule: Rule) -> None:
    text = (ROOT / "rules" / f"{rule.name}.toml").read_text(encoding="utf-8")
    assert problems(text, language.codes(), kind_named) == []


@by_name
def test_rule_speaks_every_language(rule: Rule) -> None:
    assert set(rule.blocks) == set(language.codes())


@by_name
def test_rule_has_its_reason_and_group(rule: Rule) -> None:
    for key in ("group", "since", "sources", "summary", "why"):
        assert rule.data.get(key), key


@by_name
def test_profiles_exist(rule: Rule) -> None:
    assert rule.profiles <= set(CATALOG.profiles)
    assert list(rule.data.get("profiles", [])) == sorted(rule.data.get("profiles", []))


@by_name
def test_messages_follow_the_convention(rule: Rule) -> None:
    for code, block in rule.blocks.items():
        for text in (*block.message.values(), *block.advice.values()):
            assert text[-1] in ".?!»”" or text.endswith("}"), text
            assert text[0].isupper() or text[0] in "“«{0123456789", text
            assert not SCOLDING & set(text.lower().replace(".", "").split()), text
            if code == "fr":
                assert_french_spacing(text)


def assert_french_spacing(text: str) -> None:
    plain = "".join(part for part, *_ in string.Formatter().parse(text))
    for index, character in enumerate(plain):
        if character in ":;?!»" and index:
            assert plain[index - 1] in " \u00a0\u202f", text
        if character == "«":
            assert plain[index + 1 : index + 2] in (" ", "\u00a0", "\u202f", ""), text


@by_name
def test_rule_is_true_to_its_examples(rule: Rule, catalog: Catalog) -> None:
    assert list(mistakes(rule, catalog)) == []


def is_on(rule: Rule) -> bool:
    """Say whether a rule speaks at warning or above in some profile, without being asked for by a jurisdiction."""
    return "jurisdiction" not in rule.when and any(
        rule.severity_of(variant, profile) >= 2
        for profile in rule.profiles
        for variant in {*rule.severity, *rule.severities.get(profile, {})}
    )


@by_name
def test_rule_has_examples_enough(rule: Rule) -> None:
    least = 12 if is_on(rule) else 4
    for code in rule.blocks:
        cases = [example for example in examples(rule) if example.language == code]
        assert sum(example.fails for example in cases) >= least, code
        assert sum(not example.fails for example in cases) >= least, code
        assert len({repr((case.text, case.settings, case.steps)) for case in cases}) == len(cases), f"{code}: one twice"


def test_table_of_rules_is_fresh(generated) -> None:
    generated(ROOT / "rules" / "README.md", table(CATALOG))


@by_name
def test_page_of_rule_tells_all(rule: Rule) -> None:
    text = page(rule)
    assert text.startswith(f"# {rule.name}\n")
    for part in ("## Why", "## Examples (en)", "## Examples (fr)", "## Sources"):
        assert part in text, part
