"""Series: from what stands beside messages, from the order of files, from sequence files; each fault and its limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from voicelint.cli import main
from voicelint.library import Linter
from voicelint.source import Source

NEWS = [
    "Priya Nair gave me your number. I can save your stores two hours a day.",
    "Your shop in Leeds opens in May, and I have the figures of its returns.",
    "Oakfield now sorts what comes back in a morning, and I know how.",
    "The fair is on Thursday; two of your suppliers will be at our stand.",
    "A new rule on packaging starts in June, and it spares you a form.",
]
SEQUENCE = """\
name: returns
steps:
  - day: 1
    channel: voicemail
    time: "{first}"
    voicemail: "Hi Dana, Sam Reyes from Northwind. {a} I'm on 617-555-0142."
{between}  - day: {second}
    channel: voicemail
    time: "{later}"
    voicemail: "Hi Dana, Sam Reyes from Northwind. {b} I'm on 617-555-0142."
  - day: {third}
    channel: voicemail
    time: "{last}"
    voicemail: "Hi Dana, Sam Reyes from Northwind. {c} I'm on 617-555-0142."
"""
EMAIL = '  - day: 4\n    channel: email\n    subject: "The figures"\n'


def message(news: str, step: int, when: str, more: str = "") -> str:
    head = f"---\ntype: voicemail\nseries: dana\nstep: {step}\nsend_at: {when}\n{more}---\n"
    return f"{head}Hi Dana, Sam Reyes from Northwind. {news} I'm on 617-555-0142.\n"


def found(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    """What is said of series, each as `file: message`."""
    main(["-q", "--no-cache", *map(str, arguments)])
    lines = [line for line in capsys.readouterr().out.splitlines() if line.endswith((")",)) and "(series-" in line]
    return [f"{Path(line.split(':')[0]).name}: {line.split(': ', 2)[2]}" for line in lines]


def write(folder: Path, *messages: str) -> Path:
    for number, text in enumerate(messages, 1):
        (folder / f"m{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_ten_messages_at_one_o_clock(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = (message(NEWS[day % 5], day, f"2026-03-{day + 1:02}T13:00") for day in range(1, 11))
    said = found(capsys, write(tmp_path, *texts))
    assert [line for line in said if "repeats" not in line] == [
        "m02.txt: Less than 2 days after the message before. (series-cadence)",
        "m04.txt: 10 voicemails to one person. (series-cadence)",
        "m10.txt: 10 messages, all around 13:00. (series-cadence)",
        "m10.txt: 10 steps, all by voicemail. (series-cadence)",
    ]
    assert any("repeats message 1" in line for line in said)


def test_a_good_series_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("2026-03-03T10:15", "2026-03-10T16:30", "2026-03-18T09:00")
    texts = [message(NEWS[at], at + 1, day, "channels: voicemail, email\n") for at, day in enumerate(days)]
    assert found(capsys, write(tmp_path, *texts)) == []


def test_files_in_order_are_a_series_where_the_configuration_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "dana"
    folder.mkdir()
    write(
        folder, *(f"Hi Dana, Sam Reyes from Northwind. {news} I'm on 617-555-0142.\n" for news in (*NEWS[:3], NEWS[0]))
    )
    assert found(capsys, folder) == []
    (tmp_path / "voicelint.toml").write_text('[[overrides]]\npaths = ["dana/**"]\nseries = "dana"\n', encoding="utf-8")
    assert found(capsys, folder) == [
        "m04.txt: 4 voicemails to one person. (series-cadence)",
        "m04.txt: Message 4 repeats message 1. (series-repeat)",
    ]


def test_limits_stand_in_the_configuration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("2026-03-03T10:15", "2026-03-10T16:30")
    write(tmp_path, *(message(NEWS[at], at + 1, day) for at, day in enumerate(days)))
    assert found(capsys, tmp_path) == []
    (tmp_path / "voicelint.toml").write_text(
        "[rule.series-cadence]\noptions = { most = 1, gap = 10.0 }\n", encoding="utf-8"
    )
    assert found(capsys, tmp_path) == [
        "m02.txt: 2 voicemails to one person. (series-cadence)",
        "m02.txt: Less than 10 days after the message before. (series-cadence)",
    ]


def sequence(tmp_path: Path, **places: object) -> Path:
    chosen = {"first": "10:00", "later": "16:30", "last": "09:00", "between": EMAIL, "second": 8, "third": 15}
    path = tmp_path / "sequence.yaml"
    text = SEQUENCE.format_map({**dict(zip("abc", NEWS, strict=False)), **chosen, **places})
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        ({}, []),
        ({"between": ""}, ["3 steps, all by voicemail. (series-cadence)"]),
        ({"second": 2}, ["Less than 2 days after the message before. (series-cadence)"]),
        ({"first": "13:00", "later": "13:20", "last": "13:05"}, ["3 messages, all around 13:05. (series-cadence)"]),
        ({"c": NEWS[0]}, ["Message 3 repeats message 1. (series-repeat)"]),
        (
            {"a": f"This is my last message. {NEWS[0]}"},
            ["A message follows the one that said it was the last. (series-final-note)"],
        ),
    ],
)
def test_a_sequence_file_is_a_series(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], places: dict[str, object], wanted: list[str]
) -> None:
    assert found(capsys, sequence(tmp_path, **places)) == [f"sequence.yaml: {line}" for line in wanted]


def test_a_list_without_days_is_a_library_of_scripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sequence(tmp_path, between="", c=NEWS[0])
    path.write_text(path.read_text(encoding="utf-8").replace("day:", "size:"), encoding="utf-8")
    assert found(capsys, path) == []


def test_a_closed_series_ends_kindly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("2026-03-03T10:15", "2026-03-10T16:30")
    texts = [message(NEWS[at], at + 1, day, "steps: 2\n") for at, day in enumerate(days)]
    unkind = found(capsys, write(tmp_path, *texts))
    kind = found(capsys, write(tmp_path, texts[0], texts[1].replace("I'm on", "Whatever you decide, I'm on")))
    assert (unkind, kind) == (["m02.txt: The last message of the series says nothing kind. (series-final-note)"], [])


LAST = [
    ("a", ["error", 1]),  # the first of three
    ("b", ["error", 1]),
    ("c", ["info", 1]),  # nothing follows it: only its number of steps is not told
]


@pytest.mark.parametrize(("place", "told"), LAST)
def test_a_last_message_that_others_follow_is_contradicted_by_the_order_alone(
    place: str, told: list[object], tmp_path: Path
) -> None:
    news = dict(zip("abc", NEWS, strict=False))
    news[place] = f"This is my last message. {news[place]}"
    days = {"first": "10:00", "later": "16:30", "last": "09:00", "between": EMAIL, "second": 8, "third": 15}
    source = Source(SEQUENCE.format(**days, **news), str(tmp_path / "sequence.yaml"))
    findings = [finding for report in Linter().lint_series([source]) for finding in report.findings]
    claims = [finding for finding in findings if finding.rule == "false-pretext"]
    assert [claims[0].severity.name, len(claims)] == told
    assert source.text[claims[0].span.start : claims[0].span.end] == "my last message"
