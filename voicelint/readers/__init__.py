"""Files as people keep them, read into scripts: one module a format, chosen by file name and content."""

from __future__ import annotations

from collections.abc import Callable

from voicelint.readers.reading import Options, Reading, Skipped
from voicelint.source import ReadError, Source

__all__ = ["PLAIN", "Options", "ReadError", "Reading", "Skipped", "read", "reads", "suffix_of"]

PLAIN = frozenset({"", "adoc", "draft", "hbs", "j2", "jinja", "jinja2", "liquid", "mustache", "rst", "text", "txt"})

_KEYED = {
    "csv": "read_csv",
    "json": "read_json",
    "jsonl": "read_json_lines",
    "ndjson": "read_json_lines",
    "toml": "read_toml",
    "tsv": "read_csv",
    "yaml": "read_yaml",
    "yml": "read_yaml",
}
_CODE = frozenset({"cjs", "cts", "js", "jsx", "mjs", "mts", "py", "pyi", "ts", "tsx"})
_MARKDOWN = frozenset({"markdown", "md", "mdc", "mdown", "mdx", "mkd", "qmd", "rmd"})
_PAGES = frozenset({"htm", "html", "php", "xhtml"})
_SPEECH = frozenset({"ssml", "twiml", "xml"})
_KNOWN = PLAIN | _KEYED.keys() | _CODE | _MARKDOWN | _PAGES | _SPEECH


def read(source: Source, options: Options | None = None) -> Reading:
    """The scripts of a source. Raises ReadError if a format that its name promises cannot be understood."""
    options = options or Options()
    suffix = suffix_of(source.path)
    if options.patterns:
        from voicelint.readers.patterned import read_patterned

        return read_patterned(source, options)
    if suffix in PLAIN:
        from voicelint.readers.plain import read_plain

        return read_plain(source, options)
    if suffix in _MARKDOWN:
        from voicelint.readers.documents import read_markdown

        return read_markdown(source)
    if suffix in _KEYED:
        from voicelint.readers import keyed

        reader: Callable[[Source, Options], Reading] = getattr(keyed, _KEYED[suffix])
        return reader(source, options)
    return _read_other(source, options, suffix)


def _read_other(source: Source, options: Options, suffix: str) -> Reading:
    """The scripts of a page, a program or of markup for speech; a format without a reader has none."""
    if suffix in _CODE:
        from voicelint.readers.code import read_code

        return read_code(source, options, suffix)
    if suffix in _PAGES:
        from voicelint.readers.documents import read_markdown
        from voicelint.readers.html_page import read_html

        return read_html(source, read_markdown)
    if suffix in _SPEECH:
        from voicelint.readers.twiml import read_speech_markup

        return read_speech_markup(source)
    return Reading()


def reads(path: str) -> bool:
    """Say whether a reader knows files of this name."""
    return suffix_of(path) in _KNOWN


def suffix_of(path: str) -> str:
    """The suffix of a path in lower case, without its dot; "" if it has none, as `<stdin>`."""
    name = path.replace("\\", "/").rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    return suffix.casefold() if stem else ""
