"""What all tests share: the option `--bless`, which writes generated files anew."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write the generated files anew")


@pytest.fixture
def generated(request: pytest.FixtureRequest):
    """Compare a generated text with the file that holds it; with --bless, write the file."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--bless"):
            path.write_text(text, encoding="utf-8")
        current = path.read_text(encoding="utf-8") if path.exists() else ""
        assert current == text, f"{path.name} is not what it is made from; run: pytest --bless"

    return check
