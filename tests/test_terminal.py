"""What a terminal is given to show."""

import io

import pytest

from voicelint.terminal import Style, columns, one_line, safe, shortened, spelled_plainly, style_for, wrapped


class Terminal(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\rb", "a<U+000D>b"),
        ("gpj.\u202egnp", "gpj.<U+202E>gnp"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\x9b31m", "<U+009B>31m"),
        ("half \udc80", "half <U+DC80>"),
        ("line\u2028end", "line<U+2028>end"),
        ("\ufeffmark", "<U+FEFF>mark"),
        ("tag \U000e0041", "tag <U+E0041>"),
    ],
)
def test_what_a_terminal_would_obey_is_named(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize("text", ["plain", "« Où ça\u202f? »\u00a0!", "日本語", "e\u0301", "😀"])
def test_what_is_only_text_stays(text: str) -> None:
    assert safe(text) == text


def test_a_text_is_put_on_one_line() -> None:
    assert one_line("  two\r\n\tlines \x07") == "two lines <U+0007>"


def test_columns_are_those_of_the_terminal() -> None:
    assert [columns(text) for text in ("abc", "é", "e\u0301", "日本")] == [3, 1, 1, 4]


def test_a_text_is_cut_to_its_columns() -> None:
    assert shortened("bonjour", 7) == "bonjour"
    assert shortened("bonjour", 5) == "bonj…"
    assert columns(shortened("日本日本", 5)) <= 5


def test_lines_break_at_plain_spaces_only() -> None:
    assert wrapped("Ça va\u202f? Bien\u00a0!", 6) == ["Ça", "va\u202f?", "Bien\u00a0!"]


def test_colour_is_for_people_who_want_it() -> None:
    assert style_for(Terminal(), "auto", {}).colour
    assert not style_for(Terminal(), "auto", {"NO_COLOR": "1"}).colour
    assert not style_for(Terminal(), "auto", {"TERM": "dumb"}).colour
    assert not style_for(Terminal(), "never", {}).colour
    assert not style_for(io.StringIO(), "auto", {}).colour
    assert style_for(io.StringIO(), "always", {"NO_COLOR": "1"}).colour
    assert Style().paint("x", "red") == "x"


def test_a_stream_without_our_signs_gets_plain_ones() -> None:
    poor = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    style = style_for(poor, "auto", {})
    assert style.ascii_only
    assert "".join(getattr(style.signs, name) for name in style.signs.__slots__).isascii()
    assert spelled_plainly("“a” – l’été\u202f!") == '"a" - l\'été !'


def test_a_closed_stream_is_no_terminal() -> None:
    stream = Terminal()
    stream.close()
    assert not style_for(io.StringIO(), "auto", {}).colour
