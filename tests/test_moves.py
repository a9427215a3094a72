"""Moves in English: what is found, of what kind, and where. (French: test_moves_fr.)"""

from __future__ import annotations

import time

import pytest

from voicelint.finding import Move
from voicelint.library import Linter
from voicelint.script import whole
from voicelint.source import Source

LINTER = Linter()


def moves(text: str) -> tuple[Move, ...]:
    return LINTER.draft(Source(text), whole(Source(text)), language="en").moves


def told(text: str, move: str) -> list[tuple[str, str]]:
    return [(found.kind, text[slice(*found.span)]) for found in moves(text) if found.move == move]


MESSAGE = (
    "Hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number after the Leeds forum. "
    "We cut her returns bill by a third. Call me on 617-555-0142. Thanks, bye."
)


def test_a_whole_message():
    assert [(found.move, found.kind, MESSAGE[slice(*found.span)]) for found in moves(MESSAGE)] == [
        ("greeting", "", "Hi Dana"),
        ("identity", "caller", "Sam Reyes"),
        ("identity", "company", "Northwind"),
        ("context", "source", "Priya Nair gave me your number after the Leeds forum"),
        ("value", "concrete", "We cut her returns bill by a third"),
        ("ask", "", "Call me on 617-555-0142"),
        ("callback-number", "", "617-555-0142"),
        ("closing", "", "Thanks, bye"),
    ]


@pytest.mark.parametrize(
    ("text", "caller", "company"),
    [
        ("Hi Dana, this is Sam Reyes with Northwind.", ["Sam Reyes"], ["Northwind"]),
        ("Hello Mr Shah. Ellie Croft, Chairtime. Good news.", ["Ellie Croft"], ["Chairtime"]),
        ("Hi {{first_name}}, {{sender}} here from {{our_company}}.", ["{{sender}}"], ["{{our_company}}"]),
        ("hey dana its sam from northwind", ["sam"], ["northwind"]),
        ("Hi, this is Acme Roofing calling about your roof.", [], ["Acme Roofing"]),
        ("Hi, is this Dana?", [], []),
        ("Hey Lila, Ken from talent upstairs. You ticked it.", ["Ken"], []),
        ("Mr Ford, Sam Reyes, roofing consultant. You have a leak.", ["Sam Reyes"], []),
        ("Hey Priya, it's Tom Okafor, restaurant bookkeeper.", ["Tom Okafor"], []),
        ("Hi Mrs. Petty, Anna's Alterations. The hem is done.", [], ["Anna's Alterations"]),
        ("Hi Mr. Kowal, Dale Purvis, Purvis Roofing. Good news.", ["Dale Purvis"], ["Purvis Roofing"]),
        ("Hi Dana, call me back.", [], []),
        ("Hello from the Larkmead Trust.", [], ["Larkmead Trust"]),
        ("Elm Valley Gas has a notice for tenants.", [], ["Elm Valley Gas"]),
        ("This is reception at Villa Marlow.", [], ["Villa Marlow"]),
        ("Tell her that {{caller}} of {{company}} rang.", ["{{caller}}"], ["{{company}}"]),
        ("Is the floor dry yet? Sam Reyes, Northwind. I have your keys.", ["Sam Reyes"], ["Northwind"]),
        ("Hello, Dana. Sam, stair rails. Yours are done.", ["Sam"], []),
        ("Sam Reyes, good evening. Your gate is open.", ["Sam Reyes"], []),
        ("Your gate is open, Dana. Sam, 617-555-0142.", ["Sam"], []),
        ("Sam Reyes is my name, Northwind. Your gate is open.", ["Sam Reyes"], ["Northwind"]),
        ("Hi Dana, Sam from the Green Lantern. I have your coat.", ["Sam"], ["Green Lantern"]),
        (
            "Hi Dana, Wendy Tran. I never said what I do: Tran Bindery Supplies.",
            ["Wendy Tran"],
            ["Tran Bindery Supplies"],
        ),
        ("Hi Dana, Northwind here. We have moved your slot.", [], ["Northwind"]),
        ("Hi Dana, Sam here. I have moved your slot.", ["Sam"], []),
        ("Hi Dana, this is Sam. We have moved your slot.", ["Sam"], []),
        ("Hi Dana, my name's [Area Manager]. I cover Leeds.", ["[Area Manager]"], []),
        ("Hi $OwnerFirst, my name's $MyName. Your gate is open.", ["$MyName"], []),
        ("Hi Dana, it's Sam. I come out of Leeds.", ["Sam"], []),
        ("It's Sam on the door, Mr Ford. I have your coat.", ["Sam"], []),
        ("Hello, [Tenant]. [Plumber], [Firm]. Your tap is done.", ["[Plumber]"], ["[Firm]"]),
        ("Hi {{first_name}}, {{company.name}} here. We open at nine.", [], ["{{company.name}}"]),
        ("hey dana sam w northwind i got ur keys", ["sam"], ["northwind"]),
        ("sam northwind tyres ur van is done i got ur keys", ["sam"], ["northwind tyres"]),
        ("Dana! Sam Reyes, we shared a cab in March.", ["Sam Reyes"], []),
        ("Dana, I know. Sam. Your gate is open again.", ["Sam"], []),
        ("Mr Ford, Sam, your gate is open.", ["Sam"], []),
        ("Dana, Sam Reyes. Your gate is open.", ["Sam Reyes"], []),
        ("Dana, Reyes Roofing. Your gate is open.", ["Dana"], ["Reyes Roofing"]),
        ("Hi Dana. Sam. Northwind. Your gate is open.", ["Sam"], ["Northwind"]),
        ("Good morning, Larch & Reyes, Sam speaking.", ["Sam"], ["Larch & Reyes"]),
        ("Hi Dana, LarchTown. We have moved your slot.", [], ["LarchTown"]),
        ("Hi Dana, Sam MacLeod. Your gate is open.", ["Sam MacLeod"], []),
        ("Hi Dana, Will Reyes with Northwind. Good news.", ["Will Reyes"], ["Northwind"]),
        ("Hi Dana, this is Sam, we met at the Harbour.", ["Sam"], []),
        ("Hi Dana, it's Sam, St Oda's. The hall is yours.", ["Sam"], ["St Oda's"]),
        ("Hi Dana, Sam Reyes, your Northwind guy. It's done.", ["Sam Reyes"], ["Northwind"]),
        ("You have reached Northwind.", [], ["Northwind"]),
        ("hi dana sam at northwind sent the PDF over", ["sam"], ["northwind"]),
        ("Hi {{first_name}}, this is {{staff}} from {{location_name}}.", ["{{staff}}"], ["{{location_name}}"]),
        ("[Client], [Rep], [Business]. Your gate is open.", ["[Rep]"], ["[Business]"]),
        ("Sam, {{company}}. I'll try again.", ["Sam"], ["{{company}}"]),
        ("Hi {first} {rep} {store} ur van is done", ["{rep}"], ["{store}"]),
    ],
)
def test_identity(text, caller, company):
    found = told(text, "identity")
    assert [quote for kind, quote in found if kind == "caller"] == caller
    assert [quote for kind, quote in found if kind == "company"] == company


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 617-555-0142, that's 617-555-0142.", ["617-555-0142", "617-555-0142"]),
        ("Call me at six one seven, five five five, zero one four two.", 1),
        ("Ring us on [Front Desk].", ["[Front Desk]"]),
        ("If you can: {booking_line}.", ["{booking_line}"]),
        ("Ring [Office] before noon.", ["[Office]"]),
        ("If you'd like us to stop by, ring 617-555-0142.", ["617-555-0142"]),
        ("Saw your post, [opening line]. Call me.", []),
        ("Call me back at this number.", []),
        ("Is 617-555-0142 still your number?", []),
        ("It's about invoice 4411-2200.", []),
    ],
)
def test_callback_number(text, numbers):
    found = [quote for _, quote in told(text, "callback-number")]
    assert len(found) == numbers if isinstance(numbers, int) else found == numbers


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Hi Dana, Sam Reyes, your adjuster at Northwind.", ["your adjuster"]),
        ("Hi, I'm the bookkeeper at Northwind.", ["I'm the bookkeeper"]),
        ("Hi Dana, it's Sam. Your receptionist gave me this number.", []),
    ],
)
def test_a_role_is_told_beside_its_caller(text, roles):
    assert [quote for kind, quote in told(text, "identity") if kind == "role"] == roles


