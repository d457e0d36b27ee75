"""How a paper is cited: a line to copy, and tags that reference managers read.

Sources: DCMI Metadata Terms in HTML (DC-HTML, 2008); Google Scholar's inclusion guidelines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.site.pages import long_date


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited; `date` is an ISO date, `form` says what it is: "Report to Cabinet"."""

    title: str | None
    form: str
    council: str | None
    committee: str | None
    date: str | None
    url: str | None
    agenda_item: str | None = None
    reference: str | None = None
    authors: Sequence[str] = ()
    wards: Sequence[str] = ()
    summary: str | None = None


@dataclass(frozen=True)
class Citation:
    """A line to copy, the page's own address, and tags as pairs of a name and a content."""

    line: str
    address: str
    tags: Sequence[tuple[str, str]]


def cite(work: Work, address: str) -> Citation:
    """The citation of a work whose page has this address."""
    return Citation(". ".join(_parts(work, address)) + ".", address, tuple(_tags(work, address)))


def _parts(work: Work, address: str) -> Iterator[str]:
    yield work.council or "Council not known"
    title = f"“{work.title}”" if work.title else _untitled(work)
    yield f"{title} ({work.reference})" if work.reference else title
    form = f"{work.form}, {long_date(work.date)}" if work.date else work.form
    yield f"{form}, item {work.agenda_item}" if work.agenda_item else form
    if work.url:
        yield f"Published at {work.url}"
    yield f"Retrieved from {address}"


def _tags(work: Work, address: str) -> Iterator[tuple[str, str]]:
    title = work.title or _untitled(work)
    yield "DC.title", title
    yield "DC.type", "Text"
    yield "DC.identifier", address
    yield "citation_title", title
    for author in filter(None, dict.fromkeys(work.authors)):
        yield "DC.creator", author
        yield "citation_author", author
    if work.council:
        yield "DC.publisher", work.council
        yield "citation_technical_report_institution", work.council
    if work.date:
        yield "DC.date", work.date
        yield "citation_publication_date", work.date.replace("-", "/")
    if work.reference:
        yield "citation_technical_report_number", work.reference
    if work.committee:
        yield "DC.contributor", work.committee
    if work.url:
        yield "DC.source", work.url
    for ward in work.wards:
        yield "DC.coverage", ward
    if work.summary:
        yield "DC.description", " ".join(work.summary.split())[:500]


def _untitled(work: Work) -> str:
    return f"{work.form.partition(' ')[0]} without a title"
