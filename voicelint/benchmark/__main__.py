"""The table: cold starts, throughput, folders, long scripts, memory; peers beside it where they are installed."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator

from voicelint.benchmark.data import messages, mixed, write_files
from voicelint.benchmark.measuring import command, python, work
from voicelint.benchmark.memory import memory
from voicelint.library import Linter
from voicelint.script import whole
from voicelint.source import Source

_PARTS = ("starts", "throughput", "moves", "folders", "lengths", "memory")
_STARTS = 15
_PEERS = {
    "proselint": ("check",),
    "codespell": (),
    "textlint": ("--rule", "terminology"),
}
_PEER_FILES = 1_000  # files that peers are given: some take minutes for ten thousand
Row = tuple[str, str, str]


def starts(folder: str) -> Iterator[Row]:
    """One file, a process each time."""
    ours = [sys.executable, "-m", "voicelint", "--cache-dir", os.path.join(folder, "kept")]
    fitting, lacking = os.path.join(folder, "fitting.txt"), os.path.join(folder, "lacking.txt")
    for path, met in ((fitting, True), (lacking, False)):
        with open(path, "w", encoding="utf-8") as file:
            file.write(messages("en", met=met, count=1)[0])
    bare, spacy = python("pass", tries=_STARTS), python("import spacy", tries=5)
    yield "python -c pass", _milliseconds(bare.wall), ""
    yield 'python -c "import spacy"', _milliseconds(spacy.wall), ""
    cold = command([*ours, "--no-cache", fitting], tries=_STARTS)
    yield "cold start, cues decide", _milliseconds(cold.wall), "not slower than proselint"
    asked = command([*ours, "--no-cache", lacking], tries=_STARTS)
    yield (
        "cold start, second opinion",
        _milliseconds(asked.wall),
        f"{asked.wall / spacy.wall:.2f} x import spacy (1.35)",
    )
    command([*ours, lacking])
    kept = command([*ours, lacking], tries=_STARTS)
    yield "unchanged file, cache", _milliseconds(kept.wall), f"{kept.wall / bare.wall:.1f} x pass (5)"
    for peer, words in _PEERS.items():
        if shutil.which(peer):
            taken = command([peer, *words, fitting], tries=_STARTS, cwd=folder)
            yield f"{peer}, the same file", _milliseconds(taken.wall), ""


def throughput() -> Iterator[Row]:
    """The library, warm, in one process, all default rules."""
    for met, name, wanted in ((True, "cues decide", 2000), (False, "second opinion asked", 600)):
        for code in ("en", "fr"):
            texts, linter = messages(code, met=met, count=400), Linter()
            for text in texts[:100]:
                linter.lint(text, language=code)
            # A report is let go before the next text is read, as in a pipeline.
            taken = work(lambda: [len(linter.lint(text, language=code).findings) for text in texts])  # noqa: B023
            yield f"library, {name}, {code}", f"{len(texts) / taken:,.0f}/s", f"{wanted:,}/s"


def moves() -> Iterator[Row]:
    """What the cues find in a message, its draft included, over messages of which no two are the same."""
    for code in ("en", "fr"):
        sources, linter = [Source(text) for text in messages(code, met=True, count=400)], Linter()

        def told(linter: Linter = linter, sources: list[Source] = sources, code: str = code) -> None:
            for source in sources:
                linter.draft(source, whole(source), language=code).cue_moves  # noqa: B018  worked out when asked for

        told()
        yield f"moves of one message, {code}", f"{work(told) / len(sources) * 1000:.2f} ms", "0.3 ms"


def folders(folder: str) -> Iterator[Row]:
    """Whole folders of files of about sixty words, without and with the answers of the last run."""
    for count, wanted in ((1_000, 1.0), (10_000, 6.0)):
        drafts = os.path.join(folder, f"drafts{count}")
        write_files(drafts, count)
        ours = [
            sys.executable,
            "-m",
            "voicelint",
            "--isolated",
            "--cache-dir",
            os.path.join(folder, "kept"),
            "-q",
            drafts,
        ]
        fresh = command([*ours, "--no-cache"], tries=3)
        said = f"{wanted:g} s; {fresh.cpu:.1f} s of processors, {fresh.memory:.0f} MB"
        yield f"{count:,} files", f"{fresh.wall:.2f} s", said
        alone = command([*ours, "--no-cache", "--jobs", "1"])
        yield f"{count:,} files, --jobs 1", f"{alone.wall:.2f} s", f"{alone.memory:.0f} MB"
        command(ours)
        yield f"{count:,} files, unchanged", f"{command(ours, tries=3).wall:.2f} s", ""
        for peer, words in _PEERS.items() if count == _PEER_FILES else ():
            if shutil.which(peer):
                yield f"{count:,} files, {peer}", f"{command([peer, *words, drafts], cwd=folder).wall:.2f} s", ""


def lengths() -> Iterator[Row]:
    """Scripts that no person would read out."""
    linter, text = Linter(), " ".join(mixed(400))
    short, long = text * 4, text * 40
    one, ten = work(lambda: linter.lint(short[:100_000])), work(lambda: linter.lint(long[:1_000_000]), tries=2)
    yield "script of 100 kB", f"{one:.2f} s", ""
    yield "script of 1 MB", f"{ten:.2f} s", f"{ten / one:.1f} x (15)"


def main(arguments: list[str] | None = None) -> int:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m voicelint.benchmark", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"{', '.join(_PARTS)} (default: all)")
    wanted = parser.parse_args(arguments).parts or _PARTS
    sys.stdout.write("| what | measured | wanted |\n| --- | --- | --- |\n")
    with tempfile.TemporaryDirectory() as folder:
        parts: dict[str, Callable[[], Iterator[Row]]] = {
            "starts": lambda: starts(folder),
            "throughput": throughput,
            "moves": moves,
            "folders": lambda: folders(folder),
            "lengths": lengths,
            "memory": lambda: memory(folder),
        }
        for part in wanted:
            for row in parts[part]():
                sys.stdout.write(f"| {' | '.join(row)} |\n")
                sys.stdout.flush()
    return 0


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
