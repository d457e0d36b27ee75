"""Ruled tables drawn in the test and found again."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges
from reportlab.lib.colors import black, lightgrey
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table as DrawnTable

from extract.reading.crossings import cells_of, crossings_of, merged
from extract.reading.page import Box, Page, Table
from extract.reading.pdf import open_pdf
from extract.reading.rules import Rule
from extract.reading.tables import MAX_CROSSINGS, find_tables


def page_with(draw: object) -> Page:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    draw(canvas)  # type: ignore[operator]
    canvas.showPage()
    canvas.save()
    (page,) = open_pdf(buffer.getvalue()).pages()
    return page


def put(canvas: Canvas, rows: list[list[str]], style: list[tuple[object, ...]]) -> None:
    """A table 400 points wide with its lower left corner at (72, 500), rows of 20 points."""
    columns = len(rows[0])
    table = DrawnTable(rows, colWidths=[400 / columns] * columns, rowHeights=20, style=style)
    table.wrapOn(canvas, 595, 842)
    table.drawOn(canvas, 72, 500)


def inside(page: Page, box: Box) -> str:
    words = [
        word.text
        for word in page.words
        if box.x0 < (word.x0 + word.x1) / 2 < box.x1 and box.top < word.bottom - 3 < box.bottom
    ]
    return " ".join(words)


GRID = ("GRID", (0, 0), (-1, -1), 0.5, black)


def test_a_grid_with_its_words() -> None:
    rows = [["Year", "Cost"], ["2024/25", "£1.2m"], ["2025/26", ""]]
    page = page_with(lambda canvas: put(canvas, rows, [GRID]))
    (table,) = page.tables
    assert (table.rows, table.columns, len(table.cells)) == (3, 2, 6)
    assert table.box == pytest.approx((72, 842 - 560, 472, 842 - 500), abs=0.5)
    assert [inside(page, cell.box) for cell in table.cells] == [
        *("Year", "Cost"),
        *("2024/25", "£1.2m"),
        *("2025/26", ""),
    ]
    assert {(cell.row_span, cell.column_span) for cell in table.cells} == {(1, 1)}
    assert page.underlines == []


def test_merged_cells_stand_once_with_their_spans() -> None:
    rows = [["Implications", "", ""], ["Area", "Finance", "None"], ["", "Legal", "None"]]
    merged = [GRID, ("SPAN", (0, 0), (2, 0)), ("SPAN", (0, 1), (0, 2))]
    page = page_with(lambda canvas: put(canvas, rows, merged))
    (table,) = page.tables
    assert (table.rows, table.columns) == (3, 3)
    spans = [(c.row, c.column, c.row_span, c.column_span) for c in table.cells]
    assert spans == [
        (0, 0, 1, 3),
        (1, 0, 2, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]
    assert inside(page, table.cells[0].box) == "Implications"


def test_shading_behind_cells_changes_nothing() -> None:
    rows = [["Ward", "All"], ["Key decision", "Yes"]]
    shaded = [GRID, ("BACKGROUND", (0, 0), (0, -1), lightgrey)]
    plain = page_with(lambda canvas: put(canvas, rows, [GRID])).tables
    assert page_with(lambda canvas: put(canvas, rows, shaded)).tables == plain


def test_rules_drawn_as_thin_filled_rectangles() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (600, 630, 660):
            canvas.rect(72, y, 300, 0.5, stroke=0, fill=1)
        for x in (72, 222, 372):
            canvas.rect(x, 600, 0.5, 60.5, stroke=0, fill=1)

    (table,) = page_with(draw).tables
    assert (table.rows, table.columns, len(table.cells)) == (2, 2, 4)


def test_a_box_around_text_is_a_table_of_one_cell() -> None:
    (table,) = page_with(lambda canvas: canvas.rect(72, 600, 300, 80)).tables
    assert (table.rows, table.columns) == (1, 1)
    assert table.cells[0].box == pytest.approx((72, 162, 372, 242))


def test_a_border_around_the_page_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(20, 20, 555, 802)
        put(canvas, [["Lead officer", "Director"], ["Date", "3 May"]], [GRID])

    (table,) = page_with(draw).tables
    assert table.box.x0 == pytest.approx(72, abs=0.5)


def test_rules_outside_tables_are_underlines() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, [["a", "b"], ["c", "d"]], [GRID])
        canvas.line(72, 700, 150, 700)
        canvas.line(80, 510, 100, 510)  # under a word in a cell
        canvas.line(300, 650, 300, 750)

    page = page_with(draw)
    assert page.underlines == [
        pytest.approx((72, 142, 150, 142)),
        pytest.approx((80, 332, 100, 332)),
    ]
    assert len(page.tables) == 1


def test_two_tables_come_top_to_bottom() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([72, 172, 272], [300, 320, 340])
        canvas.grid([72, 172, 272, 372], [700, 720])

    upper, lower = page_with(draw).tables
    assert (upper.rows, upper.columns) == (1, 3)
    assert (lower.rows, lower.columns) == (2, 2)


def test_a_table_on_a_turned_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((842, 595))
        canvas.setPageRotation(90)  # reportlab turns the sheet as well: 595 by 842
        canvas.grid([100, 150, 200], [400, 500, 550, 580])  # 3 rows and 2 columns before the turn

    page = page_with(draw)
    (table,) = page.tables
    assert (table.rows, table.columns) == (2, 3)
    assert table.box == pytest.approx((400, 100, 580, 200), abs=0.5)


def grid(columns: int, rows: int, step: float) -> list[Rule]:
    right, bottom = columns * step, rows * step
    across = [Rule(0, row * step, right, row * step) for row in range(rows + 1)]
    down = [Rule(column * step, 0, column * step, bottom) for column in range(columns + 1)]
    return across + down


def test_a_long_table_is_found_and_graph_paper_is_left_alone() -> None:
    (long,) = find_tables(grid(12, 120, 6), 595, 842)
    assert (long.rows, long.columns, len(long.cells)) == (120, 12, 1440)
    side = int(MAX_CROSSINGS**0.5) + 1
    assert find_tables(grid(side, side, 4), 5000, 5000) == []


_LINES = st.lists(
    st.tuples(st.booleans(), *[st.integers(0, 6)] * 3), min_size=4, max_size=24, unique=True
)


def rules_from(lines: list[tuple[bool, int, int, int]]) -> list[Rule]:
    """Rules on a grid of 20 points, from: whether it is level, where, from where, how long."""
    rules = []
    for level, at, start, length in lines:
        place, near, far = at * 20, start * 20, (start + length + 1) * 20
        rules.append(Rule(near, place, far, place) if level else Rule(place, near, place, far))
    return rules


@given(_LINES)
def test_cells_are_those_of_pdfplumber(lines: list[tuple[bool, int, int, int]]) -> None:
    rules = rules_from(lines)
    edges = [
        {
            "object_type": "line",
            "orientation": "h" if rule.horizontal else "v",
            **rule._asdict(),
            "width": rule.x1 - rule.x0,
            "height": rule.bottom - rule.top,
        }
        for rule in rules
    ]
    crossings = edges_to_intersections(merge_edges(edges, 3, 3, 3, 3), 3, 3)
    expected = intersections_to_cells(crossings) if crossings else []
    assert [tuple(cell) for cell in cells_of(crossings_of(merged(rules)))] == expected


@given(_LINES)
def test_tables_are_consistent(lines: list[tuple[bool, int, int, int]]) -> None:
    tables = find_tables(rules_from(lines), 1000, 1000)
    assert tables == sorted(tables, key=lambda table: (table.box.top, table.box.x0))
    for table in tables:
        _check(table)


def _check(table: Table) -> None:
    taken: set[tuple[int, int]] = set()
    for cell in table.cells:
        assert cell.row_span >= 1
        assert cell.column_span >= 1
        assert cell.row + cell.row_span <= table.rows
        assert cell.column + cell.column_span <= table.columns
        slots = {
            (row, column)
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        assert not slots & taken
        taken |= slots
