"""Reports as JSON, one report a line, by the contract that `voicelint --schema` prints."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from voicelint.finding import Severity
from voicelint.report import Report

VERSION = 1


class JsonWriter:
    """Gives the document piece by piece, so that ten thousand reports need no more memory than one.

    `ascii_only`: escape what is not ASCII, for streams that are not UTF-8.
    """

    def __init__(self, *, ascii_only: bool = False) -> None:
        self._ascii = ascii_only
        self._messages = 0
        self._severities: Counter[Severity] = Counter()
        self._rules: Counter[str] = Counter()

    def start(self) -> str:
        """The beginning of the document."""
        return f'{{"version": {VERSION}, "reports": ['

    def report(self, report: Report) -> str:
        """One report, with what divides it from the one before."""
        before = ",\n" if self._messages else "\n"
        self._messages += 1
        for finding in report.findings:
            self._severities[finding.severity] += 1
            self._rules[finding.rule] += 1
        return before + self._written(report.to_dict())

    def end(self, errors: Sequence[tuple[str, str]], files: int, without_script: int) -> str:
        """The end of the document. `errors`: path and message of what could not be read."""
        told = [{"path": path, "message": message} for path, message in errors]
        summary = {
            "files": files,
            "files_without_script": without_script,
            "scripts": self._messages,
            "findings": {name: self._severities[Severity[name]] for name in ("error", "warning", "info")},
            "rules": dict(sorted(self._rules.items())),
        }
        return f'\n], "errors": {self._written(told)}, "summary": {self._written(summary)}}}\n'

    def _written(self, data: Mapping[str, Any] | Sequence[Any]) -> str:
        # No NaN: the schema knows finite numbers only.
        text = json.dumps(data, ensure_ascii=self._ascii, allow_nan=False)
        if not self._ascii and any("\ud800" <= character <= "\udfff" for character in text):
            return json.dumps(data, allow_nan=False)  # half a character (a path that is no UTF-8): escaped
        return text


def schema() -> str:
    """The JSON Schema of the document, as text."""
    path = os.path.join(os.path.dirname(__file__), "report.schema.json")
    with open(path, encoding="utf-8") as file:
        return file.read()
