"""The command, run as people run it: what it prints, what it says of mistakes, and its exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

GOOD = (
    "Hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number after the Leeds forum. "
    "We cut her returns bill by a third. I'm on 617-555-0142.\n"
)
BAD = "Hi Dana, this is Sam Reyes from Northwind. Please call me back on 617-555-0142.\n"
FRENCH = "Bonjour Madame Roche, ici Karim Belkacem. Rappelez-moi au 01 99 00 12 34, merci.\n"


def run(*arguments: str, cwd: Path, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder; output as UTF-8 whatever the machine's locale."""
    variables = {**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "", **environment}
    done = subprocess.run(
        [sys.executable, "-m", "voicelint", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=variables,
        timeout=60,
    )
    out, errors = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    return subprocess.CompletedProcess(done.args, done.returncode, out, errors)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a good and a bad draft."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_the_exit_status_says_clean_findings_or_failure(drafts: Path) -> None:
    assert run("--isolated", "good.txt", cwd=drafts).returncode == 0
    assert run("--isolated", "bad.txt", cwd=drafts).returncode == 1
    assert run("--isolated", "bad.txt", "--exit-zero", cwd=drafts).returncode == 0
    assert run("--isolated", "bad.txt", "absent.txt", cwd=drafts).returncode == 2


def test_fail_on_decides_what_counts(drafts: Path) -> None:
    warning = ("--select", "missing-context", "--profile", "warm", "--isolated", "bad.txt")
    assert run(*warning, cwd=drafts).returncode == 0
    assert run(*warning, "--fail-on", "warning", cwd=drafts).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profil", "warm"], "unknown flag --profil; did you mean --profile?"),
        (["--format", "jsn"], "--format: 'jsn' is unknown; did you mean json?"),
        (["--profile", "colt"], "--profile: 'colt' is unknown; did you mean cold?"),
        (["--language", "de"], "--language: 'de' is unknown"),
        (["--wpm", "9"], "--wpm: 9 words per minute is outside 40-400"),
        (["--wpm", "fast"], "--wpm: 'fast' is no number of words per minute"),
        (["--length", "8to14"], "--length: '8to14' is no length"),
        (["--length", "14-8"], "--length: '14-8' is no length"),
        (["--select", "spoken-lenght"], "--select: there is no rule 'spoken-lenght'; did you mean spoken-length?"),
        (["--ignore", "missing-vale"], "--ignore: there is no rule 'missing-vale'; did you mean missing-value?"),
        (["--select", "missing-value", "--ignore", "missing-value"], "no rule is left"),
        (["--jurisdiction", "atlantis"], "--jurisdiction: 'atlantis' is unknown"),
        (["--explain", "missing-contxt"], "there is no rule 'missing-contxt'; did you mean missing-context?"),
        (["--config", "absent.toml"], "absent.toml: does not exist"),
        (["--fix", "--diff"], "--fix and --diff do not go together"),
        (["--jobs", "0"], "--jobs: '0' is no number of processes"),
        (["goood.txt"], "goood.txt does not exist; did you mean good.txt?"),
    ],
)
def test_a_mistake_is_one_clear_line(drafts: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, "bad.txt", cwd=drafts)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr and "usage:" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_mistake_in_the_configuration_is_named_with_file_and_key(drafts: Path) -> None:
    for text, said in (
        ('profil = "warm"', "voicelint.toml:1: profil: unknown; did you mean profile?"),
        ('profile = "colt"', "voicelint.toml: profile: 'colt' is unknown; did you mean cold?"),
        ('select = ["missing-vale"]', "voicelint.toml: select: there is no rule 'missing-vale'"),
        ("[rule.spoken-length]\noptions = { marg = 1 }", "rule.spoken-length.options.marg: unknown"),
        ('ignore = ["mission", "missing-valu"]', "voicelint.toml: ignore: there is no rule 'missing-valu'"),
    ):
        (drafts / "voicelint.toml").write_text(text, encoding="utf-8")
        done = run("bad.txt", cwd=drafts)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
        assert "Traceback" not in done.stderr


def test_the_nearest_configuration_holds_and_flags_go_before_it(drafts: Path) -> None:
    (drafts / "voicelint.toml").write_text('select = ["missing-context"]\nprofile = "warm"\n', encoding="utf-8")
    assert "warning: " in run("-q", "bad.txt", cwd=drafts).stdout
    assert "error: " in run("-q", "--profile", "cold", "bad.txt", cwd=drafts).stdout
    assert "(missing-value)" in run("-q", "--isolated", "bad.txt", cwd=drafts).stdout
    inner = drafts / "inner"
    inner.mkdir()
    (inner / "bad.txt").write_text(BAD, encoding="utf-8")
    (inner / "voicelint.toml").write_text('select = ["missing-value"]\n', encoding="utf-8")
    both = run("-q", "bad.txt", "inner/bad.txt", cwd=drafts).stdout.splitlines()
    assert [line.rpartition(" ")[2] for line in both] == ["(missing-context)", "(missing-value)"]


