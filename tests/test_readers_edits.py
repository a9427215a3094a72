"""The same message in every format: read alike, and mended so that the format's own parser still accepts it."""

from __future__ import annotations

import ast
import csv
import io
import json
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
import yaml

from voicelint.readers import read
from voicelint.script import Script
from voicelint.source import Source, Span

MESSAGE = "Hi Sam, it’s Ann at Harlow. Call me on 617-555-0142, please."
NEW = 'it\'s "fine" \\ <b> & é: #1'
BACKTICK = "a `tick` \\ \"q\" 'p'"


def csv_of(text: str) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["name", "voicemail"], ["Sam", text]])
    return out.getvalue()


def page_text(page: str) -> str:
    class Texts(HTMLParser):
        said = ""

        def handle_data(self, data: str) -> None:
            self.said += data

    parser = Texts()
    parser.feed(page)
    return parser.said.split("Voicemail", 1)[1].strip()


def yaml_value(text: str) -> str:
    return str(yaml.safe_load(text)["voicemail"])


def assigned(text: str) -> str:
    return str(ast.literal_eval(ast.parse(text).body[0].value))  # type: ignore[attr-defined]


FORMATS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "json": ("a.json", json.dumps({"voicemail": MESSAGE}), lambda text: json.loads(text)["voicemail"]),
    "json-lines": ("a.jsonl", json.dumps({"voicemail": MESSAGE}) + "\n", lambda text: json.loads(text)["voicemail"]),
    "yaml-double": ("a.yaml", yaml.safe_dump({"voicemail": MESSAGE}, default_style='"'), yaml_value),
    "yaml-single": ("a.yaml", f"voicemail: '{MESSAGE}'\n", yaml_value),
    "yaml-block": ("a.yaml", f"voicemail: |-\n  {MESSAGE}\n", yaml_value),
    "toml-basic": ("a.toml", f'voicemail = "{MESSAGE}"\n', lambda text: tomllib.loads(text)["voicemail"]),
    "toml-long": ("a.toml", f'voicemail = """\n{MESSAGE}"""\n', lambda text: tomllib.loads(text)["voicemail"]),
    "csv": ("a.csv", csv_of(MESSAGE), lambda text: list(csv.reader(io.StringIO(text)))[1][1]),
    "twiml": (
        "a.xml",
        f"<Response><Say>{MESSAGE}</Say></Response>",
        lambda text: "".join(ElementTree.fromstring(text).itertext()),
    ),
    "html": ("a.html", f"<h1>Voicemail</h1><p>{MESSAGE}</p>", page_text),
    "python": ("a.py", f'VOICEMAIL = "{MESSAGE}"\n', assigned),
    "python-single": ("a.py", f"VOICEMAIL = '{MESSAGE}'\n", assigned),
    "python-in-a-row": ("a.py", 'VOICEMAIL = ("' + MESSAGE.replace("Ann", '" "Ann') + '")\n', assigned),
}
OTHERS = {
    "text": ("a.txt", MESSAGE),
    "fence": ("a.md", f"## Voicemail\n\n```\n{MESSAGE}\n```\n"),
    "blockquote": ("a.md", f'## Voicemail\n\n> "{MESSAGE}"\n'),
    "label": ("a.md", f"**Voicemail:** “{MESSAGE}”\n"),
    "javascript": ("a.js", f"const voicemail = `{MESSAGE}`;"),
    "typescript": ("a.ts", f'const voicemail: string = "{MESSAGE}";'),
    "ssml": ("a.ssml", f"<speak>{MESSAGE}</speak>"),
    "table": ("a.csv", f"voicemail;name\n{MESSAGE};Sam\n"),
}


def only_script(text: str, path: str) -> Script:
    scripts = read(Source(text, path)).scripts
    assert len(scripts) == 1, scripts
    return scripts[0]


def edited(text: str, script: Script, span: Span, new: str) -> str:
    for place, written in sorted(script.source_edits(span, new), reverse=True):
        text = text[: place.start] + written + text[place.end :]
    return text


@pytest.mark.parametrize("name", [*FORMATS, *OTHERS])
def test_the_same_message_in_every_format(name: str) -> None:
    path, text = FORMATS[name][:2] if name in FORMATS else OTHERS[name]
    assert only_script(text, path).text == MESSAGE


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("word", ["Sam, it’s Ann", "please"])
@pytest.mark.parametrize("new", [NEW, BACKTICK, ""])
def test_an_edit_is_what_the_parser_of_the_format_reads(name: str, word: str, new: str) -> None:
    path, text, parsed = FORMATS[name]
    script = only_script(text, path)
    at = script.text.index(word)
    changed = edited(text, script, Span(at, at + len(word)), new)
    assert parsed(changed) == MESSAGE.replace(word, new)


@pytest.mark.parametrize(("path", "text"), OTHERS.values(), ids=OTHERS.keys())
def test_a_mended_file_is_read_again_as_one_script(path: str, text: str) -> None:
    script = only_script(text, path)
    at = script.text.index("Harlow")
    changed = edited(text, script, Span(at, at + len("Harlow")), "Harlow and Lee")
    assert only_script(changed, path).text == MESSAGE.replace("Harlow", "Harlow and Lee")


def test_a_new_line_stays_within_its_blockquote() -> None:
    text = '## Voicemail\n\n> "Hi Sam, it\'s Ann.\n> Call me on 617-555-0142, please."\n'
    script = only_script(text, "a.md")
    at = script.text.index(", please")
    changed = edited(text, script, Span(at, at + len(", please")), ".\nPlease")
    assert changed.endswith('> Call me on 617-555-0142.\n> Please."\n')


def test_taking_out_what_runs_over_two_quoted_lines_takes_their_mark_too() -> None:
    text = '## Voicemail\n\n> "Hi Sam, it\'s Ann, well,\n> you know, at Harlow. Call me."\n'
    script = only_script(text, "a.md")
    start, end = script.text.index(", well"), script.text.index(" at Harlow")
    assert edited(text, script, Span(start, end), "").endswith('> "Hi Sam, it\'s Ann at Harlow. Call me."\n')


def test_an_unquoted_field_of_a_table_keeps_its_columns() -> None:
    text = "voicemail,name\nHi Sam this is Ann at Harlow. Call me back.,Sam\n"
    script = only_script(text, "a.csv")
    at = script.text.index("Call")
    changed = edited(text, script, Span(at, at + 4), 'Ring, "please",\ncall')
    assert [len(row) for row in csv.reader(io.StringIO(changed))] == [2, 2]
