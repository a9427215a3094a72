"""Drafts in, reports out: the rules that apply to a draft are asked, and what they hit becomes findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import itemgetter
from typing import Any

from voicelint import language
from voicelint.chosen import Chosen
from voicelint.draft import Draft
from voicelint.finding import Edit, Finding, Fix, Move, Severity
from voicelint.kinds import Hit, Repair
from voicelint.language import Language
from voicelint.report import Report
from voicelint.rule import Rule
from voicelint.source import Source, Span, portions


def lint(draft: Draft, rules: Chosen | Iterable[tuple[Rule, Mapping[str, Severity]]], source: Source) -> Report:
    """Ask the rules about a draft. Pure: no files, no printing, no state.

    `rules`: each rule with its severities of this run (by variant; empty: its own).
    """
    chosen = rules if isinstance(rules, Chosen) else Chosen(rules)
    findings = _in_order(draft, _findings(draft, chosen))
    script = draft.script
    return Report(
        source=source,
        script=script.span,
        name=script.name,
        settings=draft.settings,
        words=_count(draft.text),
        spoken_words=draft.speech.words,
        seconds=draft.speech.seconds,
        band=draft.settings.band,
        moves=_placed(draft),
        findings=findings,
        draft=draft,
    )


def _count(text: str) -> int:
    """How many words are written, counted part by part: all of a long text at once would fill the memory."""
    return sum([len(portion.split()) for portion in portions(text, 0, len(text))])


def _placed(draft: Draft) -> Sequence[Move]:
    """The moves of a draft with their places in its source."""
    script = draft.script
    if not script.pieces and not script.span.start:
        return draft.moves
    return draft.kept(
        Move(move.move, move.kind, script.to_source(move.span), move.by, move.cue) for move in draft.moves
    )


def _in_order(draft: Draft, findings: Iterable[Finding]) -> Sequence[Finding]:
    """Findings by place, then rule; those of a long message, of which there are too many for objects, packed."""
    if draft.is_long:
        from voicelint.packed import in_order

        return in_order(findings, _by_place)
    return tuple(sorted(findings, key=_by_place))


def _by_place(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.rule


_looks_at = itemgetter(3)  # of an Asked


def _findings(draft: Draft, chosen: Chosen) -> Iterator[Finding]:
    """What the rules find in a draft, rule by rule."""
    speaking, is_there = chosen.speaking(draft), draft.cued.__contains__
    for rule, kind, severities, _ in compress(speaking, map(is_there, map(_looks_at, speaking))):
        for hit in kind.hits(draft):
            finding = finding_of(draft, rule, hit, severities)
            if finding:
                yield finding


def finding_of(draft: Draft, rule: Rule, hit: Hit, severities: Mapping[str, Severity]) -> Finding | None:
    """The finding of a hit, in the words of the reader's language; None if its severity is off."""
    severity = severities.get(hit.variant, severities.get("")) if severities else None
    if severity is None:
        severity = rule.severity_of(hit.variant, draft.settings.profile)
    if severity is Severity.off:
        return None
    block = rule.blocks.get(draft.settings.reader) or rule.blocks[draft.language.code]
    facts = _Facts(hit.facts, draft.settings.reader)
    return Finding(
        rule=rule.name,
        severity=severity,
        message=_filled(block.message, hit.variant, facts),
        advice=_filled(block.advice, hit.variant, facts),
        span=draft.script.to_source(hit.span),
        fixes=tuple(_fix(draft, block.fix, repair, hit.facts) for repair in hit.repairs) if hit.repairs else (),
        facts=hit.facts,
    )


def _fix(draft: Draft, titles: Mapping[str, str], repair: Repair, facts: Mapping[str, Any]) -> Fix:
    """The fix of a repair: its edits in the source, its title, and what it does to the length."""
    edits = tuple(
        Edit(span, text) for edit in repair.edits for span, text in draft.script.source_edits(edit.span, edit.text)
    )
    said = _Facts({**facts, **repair.facts}, draft.settings.reader)
    title = titles.get(repair.title, "").format_map(said)
    return Fix(title, edits, repair.safe, sum(_seconds(draft, edit) for edit in repair.edits))


def _seconds(draft: Draft, edit: Edit) -> float:
    """What an edit changes of the spoken length, in seconds (lengths are nearly additive)."""
    removed = draft.speech.best_of(edit.span) if edit.span.end > edit.span.start else 0.0
    if not edit.text.strip():
        return -removed
    settings = draft.settings
    wpm = settings.wpm or draft.language.wpm
    return _length(edit.text, draft.language, wpm, settings.dictation, settings.region) - removed


@lru_cache(maxsize=4096)  # the same sentences are offered again and again
def _length(text: str, spoken: Language, wpm: float, dictation: float, region: str) -> float:
    """How long a piece of text takes to say, in seconds."""
    from voicelint.phones import find_phones
    from voicelint.slots import find_slots
    from voicelint.speech import speak

    slots = find_slots(text)
    speech = speak(text, slots, find_phones(text, slots), spoken, wpm=wpm, dictation=dictation, region=region)
    return speech.seconds.best


def _filled(texts: Mapping[str, str], variant: str, facts: _Facts) -> str:
    """The text of a variant with its named places filled."""
    text = texts.get(variant, texts.get("", ""))
    return text.format_map(facts) if "{" in text or "}" in text else text  # what has no place is kept once


class _Facts:
    """Facts as they stand in a sentence: numbers with one decimal at most and the reader's decimal sign.

    A place of a user's rule file that no fact fills stays as written: `testing` tells of it.
    """

    __slots__ = ("_facts", "_reader")

    def __init__(self, facts: Mapping[str, Any], reader: str) -> None:
        self._facts, self._reader = facts, reader

    def __getitem__(self, name: str) -> Any:
        value = self._facts.get(name, self)
        if value is self:
            return f"{{{name}}}"
        if isinstance(value, float):
            return f"{value:.1f}".removesuffix(".0").replace(".", _decimal_sign(self._reader))
        return value


@cache
def _decimal_sign(reader: str) -> str:
    return str(language.load(reader).section("names").get("decimal", "."))
