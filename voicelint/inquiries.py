"""What can be asked of drafts besides linting them: what is a script here, how fast do I speak, whom does it fit."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from voicelint.contact_rows import ContactsError
from voicelint.draft import Draft
from voicelint.interface import interface
from voicelint.library import Linter
from voicelint.linters import Linters
from voicelint.readers import ReadError, Reading
from voicelint.run import source_of
from voicelint.source import Source
from voicelint.targets import Target
from voicelint.terminal import Style, one_line

Problem = tuple[str, str]


@dataclass
class Inquiry:
    """One question put to the scripts of some files.

    `problems` gathers what could not be read; `fails`: the answer calls for a change.
    """

    targets: Iterable[Target]
    linters: Linters
    style: Style
    problems: list[Problem]
    fails: bool = False

    def scripts(self) -> Iterator[str]:
        """`--list-scripts`: what was found in each file, where, why, and what was left out."""
        from voicelint.render.scripts import listed

        words = interface(str(self.linters.flags.reader or "en"))
        count = 0
        for source, reading, _ in self._readings():
            count += len(reading.scripts)
            yield from listed(source, reading, words, self.style)
        yield words.count("message", count) if count else words.say("none")

    def rate(self, seconds: float) -> Iterator[str]:
        """`--calibrate`: the rate of the person who read each draft aloud in so many seconds.

        Lengths are in inverse proportion to the rate, so one reading is enough.
        """
        for _, draft in self._drafts():
            words = interface(draft.settings.reader)
            used = draft.settings.wpm or draft.language.wpm
            found = used * draft.speech.seconds.best / seconds
            places = {"seconds": words.number(seconds), "wpm": f"{found:.0f}", "usual": f"{draft.language.wpm:.0f}"}
            yield words.say("read_in", **places)
            yield words.say("to_configure")
            yield self.style.paint(f"  wpm = {{ {draft.language.code} = {found:.0f} }}", "bold")

    def contacts(self, path: str) -> Iterator[str]:
        """`--contacts`: whom of a list each draft with merge tags fits."""
        from voicelint.contacts import check_contacts
        from voicelint.render.contacts import progress_bar, render

        for where, draft in self._drafts():
            if not any(slot.role == "value" for slot in draft.slots):
                continue
            columns = self.linters.of(where).config.contacts
            bar = progress_bar(sys.stderr) if sys.stderr is not None else None
            try:
                report = check_contacts(draft, path, columns=columns, progress=bar)
            except (ContactsError, ReadError) as error:
                self.problems.append((path, str(error).removeprefix(f"{path}: ")))
                return
            except OSError as error:
                self.problems.append((path, error.strerror or str(error)))
                return
            self.fails = self.fails or not report.ok
            yield self.style.paint(one_line(" ".join(filter(None, (where, draft.script.name)))), "bold")
            yield from render(report, draft.settings.reader, self.style)

    def _drafts(self) -> Iterator[tuple[str, Draft]]:
        """Path and draft of every script."""
        for source, reading, linter in self._readings():
            for script in reading.scripts:
                yield source.path, linter.draft(source, script)

    def _readings(self) -> Iterator[tuple[Source, Reading, Linter]]:
        """What was read in each file, with its linter."""
        for path, named in self.targets:
            linter = self.linters.of(path)
            try:
                source = source_of(path, self.linters.flags.stdin_filename)
                yield source, linter.reading(source, named), linter
            except ReadError as error:
                self.problems.append((path, error.message))
            except OSError as error:
                self.problems.append((path, error.strerror or str(error)))
