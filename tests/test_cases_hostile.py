"""What the fuzz run found, kept: every file of tests/cases/hostile holds the invariants."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from invariants import check

from voicelint.source import Source

CASES = sorted((ROOT / "tests" / "cases" / "hostile").iterdir())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_what_was_found_stays_mended(path: Path) -> None:
    check(Source(path.read_bytes().decode("utf-8"), f"voicemail{path.suffix}"))
