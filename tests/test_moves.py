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
    ("kind", "text"),
    [
        ("source", "Priya told me to ring you."),
        ("source", "Your sister suggested I call."),
        ("source", "I found your shop on a map."),
        ("source", "{{referrer}} thought you would be the one to ask."),
        ("encounter", "I'm following up on the quote I mailed on Monday."),
        ("encounter", "You downloaded our guide last week."),
        ("encounter", "You stopped by our stand in Leeds."),
        ("encounter", "I'm calling about invoice 4411."),
        ("encounter", "This is a reminder of your appointment tomorrow."),
        ("encounter", "Your Corolla's ready."),
        ("encounter", "im returning your call"),
        ("trigger", "I SAW THAT YOU ARE OPENING IN LILLE"),
        ("trigger", "Congratulations on the new warehouse."),
        ("trigger", "I noticed {{company}} is hiring drivers."),
        ("source", "Your plumber's apprentice, Lou, passed me your number."),
        ("source", "We both belong to the rowing club."),
        ("source", "Ana and I used to work together, and she said we should talk."),
        ("encounter", "You have a fitting with us at noon."),
        ("encounter", "The lamp you put on hold has come in."),
        ("encounter", "We haven't spoken since the demo."),
        ("encounter", "I owe you a revised quote."),
        ("encounter", "A prescription for {{initials}} is ready."),
        ("encounter", "We serviced the lift at your hotel."),
        ("encounter", "{{student}} was marked absent today."),
        ("trigger", "There's a crane up at your building."),
        ("trigger", "We're on the roof across the street from you."),
        ("trigger", "I gather you own the barn on Mill Lane."),
        ("trigger", "You've had the van listed for six weeks."),
        ("trigger", "Your contact form still sends people to an error."),
        ("trigger", "Word is that you're leaving the mall."),
        ("trigger", "There's a branch over your shed."),
        ("trigger", "I was outside your bakery at six."),
        ("trigger", "We walk past your nursery on the school run."),
        ("trigger", "Two of your drivers asked me about it."),
        ("trigger", "Our crew eats at your diner."),
        ("trigger", "Your hedge is over my path."),
        ("trigger", "Congrats, three stars is no small thing!"),
        ("trigger", "You're hiring two bakers."),
        ("trigger", "You sold eleven houses last year."),
        ("trigger", "Going by your menu you buy a lot of lamb."),
        ("trigger", "Satellite images show your roof has lost shingles."),
        ("trigger", "The mill went into your name in May."),
        ("trigger", "I called the shop three times and it rang out."),
        ("trigger", "Your gutter came down in the wind."),
        ("trigger", "I mow the yards either side of yours."),
        ("encounter", "The doctor is running behind today."),
        ("encounter", "I can't make it Thursday."),
        ("encounter", "See you at four tomorrow."),
        ("encounter", "Hope you're enjoying the new boiler."),
        ("encounter", "How's the knee healing?"),
        ("encounter", "When we came out on Tuesday we left a ladder."),
        ("encounter", "You should have had a letter from us."),
        ("encounter", "Your husband bought two tickets."),
        ("encounter", "You played the organ for us at Easter."),
        ("encounter", "Omar in your accounts team emailed us twice."),
        ("encounter", "It's about unit 14."),
        ("encounter", "The underwriter wants one more payslip."),
        ("encounter", "Your card was declined."),
        ("encounter", "I applied for your warehouse job."),
        ("encounter", "We said id ring about the fence."),
        ("encounter", "You used to bank with us."),
        ("encounter", "That old bike of yours is mended."),
        ("encounter", "You had us out for the well."),
        ("encounter", "I met your sister at a wedding."),
        ("encounter", "You coached my brother."),
        ("trigger", "Your road will be dug up again."),
        ("trigger", "I rent the unit over yours."),
        ("encounter", "As one of our founding members, you vote first."),
        ("encounter", "The muffler came in on the noon truck."),
        ("encounter", "Your cheque came back from the bank."),
        ("encounter", "Rosalie has a fever and would like her mom."),
        ("encounter", "We rewired your barn two winters ago."),
        ("encounter", "Your kayak permit runs out on Friday."),
        ("encounter", "The dues are two months behind."),
        ("encounter", "Returning Dr. Osei's call."),
        ("encounter", "Bad news on the gearbox, I'm afraid."),
        ("source", "My niece went to you for her braces."),
        ("source", "The deacon put your name forward."),
        ("source", "You're down as the owner."),
        ("source", "The man who mows your verge mentioned a leak."),
        ("trigger", "I walk past your mill on the way to work."),
        ("trigger", "There's a wasps' nest in your porch."),
        ("trigger", "There are two pallets leaning against your side gate."),
        ("trigger", "A lien was filed against you in March."),
        ("trigger", "They're shutting your branch in June."),
        ("trigger", "A slate came off your roof."),
        ("trigger", "I hear the Anchor is closing."),
        ("trigger", "We rent the flat above you."),
        ("trigger", "I sat in your waiting room for an hour."),
        ("trigger", "Your lads waved me over."),
        ("trigger", "Last night you were on the radio."),
        ("encounter", "You typed the extension off by one."),
        ("trigger", "Your porch light went out."),
    ],
)
def test_context(kind, text):
    assert kind in [found for found, _ in told(text, "context")]