def test_json_keeps_its_contract(drafts: Path) -> None:
    (drafts / "french.txt").write_text(FRENCH, encoding="utf-8")
    schema = json.loads(run("--schema", cwd=drafts).stdout)
    done = run("--format", "json", "good.txt", "bad.txt", "french.txt", "0.csv", cwd=drafts)
    document = json.loads(done.stdout)
    jsonschema.validate(document, schema)
    assert [report["path"] for report in document["reports"]] == ["good.txt", "bad.txt", "french.txt"]
    assert [report["language"] for report in document["reports"]] == ["en", "en", "fr"]
    assert document["errors"] == [{"path": "0.csv", "message": "does not exist"}]
    assert document["summary"]["files"] == document["summary"]["scripts"] == 3


def test_json_without_any_report_is_still_a_document(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Nothing to say\n", encoding="utf-8")
    document = json.loads(run("--format", "json", "README.md", cwd=tmp_path).stdout)
    assert document["reports"] == []
    assert document["summary"]["files_without_script"] == 1


def test_json_is_whole_on_a_terminal_that_is_not_utf_8(drafts: Path) -> None:
    (drafts / "french.txt").write_text(FRENCH, encoding="utf-8")
    command = [sys.executable, "-m", "voicelint", "--format", "json", "french.txt"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(command, cwd=drafts, capture_output=True, env=environment, timeout=60)
    assert done.stdout.isascii()
    assert json.loads(done.stdout)["reports"]


def test_standard_input_is_a_message(tmp_path: Path) -> None:
    done = run("-q", "--stdin-filename", "drafts/x.txt", "-", cwd=tmp_path, stdin=BAD.encode())
    assert done.stdout.startswith("drafts/x.txt:1:")
    assert done.returncode == 1


def test_one_unreadable_file_among_many_is_named_and_the_others_are_linted(drafts: Path) -> None:
    (drafts / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (drafts / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(drafts / "pipe.txt")
    done = run("-q", "binary.txt", "loop.txt", "pipe.txt", "bad.txt", cwd=drafts)
    assert done.returncode == 2
    assert "bad.txt:1:" in done.stdout
    for name in ("binary.txt", "loop.txt", "pipe.txt"):
        assert f"voicelint: {name}: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n\r\n"])
def test_an_empty_file_holds_no_message_and_is_no_failure(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(data)
    done = run("--isolated", "empty.txt", cwd=tmp_path)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr


def test_names_of_files_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    name = "a\x1b[31m\nb.txt"
    (tmp_path / name).write_text(BAD, encoding="utf-8")
    done = run(name, cwd=tmp_path)
    assert "\x1b" not in done.stdout + done.stderr
    assert "a<U+001B>[31m b.txt:1" in done.stdout


def test_a_reader_that_goes_away_is_no_error(drafts: Path) -> None:
    (drafts / "many.txt").write_text(BAD, encoding="utf-8")
    command = f"{sys.executable} -m voicelint bad.txt many.txt --timeline | head -n 1"
    done = subprocess.run(command, shell=True, cwd=drafts, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""


def test_a_closed_standard_output_is_said(drafts: Path) -> None:
    command = f"{sys.executable} -m voicelint bad.txt >&-"
    done = subprocess.run(command, shell=True, cwd=drafts, capture_output=True, text=True, timeout=60)
    assert "standard output is closed" in done.stderr
    assert done.returncode == 2


def test_a_report_goes_into_a_file(drafts: Path) -> None:
    done = run("--format", "json", "--output", "report.json", "bad.txt", cwd=drafts)
    assert done.stdout == ""
    assert json.loads((drafts / "report.json").read_text(encoding="utf-8"))["reports"]
    assert run("--output", "absent/report.txt", "bad.txt", cwd=drafts).returncode == 2


def test_the_answer_does_not_depend_on_jobs_hash_seed_or_locale(drafts: Path) -> None:
    names = []
    for number in range(6):
        names.append(f"draft-{number}.txt")
        (drafts / names[-1]).write_text(BAD.replace("Dana", f"Dana {number}"), encoding="utf-8")
    one = run("--format", "json", *names, cwd=drafts, PYTHONHASHSEED="1")
    assert run("--format", "json", "--jobs", "2", *names, cwd=drafts, PYTHONHASHSEED="2").stdout == one.stdout
    assert run("--format", "json", *names, cwd=drafts, LC_ALL="C", LANG="fr_FR.UTF-8").stdout == one.stdout
    for report in (("--format", "json"), (), ("-q",)):
        english = run(*report, *names, cwd=drafts, LC_ALL="en_GB.UTF-8").stdout
        assert run(*report, *names, cwd=drafts, LC_ALL="fr_FR.UTF-8").stdout == english


def test_statistics_count_by_rule(drafts: Path) -> None:
    lines = run("--isolated", "--statistics", "--select", "missing-context,missing-value", "bad.txt", cwd=drafts)
    assert sorted(lines.stdout.split()) == ["1", "1", "missing-context", "missing-value"]


def test_the_rules_are_listed_and_explained(tmp_path: Path) -> None:
    listed = run("--list-rules", cwd=tmp_path)
    assert "spoken-length" in listed.stdout and listed.returncode == 0
    explained = run("--explain", "missing-context", cwd=tmp_path)
    assert explained.stdout.startswith("# missing-context") and explained.returncode == 0


def test_an_allowance_with_its_reason_lets_a_rule_pass(drafts: Path) -> None:
    text = f"# voicelint: allow missing-context -- they know us\n{BAD}"
    (drafts / "bad.txt").write_text(text, encoding="utf-8")
    done = run("-q", "--isolated", "--select", "missing-context,missing-value", "bad.txt", cwd=drafts)
    assert "missing-context" not in done.stdout
    assert "(missing-value)" in done.stdout


def test_what_the_command_loads_without_a_configuration(drafts: Path) -> None:
    program = (
        "import sys; from voicelint.cli import main; main(['--isolated', '-q', 'good.txt']);"
        "heavy = {'pydantic', 'spacy', 'textstat', 'yaml', 'markdown_it', 'num2words', 'phonenumbers', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=drafts, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr


FILLED = "Um, hi Dana, Sam Reyes from Northwind. Priya Nair gave me your number. I'm on 6175550142.\r\n"


def test_fix_writes_the_safe_fixes_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FILLED.encode())
    path.chmod(0o604)
    done = run("--isolated", "--fix", "a.txt", cwd=tmp_path)
    fixed = path.read_bytes()
    assert fixed.startswith(b"Hi Dana") and b"617-555-0142" in fixed and fixed.endswith(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o604
    assert "2 safe fixes applied in a.txt" in done.stderr
    run("--isolated", "--fix", "a.txt", cwd=tmp_path)
    assert path.read_bytes() == fixed
    rules = run("--isolated", "-q", "a.txt", cwd=tmp_path).stdout
    assert "spoken-filler" not in rules and "number-grouping" not in rules


def test_diff_shows_what_fix_would_do_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FILLED.encode())
    done = run("--isolated", "--diff", "a.txt", cwd=tmp_path)
    assert "-Um, hi Dana" in done.stdout
    assert "617-555-0142" in done.stdout
    assert path.read_bytes() == FILLED.encode()


def test_fix_keeps_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "Bonjour Hélène, c'est Marc Petit, de Novatri. Rappelez-moi au 0199001234, s'il vous plaît."
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        path.write_bytes(text.encode(encoding))
        run("--isolated", "--fix", "a.txt", cwd=tmp_path)
        fixed = path.read_bytes()
        assert fixed.decode(encoding).replace("\u00a0", " ") == text.replace("0199001234", "01 99 00 12 34")
        assert fixed[:2] == text.encode(encoding)[:2]


def test_fix_of_standard_input_goes_to_standard_output(tmp_path: Path) -> None:
    """To itself: what is said of it goes to standard error, in whatever form."""
    for form in ("-q", "--format=json", "--color=never"):
        done = run("--isolated", "--fix", form, "-", cwd=tmp_path, stdin=FILLED.encode())
        assert "617-555-0142" in done.stdout
        assert "missing-value" in done.stderr
        assert "missing-value" not in done.stdout
        assert run("--isolated", "--fix", form, "-", cwd=tmp_path, stdin=done.stdout.encode()).stdout == done.stdout


def test_fix_leaves_what_git_ignores_and_what_links_lead_out_to(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    (tree / ".git").mkdir(parents=True)
    (tree / ".gitignore").write_text("local.txt\n", encoding="utf-8")
    (tree / "local.txt").write_bytes(FILLED.encode())
    (tmp_path / "outside.txt").write_bytes(FILLED.encode())
    (tree / "link.txt").symlink_to("../outside.txt")
    done = run("--isolated", "--fix", "local.txt", "link.txt", cwd=tree)
    assert done.returncode == 2
    assert "local.txt: is ignored by git; not changed" in done.stderr
    assert "link.txt: leads by a link to a file outside the folder; not changed" in done.stderr
    assert (tree / "local.txt").read_bytes() == (tmp_path / "outside.txt").read_bytes() == FILLED.encode()


def test_a_message_in_another_language_is_named_and_not_judged(tmp_path: Path) -> None:
    text = "Guten Tag Herr Müller, hier ist Anna Schmidt. Bitte rufen Sie mich morgen zurück, vielen Dank."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = run("--isolated", "--format", "json", "a.txt", cwd=tmp_path)
    (found,) = json.loads(done.stdout)["reports"]
    assert (found["language"], [finding["rule"] for finding in found["findings"]]) == ("de", ["unknown-language"])
    assert done.returncode == 0


def test_the_rate_of_a_reader_comes_with_its_line_of_configuration(drafts: Path) -> None:
    done = run("--isolated", "--calibrate", "15", "good.txt", cwd=drafts)
    assert "wpm = { en = " in done.stdout


def test_scripts_are_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "playbook.md").write_text(
        f"# Calls\n\n## Voicemail\n\n> {BAD}\n## Email\n\nSee you.\n", encoding="utf-8"
    )
    done = run("--isolated", "--list-scripts", ".", cwd=tmp_path)
    assert "playbook.md" in done.stdout and "Voicemail" in done.stdout and "taken: " in done.stdout


def test_contacts_say_whom_a_message_fits(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("first_name\nAnn\nMaximilienne\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(BAD.replace("Dana", "{{first_name}}"), encoding="utf-8")
    done = run("--isolated", "--contacts", "list.csv", "a.txt", cwd=tmp_path)
    assert "Ann" in done.stdout and "Maximilienne" in done.stdout
    assert run("--isolated", "--contacts", "absent.csv", "a.txt", cwd=tmp_path).returncode == 2


def test_a_line_of_ten_megabytes_is_refused_and_not_chewed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hi Dana, call me. " * 600_000, encoding="utf-8")
    done = run("--isolated", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "a.txt: line 1: holds 10,7" in done.stderr or "a.txt: line 1: holds 10,8" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o000)
    assert "closed may not be read" in run("closed", cwd=tmp_path).stderr


def test_the_timeline_is_drawn_once_under_the_bar(drafts: Path) -> None:
    drawn = run("--isolated", "--timeline", "good.txt", cwd=drafts).stdout
    assert drawn.count("about") == 1
    assert drawn.count("┬") == drawn.splitlines()[6].count("┬") > 2


def test_plain_files_of_a_folder_that_are_no_messages_are_not_counted(drafts: Path) -> None:
    """Neither a list of packages, nor notes, nor binary data that is called text; what is named is a message."""
    (drafts / "requirements.txt").write_text("voicemail-lint\n", encoding="utf-8")
    (drafts / "notes.txt").write_text("Things to do this week\n", encoding="utf-8")
    (drafts / "data.txt").write_bytes(b"Hi Sam\0\1\2")
    (drafts / "bad.txt").unlink()
    for jobs in ("1", "2"):
        summary = json.loads(run("--format", "json", "--jobs", jobs, ".", cwd=drafts).stdout)["summary"]
        assert (summary["files"], summary["files_without_script"], summary["scripts"]) == (1, 0, 1), jobs
    assert json.loads(run("--format", "json", "notes.txt", cwd=drafts).stdout)["summary"]["scripts"] == 1
    assert run("data.txt", cwd=drafts).returncode == 2


def test_cues_in_a_configuration_are_refused_and_not_passed_over(drafts: Path) -> None:
    (drafts / "voicelint.toml").write_text('[rule.jargon]\noptions = { cues = ["northwind"] }\n', encoding="utf-8")
    done = run("bad.txt", cwd=drafts)
    assert done.returncode == 2
    assert "voicelint.toml" in done.stderr and "rule.jargon.options.cues" in done.stderr
    assert "rule file of your own" in done.stderr


def test_notes_on_the_files_of_a_series_are_told(drafts: Path) -> None:
    for step in (1, 2):
        head = f"---\ntype: voicemail\nseries: s\nstep: {step}\nprofile: colt\n---\n"
        (drafts / f"step{step}.md").write_text(head + BAD, encoding="utf-8")
    told = run("--isolated", "step1.md", "step2.md", cwd=drafts).stderr
    assert told.count("'colt' is unknown") == 2
