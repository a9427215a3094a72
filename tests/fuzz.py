"""A coverage-guided search for texts that break a reader or the linter: `python tests/fuzz.py --seconds 600`.

It needs atheris, which nothing else of the project does: `pip install atheris` into an environment of its own.
What it finds is written into the folder named by --found; the remedy comes with the text as a case of
`tests/cases/hostile/`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent))
with atheris.instrument_imports(include=["voicelint"]):
    pass
from invariants import NAMES, check

from voicelint.source import Source

TESTS = Path(__file__).parent
_SLOWEST = 20  # seconds for one text, under the watch of the fuzzer
_LONGEST = 700  # bytes: what is longer breaks nothing that this does not, and takes its time


def one(data: bytes) -> None:
    """Check the invariants on one text; its first byte picks the format."""
    if data:
        check(Source(data[1:].decode("utf-8", "replace"), NAMES[data[0] % len(NAMES)]))


def seeds(folder: Path) -> None:
    """Texts to begin with: the cases of the readers, each in its own format."""
    suffixes = [name.rpartition(".")[2] for name in NAMES]
    paths = [path for path in (TESTS / "cases").rglob("*") if path.is_file()]
    for number, path in enumerate(sorted(paths)):
        suffix = path.suffix[1:]
        index = suffixes.index(suffix) if suffix in suffixes else 0
        (folder / str(number)).write_bytes(bytes([index]) + path.read_bytes()[:_LONGEST])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="how long to search")
    parser.add_argument("--found", default="fuzz-found", help="folder for the texts that break something")
    parser.add_argument("--corpus", default="", help="folder that keeps what was learnt (default: forgotten)")
    parser.add_argument("--seed", type=int, default=0, help="0: another one each time")
    flags = parser.parse_args()
    found = Path(flags.found)
    found.mkdir(parents=True, exist_ok=True)
    corpus = Path(flags.corpus or tempfile.mkdtemp(prefix="voicelint-fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    seeds(corpus)
    limits = [f"-max_total_time={flags.seconds}", f"-max_len={_LONGEST}", f"-timeout={_SLOWEST}", "-rss_limit_mb=3000"]
    places = [f"-artifact_prefix={found}{os.sep}", str(corpus)]
    atheris.Setup([sys.argv[0], *limits, f"-seed={flags.seed}", "-print_final_stats=1", *places], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
