"""Sequences whose values are not kept: each is made anew whenever it is asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar, overload

_Value = TypeVar("_Value")


class Made(Sequence[_Value], Generic[_Value]):
    """A sequence that can make the value at a place, counted from 0."""

    __slots__ = ()

    @abstractmethod
    def made(self, place: int) -> _Value:
        """The value at a place that there is."""

    @overload
    def __getitem__(self, at: int) -> _Value: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Value]: ...
    def __getitem__(self, at: int | slice) -> _Value | list[_Value]:
        """The value at a place, or those of a slice."""
        places = range(len(self))[at]
        return self.made(places) if isinstance(places, int) else list(map(self.made, places))
