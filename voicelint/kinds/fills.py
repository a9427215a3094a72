"""Merge tags as rules see them: left in a final text, unknown, notes to the writer, or of several families."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from voicelint.draft import SLOTS
from voicelint.finding import Edit
from voicelint.kept_pattern import kept_pattern
from voicelint.kinds.kind import Hit, Kind, Repair
from voicelint.meanings import key_words
from voicelint.source import Cover, Span

if TYPE_CHECKING:
    from voicelint.draft import Draft
    from voicelint.slots import Slot

# Families that a program fills; the others are written by people for people.
_MACHINE = frozenset(("{{}}", "${}", "#{}", "{%%}", "<?>", "*||*", "%%", "##", "@@", ":", "$", "«»"))
_BLANK = frozenset(("___", "xxx"))
_ROUND = frozenset(("()",))
# What an empty value leaves: a space before a comma or a full stop, or the word for nothing of a program.
_HOLE_SIGNS = (" ,", " .", "\t", "null", "undefined", "NaN", "[object ")  # without one of these there is none
_HOLE = kept_pattern(r"(?<=\w)[ \t]+(?=[,.](?:\s|$))|(?<![\w.])(?:null|undefined|NaN|\[object Object\])(?![\w.])")


def is_template(draft: Draft) -> bool:
    """Say whether a draft is written to be filled, so that its tags are in order.

    The setting `template` decides. Without it, a draft is a template when a program fills the family of all its tags
    (`{{first_name}}`, `%NAME%`), when two of them differ (`[Name]`, `[Company]`), when there are two blanks, when the
    only one is the listener's name (`Hi [Name], it's Sam`), or when there are three tags or more of two families, such
    as a program's and a person's. Else what is left (a single bracket or blank) is what a person left by mistake.
    """
    if draft.settings.template is not None:
        return draft.settings.template
    tags = _tags(draft)
    families = {slot.syntax for slot in tags}
    if len(families) != 1:
        return len(families) == 2 and len(tags) > 2
    if families & _BLANK:
        return len(tags) > 1
    if len(tags) == 1 and tags[0].meaning == "recipient":
        return not families & _ROUND
    return all(_by_program(slot) for slot in tags) or len({slot.key for slot in tags}) > 1


def _by_program(slot: Slot) -> bool:
    """Say whether a program fills a tag: by its family, or by a name in single braces that only programs write."""
    return slot.syntax in _MACHINE or (slot.syntax == "{}" and slot.key.isidentifier())


def _tags(draft: Draft) -> list[Slot]:
    """The marks in whose place something is to be said."""
    return [slot for slot in draft.slots if slot.role in ("value", "choice", "instruction")]


class Fills(Kind):
    """Fires on each tag that a final text still has (variant `tag`) and each hole of an empty value (`hole`).

    In a template only with `templates`, as variant `template`. Facts: `tag`.
    A tag with a fallback or alternatives offers them as fixes.
    """

    templates: bool = False

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a tag, one a hole."""
        template = bool(draft.slots) and is_template(draft)
        if draft.slots and (self.templates or not template):
            for slot in _tags(draft):
                if slot.role != "instruction":
                    yield Hit(slot.span, "template" if template else "tag", _tag(draft, slot.span), _values(slot))
        if not any(map(draft.text.__contains__, _HOLE_SIGNS)):
            return
        slots = Cover(slot.span for slot in draft.slots)
        for hole in _HOLE.finditer(draft.text):
            span = Span(*hole.span())
            if not slots.overlaps(*span):
                yield Hit(span, "hole", _tag(draft, span))


class Declares(Kind):
    """Fires on each tag that is not among the declared `variables`; says nothing where none are declared.

    Facts: `tag`, `known` (the declared names), `like` (the nearest of them, or "").
    """

    def looks_at(self) -> str:
        """Without a merge tag, there is nothing to say."""
        return SLOTS

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a tag."""
        declared = [str(name) for name in draft.settings.facts.get("variables") or ()]
        known = {key_words(name) for name in declared}
        if not known:
            return
        for slot in draft.slots:
            if slot.role == "value" and slot.key and key_words(slot.key) not in known:
                yield self._hit(draft, slot, declared)

    def _hit(self, draft: Draft, slot: Slot, declared: list[str]) -> Hit:
        from voicelint.spelling import nearest

        like = nearest(slot.key, declared)
        facts = {**_tag(draft, slot.span), "known": ", ".join(declared), "like": like}
        if not like:
            return Hit(slot.span, facts=facts)
        start = draft.text.find(slot.key, *slot.span)
        edits = (Edit(Span(start, start + len(slot.key)), like),) if start >= 0 else ()
        return Hit(slot.span, "like", facts, (Repair("rename", edits),))


class Instructs(Kind):
    """Fires on each bracket that tells the writer what to put there. Facts: `tag`."""

    def looks_at(self) -> str:
        """Without a merge tag, there is nothing to say."""
        return SLOTS

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a bracket."""
        return (Hit(slot.span, facts=_tag(draft, slot.span)) for slot in draft.slots if slot.role == "instruction")


class Mixes(Kind):
    """Fires on the first tag of each family but the commonest. Facts: `tag`, `other` (a tag of that one)."""

    def looks_at(self) -> str:
        """Without a merge tag, there is nothing to say."""
        return SLOTS

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """One hit a family."""
        tags = [slot for slot in draft.slots if slot.role == "value" and slot.syntax not in _BLANK]
        if len({slot.syntax for slot in tags}) < 2:
            return
        counts = Counter(slot.syntax for slot in tags)
        main = max(counts, key=lambda syntax: counts[syntax])
        model = next(slot for slot in tags if slot.syntax == main)
        for syntax in counts:
            if syntax != main:
                first = next(slot for slot in tags if slot.syntax == syntax)
                yield Hit(first.span, facts={**_tag(draft, first.span), "other": draft.quote(model.span)})


def _tag(draft: Draft, span: Span) -> dict[str, str]:
    return {"tag": draft.quote(span)}


def _values(slot: Slot) -> tuple[Repair, ...]:
    """The fallback, or the alternatives, as texts in the place of the tag."""
    return tuple(Repair("value", (Edit(slot.span, value),), facts={"text": value}) for value in slot.values if value)
