"""The spoken length as a bar, with the band that is wanted beneath it."""

from __future__ import annotations

from voicelint.finding import Seconds
from voicelint.interface import Interface
from voicelint.settings import Band
from voicelint.terminal import Style

_LABEL = 26  # columns kept for the words to the right of the bar


def length_bar(seconds: Seconds, band: Band, words: Interface, style: Style) -> list[str]:
    """Two lines: the likely length with its doubt, and the band of seconds under it."""
    width = style.width - _LABEL
    scale = width / max(seconds.high * 1.02, band.max * 1.2, 1.0)
    sure, doubt = _filled(seconds, scale)
    fit, look = _fit(seconds, band, words)
    edge = round(band.max * scale)
    painted = style.paint(style.signs.full * min(sure, edge), "green")
    painted += style.paint(style.signs.full * max(0, sure - edge), "red")
    before = min(doubt, max(0, edge - sure))
    painted += style.paint(style.signs.likely * before, "green")
    painted += style.paint(style.signs.likely * (doubt - before), "red")
    about = words.say("about", best=words.number(seconds.best, 0))
    spread = words.say("range", low=words.number(seconds.low, 0), high=words.number(seconds.high, 0))
    first = f"{painted}{' ' * (width - sure - doubt)}  {style.paint(about, 'bold')} {style.paint(spread, 'dim')}"
    bracket = _bracket(band, scale, words, style)
    second = style.paint(bracket, "dim") + " " * (width - len(bracket)) + f"  {style.paint(fit, look, 'bold')}"
    return [first.rstrip(), second.rstrip()]


def _filled(seconds: Seconds, scale: float) -> tuple[int, int]:
    """Columns that are surely said, and those that a slow speaker adds; at least one of any speech."""
    sure = round(seconds.low * scale) or int(seconds.high > 0)
    return sure, max(0, round(seconds.high * scale) - sure)


def _fit(seconds: Seconds, band: Band, words: Interface) -> tuple[str, str]:
    """How the length lies to the band, in words, and the colour of it."""
    if seconds.low > band.max:
        over = max(1.0, seconds.best - band.max)
        return words.say("over", seconds=words.number(over, 0)), "red"
    if seconds.high > band.max:
        return words.say("near", max=words.number(band.max)), "yellow"
    if seconds.high < band.min:
        under = max(1.0, band.min - seconds.best)
        return words.say("under", seconds=words.number(under, 0)), "yellow"
    return words.say("fits"), "green"


def _bracket(band: Band, scale: float, words: Interface, style: Style) -> str:
    """The band as a bracket with its seconds: `╰── 8–14 s ──╯`."""
    start, end = round(band.min * scale), round(band.max * scale)
    label = f" {words.say('wanted', min=words.number(band.min), max=words.number(band.max))} "
    label = label if style.signs.dash in label else label.replace("–", style.signs.dash)
    inner = end - start - 2
    signs = style.signs
    if len(label) > inner:  # a narrow band: the seconds stand behind it
        return f"{' ' * start}{signs.left}{signs.rule * max(0, inner)}{signs.right}{label.rstrip()}"
    before = (inner - len(label)) // 2
    ruled = signs.rule * before + label + signs.rule * (inner - before - len(label))
    return f"{' ' * start}{signs.left}{ruled}{signs.right}"
