"""What was counted over reports: plain numbers that add up, whichever process counted them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from voicelint.finding import Severity
from voicelint.report import Report


@dataclass(slots=True)
class Tally:
    """What was counted over some reports. Severities and rules by name."""

    messages: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    safe_fixes: int = 0
    reader: str = ""
    legal: bool = False

    def count(self, report: Report) -> None:
        """Count one report."""
        self.messages += 1
        self.reader = self.reader or report.settings.reader
        self.legal = self.legal or bool(report.settings.jurisdiction)
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
