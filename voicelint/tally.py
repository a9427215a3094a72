"""What was counted over reports: plain numbers that add up, whichever process counted them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from voicelint.finding import Severity

if TYPE_CHECKING:
    from voicelint.report import Report


class Tally:
    """What was counted over some reports. Severities and rules by name."""

    def __init__(self) -> None:
        self.messages = 0
        self.severities: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.safe_fixes = 0
        self.reader = ""
        self.legal = False

    def to_data(self) -> dict[str, Any]:
        """Plain data."""
        return vars(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Tally:
        """The tally that `to_data` described."""
        tally = cls()
        vars(tally).update(data, severities=Counter(data["severities"]), rules=Counter(data["rules"]))
        return tally

    def count(self, report: Report) -> None:
        """Count one report."""
        self.messages += 1
        self.reader = self.reader or report.settings.reader
        self.legal = self.legal or bool(report.settings.jurisdiction and report.settings.audience)
        for finding in report.findings:
            self.severities[finding.severity.name] += 1
            self.rules[finding.rule] += 1
            self.safe_fixes += any(fix.safe and fix.edits for fix in finding.fixes)

    def add(self, other: Tally) -> None:
        """Count what another tally counted."""
        self.messages += other.messages
        self.severities.update(other.severities)
        self.rules.update(other.rules)
        self.safe_fixes += other.safe_fixes
        self.reader = self.reader or other.reader
        self.legal = self.legal or other.legal

    def worst(self) -> Severity:
        """The highest severity that was counted; `off` if none was."""
        return max((Severity[name] for name, count in self.severities.items() if count), default=Severity.off)