@pytest.mark.parametrize(
    "text",
    [
        "I'm just following up.",
        "Your name came up in my research.",
        "I came across your name on my desk.",
        "I work with dentists in Leeds.",
        "Did you get a chance to talk to anyone?",
        "If you asked me, I'd say yes.",
        "I look forward to hearing from you.",
        "See you there.",
        "We help companies with their energy contracts.",
        "Please return my call at your convenience.",
        "Have a lovely day, and thanks again for your time.",
        "I know you have a lot on your plate.",
        "We handle your payroll and host your website.",
        "What is the best time for your team?",
        "I'm following up on my previous message.",
        "I left you a voicemail earlier this week.",
        "This will be my last message.",
        "Your call is important to us.",
        "My boss asked me to call everyone in town.",
        "I know that you're probably in meetings.",
        "I found your name while doing some research.",
        "I'd love your vote.",
        "Send me your last invoice.",
        "I'm calling about your current provider.",
        "I hope you're enjoying your summer.",
        "How's business doing?",
        "We hope to see you on Saturday.",
        "We are here to help.",
        "There is a way to cut your bill.",
        "If you sold a house last year, call me.",
        "If your husband has back pain, call us.",
        "When your lease is up, think of us.",
        "Congratulations, you have been selected for a cruise!",
        "The rate is going by the end of May.",
        "Everything I have seen says the market will fall.",
        "Nobody has to know you called.",
        "Our appointment desk is open till six.",
        "We have been following the retail space for years.",
        "If I sent you five leads, would you call them?",
        "We are next door to the bakery.",
        "Let me know your budget.",
        "I'd like to bid at your next renewal.",
        "You came up on our call list.",
        "I came across your profile and think we should meet.",
        "Thanks for taking a minute to listen.",
        "We put a sign in the yard.",
        "It was time we talked.",
        "My wife says I should talk less.",
        "We just moved to town.",
        "We can get you scheduled next week.",
        "Every second visit is free.",
        "Most of your customers are on their phones.",
        "Our team works alongside your staff.",
        "Families in your area told us they love it.",
        "Can I come and see you on Monday?",
        "Is there a tree hanging over your roof?",
        "Your business is on our list.",
        "I noticed most shops close early.",
        "Since you're a homeowner, you may qualify.",
        "You have built a great company.",
        "Could I have your email?",
        "Last month we placed six nurses.",
        "I don't think we've met.",
        "We are two doors down from the library.",
        "Time to talk again, if it makes sense for us to talk again.",
        "You'd be glad you called.",
        "By now you've read all about heat pumps.",
        "We've just moved in by the station.",
        "We both know you're busy.",
        "My husband says I ought to slow down.",
        "I've caught you at a bad time.",
        "Time to put all that behind you.",
        "I came across your company and was impressed.",
        "If your boiler is due, think of us.",
        "When your roof is due, think of us.",
        "We lend against unpaid invoices.",
        "I'm your dedicated representative.",
        "We cater to your unique needs.",
        "Thanks for taking a minute.",
        "Would you put a sign on the lawn?",
        "Our appointment book is filling up.",
        "Last year we planted nine hundred trees.",
        "We opened when we were nineteen.",
        "We can help with your policy.",
        "Our chefs cook with members of the trade.",
        "The offer runs out on Friday.",
        "We hope to see you on Saturday.",
        "I could come by your office on Monday.",
        "We are outside the station on Mondays.",
        "Is it true that you never sleep?",
        "Have you lost sleep over payroll?",
        "Imagine you signed on a Monday.",
        "There is a gap in your market.",
        "You can find us on Instagram.",
        "She had a great time with us.",
        "I found you a cheaper lender.",
        "I saw rabbits.",
        "You should have seen the queue.",
        "We read that prices are falling.",
        "The shop next door to us swears by it.",
        "A man in your trade said it saved him a fortune.",
        "Half of your competitors have one.",
        "The money you put in a jar earns nothing.",
        "When was the last time you had your ducts cleaned?",
        "What happened to your sales last month?",
        "If the results have come in, we explain them.",
        "I've been in your shoes.",
        "Everyone says you should shop around.",
        "My sister and I opened a bakery.",
        "It has been ten years since we opened.",
        "We worked with you in mind.",
        "Just a reminder that we're open till nine.",
        "Remember us when you need a plumber.",
        "At our workshop you will build a chair.",
        "You are booked solid, I bet.",
        "I know your time is precious.",
        "Our past clients saved a mint.",
        "We share an office with a lawyer.",
        "I heard from a lot of people that lunch takes forever.",
        "Your order is worth waiting for.",
        "Your name could be on that trophy.",
        "Your website has no business being slow.",
        "A clinic like yours saved nine hours a week.",
    ],
)
def test_no_context(text):
    assert told(text, "context") == []


