"""Values of which a long message makes too many to hold as objects: some of them together, compressed."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import Any, TypeVar

from voicelint.made import Made

_SOME = 50  # values that are kept together
_RUN = 500  # values that are sorted at once

_Value = TypeVar("_Value")


class Packed(Made[_Value]):
    """Values in the order given, each made anew when it is asked for; those that cannot be pickled are kept."""

    __slots__ = ("_count", "_portions")

    def __init__(self, values: Iterable[_Value]) -> None:
        self._portions: list[bytes | list[_Value]] = []
        self._count, left = 0, iter(values)
        while some := list(islice(left, _SOME)):
            self._count += len(some)
            self._portions.append(_packed(some))

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def __iter__(self) -> Iterator[_Value]:
        """Each of them, in order."""
        for portion in self._portions:
            yield from _unpacked(portion)

    def made(self, place: int) -> _Value:
        """The value at a place: all that are packed with it are unpacked."""
        return _unpacked(self._portions[place // _SOME])[place % _SOME]


def in_order(values: Iterable[_Value], key: Callable[[_Value], Any]) -> Packed[_Value]:
    """What `sorted` gives, while few values at a time are objects: sorted runs are packed, and merged."""
    left, runs = iter(values), list[Packed[_Value]]()
    while run := sorted(islice(left, _RUN), key=key):
        runs.append(Packed(run))
    return Packed(merge(*runs, key=key))


def _packed(values: list[_Value]) -> bytes | list[_Value]:
    try:
        return zlib.compress(pickle.dumps(values, pickle.HIGHEST_PROTOCOL), 1)
    except Exception:  # what a kind of a user's tells may be anything
        return values


def _unpacked(portion: bytes | list[_Value]) -> list[_Value]:
    if isinstance(portion, list):
        return portion
    values: list[_Value] = pickle.loads(zlib.decompress(portion))  # noqa: S301  made by this process, from its own
    return values
