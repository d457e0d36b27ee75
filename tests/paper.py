"""Small papers for tests: a few pieces of print in, a PDF, its blocks or its record out.

A paper is a story of pieces set one below the other on A4 with a margin of an inch, so that a
test says what is printed and nothing else:

    report_on(text("<b>Recommendations</b>"), item("1.", "That the fair be held."))

Text is ReportLab's markup: `<b>` and `<super>` work, and an ampersand is `&amp;`. Lengths are
points; `x` is counted from the left margin. All content is invented.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from extract.fields.nodes import Outline
from extract.fields.outline import outline_of
from extract.fields.report import build_report
from extract.fields.values import Found
from extract.layout.blocks import Block
from extract.layout.pages import Layout, lay_out
from extract.layout.texts import lay_out_text
from extract.reading.pdf import open_pdf
from extract.reading.text import read_text
from schemas import Council, Report

A4 = (595.0, 842.0)
MARGIN = 72.0
WIDTH = A4[0] - 2 * MARGIN
SIZE = 11.0

# Paragraphs of two and of three lines, for papers that need some prose.
FAIR = (
    "The spring fair is held on the green each April, and the council lets the pitches to traders "
    "who apply by the end of January."
)
WALL = (
    "Behind the harbour wall lie forty boats, which need a berth of their own in winter when the "
    "sea is high and the wind is from the north. Those that come late are sent to the next "
    "harbour, which lies two hours to the west."
)

# ReportLab ships no types: a piece is whatever platypus can place.
Piece = Any
# One corner of a merged cell and the opposite one, as (column, row).
Merged = tuple[tuple[int, int], tuple[int, int]]


def _style(**changes: Any) -> ParagraphStyle:
    size = changes.pop("size", SIZE)
    return ParagraphStyle(
        "body",
        **{"fontName": "Helvetica", "fontSize": size, "leading": 1.2 * size, **changes},
    )


def text(words: str, *, x: float = 0, size: float = SIZE, gap: float = 8) -> Piece:
    """A paragraph, `gap` below what stands above it."""
    style = _style(size=size, leftIndent=x, spaceBefore=gap)
    return Paragraph(words, style)


def heading(words: str, *, size: float = SIZE, gap: float = 14) -> Piece:
    """A bold line."""
    return text(f"<b>{words}</b>", size=size, gap=gap)


def item(
    label: str, words: str, *, x: float = 0, indent: float = 24, gap: float = 6, bold: bool = False
) -> Piece:
    """A paragraph with a label, perhaps a bold one, hanging out to its left."""
    style = _style(
        leftIndent=x + indent,
        bulletIndent=x,
        bulletFontSize=SIZE,
        bulletFontName="Helvetica-Bold" if bold else "Helvetica",
        spaceBefore=gap,
    )
    return Paragraph(words, style, bulletText=label)


def row(*cells: str, at: Sequence[float] = (0, 160), gap: float = 4) -> Piece:
    """Words side by side with nothing but white space between: columns that begin at `at`."""
    edges = [*at, WIDTH]
    widths = [after - before for before, after in itertools.pairwise(edges)]
    return _table([cells], widths, [], gap, side=0)


def grid(
    rows: Sequence[Sequence[str]], widths: Sequence[float], merged: Sequence[Merged] = ()
) -> Piece:
    """A ruled table; `merged` names the corners of merged cells. "\\n\\n" parts paragraphs."""
    rules: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    return _table(rows, widths, [*rules, *(("SPAN", a, b) for a, b in merged)], gap=10)


def _table(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    style: Sequence[tuple[Any, ...]],
    gap: float,
    side: float = 6,
) -> Piece:
    plain = _style()
    held = [
        [[Paragraph(part, plain) for part in cell.split("\n\n")] for cell in cells]
        for cells in rows
    ]
    inner: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
    ]
    return Table(held, colWidths=widths, style=[*inner, *style], hAlign="LEFT", spaceBefore=gap)


def new_page() -> Piece:
    """The end of a page."""
    return PageBreak()


def space(height: float) -> Piece:
    """White space, in points."""
    return Spacer(1, height)


def paper(*story: Piece, head: str = "", foot: str = "") -> bytes:
    """A PDF. `head` and `foot` stand on every page; `{}` in them is the page's number."""

    def margins(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(MARGIN, A4[1] - 40, head.format(document.page))
        canvas.drawString(MARGIN, 40, foot.format(document.page))

    out = io.BytesIO()
    SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=MARGIN - 6,
        rightMargin=MARGIN - 6,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        invariant=1,
    ).build(list(story), onFirstPage=margins, onLaterPages=margins)
    return out.getvalue()


def layout_of(*story: Piece, head: str = "", foot: str = "") -> Layout:
    """The layout of a paper."""
    return lay_out(open_pdf(paper(*story, head=head, foot=foot)).pages())


def blocks_of(*story: Piece) -> list[Block]:
    """The blocks of a paper without heads and feet."""
    return list(layout_of(*story).blocks)


def text_layout(words: str) -> Layout:
    """The layout of a text file."""
    return lay_out_text(read_text(words.encode()))


def outline_on(*story: Piece) -> Outline:
    """The outline of a paper."""
    return outline_of(blocks_of(*story))


def report_on(*story: Piece) -> Report:
    """The record of a paper that is known to be a report of an unnamed council."""
    return _report(layout_of(*story))


def report_in(words: str) -> Report:
    """The record of a text file that is known to be a report of an unnamed council."""
    return _report(text_layout(words))


def _report(layout: Layout) -> Report:
    return build_report(layout, outline_of(layout.blocks), Found(Council()))
