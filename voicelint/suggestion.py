"""Suggested sentences in the syntax of the script: `{referrer}` becomes `[Referrer]` or `{{referrer}}`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from voicelint.kept_pattern import kept_pattern
from voicelint.slots import find_slots

if TYPE_CHECKING:
    from voicelint.draft import Draft

_NAME = kept_pattern(r"\{([^{}]+)\}")
_AROUND = {
    "{{}}": ("{{", "}}"),
    "{}": ("{", "}"),
    "[]": ("[", "]"),
    "[[]]": ("[[", "]]"),
    "<>": ("<", ">"),
    "${}": ("${", "}"),
    "%%": ("%", "%"),
    "*||*": ("*|", "|*"),
    "<<>>": ("<<", ">>"),
    "()": ("(", ")"),
    "@@": ("@@", "@@"),
}


def in_syntax_of(draft: Draft, sentence: str) -> str:
    """The sentence with its `{names}` written like the merge tags of the draft; `[names]` where it has none."""
    used = [slot for slot in draft.slots if slot.role == "value" and slot.syntax in _AROUND]
    syntax = Counter(slot.syntax for slot in used).most_common(1)[0][0] if used else "[]"
    keys = [slot.key for slot in used if slot.syntax == syntax]
    opening, closing = _AROUND[syntax]
    written = _NAME.sub(lambda match: opening + _cased(match[1], keys, syntax) + closing, sentence)
    if len(find_slots(written)) < len(_NAME.findall(sentence)):  # `(percent)` might as well be an aside
        return _NAME.sub(lambda match: f"[{_cased(match[1], [], '[]')}]", sentence)
    return written


def _cased(name: str, keys: list[str], syntax: str) -> str:
    """`referrer name` in the casing that the draft's own keys have."""
    words = name.split()
    if any("_" in key for key in keys) or (syntax not in ("[]", "()", "<>", "[[]]") and not keys):
        text = "_".join(words).lower()
        return text.upper() if keys and all(key == key.upper() for key in keys) else text
    if keys and all(key == key.upper() and key != key.lower() for key in keys):
        return ("_" if syntax in ("%%", "*||*") else " ").join(words).upper()
    if syntax in ("[]", "()", "<>", "[[]]", "<<>>"):
        return " ".join(words) if keys and all(key == key.lower() for key in keys) else name[:1].upper() + name[1:]
    camel = words[0].lower() + "".join(word.capitalize() for word in words[1:])
    return camel if len(words) == 1 or any(key != key.lower() for key in keys) else "_".join(words).lower()
