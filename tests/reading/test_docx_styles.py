"""What Word's styles make of paragraphs and runs."""

from __future__ import annotations

from typing import Final

import pytest

from extract.reading.docx import read_docx
from extract.reading.marked import paragraphs_of
from tests.reading.word import (
    element,
    level,
    listed,
    lists,
    only,
    paragraph,
    run,
    style,
    word_file,
)

BOLD: Final = "<w:rPr><w:b/></w:rPr>"
STYLES: Final = (
    "<w:docDefaults><w:rPrDefault>"
    '<w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + element("style", '<w:name w:val="Normal"/>', type="paragraph", default=1, styleId="Normal")
    + style(
        "H1",
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
        "heading 1",
    )
    + style("Council", '<w:basedOn w:val="H2"/>')
    + style("H2", BOLD, "heading 2")
    + style("Title", '<w:rPr><w:sz w:val="56"/></w:rPr>')
    + style("Strong", BOLD, kind="character")
    + style("Loop", '<w:basedOn w:val="Loop"/>')
)


@pytest.mark.parametrize(
    ("properties", "run_properties", "heading", "size", "bold"),
    [
        ("", "", 0, 11, False),
        ("", '<w:b/><w:sz w:val="28"/>', 0, 14, True),
        ('<w:pStyle w:val="H1"/>', "", 1, 16, True),
        ('<w:pStyle w:val="H1"/>', '<w:b w:val="0"/>', 1, 16, False),
        ('<w:pStyle w:val="H1"/>', '<w:rStyle w:val="Strong"/>', 1, 16, False),
        ("", '<w:rStyle w:val="Strong"/>', 0, 11, True),
        ('<w:pStyle w:val="Council"/>', "", 2, 11, True),
        ('<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>', "", 0, 16, True),
        ('<w:outlineLvl w:val="2"/>', "", 3, 11, False),
        ('<w:pStyle w:val="Title"/>', "", 0, 28, False),
        ('<w:pStyle w:val="Loop"/>', "", 0, 11, False),
        ('<w:pStyle w:val="Missing"/>', "", 0, 11, False),
        ('<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>', "", 0, 11, False),
    ],
)
def test_styles(
    properties: str, run_properties: str, heading: int, size: float, bold: bool
) -> None:
    body = paragraph(run("Words", run_properties), properties)
    found = only(read_docx(word_file(body, styles=STYLES)))
    assert (found.heading, found.words[0].size, found.words[0].bold) == (heading, size, bold)


def test_a_word_is_as_bold_as_most_of_its_letters() -> None:
    found = only(read_docx(word_file(paragraph(run("Reason", "<w:b/>") + run(": to"), ""))))
    assert [(word.text, word.bold) for word in found.words] == [("Reason:", True), ("to", False)]


def test_indents_of_paragraphs_and_lists() -> None:
    levels = level(0, "bullet", "•", after='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    body = (
        paragraph("a", '<w:ind w:left="1440" w:firstLine="200"/>')
        + listed("b")
        + listed("c", more='<w:ind w:start="2cm" w:hanging="1cm"/>')
    )
    found = paragraphs_of(read_docx(word_file(body, numbering=lists(levels))).elements)
    assert [(p.left, p.first) for p in found[:2]] == [(72, 82), (36, 18)]
    assert (found[2].left, found[2].first) == pytest.approx((56.69, 28.35), abs=0.01)
    assert (found[1].label[0].x0, found[1].words[0].x0) == (18, 36)
