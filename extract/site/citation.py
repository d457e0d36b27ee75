"""How a report is cited: a line to copy, and tags that reference managers read.

Sources: DCMI Metadata Terms in HTML (DC-HTML, 2008); Google Scholar's inclusion guidelines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.site.pages import long_date
from extract.site.report_rows import Record

#: Roles of those who wrote a report.
_AUTHORS = ("author", "report_of")


@dataclass(frozen=True)
class Citation:
    """A line to copy, the page's own address, and tags as pairs of a name and a content."""

    line: str
    address: str
    tags: Sequence[tuple[str, str]]


def cite(record: Record, address: str) -> Citation:
    """The citation of a report whose page has this address."""
    return Citation(
        ". ".join(_parts(record, address)) + ".", address, tuple(_tags(record, address))
    )


def _parts(record: Record, address: str) -> Iterator[str]:
    report = record.report
    yield report.council or "Council not known"
    title = f"“{report.title}”" if report.title else "Report without a title"
    yield f"{title} ({report.reference})" if report.reference else title
    to = f"Report to {report.committee}" if report.committee else "Report"
    if report.meeting_date or report.report_date:
        to += f", {long_date(report.meeting_date or report.report_date)}"
    yield f"{to}, item {report.agenda_item}" if report.agenda_item else to
    if report.url:
        yield f"Published at {report.url}"
    yield f"Retrieved from {address}"


def _tags(record: Record, address: str) -> Iterator[tuple[str, str]]:
    report = record.report
    authors = dict.fromkeys(
        person.name or person.post or "" for person in record.people if person.role in _AUTHORS
    )
    title = report.title or "Report without a title"
    date = report.meeting_date or report.report_date
    yield "DC.title", title
    yield "DC.type", "Text"
    yield "DC.identifier", address
    yield "citation_title", title
    for author in filter(None, authors):
        yield "DC.creator", author
        yield "citation_author", author
    if report.council:
        yield "DC.publisher", report.council
        yield "citation_technical_report_institution", report.council
    if date:
        yield "DC.date", date
        yield "citation_publication_date", date.replace("-", "/")
    if report.reference:
        yield "citation_technical_report_number", report.reference
    if report.committee:
        yield "DC.contributor", report.committee
    if report.url:
        yield "DC.source", report.url
    for ward in record.wards:
        yield "DC.coverage", ward.ward
    if report.summary:
        yield "DC.description", " ".join(report.summary.split())[:500]
