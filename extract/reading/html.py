"""Web pages: the document in them, as paragraphs and tables in reading order.

A council's own page, a committee system's, or a Word file that one of the two has turned into
HTML. The site's menus and notices are left out, its head, foot and trail kept aside as furniture;
list numbers are counted as a browser counts them; hidden elements and notes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.reading.errors import EmptyError
from extract.reading.html_grid import Columns, is_frame_of_page, span
from extract.reading.html_lists import ListCounter
from extract.reading.html_parts import Attributes, Parts, is_unseen
from extract.reading.html_selectors import TEXT, Selectors
from extract.reading.html_source import open_html
from extract.reading.html_style import Style, declarations, is_gone, is_tab, style_of
from extract.reading.marked import (
    COLUMN_WIDTH,
    LINE_BREAK,
    NO_LABEL,
    TAB,
    TICKED,
    UNTICKED,
    Cell,
    Element,
    Look,
    MarkedFile,
    Paragraph,
    Run,
    Table,
    Writer,
    is_mark,
    paragraphs_of,
)

INDENT: Final = 30.0
"""How far a browser sets lists in, in points (40 px)."""

MAX_NESTING: Final = 120
"""Elements inside each other; what lies deeper is taken as mere text."""

_LISTS: Final = frozenset({"ol", "ul", "menu"})
# What starts on a line of its own (15.3.3); every other tag, known or not, stands in a line.
_BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir"),
        *("div", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "legend", "li", "listing", "main"),
        *("menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "ul"),
        *("caption", "xmp"),
    }
)
_BLOCK_DISPLAYS: Final = frozenset({"block", "flex", "grid", "list-item", "table", "flow-root"})
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_WIDE = re.compile(r"[ \xa0]*\xa0[ \xa0]*\xa0[ \xa0]*\xa0[ \xa0]*")


def read_html(data: bytes) -> MarkedFile:
    """The paragraphs and tables of a web page.

    Raises EmptyError for a page without a single word, and what `open_html` raises.
    """
    file = _Reader(open_html(data)).file()
    if not file.elements:
        raise EmptyError("The page holds no words. Check that the right file was saved.")
    return file


@dataclass(frozen=True, slots=True)
class _Place:
    """What the paragraphs of an element have in common; `path` is the element's selector."""

    path: str
    style: Style
    heading: int = 0


