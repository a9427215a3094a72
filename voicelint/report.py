"""The answer on one script: what it says, how long it takes, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from voicelint.finding import Finding, Fix, Move, Seconds, Severity
from voicelint.settings import Band, Settings
from voicelint.source import Source, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Report(NamedTuple):
    """One script's answer. Spans of `script`, `moves` and `findings` are code points of `source`.

    `words` are those written, `spoken_words` those said; `seconds` the spoken length; `band` the length wanted.
    Findings stand in order of place, then rule. `draft` gives what is worked out only if asked (timeline).
    """

    source: Source
    script: Span
    name: str
    settings: Settings
    words: int
    spoken_words: int
    seconds: Seconds
    band: Band
    moves: Sequence[Move]
    findings: Sequence[Finding]
    draft: Draft

    @property
    def path(self) -> str:
        """Path of the file, or a name for a text that came without one."""
        return self.source.path

    @property
    def language(self) -> str:
        """Code of the draft's language."""
        return self.settings.language

    @property
    def profile(self) -> str:
        """Name of the profile under which it was judged."""
        return self.settings.profile

    @property
    def ok(self) -> bool:
        """Say whether nothing of severity error was found."""
        return self.worst < Severity.error

    @property
    def worst(self) -> Severity:
        """The highest severity found; `off` if there is no finding."""
        return max((finding.severity for finding in self.findings), default=Severity.off)

    def to_dict(self) -> dict[str, Any]:
        """The report as the JSON contract has it (`voicelint --schema`)."""
        return {**self.heading(), **{name: list(entries) for name, entries in self.lists()}}

    def heading(self) -> dict[str, Any]:
        """What `to_dict` gives before its lists."""
        return {
            "path": self.path,
            "language": self.language,
            "profile": self.profile,
            "script": {"start": self.script.start, "end": self.script.end, "name": self.name},
            "words": self.words,
            "spoken_words": self.spoken_words,
            "seconds": {name: round(value, 2) for name, value in self.seconds._asdict().items()},
            "band": {"min": self.band.min, "max": self.band.max},
        }

    def lists(self) -> Iterator[tuple[str, Iterable[Mapping[str, Any]]]]:
        """The lists of `to_dict` by name, each entry made when it is asked for."""
        yield "moves", map(_move, self.moves)
        yield "findings", map(self._finding, self.findings)
        yield "timeline", self.moments()

    def timeline(self) -> list[dict[str, Any]]:
        """When what is said: start and end in the source, from and to in seconds, the move, the spoken words."""
        return list(self.moments())

    def moments(self) -> Iterator[dict[str, Any]]:
        """The entries of the timeline one by one."""
        if not self.spoken_words:
            return
        from voicelint.speech.timeline import timeline

        for entry in timeline(self.draft):
            span = self.draft.script.to_source(Span(entry["start"], entry["end"]))
            yield {**entry, "start": span.start, "end": span.end}

    def _finding(self, finding: Finding) -> dict[str, Any]:
        start = self.source.position(finding.span.start)
        end = self.source.position(finding.span.end)
        return {
            "rule": finding.rule,
            "severity": finding.severity.name,
            "message": finding.message,
            "advice": finding.advice,
            "start": finding.span.start,
            "end": finding.span.end,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "fixes": [_fix(fix) for fix in finding.fixes],
        }


def _move(move: Move) -> Mapping[str, Any]:
    return {
        "move": move.move,
        "kind": move.kind or None,
        "start": move.span.start,
        "end": move.span.end,
        "by": move.by,
        "cue": move.cue,
    }


def _fix(fix: Fix) -> Mapping[str, Any]:
    return {
        "title": fix.title,
        "safe": fix.safe,
        "seconds": round(fix.seconds, 2),
        "edits": [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits],
    }
