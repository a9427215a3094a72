"""Merge tags of every family, told apart from directions, choices, instructions and ordinary text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicelint.slots import MEANINGS, find_slots


def only(text: str) -> tuple[str, str, str]:
    """Role, meaning and words of the one mark in a text."""
    (slot,) = find_slots(text)
    return slot.role, slot.meaning, text[slot.span.start : slot.span.end]


VALUES = [
    ("Hi [Your Name] there", "caller", "[Your Name]"),
    ("Hi {{first_name}}, hello", "recipient", "{{first_name}}"),
    ('Hi {{ first_name | default: "there" }}!', "recipient", '{{ first_name | default: "there" }}'),
    ("Hi {{firstName|there}}!", "recipient", "{{firstName|there}}"),
    ("Hi {{contact.firstName | capitalize}}!", "recipient", "{{contact.firstName | capitalize}}"),
    ("Hi {{{lead.FullName}}}!", "recipient", "{{{lead.FullName}}}"),
    ("Hi {!Lead.FirstName}!", "recipient", "{!Lead.FirstName}"),
    ("Hi *|FNAME|*!", "recipient", "*|FNAME|*"),
    ("Hi %FIRST_NAME%!", "recipient", "%FIRST_NAME%"),
    ("Hi %(name)s!", "recipient", "%(name)s"),
    ("Hi <NAME>!", "recipient", "<NAME>"),
    ("Hi <<First Name>>!", "recipient", "<<First Name>>"),
    ("Hi [[first name]]!", "recipient", "[[first name]]"),
    ("Hi __FIRST_NAME__!", "recipient", "__FIRST_NAME__"),
    ("Hi #PRENOM#!", "recipient", "#PRENOM#"),
    ("Bonjour #Prénom#, merci", "recipient", "#Prénom#"),
    ("Bonjour #prenom#, merci", "recipient", "#prenom#"),
    ("de l'agence @@agence@@ !", "company", "@@agence@@"),
    ("Bonjour @@prenom@@, merci", "recipient", "@@prenom@@"),
    ("Dial @@phone@@ today", "callback-number", "@@phone@@"),
    ("Bonjour :prenom, merci", "recipient", ":prenom"),
    ("pour l'équipe d':entreprise", "company", ":entreprise"),
    ("Hi :first_name, hello", "recipient", ":first_name"),
    ("Hi :firstName, hello", "recipient", ":firstName"),
    ("Call :callback_number.", "callback-number", ":callback_number"),
    ("Hi ${lead?.name || '[Lead Name]'}!", "recipient", "${lead?.name || '[Lead Name]'}"),
    ("Hi <?php echo esc($lead['name']); ?>!", "recipient", "<?php echo esc($lead['name']); ?>"),
    ("Hi <%= @lead.first_name %>!", "recipient", "<%= @lead.first_name %>"),
    ("Hi $first_name!", "recipient", "$first_name"),
    ("About $RoofSlope, hello", "", "$RoofSlope"),
    ("Bonjour «prenom», merci", "recipient", "«prenom»"),
    ("Bonjour (prénom), merci", "recipient", "(prénom)"),
    (r"Ask for \[Agent Name\] today", "caller", r"\[Agent Name\]"),
    ("Ask for **[YOUR NAME]** today", "caller", "[YOUR NAME]"),
    ("It costs $[Price] a month", "money", "$[Price]"),
    ("Dial `[PHONE]` today", "callback-number", "[PHONE]"),
    ("Dial xxx-xxx-xxxx today", "callback-number", "xxx-xxx-xxxx"),
    ("Dial (XXX) XXX-XXXX today", "callback-number", "(XXX) XXX-XXXX"),
    ("Faites le XX XX XX XX XX demain", "callback-number", "XX XX XX XX XX"),
    ("Faites le 06 XX XX XX XX demain", "callback-number", "06 XX XX XX XX"),
    ("Dial [XXX-XXX-XXXX] today", "callback-number", "[XXX-XXX-XXXX]"),
    ("Call me back at [Target Number].", "callback-number", "[Target Number]"),
    ("My number is ______.", "callback-number", "______"),
    ("Mon numéro est le ..........", "callback-number", ".........."),
    ("jusqu'à [X] % de moins", "percent", "[X]"),
    ("Use [number, slowly] now", "callback-number", "[number, slowly]"),
    ("[Event name] was great", "event", "[Event name]"),
    ("about {{invoice_no}} today", "reference", "{{invoice_no}}"),
    ('about {niche or "local"} shops', "sector", '{niche or "local"}'),
    ("in [City/Area] now", "place", "[City/Area]"),
    ("for {{clientCompanyName}} now", "recipient-company", "{{clientCompanyName}}"),
    ("au nom de [Votre Société] !", "caller-company", "[Votre Société]"),
    ("pour [raison de l'appel] !", "topic", "[raison de l'appel]"),
    ("like [similar company] did", "peer", "[similar company]"),
    ("from [Mutual connection] today", "referrer", "[Mutual connection]"),
    ("reduce your [insert metric] now", "gain", "[insert metric]"),
    ("le [Motif de l’appel] !", "topic", "[Motif de l’appel]"),
]


@pytest.mark.parametrize(("text", "meaning", "words"), VALUES)
def test_a_tag_is_found_with_its_exact_span_and_meaning(text: str, meaning: str, words: str) -> None:
    assert only(text) == ("value", meaning, words)


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Hi. [pause] It's Ann.", "pause", "[pause]"),
        ("Hi. (pause) It's Ann.", "pause", "(pause)"),
        ("Bonjour. (petite pause) C'est Léa.", "pause", "(petite pause)"),
        ("Hi. *(Pause. Let them answer.)* It's Ann.", "pause", "*(Pause. Let them answer.)*"),
        ('Hi. <break time="500ms"/> It\'s Ann.', "pause", '<break time="500ms"/>'),
        ("Hi. [smile] It's Ann.", "direction", "[smile]"),
        ("Hi. *slowly* It's Ann.", "direction", "*slowly*"),
        ("Bonjour. (souriez) C'est Léa.", "direction", "(souriez)"),
        ("Hi. [TONE: casual, unhurried] It's Ann.", "direction", "[TONE: casual, unhurried]"),
        ("Hi. [Ton : chaleureux] It's Ann.", "direction", "[Ton : chaleureux]"),
        ("Hi. [If no answer, hang up] Bye.", "direction", "[If no answer, hang up]"),
        ("Hi. [Wait for response] Bye.", "direction", "[Wait for response]"),
        ("For [plumbers/roofers] here.", "choice", "[plumbers/roofers]"),
        ("{Hi|Hey|Hello} Dana.", "choice", "{Hi|Hey|Hello}"),
        ("{{RANDOM | Hi | Hey}} Dana.", "choice", "{{RANDOM | Hi | Hey}}"),
        ("Voyons-nous [jeudi ou vendredi] !", "choice", "[jeudi ou vendredi]"),
        ("I saw [one line from the hook].", "instruction", "[one line from the hook]"),
        ("Vu [insérer une accroche sur leur chantier].", "instruction", "[insérer une accroche sur leur chantier]"),
        ("{% if lead %}Hi.", "markup", "{% if lead %}"),
        ("Hi {{else}}you.", "markup", "{{else}}"),
        ("Hi {{/if}}you.", "markup", "{{/if}}"),
        ("Hi {?followers}you.", "markup", "{?followers}"),
        ("Hi <emphasis>you.", "markup", "<emphasis>"),
        ("Hi *|IF:NAME|*you.", "markup", "*|IF:NAME|*"),
        ("Hi <!-- a note -->you.", "markup", "<!-- a note -->"),
    ],
)
def test_other_marks_are_told_apart(text: str, role: str, words: str) -> None:
    found = only(text)
    assert (found[0], found[2]) == (role, words)


@pytest.mark.parametrize(
    "text",
    [
        "Call (555) 010-0199 now.",
        "As in [1] and [^2].",
        "See [our page](https://acme.example/a) and [the list](/docs/list.md).",
        "We met (and yes, really) last May.",
        "Nous sommes ouverts (du lundi au vendredi).",
        "Elle m'a dit « rappelez-moi » et «Bonjour».",
        "Open 24/7, by phone and/or text.",
        "It costs $5 and 40% less, *really* **good**.",
        "- [ ] call Dana\n- [x] call Ann",
        "Size XXL, Louis XIV, box 12, x-ray, exact.",
        "Wait... what? And then… nothing.",
        "Écrivez à <ann@acme.example> ou <https://acme.example>.",
        "a < b and c > d",
        "Hi Dana,\n____\nit's Ann.",
        "(slowly but surely) (if you like) (let me know) (si vous voulez)",
        "Votre dossier (client) et votre contact (téléphone).",
        '{"message": "Hi"}',
        "20% de plus que 30% hier",
        "We open at :30 past, or 9:15, or at 9 :15 sharp.",
        "Thanks :) :p :D :-) xD :smile: :name:",
        "Note :texte à dire. Objet :rendez-vous. Attention :date limite. Nom :prénom",
        "Nom :prenom, Société :entreprise, Contact :nom",
        "See https://name.example:8080/name and mailto:name@acme.example, ann@@acme.",
        "Name:company, std::name, a:name, key :name_of: x",
        "#vente #promo# #1# #client",
        "Two things:name it and date it.",
    ],
)
def test_ordinary_text_holds_no_slot(text: str) -> None:
    assert find_slots(text) == ()


def test_fallbacks_and_alternatives_are_kept_as_written() -> None:
    slots = find_slots("Hi {{ first_name | default: 'there' }}, {{nick|you}}, {Hey|Hello} [jeudi/lundi]")
    assert [slot.values for slot in slots] == [("there",), ("you",), ("Hey", "Hello"), ("jeudi", "lundi")]


def test_a_pause_has_its_seconds() -> None:
    text = '[pause] [PAUSE 2s] (pause de 3 secondes) <break time="500ms"/> <Pause length="2"/> <break strength="none"/>'
    assert [slot.seconds for slot in find_slots(text)] == [1.0, 2.0, 3.0, 0.5, 2.0, 0.0]


def test_words_around_a_tag_settle_what_its_name_leaves_open() -> None:
    text = "Hi [Name], this is [Name] from [Company]. [Name] suggested I call about [Company]."
    meanings = [slot.meaning for slot in find_slots(text)]
    assert meanings == ["recipient", "caller", "caller-company", "referrer", "company"]
    text = "Bonjour [Prénom], c'est [Prénom], de [Société]. [Nom] m'a parlé de vous."
    assert [slot.meaning for slot in find_slots(text)] == ["recipient", "caller", "caller-company", "referrer"]


def test_one_colon_name_lets_others_be_names() -> None:
    text = "Bonjour :prenom, ici :commercial, de :entreprise. Rappelez-moi au :telephone, avant :date."
    meanings = [slot.meaning for slot in find_slots(text)]
    assert [*meanings[:1], *meanings[-3:]] == ["recipient", "caller-company", "callback-number", "date"]
    assert find_slots("Rappelez-moi au :telephone, avant :date.") == ()


def test_a_tag_inside_round_brackets_is_found() -> None:
    assert only("(call me at [number])") == ("value", "callback-number", "[number]")


@given(st.text(alphabet="[]{}()<>|%*_$#@«»xX. aname/:!?\\\n\"'", max_size=80))
def test_any_text_gives_ordered_marks_that_do_not_overlap(text: str) -> None:
    end = 0
    for slot in find_slots(text):
        assert end <= slot.span.start < slot.span.end <= len(text)
        assert slot.meaning == "" or slot.meaning in MEANINGS
        end = slot.span.end


@pytest.mark.parametrize(
    "piece",
    ["[", "{{a", "<", "(a ", "_", "${", "xx ", ". ", "{a{b}", "[x](", "+1 (", "<!--", ":name ", ":", "@@a", "#a"],
)
def test_a_megabyte_of_openings_takes_seconds_not_hours(piece: str) -> None:
    start = time.process_time()
    find_slots(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 5
