"""The manual: a rule as a page, made from its file alone, in the language of its reader."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from voicelint.explanation import explanation
from voicelint.interface import Interface, interface
from voicelint.rule import RULE_KEYS, Rule, is_block
from voicelint.testing import unmarked

_MANY = 8  # entries of a list: so many are counted, not told
_TEXTS = ("why", "exceptions", "known_false_alarms", "fix_safety", "verified")


def page(rule: Rule, reader: str = "en") -> str:
    """The page of a rule, as Markdown: what it checks, why, when not, examples, options and sources.

    Names (of profiles, severities, options, settings) stand as they are written in a configuration, in any language.
    """
    told, words = explanation(rule, reader), interface(reader)
    title = words.manual
    facts = "\n".join(f"- {fact}" for fact in _facts(rule, words))
    parts = [f"# {rule.name}", words.typeset(told["summary"]), facts]
    for key in _TEXTS:
        if told.get(key):
            parts += [f"## {title(key)}", words.typeset(told[key])]
        if key == "why":
            parts += [f"## {title('advice')}", words.typeset("\n".join(_advice(rule, reader)))]
    for code, block in sorted(rule.blocks.items(), key=lambda item: item[0] != reader):
        parts += [f"## {title('examples', code=code)}", *_examples(block.failing, block.passing, words)]
    options = _options(rule.data, words)
    if options:
        parts += [f"## {title('options')}", "\n".join(options)]
    if told.get("sources"):
        parts += [f"## {title('sources')}", words.typeset("\n".join(f"- {source}" for source in told["sources"]))]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule, words: Interface) -> Iterator[str]:
    """The points under the summary: how much the rule matters, where and when it speaks."""
    say, any_of = words.manual, words.manual("or").join
    levels = ", ".join(f"{level.name}{f' ({variant})' if variant else ''}" for variant, level in rule.severity.items())
    most = [(name, max(found.values()).name) for name, found in sorted(rule.severities.items())]
    changed = ", ".join(say("severity_in", profile=name, level=level) for name, level in most)
    yield say("severity", levels=levels) + (say("but") + changed if changed else "")
    profiles = ", ".join(sorted(rule.profiles))
    yield say("profiles", profiles=profiles) if profiles else say("no_profile")
    for variant, names in rule.needs.items():
        yield say("needs_on" if variant else "needs", names=any_of(f"`{name}`" for name in names), variant=variant)
    for key, values in rule.when.items():
        yield say("speaks", key=key, values=any_of(values))
    if rule.silent:
        those = [say("is", key=key, values=any_of(values)) for key, values in rule.silent.items()]
        yield say("silent", those=str(words.texts["and"]).join(those))
    if rule.data.get("since"):
        yield say("since", version=rule.data["since"])


def _advice(rule: Rule, reader: str) -> Iterator[str]:
    """What a finding says to do, once each; where it would name something of the message, dots stand."""
    block = rule.blocks.get(reader) or next(iter(rule.blocks.values()))
    texts = dict.fromkeys(map(_with_dots, block.advice.values()))
    yield from (f"- {text}" for text in texts) if len(texts) > 1 else texts


def _with_dots(text: str) -> str:
    parts = string.Formatter().parse(text)
    return "".join(said + ("…" if place is not None else "") for said, place, *_ in parts).replace("….", "…")


def _examples(failing: Iterable[Any], passing: Iterable[Any], words: Interface) -> Iterator[str]:
    """The first few examples of each sort, each a quotation."""
    for title, examples in (("flagged", failing), ("passes", passing)):
        quotations = ["> " + words.typeset(_text(item)).replace("\n", "\n> ") for item in list(examples)[:3]]
        yield "\n\n".join([words.manual(title), *quotations])


def _text(item: Any) -> str:
    """The words of an example, without its marks; the messages of a series one after the other."""
    if isinstance(item, str):
        return unmarked(item)[0]
    if "text" in item:
        return unmarked(str(item["text"]))[0]
    return "\n".join(f"{index}: {step['text']}" for index, step in enumerate(item["steps"], 1))


def _options(data: Mapping[str, Any], words: Interface) -> list[str]:
    """The options of the rule's kind as this file sets them; lists of cues are only counted."""
    lines = []
    for key, value in data.items():
        if key in RULE_KEYS or is_block(key, value):
            continue
        many = isinstance(value, list) and len(value) >= _MANY
        told = words.manual("entries", name=f"`{key}`", n=len(value)) if many else f"`{key} = {_as_toml(value)}`"
        lines.append(f"- {told}")
    return lines


def _as_toml(value: Any) -> str:
    """A value as a rule file writes it."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_as_toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_toml, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)
