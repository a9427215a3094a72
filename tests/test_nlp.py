"""The door to spaCy: documents of drafts, users' pipelines, the component."""

from __future__ import annotations

import pytest
import spacy

import voicelint.component  # noqa: F401  an installed voicelint is found by its entry point
from voicelint import nlp
from voicelint.config import Config, ConfigError
from voicelint.draft import Draft
from voicelint.library import Linter
from voicelint.script import whole
from voicelint.source import Source

FRENCH = (
    "Bonjour  Mme Roche,\n\nl'atelier d'Anna vous attend : rappelez-moi au 01 99 00 12 34 ! [votre nom], aujourd’hui.\n"
)
ENGLISH = "Hi {{first_name}}, it's Ann Lee. Priya Nair gave me your number.  I'm gonna be on 617-555-0142."


def draft(text: str, code: str) -> Draft:
    source = Source(text)
    return Linter().draft(source, whole(source), language=code)


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (ENGLISH, "en"), ("", "en"), (" \n ", "fr")])
def test_document_is_the_text_again(text: str, code: str) -> None:
    assert draft(text, code).doc.text == text


def test_document_has_our_words_and_sentences() -> None:
    doc = draft(FRENCH, "fr").doc
    assert [token.text for token in doc if token.text.strip()][:9] == [
        "Bonjour", "Mme", "Roche", ",", "l'", "atelier", "d'", "Anna", "vous",
    ]  # fmt: skip
    assert [sent.text.split()[0] for sent in doc.sents] == ["Bonjour", "l'atelier", "[votre"]


def test_document_holds_the_moves() -> None:
    doc = draft(ENGLISH, "en").doc
    moves = {(span.label_, span.text, span.id_) for span in doc.spans["moves"]}
    assert ("context.source", "Priya Nair gave me your number", "cue") in moves
    assert ("callback-number", "617-555-0142", "cue") in moves


def test_component_brings_findings_into_a_pipeline() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("voicelint", config={"profile": "cold"})
    doc = pipeline("Hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number. Call me on 617-555-0142.")
    assert {span.label_ for span in doc.spans["voicelint"]} >= {"missing-value"}
    assert any(span.label_ == "context.source" for span in doc.spans["moves"])
    assert doc._.voicelint["findings"][0]["rule"] in {span.label_ for span in doc.spans["voicelint"]}


def test_component_is_found_by_its_entry_point() -> None:
    from conftest import ROOT

    assert 'voicelint = "voicelint.component:component"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_a_pipeline_of_the_user_gives_the_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = spacy.blank("xx")

    @spacy.Language.component("certain")
    def certain(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        doc.cats = {"value": float("orchard" in doc.text)}
        return doc

    pipeline.add_pipe("certain")
    monkeypatch.setattr(nlp, "loaded", lambda name: pipeline)
    found = nlp.ask(draft("Hi, it's Ann. The orchard is open.", "en"), "value", "xx_orchard")
    assert [(move.by, move.cue) for move in found] == [("model", "value 1.00 (xx_orchard)")]
    assert found[0].span == (14, 33)


@pytest.mark.parametrize("name", ["xx_not_installed", "./pipelines/mine", "../..", ""])
def test_only_installed_pipelines_are_loaded(name: str) -> None:
    with pytest.raises(OSError, match="no installed spaCy pipeline"):
        nlp.loaded(name)
    if name:
        with pytest.raises(ConfigError, match="pipeline"):
            Linter(Config(pipeline=name))
