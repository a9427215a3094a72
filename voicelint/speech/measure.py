"""How well spoken length and spoken form agree with readings: `python -m voicelint.speech.measure FOLDER`."""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from time import process_time

from voicelint.language import load
from voicelint.phones import find_phones
from voicelint.slots import find_slots
from voicelint.speech import Speech, speak

# Texts whose `hard` names `plain` set each voice's pace, those that name `full` are whole messages.
PLAIN, FULL = "plain", "full"
WPM = 150.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, how it is said, and the seconds that each voice took for it."""

    language: str
    text: str
    spoken: str
    hard: tuple[str, ...]
    seconds: Mapping[str, float]
    speech: Speech

    @property
    def group(self) -> str:
        """The row of the table it counts in."""
        return PLAIN if PLAIN in self.hard else "messages" if FULL in self.hard else "hard texts"


def read(folder: Path) -> list[Reading]:
    """Every reading of the `.jsonl` files of a folder. Raises OSError and ValueError for what cannot be read."""
    found: list[Reading] = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["text"]
            speech = _spoken(text, row["lang"])
            found.append(Reading(row["lang"], text, row["spoken"], tuple(row["hard"]), row["seconds"], speech))
    if not found:
        raise ValueError("holds no readings (.jsonl)")
    return found


def _spoken(text: str, language: str) -> Speech:
    slots = find_slots(text)
    return speak(text, slots, find_phones(text, slots), load(language), wpm=WPM)


def length_table(readings: Sequence[Reading]) -> list[str]:
    """Lines: error, bias and share inside the interval by language and group, each voice's pace set on plain texts."""
    errors: dict[tuple[str, str], list[float]] = defaultdict(list)
    inside: dict[tuple[str, str], list[bool]] = defaultdict(list)
    widths: dict[tuple[str, str], list[float]] = defaultdict(list)
    for language, voice in sorted({(reading.language, voice) for reading in readings for voice in reading.seconds}):
        own = [reading for reading in readings if reading.language == language and voice in reading.seconds]
        plain = [reading.seconds[voice] / reading.speech.seconds.best for reading in own if reading.group == PLAIN]
        if not plain:
            continue
        pace = median(plain)
        for reading in own:
            key, true = (language, reading.group), reading.seconds[voice]
            low, best, high = (pace * value for value in reading.speech.seconds)
            errors[key].append(best / true - 1)
            inside[key].append(low <= true <= high)
            widths[key].append((high - low) / best / 2)
    return [
        f"{language} {group:<10}  error {100 * fmean(map(abs, errors[language, group])):4.1f} %"
        f"  bias {100 * fmean(errors[language, group]):+5.1f} %"
        f"  inside {100 * fmean(inside[language, group]):3.0f} %"
        f"  half interval {100 * fmean(widths[language, group]):4.1f} %  n {len(errors[language, group])}"
        for language, group in sorted(errors)
    ]


def prose_table(readings: Sequence[Reading]) -> list[str]:
    """Lines: by language, how far prose without figures is from lasting its words over the rate."""
    lines = []
    for language in sorted({reading.language for reading in readings}):
        prose = [
            reading
            for reading in readings
            if reading.language == language and reading.group == PLAIN and not any(map(str.isdigit, reading.text))
        ]
        off = [reading.speech.seconds.best * WPM / 60 / len(reading.text.split()) - 1 for reading in prose]
        if off:
            whole = sum(reading.speech.seconds.best for reading in prose) * WPM / 60
            words = sum(len(reading.text.split()) for reading in prose)
            lines.append(
                f"{language} prose       as a whole {100 * (whole / words - 1):+5.1f} %"
                f"  mean of texts {100 * fmean(off):+5.1f} %"
                f"  error of one text {100 * fmean(map(abs, off)):4.1f} %  words {words}"
            )
    return lines


def speed_line(readings: Sequence[Reading]) -> str:
    """How long reading and timing a script of 60 words takes, in milliseconds of processor time: the best of ten."""
    words = sum(len(reading.text.split()) for reading in readings)
    taken = []
    for _ in range(10):
        started = process_time()
        for reading in readings:
            _spoken(reading.text, reading.language)
        taken.append(process_time() - started)
    return f"{1000 * min(taken) / max(1, words) * 60:.2f} ms for 60 words, phone numbers and merge tags included"


def form_table(readings: Sequence[Reading]) -> list[str]:
    """Lines: word error of the spoken form by language, then every text where it differs, with the differences."""
    lines: list[str] = []
    for language in sorted({reading.language for reading in readings}):
        wrong = words = 0
        listed: list[str] = []
        for reading in readings:
            if reading.language != language:
                continue
            wanted = _words(reading.spoken)
            said = _words(" ".join(unit.spoken for unit in reading.speech.units))
            changes = list(_changes(wanted, said))
            words += len(wanted)
            wrong += sum(max(len(before), len(after)) for before, after in changes)
            listed += [f"    wanted: {' '.join(before)!r}  said: {' '.join(after)!r}" for before, after in changes]
            listed += [f"  {reading.text}"] if changes else []
        lines += [
            f"{language} spoken form: {100 * wrong / max(1, words):.1f} % of {words} words differ",
            *reversed(listed),
        ]
    return lines


def _words(text: str) -> list[str]:
    """Words without case, hyphens and marks."""
    return re.findall(r"[^\W_]+", text.lower().replace("œ", "oe"))


def _changes(wanted: Sequence[str], said: Sequence[str]) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    """What was wanted and what is said instead, wherever they differ (split words count as the same)."""
    matcher = difflib.SequenceMatcher(None, wanted, said, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal" and "".join(wanted[first:last]) != "".join(said[start:end]):
            yield wanted[first:last], said[start:end]


def _tables(readings: Sequence[Reading]) -> Iterable[str]:
    yield from length_table(readings)
    yield from ("", *prose_table(readings), "", speed_line(readings), "")
    yield from form_table(readings)
    yield ""


def main(arguments: Sequence[str]) -> int:
    """Print the tables for a folder of readings; 2 if it cannot be read."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m voicelint.speech.measure FOLDER\n")
        return 2
    try:
        readings = read(Path(arguments[0]))
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"{arguments[0]}: {error}\n")
        return 2
    sys.stdout.write("\n".join(_tables(readings)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
