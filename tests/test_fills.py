"""Templates told from final texts, and what rules about tags offer as fixes."""

from __future__ import annotations

import pytest

from voicelint.compiler import compile_cues
from voicelint.draft import Draft
from voicelint.kinds.fills import Declares, Fills, is_template
from voicelint.language import load
from voicelint.script import Script
from voicelint.settings import Settings
from voicelint.source import Span


def draft(text: str, **settings: object) -> Draft:
    spoken = load("en")
    return Draft(Script(text, Span(0, len(text))), Settings(**settings), spoken, compile_cues((), {}, spoken))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("Hi {{first_name}}, it's Sam.", True),
        ("Hi [Name], it's [Your Name].", True),
        ("Hi Dana, it's [Your Name].", False),
        ("Hi [Name], [Name], it's Sam.", False),
        ("Hi {{name}}, it's [Your Name].", False),
        ("Hi ___, I'm on ___.", True),
        ("Hi ___, it's Sam.", False),
        ("Hi [Name], it's Sam.", True),
        ("Hi (name), it's Sam.", False),
        ("Hi Dana, it's {agent_name}.", True),
        ("Hi Dana, it's {Your Name}.", False),
        ("Hi {{name}}, it's [Your Name] on [number].", True),
        ("Hi {{name}}, it's [Your Name] on ___.", False),
        ("Hi Dana. [pause] It's Sam.", False),
    ],
)
def test_tags_of_one_family_make_a_template(text: str, template: bool) -> None:
    assert is_template(draft(text)) is template


def test_the_setting_goes_before_the_signs() -> None:
    assert not is_template(draft("Hi {{first_name}}.", template=False))
    assert is_template(draft("Hi ___.", template=True))


def test_templates_are_listed_when_asked() -> None:
    message = draft("Hi {{first_name}} of {{company}}.")
    assert list(Fills("x").hits(message)) == []
    assert [hit.variant for hit in Fills("x", templates=True).hits(message)] == ["template", "template"]


def test_a_fallback_is_offered_as_the_text() -> None:
    (hit,) = Fills("x").hits(draft("Hi {{first_name|there}}.", template=False))
    assert [edit.text for repair in hit.repairs for edit in repair.edits] == ["there"]


def test_the_nearest_variable_replaces_the_name_inside_the_tag() -> None:
    (hit,) = Declares("x").hits(draft("Hi {{ frist_name }}.", facts={"variables": ["first_name"]}))
    (edit,) = hit.repairs[0].edits
    assert (edit.span, edit.text) == (Span(6, 16), "first_name")
