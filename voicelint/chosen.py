"""The rules that were chosen for a run, and which of them speak under the settings of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.finding import Severity
    from voicelint.kinds import Kind
    from voicelint.language import Language
    from voicelint.rule import Rule
    from voicelint.settings import Settings

_MOST = 256  # settings that are remembered


class Asked(NamedTuple):
    """A rule that is asked of a draft, its kind for the draft's language, and its severities of this run.

    `looks_at`: what has to be in the draft for it to be asked (see Kind.looks_at).
    """

    rule: Rule
    kind: Kind
    severities: Mapping[str, Severity]
    looks_at: str


class Chosen:
    """Rules, each with its severities of this run (by variant; empty: its own)."""

    def __init__(self, rules: Iterable[tuple[Rule, Mapping[str, Severity]]]) -> None:
        self._rules = tuple(rules)
        self._speaking: dict[tuple[Any, ...], tuple[Asked, ...]] = {}
        # What was said last: a linter hands the same settings to draft after draft.
        self._last: tuple[Settings | None, Language | None, tuple[Asked, ...]] = (None, None, ())

    def __iter__(self) -> Iterator[tuple[Rule, Mapping[str, Severity]]]:
        return iter(self._rules)

    def speaking(self, draft: Draft) -> tuple[Asked, ...]:
        """Those that know the draft's language and that its settings let speak, in order."""
        settings, language, found = self._last
        if settings is draft.settings and language is draft.language:
            return found
        *choices, _ = draft.settings  # the facts, which come last, silence no rule
        key = (draft.language.code, *choices)
        known = self._speaking.get(key)
        if known is None:
            known = tuple(self._found(draft))
            if len(self._speaking) >= _MOST:
                self._speaking.clear()
            self._speaking[key] = known
        self._last = draft.settings, draft.language, known
        return known

    def _found(self, draft: Draft) -> Iterator[Asked]:
        for rule, severities in self._rules:
            kind = rule.kinds.get(draft.language.code)
            if kind is not None and rule.speaks_under(draft.settings):
                yield Asked(rule, kind, severities, kind.looks_at())
