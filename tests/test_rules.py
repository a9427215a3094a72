"""Every file of `rules/`: complete in both languages, as the conventions want it, and true to its examples."""

from __future__ import annotations

import re
import string

import pytest
from conftest import ROOT

from voicelint import language
from voicelint.catalog import Catalog, builtin, kind_named
from voicelint.explanation import explanation
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
    for key in ("group", "since"):
        assert rule.data.get(key), key
    for key in ("sources", "summary", "why"):
        assert explanation(rule, "en").get(key), key


@by_name
def test_rule_says_when_it_is_wrong(rule: Rule) -> None:
    """Every rule has exceptions and false alarms, in words of its own."""
    for key in ("exceptions", "known_false_alarms"):
        text = str(explanation(rule, "en").get(key, ""))
        assert len(text.split()) >= 5, key
        assert "none that we know" not in text.lower(), key
        assert sum(explanation(other, "en").get(key) == text for other in RULES) == 1, key


COMPLIANT = re.compile(
    r"\b(non-?)?complian(t|ce)\b|\blegal(ly)? (ok|fine|safe)\b|\bin line with the law\b"
    r"|\bconform(e|ité|es)\b|\ben règle\b",
    re.IGNORECASE,
)


@by_name
def test_no_message_says_that_a_text_is_compliant(rule: Rule) -> None:
    for block in rule.blocks.values():
        for text in (*block.message.values(), *block.advice.values(), *block.fix.values()):
            assert not COMPLIANT.search(text), text
    for code in language.codes():
        for key in ("summary", "why", "exceptions", "known_false_alarms"):
            assert not COMPLIANT.search(str(explanation(rule, code).get(key, ""))), key


def test_the_interface_says_of_no_text_that_it_is_compliant() -> None:
    for code in language.codes():
        assert not COMPLIANT.search(repr(language.load(code).section("interface")))


@by_name
def test_a_legal_rule_names_its_article_its_date_and_how_it_was_verified(rule: Rule) -> None:
    if rule.group != "law":
        return
    assert {"jurisdiction", "audience", "delivery"} <= set(rule.when)
    assert re.match(r"\d{4}-\d\d-\d\d, \S+", explanation(rule, "en")["verified"])
    for block in rule.blocks.values():
        for message in block.message.values():
            assert re.search(r"\d", message), message  # the article
        assert all("counsel" in text or "conseil" in text for text in block.advice.values())


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
    for part in (
        "## Why",
        "## When it is right not to follow it",
        "## Known false alarms",
        "## Examples (en)",
        "## Examples (fr)",
        "## Sources",
    ):
        assert part in text, part
