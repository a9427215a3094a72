"""A rule file that a user brings, checked with pydantic before it becomes a rule."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from voicelint.kinds import Kind
from voicelint.rule import BLOCK_KEYS, RULE_KEYS, is_block, options_of
from voicelint.spelling import did_you_mean
from voicelint.toml_place import line_of

Level = Literal["off", "info", "warning", "error"]
Text = Annotated[str, Field(min_length=1)]


class Problem(NamedTuple):
    """One mistake of a rule file: the line (0: unknown), the key path, and what is wrong with it."""

    line: int
    place: str
    message: str


class _Explained(BaseModel):
    """What may tell a person more of the rule: at the top of a file, and in a language block for who reads it."""

    exceptions: str = ""
    fix_safety: str = ""
    known_false_alarms: str = ""
    verified: str = ""
    sources: list[str] = Field(default_factory=list)


class _RuleFile(_Explained):
    """The keys of a rule file that are not options of its kind."""

    model_config = ConfigDict(extra="allow", strict=True)

    kind: Text
    summary: Text
    why: Text
    severity: Level | dict[str, Level] = "warning"
    severities: dict[str, Level | dict[str, Level]] = Field(default_factory=dict)
    needs: list[str] | dict[str, list[str]] = Field(default_factory=list)
    profiles: list[str] = Field(default_factory=list)
    group: str = ""
    since: str = ""
    when: dict[str, list[str | bool]] = Field(default_factory=dict)
    silent: dict[str, list[str | bool]] = Field(default_factory=dict)
    asks: dict[str, dict[Literal["least", "most"], int | float | Literal["band"]]] = Field(default_factory=dict)


class _Block(_Explained):
    """A language block: what is said to the reader, who may also have the explaining texts in it; and examples."""

    model_config = ConfigDict(extra="allow", strict=True, populate_by_name=True)

    message: Text | dict[str, Text]
    advice: Text | dict[str, Text]
    fix: dict[str, Text] = Field(default_factory=dict)
    summary: Text = ""
    why: Text = ""
    passing: list[Any] = Field(alias="pass", min_length=1)
    failing: list[Any] = Field(alias="fail", min_length=1)


def problems(text: str, languages: tuple[str, ...], find_kind: Callable[[str], type[Kind] | None]) -> list[Problem]:
    """Every mistake of a rule file's text; an empty list means that it can be built."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return [Problem(0, "", f"is not TOML: {error}")]
    return [
        Problem(line_of(text, place), ".".join(place), message)
        for place, message in _mistakes(data, languages, find_kind)
    ]


_Mistake = tuple[list[str], str]


def _mistakes(
    data: Mapping[str, Any], languages: tuple[str, ...], find_kind: Callable[[str], type[Kind] | None]
) -> Iterator[_Mistake]:
    yield from _invalid(_RuleFile, data, [])
    blocks = {key: value for key, value in data.items() if is_block(key, value)}
    for code, block in blocks.items():
        if code in languages:
            yield from _invalid(_Block, block, [code])
        else:
            yield [code], f"is no language that voicelint knows{did_you_mean(code, languages)}"
    if not blocks:
        yield [], f"has no language block; add [{languages[0]}] with message, advice, pass and fail"
    name = data.get("kind")
    if not isinstance(name, str):
        return
    kind = find_kind(name)
    if kind is None:
        yield ["kind"], f"{name!r}: there is no kind of this name{did_you_mean(name, _kind_names())}"
        return
    yield from _profile_mistakes(data)
    told: list[_Mistake] = []  # an option of the file's top is wrong once, not once a language
    for code in blocks:
        told += (mistake for mistake in _option_mistakes(data, code, kind) if mistake not in told)
    yield from told


def _profile_mistakes(data: Mapping[str, Any]) -> Iterator[_Mistake]:
    """Names of profiles that there are not: the rule would never speak in them."""
    from voicelint.catalog import builtin

    known = sorted(builtin().profiles)
    for key in ("profiles", "severities"):
        names = data.get(key, ())
        for name in names if isinstance(names, (list, Mapping)) else ():
            if isinstance(name, str) and name not in known:
                yield [key], f"{name!r}: there is no profile of this name{did_you_mean(name, known)}"


