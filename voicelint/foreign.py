"""A message in a language that has no file: named as such, and never judged as if it were another."""

from __future__ import annotations

from voicelint.detection import UNDETERMINED, other_name
from voicelint.draft import Draft
from voicelint.finding import Finding, Seconds, Severity
from voicelint.interface import interface
from voicelint.report import Report
from voicelint.source import Source

UNKNOWN_LANGUAGE = "unknown-language"


def report_on(draft: Draft, source: Source) -> Report:
    """The report on a draft whose settings name a language without a file: one finding of severity info."""
    script, settings = draft.script, draft.settings
    words = interface(settings.reader)
    name = other_name(settings.language, settings.reader)
    message = words.say("no_name") if settings.language == UNDETERMINED else words.say("foreign", name=name)
    finding = Finding(UNKNOWN_LANGUAGE, Severity.info, message, words.say("foreign_advice"), script.span)
    return Report(
        source=source,
        script=script.span,
        name=script.name,
        settings=settings,
        words=len(script.text.split()),
        spoken_words=0,
        seconds=Seconds(0.0, 0.0, 0.0),
        band=settings.band,
        moves=(),
        findings=(finding,),
        draft=draft,
    )
