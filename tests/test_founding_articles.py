"""What the founding articles complain of, in words of our own, comes out as they would have it."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from conftest import ROOT

import voicelint

CASES = tomllib.loads((ROOT / "tests" / "cases" / "founding_articles.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_the_article_says(case: dict[str, Any]) -> None:
    found = {finding.rule for finding in voicelint.lint(case["text"], **case["choices"]).findings}
    assert set(case["speak"]) <= found
    assert not set(case["silent"]) & found
