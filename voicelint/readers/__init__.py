"""Files as people keep them, read into scripts: one module a format, chosen by file name and content."""

from __future__ import annotations

from voicelint.readers.errors import ReadError
from voicelint.readers.reading import Options, Reading, Skipped
from voicelint.source import Source

__all__ = ["Options", "ReadError", "Reading", "Skipped", "read"]

MARKDOWN = frozenset({"adoc", "markdown", "md", "mdc", "mdown", "mdx", "mkd", "qmd", "rmd", "rst"})


def read(source: Source, options: Options | None = None) -> Reading:
    """The scripts of a source. Raises ReadError if a format that its name promises cannot be understood."""
    options = options or Options()
    suffix = source.path.rpartition("/")[2].rpartition(".")[2].casefold()
    if suffix in MARKDOWN:
        from voicelint.readers.documents import read_markdown

        return read_markdown(source)
    from voicelint.readers.plain import read_plain

    return read_plain(source, options)
