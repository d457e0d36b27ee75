"""Word files (DOCX, DOTX, DOCM): the body's paragraphs and tables in reading order.

What a reader of the printed page would see, list numbers counted. Footnotes, comments and
contents lists are left out; running heads and feet go aside as furniture. A text box stands before
the paragraph that anchors it, or after where text comes first.

The XML is read as it is. python-docx, the library at hand, leaves to the caller what matters here
(list numbers, text boxes, content controls, revisions, fields), loads every picture, and refuses
templates and macro-enabled files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final
from xml.etree.ElementTree import Element as Xml

from extract.reading.docx_content import Content, children, look_of
from extract.reading.docx_numbers import Numbers
from extract.reading.docx_package import Package, open_package
from extract.reading.docx_styles import (
    Paragraphs,
    Style,
    Styles,
    heading_level,
    is_on,
    paragraph_properties,
    points,
    whole,
)
from extract.reading.errors import EmptyError
from extract.reading.marked import (
    COLUMN_WIDTH,
    Cell,
    Element,
    MarkedFile,
    Paragraph,
    Table,
    Writer,
    paragraphs_of,
)

# The style of the entries of a contents list: "toc 1", "toc 2".
_CONTENTS: Final = "toc "
_MARGINS: Final = frozenset({"w_headerReference", "w_footerReference"})
# What a cell says that goes on the one before it or above it.
_GOES_ON: Final = "continue"


def read_docx(data: bytes) -> MarkedFile:
    """The paragraphs and tables of a Word file.

    Raises EmptyError for a file without a single word, and what `open_package` raises.
    """
    file = _Reader(open_package(data)).file()
    if not file.elements:
        raise EmptyError("The file holds no words. Check that the right file was saved.")
    return file


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.related("styles"))
        self._numbers = Numbers(package.related("numbering"), self._styles)
        self._writer = Writer()
        self._contents: list[Paragraph] = []  # entries of contents lists

    def file(self) -> MarkedFile:
        """The whole document."""
        body = self._package.document.find("w_body")
        head, margins = self._margins(body) if body is not None else ([], [])
        elements = head + (self._blocks(body, "") if body is not None else [])
        return self._writer.file(elements, margins + self._contents, self._package.title)

    def _margins(self, body: Xml) -> tuple[list[Element], list[Paragraph]]:
        """The head of the first page where it has its own, and the other heads and feet.

        What stands once, at the top of the first page, is where reports begin; the rest is
        furniture.
        """
        head: list[Element] = []
        furniture: list[Paragraph] = []
        seen: set[str] = set()
        for at, section in enumerate(body.iter("w_sectPr")):
            title_page = section.find("w_titlePg")
            opens = at == 0 and title_page is not None and is_on(title_page.get("w_val", "1"))
            for reference in section:
                part = self._package.relationships.get(reference.get("r_id", ""))
                if reference.tag not in _MARGINS or part is None or part.part in seen:
                    continue
                seen.add(part.part)
                root = self._package.parts.read(part.part)
                if root is None:
                    continue
                elements = self._blocks(root, f"{part.kind}[{len(seen)}]")
                first = reference.get("w_type") == "first"
                if opens and first and reference.tag == "w_headerReference":
                    head = elements
                else:
                    furniture += paragraphs_of(elements)
        return head, furniture

    def _blocks(self, parent: Xml, path: str) -> list[Element]:
        """The paragraphs and tables of a body, cell, box or margin; `path` is its locator."""
        elements: list[Element] = []
        paragraphs = tables = 0
        for child in children(parent):
            if child.tag == "w_p":
                paragraphs += 1
                elements += self._paragraph(child, _step(path, "p", paragraphs))
            elif child.tag == "w_tbl":
                tables += 1
                if table := self._table(child, _step(path, "tbl", tables)):
                    elements.append(table)
        return elements

    def _table(self, table: Xml, path: str) -> Table | None:
        edges = _edges(table)
        rows: list[list[Cell]] = []
        merged: dict[int, tuple[int, int]] = {}  # column: the place in `rows` of what began there
        for number, row in enumerate((r for r in children(table) if r.tag == "w_tr"), 1):
            if _is_left_out(row):
                continue
            cells: list[Cell] = []
            rows.append(cells)
            for column, place, cell in _cells(row):
                span, across, down = _spans(cell)
                if across == _GOES_ON:
                    continue
                if down == _GOES_ON and column in merged:
                    at, index = merged[column]
                    first = rows[at][index]
                    rows[at][index] = replace(first, row_span=first.row_span + 1)
                    continue
                merged.pop(column, None)
                if down:
                    merged[column] = (len(rows) - 1, len(cells))
                content = self._blocks(cell, f"{path}/tr[{number}]/tc[{place}]")
                left = edges[min(column, len(edges) - 1)]
                cells.append(Cell(tuple(content), 1, span, left))
        if not any(cell.content for cells in rows for cell in cells):
            return None
        return Table(tuple(tuple(cells) for cells in rows), self._styles.is_ruled(table))

    def _paragraph(self, paragraph: Xml, path: str) -> list[Element]:
        """A paragraph, if it shows any words, with the text boxes anchored in it."""
        properties = paragraph.find("w_pPr")
        style, own = self._styles.paragraph(properties)
        content = Content(paragraph, self._styles, style)
        elements = self._boxes(content.boxes_before, path, 0)
        label, left, first = self._label(style, own, properties, empty=not content.runs)
        written = self._writer.paragraph(
            content.runs,
            path,
            label=(label, look_of(self._styles.characters(style, None))),
            heading=heading_level(style, own),
            left=left,
            first=left + first,
        )
        if written is not None and style.name.startswith(_CONTENTS):
            self._contents.append(written)
        elif written is not None:
            elements.append(written)
        return elements + self._boxes(content.boxes_after, path, len(content.boxes_before))

    def _boxes(self, boxes: Iterable[Xml], path: str, before: int) -> list[Element]:
        """What stands in text boxes; `before` of them have come before."""
        elements: list[Element] = []
        for number, box in enumerate(boxes, before + 1):
            elements += self._blocks(box, _step(path, "txbxContent", number))
        return elements

    def _label(
        self, style: Style, own: Paragraphs, properties: Xml | None, *, empty: bool
    ) -> tuple[str, float, float]:
        """The paragraph's label in a list, its indent, and that of its first line from there."""
        left, first = own.left or 0.0, own.first or 0.0
        if own.list_id in (None, "0") or (empty and _is_gone(properties)):
            return "", left, first
        list_id = own.list_id or ""
        stated = paragraph_properties(properties)
        level = own.list_level or 0
        if stated.list_id is None and stated.list_level is None:
            # the list comes with the style, at the level that names the style
            level = self._numbers.level_of(list_id, style.list_owner) or level
        label = self._numbers.next(list_id, level)
        if label is None:
            return "", left, first
        if stated.left is None and label.left is not None:
            left = label.left
        if stated.first is None and label.first is not None:
            first = label.first
        return label.text, left, first


