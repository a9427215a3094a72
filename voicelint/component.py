"""voicelint in anybody's spaCy pipeline: `nlp.add_pipe("voicelint", config={"profile": "warm"})`."""

from __future__ import annotations

from voicelint import language
from voicelint.library import Linter
from voicelint.nlp import MOVES_KEY, Doc, Language, mark
from voicelint.source import Span

KEY = "voicelint"

if not Doc.has_extension(KEY):
    Doc.set_extension(KEY, default=None)


@Language.factory(KEY, default_config={"profile": "cold"}, retokenizes=False)
def component(nlp: Language, name: str, profile: str) -> Component:
    """The component that spaCy asks for. `profile`: the one under which each text is judged as one message."""
    return Component(nlp.lang if nlp.lang in language.codes() else "auto", profile)


class Component:
    """Judges the text of a document as one message, and writes what it finds into the document.

    `doc.spans["voicelint"]` holds the findings (label: the rule, id: the severity), `doc.spans["moves"]` the moves
    (label: `move.kind`, id: `cue` or `model`), `doc._.voicelint` the report as the command prints it as JSON.
    """

    def __init__(self, code: str, profile: str) -> None:
        self._linter = Linter()
        self._choices = {"language": code, "profile": profile}

    def __call__(self, doc: Doc) -> Doc:
        """The same document, with the findings in it."""
        report = self._linter.lint(doc.text, **self._choices)
        mark(doc, KEY, ((found.rule, found.severity.name, found.span) for found in report.findings))
        moves = ((f"{move.move}.{move.kind}".strip("."), move.by, move.span) for move in report.moves)
        mark(doc, MOVES_KEY, ((label, by, Span(*span)) for label, by, span in moves))
        doc._.set(KEY, report.to_dict())
        return doc
