"""What every kind is: options as attributes, and hits in a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, dataclass_transform

from voicelint.finding import Edit
from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.cues import Match
    from voicelint.draft import Draft


# A table in which nothing stands: the default of options that are tables.
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Repair(NamedTuple):
    """One way to mend a hit: edits of the draft's text. `title` names the title in the rule's `fix` table."""

    title: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    facts: Mapping[str, Any] = {}


class Hit(NamedTuple):
    """One place in a draft that a rule speaks of. `variant` chooses among its messages and severities."""

    span: Span
    variant: str = ""
    facts: Mapping[str, Any] = {}
    repairs: tuple[Repair, ...] = ()


@dataclass_transform(eq_default=False, frozen_default=True)
class Kind:
    """A way of looking at a draft. Its annotated attributes are the options of the rule files of this kind.

    A dataclass in all but name: defining one of those takes a third of a millisecond, and a run needs all kinds.
    Options whose names end in `cues` are lists of cues: they are compiled into the language's matcher under the
    label `<rule>.<option>` and come back from `cues_of`. `rule` is the rule's name, filled in by the catalog.
    """

    rule: str
    by_cue = False  # whether it says nothing of a draft in which none of its own cues is found: it is not asked then

    def __init__(self, rule: str, **options: Any) -> None:
        known = self.options()
        for option in options.keys() - known.keys():
            raise TypeError(f"{type(self).__name__} has no option {option!r}")
        for option in (option for option, default in known.items() if default is ... and option not in options):
            raise TypeError(f"{type(self).__name__} needs the option {option!r}")
        self.__dict__.update(options, rule=rule)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed: see with_options")

    @classmethod
    def options(cls) -> Mapping[str, Any]:
        """The options of this kind, in order, each with what holds where a rule file does not say (`...`: it must)."""
        names = [name for ancestor in reversed(cls.__mro__) for name in getattr(ancestor, "__annotations__", ())]
        return {name: getattr(cls, name, ...) for name in names if name != "rule"}

    def with_options(self, **options: Any) -> Self:
        """The same with some options changed. Raises TypeError for one that the kind has not."""
        return type(self)(**{**self.__dict__, **options})

    def looks_at(self) -> str:
        """What has to be among `Draft.cued` for the kind to have anything to say; "" if it is always to be asked."""
        return self.rule if self.by_cue else ""

    def hits(self, draft: Draft) -> Iterable[Hit]:
        """The places of the draft that the rule speaks of, in any order."""
        raise NotImplementedError

    def cues_of(self, draft: Draft, option: str = "cues") -> Sequence[Match]:
        """What was found of a list of cues of this rule, in order."""
        return draft.matches.get(f"{self.rule}.{option}", [])
