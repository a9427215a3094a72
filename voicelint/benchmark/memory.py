"""How much memory the command takes above that for a tiny file, as a multiple of the text it reads."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from random import Random

from voicelint.benchmark.data import examples

SIZE = 1_000_000  # bytes
MOST = 30  # times the text
_LAUNCHER = """
import os, sys
silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
"""
_TINY = 5_000  # bytes
_WORDS = 55  # of a message, at least
Row = tuple[str, str, str]


def prose(size: int, codes: Sequence[str] = ("en", "fr")) -> list[str]:
    """Messages of about sixty words, no two the same: so many bytes at least, from the examples in the rules."""
    chance, found, length = Random(0), list[str](), 0  # noqa: S311  a row of texts, the same on each run
    known = {code: examples(code) for code in codes}
    for at, code in enumerate(cycle(codes)):
        if length >= size:
            break
        text = ""
        while len(text.split()) < _WORDS:
            text += f"{' '.join(chance.choice(known[code]).split())} "
        found.append(f"{text}{at}.")
        length += len(text.encode()) + 1
    return found


def _rows(texts: Sequence[str]) -> str:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(("name", "voicemail"))
    writer.writerows(("Ann", text) for text in texts)
    return table.getvalue()


def _markdown(texts: Sequence[str]) -> str:
    return "".join(f"## Voicemail {at}\n\n> {text}\n\n" for at, text in enumerate(texts))


def _page(texts: Sequence[str]) -> str:
    return "".join(f"<h2>Voicemail {at}</h2>\n<blockquote>{text}</blockquote>\n" for at, text in enumerate(texts))


def _yaml(texts: Sequence[str]) -> str:
    return "".join(f"- voicemail: {json.dumps(text, ensure_ascii=False)}\n" for text in texts)


# What a text is measured as: the name of its file, and how messages are written into it.
FORMS: dict[str, Callable[[Sequence[str]], str]] = {
    "message.txt": " ".join,
    "voicemail.md": _markdown,
    "voicemail.html": _page,
    "voicemail.csv": _rows,
    "voicemail.json": lambda texts: json.dumps([{"voicemail": text} for text in texts], ensure_ascii=False),
    "voicemail.yaml": _yaml,
}


def write(folder: str, name: str, size: int) -> str:
    """A file of a form, of so many bytes or a little less; its path. A single message is in one language."""
    form, texts = FORMS[name], prose(size, ("en",) if name == "message.txt" else ("en", "fr"))
    share = size / len(form(texts).encode())
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(form(texts[: max(1, int(len(texts) * share))]))
    return path


def multiple(folder: str, name: str, size: int, *flags: str) -> tuple[float, float]:
    """Megabytes at the peak of a run on a file above those of one on a tiny file, and how many times the text.

    The tiny file has some messages, so that both languages and what reads numbers are loaded for either.
    """
    ours = [sys.executable, "-m", "voicelint", "--isolated", "--no-cache", *flags]
    tiny = _peak([*ours, write(folder, name, _TINY)])
    path = write(folder, name, size)
    above = _peak([*ours, path]) - tiny
    return above, above * 1024 * 1024 / os.path.getsize(path)


def _peak(words: Sequence[str]) -> float:
    """Megabytes of a command at its peak; by way of a small process, as the peak of a child counts that of its parent.

    Raises RuntimeError if the command could not run.
    """
    launcher = [sys.executable, "-S", "-c", _LAUNCHER, *words]
    done = subprocess.run(launcher, capture_output=True, text=True, check=True)  # noqa: S603  no shell
    status, kilobytes = map(int, done.stdout.split())
    if status not in (0, 1):
        raise RuntimeError(f"{words[-1]}: the command could not run: {status}")
    return kilobytes / 1024


def memory(folder: str) -> Iterator[Row]:
    """Each form, a megabyte of it."""
    for name in FORMS:
        above, times = multiple(folder, name, SIZE)
        yield f"memory, 1 MB of {name}", f"{above:.0f} MB", f"{times:.1f} x the text ({MOST})"
