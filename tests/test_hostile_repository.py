"""A stranger's repository: what stands in it is read or refused, never obeyed, never run, never waited for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_cli import BAD, run
from test_packs import RULE

from voicelint import compiler, discovery
from voicelint.catalog import CatalogError
from voicelint.config import Config, ConfigError
from voicelint.discovery import find_files
from voicelint.library import Linter
from voicelint.packs import rules_of_folder
from voicelint.readers import Options, ReadError, read
from voicelint.source import Source

# Modules that the command, or what it loads, looks for by name.
PLANTED = (
    *("argparse", "json", "tomllib", "sitecustomize", "usercustomize", "markdown_it", "num2words", "phonenumbers"),
    *("pydantic", "spacy", "textstat", "yaml", "html", "csv", "difflib", "multiprocessing", "importlib_metadata"),
)
FILES = {
    "a.txt": BAD,
    "voicemail.md": f"## Voicemail\n\n> {BAD}",
    "voicemail.yaml": f"voicemail: {BAD}",
    "voicelint.toml": 'profile = "warm"\n',
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with drafts of several formats, and modules that leave a trace when they are run."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in PLANTED:
        program = f"open({str(tmp_path / 'RUN')!r}, 'a').write('{name} ')\nraise SystemExit(3)\n"
        (tmp_path / f"{name}.py").write_text(program, encoding="utf-8")
    return tmp_path


def test_no_module_of_the_repository_is_run_by_the_module(repository: Path) -> None:
    done = run("--no-cache", *FILES, cwd=repository)
    assert not (repository / "RUN").exists(), (repository / "RUN").read_text(encoding="utf-8")
    assert done.returncode == 1 and "a.txt:1" in done.stdout


def test_no_module_of_the_repository_is_run_by_the_command(repository: Path) -> None:
    (repository / "voicelint.py").write_text((repository / "json.py").read_text(encoding="utf-8"), encoding="utf-8")
    command = Path(sys.executable).with_name("voicelint")
    if not command.exists():
        pytest.skip("the command is not installed beside this Python")
    done = subprocess.run([command, "--no-cache", *FILES], cwd=repository, capture_output=True, timeout=60)
    assert not (repository / "RUN").exists()
    assert done.returncode == 1


def test_a_pipeline_of_the_repository_is_not_loaded(repository: Path) -> None:
    (repository / "evil.py").write_text((repository / "json.py").read_text(encoding="utf-8"), encoding="utf-8")
    facts = repository / "evil-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n", encoding="utf-8")
    (facts / "entry_points.txt").write_text("[voicelint.rules]\nx = evil\n[voicelint.kinds]\ny = evil:Y\n")
    (repository / "voicelint.toml").write_text('pipeline = "evil"\n', encoding="utf-8")
    done = run("--no-cache", "a.txt", cwd=repository)
    assert not (repository / "RUN").exists()
    assert done.returncode == 2 and "'evil' is no installed package" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("wpm = 1e308", "less than or equal to 400"),
        ("wpm = nan", "wpm"),
        ("dictation = inf", "dictation"),
        ('length = "8-99999999999999999999999"', "is no length"),
        ('profile = "\\u001b[31m"', "\\x1b[31m"),
        ('"\\u001b[2J" = 1', "<U+001B>[2J"),
        ('rules = ["/dev/zero"]', "cannot be read"),
        ('[patterns]\n"*" = "("', "is no regular expression"),
        ("x = 1\n" * 400_000, "larger than"),
    ],
)
def test_a_hostile_configuration_is_refused_in_a_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "voicelint.toml").write_text(text, encoding="utf-8")
    done = run("a.txt", cwd=tmp_path)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr[-300:]
    assert "Traceback" not in done.stderr and "\x1b" not in done.stderr


def test_a_configuration_that_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    os.mkfifo(tmp_path / "voicelint.toml")
    os.mkfifo(tmp_path / "pyproject.toml")
    os.mkfifo(tmp_path / ".gitignore")
    (tmp_path / ".git").mkdir()
    assert run("--no-cache", ".", cwd=tmp_path).returncode == 1


@pytest.mark.skipif(not hasattr(time, "thread_time"), reason="no timer of processor time")
def test_a_pattern_that_tries_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicelint.readers.patterned._LONGEST", 0.3)
    with pytest.raises(ReadError, match="was given up after"):
        read(Source("a" * 60 + "!", "a.txt"), Options(patterns=("(a+)+$",)))


def test_a_field_of_many_stars_is_quick() -> None:
    text = '{"%s": "Hi Dana, this is Sam Reyes, call me back."}' % ("a" * 2000)
    begun = time.process_time()
    assert not read(Source(text, "a.json"), Options(fields=("*a" * 30 + "b", "**a" * 30 + "b"))).scripts
    assert read(Source(text, "a.json"), Options(fields=("*a" * 30,))).scripts
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("(a|b)" * 3000, "300 are the most"),
        ("(a|)" * 1500 + " x", "300 are the most"),
        ("(" * 40 + "a" + ")" * 40, "deeper than"),
        ("x " + "... a " * 400, "300 are the most"),
        ("@about @about @nothing", "@nothing is no known list"),
    ],
)
def test_a_cue_that_would_blow_up_is_refused_with_its_file(tmp_path: Path, cue: str, said: str) -> None:
    (tmp_path / "no-cheers.toml").write_text(RULE.replace('["cheers"]', f'["{cue}"]'), encoding="utf-8")
    with pytest.raises(CatalogError, match=said) as caught:
        list(rules_of_folder(str(tmp_path)))
    assert "no-cheers.toml" in str(caught.value) and len(str(caught.value)) < 400


def test_cues_that_together_would_blow_up_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiler, "_MOST_STEPS", 10_000)
    cues = ", ".join(f'"{f"(a{number}|) " * 70}x"' for number in range(20))
    (tmp_path / "no-cheers.toml").write_text(RULE.replace('["cheers"]', f"[{cues}]"), encoding="utf-8")
    with pytest.raises(CatalogError, match=r"take more than 10,000 steps"):
        list(rules_of_folder(str(tmp_path)))


def test_a_rule_file_of_a_pack_cannot_reach_into_objects(tmp_path: Path) -> None:
    evil = RULE.replace("“{phrase}” is not", "{phrase.__class__.__mro__} {phrase!r} {0} %s is not")
    (tmp_path / "no-cheers.toml").write_text(evil, encoding="utf-8")
    with pytest.raises((CatalogError, ConfigError)):
        Linter(Config(rule_folders=(str(tmp_path),))).lint("Thanks, cheers.", language="en")


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    os.mkfifo(tmp_path / "voicemail.md")
    (tmp_path / "zero.json").symlink_to("/dev/zero")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "self").symlink_to(tmp_path, target_is_directory=True)
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(tmp_path)
        try:
            server.bind("voicemail.toml")
        finally:
            os.chdir(here)
        done = run("--no-cache", ".", cwd=tmp_path)
        assert done.returncode == 1 and done.stdout.count("a.txt:1") == 1
        named = run("--no-cache", "voicemail.md", "zero.json", "loop.yaml", "voicemail.toml", cwd=tmp_path)
    assert named.returncode == 2 and named.stderr.count("voicelint: ") == 4


def test_names_that_are_no_text_are_shown_and_read(tmp_path: Path) -> None:
    names = [b"a\nb.txt", b"caf\xe9.txt", b"\x1b]0;title\x07.txt", "\u202etxt.exe.txt".encode(), b"-- --fix.txt"]
    for name in names:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(BAD, encoding="utf-8")
    for flags in ((), ("-q",), ("--format", "json"), ("--list-scripts",), ("--diff",), ("--spoken",)):
        done = run("--no-cache", *flags, ".", cwd=tmp_path)
        assert done.returncode in (0, 1), done.stderr
        assert not {"\x1b", "\x07", "\u202e", "\r"} & set(done.stdout + done.stderr)
        assert "Traceback" not in done.stderr


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    real = os.scandir

    def scandir(folder: str) -> object:
        if str(folder).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(discovery.os, "scandir", scandir)
    told: list[tuple[str, str]] = []
    assert not list(find_files(str(tmp_path), tell=lambda *problem: told.append(problem)))
    assert told == [(str(tmp_path / "closed"), "may not be read")]


def test_a_large_file_is_not_passed_over_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "LARGEST_UNNAMED", 100)
    (tmp_path / "data.json").write_text('{"a": "b"}' + " " * 200, encoding="utf-8")
    (tmp_path / "drops.json").write_text('{"voicemail": "b"}' + " " * 200, encoding="utf-8")
    told: list[tuple[str, str]] = []
    assert not list(find_files(str(tmp_path), tell=lambda *problem: told.append(problem)))
    assert [os.path.basename(path) for path, _ in told] == ["drops.json"]


def test_linting_writes_nothing_but_its_cache(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Um, hi Dana, call me on 6175550142.\n", encoding="utf-8")
    before = sorted(os.listdir(tmp_path))
    for flags in ((), ("--diff",), ("--format", "json"), ("--list-scripts",), ("--timeline",), ("--statistics",)):
        run("--no-cache", *flags, ".", cwd=tmp_path)
    assert sorted(os.listdir(tmp_path)) == before


BOMB = (
    '<!DOCTYPE r [<!ENTITY a "Hi Dana, this is Sam calling. "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">'
    '<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>'
)


@pytest.mark.parametrize("name", ["voicemail.xml", "voicemail.twiml", "voicemail.ssml", "voicemail.html"])
def test_entities_are_text_and_never_expanded_or_fetched(name: str) -> None:
    root = "speak" if name.endswith("ssml") else "Response"
    said = "<Say>Hi Dana, this is Sam Reyes. &c;&d;&e; Call me back.</Say>"
    text = f"{BOMB}<{root}>{said}</{root}>" if root == "Response" else f"{BOMB}<speak>{said}</speak>"
    for script in read(Source(text, name)).scripts:
        assert len(script.text) < 120
        assert "root:" not in script.text


def test_a_table_of_one_endless_field_is_refused_in_the_contacts_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD.replace("Dana", "{{first_name}}"), encoding="utf-8")
    (tmp_path / "list.csv").write_text('first_name\n"' + "a" * 3_000_000, encoding="utf-8")
    (tmp_path / "voicemail.csv").write_text('voicemail\n"' + "a" * 3_000_000, encoding="utf-8")
    done = run("--no-cache", "--contacts", "list.csv", "a.txt", cwd=tmp_path)
    assert done.returncode == 2 and "list.csv" in done.stderr and "Traceback" not in done.stderr
    done = run("--no-cache", "voicemail.csv", cwd=tmp_path)
    assert done.returncode == 2 and "is never closed, or is huge" in done.stderr


def test_formulas_are_shown_as_text(tmp_path: Path) -> None:
    """No table is written, so that no formula can be; what a cell holds is shown as it stands."""
    (tmp_path / "a.txt").write_text(BAD.replace("Dana", "{{first_name}}"), encoding="utf-8")
    (tmp_path / "list.csv").write_text("first_name\n=cmd|'/c calc'!A0\n@SUM(1)\n", encoding="utf-8")
    assert "=cmd|'/c calc'!A0" in run("--no-cache", "--contacts", "list.csv", "a.txt", cwd=tmp_path).stdout


def test_front_matter_of_another_program_ends_nothing(tmp_path: Path) -> None:
    head = "---\nprofile: enterprise\ngoal: meeting\nrate: 999\nlength: 99-88\naudience: everybody\n---\n"
    (tmp_path / "voicemail.md").write_text(f"{head}## Voicemail\n\n> {BAD}", encoding="utf-8")
    (tmp_path / "plain.md").write_text(f"## Voicemail\n\n> {BAD}", encoding="utf-8")
    done = run("--no-cache", "--isolated", "-q", "voicemail.md", cwd=tmp_path)
    plain = run("--no-cache", "--isolated", "-q", "plain.md", cwd=tmp_path)
    rules = [line.rpartition(" ")[2] for line in done.stdout.splitlines()]
    assert rules == [line.rpartition(" ")[2] for line in plain.stdout.splitlines()] != []
    noted = run("--no-cache", "--isolated", "voicemail.md", cwd=tmp_path).stderr
    for key in ("profile: 'enterprise'", "goal: 'meeting'", "wpm: 999", "length: '99-88'", "audience: 'everybody'"):
        assert f"voicelint: voicemail.md: {key}" in noted
    listed = run("--no-cache", "--isolated", "--list-scripts", "voicemail.md", cwd=tmp_path)
    assert listed.returncode == 0 and "enterprise" not in listed.stdout


def test_what_a_reader_leaves_out_is_told(tmp_path: Path) -> None:
    lines = '{"voicemail": "Hi Dana, this is Sam Reyes, call me back."}\n{oops\n'
    (tmp_path / "voicemail.jsonl").write_text(lines, encoding="utf-8")
    assert "line 2 left out" in run("--no-cache", "--isolated", "voicemail.jsonl", cwd=tmp_path).stderr


def test_an_answer_from_the_cache_is_whole(tmp_path: Path) -> None:
    """A peer's cache keeps clean files only: here a file with findings comes back with every one of them."""
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    first = run("--cache-dir", "kept", "--isolated", "a.txt", cwd=tmp_path)
    again = run("--cache-dir", "kept", "--isolated", "a.txt", cwd=tmp_path)
    assert first.returncode == again.returncode == 1
    assert (first.stdout, first.stderr) == (again.stdout, again.stderr)
