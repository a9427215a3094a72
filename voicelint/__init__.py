"""voicelint reads drafted voicemail messages and reports what would make the listener press delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from voicelint.config import Config as Config
    from voicelint.finding import Edit as Edit
    from voicelint.finding import Finding as Finding
    from voicelint.finding import Fix as Fix
    from voicelint.finding import Move as Move
    from voicelint.finding import Seconds as Seconds
    from voicelint.finding import Severity as Severity
    from voicelint.library import Linter as Linter
    from voicelint.library import lint as lint
    from voicelint.report import Report as Report
    from voicelint.source import Span as Span

__version__ = "0.1.0"

# public name -> the module that it is loaded from on first use
_HOMES = {
    "Config": "voicelint.config",
    "Edit": "voicelint.finding",
    "Finding": "voicelint.finding",
    "Fix": "voicelint.finding",
    "Linter": "voicelint.library",
    "Move": "voicelint.finding",
    "Report": "voicelint.report",
    "Seconds": "voicelint.finding",
    "Severity": "voicelint.finding",
    "Span": "voicelint.source",
    "lint": "voicelint.library",
}

__all__ = [
    "Config",
    "Edit",
    "Finding",
    "Fix",
    "Linter",
    "Move",
    "Report",
    "Seconds",
    "Severity",
    "Span",
    "lint",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'voicelint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, sorted."""
    return sorted([*__all__, "__version__"])
