"""What a name announces, what reads like a message, and the lengths that authors state."""

from __future__ import annotations

import pytest

from voicelint.readers import Options, read
from voicelint.readers.judgement import Topic, hint, is_outgoing, opens_like_message, topic
from voicelint.readers.lengths import claimed
from voicelint.source import Source

NAMES = {
    Topic.VOICEMAIL: [
        "Voicemail", "VOICEMAIL SCRIPT", "Voicemail (if no answer)", "Voicemail 1: After Email (Day 7)",
        "Voicemail script (under 20 s)", "Cold Call Voicemail", "Script for voicemail", "Step 8 — Build the voicemail",
        "VM #2", "If they don't pick up", "Phone call (voicemail)", "Messagerie vocale", "Message sur répondeur",
        "Voicemail for email readers", "Call + voicemail", "Texte du message vocal", "Si pas de réponse :",
    ],
    Topic.OTHER: [
        "Follow-up text after voicemail", "TEXT FOLLOW-UP (after voicemail)", "Cold call opener", "Voicemail API",
        "Gatekeeper", "Email 3: after the voicemail", '"We already have a voicemail service"', "Voicemail prompt",
        "SMS après message vocal", "E-mail de relance après messagerie", "Objection : « laissez un message »",
        "Opener / voicemail", "Voicemail greeting", "If they answer",
    ],
    Topic.MIXED: ["VOICEMAIL + TEXT FOLLOWUP", "Voicemail & call scripts"],
    Topic.NEUTRAL: [
        "Script 3: the social proof angle", "Lead response speed", "For WARM leads (email openers)", "Day 7",
        "After the voicemail", "Relance", "Text-back offer",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), [(name, kind) for kind, names in NAMES.items() for name in names])
def test_what_a_name_announces(name: str, expected: Topic) -> None:
    assert topic(name) is expected


@pytest.mark.parametrize(
    "text",
    ["Hi Sam, it's Ann.", "[Name], Ann here.", "{{first_name}} – Ann here.", "This is Ann for Sam.",
     "(smile)\nHello Sam", "Bonjour Madame", "« Allô Sam", "Sarah, Jake. Call me back.", "Dr. [Name], Ann here."],
)  # fmt: skip
def test_what_opens_like_a_message(text: str) -> None:
    assert opens_like_message(text)


@pytest.mark.parametrize(
    "text",
    ["Keep it under 20 seconds.", "Say your number twice", "Hiring is hard.", "You are a voice agent.", "1. Smile"],
)
def test_what_does_not(text: str) -> None:
    assert not opens_like_message(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You've reached Ann. Leave your name after the beep.", True),
        ("Vous êtes bien chez Harlow. Laissez un message après le bip sonore, nous vous rappellerons.", True),
        (
            "Hi Sam, it's Ann about the van you wanted. I'm on 617-555-0142; if I can't take your call, leave a word.",
            False,
        ),
        ("Bonjour Sam, c'est Ann au sujet du devis. Rappelez-moi, ou laissez un message à ma collègue.", False),
    ],
)
def test_what_a_mailbox_says_is_no_message_left_on_it(text: str, expected: bool) -> None:
    assert is_outgoing(text) is expected


@pytest.mark.parametrize(
    ("text", "low", "high", "limit"),
    [
        ("**Length:** ~22 seconds", 22, 22, False),
        ("20-30 seconds max", 20, 30, True),
        ("under 15 seconds", 15, 15, True),
        ("Durée : 15 secondes", 15, 15, False),
        ("(≤ 25 s)", 25, 25, True),
        ("a 9-second message", 9, 9, False),
        ("moins de 20 secondes", 20, 20, True),
    ],
)
def test_stated_lengths(text: str, low: float, high: float, limit: bool) -> None:
    claim = claimed(text, 100)
    assert claim is not None
    assert (claim.low, claim.high, claim.limit) == (low, high, limit)
    assert text[claim.span.start - 100 : claim.span.end - 100].rstrip().endswith(("seconds", "secondes", "s", "second"))


@pytest.mark.parametrize("text", ["Day 7", "10 sequences", "5 stars", "call 617-555-0142 s", "no figure"])
def test_figures_that_state_no_length(text: str) -> None:
    assert claimed(text) is None


def test_a_length_beside_a_script_is_its_setting_and_a_limit_another() -> None:
    text = '# Voicemails\n\n## One\n"Hi Sam, this is Ann at Harlow, call me."\n\n**Length:** 9 s\n\n'
    text += '## Two (under 15 seconds)\n"Hi Sam, this is Ann at Harlow, call me."\n'
    one, two = read(Source(text, "a.md")).scripts
    assert one.settings["claimed_length"].high == 9
    assert text[slice(*one.settings["claimed_length"].span)] == "9 s"
    assert two.settings["length_limit"].high == 15
    assert "claimed_length" not in two.settings


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Relance n° 2", "follow-up"), ("Break-up", "break-up"), ("Day 3", ""), ("Rappel de RDV", "reminder")],
)
def test_hints(name: str, expected: str) -> None:
    assert hint(name) == expected


def test_settings_beside_a_script() -> None:
    text = '{"profile": "Warm", "lang": "fr_CA", "steps": [{"channel": "voicemail", "step_number": 2, "wpm": 150, '
    text += '"locale": "en-US", "sender": "Ann", "length": "8-14", "body": "Hi Sam, this is Ann, do call me."}]}'
    (script,) = read(Source(text, "a.json")).scripts
    assert script.settings == {
        "profile": "warm", "language": "en", "step": "2", "wpm": 150.0, "caller": "Ann", "length": "8-14",
    }  # fmt: skip


def test_fields_columns_and_patterns_that_a_user_names() -> None:
    listed = '{"steps": [{"body": "One"}, {"body": "Two", "note": "no"}]}'
    assert [s.text for s in read(Source(listed, "a.json"), Options(fields=("steps[*].body",))).scripts] == [
        "One",
        "Two",
    ]
    table = "name,Words\nSam,Come by today\n"
    assert [s.text for s in read(Source(table, "a.csv"), Options(column="Words")).scripts] == ["Come by today"]
    notes = "@vm Come by today\n@mail Hello\n"
    (script,) = read(Source(notes, "a.notes"), Options(patterns=(r"^@vm (?P<script>.*)$",))).scripts
    assert notes[slice(*script.span)] == script.text == "Come by today"
