"""What is known of the call beside the script, where that alone is reason to speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from voicelint.draft import FACTS
from voicelint.kinds.kind import NOTHING, Hit, Kind
from voicelint.kinds.requires import spoken_span

if TYPE_CHECKING:
    from voicelint.draft import Draft

_NO = frozenset({"", "0", "false", "no", "none", "null", "[]", "{}"})


class Records(Kind):
    """Fires when a fact stands beside the script: `facts` are its paths (`caller.cli`), each with the values that
    count; no value named: any that does not mean no. Facts: `fact`, `value`.
    """

    facts: Mapping[str, tuple[str, ...]] = NOTHING

    def looks_at(self) -> str:
        """Facts, unless one that is missing counts."""
        return "" if any("" in wanted for wanted in self.facts.values()) else FACTS

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """At most one hit: the whole message."""
        known = draft.settings.facts
        for path, wanted in self.facts.items():
            value = _at(known, path)
            said = str(value).strip().casefold()
            if said in wanted if wanted else said not in _NO:
                yield Hit(spoken_span(draft), facts={"fact": path, "value": str(value)})
                return


def _at(facts: Mapping[str, object], path: str) -> object:
    """The fact at a path, as a table in a table or as a key with a dot in it."""
    if path in facts:
        return facts[path]
    name, _, rest = path.partition(".")
    inner = facts.get(name)
    if not rest:
        return "" if inner is None else inner
    return _at(inner, rest) if isinstance(inner, Mapping) else ""
