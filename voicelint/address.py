"""How a message speaks to its listener: as to a friend (French `tu`), or politely (`vous`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from voicelint.folding import fold

if TYPE_CHECKING:
    from voicelint.language import Language

_FAMILIAR, _POLITE, _APART = "familiar", "polite", "apart"


def is_familiar(folded: Iterable[str], language: Language) -> bool:
    """Say whether more of the words (folded) address a friend than are polite: in doubt, a message is polite.

    `[address]` of the language file lists both, as words or pairs of words, and the pairs `apart` that are neither,
    though one of their words is (`rendez-vous`). A language without the section has one way to address people.
    """
    known = _known(language)
    if not known:
        return False
    balance, covered = 0, False
    for word, following in pairwise(chain(folded, ("",))):
        if covered:
            covered = False
            continue
        pair = known.get(f"{word} {following}")
        covered = pair is not None
        found = pair or known.get(word)
        if found != _APART and found is not None:
            balance += 1 if found == _FAMILIAR else -1
    return balance > 0


@cache
def _known(language: Language) -> Mapping[str, str]:
    """Each word and pair of words of the lists, folded, with the name of its list."""
    lists = language.section("address")
    return {" ".join(map(fold, phrase.split())): name for name, phrases in lists.items() for phrase in phrases}
