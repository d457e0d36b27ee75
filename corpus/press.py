"""Flowables on pages: running heads and feet, page numbers, footnotes, PDF bytes.

The bytes are the same on every run and machine: no clock, no random number, no embedded font,
no compression (whose output differs between builds of zlib).
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.doctemplate import LayoutError

#: Stands at the foot of every page, so that no copy can be taken for a published report.
SPECIMEN = "Specimen: people and content are invented"

#: Room that a heading asks for after it: three lines, in points.
FIRST_LINES = 42

Story = Callable[[], list[Any]]


@dataclass(frozen=True)
class Furniture:
    """What every page of a layout carries, and where its text may stand (points)."""

    head: tuple[str, ...] = ()
    head_align: str = "centre"
    head_bold: bool = False
    foot: str = "Page {page} of {pages}"
    foot_align: str = "right"
    font: str = "Helvetica"
    size: float = 9
    margins: tuple[float, float, float, float] = (62, 68, 70, 70)  # top, bottom, left, right
    outline: bool = False


@dataclass(frozen=True)
class Printed:
    """A finished PDF: its bytes, its pages, and the last page of the report itself."""

    data: bytes = field(repr=False)
    pages: int
    report_end: int


class EndOfReport(Flowable):  # type: ignore[misc]
    """Marks the end of the report proper: what follows is an appendix bound in with it."""

    width = height = 0

    def wrap(self, *_: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw nothing."""


class Press(BaseDocTemplate):  # type: ignore[misc]
    """One run of a report through the press, with the number of pages known or guessed."""

    def __init__(self, out: io.BytesIO, furniture: Furniture, title: str, pages: int) -> None:
        top, bottom, left, right = furniture.margins
        super().__init__(
            out,
            pagesize=A4,
            topMargin=top,
            bottomMargin=bottom,
            leftMargin=left,
            rightMargin=right,
            title=title,
            author="",
            subject=SPECIMEN,
            lang="en-GB",
            invariant=1,
            pageCompression=0,
        )
        self.furniture, self.title_text, self.total = furniture, title, pages
        self.report_end = self.headings = 0
        self.page_notes: list[str] = []
        frame = Frame(left, bottom, self.width, self.height, 0, 0, 0, 0)
        self.addPageTemplates(
            PageTemplate("page", [frame], onPage=self.start_page, onPageEnd=self.end_page)
        )

    def start_page(self, canvas: Any, _: Any) -> None:
        """Get ready for the notes of a new page."""
        self.page_notes = []
        canvas.setNamedCB("note", lambda canv, kind, label: self.page_notes.append(label))

    def end_page(self, canvas: Any, _: Any) -> None:
        """Draw the running head and foot and the page's notes."""
        furniture, (width, height) = self.furniture, A4
        canvas.saveState()
        bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[furniture.font]
        canvas.setFont(bold if furniture.head_bold else furniture.font, furniture.size)
        for n, line in enumerate(furniture.head):
            self.draw_line(canvas, furniture.head_align, height - 34 - 11 * n, line)
        canvas.setFont(furniture.font, furniture.size)
        foot = furniture.foot.format(page=self.page, pages=self.total, title=self.title_text)
        self.draw_line(canvas, furniture.foot_align, 30, foot)
        canvas.setFont(furniture.font, 7)
        canvas.drawCentredString(width / 2, 18, SPECIMEN)
        self.draw_notes(canvas)
        canvas.restoreState()

    def draw_line(self, canvas: Any, align: str, y: float, text: str) -> None:
        """Draw one line between the margins at height `y`."""
        left, right = self.leftMargin, A4[0] - self.rightMargin
        if align == "left":
            canvas.drawString(left, y, text)
        elif align == "right":
            canvas.drawRightString(right, y, text)
        else:
            canvas.drawCentredString((left + right) / 2, y, text)

    def draw_notes(self, canvas: Any) -> None:
        """Draw the notes of the page, under a short rule, above the foot."""
        font = self.furniture.font
        lines = [
            line for note in self.page_notes for line in simpleSplit(note, font, 8, self.width)
        ]
        if not lines:
            return
        top = 42 + 9 * len(lines)
        if top > self.bottomMargin:
            raise LayoutError(f"{self.title_text}: page {self.page} has no room for its notes")
        canvas.line(self.leftMargin, top, self.leftMargin + 120, top)
        canvas.setFont(font, 8)
        for n, line in enumerate(lines):
            canvas.drawString(self.leftMargin, top - 9 * (n + 1), line)

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - the name is ReportLab's
        """Note where the report ends, and the place of each heading for the outline."""
        if isinstance(flowable, EndOfReport):
            self.report_end = self.page
        heading = getattr(flowable, "outline", None)
        if heading and self.furniture.outline:
            self.headings += 1
            key = f"heading-{self.headings}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(heading, key)


def loosened(flowables: list[Any], width: float) -> list[Any]:
    """Return a story in which a heading stays with the first lines of what follows, not all of it.

    ReportLab keeps a heading and the whole paragraph after it on one page; a word processor asks
    for two or three lines only, and so lets paragraphs break over pages.
    """
    out: list[Any] = []
    held: list[Any] = []
    for flowable in flowables:
        held.append(flowable)
        if flowable.getKeepWithNext():
            flowable.keepWithNext = False
            continue
        if len(held) > 1:
            height = sum(
                item.wrap(width, A4[1])[1] + item.getSpaceBefore() + item.getSpaceAfter()
                for item in held[:-1]
            )
            out.append(CondPageBreak(height + FIRST_LINES))
        out += held
        held = []
    return out + held


def run(story: Story, furniture: Furniture, title: str, pages: int) -> Printed:
    """Print a story once, on the belief that it takes `pages` pages."""
    out = io.BytesIO()
    press = Press(out, furniture, title, pages)
    press.build(loosened(story(), press.width))
    return Printed(out.getvalue(), press.page, press.report_end or press.page)


def print_pdf(story: Story, furniture: Furniture, title: str) -> Printed:
    """Print a story: once to count its pages, once more with the count at their feet.

    `story` makes its flowables anew each time, since a run through the press uses them up.
    """
    counted = run(story, furniture, title, 0)
    return run(story, furniture, title, counted.pages)


__all__ = ["SPECIMEN", "EndOfReport", "Furniture", "PageBreak", "Printed", "print_pdf"]
