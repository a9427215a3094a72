"""What went wrong with one file, said in a line; what went wrong with the run is raised again."""

from __future__ import annotations

import os

from voicelint.catalog import CatalogError
from voicelint.config import ConfigError
from voicelint.flags import UsageError
from voicelint.settle import ChoiceError
from voicelint.source import ReadError
from voicelint.spelling import did_you_mean


def told_of(error: Exception) -> str:
    """The words for an error of one file. Raises what is no matter of the file, and, on request, faults of ours."""
    if isinstance(error, ReadError):
        return f"{error.place}: {error.message}" if error.place else error.message
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, ChoiceError):
        return f"{error.name}: {error.value!r} is unknown{did_you_mean(str(error.value), error.known)}"
    if isinstance(error, RecursionError | MemoryError):
        return "is nested too deeply, or too large, to be read"
    if isinstance(error, CatalogError | ConfigError | UsageError) or os.environ.get("VOICELINT_DEBUG"):
        raise error
    # A fault of ours in one file is no reason to leave out the others.
    return f"voicelint failed ({type(error).__name__}: {error}); please report it"
