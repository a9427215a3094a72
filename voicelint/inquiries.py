"""What can be asked of drafts besides linting them: what is taken for a script, how fast the reader speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from voicelint.interface import interface
from voicelint.readers.errors import ReadError
from voicelint.run import Linters, Target, source_of
from voicelint.terminal import Style

Problem = tuple[str, str]


def scripts(targets: Iterable[Target], linters: Linters, style: Style, problems: list[Problem]) -> Iterator[str]:
    """`--list-scripts`: what was found in each file, where, why, and what was left out."""
    from voicelint.render.scripts import listed

    words = interface(str(linters.flags.reader or "en"))
    count = 0
    for path, named in targets:
        try:
            source = source_of(path, linters.flags.stdin_filename)
            reading = linters.of(path).reading(source, named)
        except ReadError as error:
            problems.append((path, error.message))
            continue
        except OSError as error:
            problems.append((path, error.strerror or str(error)))
            continue
        count += len(reading.scripts)
        yield from listed(source, reading, words, style)
    yield words.count("message", count) if count else words.say("none")
