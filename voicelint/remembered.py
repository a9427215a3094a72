"""What is worked out once: values of texts that come again, in bounded memory, and attributes when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

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


class once(Generic[_Value]):  # noqa: N801  used as a decorator
    """An attribute that is worked out when it is first asked for.

    As functools.cached_property, without the lock that Python 3.11 has it take, which costs more than all else in it.
    """

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> once[_Value]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> _Value: ...
    def __get__(self, owner: object | None, kind: type) -> once[_Value] | _Value:
        """The value, which from then on stands in the place of this."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value
