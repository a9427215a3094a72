"""Reports as JSON, one report a line, by the contract that `voicelint --schema` prints."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from voicelint.report import Report
from voicelint.tally import Tally

VERSION = 1
_BATCH = 100  # entries of a list that are written together


def report_as_json(report: Report, *, ascii_only: bool = False) -> str:
    """One report on one line. `ascii_only`: escape what is not ASCII, for streams that are not UTF-8."""
    return _written(report.to_dict(), ascii_only=ascii_only)


def report_in_parts(report: Report, *, ascii_only: bool = False) -> Iterator[str]:
    """The same in parts, for a report of which the whole would fill the memory.

    What is not UTF-8 is escaped as it is there, but within its part only.
    """
    yield _written(report.heading(), ascii_only=ascii_only)[:-1]
    for name, entries in report.lists():
        yield f', "{name}": ['
        rest, divider = iter(entries), ""
        while batch := list(islice(rest, _BATCH)):
            yield divider + _written(batch, ascii_only=ascii_only)[1:-1]
            divider = ", "
        yield "]"
    yield "}"


def start() -> str:
    """The beginning of the document; the reports follow, divided by commas."""
    return f'{{"version": {VERSION}, "reports": ['


def end(tally: Tally, errors: Sequence[tuple[str, str]], *, files: int, without: int, ascii_only: bool) -> str:
    """The end of the document. `errors`: path and message of what could not be read; `without`: files with no
    script in them.
    """
    told = [{"path": path, "message": message} for path, message in errors]
    summary = {
        "files": files,
        "files_without_script": without,
        "scripts": tally.messages,
        "findings": {name: tally.severities[name] for name in ("error", "warning", "info")},
        "rules": dict(sorted(tally.rules.items())),
    }
    written = (_written(part, ascii_only=ascii_only) for part in (told, summary))
    return '\n], "errors": {}, "summary": {}}}\n'.format(*written)


def _written(data: Mapping[str, Any] | Sequence[Any], *, ascii_only: bool) -> str:
    text = json.dumps(data, ensure_ascii=ascii_only, allow_nan=False)  # the schema knows finite numbers only
    if not ascii_only and not _encodable(text):
        return json.dumps(data, allow_nan=False)  # half a character (a path that is no UTF-8): escaped
    if text.isprintable():
        return text
    # What a terminal would obey or not show (U+009B, U+202E, U+200B): escaped, as the control characters of ASCII are.
    return "".join(sign if sign.isprintable() or _is_blank(sign) else json.dumps(sign)[1:-1] for sign in text)


def _is_blank(sign: str) -> bool:
    """Say whether a sign is a space of any width; line ends are none."""
    return sign.isspace() and sign not in "\x85\u2028\u2029"


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def schema() -> str:
    """The JSON Schema of the document, as text."""
    path = os.path.join(os.path.dirname(__file__), "report.schema.json")
    with open(path, encoding="utf-8") as file:
        return file.read()
