"""Flowables on pages: running heads and feet, page numbers, footnotes, PDF bytes.

The bytes are the same on every run and machine: no clock, no random number, no embedded font,
no compression (whose output differs between builds of zlib).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
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
class Paper:
    """One paper of a print: a report that is a file of its own, or one of a pack's papers.

    `story` makes its flowables anew each time, since a run through the press uses them up.
    `pages` is how many it is believed to take, which its own foot may print.
    """

    story: Story
    furniture: Furniture
    title: str
    pages: int = 0
    stamp: str = ""  # stands at the top right of its first page
    mark: str = ""  # stands under the foot of each page: "Page {number}", counted over the file
    bookmark: tuple[int, str] | None = None  # (level from 0, title)
    specimen: bool = True


@dataclass(frozen=True)
class Span:
    """Where one paper stands in the file: its first and last page, and the report's own last."""

    first: int
    last: int
    report_end: int

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class Printed:
    """A finished PDF: its bytes, and where each paper stands."""

    data: bytes = field(repr=False)
    spans: tuple[Span, ...]

    @property
    def report_end(self) -> int:
        """The last page of the report itself, where the file is one report."""
        return self.spans[0].report_end


class EndOfReport(Flowable):  # type: ignore[misc]
    """Marks the end of the report proper: what follows is an appendix bound in with it."""

    width = height = 0

    def wrap(self, *_: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw nothing."""


class Press(BaseDocTemplate):  # type: ignore[misc]
    """One run of papers through the press, each from a page of its own."""

    def __init__(self, out: io.BytesIO, papers: Sequence[Paper], title: str) -> None:
        super().__init__(
            out,
            pagesize=A4,
            title=title,
            author="",
            subject=SPECIMEN,
            lang="en-GB",
            invariant=1,
            pageCompression=0,
        )
        self.papers = papers
        self.first: dict[int, int] = {}
        self.last: dict[int, int] = {}
        self.report_end: dict[int, int] = {}
        self.headings = 0
        self.page_notes: list[str] = []
        for n, paper in enumerate(papers):
            top, bottom, left, right = paper.furniture.margins
            frame = Frame(
                left, bottom, A4[0] - left - right, A4[1] - top - bottom, 0, 0, 0, 0, id=str(n)
            )
            self.addPageTemplates(
                PageTemplate(str(n), [frame], onPage=self.start_page, onPageEnd=self.end_page)
            )

    @property
    def turn(self) -> int:
        """Which paper the page belongs to."""
        return int(self.pageTemplate.id)

    def start_page(self, canvas: Any, _: Any) -> None:
        """Get ready for the notes of a new page; stamp and bookmark a paper's first."""
        self.page_notes = []
        canvas.setNamedCB("note", lambda canv, kind, label: self.page_notes.append(label))
        paper = self.papers[self.turn]
        self.last[self.turn] = self.page
        if self.first.setdefault(self.turn, self.page) != self.page:
            return
        if paper.stamp:
            canvas.saveState()
            canvas.setFont("Helvetica-Bold", 12)
            canvas.drawRightString(A4[0] - 28, A4[1] - 22, paper.stamp)
            canvas.restoreState()
        if paper.bookmark:
            level, title = paper.bookmark
            canvas.bookmarkPage(f"paper-{self.turn}")
            canvas.addOutlineEntry(title, f"paper-{self.turn}", level)

    def end_page(self, canvas: Any, _: Any) -> None:
        """Draw the running head and foot and the page's notes."""
        paper, (width, height) = self.papers[self.turn], A4
        furniture = paper.furniture
        canvas.saveState()
        bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[furniture.font]
        canvas.setFont(bold if furniture.head_bold else furniture.font, furniture.size)
        for n, line in enumerate(furniture.head):
            self.draw_line(canvas, furniture.head_align, height - 34 - 11 * n, line)
        canvas.setFont(furniture.font, furniture.size)
        page = self.page - self.first[self.turn] + 1
        foot = furniture.foot.format(page=page, pages=paper.pages, title=paper.title)
        self.draw_line(canvas, furniture.foot_align, 30, foot)
        if paper.specimen:
            canvas.setFont(furniture.font, 7)
            canvas.drawCentredString(width / 2, 18, SPECIMEN)
        if paper.mark:
            canvas.setFont("Helvetica", 10)
            canvas.drawCentredString(width / 2, 6, paper.mark.format(number=self.page))
        self.draw_notes(canvas)
        canvas.restoreState()

    def draw_line(self, canvas: Any, align: str, y: float, text: str) -> None:
        """Draw one line between the margins at height `y`."""
        _, _, left, right = self.papers[self.turn].furniture.margins
        right = A4[0] - right
        if align == "left":
            canvas.drawString(left, y, text)
        elif align == "right":
            canvas.drawRightString(right, y, text)
        else:
            canvas.drawCentredString((left + right) / 2, y, text)

    def draw_notes(self, canvas: Any) -> None:
        """Draw the notes of the page, under a short rule, above the foot."""
        furniture = self.papers[self.turn].furniture
        font, (_, bottom, left, right) = furniture.font, furniture.margins
        width = A4[0] - left - right
        lines = [line for note in self.page_notes for line in simpleSplit(note, font, 8, width)]
        if not lines:
            return
        top = 42 + 9 * len(lines)
        if top > bottom:
            title = self.papers[self.turn].title
            raise LayoutError(f"{title}: page {self.page} has no room for its notes")
        canvas.line(left, top, left + 120, top)
        canvas.setFont(font, 8)
        for n, line in enumerate(lines):
            canvas.drawString(left, top - 9 * (n + 1), line)

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - the name is ReportLab's
        """Note where the report ends, and the place of each heading for the outline."""
        if isinstance(flowable, EndOfReport):
            self.report_end[self.turn] = self.page
        heading = getattr(flowable, "outline", None)
        if heading and self.papers[self.turn].furniture.outline:
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


def press(papers: Sequence[Paper], title: str) -> Printed:
    """Print papers once, on the belief that each takes as many pages as it says."""
    out = io.BytesIO()
    run = Press(out, papers, title)
    flowables: list[Any] = []
    for n, paper in enumerate(papers):
        if n:
            flowables += [NextPageTemplate(str(n)), PageBreak()]
        _, _, left, right = paper.furniture.margins
        flowables += loosened(paper.story(), A4[0] - left - right)
    run.build(flowables)
    spans = [
        Span(run.first[n], run.last[n], run.report_end.get(n, run.last[n]))
        for n in range(len(papers))
    ]
    return Printed(out.getvalue(), tuple(spans))


def print_pdf(story: Story, furniture: Furniture, title: str) -> Printed:
    """Print one report: once to count its pages, once more with the count at their feet."""
    paper = Paper(story, furniture, title)
    (span,) = press([paper], title).spans
    return press([replace(paper, pages=span.pages)], title)


__all__ = [
    "SPECIMEN",
    "EndOfReport",
    "Furniture",
    "PageBreak",
    "Paper",
    "Printed",
    "Span",
    "press",
    "print_pdf",
]
