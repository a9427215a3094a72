"""How long a command or a piece of work takes, and how much memory: the best of several tries, as noise only adds."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds on the clock, seconds of all processors together, and megabytes at the peak of the largest process."""

    wall: float
    cpu: float
    memory: float


def command(
    words: Sequence[str], *, tries: int = 1, cwd: str | None = None, environ: Mapping[str, str] | None = None
) -> Cost:
    """The least that a command took."""
    best = Cost(9e9, 9e9, 0.0)
    for _ in range(tries):
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(  # noqa: S603  commands of the benchmark's own, no shell
            words, cwd=cwd, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(process.pid, 0)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = Cost(min(best.wall, wall), min(best.cpu, cpu), max(best.memory, usage.ru_maxrss / 1024))
    return best


def python(code: str, *, tries: int = 1) -> Cost:
    """The least that a Python program took."""
    return command([sys.executable, "-c", code], tries=tries)


def work(task: Callable[[], object], *, tries: int = 3) -> float:
    """The least processor time, in seconds, that a piece of work took in this process."""
    best = 9e9
    for _ in range(tries):
        start = time.process_time()
        task()
        best = min(best, time.process_time() - start)
    return best
