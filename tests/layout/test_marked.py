"""Paragraphs and tables of marked-up files become the blocks that pages give."""

from __future__ import annotations

import pytest

from extract.layout.blocks import Block, BlockKind
from extract.layout.marked import lay_out_marked
from extract.reading.marked import (
    LINE_BREAK,
    NO_LABEL,
    TAB,
    Cell,
    Element,
    Look,
    MarkedFile,
    Paragraph,
    Run,
    Table,
    Writer,
)

PLAIN = Look(11.0)
BOLD = Look(11.0, bold=True)
LARGE = Look(16.0, bold=True)


class Document:
    """A marked-up file, put together without a format."""

    def __init__(self) -> None:
        self.writer = Writer()
        self.elements: list[Element] = []

    def add(
        self,
        *runs: Run | str,
        label: str = "",
        heading: int = 0,
        left: float = 0.0,
        first: float = 0.0,
    ) -> Document:
        self.elements.append(
            self.paragraph(*runs, label=label, heading=heading, left=left, first=first)
        )
        return self

    def paragraph(
        self,
        *runs: Run | str,
        label: str = "",
        heading: int = 0,
        left: float = 0.0,
        first: float = 0.0,
    ) -> Paragraph:
        made = self.writer.paragraph(
            [(run, PLAIN) if isinstance(run, str) else run for run in runs],
            f"p[{len(self.elements) + 1}]",
            label=(label, PLAIN) if label else NO_LABEL,
            heading=heading,
            left=left,
            first=first,
        )
        assert made is not None
        return made

    def grid(self, *rows: list[str | list[str]], ruled: bool = True) -> Document:
        """A table; a cell is the text of its paragraph, or of several."""
        made = [
            tuple(
                Cell(
                    tuple(
                        self.paragraph(text)
                        for text in ([cell] if isinstance(cell, str) else cell)
                        if text
                    ),
                    left=72.0 * at,
                )
                for at, cell in enumerate(row)
            )
            for row in rows
        ]
        self.elements.append(Table(tuple(made), ruled))
        return self

    def file(self) -> MarkedFile:
        return self.writer.file(self.elements, [], "")

    def blocks(self) -> tuple[Block, ...]:
        return lay_out_marked(self.file()).blocks


def outline(block: Block) -> str:
    """A block in one line: its kind, its label in brackets, its cells parted by bars."""
    if block.kind is BlockKind.ROW:
        return "row: " + " | ".join(" + ".join(part.text for part in cell) for cell in block.cells)
    label = f"[{block.label.text}] " if block.label else ""
    return f"{block.kind.value}: {label}{block.text}"


def outlines(document: Document) -> list[str]:
    return [outline(block) for block in document.blocks()]


@pytest.mark.parametrize(
    ("label", "runs", "expected"),
    [
        ("", ["Some text"], "paragraph: Some text"),
        ("1.", ["Approve"], "item: [1.] Approve"),
        ("", ["1.", TAB, "Approve"], "item: [1.] Approve"),
        ("", ["12", TAB, "Approve"], "item: [12] Approve"),
        ("", ["(a) Approve"], "item: [(a)] Approve"),
        ("", ["2.1 Approve"], "item: [2.1] Approve"),
        ("", ["• Approve"], "item: [•] Approve"),
        ("", [("3 Purpose", BOLD)], "item: [3] Purpose"),
        ("", ["3 schools"], "paragraph: 3 schools"),
        ("", ["12 March 2025"], "paragraph: 12 March 2025"),
        ("", ["12", TAB, "March 2025"], "row: 12 | March 2025"),
        ("", ["2024. The"], "paragraph: 2024. The"),
        ("", ["1."], "paragraph: 1."),
        ("Appendix 1", ["Costs"], "paragraph: Appendix 1 Costs"),
        ("", ["Report of:", TAB, TAB, "Director"], "row: Report of: | Director"),
        ("", [TAB, "Indented"], "paragraph: Indented"),
        ("", ["Cabinet", TAB, "1 May", TAB, "Item 7"], "row: Cabinet | 1 May | Item 7"),
        ("4.", ["Report of:", TAB, "Director"], "row: 4. | Report of: | Director"),
        ("4.", ["That", TAB, "Cabinet agrees"], "item: [4.] That Cabinet agrees"),
        ("", ["a long sentence " * 6, TAB, "end"], "paragraph: " + "a long sentence " * 6 + "end"),
    ],
)
def test_labels_and_rows(label: str, runs: list[Run | str], expected: str) -> None:
    assert outlines(Document().add(*runs, label=label)) == [expected]


def test_what_a_block_knows_of_its_looks() -> None:
    document = (
        Document()
        .add(("Purpose", LARGE), heading=1)
        .add(("Reason:", BOLD), " to save money", label="(a)", left=36.0, first=18.0)
    )
    heading, item = document.blocks()
    assert (heading.bold, heading.size, heading.level, heading.page) == (True, 16.0, 1, 0)
    assert (item.bold, item.size, item.level, item.run_in.text) == (False, 11.0, 0, "Reason:")
    assert (item.x0, item.label.words[0].x0, item.passage.words[0].x0) == (18.0, 18.0, 36.0)


