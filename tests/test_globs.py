"""Patterns for paths."""

import time

import pytest

from voicelint.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "a.md"),
        ("*.md", "deep/er/a.md"),
        ("drafts", "drafts/a.md"),
        ("drafts/", "drafts/a.md"),
        ("drafts/*.md", "drafts/a.md"),
        ("drafts/**", "drafts/x/y/a.md"),
        ("**/cold/*.md", "cold/a.md"),
        ("**/cold/*.md", "x/y/cold/a.md"),
        ("/a.md", "a.md"),
        ("a?.txt", "ab.txt"),
        ("[ab].txt", "b.txt"),
        ("[!ab].txt", "c.txt"),
        ("rappel (1).md", "rappel (1).md"),
        ("*a*b*.md", "xaxbaab.md"),
        ("*ab*ab", "aabxab"),
        ("**/a/**/b/**/c.md", "x/a/b/a/y/b/c.md"),
        ("a/**/b", "a/b"),
        ("a/**/b", "a/x/b/c.md"),
        ("a/**/b/**", "a/x/b/y/c.md"),
    ],
)
def test_answers(pattern: str, path: str) -> None:
    assert matches(path, [pattern])


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "a.mdx"),
        ("drafts/*.md", "drafts/x/a.md"),
        ("/a.md", "x/a.md"),
        ("drafts", "old-drafts/a.md"),
        ("a.c", "abc"),
        ("[ab].txt", "c.txt"),
        ("a?.txt", "a/.txt"),
    ],
)
def test_does_not_answer(pattern: str, path: str) -> None:
    assert not matches(path, [pattern])


def test_a_hostile_pattern_stays_quick() -> None:
    began = time.process_time()
    assert not matches("a" * 250, ["*a" * 20 + "b"])
    assert not matches("a/" * 60 + "c", ["**/a/" * 12 + "b"])
    matches("a" * 4000 + "/b", ["*" * 5000 + "x", "**/" * 2000 + "x"])
    assert time.process_time() - began < 1
