"""Small kit over ReportLab: what every layout sets its pages with.

A `Kit` turns marked text into flowables in one face and size; `corpus/press.py` puts them on
pages. Lengths are PDF points. Only the fonts that every PDF reader knows are used, so nothing is
embedded and the files stay small.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor, black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Spacer, Table, TableStyle

from corpus import markup
from corpus.model import DataTable

#: ReportLab ships no types: a flowable is whatever platypus can place.
Flowable = Any

GREY = "#d9d9d9"


@dataclass(frozen=True)
class Face:
    """A family of type, with the sizes that a layout sets it in."""

    regular: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    italic: str = "Helvetica-Oblique"
    size: float = 11


SANS = Face()
SERIF = Face("Times-Roman", "Times-Bold", "Times-Italic", 12)


@dataclass
class Numbers:
    """A counter of paragraph numbers: `Numbers("{}.")`, or `Numbers("4.{}")` within a section."""

    pattern: str = "{}."
    last: int = 0

    def __call__(self) -> str:
        """Return the next number as printed."""
        self.last += 1
        return self.pattern.format(self.last)


@dataclass
class Kit:
    """Sets text in one face. `notes` counts the footnotes of one report, so make one for each."""

    face: Face = SANS
    space: float = 7
    colour: str = "#000000"
    notes: Numbers = field(default_factory=lambda: Numbers("{}"))

    def inline(self, text: str) -> str:
        """Turn the inline marks of one paragraph into ReportLab's own."""

        def note(match: re.Match[str]) -> str:
            mark = self.notes()
            label = quoteattr(f"{mark} {match.group(1)}")
            return f'<super size="7">{mark}</super><onDraw name="note" label={label}/>'

        # Notes are cut out first: their text goes into an attribute, not through `escape` twice.
        parts = re.split(r"(\^\[.+?\])", text)
        return "".join(
            markup.NOTE.sub(note, part)
            if part.startswith("^[")
            else markup.BOLD.sub(r"<b>\1</b>", escape(part))
            for part in parts
        )

    def p(
        self,
        text: str,
        *,
        label: str = "",
        left: float = 0,
        hang: float = 0,
        bold: bool = False,
        italic: bool = False,
        align: str = "left",
        size: float | None = None,
        before: float = 0,
        after: float | None = None,
        keep: bool = False,
        colour: str | None = None,
    ) -> Flowable:
        """Set one paragraph, its label (a number, a bullet) hanging at `left`.

        The text starts at `left + hang`. Words break at their own hyphens only. `keep` keeps it
        on one page with what follows.
        """
        size = size or self.face.size
        font = self.face.bold if bold else self.face.italic if italic else self.face.regular
        style = ParagraphStyle(
            "p",
            fontName=font,
            fontSize=size,
            leading=size * 1.22,
            leftIndent=left + hang,
            bulletIndent=left,
            bulletFontName=font,
            bulletFontSize=size,
            spaceBefore=before,
            spaceAfter=self.space if after is None else after,
            alignment={"left": 0, "centre": 1, "right": 2, "both": 4}[align],
            keepWithNext=keep,
            embeddedHyphenation=1,
            splitLongWords=0,
            textColor=HexColor(colour or self.colour),
            bulletColor=HexColor(colour or self.colour),
        )
        return Paragraph(self.inline(text), style, bulletText=label or None)

    def heading(self, text: str, **options: Any) -> Flowable:
        """Set a heading: bold, kept with what follows, in the outline where the layout has one."""
        heading = self.p(text, **{"bold": True, "keep": True, "before": 5, "after": 4, **options})
        heading.outline = markup.plain_inline(text)
        return heading

    def flow(
        self,
        marked: str,
        *,
        tables: Mapping[str, DataTable] | None = None,
        number: Callable[[], str] | None = None,
        left: float = 0,
        hang: float = 0,
        **options: Any,
    ) -> list[Flowable]:
        """Set marked text: paragraphs (numbered where `number` is given), lists, tables.

        Bullets and tables stand in from the text that they belong to and take no number.
        """
        out: list[Flowable] = []
        for block in markup.parse(marked):
            match block:
                case markup.Paragraph(text):
                    label = number() if number else ""
                    out.append(self.p(text, label=label, left=left, hang=hang, **options))
                case markup.Bullets(items):
                    for item in items:
                        out.append(self.p(item, label="•", left=left + hang + 8, hang=14, after=3))
                    out.append(Spacer(1, 4))
                case markup.SubHeading(text):
                    out.append(self.heading(text, italic=True, bold=False, left=left, hang=hang))
                case markup.TableRef(name):
                    out.extend(self.data_table((tables or {})[name], left=left + hang))
        return out

    def cell(self, text: str, **options: Any) -> Flowable:
        """Set a paragraph for a cell of a table."""
        return self.p(text, **{"after": 0, **options})

    def data_table(
        self, table: DataTable, *, left: float = 0, width: float = 450
    ) -> list[Flowable]:
        """Set a table of figures with its caption above it; numbers range right."""
        size, last = self.face.size - 2, len(table.rows) - 1

        def row(cells: Sequence[str], bold: bool) -> list[Flowable]:
            sides = ["left", *("right" if _is_figure(cell) else "left" for cell in cells[1:])]
            return [
                self.cell(cell, size=size, bold=bold, align=side)
                for cell, side in zip(cells, sides, strict=True)
            ]

        rows = [row(table.columns, True)]
        rows += [row(cells, table.total and n == last) for n, cells in enumerate(table.rows)]
        first = 0.4 if len(table.columns) > 2 else 0.5
        others = (1 - first) / (len(table.columns) - 1)
        width -= left
        grid = self.grid(
            rows,
            [width * first] + [width * others] * (len(table.columns) - 1),
            shade_rows=[0],
            repeat=1,
        )
        caption = self.p(table.caption, bold=True, size=size + 1, keep=True, left=left, after=3)
        indented = Table([["", grid]], colWidths=[left, width]) if left else grid
        if left:
            indented.setStyle(TableStyle(_NO_PADDING))
        return [caption, indented, Spacer(1, self.space)]

    def grid(
        self,
        rows: Sequence[Sequence[Flowable]],
        widths: Sequence[float],
        *,
        shade_rows: Sequence[int] = (),
        shade_columns: Sequence[int] = (),
        spans: Sequence[tuple[int, int, int, int]] = (),
        shade: str = GREY,
        repeat: int = 0,
        rules: bool = True,
        padding: float = 3,
    ) -> Flowable:
        """Set a table of cells, ruled unless told otherwise.

        `spans` are (first column, first row, last column, last row). A row may break over a page.
        """
        commands: list[tuple[Any, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), padding),
            ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
            ("LEFTPADDING", (0, 0), (-1, -1), 4 if rules else 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ]
        if rules:
            commands.append(("GRID", (0, 0), (-1, -1), 0.6, black))
        commands += [("BACKGROUND", (0, n), (-1, n), HexColor(shade)) for n in shade_rows]
        commands += [("BACKGROUND", (n, 0), (n, -1), HexColor(shade)) for n in shade_columns]
        commands += [("SPAN", (a, b), (c, d)) for a, b, c, d in spans]
        return Table(
            [list(row) for row in rows],
            colWidths=list(widths),
            style=TableStyle(commands),
            repeatRows=repeat,
            splitInRow=1,
            hAlign="LEFT",
        )

    def label_rows(
        self, rows: Sequence[tuple[str, str]], widths: tuple[float, float], **options: Any
    ) -> Flowable:
        """Set a grid of bold labels and their values; a value's lines are kept apart by "\\n"."""
        return self.grid(
            [
                [self.cell(label, bold=True), [self.cell(line) for line in value.split("\n")]]
                for label, value in rows
            ],
            widths,
            **options,
        )


_NO_PADDING = [
    (f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
]


def _is_figure(cell: str) -> bool:
    """Whether a cell holds a number, a sum or a percentage."""
    return re.fullmatch(r"[-(]?£?[\d.,]+m?%?\)?", cell) is not None


def rule(width: float = 455) -> Flowable:
    """Draw a line across the page."""
    line = Table([[""]], colWidths=[width], rowHeights=[4])
    line.setStyle(TableStyle([("LINEABOVE", (0, 0), (-1, 0), 0.8, black)]))
    line.hAlign = "LEFT"
    return line


def long_date(day: Any, *, weekday: bool = False) -> str:
    """Return a day as "4 June 2024", or "Tuesday 4 June 2024"."""
    text = f"{day.day} {day:%B %Y}"
    return f"{day:%A} {text}" if weekday else text
