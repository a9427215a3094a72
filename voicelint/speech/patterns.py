"""The shapes of what is not said as it is written: one scanning pattern a language, made from its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_SPACE = "[ \u00a0\u202f]"
# 3,000  3 000  3'000  12.5  1 250,50  8000
NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))+(?:[.,]\d{{1,4}})?(?!\d)|\d{{1,3}}(?:[,'’]\d{{3}}(?!\d))+(?:\.\d{{1,4}})?|\d+(?:[.,]\d+)?"
_CODE = r"(?=[A-Z0-9-]*\d)(?=[0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\b"


def pattern(table: Mapping[str, Any]) -> re.Pattern[str]:
    """The pattern of a language. The name of the last group that took part is the kind of expression."""
    currencies = _any(table["currencies"])
    units = _any(table["units"])
    scales = _any(table.get("scales", {}))
    months = _any(table["months"])
    abbreviations = {form for name in table["abbreviations"] for form in (name, name[:1].upper() + name[1:])}
    parts = {
        # Most words by far: nothing that follows can make them part of an expression.
        "plain": r"\b[a-zß-öø-ÿœ]{2,}(?:['’-][a-zß-öø-ÿœ]+)*(?=[ ,;!?)\n]|$)",
        "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        "web": r"https?://[^\s<>\"»]*[\w/]|\bwww\.[\w./-]*\w|\b[\w-]+(?:\.[\w-]+)*\.(?:"
        + "|".join(table["domains"])
        + r")\b(?:/[\w./-]*\w)?",
        "hashtag": r"#[^\W\d]\w*",
        "mention": r"@\w+",
        "title": rf"\b(?:{_any(table['titles'])})(?={_SPACE}[^\W\da-z])",
        "zip": r"(?<=, [A-Z]{2} )\d{5}(?:-\d{4})?\b" if table["states"] else "(?!)",
        "state": rf"(?<=, )(?:{_any(table['states'])})\b(?!-)",
        "abbreviation": rf"(?<![\w.])(?:{_any(abbreviations)})(?!\w)",
        "fullday": r"\b24[/hx ]{1,3}7(?:/\w+)?\b",
        "date": rf"\b(?P<d1>\d{{1,2}})/(?P<d2>\d{{1,2}})(?:/(?P<d3>\d{{4}}|\d{{2}}))?\b(?![/.]\d)",
        "monthday": rf"\b(?:{months})\.?{_SPACE}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,:/]\d)(?:,?{_SPACE}(?P<my>(?:19|20)\d\d)\b)?",
        "daymonth": rf"\b(?P<dm>\d{{1,2}})(?:st|nd|rd|th|er)?{_SPACE}(?P<dn>{months})\b\.?(?:{_SPACE}(?P<dy>(?:19|20)\d\d)\b)?",
        "time": rf"\b(?P<t1>\d{{1,2}})(?:[:.h]|{_SPACE}h{_SPACE}?)(?P<t2>[0-5]\d)\b(?:{_SPACE}?(?P<t3>[ap]\.?m\b\.?|AM\b|PM\b))?(?!{_SPACE}?%|\d)",
        "hour": rf"\b(?P<h1>\d{{1,2}}){_SPACE}?(?P<h3>[ap]\.m\.?|[ap]m\b|AM\b|PM\b|h\b|heures?\b)",
        "money": rf"(?P<m1>{currencies})\s?(?P<m2>{NUMBER})(?:{_SPACE}?(?P<m3>{scales})\b)?|(?P<n2>{NUMBER}){_SPACE}?(?:(?P<n3>{scales}){_SPACE}?(?:d['’]|de )?)?(?P<n1>{currencies})(?!\w)",
        "percent": rf"(?P<p1>{NUMBER})(?:{_SPACE}?(?:[-–]|à|to|et){_SPACE}?(?P<p2>{NUMBER}))?{_SPACE}?%",
        "outof": rf"\b(?P<o1>\d+(?:[.,]\d+)?)/(?P<o2>\d+)\b",
        "ordinal": r"\b(?P<r1>\d+)(?:st|nd|rd|th|er|re|ère|ers|nde?|d|e|è|ème|eme|ième|ieme)\b",
        "unit": rf"\b(?P<u1>{NUMBER}){_SPACE}?(?P<u2>{units})(?![\w/])",
        "range": rf"\b(?P<g1>\d{{1,3}}){_SPACE}?[-–]{_SPACE}?(?P<g2>\d{{1,3}})\b(?![-–\d])",
        "numero": rf"(?:\bn[°ºo]s?\b\.?|№|\b[Nn]os?\.|#){_SPACE}?(?=\d)",
        "code": _CODE,
        "dashes": r"\b\d+(?:-\d+)+\b",
        "version": r"\b\d+(?:\.\d+){2,}\b",
        "number": rf"(?:(?<![\w])[-−])?(?P<num>{NUMBER})",
        "acronym": r"\b(?:[A-Z]\.){2,}|\b[A-Z]{2,5}(?:&[A-Z]+)?(?:s|'s|’s)?\b|\b[A-Z]&[A-Z]\b",
        "word": r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*['’]?",
        "symbol": f"[{re.escape(''.join(table['symbols']))}]",
    }
    return re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in parts.items()))


def _any(names: Iterable[str]) -> str:
    """One of several texts, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in ordered) or "(?!)"
