"""Files as people keep them, read into scripts: one module a format, chosen by file name and content."""

from __future__ import annotations

from collections.abc import Callable

from voicelint.readers.errors import ReadError
from voicelint.readers.reading import Options, Reading, Skipped
from voicelint.source import Source

__all__ = ["Options", "ReadError", "Reading", "Skipped", "read"]

_MARKDOWN = frozenset({"markdown", "md", "mdc", "mdown", "mdx", "mkd", "qmd", "rmd"})
_PLAIN = frozenset({"", "adoc", "draft", "hbs", "j2", "jinja", "jinja2", "liquid", "mustache", "rst", "text", "txt"})


def read(source: Source, options: Options | None = None) -> Reading:
    """The scripts of a source. Raises ReadError if a format that its name promises cannot be understood."""
    options = options or Options()
    suffix = suffix_of(source.path)
    if suffix in _PLAIN:
        from voicelint.readers.plain import read_plain

        return read_plain(source, options)
    if suffix in _MARKDOWN:
        from voicelint.readers.documents import read_markdown

        return read_markdown(source)
    if suffix in _KEYED:
        from voicelint.readers import keyed

        reader: Callable[[Source, Options], Reading] = getattr(keyed, _KEYED[suffix])
        return reader(source, options)
    if suffix in _PAGES:
        from voicelint.readers.documents import read_markdown
        from voicelint.readers.html_page import read_html

        return read_html(source, read_markdown)
    if suffix in _CODE:
        from voicelint.readers.code import read_code

        return read_code(source, options, suffix)
    if suffix in _SPEECH:
        from voicelint.readers.twiml import read_speech_markup

        return read_speech_markup(source)
    return Reading()


_CODE = frozenset({"cjs", "cts", "js", "jsx", "mjs", "mts", "py", "pyi", "ts", "tsx"})
_PAGES = frozenset({"htm", "html", "php", "xhtml"})
_SPEECH = frozenset({"ssml", "twiml", "xml"})
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


def suffix_of(path: str) -> str:
    """The suffix of a path in lower case, without its dot; "" if it has none."""
    name = path.replace("\\", "/").rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    return suffix.casefold() if stem else ""
