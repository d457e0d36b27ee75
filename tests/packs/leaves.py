"""Packs for tests, leaf by leaf: what stands on each page, its stamp and its number.

All content is invented.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from extract.pipeline import parse_bytes
from schemas import Document, Part
from tests.paper import A4, MARGIN

LEADING = 15.0


@dataclass(frozen=True)
class Leaf:
    """A page: lines from the top ("<b>" before a bold one), what is stamped on it, its foot."""

    lines: tuple[str, ...] = ()
    stamp: str = ""
    foot: str = ""
    font: str = "Helvetica"
    shapes: int = 0

    def stamped(self, stamp: str) -> Leaf:
        """The same leaf with a stamp at its top right."""
        return replace(self, stamp=stamp)

    def numbered(self, foot: str) -> Leaf:
        """The same leaf with a number at its foot."""
        return replace(self, foot=foot)


@dataclass(frozen=True)
class Mark:
    """A bookmark: the page that it leads to, from 1, its title and its level, from 1."""

    page: int
    title: str
    level: int = 1


def leaf(*lines: str, font: str = "Helvetica", shapes: int = 0) -> Leaf:
    """A page of some lines."""
    return Leaf(lines, font=font, shapes=shapes)


def bound(leaves: Sequence[Leaf], marks: Sequence[Mark] = ()) -> bytes:
    """Leaves as one PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number, page in enumerate(leaves, 1):
        for mark in marks:
            if mark.page == number:
                key = f"{number}-{mark.title}"
                canvas.bookmarkPage(key)
                canvas.addOutlineEntry(mark.title, key, mark.level - 1)
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, page: Leaf) -> None:
    bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[page.font]
    for at, line in enumerate(page.lines):
        plain = line.removeprefix("<b>")
        canvas.setFont(page.font if plain == line else bold, 11)
        canvas.drawString(MARGIN, A4[1] - MARGIN - at * LEADING, plain)
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(A4[0] - 40, A4[1] - 40, page.stamp)
    canvas.drawCentredString(A4[0] / 2, 40, page.foot)
    for at in range(page.shapes):
        canvas.rect(100 + 5 * at, 300 + 7 * (at % 9), 60, 40)


def parsed(leaves: Sequence[Leaf], marks: Sequence[Mark] = ()) -> Document:
    """The record of a pack."""
    return parse_bytes(bound(leaves, marks))


def shape(document: Document) -> list[tuple[str, tuple[int, int] | None]]:
    """The kinds and pages of a document's parts."""
    return [(part.kind.value, part.pages) for part in document.parts]


def kinds(parts: Sequence[Part]) -> list[str]:
    """The kinds of some parts."""
    return [part.kind.value for part in parts]


def report(title: str, *more: str, day: str = "12 March 2024") -> list[Leaf]:
    """A report of two pages, as a council's template has it."""
    first = leaf(
        "<b>Skerry Council",
        "Report to: Harbour Committee",
        f"Date of meeting: {day}",
        f"Title: {title}",
        "Report of: Director of Harbours",
        "Wards affected: All",
        "<b>1. Purpose",
        "1.1 This report tells the committee how the pitches on the green are let to traders",
        "and what the harbour wall will need before the winter.",
        "<b>2. Recommendations",
        "2.1 That the committee approves the letting of the pitches for the coming year.",
        "<b>3. Financial implications",
        "3.1 The rent of the pitches brings in £12,000 a year, which pays for the wall.",
    )
    second = leaf(
        "<b>4. Legal implications",
        "4.1 The council may let the pitches under its general powers.",
        *(more or ("<b>5. Background papers", "None")),
    )
    return [first, second]


def agenda(*items: str) -> Leaf:
    """A front sheet with its items."""
    return leaf(
        "Public Document Pack",
        "<b>AGENDA",
        "<b>Harbour Committee",
        "Tuesday, 12 March 2024 at 2.00 pm",
        "Council Chamber, Skerry House",
        *items,
    )


def minutes() -> list[Leaf]:
    """Minutes of the meeting before."""
    return [
        leaf(
            "<b>Minutes of the meeting of the Harbour Committee",
            "held on Tuesday, 13 February 2024 at 2.00 pm",
            "Present: Councillor Ida Example (Chair), Councillor Noah Sample",
            "31. Apologies",
            "There were none.",
            "32. Lights on the quay",
            "RESOLVED: that the lights be mended.",
            "The meeting ended at 3.10 pm.",
        )
    ]


BLANK = leaf("This page is intentionally left blank")
WITHHELD = leaf(
    "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A",
    "of the Local Government Act 1972.",
    "Document is Restricted",
)
