"""What the file of a rule tells whoever asks about the rule: read when asked for, since no linting needs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voicelint.rule import EXPLAINING_KEYS, Rule, is_block

_Told = Mapping[str, Any]


def explanation(rule: Rule, reader: str) -> dict[str, Any]:
    """Each text of EXPLAINING_KEYS that the file of a rule has: that of the reader's language, else that of its top."""
    told: Mapping[str, _Told] = told_in(rule.data)
    if not told:
        from voicelint.catalog import builtin_explanations

        told = builtin_explanations().get(rule.name, {})
    texts = {**told.get("", {}), **told.get(reader, {})}
    return {key: " ".join(text.split()) if isinstance(text, str) else text for key, text in texts.items()}


def told_in(data: Mapping[str, Any]) -> dict[str, _Told]:
    """The explaining texts of a rule file by language, "" for those of its top; what has none is left out."""
    found: dict[str, _Told] = {"": _explaining(data)}
    found |= {key: _explaining(value) for key, value in data.items() if is_block(key, value)}
    return {code: texts for code, texts in found.items() if texts}


def without_explanation(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a rule file as linting needs it."""
    left = {key: value for key, value in data.items() if key not in EXPLAINING_KEYS}
    return left | {key: without_explanation(value) for key, value in left.items() if is_block(key, value)}


def _explaining(table: Mapping[str, Any]) -> _Told:
    return {key: table[key] for key in EXPLAINING_KEYS if key in table}
