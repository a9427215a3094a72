"""The examples of rule files as test cases, for us and for authors of packs: `python -m voicelint.testing FOLDER`."""

from __future__ import annotations

import string
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from voicelint import language
from voicelint.catalog import Catalog, CatalogError, builtin
from voicelint.draft import Draft, Opinion
from voicelint.packs import rules_of_folder
from voicelint.rule import Rule
from voicelint.script import Script
from voicelint.settle import settle
from voicelint.source import Source, Span

OPEN, CLOSE = "==", "=="


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: a message, its settings, and the stretches that are to be flagged (none: it passes).

    `exact` says that the marks of the example give the places; without marks, any finding will do.
    `steps`: for a rule of series, the messages with what stands beside each; `text` is then all of them.
    """

    rule: str
    language: str
    text: str
    fails: bool
    spans: tuple[Span, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[Mapping[str, Any], ...] = ()

    @property
    def exact(self) -> bool:
        """Say whether the places of the findings are part of the example."""
        return bool(self.spans)


def examples(rule: Rule) -> Iterator[Example]:
    """Every example of a rule, in order: those that pass, then those that fail.

    An example is a text, or a table with `text` and the settings under which it is judged.
    """
    for code, block in rule.blocks.items():
        for fails, group in ((False, block.passing), (True, block.failing)):
            for item in group:
                settings: dict[str, Any] = {"text": item} if isinstance(item, str) else dict(item)
                messages = settings.pop("steps") if isinstance(settings.get("steps"), list) else []
                steps: tuple[Mapping[str, Any], ...] = tuple(messages)
                if steps:
                    settings["text"] = " / ".join(str(step["text"]) for step in steps)
                text, spans = unmarked(str(settings.pop("text")))
                yield Example(rule.name, code, text, fails, spans, settings, steps)


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its `==marks==`, and the stretches that they held."""
    parts = marked.split(OPEN)
    text, spans = parts[0], []
    for index, part in enumerate(parts[1:], 1):
        if index % 2:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, tuple(spans)


def marked(text: str, spans: Iterable[Span]) -> str:
    """A text with `==marks==` around stretches that do not overlap: what `unmarked` undoes."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}{OPEN}{text[span.start : span.end]}{CLOSE}{text[span.end :]}"
    return text


def found(rule: Rule, example: Example, catalog: Catalog, opinion: Opinion | None = None) -> list[Span]:
    """The places that a rule speaks of in an example, sorted; it is judged alone, in a profile of its own."""
    if example.steps:
        return sorted(_found_in_series(rule, example, catalog, opinion))
    draft = draft_of(rule, example, catalog, opinion)
    if not rule.speaks_under(draft.settings):
        return []
    return sorted(hit.span for hit in rule.kinds[example.language].hits(draft))


def _found_in_series(rule: Rule, example: Example, catalog: Catalog, opinion: Opinion | None) -> Iterator[Span]:
    """The places that a rule of series speaks of, each in its own message."""
    from dataclasses import replace

    from voicelint.linter import lint
    from voicelint.series import series_hits, series_of

    reports = []
    for step in example.steps:
        settings = {**example.settings, "series": "example", **step}
        text = str(settings.pop("text"))
        draft = draft_of(rule, replace(example, text=text, settings=settings, steps=()), catalog, opinion)
        reports.append(lint(draft, (), Source(text)))
    for series, _ in series_of(reports):
        yield from (hit.span for _, hit in series_hits(series, rule))


def draft_of(rule: Rule, example: Example, catalog: Catalog, opinion: Opinion | None = None) -> Draft:
    """The draft of an example; a rule that is not for cold calls is judged in the first profile it is for."""
    chosen = dict(example.settings)
    if "profile" not in chosen and rule.profiles and "cold" not in rule.profiles:
        chosen["profile"] = min(rule.profiles)
    settings = settle(chosen, catalog, example.language)
    script = Script(example.text, Span(0, len(example.text)), settings=chosen)
    return Draft(script, settings, language.load(example.language), catalog.matcher(example.language), opinion)


def mistakes_of_folder(folder: str, opinion: Opinion | None = None) -> Iterator[str]:
    """What is not as the examples of a folder's rules say, each in one line; nothing if all is well.

    Raises CatalogError for a rule file that cannot be used.
    """
    rules = tuple(rules_of_folder(folder))
    catalog = builtin().with_rules(rules)
    for rule in rules:
        yield from mistakes(rule, catalog, opinion)


def mistakes(rule: Rule, catalog: Catalog, opinion: Opinion | None = None) -> Iterable[str]:
    """What is not as the examples of a rule say, each in one line; nothing if all is well.

    `catalog` has to hold the rule: it brings its cues (`builtin().with_rules(...)`).
    """
    for example in examples(rule):
        spans = found(rule, example, catalog, opinion)
        where = f"{rule.name} [{example.language}] {example.text!r}"
        if not example.fails and spans:
            yield f"{where}: passes by its author's word, but is flagged: {marked(example.text, spans)!r}"
        elif example.fails and not spans:
            yield f"{where}: is to be flagged, but passes"
        elif example.exact and tuple(spans) != example.spans:
            yield f"{where}: is flagged here: {marked(example.text, spans)!r}"
        elif example.fails:
            yield from (f"{where}: {problem}" for problem in _unfilled(rule, example, catalog, opinion))


def _unfilled(rule: Rule, example: Example, catalog: Catalog, opinion: Opinion | None) -> Iterator[str]:
    """The named places of message and advice that the hits of a failing example do not fill."""
    if example.steps:
        return
    block = rule.blocks[example.language]
    for hit in rule.kinds[example.language].hits(draft_of(rule, example, catalog, opinion)):
        for texts in (block.message, block.advice):
            text = texts.get(hit.variant, texts.get("", ""))
            names = {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}
            for name in sorted(names - hit.facts.keys()):
                known = ", ".join(sorted(hit.facts)) or "nothing"
                yield f"nothing fills {{{name}}} of {text!r}; this kind tells {known}"


def main(arguments: list[str] | None = None) -> int:
    """Print what is not as the examples of a folder's rules say; exit status 1 if anything is."""
    folders = sys.argv[1:] if arguments is None else arguments
    if not folders:
        sys.stderr.write("usage: python -m voicelint.testing FOLDER...\n")
        return 2
    try:
        found_out = [line for folder in folders for line in mistakes_of_folder(folder)]
    except CatalogError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in found_out) or "All examples are as they say.\n")
    return 1 if found_out else 0


if __name__ == "__main__":
    raise SystemExit(main())