@pytest.mark.parametrize("text", ["Call me back.", "Please confirm by Friday.", "Could you spare ten minutes?"])
def test_ask(text):
    assert told(text, "ask")


def test_no_ask_in_what_the_caller_will_do():
    assert told("I'll text you tomorrow.", "ask") == []


def test_of_two_kinds_in_one_clause_the_first_is_told():
    text = "Priya said you are hiring, she gave me your number."
    assert [kind for kind, _ in told(text, "context")] == ["source", "source"]


@pytest.mark.parametrize("unit", ["this is Bob, ", "This is Bob. ", "Hi Bob ", "feel free and free ", "from Bob here "])
def test_hostile_text_takes_no_more_than_its_share(unit):
    start = time.process_time()
    moves(unit * 8_000)
    assert time.process_time() - start < 5


def test_moves_stay_inside_their_sentence_and_say_what_gave_them_away():
    for found in moves(MESSAGE):
        assert found.by == "cue"
        assert found.cue
        assert "." not in MESSAGE[found.span.start : found.span.end - 1].replace("617-555-0142", "")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Anything wrong, {{night_porter}}.", ["{{night_porter}}"]),
        ("Do you need a lift there? {{depot}}.", ["{{depot}}"]),
        ("Do you need a lift there? Cheers, {{depot}}.", []),
        ("Do you need a lift there? {{phone}}. {{depot}}.", ["{{phone}}"]),
        ("It is about your order, 617-555-0142.", ["617-555-0142"]),
        ("Your order number is 617-555-0142.", []),
        ("To stop these calls, 617-555-0142.", []),
        ("To change it, cancel at {{bookings}}.", ["{{bookings}}"]),
    ],
)
def test_numbers_by_where_they_stand(text, numbers):
    told_numbers = told(f"Hi Dana, it's Sam from Northwind, and your van is done. {text}", "callback-number")
    assert [quote for _, quote in told_numbers] == numbers
