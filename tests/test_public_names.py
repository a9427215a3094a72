"""The public names of the package: a promise to those who import it."""

from __future__ import annotations

import voicelint


def test_public_names_are_these() -> None:
    assert voicelint.__all__ == [
        "Config", "Edit", "Finding", "Fix", "Linter", "Move", "Report", "Seconds", "Severity", "Span", "lint",
    ]  # fmt: skip


def test_every_public_name_can_be_loaded_and_is_described() -> None:
    for name in voicelint.__all__:
        assert getattr(voicelint, name).__doc__, name


def test_an_unknown_name_is_refused() -> None:
    try:
        voicelint.no_such_name  # noqa: B018
    except AttributeError as error:
        assert "no_such_name" in str(error)
    else:
        raise AssertionError("an unknown name was found")
