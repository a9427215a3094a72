"""The values of a function of a text, worked out once for texts that come again; memory of them is bounded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Value = TypeVar("_Value")
_LONGEST = 200  # characters of a text whose value is remembered


class Remembered(dict[str, _Value]):
    """The values of a function by the text that they were made of: `remembered[text]`.

    Unlike lru_cache it does not move about what it knows; when it holds `most`, it begins anew.
    """

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[str], _Value], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, text: str) -> _Value:
        value = self._make(text)
        if len(text) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = value
        return value