def test_evidence_is_a_range_of_the_plain_text() -> None:
    document = Document().add("Approve the plan", label="1.")
    (block,) = document.blocks()
    text = document.file().text
    for passage, expected in ((block.passage, "Approve the plan"), (block.label, "1.")):
        (evidence,) = passage.evidence("/x")
        assert evidence.start is not None
        assert text[evidence.start : evidence.end] == expected


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (["Jane Doe", LINE_BREAK, "Director"], ["paragraph: Jane Doe", "paragraph: Director"]),
        (
            ["for the year", LINE_BREAK, "ending in March"],
            ["paragraph: for the year ending in March"],
        ),
        (
            ["Jane Doe", LINE_BREAK, "jane@b.gov.uk"],
            ["paragraph: Jane Doe", "paragraph: jane@b.gov.uk"],
        ),
        (["the end.", LINE_BREAK, "then"], ["paragraph: the end.", "paragraph: then"]),
        (["one", LINE_BREAK, LINE_BREAK, "two"], ["paragraph: one", "paragraph: two"]),
        (
            ["Lead:", TAB, "Jane Doe", LINE_BREAK, TAB, "Director"],
            ["row: Lead: | Jane Doe + Director"],
        ),
        (["Lead:", TAB, "Jane Doe", LINE_BREAK, "Director"], ["row: Lead: | Jane Doe + Director"]),
        (
            ["Lead:", TAB, "Jane Doe", LINE_BREAK, "Ward: All"],
            ["row: Lead: | Jane Doe", "paragraph: Ward: All"],
        ),
        (["(a) one", LINE_BREAK, "(b) two"], ["item: [(a)] one", "item: [(b)] two"]),
        (
            ["From:", TAB, "Leader", LINE_BREAK, "To:", TAB, "Cabinet"],
            ["row: From: | Leader", "row: To: | Cabinet"],
        ),
    ],
)
def test_line_breaks(runs: list[Run | str], expected: list[str]) -> None:
    assert outlines(Document().add(*runs)) == expected


def test_a_heading_is_one_block_over_its_line_breaks() -> None:
    document = Document().add(
        ("Financial and", BOLD), LINE_BREAK, ("legal matters", BOLD), heading=2
    )
    (block,) = document.blocks()
    assert (block.text, block.level) == ("Financial and legal matters", 2)


@pytest.mark.parametrize(
    ("run", "label", "level"),
    [
        (("Purpose", BOLD), "", 2),
        (("Purpose", PLAIN), "", 2),
        (("PURPOSE", PLAIN), "1.", 2),
        (("Purpose", BOLD), "1.", 2),
        (("Agree the lease of the site", PLAIN), "2.1", 0),
        (("The lease of the site was agreed in May.", PLAIN), "", 0),
        (("word " * 30, BOLD), "", 0),
    ],
)
def test_heading_styles_that_only_number_paragraphs(run: Run, label: str, level: int) -> None:
    document = (
        Document().add("Usual text of the report", heading=0).add(run, label=label, heading=2)
    )
    assert document.blocks()[1].level == level


def test_a_label_and_value_in_a_heading_style_is_a_row() -> None:
    document = Document().add(("Date:", BOLD), TAB, "1 May 2025", heading=1)
    assert outlines(document) == ["row: Date: | 1 May 2025"]


def test_paragraphs_at_the_indent_of_a_value_belong_to_it() -> None:
    document = (
        Document()
        .add("Author:", TAB, "Jane Doe", left=144.0, first=0.0)
        .add("Head of Libraries", left=144.0, first=144.0)
        .add("Purpose")
    )
    assert outlines(document) == [
        "row: Author: | Jane Doe + Head of Libraries",
        "paragraph: Purpose",
    ]
    assert document.blocks()[0].text == "Author:\n\nJane Doe\n\nHead of Libraries"


def test_rows_of_tables() -> None:
    document = Document().grid(
        ["Title", "Budget"],
        ["1.", "Approve"],
        ["", "Text in a box"],
        ["", ""],
        ["Author", ["Jane Doe", "Director"], ""],
    )
    assert outlines(document) == [
        "row: Title | Budget",
        "item: [1.] Approve",
        "paragraph: Text in a box",
        "row: Author | Jane Doe + Director | ",
    ]
    assert [block.table for block in document.blocks()] == [1, 0, 0, 1]
    assert document.blocks()[0].cells[1][0].x0 == 72.0


def test_tables_are_numbered_and_those_without_lines_are_not() -> None:
    document = Document().grid(["a", "b"]).grid(["c", "d"], ruled=False).grid(["e", "f"])
    assert [block.table for block in document.blocks()] == [1, 0, 3]


def test_a_row_of_columns_of_text_is_read_column_by_column() -> None:
    letterhead = Document().grid(["", ["Council", "Cabinet"], ["Item 7", "1 May"]])
    assert [block.text for block in letterhead.blocks()] == [
        "Council",
        "Cabinet",
        "Item 7",
        "1 May",
    ]
    labelled = Document().grid(["Recommendations", ["one", "two"]])
    assert outlines(labelled) == ["row: Recommendations | one + two"]


def test_nested_tables_are_rows_in_their_cell() -> None:
    document = Document()
    inner = Table(((Cell((document.paragraph("in"),)), Cell((document.paragraph("side"),))),))
    outer = Table(((Cell((document.paragraph("Costs"),)), Cell((inner,))), (Cell((inner,)),)))
    document.elements.append(outer)
    first, second = document.blocks()
    assert outline(first.cells[1][0]) == outline(second) == "row: in | side"


def test_furniture_and_title_are_passed_on() -> None:
    document = Document().add("Body")
    head = document.paragraph("Borsetshire Council", label="1.")
    layout = lay_out_marked(document.writer.file(document.elements, [head], "Budget"))
    assert [passage.text for passage in layout.furniture] == ["1. Borsetshire Council"]
    assert layout.title == "Budget"
