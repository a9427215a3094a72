"""One run of the command over files: reports go to their stream, what goes wrong to standard error."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TextIO

from voicelint.answer import Answer, Wanted
from voicelint.cli_status import CLEAN, FAILED, FOUND
from voicelint.flags import UsageError
from voicelint.linters import Linters
from voicelint.run import answers
from voicelint.tally import Tally
from voicelint.targets import STDIN, Problem, Target, files_of
from voicelint.terminal import is_terminal, one_line, safe, spelled_plainly, style_for, told

_PROGRESS_EVERY = 50  # files between two signs of life, on a terminal that the reports do not go to


class Session:
    """What is kept while a run goes on: where it writes, what it counted, what went wrong."""

    def __init__(self, flags: Namespace) -> None:
        self.flags = flags
        self.linters = Linters(flags)
        self.problems: list[Problem] = []
        self.tally = Tally()
        self.files = self.without = 0
        self.fails = False
        self._fine = ""
        self._written = False
        self._buffer = io.StringIO() if flags.output else None
        self.out: TextIO = self._buffer or _stdout()
        # Mended standard input has standard output to itself; what is said of it goes beside it, if there is a beside.
        self._mended = self.out
        if flags.fix and STDIN in flags.paths and self._buffer is None:
            self.out = sys.stderr or io.StringIO()
        self.style = style_for(self.out, flags.color)
        self.wanted = Wanted(self._form(), self.style, bool(flags.timeline))

    def run(self) -> int:
        """Answer every file, and give the exit status."""
        if self.flags.list_scripts or self.flags.calibrate or self.flags.contacts:
            return self._inquire()
        self._begin()
        shown = is_terminal(sys.stderr) and not is_terminal(self.out)
        for done, answer in enumerate(answers(self.targets(look=False), self.linters, self.wanted), 1):
            self._take(answer)
            if shown and done % _PROGRESS_EVERY == 0:
                sys.stderr.write(f"\r{done}/{self.files}")
        if shown and self.files >= _PROGRESS_EVERY:
            sys.stderr.write("\r\x1b[K")
        self._end()
        self.linters.cache.tidy()
        if self._buffer is not None:
            _write_output(self.flags.output, self._buffer.getvalue())
        if self.problems:
            return FAILED
        return FOUND if self.fails and not self.flags.exit_zero else CLEAN

    def _inquire(self) -> int:
        """Answer another question than what is wrong with the drafts."""
        from voicelint.inquiries import Inquiry

        inquiry = Inquiry(self.targets(), self.linters, self.style, self.problems)
        if self.flags.list_scripts:
            lines = inquiry.scripts()
        elif self.flags.calibrate:
            lines = inquiry.rate(self.flags.calibrate)
        else:
            lines = inquiry.contacts(self.flags.contacts)
        for line in lines:
            self.out.write(self._shown(line) + "\n")
        for path, message in self.problems:
            told(f"voicelint: {one_line(path)}: {one_line(message)}")
        if self._buffer is not None:
            _write_output(self.flags.output, self._buffer.getvalue())
        return FAILED if self.problems else FOUND if inquiry.fails and not self.flags.exit_zero else CLEAN

    def _form(self) -> str:
        """The form of the reports under the flags."""
        flags = self.flags
        if flags.format == "json":
            return "json"
        if flags.statistics or flags.diff:
            return "none"
        if flags.spoken:
            return "spoken"
        return "concise" if flags.quiet else "text"

    def targets(self, *, look: bool = True) -> Iterator[Target]:
        """The files of the run; standard input that is a keyboard is announced. `look`: see `find_files`."""
        for target in files_of(self.flags.paths, self.linters, self.problems, look=look):
            if target.path == STDIN and sys.stdin is not None and is_terminal(sys.stdin):
                told("voicelint: type or paste the message, then press Ctrl-D on an empty line")
            self.files += 1
            yield target

    def _begin(self) -> None:
        if self.wanted.form == "json":
            from voicelint.render import json

            self.out.write(json.start())

    def _take(self, answer: Answer) -> None:
        """Write one file's answer as soon as it is there."""
        if not answer.is_draft and not answer.error:
            self.files -= 1
            return
        name = one_line(self.flags.stdin_filename or "<stdin>" if answer.path == STDIN else answer.path)
        if answer.error:
            self.problems.append((name, answer.error))
            told(f"voicelint: {name}: {one_line(answer.error)}")
        elif not answer.blocks:
            self.without += 1
        for note in answer.notes if not self.flags.quiet else ():
            told(f"voicelint: {name}: {one_line(note)}")
        self.tally.add(answer.tally)
        self.fails = self.fails or answer.fails
        for block in answer.blocks:
            if self.wanted.form == "text" and block.fine and not self.wanted.timeline:
                self._fine = block.text
            else:
                self._write_block(block.text, goes_on=block.goes_on)
        self.out.write(self._as_it_stands(answer.diff, self.out))
        if answer.fixed_text is not None:
            self._mended.write(self._as_it_stands(answer.fixed_text, self._mended))
            self._mended.flush()
        if answer.fixes:
            from voicelint.interface import interface

            words = interface(answer.tally.reader or "en")
            told(words.say("fixed", fixes=words.count("fix", answer.fixes), path=name))

    def _write_block(self, text: str, *, goes_on: bool) -> None:
        if self.wanted.form == "json" and not goes_on:
            self.out.write(",\n" if self._written else "\n")
        self._written = True
        self.out.write(self._shown(text))

    @staticmethod
    def _as_it_stands(text: str, stream: TextIO) -> str:
        """The text of a draft: to the letter for a program, without what it would obey for a terminal."""
        if not is_terminal(stream):
            return text
        return "\n".join(safe(line.rstrip("\r").replace("\t", "    ")) for line in text.split("\n"))

    def _shown(self, text: str) -> str:
        """The text in the letters that the stream has."""
        return spelled_plainly(text) if self.style.ascii_only and self.wanted.form != "json" else text

    def _end(self) -> None:
        """What closes the document, or the run for a person."""
        for path, message in self.problems[:]:
            if message.startswith(("does not exist", "may not be read")):
                told(f"voicelint: {one_line(path)} {one_line(message)}")
        form = self.wanted.form
        if form == "json":
            from voicelint.render import json

            self.out.write(
                json.end(
                    self.tally,
                    self.problems,
                    files=self.files,
                    without=self.without,
                    ascii_only=self.style.ascii_only,
                )
            )
        else:
            from voicelint.render.closing import closing, statistics

            lines: Iterator[str] = iter(())
            if self.flags.statistics:
                lines = statistics(self.tally.rules, self.style)
            elif form == "text" and (self.tally.messages or not self.problems):
                if self.tally.messages == 1:
                    self.out.write(self._shown(self._fine))
                lines = closing(self.tally, self.style)
            for line in lines:
                self.out.write(self._shown(line) + "\n")
        self.out.flush()


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise UsageError("standard output is closed; name a file with --output")
    return sys.stdout


def _write_output(path: str, text: str) -> None:
    """Write the report into its file, whole or not at all."""
    folder = os.path.dirname(path) or "."
    if os.path.isdir(path):
        raise UsageError(f"--output: {path} is a folder")
    if not os.path.isdir(folder):
        raise UsageError(f"--output: there is no folder {folder}")
    if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe is written to, never replaced
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return
    temporary = f"{path}.{os.getpid()}.tmp"
    with open(temporary, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    os.replace(temporary, path)
