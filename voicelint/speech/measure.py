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
            slots = find_slots(text)
            speech = speak(text, slots, find_phones(text, slots), load(row["lang"]), wpm=WPM)
            found.append(Reading(row["lang"], text, row["spoken"], tuple(row["hard"]), row["seconds"], speech))
    return found


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


def main(arguments: Sequence[str]) -> int:
    """Print both tables for a folder of readings; 2 if it cannot be read."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m voicelint.speech.measure FOLDER\n")
        return 2
    try:
        readings = read(Path(arguments[0]))
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"{arguments[0]}: {error}\n")
        return 2
    sys.stdout.write("\n".join([*length_table(readings), "", *form_table(readings), ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
