"""Whether a message says tu or vous, and that what is offered for it says the same."""

from __future__ import annotations

import re

import pytest

import voicelint
from voicelint import language
from voicelint.address import is_familiar
from voicelint.catalog import builtin
from voicelint.draft import Draft
from voicelint.folding import fold
from voicelint.slots import find_slots
from voicelint.words import split

FRENCH = language.load("fr")


def familiar(text: str, code: str = "fr") -> bool:
    known = language.load(code)
    return is_familiar(split(text, find_slots(text), known).folded, known)


@pytest.mark.parametrize(
    "text",
    [
        "Salut Léo, c'est Nora. Tu cherchais une salle pour mardi.",
        "Allô, c'est Nora. Rappelle-moi au 418-555-0139.",
        "Coucou, je t'appelle pour ta commande.",
        "bjr [prenom] tu va bien rappel moi au [tel]",
        "Salut Léo, on se prend un rendez-vous ? Dis-moi.",
        "Salut Léo, tu es disponible pour un rendez-vous ?",
        "Salut Léo, qu'est-ce qui change chez vous cet été ? Tu me diras.",
        "Salut Léo, Madame Roche m'a donné ton numéro. Je te rappelle jeudi.",
        "T’as deux minutes, Léo ?",
        "Salut Léo, rappelle-moi s'il vous plaît. Ton devis est prêt.",
    ],
)
def test_tu(text: str) -> None:
    assert familiar(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Madame Roche, je vous rappelle jeudi.",
        "Bonjour Paul, Inès, du cabinet Larive. La couronne est arrivée.",
        "Votre père vous a-t-il parlé du toit ?",
        "A-t-il eu le temps d'y penser ?",
        "Il s'est tu depuis mardi.",
        "C'est-tu possible de se voir jeudi ?",
        "Le ton du courrier m'a surpris.",
        "Bonjour [Ton nom], ici [Ta boîte]. Le devis est prêt.",
        "Bonjour Madame Roche, Léo m'a dit : « tu devrais essayer. »",
        "Je te connais, vous me direz.",  # in doubt
        "",
    ],
)
def test_vous_also_in_doubt(text: str) -> None:
    assert not familiar(text)


def test_a_language_with_one_way_to_address_people_has_no_friends() -> None:
    assert not language.load("en").section("address")
    assert not familiar("Tu es là ? Rappelle-moi, ton toit fuit.", "en")


def test_the_lists_are_sorted_and_no_word_is_on_two() -> None:
    lists = FRENCH.section("address")
    assert set(lists) == {"apart", "familiar", "polite"}
    phrases = [phrase for listed in lists.values() for phrase in listed]
    assert len(phrases) == len(set(phrases))
    for listed in lists.values():
        assert list(listed) == sorted(listed)
        assert [phrase for phrase in listed if fold(phrase) != phrase or len(phrase.split()) > 2] == []
        # what is listed is what the tokeniser makes of it, or a pair could never be found
        assert [phrase for phrase in listed if list(split(phrase, (), FRENCH).folded) != phrase.split()] == []


OFFERING = [rule for rule in builtin().rules.values() if rule.data["fr"].get("suggestions")]


@pytest.mark.parametrize("rule", OFFERING, ids=lambda rule: rule.name)
def test_every_sentence_for_vous_has_its_twin_for_tu(rule: voicelint.rule.Rule) -> None:
    """What says vous outside its merge tags has a twin with the same tags; what says neither has none."""
    offered = [sentence for listed in rule.data["fr"]["suggestions"].values() for sentence in listed]
    twins = rule.data["fr"].get("familiar", {})
    assert set(twins) <= set(offered)
    polite = {*FRENCH.section("address")["polite"]}
    for sentence in offered:
        said = re.sub(r"\{[^{}]*\}", "", sentence)
        is_polite = bool(polite & set(split(said, (), FRENCH).folded))
        assert (sentence in twins) is is_polite, sentence
        if is_polite:
            twin = twins[sentence]
            assert re.findall(r"\{[^{}]*\}", twin) == re.findall(r"\{[^{}]*\}", sentence)
            assert not polite & set(split(re.sub(r"\{[^{}]*\}", "", twin), (), FRENCH).folded), twin


TU = "Salut {{prenom}}, c'est Léo, de Novatri. Merci à toi. À plus."
VOUS = "Bonjour {{prenom}}, c'est Léo, de Novatri. Merci à vous. Au revoir."


def offered(text: str, profile: str) -> dict[str, list[str]]:
    report = voicelint.lint(text, language="fr", profile=profile)
    return {found.rule: [fix.title for fix in found.fixes] for found in report.findings}


@pytest.mark.parametrize(
    ("profile", "rule", "tu", "vous"),
    [
        ("cold", "missing-context", "{{contact}} m'a donné ton numéro.", "{{contact}} m'a donné votre numéro."),
        ("cold", "missing-context", "J'ai vu que {{actualité}}.", "J'ai vu que {{actualité}}."),
        ("cold", "missing-value", "Tu pourrais gagner deux heures", "Vous pourriez gagner deux heures"),
        ("cold", "missing-ask", "Rappelle-moi au {{votre_numéro}}.", "Rappelez-moi au {{votre_numéro}}."),
        ("inbound", "missing-context", "Je te rappelle suite à ton appel", "Je vous rappelle suite à votre appel"),
        ("warm", "missing-context", "que tu m'avais demandé le", "que vous m'aviez demandé le"),
    ],
)
def test_what_is_offered_says_tu_or_vous_as_the_script_does(profile: str, rule: str, tu: str, vous: str) -> None:
    friends, others = offered(TU, profile), offered(VOUS, profile)
    assert any(tu in title for title in friends[rule]), friends[rule]
    assert any(vous in title for title in others[rule]), others[rule]
    if tu != vous:
        assert not any(vous in title for title in friends[rule])
        assert not any(tu in title for title in others[rule])


def test_the_edit_itself_says_tu() -> None:
    report = voicelint.lint(TU, language="fr", profile="cold")
    (finding,) = [found for found in report.findings if found.rule == "missing-context"]
    assert finding.fixes[0].edits[0].text.strip() == "{{contact}} m'a donné ton numéro."
    assert "comment vous êtes arrivé" in finding.message  # the writer is addressed politely, as ever


def test_what_is_found_does_not_hang_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def found() -> list[tuple[object, ...]]:
        report = voicelint.lint(TU, language="fr", profile="cold")
        return [(made.rule, made.severity, made.span, made.message, made.advice) for made in report.findings]

    told = found()
    monkeypatch.setattr(Draft, "familiar", False)
    assert found() == told
    assert "m'a donné votre numéro" in offered(TU, "cold")["missing-context"][0]