class _Reader:
    def __init__(self, tree: LexborHTMLParser) -> None:
        self._parts = Parts(tree)
        title = tree.css_first("title")
        self._title = title.text() if title is not None else ""
        self._selectors = Selectors(tree)
        self._writer = Writer()
        self._frame: list[Paragraph] = []
        self._elements: list[Element] = []
        self._depth = 0
        self._runs: list[Run] = []
        self._label = NO_LABEL

    def file(self) -> MarkedFile:
        """The whole document."""
        if title := self._writer.paragraph([(self._title, Look())], "title"):
            self._frame.append(title)
        for frame in self._parts.frames():
            self._keep_frame(frame, _Place(self._selectors.of(frame), Style()))
        main = self._parts.main
        if main is not None:
            self._block(main, _Place(self._selectors.of(main), _inherited(main)))
        return self._writer.file(self._elements, self._frame, self._title)

    def _keep_frame(self, node: LexborNode, place: _Place) -> None:
        """Keep the words of the site's frame aside."""
        self._frame += paragraphs_of(self._collected(node, place))

    def _flush(self, place: _Place) -> None:
        """Close the paragraph that is being read."""
        style = place.style
        paragraph = self._writer.paragraph(
            self._runs,
            place.path,
            label=self._label,
            heading=place.heading,
            left=style.left,
            first=style.left + (-INDENT / 2 if self._label[0] else style.first),
        )
        self._runs.clear()
        if paragraph is not None:
            self._label = NO_LABEL
            self._elements.append(paragraph)

    def _block(self, node: LexborNode, place: _Place) -> None:
        """Everything in an element whose surroundings have been closed."""
        self._content(node, place)
        self._flush(place)

    def _content(self, node: LexborNode, place: _Place) -> None:
        if self._depth >= MAX_NESTING:
            self._text(node.text(), place.style)
            return
        self._depth += 1
        counter: ListCounter | None = None
        for child, path in self._selectors.children(node, place.path):
            tag = child.tag or ""
            if tag == TEXT:
                self._text(child.text_content or "", place.style)
                continue
            attributes = child.attributes
            css = declarations(attributes.get("style"))
            if is_gone(css):
                continue
            if self._parts.is_frame(tag, attributes, child):
                self._flush(place)
                self._keep_frame(child, _Place(path, place.style))
                continue
            if self._parts.is_dropped(tag, attributes, child):
                continue
            inner = replace(place, path=path, style=style_of(tag, css, place.style))
            if tag == "li":
                self._flush(place)
                counter = counter or ListCounter.of(node)
                self._label = (counter.next(child, css), inner.style.look)
            self._element(tag, child, attributes, css, inner, place)
            if tag == "li":
                self._label = NO_LABEL
        self._depth -= 1

    def _element(
        self,
        tag: str,
        node: LexborNode,
        attributes: Attributes,
        css: Mapping[str, str],
        inner: _Place,
        outer: _Place,
    ) -> None:
        look = inner.style.look
        if tag == "br":
            self._runs.append((LINE_BREAK, look))
        elif tag in ("input", "select", "textarea"):
            self._field(tag, node, attributes, inner.style)
        elif tag == "table":
            self._table(node, inner, outer)
        elif tag == "dl":
            self._pairs(node, inner, outer)
        elif tag in _BLOCKS or css.get("display") in _BLOCK_DISPLAYS:
            if tag in _LISTS:
                inner = replace(inner, style=inner.style._replace(left=inner.style.left + INDENT))
            elif tag in _HEADINGS:
                inner = replace(inner, heading=_HEADINGS[tag])
            self._flush(outer)
            self._block(node, inner)
        elif is_tab(css) and not node.text().strip():
            self._runs.append((TAB, look))
        else:
            self._content(node, inner)

    def _text(self, text: str, style: Style) -> None:
        if style.hidden:
            return
        if style.preformatted:
            text = text.replace("\r\n", "\n")
        else:
            text = _WIDE.sub(TAB, _SPACES.sub(" ", text))
        if style.raised and is_mark(text):
            return
        self._runs.append((text.upper() if style.capitals else text, style.look))

    def _field(self, tag: str, node: LexborNode, attributes: Attributes, style: Style) -> None:
        """What a field of a form shows."""
        kind = (attributes.get("type") or "text").lower()
        shown = ""
        if tag == "select":
            chosen = node.css_first("option[selected]") or node.css_first("option")
            shown = chosen.text() if chosen is not None else ""
        elif tag == "textarea":
            shown = node.text()
        elif kind in ("checkbox", "radio"):
            shown = TICKED if "checked" in attributes else UNTICKED
        elif kind not in ("hidden", "submit", "button", "reset", "image", "file", "password"):
            shown = attributes.get("value") or ""
        self._text(f" {shown} ", style)

    def _table(self, node: LexborNode, inner: _Place, outer: _Place) -> None:
        self._flush(outer)
        if is_frame_of_page(node):
            self._block(node, inner)
            return
        rows: list[tuple[Cell, ...]] = []
        columns = Columns()
        for row, row_place in self._parts_of(node, inner, ("tr",)):
            columns.next_row()
            cells: list[Cell] = []
            for cell, cell_place in self._parts_of(row, row_place, ("td", "th")):
                across, down = span(cell, "colspan"), span(cell, "rowspan")
                left = columns.place(across, down) * COLUMN_WIDTH
                content = tuple(self._collected(cell, cell_place))
                cells.append(Cell(content, down, across, left))
            rows.append(tuple(cells))
        if any(cell.content for row in rows for cell in row):
            self._elements.append(Table(tuple(rows)))

    def _pairs(self, node: LexborNode, inner: _Place, outer: _Place) -> None:
        """A list of terms, as rows of a term and what is said of it."""
        self._flush(outer)
        rows: list[tuple[list[Element], list[Element]]] = []
        for part, place in self._parts_of(node, inner, ("dt", "dd")):
            content = self._collected(part, place)
            if part.tag == "dt" and (not rows or rows[-1][1]):
                rows.append((content, []))
            elif rows:
                rows[-1][0 if part.tag == "dt" else 1].extend(content)
            else:
                rows.append(([], content))
        cells = tuple(
            (Cell(tuple(term)), Cell(tuple(said), left=COLUMN_WIDTH)) for term, said in rows
        )
        if any(cell.content for row in cells for cell in row):
            self._elements.append(Table(cells))

    def _parts_of(
        self, node: LexborNode, place: _Place, tags: tuple[str, ...]
    ) -> Iterator[tuple[LexborNode, _Place]]:
        """The rows of a table, the cells of a row, the terms of a list; captions on the way."""
        for child, path in self._selectors.children(node, place.path):
            tag, attributes = child.tag or "", child.attributes
            css = declarations(attributes.get("style"))
            if tag == TEXT or is_gone(css) or is_unseen(attributes):
                continue
            inner = replace(place, path=path, style=style_of(tag, css, place.style), heading=0)
            if tag in tags:
                yield child, inner
            elif tag in ("tbody", "thead", "tfoot") or (tag == "div" and node.tag == "dl"):
                yield from self._parts_of(child, inner, tags)
            elif tag == "caption":
                self._block(child, inner)

    def _collected(self, node: LexborNode, place: _Place) -> list[Element]:
        """The elements of a cell."""
        around, self._elements = self._elements, []
        label, self._label = self._label, NO_LABEL
        style = place.style._replace(left=0.0, first=0.0)
        self._block(node, replace(place, style=style))
        content, self._elements, self._label = self._elements, around, label
        return content


def _inherited(node: LexborNode) -> Style:
    """The style that an element has from those around it; their margins are the page's own."""
    chain = [node]
    while (above := chain[-1].parent) is not None:
        chain.append(above)
    style = Style()
    for element in reversed(chain):
        style = style_of(element.tag or "", declarations(element.attributes.get("style")), style)
    return style._replace(left=0.0, first=0.0)
