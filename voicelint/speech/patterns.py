"""The shapes of what is not said as it is written: one scanning pattern a language, made from its tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from voicelint.kept_pattern import kept_pattern

# Blanks of every width. A set that names the wide ones takes ten times as long to compile.
_SPACE = r"[^\S\n\t]"
# 3,000  3 000  3'000  12.5  1 250,50  1.500.000  8000
NUMBER = rf"\d{{1,3}}(?:(?:[,']|’|{_SPACE})\d{{3}}(?!\d))+(?:[.,]\d{{1,4}})?(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{2,3}}(?!\d)|\d+(?:[.,]\d+)?"
_SIGNED = rf"(?=[$€£¥]?{_SPACE}?\d)"
# Both looks ahead begin at a sign that can begin a code: a line of hyphens would be read anew from each of them.
_CODE = r"(?=[A-Z0-9])(?=[A-Z0-9-]*\d)(?=[0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\b"
_TO = rf"{_SPACE}?(?:-|–|→){_SPACE}?"
_NEVER = "(?!)"
_BY = rf"[x×]{_SPACE}?(?=[$€£]?\d)"
# Abbreviations of this shape are words like others, which the speaker looks up.
_SIMPLE = kept_pattern(r"[^\W\d_]+\.?")
# A full stop that ends no sentence.
_DOT = r"(?:\.(?!\s+[^\W\da-zß-öø-ÿœ]|\s*$))?"
# Most words by far: nothing that follows can make them part of an expression.
_PLAIN = r"\b[a-zß-öø-ÿœ]{2,}+(?:['’-][a-zß-öø-ÿœ]++)*+(?=[ ,;!?)\n]|$)"
_SOLE = r"\bI(?=[ ,;!?)\n]|$)"


def pattern(table: Mapping[str, Any]) -> re.Pattern[str]:
    """The scanning pattern of a language. It branches by the first character, so that most shapes are never tried.

    The name of the last group that took part is the kind of expression; a `_` behind it tells apart two shapes of
    one kind.
    """
    signs = _any(_both_cases(table["number_signs"]))
    return kept_pattern(
        rf"(?P<numero>(?<!\w)(?:{signs}){_SPACE}?(?=\d|{_CODE}))|(?P<plain>{_PLAIN})|(?P<word_>{_SOLE})"
        rf"|(?=[^\s,;!?):…\"“”«»])(?:{_group(_addresses(table))}|{_letters(table)}"
        rf"|(?=\d)(?:{_group(_calendar(table) | _quantities(table) | _figures())})"
        rf"|{_group(_signs(table))})"
    )


def _group(parts: Mapping[str, str]) -> str:
    """All shapes of a table, in their order, each under its name."""
    return "|".join(f"(?P<{name}>{shape})" for name, shape in parts.items() if shape != _NEVER)


def _addresses(table: Mapping[str, Any]) -> dict[str, str]:
    """E-mail and web addresses, and amounts with their currency before them: any character may begin these."""
    scales = _any(table["scales"])
    codes = _any(name for name in table["currencies"] if name.isupper() and name.isalpha())
    after = rf"(?:{_SPACE}?(?P<m3>{scales})\b)?(?:{_SPACE}(?P<m6>{codes})\b)?(?P<m7>{_TO}(?=[$€£]\d))?"
    return {
        "email": r"(?<![\w.+-])[\w.+-]{1,64}+@[\w-]+(?:\.[\w-]+)+",
        "web": r"https?://[^\s<>\"»]*[\w/]|\bwww\.[\w./-]*\w|(?<![\w-])[\w-]++(?:\.[\w-]++){0,6}?\.(?:(?:"
        + "|".join(table["domains"])
        + r")\b(?!\.[a-z])|(?<=[a-z]\.)[a-z]{2,6}(?=/\w))(?:/[\w./-]*\w)?",
        "money": rf"(?P<m1>{_any(table['currencies'])})\s?(?P<m2>{NUMBER})(?:{_TO}(?:(?P=m1))?(?P<m4>{NUMBER}))?{after}",
    }


def _letters(table: Mapping[str, Any]) -> str:
    """What begins with a letter: names, abbreviations, numerals, acronyms, codes, and at last any word."""
    days, dot = _any(table["weekdays"]), table["style"]["weekday_dot"]
    full = _any(name for name, said in table["months"].items() if name.lower() == said.lower())
    short = _any(name for name, said in table["months"].items() if name.lower() != said.lower())
    nth, joined = _endings(table) + "?", re.escape(table["words"]["and"])
    the = re.escape(table["words"]["the"])
    date = rf"\b(?P<mn>(?:{full})|(?:{short})\.?){_SPACE}(?P<md>\d{{1,2}}){nth}(?:{_TO}(?P<mt>\d{{1,2}}){nth})?\b(?![.,:/]\d|{_SPACE}?%)(?:,?{_SPACE}(?P<my>(?:19|20)\d\d)\b)?"
    numeral = rf"\b(?P<v1>[IVX]{{1,6}})(?P<v2>{table['style']['roman_endings']})(?!\w)"
    parts = {
        "monthday": date if table["style"]["month_then_day"] else _NEVER,
        "title": rf"\b(?:{_any(table['titles'])})(?={_SPACE}(?:(?:{joined}|&){_SPACE})?[^\W\da-z])",
        "state": r"(?<=[a-z], )[A-Z]{2}\b(?! [a-z]|-)" if table["states"] else _NEVER,
        "weekday": rf"\b(?P<w1>{days})(?!\w)(?:{dot}(?=,?{_SPACE}(?:{the}{_SPACE}|[A-Z][a-z]+\.?{_SPACE})?\d)|(?P<w2>[-–/])(?=(?:{days})(?!\w)))"
        rf"|(?<=[a-z][-–/])(?P<w3>{days})(?!\w)",
        "abbreviation": _abbreviations(table, lambda name: name[0].isalpha() and not _SIMPLE.fullmatch(name)),
        "dotted": r"(?<![\w.])[^\W\d_]{1,9}\.(?!\w)",
        "fraction_": _any(name for name in table["fractions"] if not name[0].isdigit()),
        "romanth": numeral if table["style"]["roman_endings"] else _NEVER,
        "roman": r"\b(?=[IVX]{2,6}\b)(?=X*[IV])X{0,3}(?:IX|IV|V?I{1,3}|V)\b",
        "code": _CODE,
        "acronym": r"\b(?:[A-Z]\.){2,}|\b[A-Z]{2,5}(?:&[A-Z]+)?(?:s|'s|’s)?\b(?!['’][^\W\d_])|\b[A-Z]&[A-Z]\b",
        "by": _BY,
        "word": r"[^\W\d_]++(?:['’ʼ-][^\W\d_]++)*+['’]?",
    }
    return rf"(?=[^\W\d])(?:{_group(parts)})"


def _abbreviations(table: Mapping[str, Any], wanted: Callable[[str], bool]) -> str:
    names = _any(filter(wanted, _both_cases(table["abbreviations"])))
    return rf"(?<![\w.])(?:{names})(?!\w)" if names != _NEVER else _NEVER


def _signs(table: Mapping[str, Any]) -> dict[str, str]:
    """What begins with a sign."""
    return {
        "abbreviation__": _abbreviations(table, lambda name: not name[0].isalnum()),
        "hashtag": r"#[^\W\d]\w*",
        "mention": r"@\w+",
        "star": r"(?<![\w*])\*(?P<k3>\d{2,3})(?P<k4>[*#])?(?=[\s,.;!?)]|$)(?![^*\n]{0,80}\*)",
        "hash": r"(?:(?<=[\w,] )|(?<=\d))#(?!\w)",
        "minus": r"(?<![\w.)])[-−](?=[$€£]?\d)",
        "rate": rf"(?:(?<=[\w.€$£²])|(?<=[\w.€$£²]{_SPACE}))/{_SPACE}?(?P<e1>{_any(table['periods'])})(?!\w)",
        "decade_": r"(?<!\w)['’](?P<k0>\d)0s\b" if table["decades"] else _NEVER,
        "compared": rf"(?<![-=<])(?P<c1>[~≈<>≥≤±]){_SPACE}?{_SIGNED}",
        "by_": _BY,
        "silent": rf"(?<=\w)(?:{table['style']['silent_endings']})(?!\w)",
        "symbol": f"[{re.escape(''.join(table['symbols']))}]",
    }


def _calendar(table: Mapping[str, Any]) -> dict[str, str]:
    """Dates, times and years. A range says its first half and leaves the second to the pattern that fits it."""
    months = _any(table["months"])
    nth = _endings(table) + "?"
    decades = "|".join(rf"(?<=\b{word}[ -])" for word in table["style"]["decade_after"]) or _NEVER
    dated = "".join(rf"(?<!\b{word} )" for word in table["style"]["date_after"])
    clock = rf"\d{{1,2}}(?:(?:[:h]|{_SPACE}h{_SPACE}?)[0-5]\d|{_SPACE}?(?:[ap]\.?m\b|AM\b|PM\b|h\b))"
    to = rf"{_TO}(?={clock}|(?:{_any(table['style']['clock_words'])})\b)"
    hours = _any(word for word in {table["words"]["hour"], table["words"]["hours"]} if word)
    half = rf"[ap]\.m{_DOT}|[ap]m\b|AM\b|PM\b"
    return {
        "zip": r"(?<=, [A-Z]{2} )\d{5}(?:-\d{4})?\b" if table["states"] else _NEVER,
        "abbreviation_": _abbreviations(table, lambda name: name[0].isdigit()),
        "fullday": r"\b24[/hx ]{1,3}7(?:/(?P<f1>\w+))?\b",
        "isodate": r"\b(?P<i1>(?:19|20)\d\d)-(?P<i2>0[1-9]|1[0-2])-(?P<i3>[0-3]\d)\b",
        "outof": r"(?<![\w/.,])(?P<o1>\d+[.,]\d+(?=/)|\d{1,2}(?=/(?:5|10|20|100)\b))/(?P<o2>\d+)\b(?!/)",
        "mixed": rf"\b(?P<x1>\d{{1,3}})(?:{_SPACE}?(?=[½¼¾])|{_SPACE}(?=\d/))(?P<x2>{_any(table['halves'])})(?![\w/])(?:{_SPACE}(?P<x3>[a-z]{{1,4}})(?!\w))?",
        "fraction": rf"{dated}(?<![\w/.,])(?:{_any(table['fractions'])})(?![\w/])",
        "date": rf"\b(?P<d1>\d{{1,2}}){nth}(?:/(?P<d2>\d{{1,2}})(?:/(?P<d3>\d{{4}}|\d{{2}}))?|\.(?P<d4>\d{{1,2}})\.(?P<d5>\d{{4}}|\d{{2}})|-(?P<d6>\d{{1,2}})-(?P<d7>(?:19|20)\d\d))\b(?![/.-]\d)",
        "daymonth": rf"\b(?P<dm>\d{{1,2}}){nth}{_SPACE}(?P<dn>{months})\b{_DOT}(?:,?{_SPACE}(?P<dy>(?:19|20)\d\d)\b)?",
        "decade": rf"(?<!\w)(?:(?P<k1>1[89]|20)|{decades})(?P<k2>\d)0s\b" if table["decades"] else _NEVER,
        "years": r"\b(?P<y1>(?:19|20)\d\d) ?[-–] ?(?=(?:19|20)\d\d\b(?!-))",
        "fromhour": rf"\b(?P<b1>\d{{1,2}}){to}",
        "time": rf"\b(?P<t1>\d{{1,2}})(?:[:h]|{_SPACE}h{_SPACE}?|\.(?=\d\d{_SPACE}?[ap]\.?m\b))(?P<t2>[0-5]\d)(?:{_SPACE}?min\b)?(?:{_SPACE}?(?P<t3>{half}))?(?!{_SPACE}?%|\w)(?P<t4>{to})?",
        "hour": rf"\b(?P<h1>\d{{1,2}}){_SPACE}?(?P<h3>{half}|h\b|(?:{hours})\b)(?P<h4>{to})?",
        "ratio": r"\b(?P<q1>\d{1,3}):(?P<q2>\d{1,3})\b(?!:)",
    }


def _quantities(table: Mapping[str, Any]) -> dict[str, str]:
    """Amounts, shares, units, ordinals and ranges that begin with a figure."""
    currencies, scales, units = _any(table["currencies"]), _any(table["scales"]), _any(table["units"])
    until = _any(table["style"]["range_words"])
    of = _any(word for word in (table["words"]["of_before_vowel"], f"{table['words']['of']} ") if word.strip())
    of = of.replace("'", "['’]")
    attached = _any(table["style"]["attached_scales"])
    return {
        "money_": rf"(?P<n2>{NUMBER})(?:{_TO}(?P<n4>{NUMBER}))?{_SPACE}?(?:(?P<n3>{scales}){_SPACE}?(?:{of})?)?(?P<n1>{currencies})(?:(?P<n5>\d\d)(?!\d)|(?!\w))",
        "percent": rf"(?P<p1>{NUMBER})(?:(?:{_SPACE}?%(?={_TO}))?{_SPACE}?(?:[-–]|{until}){_SPACE}?(?P<p2>{NUMBER}))?{_SPACE}?%",
        "ordinal": rf"\b(?P<r1>\d+)(?P<r2>{table['style']['ordinal_endings']})\b",
        "scaled": rf"\b(?P<s1>{NUMBER})(?:(?P<s2>{attached})|{_SPACE}(?P<s3>{attached})(?={_SPACE}(?:{of})))(?!\w)",
        "unit": rf"(?:\b|(?<=[x×]))(?P<u1>{NUMBER})(?:(?P<u3>-)|{_SPACE})?(?P<u2>{units})(?!\w|(?<=[ \u00a0]x){_SPACE}?\d)",
        "range": rf"\b(?P<g1>\d{{1,3}}){_TO}(?=(?P<g2>\d{{1,3}})(?![-–\w]|[.,]\d))",
        "height": r"\b(?P<z1>\d)['′](?P<z2>\d{1,2})[\"″]",
    }


def _figures() -> dict[str, str]:
    """Codes, versions and plain numbers."""
    return {
        "code_": _CODE,
        "dashes": r"\b\d+(?:-\d+)+\b",
        "version": r"\b\d+(?:\.\d+){2,}\b",
        "number": rf"(?P<num>{NUMBER})",
    }


def _endings(table: Mapping[str, Any]) -> str:
    """What may stand behind the figure of a day: 3rd, 1er."""
    return f"(?:{_any(table['style']['day_endings'])})"


def _both_cases(names: Iterable[str]) -> set[str]:
    """Texts as they are and with a first capital."""
    return {form for name in names for form in (name, name[:1].upper() + name[1:])}


def _any(names: Iterable[str]) -> str:
    """One of several texts, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in ordered) or _NEVER
