"""Tables without rules that tags name, and tags that call a table what is none."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.pages import lay_out
from extract.reading.pdf import open_pdf
from tests.tagged import Element, Shown, paragraph, tagged

LABEL, VALUE = 72.0, 150.0
"""Where the two columns of a table begin: too close for white space alone to part them."""


def blocks_of(*tree: Element) -> Sequence[Block]:
    """The blocks of a tagged page."""
    return lay_out(open_pdf(tagged(*tree)).pages()).blocks


def row(top: float, label: str, *value: str, at: float = VALUE) -> Element:
    """A row of a label and a value, the lines of the value below each other."""
    held = Element("TD", paragraph("P", *value, top=top, x=at))
    return Element("TR", Element("TD", paragraph("P", label, top=top, x=LABEL)), held)


def cells(block: Block) -> list[str]:
    """The text of each cell of a row."""
    return [joined(cell).text for cell in block.cells]


def test_a_label_and_its_value_are_a_row_however_close_they_stand() -> None:
    table = Element(
        "Table",
        row(72, "Stall of the fair", "Toys", at=158),
        row(90, "Toll", "4 shillings a day", at=158),
    )
    blocks = blocks_of(table)
    assert [cells(block) for block in blocks] == [
        ["Stall of the fair", "Toys"],
        ["Toll", "4 shillings a day"],
    ]
    assert {block.table for block in blocks} == {0}


def test_a_wrapped_label_is_one_whatever_its_value_does() -> None:
    label = paragraph("P", "Traders who", "come late", top=72, x=LABEL)
    value = paragraph("P", "The next town takes them in.", top=72, x=VALUE)
    first = Element("TR", Element("TD", label), Element("TD", value))
    (block, _) = blocks_of(Element("Table", first, row(110, "Toll", "None")))
    assert cells(block) == ["Traders who come late", "The next town takes them in."]


def test_paragraphs_of_a_cell_are_apart() -> None:
    value = [paragraph("P", "Ana Quill", top=72, x=VALUE), paragraph("P", "Toll", top=85, x=VALUE)]
    first = Element(
        "TR", Element("TD", paragraph("P", "By", top=72, x=LABEL)), Element("TD", *value)
    )
    (block, _) = blocks_of(Element("Table", first, row(110, "Toll", "None")))
    assert [part.text for part in block.cells[1]] == ["Ana Quill", "Toll"]


def test_an_empty_cell_keeps_its_column() -> None:
    three = [
        Element("TD", paragraph("P", word, top=72, x=LABEL + 90 * at))
        for at, word in enumerate(("Stall", "Toll", "Paid"))
    ]
    gap = [
        Element("TD", paragraph("P", "Toys", top=90, x=LABEL)),
        Element("TD"),
        Element("TD", paragraph("P", "Yes", top=90, x=LABEL + 180)),
    ]
    (_, block) = blocks_of(Element("Table", Element("TR", *three), Element("TR", *gap)))
    assert cells(block) == ["Toys", "", "Yes"]


def test_cells_that_stand_over_each_other_are_no_table() -> None:
    table = Element("Table", row(90, "Toll", "None"), row(72, "Stall", "Toys"))
    first, *_ = blocks_of(table)
    assert first.text.startswith("Stall")


def test_a_table_with_other_text_in_it_is_none() -> None:
    lines = [
        Element("Table", row(72, "Stall", "Toys"), row(110, "Toll", "None")),
        Element("P", Shown("The fair is on the green.", top=91)),
    ]
    assert "The fair is on the green." in [block.text for block in blocks_of(*lines)]


def test_one_column_is_text() -> None:
    lone = [
        Element("TR", Element("TD", paragraph("P", words, top=top)))
        for words, top in (("The fair", 72), ("The wall", 100))
    ]
    blocks = blocks_of(Element("Table", *lone))
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "The fair"),
        (BlockKind.PARAGRAPH, "The wall"),
    ]
