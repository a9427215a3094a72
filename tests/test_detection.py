"""The language of a script, from its words."""

from __future__ import annotations

import pytest

from voicelint.detection import UNDETERMINED, detect, other_name
from voicelint.language import codes, load


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Call me back.", "en"),
        ("Rappelez-moi.", "fr"),
        ("Hey Dana, Ann Lee at Acme.", "en"),
        ("Allô Marc, c'est Julie, rappelle-moi !", "fr"),
        ("Bonjour Mme Roche, du meeting marketing de Novatri. Rappelez-moi pour le planning.", "fr"),
        ("Bonjour madame Roche, je vous rappelle a propos de votre devis, a bientot.", "fr"),
        ("BONJOUR, RAPPELEZ-MOI VITE.", "fr"),
        ("Hi, this is Hugo Lefèvre from Café Déjà Vu in Paris, thanks for your time.", "en"),
        ("Bonjour {{first_name}}, ici [Your Name] de [Company Name], merci.", "fr"),
        ("Salut Léa, j'ai vu ton post sur le cloud et le churn.", "fr"),
    ],
)
def test_own_languages_are_told_apart(text: str, code: str) -> None:
    assert detect(text).code == code


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Guten Tag Herr Weber, hier ist Anna Vogt von der Firma Holzbau. Bitte rufen Sie mich zurück.", "de"),
        ("Hola, soy Ana López de Tejados Norte. Llámeme cuando pueda, gracias.", "es"),
        ("Buongiorno, sono Luca Bianchi. Mi richiami quando può.", "it"),
        ("Goedemiddag, u spreekt met Jan de Vries. Kunt u mij terugbellen?", "nl"),
        ("Olá, aqui é a Ana da empresa Telhados. Por favor ligue para mim.", "pt"),
        ("Dzień dobry, nazywam się Anna Kowalska i dzwonię z firmy Dach w sprawie zapytania o nowy dom", UNDETERMINED),
        ("Здравствуйте, это Анна.", UNDETERMINED),
    ],
)
def test_a_language_without_a_file_is_named_and_not_taken_for_one(text: str, other: str) -> None:
    found = detect(text)
    assert (found.code, found.other) == (None, other)


@pytest.mark.parametrize("text", ["", "OK", "Dana Reyes, Northwind.", "{{greeting}} {{first_name}}", "617-555-0142"])
def test_too_little_evidence_decides_nothing(text: str) -> None:
    found = detect(text)
    assert (found.code, found.other) == (None, "")


def test_readers_learn_the_name_of_the_other_language() -> None:
    assert other_name("de", "fr") == "allemand"
    assert other_name("xx", "fr") == "xx"


def test_word_lists_are_sorted_lower_case_and_without_repeats() -> None:
    for code in codes():
        table = load(code).section("detect")
        for words in (table["words"], *(entry["words"] for entry in table["others"].values())):
            assert words == sorted({word.lower() for word in words})
