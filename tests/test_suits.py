"""A message that looks like one of another profile is told so, and judged as it was."""

from __future__ import annotations

from voicelint.library import Linter
from voicelint.source import Source

HEADED = """# Playbook

## Appointment reminder voicemail

{mark}> "Hi Dana, it's Larkfield Dental. You're booked on Thursday at ten. If that fails, call 020 7946 0712."
"""


def judged(mark: str = "") -> tuple[str, list[str]]:
    (report,) = Linter().lint_source(Source(HEADED.format(mark=mark), "playbook.md"))
    return report.profile, [finding.message for finding in report.findings if finding.rule == "other-profile"]


def test_a_heading_is_told_and_not_obeyed() -> None:
    assert judged() == ("cold", ["This looks like the profile reminder; it is judged as cold."])


def test_a_profile_beside_the_message_was_chosen() -> None:
    assert judged("<!-- voicelint: script profile=cold -->\n\n") == ("cold", [])
    assert judged("<!-- voicelint: script profile=reminder -->\n\n") == ("reminder", [])


def test_words_count_only_where_nobody_may_have_chosen() -> None:
    text = "Hi Dana, Sam Reyes from Northwind, returning your call about the shelves. 617-555-0142."

    def said(profile: str) -> bool:
        report = Linter().lint(text, language="en", profile=profile)
        return "other-profile" in {finding.rule for finding in report.findings}

    assert said("cold")
    assert not said("warm")
    assert not said("inbound")
