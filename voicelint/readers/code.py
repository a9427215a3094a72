"""Programs: the string literals of Python and JavaScript under the names that they are given. Nothing is executed."""

from __future__ import annotations

from pathlib import PurePath

from voicelint.readers.reading import Options, Reading
from voicelint.readers.structured import read_tree, speaks_of_messages
from voicelint.readers.tree import Node
from voicelint.source import Source


def read_code(source: Source, options: Options, suffix: str) -> Reading:
    """The scripts among the strings of a program; one that never speaks of voicemail is not even parsed."""
    stem = PurePath(source.path).stem
    if not (options.fields or speaks_of_messages(source.text) or speaks_of_messages(stem)):
        return Reading()
    tree: Node
    if suffix in ("py", "pyi"):
        from voicelint.readers.python_tree import python_tree

        try:
            tree = python_tree(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = getattr(error, "lineno", None)
            return Reading(notes=(f"not read: no Python{f' at line {line}' if line else ''}",))
    else:
        from voicelint.readers.javascript_tree import javascript_tree

        tree = javascript_tree(source)
    return read_tree(tree, options, title=stem)
