"""One message against a list of contacts: counts, extremes, holes, and the quick way against the plain one."""

from __future__ import annotations

import io
import random
import time
import tracemalloc
from pathlib import Path

import pytest

from voicelint.compiler import compile_cues
from voicelint.contacts import ContactsError, check_contacts, match_columns
from voicelint.draft import Draft
from voicelint.filling import Filling
from voicelint.language import load
from voicelint.render.contacts import progress_bar, render
from voicelint.script import Script
from voicelint.settings import Band, Settings
from voicelint.slots import find_slots
from voicelint.source import Span
from voicelint.terminal import Style

TEXT = "Hi {{first_name}}, it's Ann Lee from Acme. {{company}} is hiring in {{city}}. Call me on 617-555-0142."


def draft(text: str = TEXT, language: str = "en", **settings: object) -> Draft:
    spoken = load(language)
    choices = Settings(language=language, **settings)  # type: ignore[arg-type]
    return Draft(Script(text, Span(0, len(text))), choices, spoken, compile_cues((), {}, spoken))


def listed(folder: Path, text: str, encoding: str = "utf-8") -> str:
    path = folder / "contacts.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_counts_extremes_and_holes(tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        "First Name,Company,City\nDana,Acme,Leeds\n,Acme,Leeds\nMaximilian-Alexander,"
        "The Greater Manchester Association of Independent Roofing Contractors and Building Engineers,Leeds\n"
        "ann@acme.example,N/A,Leeds\n",
    )
    report = check_contacts(draft(band=Band(5, 10)), path)
    assert report.rows == 4 == report.fits + report.near + report.over + report.under
    assert report.longest is not None and report.longest.line == 4
    assert report.shortest is not None and report.shortest.line in (3, 5)
    assert report.over >= 1 and report.overflowing[0][1].startswith("The Greater")
    assert report.troubles == {("empty", "First Name"): 1, ("name", "First Name"): 1, ("empty", "Company"): 1}
    assert not report.ok


def test_a_fallback_fills_the_hole(tmp_path: Path) -> None:
    text = "Hi {{first_name|there}}, call me."
    report = check_contacts(draft(text), listed(tmp_path, 'first_name\nDana\nnull\n""\n'))
    assert not report.troubles
    assert report.unfilled == ()


def test_a_civility_that_the_text_contradicts(tmp_path: Path) -> None:
    path = listed(tmp_path, "Civilité;Nom\nMme;Roche\nM.;Petit\n")
    report = check_contacts(draft("Bonjour Madame [Nom], rappelez-moi.", "fr"), path)
    assert report.troubles == {("civility", "Civilité"): 1}
    assert report.examples[0].line == 3
    path = listed(tmp_path, "civilite;nom\nMme;Roche\n12;Petit\n")
    filled = check_contacts(draft("Bonjour {{civilite}} {{nom}}, rappelez-moi.", "fr"), path)
    assert filled.troubles == {("civility", "civilite"): 1}


def test_columns_are_found_by_configuration_then_name_then_meaning() -> None:
    slots = find_slots("{{first_name}} [Company] {{callbackNumber}} {{x9}}")
    titles = ["Prénom", "firstname", "Société", "Their phone", "Other"]
    expected = {"first_name": 0, "Company": 2, "callbackNumber": 3, "x9": 4}
    assert match_columns(slots, titles, {"x9": "Other"}) == expected
    assert match_columns(slots, ["First Name", "Prénom"], {})["first_name"] == 0
    with pytest.raises(ContactsError, match="not there"):
        match_columns(slots, titles, {"x9": "Othr"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_line_ends_of_spreadsheets(tmp_path: Path, encoding: str) -> None:
    path = listed(tmp_path, "Prénom;Nom\r\nLéa;Roche\r\n;\r\nZoé;\r\n", encoding)
    report = check_contacts(draft("Bonjour [Prénom] [Nom], rappelez-moi.", "fr"), path)
    assert report.columns == {"Prénom": "Prénom", "Nom": "Nom"}
    assert report.rows == 2  # a row without any value is the end of a sheet, not a person
    assert report.troubles == {("empty", "Nom"): 1}


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n"])
def test_a_file_that_is_no_list_of_contacts_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContactsError):
        check_contacts(draft(), listed(tmp_path, text))


def test_the_quick_way_equals_the_plain_way() -> None:
    chance = random.Random(5)
    text = "Hi {{civility}} {{last_name}}, it's Ann. {{company}} owes {{amount}}. Call {{phone}} by {{date}}, {{time}}."
    message = draft(text)
    slots = [slot for slot in find_slots(text) if slot.role == "value"]
    values = [
        ("Mr.", "Mrs.", "Dr", "M"),
        ("Roche", "O'Neil", "Van der Berg", "St John", "X"),
        ("Acme", "Acme Lee Foods", "Shop 45678", "Acme700300", "Acme 1234", "3M", "A&B Foods Ltd.", "IBM", "Café 21"),
        ("$1,250.50", "500", "£3k", "12 %"),
        ("617-555-0142", "(617) 555-0142", "+44 20 7946 0123", "6175550142"),
        ("Monday", "12/05/2026", "May 3rd", "3 May"),
        ("5 pm", "17:30", "noon"),
    ]
    filling = Filling(message, slots, [choices[0] for choices in values])
    for index, choices in enumerate(values):
        for value in choices:
            assert filling.check(index, value) <= 0.011, (value, filling.contextual)
    for _ in range(30):
        row = [chance.choice(choices) for choices in values]
        assert filling.quick(row).best == pytest.approx(filling.plain(row).best, abs=0.15)


def test_a_long_list_is_read_fast_and_in_flat_memory(tmp_path: Path) -> None:
    chance = random.Random(1)
    names = [f"{first}{last}" for first in ("Da", "Lea", "Max", "Oli") for last in ("na", "ra", "mond", "ver")]
    rows = "".join(f"{chance.choice(names)},{chance.choice(names)} Ltd,Leeds\n" for _ in range(20_000))
    path = listed(tmp_path, "First Name,Company,City\n" + rows)
    start = time.process_time()
    report = check_contacts(draft(), path)
    assert report.rows == 20_000 and time.process_time() - start < 4
    assert report.checked > 10 and report.error < 0.011
    tracemalloc.start()
    check_contacts(draft(), path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


def test_progress_goes_to_terminals_only(tmp_path: Path) -> None:
    assert progress_bar(io.StringIO()) is None
    shares: list[float] = []
    check_contacts(draft(), listed(tmp_path, "First Name,Company,City\nDana,Acme,Leeds\n"), progress=shares.append)
    assert shares[-1] == 1.0


@pytest.mark.parametrize(("reader", "word"), [("en", "too long"), ("fr", "trop longs")])
def test_people_read_the_report_in_their_language(tmp_path: Path, reader: str, word: str) -> None:
    path = listed(tmp_path, "First Name,Company\nDana,Acme\n,Acme\n")
    report = check_contacts(draft(band=Band(1, 2)), path)
    text = "\n".join(render(report, reader, Style(width=80)))
    assert word in text and "{{" not in text and "city" in text
