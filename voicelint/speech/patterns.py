"""The shapes of what is not said as it is written: one scanning pattern a language, made from its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from voicelint.kept_pattern import kept_pattern

_SPACE = "[ \u00a0\u202f]"
# 3,000  3 000  3'000  12.5  1 250,50  8000
NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))+(?:[.,]\d{{1,4}})?(?!\d)|\d{{1,3}}(?:[,'’]\d{{3}}(?!\d))+(?:\.\d{{1,4}})?|\d+(?:[.,]\d+)?"
_CODE = r"(?=[A-Z0-9-]*\d)(?=[0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\b"


def pattern(table: Mapping[str, Any]) -> re.Pattern[str]:
    """The pattern of a language. The name of the last group that took part is the kind of expression."""
    parts = {**_words(table), **_calendar(table), **_quantities(table), **_remainders(table)}
    return kept_pattern("|".join(f"(?P<{name}>{shape})" for name, shape in parts.items()))


def _words(table: Mapping[str, Any]) -> dict[str, str]:
    """Words, addresses and abbreviations, which come first."""
    abbreviations = {form for name in table["abbreviations"] for form in (name, name[:1].upper() + name[1:])}
    signs = {form for name in table["number_signs"] for form in (name, name[:1].upper() + name[1:])}
    return {
        "numero": rf"(?<!\w)(?:{_any(signs)}){_SPACE}?(?=\d)",
        # Most words by far: nothing that follows can make them part of an expression.
        "plain": r"\b[a-zß-öø-ÿœ]{2,}+(?:['’-][a-zß-öø-ÿœ]++)*+(?=[ ,;!?)\n]|$)",
        "email": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
        "web": r"https?://[^\s<>\"»]*[\w/]|\bwww\.[\w./-]*\w|(?<![\w-])[\w-]++(?:\.[\w-]++){0,6}?\.(?:"
        + "|".join(table["domains"])
        + r")\b(?!\.[a-z])(?:/[\w./-]*\w)?",
        "hashtag": r"#[^\W\d]\w*",
        "mention": r"@\w+",
        "title": rf"\b(?:{_any(table['titles'])})(?={_SPACE}[^\W\da-z])",
        "zip": r"(?<=, [A-Z]{2} )\d{5}(?:-\d{4})?\b" if table["states"] else "(?!)",
        "state": rf"(?<=, )(?:{_any(table['states'])})\b(?!-)",
        "monthday": rf"\b(?:{_any(table['months'])})\.?{_SPACE}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,:/]\d)(?:,?{_SPACE}(?P<my>(?:19|20)\d\d)\b)?",
        "abbreviation": rf"(?<![\w.])(?:{_any(abbreviations)})(?!\w)",
    }


def _calendar(table: Mapping[str, Any]) -> dict[str, str]:
    """Dates, times and years. A range says its first half and leaves the second to the pattern that fits it."""
    clock = rf"\d{{1,2}}(?:(?:[:h]|{_SPACE}h{_SPACE}?)[0-5]\d|{_SPACE}?(?:[ap]\.?m\b|AM\b|PM\b|h\b))"
    to = rf"{_SPACE}?[-–]{_SPACE}?(?={clock})"
    half = r"[ap]\.m\.?|[ap]m\b|AM\b|PM\b"
    return {
        "fullday": r"\b24[/hx ]{1,3}7(?:/\w+)?\b",
        "isodate": r"\b(?P<i1>(?:19|20)\d\d)-(?P<i2>0[1-9]|1[0-2])-(?P<i3>[0-3]\d)\b",
        "mixed": rf"\b(?P<x1>\d{{1,3}})(?:{_SPACE}?(?=[½¼¾])|{_SPACE}(?=\d/))(?P<x2>{_any(table['halves'])})(?![\w/])",
        "fraction": rf"(?<![\w/.,])(?:{_any(table['fractions'])})(?![\w/])",
        "outof": r"(?<![\w/.,])(?P<o1>\d+[.,]\d+(?=/)|\d{1,2}(?=/(?:5|10|20|100)\b))/(?P<o2>\d+)\b(?!/)",
        "date": r"\b(?P<d1>\d{1,2})(?:/(?P<d2>\d{1,2})(?:/(?P<d3>\d{4}|\d{2}))?|\.(?P<d4>\d{1,2})\.(?P<d5>\d{4}|\d{2}))\b(?![/.]\d)",
        "daymonth": rf"\b(?P<dm>\d{{1,2}})(?:st|nd|rd|th|er)?{_SPACE}(?P<dn>{_any(table['months'])})\b\.?(?:{_SPACE}(?P<dy>(?:19|20)\d\d)\b)?",
        "decade": r"(?<!\w)(?:(?P<k1>1[89]|20)|(?:(?<=the )['’]?|['’]))(?P<k2>[1-9])0s\b"
        if table["decades"]
        else "(?!)",
        "years": r"\b(?P<y1>(?:19|20)\d\d) ?[-–] ?(?=(?:19|20)\d\d\b(?!-))",
        "fromhour": rf"\b(?P<b1>\d{{1,2}}){to}",
        "time": rf"\b(?P<t1>\d{{1,2}})(?:[:h]|{_SPACE}h{_SPACE}?)(?P<t2>[0-5]\d)(?:{_SPACE}?(?P<t3>{half}))?(?!{_SPACE}?%|\w)(?P<t4>{to})?",
        "hour": rf"\b(?P<h1>\d{{1,2}}){_SPACE}?(?P<h3>{half}|h\b|heures?\b)(?P<h4>{to})?",
    }


def _quantities(table: Mapping[str, Any]) -> dict[str, str]:
    """Amounts, shares, units, ordinals and ranges."""
    currencies, scales = _any(table["currencies"]), _any(table.get("scales", {}))
    codes = _any(name for name in table["currencies"] if name.isupper() and name.isalpha())
    to = rf"{_SPACE}?[-–]{_SPACE}?"
    single = "|".join(rf"(?<=\b{word} )" for word in table["style"]["single_after"]) or "(?!)"
    noun = r"(?= (?!(?:a|and|at|for|in|of|on|or|per|to|with)\b)[a-z])"
    after = rf"(?:{_SPACE}?(?P<m3>{scales})\b)?(?:{_SPACE}(?P<m6>{codes})\b)?(?P<m7>{noun})?"
    return {
        "money": rf"(?:(?P<m5>{single}))?(?P<m1>{currencies})\s?(?P<m2>{NUMBER})(?:{to}(?:(?P=m1))?(?P<m4>{NUMBER}))?{after}"
        rf"|(?P<n2>{NUMBER})(?:{to}(?P<n4>{NUMBER}))?{_SPACE}?(?:(?P<n3>{scales}){_SPACE}?(?:d['’]|de )?)?(?P<n1>{currencies})(?:(?P<n5>\d\d)(?!\d)|(?!\w))",
        "percent": rf"(?P<p1>{NUMBER})(?:{_SPACE}?(?:[-–]|à|to|et){_SPACE}?(?P<p2>{NUMBER}))?{_SPACE}?%",
        "ordinal": r"\b(?P<r1>\d+)(?P<r2>st|nd|rd|th|er|re|ère|ers|nde?|d|e|è|ème|eme|ième|ieme)\b",
        "minus": r"(?<![\w.)])[-−](?=\d)",
        "unit": rf"\b(?P<u1>{NUMBER})(?:(?P<u3>-)|{_SPACE})?(?P<u2>{_any(table['units'])})(?!\w)(?P<u4>(?= (?!of\b)[a-z]{{3}}))?",
        "rate": rf"(?<=[\w.€$£²])/{_SPACE}?(?P<e1>{_any(table['periods'])})(?!\w)",
        "range": rf"\b(?P<g1>\d{{1,3}}){to}(?=(?P<g2>\d{{1,3}})(?![-–\w]|[.,]\d))",
        "about": r"[~≈] ?(?=\d)",
        "by": r"\b[x×] ?(?=\d)",
    }


def _remainders(table: Mapping[str, Any]) -> dict[str, str]:
    """Codes, Roman numerals, acronyms, and at last any number, word or sign."""
    return {
        "code": _CODE,
        "dashes": r"\b\d+(?:-\d+)+\b",
        "version": r"\b\d+(?:\.\d+){2,}\b",
        "number": rf"(?P<num>{NUMBER})",
        "romanth": r"\b(?P<v1>[IVX]{1,6})(?P<v2>ers?|ères?|res?|e|ᵉ|ème|ième)(?!\w)"
        if table["style"]["roman_ordinals"]
        else "(?!)",
        "roman": r"\b(?=[IVX]{2,6}\b)(?=X*[IV])X{0,3}(?:IX|IV|V?I{0,3})\b",
        "acronym": r"\b(?:[A-Z]\.){2,}|\b[A-Z]{2,5}(?:&[A-Z]+)?(?:s|'s|’s)?\b|\b[A-Z]&[A-Z]\b",
        "word": r"[^\W\d_]++(?:['’ʼ-][^\W\d_]++)*+['’]?",
        "symbol": f"[{re.escape(''.join(table['symbols']))}]",
    }


def _any(names: Iterable[str]) -> str:
    """One of several texts, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in ordered) or "(?!)"
