"""Allowances: marks in a file that let a rule pass over a message, each with its reason.

    <!-- voicelint: allow missing-value -- the wording is set by law -->

The same after `#`, `//`, `;`, `--`, `/*` or `{#` in other formats, as a key `voicelint` of JSON, TOML or front
matter. It holds for the message around it, or else for the next one; in front matter, for the whole file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from voicelint.finding import Finding, Severity
from voicelint.interface import interface
from voicelint.report import Report
from voicelint.source import Source, Span
from voicelint.spelling import nearest

UNUSED = "unused-allowance"
WITHOUT_REASON = "allowance-without-reason"
UNKNOWN = "unknown-allowance"

_OPENINGS = ("<!--", "/*", "{#", "//", "--", "#", ";")
_CLOSINGS = ("-->", "*/", "#}", ",", '"', "'")
_DASHES = ("--", "—", "–")
_EVERYWHERE = -2  # the place of marks that stand in front matter: for all messages
_LONGEST = 500  # characters of a mark that are read


class Allowance(NamedTuple):
    """One mark: the rules that it names, the reason that it gives ("" if none). `everywhere`: in front matter."""

    span: Span
    rules: tuple[str, ...]
    reason: str
    everywhere: bool = False


def find_allowances(text: str) -> tuple[Allowance, ...]:
    """All allowances of a file's text, in order."""
    if "voicelint" not in text:
        return ()
    return tuple(_found(text, _end_of_front_matter(text)))


def _found(text: str, front_end: int) -> Iterator[Allowance]:
    at = text.find("voicelint")
    while at >= 0:
        start, word_end = at, at + len("voicelint")
        at = text.find("voicelint", word_end)
        before = text[max(0, start - 12) : start]
        line = text[word_end : word_end + _LONGEST].split("\n", 1)[0].rstrip()
        body = line.lstrip("\"' \t")  # of a key: "voicelint": "allow ...", voicelint = "allow ..."
        opening = _opening(before, is_key=start < front_end or body.startswith("="))
        if opening is None or body[:1] not in (":", "="):
            continue
        words = _closed(body[1:].strip(" \t\"'"))
        verb, _, rest = words.partition(" ")
        if verb != "allow" and nearest(verb, ("allow", "skip", "script")) != "allow":
            continue
        names, reason = _divided(rest)
        rules = tuple(name for name in names.replace(",", " ").split() if name)
        yield Allowance(Span(start - opening, word_end + len(line)), rules, reason, start < front_end)


def _opening(before: str, *, is_key: bool) -> int | None:
    """How many characters of `before` open the mark; None if nothing does and this is no mark."""
    bare = before.rstrip(" \t")
    for opening in _OPENINGS:
        if bare.endswith(opening):
            return len(before) - len(bare) + len(opening)
    if bare.endswith(('"', "'")):  # a key of JSON or YAML
        return 1
    return 0 if is_key and (not bare or bare[-1] in "\r\n") else None


def _closed(words: str) -> str:
    """The words of a mark without what closes the comment around them."""
    if "-->" in words:
        words = words[: words.index("-->")]
    while True:
        shorter = words.rstrip()
        for closing in _CLOSINGS:
            shorter = shorter.removesuffix(closing)
        if shorter == words:
            return words
        words = shorter


def _divided(rest: str) -> tuple[str, str]:
    """The names and the reason, on the two sides of the first dash that stands free."""
    words = rest.split()
    for at, word in enumerate(words):
        if word in _DASHES:
            return " ".join(words[:at]), " ".join(words[at + 1 :])
    return rest, ""


def _end_of_front_matter(text: str) -> int:
    """Where the front matter ends; 0 if the file has none."""
    if not text.startswith(("---\n", "---\r\n")):
        return 0
    return max(0, text.find("\n---", 3))


class Allowances:
    """The allowances of one file, handed out to its messages in order. `scripts`: where the messages stand."""

    def __init__(self, source: Source, scripts: Sequence[Span], known: Collection[str]) -> None:
        self.source, self.scripts, self.known = source, scripts, known
        self.marks = find_allowances(source.text)
        self._at: dict[int, list[int]] = {}
        self._used: set[tuple[int, str]] = set()
        self._asked: set[str] = set()
        for at, mark in enumerate(self.marks):
            self._at.setdefault(_EVERYWHERE if mark.everywhere else self._home(mark), []).append(at)

    def apply(self, report: Report, index: int, asked: Collection[str]) -> Report:
        """The report of message `index` without what is allowed, with what is wrong with its allowances.

        `asked`: the rules that were asked, so that one that was not asked is not called unused.
        """
        if not self.marks:
            return report
        self._asked.update(asked)
        own, common = self._at.get(index, []), self._at.get(_EVERYWHERE, [])
        allowed = {rule: at for at in (*common, *own) if self.marks[at].reason for rule in self.marks[at].rules}
        kept = [finding for finding in report.findings if finding.rule not in allowed]
        hit = {finding.rule for finding in report.findings}
        self._used.update((at, rule) for rule, at in allowed.items() if rule in hit)
        last = index == len(self.scripts) - 1
        for at in (*own, *common) if last else own:
            kept += self._wrong(at, self.marks[at], report.settings.reader)
        kept.sort(key=lambda finding: (finding.span, finding.rule))
        return report._replace(findings=tuple(kept))

    def _home(self, mark: Allowance) -> int:
        """The message that a mark is for: around it, or ending on its line, or else the next, or else the last."""
        start = mark.span.start
        index = bisect_left(self.scripts, start, key=lambda span: span.end)
        if index > 0 and (index == len(self.scripts) or self.scripts[index].start > start):
            end = self.scripts[index - 1].end
            index -= start - end < _LONGEST and "\n" not in self.source.text[end:start]
        return min(index, len(self.scripts) - 1)

    def _wrong(self, at: int, mark: Allowance, reader: str) -> Iterator[Finding]:
        """What is wrong with a mark: no reason, an unknown rule, or nothing that it was needed for."""
        words = interface(reader)
        named = ", ".join(mark.rules)

        def finding(name: str, severity: Severity, text: str, **places: str) -> Finding:
            message, advice = words.say(text, **places), words.say(f"{text}_advice", **places)
            return Finding(name, severity, message, advice, mark.span)

        if not mark.rules or not mark.reason:
            yield finding(WITHOUT_REASON, Severity.warning, "no_reason", rule=named or "RULE")
            return
        for rule in mark.rules:
            if rule not in self.known:
                like = nearest(rule, self.known)
                yield finding(UNKNOWN, Severity.warning, "no_rule", rule=rule, like=like or "--list-rules")
            elif (at, rule) not in self._used and rule in self._asked:
                yield finding(UNUSED, Severity.info, "unused", rule=rule)