@pytest.mark.parametrize(
    "text",
    [
        "I can save your store teams two hours a day.",
        "We help shops like yours reduce [metric] by [result].",
        "Two families are looking for a flat in {{city}}.",
        "It's the bookings you lose at lunch.",
        "I'd like to send you a free roof inspection report.",
        "You never miss another call.",
        "Our clients cut their wait times in half.",
        "You'd get your deposit back.",
        "You may be eligible for a refund.",
        "so you dont pay the fine",
        "It takes the count from four hours down to thirty minutes.",
        "They ship in two days instead of nine.",
        "You'd be paid eleven days sooner.",
        "We'll cover half of the installation cost.",
        "There's a $300 check in your name.",
        "The late fee comes off if you pay by Friday.",
        "Our last three listings sold within a week.",
        "I have two welders ready to start on Monday.",
        "Your first haircut is on us.",
        "It stops your pipes from bursting.",
        "You pay us only if we win.",
        "We beat your quote by ten percent.",
        "You'd get a printed map instead of a link.",
        "It comes on the trailer and you'd have it up by noon.",
        "Park at the rear so you won't be climbing the stairs.",
        "Your tenants don't have to call a plumber.",
        "We patch it overnight so your tills aren't down.",
        "The crew finishes a roof in under a day.",
        "She now spends a third fewer hours on the rota.",
        "We can have somebody out by Thursday.",
        "I can tell you which two lines of the bill to dispute.",
        "Most people are paying for a second meter.",
        "You could pay the same and print less for less.",
        "It keeps your freezers cold through a power cut.",
        "You'd have eighty dollars a week in your pocket.",
        "The last four we listed went over the asking price.",
        "Pay by Friday and your policy stays in force.",
        "Sign tonight and the surcharge goes away.",
        "I'll waive it.",
        "Nothing gets switched off.",
        "Your repair is on us.",
        "We'll lend you a pump.",
        "We have buyers registered for your street.",
        "I've two crews free from Monday.",
        "Not one of them has paid a fine.",
        "The board has agreed to lower your dues.",
        "You're entitled to a rebate.",
        "No cards, no contracts.",
        "I'll mail you a copy free of charge.",
        "You'd skip the waiting list.",
        "It trims about a week off the permit.",
        "I'll bring it before it gets worse.",
        "Ours get their wages on Friday.",
        "You wouldn't have to move the freezers.",
        "You needn't empty the cupboards.",
        "The crew goes home at five instead of nine.",
        "I can tell you which pump is leaking.",
        "I can have two skips there by noon.",
        "We'd be there the same day.",
        "It's a thirty-dollar hinge.",
        "They run on a third less gas.",
        "You've been paying for two lines.",
        "Half the vans stay in the yard.",
        "It could be up by Friday, and you'd never miss a service.",
        "So you can lock up at six.",
        "So your bread stays warm.",
        "I'm taking the delivery off your invoice.",
        "The late charges on both are waived.",
        "There's no callout charge.",
        "I'll do it for the same price.",
        "A berth just came free.",
        "You've won a hamper.",
        "It was four trips, and now it's one.",
        "Our customers finish in half the time.",
        "Garages your size turn nine cars a day.",
        "We shoe horses for free on Tuesdays.",
        "The grinder earns her about two hundred a week.",
        "They'd let you keep the dog.",
        "We can settle the balance for half.",
    ],
)
def test_concrete_value(text):
    assert "concrete" in [kind for kind, _ in told(text, "value")]


