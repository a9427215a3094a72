"""Files with keys (JSON, YAML, TOML, CSV): the tree of each, and the scripts in it."""

from __future__ import annotations

from pathlib import PurePath

from voicelint.readers.judgement import Topic, topic
from voicelint.readers.reading import Options, Reading
from voicelint.readers.structured import read_tree, speaks_of_messages
from voicelint.readers.tree import Branch, Node
from voicelint.readers.vocabulary import spelled
from voicelint.source import Source


def read_json(source: Source, options: Options) -> Reading:
    """The scripts of a JSON file."""
    if _nothing_to_see(source, options):
        return Reading()
    from voicelint.readers.json_tree import json_tree

    return _read(json_tree(source), source, options)


def read_json_lines(source: Source, options: Options) -> Reading:
    """The scripts of a JSON Lines file; lines that are no JSON are noted and left out."""
    if _nothing_to_see(source, options):
        return Reading()
    from voicelint.readers.json_tree import json_lines_tree

    tree, notes = json_lines_tree(source)
    reading = _read(tree, source, options)
    return Reading(reading.scripts, notes, reading.skipped)


def read_yaml(source: Source, options: Options) -> Reading:
    """The scripts of a YAML file, all of its documents."""
    if _nothing_to_see(source, options):
        return Reading()
    from voicelint.readers.yaml_tree import yaml_trees

    trees = yaml_trees(source)
    whole = trees[0] if len(trees) == 1 else Branch(tuple(("", tree) for tree in trees), is_list=True)
    return _read(whole, source, options)


def read_toml(source: Source, options: Options) -> Reading:
    """The scripts of a TOML file."""
    if _nothing_to_see(source, options):
        return Reading()
    from voicelint.readers.toml_tree import toml_tree

    return _read(toml_tree(source), source, options)


def read_csv(source: Source, options: Options, delimiter: str = "") -> Reading:
    """The scripts of a table: those of the column that is asked for, or that is named like a voicemail's."""
    if _nothing_to_see(source, options) and not options.column:
        return Reading()
    from voicelint.readers.csv_tree import csv_tree

    if options.column:
        fields = (f"[*].{options.column}", *options.fields)
        options = Options(fields, "", options.patterns, options.named)
    rows = tuple(("", row) for row in csv_tree(source, delimiter))
    return _read(Branch(rows, is_list=True), source, options)


def _read(tree: Node, source: Source, options: Options) -> Reading:
    return read_tree(tree, options, title=PurePath(source.path).stem)


def _nothing_to_see(source: Source, options: Options) -> bool:
    """Say whether a file can be passed over unread: nothing was asked for, and it never speaks of voicemail."""
    announced = topic(spelled(PurePath(source.path).stem)) is Topic.VOICEMAIL
    return not (options.fields or announced or speaks_of_messages(source.text))
