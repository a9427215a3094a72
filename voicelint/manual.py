"""The manual: a rule as a page, made from its file alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from voicelint.rule import RULE_KEYS, Rule, is_block
from voicelint.testing import unmarked

_MANY = 8  # entries of a list: so many are counted, not told


def page(rule: Rule) -> str:
    """The page of a rule, as Markdown: what it checks, why, when not, examples, options and sources."""
    data = rule.data
    parts = [f"# {rule.name}", str(data["summary"]), _facts(rule), "## Why", _wrapped(data["why"])]
    for key, title in (
        ("exceptions", "When it is right not to follow it"),
        ("known_false_alarms", "Known false alarms"),
        ("fix_safety", "Fixes"),
        ("verified", "Verified"),
    ):
        if data.get(key):
            parts += [f"## {title}", _wrapped(data[key])]
    for code, block in rule.blocks.items():
        parts += [f"## Examples ({code})", *_examples(block.failing, block.passing)]
    options = _options(data)
    if options:
        parts += ["## Options", "\n".join(options)]
    if data.get("sources"):
        parts += ["## Sources", "\n".join(f"- {source}" for source in data["sources"])]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule) -> str:
    levels = ", ".join(f"{level.name}{f' ({variant})' if variant else ''}" for variant, level in rule.severity.items())
    changed = [f"{name}: {max(table.values()).name}" for name, table in sorted(rule.severities.items())]
    lines = [f"- severity: {levels}" + (f"; {', '.join(changed)}" if changed else "")]
    lines.append(f"- on in: {', '.join(sorted(rule.profiles)) or 'no profile; switch it on by name'}")
    lines += [_needs(variant, names) for variant, names in rule.needs.items()]
    lines += [f"- speaks when {key} is {' or '.join(values)}" for key, values in rule.when.items()]
    if rule.silent:
        lines.append("- silent when " + " and ".join(f"{key} is {' or '.join(v)}" for key, v in rule.silent.items()))
    if rule.data.get("since"):
        lines.append(f"- since: {rule.data['since']}")
    return "\n".join(lines)


def _needs(variant: str, names: Iterable[str]) -> str:
    told = " or ".join(f"`{name}`" for name in names)
    return f"- silent{f' on {variant}' if variant else ''} unless {told} stands beside the script"


def _examples(failing: Iterable[Any], passing: Iterable[Any]) -> list[str]:
    """The first few examples of each sort, each a quotation."""
    lines = []
    for title, examples in (("Flagged", failing), ("Passes", passing)):
        quotations = ["> " + _text(item).replace("\n", "\n> ") for item in list(examples)[:3]]
        lines.append("\n\n".join([f"{title}:", *quotations]))
    return lines


def _text(item: Any) -> str:
    """The words of an example, without its marks; the messages of a series one after the other."""
    if isinstance(item, str):
        return unmarked(item)[0]
    if "text" in item:
        return unmarked(str(item["text"]))[0]
    return "\n".join(f"{index}: {step['text']}" for index, step in enumerate(item["steps"], 1))


def _options(data: Mapping[str, Any]) -> list[str]:
    """The options of the rule's kind as this file sets them; lists of cues are only counted."""
    lines = []
    for key, value in data.items():
        if key in RULE_KEYS or is_block(key, value):
            continue
        many = isinstance(value, list) and len(value) >= _MANY
        lines.append(f"- `{key}`: {len(value)} entries" if many else f"- `{key} = {_as_toml(value)}`")
    return lines


def _as_toml(value: Any) -> str:
    """A value as a rule file writes it."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_as_toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_toml, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _wrapped(text: str) -> str:
    return " ".join(str(text).split())
