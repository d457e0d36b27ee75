"""Ruled tables: read for what they hold, not for their rules."""

from __future__ import annotations

from extract.layout.blocks import Block, BlockKind
from tests.paper import blocks_of, grid, new_page, text


def cells(block: Block) -> list[str]:
    """The text of each cell of a row."""
    return [block.cell(at).text for at in range(len(block.cells))]


def test_cells_side_by_side_are_a_row() -> None:
    rows = blocks_of(grid([["<b>Title</b>", "The spring fair"], ["Wards", "All"]], [120, 280]))
    assert [cells(row) for row in rows] == [["Title", "The spring fair"], ["Wards", "All"]]
    assert [(row.kind, row.table) for row in rows] == [(BlockKind.ROW, 1)] * 2


def test_text_in_a_box_flows_on() -> None:
    blocks = blocks_of(grid([["<b>Summary</b>\n\nThe fair is old."]], [400]), text("It rains."))
    assert [(b.kind, b.text) for b in blocks] == [
        (BlockKind.PARAGRAPH, "Summary"),
        (BlockKind.PARAGRAPH, "The fair is old."),
        (BlockKind.PARAGRAPH, "It rains."),
    ]


def test_a_row_with_one_filled_cell_is_text_in_a_box() -> None:
    (block,) = blocks_of(grid([["", "The fair is old."]], [100, 300]))
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, "The fair is old.")


def test_a_label_and_one_cell_are_an_item() -> None:
    blocks = blocks_of(grid([["1.", "That the fair be held."], ["(a)", "in April."]], [40, 360]))
    assert [(b.kind, b.label.text, b.text) for b in blocks] == [
        (BlockKind.ITEM, "1.", "That the fair be held."),
        (BlockKind.ITEM, "(a)", "in April."),
    ]


def test_a_cell_merged_over_columns_heads_its_table() -> None:
    table = grid(
        [["<b>Costs of the fair</b>", ""], ["Tents", "£400"]],
        [200, 200],
        merged=[((0, 0), (1, 0))],
    )
    head, row = blocks_of(table)
    assert (head.kind, head.text) == (BlockKind.PARAGRAPH, "Costs of the fair")
    assert cells(row) == ["Tents", "£400"]


def test_a_cell_merged_over_rows_stands_in_the_first() -> None:
    table = grid(
        [["Contact", "Name", "Ida Example"], ["", "E-mail", "ida@example.org"]],
        [80, 80, 200],
        merged=[((0, 0), (0, 1))],
    )
    first, second = blocks_of(table)
    assert cells(first) == ["Contact", "Name", "Ida Example"]
    assert [c for c in cells(second) if c] == ["E-mail", "ida@example.org"]


def test_paragraphs_of_a_cell_stay_apart() -> None:
    (row,) = blocks_of(grid([["Reasons", "It is old.\n\nIt is loved."]], [100, 300]))
    assert row.cell(1).text == "It is old.\n\nIt is loved."


def test_lines_of_a_narrow_cell_are_one_paragraph() -> None:
    words = "Does the report hold anything that is exempt from publication?"
    (row,) = blocks_of(grid([[words, "No"]], [110, 290]))
    assert cells(row) == [words, "No"]


def test_a_row_goes_on_over_a_page() -> None:
    blocks = blocks_of(
        grid([["Policy", "The fair follows the policy on"]], [100, 300]),
        new_page(),
        grid([["", "open spaces."], ["Risk", "None"]], [100, 300]),
    )
    first, second = blocks
    assert first.cell(0).text == "Policy"
    assert first.cell(1).text.replace("\n\n", " ") == "The fair follows the policy on open spaces."
    assert cells(second) == ["Risk", "None"]


def test_text_above_between_and_below_tables_keeps_its_place() -> None:
    blocks = blocks_of(
        text("Above."),
        grid([["Title", "Fair"]], [100, 300]),
        text("Between."),
        grid([["Wards", "All"]], [100, 300]),
        text("Below."),
    )
    assert [block.text for block in blocks] == [
        "Above.",
        "Title\n\nFair",
        "Between.",
        "Wards\n\nAll",
        "Below.",
    ]
    assert [block.table for block in blocks] == [0, 1, 0, 2, 0]
