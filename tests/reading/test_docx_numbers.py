"""The numbers of Word's lists, which the file only says how to count."""

from __future__ import annotations

import pytest

from extract.reading.docx import read_docx
from tests.reading.word import (
    element,
    level,
    listed,
    lists,
    paragraph,
    style,
    texts,
    word_file,
)


@pytest.mark.parametrize(
    ("form", "pattern", "count", "expected"),
    [
        ("decimal", "%1", 3, "3"),
        ("decimal", "(%1)", 3, "(3)"),
        ("decimalZero", "%1.", 3, "03."),
        ("lowerLetter", "%1)", 2, "b)"),
        ("lowerLetter", "%1)", 27, "aa)"),
        ("lowerLetter", "%1)", 28, "bb)"),
        ("upperLetter", "%1.", 3, "C."),
        ("lowerRoman", "(%1)", 4, "(iv)"),
        ("upperRoman", "%1.", 9, "IX."),
        ("ordinal", "%1", 2, "2nd"),
        ("decimal", "Appendix %1", 2, "Appendix 2"),
    ],
)
def test_forms_of_numbers(form: str, pattern: str, count: int, expected: str) -> None:
    body = "".join(listed("x") for _ in range(count))
    file = read_docx(word_file(body, numbering=lists(level(0, form, pattern))))
    assert texts(file)[-1] == f"[{expected}] x"


def test_levels_count_within_each_other() -> None:
    numbering = lists(
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerRoman", "(%3)"),
        level(3, "decimal", "%4)", '<w:lvlRestart w:val="0"/>'),
    )
    order = [0, 1, 1, 2, 2, 1, 2, 3, 0, 1, 3, 2]
    body = "".join(listed("x", at) for at in order)
    labels = [
        line.split("]")[0][1:] for line in texts(read_docx(word_file(body, numbering=numbering)))
    ]
    assert labels == [
        *("1.", "1.1", "1.2", "(i)", "(ii)", "1.3", "(i)", "1)"),
        *("2.", "2.1", "2)", "(i)"),
    ]  # fmt: skip


def test_instances_of_one_definition_count_on_unless_they_start_anew() -> None:
    def instance(number: int, *override: str) -> str:
        overrides = [element("lvlOverride", *override, ilvl=0)] if override else []
        return element("num", element("abstractNumId", val=7), *overrides, numId=number)

    more = (
        instance(2)
        + instance(3, element("startOverride", val=5))
        + instance(4, level(0, "upperLetter", "%1."))
    )
    body = "".join(listed("x", 0, number) for number in "1123314")
    file = read_docx(word_file(body, numbering=lists(level(0, "decimal", "%1."), more=more)))
    assert texts(file) == [f"[{n}] x" for n in ("1.", "2.", "3.", "5.", "6.", "7.", "H.")]


def test_a_level_whose_outer_ones_were_never_used_shows_their_start() -> None:
    numbering = lists(level(0, "decimal", "%1", start=4), level(1, "decimal", "%1.%2"))
    assert texts(read_docx(word_file(listed("x", 1), numbering=numbering))) == ["[4.1] x"]


def test_legal_numbers_are_digits() -> None:
    numbering = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = listed("x", 0) + listed("y", 1)
    assert texts(read_docx(word_file(body, numbering=numbering))) == ["[I.] x", "[1.1] y"]


def test_bullets_of_symbol_fonts() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'
    numbering = lists(
        level(0, "bullet", "\uf0b7", after=fonts.format("Symbol")),
        level(1, "bullet", "o", after=fonts.format("Courier New")),
        level(2, "bullet", "\uf0ff", after=fonts.format("Webdings")),
    )
    body = "".join(listed("x", at) for at in range(3))
    assert texts(read_docx(word_file(body, numbering=numbering))) == ["[•] x", "[o] x", "[•] x"]


def test_lists_that_come_with_styles() -> None:
    linked = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        style("Num1", linked)
        + style("Num2", linked)
        + style("Based", '<w:basedOn w:val="Num2"/>')
        + style("Plain", '<w:basedOn w:val="Num1"/>' + linked.replace('"1"', '"0"'))
        + style("MyList", linked, kind="numbering")
    )
    numbering = lists(
        level(0, "decimal", "%1.", '<w:pStyle w:val="Num1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="Num2"/>'),
        more='<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="MyList"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
    )
    body = "".join(
        paragraph(key, f'<w:pStyle w:val="{key}"/>') for key in ("Num1", "Num2", "Based", "Plain")
    ) + listed("linked", 0, "2")
    file = read_docx(word_file(body, styles=styles, numbering=numbering))
    assert texts(file) == ["[1.] Num1", "[1.1] Num2", "[1.2] Based", "Plain", "[2.] linked"]
