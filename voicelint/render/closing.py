"""What closes a run of reports as text: the sentence that sums it up, or how often each rule spoke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from voicelint.finding import Severity
from voicelint.interface import interface
from voicelint.terminal import Style

if TYPE_CHECKING:
    from voicelint.tally import Tally

LOOKS = {Severity.error: "red", Severity.warning: "yellow", Severity.info: "blue"}
_WITHOUT_PAGE = frozenset({"allowance-without-reason", "unknown-allowance", "unknown-language", "unused-allowance"})


def closing(tally: Tally, style: Style) -> Iterator[str]:
    """The sentence that closes a run; what `--fix` would do, if it would do anything; where to read why."""
    words = interface(tally.reader or "en")
    messages = words.count("message", tally.messages)
    worst = tally.worst()
    if not tally.messages:
        yield words.say("none")
    elif not worst:
        yield style.paint(words.say("all_fine", messages=messages), "green")
    else:
        found = words.listed(
            words.count(name, tally.severities[name]) for name in ("error", "warning", "info") if tally.severities[name]
        )
        yield style.paint(words.say("found", findings=found, messages=messages), LOOKS[worst], "bold")
        if tally.safe_fixes:
            yield words.say("fixable", fixes=words.count("fix", tally.safe_fixes))
        rule = next((rule for rule, _ in tally.rules.most_common() if rule not in _WITHOUT_PAGE), "")
        if rule:
            yield style.paint(words.say("explain", rule=rule), "dim")
    if tally.legal:
        yield style.paint(words.say("notices"), "dim")


def statistics(rules: Mapping[str, int], style: Style) -> Iterator[str]:
    """How often each rule was found, the most frequent first."""
    width = len(str(max(rules.values(), default=0)))
    for rule, count in sorted(rules.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{style.paint(f'{count:>{width}}', 'bold')}  {rule}"
