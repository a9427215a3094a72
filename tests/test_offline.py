"""Nothing downloads: the command and the library, textstat and spaCy included, work where every socket is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import BAD, FRENCH

# Every way to the network that Python has raises one of these events; what is refused leaves its trace.
REFUSE = """
import sys
WAYS = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")
def audit(event, arguments):
    if event in WAYS:
        print("SOCKET", event, arguments[-1:], file=sys.stderr)
        raise OSError("no network here")
sys.addaudithook(audit)
"""
COMMAND = """
from voicelint.cli import main
for arguments in (
    ["--no-cache", "."], ["--no-cache", "--format", "json", "."], ["--spoken", "."], ["--timeline", "."],
    ["--list-rules"], ["--explain", "missing-context"],
    ["--contacts", "list.csv", "tags.txt"], ["--calibrate", "10", "en.txt"],
    ["--list-scripts", "."], ["--fix", "-q", "en.txt"], ["--schema"], ["--no-cache", "--jobs", "2", "en.txt", "fr.txt"],
):
    main(arguments)
"""
LIBRARY = """
import voicelint
linter = voicelint.Linter()
german = "Guten Tag, hier ist Anna. Bitte rufen Sie an."
for text in (open("en.txt").read(), open("fr.txt", encoding="utf-8").read(), german):
    report = linter.lint(text)
    report.to_dict()
    assert report.draft.doc is not None
import spacy
from spacy.lang.en import English
pipeline = English()
pipeline.add_pipe("voicelint")
assert pipeline("Hi Dana, it's Sam.").spans["voicelint"]
"""
READABILITY = """
import importlib.util
if importlib.util.find_spec("voicelint.readability"):
    import voicelint.readability
import textstat
textstat.textstat.set_lang("fr")
assert textstat.textstat.flesch_reading_ease("Rappelez-moi demain matin, merci beaucoup.")
textstat.textstat.set_lang("en")
assert textstat.textstat.syllable_count("voicemail")
"""


@pytest.mark.parametrize("program", [COMMAND, LIBRARY, READABILITY], ids=["command", "library", "textstat"])
def test_no_socket_is_opened(tmp_path: Path, program: str) -> None:
    for name, text in (("en.txt", BAD), ("fr.txt", FRENCH), ("tags.txt", BAD.replace("Dana", "{{first_name}}"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("voicemail.md", "voicemail.yaml", "voicemail.html"):
        (tmp_path / name).write_text("voicemail: Hi Dana, it's Sam. Call me.\n", encoding="utf-8")
    (tmp_path / "list.csv").write_text("first_name\nAnn\n", encoding="utf-8")
    (tmp_path / "voicelint.toml").write_text('profile = "cold"\n', encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", REFUSE + program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert "SOCKET" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr


def test_a_refused_socket_is_seen() -> None:
    asks = "import urllib.request\ntry:\n    urllib.request.urlopen('http://127.0.0.1:9')\nexcept OSError:\n    pass\n"
    done = subprocess.run([sys.executable, "-c", REFUSE + asks], capture_output=True, text=True, timeout=60)
    assert "SOCKET" in done.stderr