def _option_mistakes(data: Mapping[str, Any], code: str, kind: type[Kind]) -> Iterator[_Mistake]:
    """Options that the kind does not know, lacks, or cannot take; and places of messages that nobody fills."""
    options = options_of(data, code)
    known = kind.options()
    for option in options:
        if option not in known:
            place = [option] if option in data else [code, option]
            names = [*known, *(RULE_KEYS if option in data else BLOCK_KEYS)]
            known_ones = f"; the options of {data['kind']} are: {', '.join(known)}"
            yield place, f"unknown{did_you_mean(option, names) or known_ones}"
    given = {name: value for name, value in options.items() if name in known}
    try:
        _model_of(kind).model_validate(given)
    except ValidationError as invalid:
        for error in invalid.errors(include_url=False):
            option = str(error["loc"][0]) if error["loc"] else ""
            if error["type"] != "missing":
                yield [option] if option in data else [code, option], _in_words(str(error["msg"]))
    for text in _texts(data.get(code, {})):
        try:
            places = list(string.Formatter().parse(text))
        except ValueError as error:
            yield [code], f"{text!r}: {error}; write {{{{ and }}}} for braces that are said"
            continue
        for _, name, form, conversion in places:
            if name is not None and (not name.isidentifier() or form or conversion):
                yield [code], f"{text!r}: {{{name}}} is no plain place, as {{phrase}} is"


def _model_of(kind: type[Kind]) -> type[BaseModel]:
    """What pydantic is to hold the options of a kind against."""
    hints = get_type_hints(kind)
    # Whether an option may be left out is all that its default tells here: pydantic would copy it, and cannot copy all.
    fields: dict[str, Any] = {
        name: (hints[name], ... if default is ... else None) for name, default in kind.options().items()
    }
    model: type[BaseModel] = create_model(kind.__name__, **fields)
    return model


def option_mistake(kind: type[Kind], option: str, value: Any) -> str:
    """What is wrong with the value of one option of a kind, "" if nothing is."""
    try:
        _model_of(kind).model_validate({option: value})
    except ValidationError as invalid:
        for error in invalid.errors(include_url=False):
            if error["loc"][:1] == (option,):
                return _in_words(str(error["msg"]))
    return ""


def _texts(block: Mapping[str, Any]) -> Iterator[str]:
    """Every text of a block that has named places."""
    for key in ("message", "advice", "fix"):
        value = block.get(key, "")
        yield from (str(text) for text in (value.values() if isinstance(value, Mapping) else [value]))


def _invalid(model: type[BaseModel], data: Mapping[str, Any], place: list[str]) -> Iterator[_Mistake]:
    """What pydantic refuses, in the words of a user."""
    try:
        model.model_validate(data)
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False)
        words = {error["loc"][0] for error in errors if error["type"] == "literal_error"}
        for error in errors:
            if error["type"] == "dict_type" and error["loc"][0] in words:
                continue  # a word or a table of words: the word is wrong, and it was meant as one
            location = [str(part) for part in error["loc"] if "[" not in str(part) and part != "str"]
            message = "is missing" if error["type"] == "missing" else _in_words(str(error["msg"]))
            if error["type"] == "literal_error":
                message = f"{error['input']!r} is none of off, info, warning, error"
            yield [*place, *location], message


def _in_words(message: str) -> str:
    """What pydantic says, in the words of TOML."""
    told = message.lower().replace("input should", "must")
    for theirs, ours in (("valid tuple", "list"), ("valid list", "list"), ("valid dictionary", "table")):
        told = told.replace(theirs, ours)
    return told.replace("valid string", "text")


def _kind_names() -> list[str]:
    from voicelint.catalog import installed_kinds
    from voicelint.kinds import KINDS

    return [*KINDS, *installed_kinds()]