@pytest.mark.parametrize(
    "text",
    [
        "I have something that might be of interest to you.",
        "[value proposition]",
        "We can take your business to the next level.",
        "It's completely free.",
        "I have some good news.",
        "We get great results.",
        "Our rates are very competitive.",
        "Most shops leave money on the table.",
        "There's something in it for both of us.",
        "I have just the thing.",
        "Imagine a kitchen where everybody smiles.",
        "We give new parents the confidence to try.",
        "Be your own boss.",
        "It makes for a happier yard.",
        "I think you'd like it.",
        "What if you could walk to work?",
        "Ten owners were pleasantly surprised.",
        "It's a lot easier with us.",
        "You'd sleep better.",
        "We have an exciting opportunity.",
        "It's a rare chance for your choir.",
        "You may be eligible.",
        "Imagine never queueing again.",
        "Your team would run the till with confidence.",
        "We make it disappear.",
        "Members enjoy a lot.",
        "I think that we can help.",
    ],
)
def test_vague_value(text):
    assert [kind for kind, _ in told(text, "value")] == ["vague"]


@pytest.mark.parametrize(
    "text",
    [
        "Feel free to call me.",
        "Call me when you are free.",
        "Save the date.",
        "I'd love to find out more about what you do.",
        "Winning a client such as you would help us.",
        "We can't wait to see you.",
        "Give me a call when you get a chance.",
        "Our office is open from nine to five.",
        "I can answer any questions.",
        "I'll stop by in two days, for ten minutes.",
        "I owe you a call.",
        "We are raising $5,000 for the shelter.",
        "We reduced our prices last year.",
        "This is an automated appointment reminder.",
        "Pell Recovery Group, collecting a debt.",
        "We're an award-winning agency.",
        "I've dropped you an email.",
        "I'm your new customer success manager.",
        "You'd be helping me out.",
        "We have a client in common.",
        "I'm curious how you keep the books.",
        "Your free trial ends on Monday.",
        "Tuesday at 4:30 is free.",
        "We offer end-to-end support.",
        "Could we meet on Tuesday instead of Wednesday?",
        "I'm calling instead of texting.",
        "You don't have to call me back.",
        "I don't have to leave until five.",
        "So you won't be able to reach me.",
        "It will take under two minutes.",
        "None of my calls have been returned.",
        "We spoke for less than an hour.",
        "I followed up on the offer we sent.",
        "I wondered if you would consider an offer.",
        "I'll stop calling you.",
        "You're doing some really interesting work.",
        "Press two for billing.",
        "Please save your work.",
        "I can tell you which form to bring.",
        "The last time we spoke you were moving.",
        "I've got you down for Tuesday.",
        "I need four drivers who can start on Monday.",
        "What keeps you up at night?",
        "Now it's three weeks overdue.",
        "I can't imagine how busy you are.",
        "She said she would pay.",
        "It was a great opportunity to meet you.",
        "My afternoon is free.",
        "It's a lot easier to talk in person.",
        "No answer, no voicemail.",
        "I'm looking for the person who pays the bills.",
        "You agreed to pay in March.",
        "You don't have to call me back.",
        "You needn't ring.",
        "We'll see you on Tuesday instead of Thursday.",
        "Call this number instead of the office.",
        "I'd love to tell you who we are.",
        "We could have a chat next week.",
        "Leave your number so that I can reach you, so you can be seen.",
        "It's on the same day as your exam.",
        "I'll skip the pitch.",
        "There's a forty dollar fee for a missed visit.",
        "I saw that you won an award.",
        "Half the office is out.",
        "I can only imagine how busy you are.",
        "Our members meet on Mondays.",
        "We work with garages your size in the valley.",
        "We had to wait for the part.",
        "Now it's ten days overdue.",
        "We came by and nobody was home.",
        "I'll be there by a quarter to five.",
        "He would let you know.",
        "Your payment could be late.",
        "They will pay by cheque.",
        "This fee can't be waived.",
        "It's a great chance to catch up.",
        "I saw your banner on the bridge.",
        "Dr. Kline's free on Friday.",
        "I went to one of the meetings.",
        "You'd make a great treasurer.",
        "Call before the office closes.",
        "We're helping other callers.",
        "My team is waiting on it.",
        "I hear that you keep a list of fitters.",
        "Let me buy you a coffee.",
        "We are always trying to serve you better.",
    ],
)
def test_no_value(text):
    assert told(text, "value") == []


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
