"""The maintainer's command that prints what is said of good scripts, to be read by eye: `python -m voicelint.noise`."""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from voicelint.finding import Finding, Severity
from voicelint.library import Linter

# The profile under which a row of JSON lines is judged, by its `type` (shared/real/README.md); any other is "cold".
PROFILES: Mapping[str, str] = {
    "breakup": "warm",
    "collection": "collection",
    "followup": "warm",
    "inbound": "inbound",
    "met": "warm",
    "recruiting": "recruiting",
    "reminder": "reminder",
    "returned": "inbound",
}


class Piece(NamedTuple):
    """One script to lint: `group` is the corpus or file that it is reported under."""

    group: str
    name: str
    language: str
    profile: str
    text: str


class Heard(NamedTuple):
    """A script and what was said of it at the severity asked for or above."""

    piece: Piece
    findings: tuple[Finding, ...]


def good_scripts(folder: Path, stem: str = "") -> Iterator[Piece]:
    """The scripts of a corpus folder whose author found nothing wrong with them; only the files `stem` if given."""
    for path in sorted(folder.rglob("*.toml")):
        if stem and path.stem != stem:
            continue
        language = path.parent.name
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("script", ()):
            if not entry["findings"]:
                name = f"{language}/{path.stem}: {entry['name']}"
                yield Piece(folder.name, name, language, entry["profile"], entry["voicemail"])


def rows(path: Path) -> Iterator[Piece]:
    """All rows of a JSON lines file, or of those of a folder; whether they are good, a reader must judge."""
    for file in sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row: dict[str, Any] = json.loads(line)
                profile = PROFILES.get(str(row.get("type", "")), "cold")
                yield Piece(path.name, row["id"], row["lang"], profile, row["text"])


def listen(pieces: Iterable[Piece], linter: Linter, least: Severity = Severity.warning) -> Iterator[Heard]:
    """What the linter says of each script under the script's own profile."""
    for piece in pieces:
        report = linter.lint(piece.text, path=piece.name, language=piece.language, profile=piece.profile)
        yield Heard(piece, tuple(finding for finding in report.findings if finding.severity >= least))


def table(heard: Iterable[Heard]) -> Iterator[str]:
    """How often each rule speaks, per script and by profile; the rules that speak most stand first."""
    heard = list(heard)
    scripts = Counter(piece.profile for piece, _ in heard)
    said = Counter((finding.rule, piece.profile) for piece, findings in heard for finding in findings)
    rules = Counter({rule: 0 for rule, _ in said})
    for (rule, _), count in said.items():
        rules[rule] += count
    profiles = sorted(scripts)
    yield f"{'rule':26}{'findings':>9}{'a script':>10}" + "".join(f"{profile:>12}" for profile in profiles)
    for rule, count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        by_profile = "".join(f"{said[rule, profile] or '':>12}" for profile in profiles)
        yield f"{rule:26}{count:>9}{count / len(heard):>10.3f}{by_profile}"
    total = rules.total()
    shares = [sum(said[rule, profile] for rule in rules) / scripts[profile] for profile in profiles]
    yield f"{'all':26}{total:>9}{total / max(1, len(heard)):>10.3f}" + "".join(f"{share:>12.2f}" for share in shares)
    yield f"{'scripts':26}{len(heard):>9}{'':10}" + "".join(f"{scripts[profile]:>12}" for profile in profiles)


def texts(heard: Iterable[Heard]) -> Iterator[str]:
    """Each finding with the words that it is about and the script that they stand in, by rule."""
    said = [(finding.rule, piece, finding) for piece, findings in heard for finding in findings]
    for rule, piece, finding in sorted(said, key=lambda item: (item[0], item[1].name, item[2].span)):
        words = " ".join(piece.text[finding.span.start : finding.span.end].split())
        whole = " ".join(piece.text.split())
        yield f"--- {rule} ({finding.severity.name}, {piece.profile}) {piece.name}\n    {finding.message}"
        yield f"    {whole}" if words == whole else f"    at: {words}\n    {whole}"


def main(arguments: list[str] | None = None) -> int:
    """Print a table and the findings for the good scripts of the corpus, and for each folder of rows apart."""
    parser = argparse.ArgumentParser(prog="python -m voicelint.noise", description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+", help="corpus folder, or folder or file of JSON lines")
    parser.add_argument("--file", default="", metavar="STEM", help="only these files of a corpus, such as good")
    parser.add_argument("--rule", help="only the findings of this rule")
    parser.add_argument("--least", default="warning", choices=["info", "warning", "error"], help="severity (warning)")
    parser.add_argument("--table", action="store_true", help="the table alone, without the findings")
    options = parser.parse_args(arguments)
    for absent in (path for path in options.paths if not path.exists()):
        parser.error(f"{absent}: does not exist")
    linter, lines = Linter(), list[str]()
    for path in options.paths:
        corpus = path.is_dir() and any(path.rglob("*.toml"))
        pieces = good_scripts(path, options.file) if corpus else rows(path)
        heard = list(listen(pieces, linter, Severity[options.least]))
        if options.rule:
            heard = [Heard(piece, tuple(one for one in said if one.rule == options.rule)) for piece, said in heard]
        lines += [f"== {path}", *table(heard), *(() if options.table else texts(heard)), ""]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
