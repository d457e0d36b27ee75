"""What several layouts have in common: nested recommendations, numbered sections, annexes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from corpus.kit import Kit, Numbers
from corpus.model import BodySection, DataTable, Implication, Recommendation, SampleReport
from corpus.press import EndOfReport, PageBreak


def depths(items: Sequence[Recommendation]) -> list[int]:
    """Return how deep each recommendation is nested, 0 for the outermost.

    A parent is the nearest item before that carries its label. ValueError if there is none.
    """
    found: list[int] = []
    for n, item in enumerate(items):
        if item.parent is None:
            found.append(0)
            continue
        before = [found[k] for k in range(n) if items[k].label == item.parent]
        if not before:
            raise ValueError(f"recommendation {item.label!r} has no parent {item.parent!r} before")
        found.append(before[-1] + 1)
    return found


def recommendations(
    kit: Kit,
    sample: SampleReport,
    *,
    closings: Sequence[str] = (".", "", ""),
    left: float = 0,
    hang: float = 28,
    **options: Any,
) -> list[Any]:
    """Set the recommendations, each level further in than the one before.

    `closings` says what follows a label at each depth: "2" is printed "2." or "2)". A label that
    ends in a bracket has its closing already.
    """
    out = []
    for item, depth in zip(sample.recommendations, depths(sample.recommendations), strict=True):
        label = item.label + (closings[depth] if item.label[-1:].isalnum() else "")
        place = hang if item.label or depth else 0
        out.append(kit.p(item.text, label=label, left=left + depth * hang, hang=place, **options))
    return out


def numbered_sections(
    kit: Kit,
    sections: Sequence[BodySection],
    tables: Mapping[str, DataTable],
    *,
    first: int = 1,
    heading: str = "{}.",
    capitals: bool = False,
    hang: float = 36,
    **options: Any,
) -> list[Any]:
    """Set sections with a numbered heading and paragraphs numbered within it ("4.2").

    A section of level 2 has a heading without a number and goes on with the numbers.
    """
    out: list[Any] = []
    count, numbers = first - 1, Numbers()
    for section in sections:
        if section.level == 1:
            count += 1
            numbers = Numbers(f"{count}.{{}}")
            title = section.heading.upper() if capitals else section.heading
            out.append(kit.heading(title, label=heading.format(count), hang=hang))
        else:
            out.append(kit.heading(section.heading, bold=False, italic=True, hang=hang))
        out += kit.flow(section.text, tables=tables, number=numbers, hang=hang, **options)
    return out


def as_section(item: Implication) -> BodySection:
    """Return an implication as a section of the body, for layouts that print it as one."""
    return BodySection(heading=item.heading, text=item.text)


def annex(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the appendix that is bound in after the report, on pages of its own."""
    out: list[Any] = [EndOfReport()]
    if sample.annex:
        out.append(PageBreak())
    for section in sample.annex:
        out.append(
            kit.heading(section.heading, size=kit.face.size + (2 if section.level == 1 else 0))
        )
        out += kit.flow(section.text, tables=sample.tables)
    return out
