"""What stands between the braces of template languages: names, paths, filters, fallbacks, spintax, control."""

from __future__ import annotations

import re
from functools import lru_cache

from voicelint.kept_pattern import kept_pattern
from voicelint.meanings import Reading, meaning_of, read_bracket

# Words of the template languages (Liquid, Jinja, Handlebars, Go, Nunjucks), not of a human one.
_CONTROL = kept_pattern(
    r"(?:[#/^?]|!--|!(?![\w$]*[.$])|-?\s*(?:if|elsif|elif|else|elseif|unless|end\w*|for|each|with|range|case|when|set|assign|include|import"
    r"|comment|raw|block|extends|macro|template|partial|capture)\b(?!\s*[|}.]))"
)
_BARE_CONTROL = kept_pattern(r"(?:else|end|endif|endfor)\s*$")
_FILTERS = frozenset(
    (
        "capitalize",
        "capitalized",
        "date",
        "downcase",
        "e",
        "escape",
        "first",
        "format",
        "h",
        "last",
        "lower",
        "lowercase",
        "number_format",
        "raw",
        "replace",
        "round",
        "safe",
        "strip",
        "title",
        "titlecase",
        "titleize",
        "trim",
        "truncate",
        "ucfirst",
        "upcase",
        "upper",
        "uppercase",
        "urlize",
    )
)
_IDENTIFIER = kept_pattern(
    r"[$@&=:>!*.-]*[A-Za-z_À-ÿ$][\w$]*(?:\??(?:\.|->|::)[\w$]+|\[[^\[\]]{1,40}\]|\([^()]{0,60}\)|\?)*"
    r"\s*(?:![rsa]|:[^:\"']{0,20})?"
)
_FORMAT = kept_pattern(r"\s*(?:![rsa]|:[^:]*)$")
_QUOTED = kept_pattern(r"\"([^\"]*)\"|'([^']*)'|`([^`]*)`")
_DEFAULT = kept_pattern(r"\s*(?:default|fallback|or|default_if_none|ifempty)\s*[:=(]?\s*(.*?)\)?\s*$", re.IGNORECASE)
_TERNARY = kept_pattern(r"[^?]{1,100}\?(?![.?])([^:]{1,100}):(.{1,100})$", re.DOTALL)
_OTHERWISE = kept_pattern(r"\s*(?:\|\||\?\?|\?:)\s*|\s+or\s+(?=[\"'])")


@lru_cache(maxsize=4096)
def read_expression(inner: str, *, braces: int) -> Reading | None:
    """How the inside of `{...}` (braces=1), `{{...}}` (2) or of one with a prefix (`${...}`, 3) reads.

    None when it is no tag, such as a piece of JSON.
    """
    inner = inner.strip().strip("~")
    if braces < 3 and (_CONTROL.match(inner) or _BARE_CONTROL.match(inner)):
        return Reading("markup")
    if not inner or inner.isdigit():
        return Reading("value", inner)
    ternary = _TERNARY.match(inner) if "?" in inner else None
    if ternary:
        return Reading("choice", inner, "", tuple(_unquoted(part) for part in ternary.groups()))
    head, *others = _OTHERWISE.split(inner)
    if others:
        return _name(head, (_unquoted(others[-1]),), braces)
    head, *filters = (part.strip() for part in inner.split("|"))
    if not filters:
        return _name(inner, (), braces)
    if head == "RANDOM":
        return Reading("choice", "", "", tuple(filters))
    plain = all(name.split(":")[0].split("(")[0].strip().lower() in _FILTERS for name in filters)
    named = _IDENTIFIER.fullmatch(head) and (meaning_of(head) or re.search(r"[_.$]|[a-z][A-Z]", head))
    alone = braces > 1 and len(filters) == 1
    default = any(_DEFAULT.match(name) for name in filters if ":" in name or "(" in name)
    if plain or named or alone or default or _QUOTED.match(head):
        return _name(head, _fallbacks(filters), braces)
    return Reading("choice", inner, "", (head, *filters))


def _fallbacks(filters: list[str]) -> tuple[str, ...]:
    for name in filters:
        default = _DEFAULT.match(name)
        if default and default[1]:
            return (_unquoted(default[1]),)
        if name.split(":")[0].split("(")[0].strip().lower() not in _FILTERS and ":" not in name and "(" not in name:
            return (_unquoted(name),)
    return ()


def _unquoted(text: str) -> str:
    text = text.strip()
    quoted = _QUOTED.fullmatch(text)
    return next((part for part in quoted.groups() if part is not None), "") if quoted else text


def _name(head: str, fallbacks: tuple[str, ...], braces: int) -> Reading | None:
    """A single name, path or call; or words of a person between braces."""
    quoted = _QUOTED.match(head)
    if quoted:  # a piece of JSON, or Liquid's {{ "now" | date: "%A" }}
        return None if braces == 1 else Reading("value", head, "date" if "now" in quoted[0] else "", fallbacks)
    if _IDENTIFIER.fullmatch(head):
        key = _FORMAT.sub("", head).strip("$@&=:>!*.- ?")
        return Reading("value", key, meaning_of(_path(key)), fallbacks)
    if braces == 3:
        return Reading("value", head, meaning_of(head), fallbacks)
    if re.search(r"[\"=;]", head):
        return None if braces == 1 else Reading("value", head, "", fallbacks)
    reading = read_bracket(head)
    return reading._replace(values=reading.values or fallbacks) if reading else None


def _path(key: str) -> str:
    """The key with every way of taking a part written as a dot: `lead?.name`, `$lead->name`, `row['name']`."""
    return re.sub(r"\?\.|->|::|\[[\"']?|\(", ".", key).strip("\"')] .")
