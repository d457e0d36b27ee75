"""Rows without rules: labels and values that only white space parts."""

from __future__ import annotations

from extract.layout.blocks import Block, BlockKind
from extract.layout.flow import flow_blocks
from extract.layout.lines import lines_of
from tests.layout.setting import words_at
from tests.paper import blocks_of, row, text

NARROW = (0, 172)


def cells(block: Block) -> list[str]:
    """The text of each cell of a row."""
    return [block.cell(at).text for at in range(len(block.cells))]


def test_a_gap_parts_label_and_value() -> None:
    rows = blocks_of(row("Report of", "Head of Fairs"), row("Wards", "Green and Market"))
    assert [cells(r) for r in rows] == [
        ["Report of", "Head of Fairs"],
        ["Wards", "Green and Market"],
    ]
    assert {(r.kind, r.table) for r in rows} == {(BlockKind.ROW, 0)}


def test_a_colon_needs_less_of_a_gap() -> None:
    rows = blocks_of(
        row("Author:", "Ida Example", at=(0, 46)), row("Tel:", "01632 960001", at=(0, 46))
    )
    assert [cells(r) for r in rows] == [["Author:", "Ida Example"], ["Tel:", "01632 960001"]]


def test_a_long_value_wraps_under_itself() -> None:
    value = (
        "Delegated powers for the pitches, the tents and the stalls of the spring and autumn fairs"
    )
    (block,) = blocks_of(row("<b>Title:</b>", value))
    assert cells(block) == ["Title:", value]


def test_a_question_wraps_in_its_narrow_column() -> None:
    question = "Does the report hold anything exempt from publication?"
    first, second = blocks_of(
        row(question, "No", at=NARROW), row("Wards", "All", at=NARROW, gap=12)
    )
    assert cells(first) == [question, "No"]
    assert cells(second) == ["Wards", "All"]


def test_a_label_wraps_though_its_value_is_short() -> None:
    label = "Officer responsible for the administration:"
    (block,) = blocks_of(row(f"<b>{label}</b>", "Ida Example", at=(0, 180)))
    assert cells(block) == [label, "Ida Example"]


def test_the_entries_of_a_list_in_columns_stay_apart() -> None:
    rows = blocks_of(
        row("Appendix 1", "Map of the green", at=(0, 90), gap=0),
        row("Appendix 2", "Costs", at=(0, 90), gap=0),
    )
    assert [cells(r) for r in rows] == [["Appendix 1", "Map of the green"], ["Appendix 2", "Costs"]]


def test_a_paragraph_below_a_labelled_value_is_of_the_value() -> None:
    first, body = blocks_of(
        row("<b>Author:</b>", "Ida Example"),
        text("Head of Fairs and Markets", x=160, gap=2),
        text("The fair is old.", gap=30),
    )
    assert first.cell(1).text.replace("\n\n", " ") == "Ida Example Head of Fairs and Markets"
    assert body.text == "The fair is old."


def test_a_gap_far_wider_than_the_spaces_of_its_line_parts_columns() -> None:
    left = words_at("Fairs and Markets Committee")
    lines = lines_of([*left, *words_at("Agenda Item 6", left[-1].x1 + 17)])
    assert [cells(block) for block in flow_blocks(lines)] == [
        ["Fairs and Markets Committee", "Agenda Item 6"]
    ]


def test_a_wide_gap_in_a_line_of_wide_spaces_parts_nothing() -> None:
    justified = [("the", 72), ("fair", 96), ("there", 125), ("now", 164)]
    words = [word for text, x0 in justified for word in words_at(text, x0)]
    (block,) = flow_blocks(lines_of(words))
    assert block.text == "the fair there now"
