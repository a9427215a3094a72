"""The name, company and civility in the text, held against those of the person called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from voicelint.draft import FACTS
from voicelint.kinds.kind import NOTHING, Hit, Kind
from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.draft import Draft


class Addresses(Kind):
    """Fires where the greeting names somebody else than `recipient` beside the script says.

    `civilities`: by civility as it may stand in the file (`mme`), the words for it in a greeting.
    `nicknames`: pairs of names that are one person's. Facts: `said`, `known`.
    """

    civilities: Mapping[str, tuple[str, ...]] = NOTHING
    nicknames: tuple[tuple[str, ...], ...] = ()

    def looks_at(self) -> str:
        """The recipient is a fact."""
        return FACTS

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a wrong civility, one a wrong name."""
        recipient = draft.settings.facts.get("recipient")
        if not isinstance(recipient, Mapping):
            return
        greetings = draft.moves_of("greeting")
        words = draft.words
        callers = [move.span for move in draft.moves_of("identity")]
        for greeting in greetings[:1]:
            tokens = [
                (Span(start, end), folded)
                for start, end, folded in zip(words.starts, words.ends, words.folded, strict=True)
                if greeting.span.start <= start < greeting.span.end
                and not any(span.start <= start < span.end for span in callers)
            ]
            yield from self._civility(draft, tokens, recipient)
            yield from self._name(draft, tokens, recipient)

    def _civility(self, draft: Draft, tokens: list[tuple[Span, str]], recipient: Mapping[str, Any]) -> Iterable[Hit]:
        known = str(recipient.get("civility", "")).lower().rstrip(".")
        if known not in self.civilities:
            return
        for civility, said in self.civilities.items():
            for span, word in tokens:
                if word in said and word not in self.civilities[known] and civility != known:
                    yield Hit(span, facts={"said": draft.quote(span), "known": str(recipient["civility"])})
                    return

    def _name(self, draft: Draft, tokens: list[tuple[Span, str]], recipient: Mapping[str, Any]) -> Iterable[Hit]:
        from voicelint.words import fold

        names = [
            str(recipient[key]) for key in ("first", "last", "name", "first_name", "last_name") if recipient.get(key)
        ]
        if not names:
            return
        known = {fold(part) for name in names for part in name.replace("-", " ").split()}
        known |= {other for group in self.nicknames if known & set(group) for other in group}
        said = {word for words in self.civilities.values() for word in words}
        for span, word in tokens:
            text = draft.text[span.start : span.end]
            first = span.start == tokens[0][0].start
            if text[:1].isupper() and not first and word not in said and text.isalpha():
                if word not in known:
                    yield Hit(span, facts={"said": text, "known": " ".join(names)})
                return