def _is_gone(properties: Xml | None) -> bool:
    """Whether the mark that ends a paragraph was deleted, moved away or hidden."""
    marks = ("del", "moveFrom", "vanish")
    return properties is not None and any(
        properties.find(f"w_rPr/w_{mark}") is not None for mark in marks
    )


def _is_left_out(row: Xml) -> bool:
    """Whether a row of a table was deleted, or is hidden."""
    marks = ("del", "hidden")
    return any(row.find(f"w_trPr/w_{mark}") is not None for mark in marks)


def _cells(row: Xml) -> Iterator[tuple[int, int, Xml]]:
    """The cells of a row: the column (from 0) in which each starts, its place (from 1), itself."""
    before = row.find("w_trPr/w_gridBefore")
    column = max(whole(before.get("w_val"), 0), 0) if before is not None else 0
    for place, cell in enumerate((c for c in children(row) if c.tag == "w_tc"), 1):
        yield column, place, cell
        column += _spans(cell)[0]


def _edges(table: Xml) -> list[float]:
    """The left edges of a table's columns in points, from its own; with one for the right end."""
    widths = [column.get("w_w", "") for column in table.findall("w_tblGrid/w_gridCol")]
    return list(accumulate((points(width) or COLUMN_WIDTH for width in widths), initial=0.0))


def _spans(cell: Xml) -> tuple[int, str, str]:
    """How many columns a cell spans, and how it is merged across and down."""
    properties = cell.find("w_tcPr")
    if properties is None:
        return 1, "", ""
    span, across, down = (properties.find(name) for name in ("w_gridSpan", "w_hMerge", "w_vMerge"))
    return (
        max(whole(span.get("w_val"), 1), 1) if span is not None else 1,
        across.get("w_val", _GOES_ON) if across is not None else "",
        down.get("w_val", _GOES_ON) if down is not None else "",
    )


def _step(path: str, name: str, number: int) -> str:
    return f"{path}/{name}[{number}]" if path else f"{name}[{number}]"
