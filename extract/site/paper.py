"""The page of a paper that is no report: what it is, its text, and the pages it was read from.

`?text=2` is the second stretch of a long text; `?passage=120-480` is the stretch with these
characters and `?q=harbour` the first with a word of a search, and their paragraphs are marked.
`?page=7` is the page of the document that is shown beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from extract.site.addresses import Addresses
from extract.site.citation import Work, cite
from extract.site.page_pictures import PDF, original_of
from extract.site.pages import long_date, number_in, number_of, page
from extract.site.paging import Paging, pager, paging_of
from extract.site.paper_rows import Paper, Record, read_record
from extract.site.paper_text import Beginnings, Paragraph, Passage, stretches
from extract.site.questions import Archive, archive_of
from extract.site.shown import file_name, trail_to_meeting, web
from extract.site.wording import words_of
from schemas.vocabulary import PartKind


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the document beside the text; `missing` says why there is no picture of it."""

    paper: int
    file: str
    page: int
    pages: int
    first: int
    last: int
    picture: str | None = None
    missing: str | None = None


async def view(datasette: Datasette, request: Request) -> Response:
    """The page; a report has its own, and the reader is sent there."""
    archive, record = await _record(datasette, request)
    paper, addresses = record.paper, Addresses(datasette)
    if paper.kind == PartKind.REPORT and paper.report_id is not None:
        return Response.redirect(addresses.report(paper.report_id))
    q = request.args.get("q")
    sought = Passage.read(request.args.get("passage")) or Beginnings.read(q)
    parts = stretches("" if record.withheld else paper.text, sought)
    found_in = [at for at, part in enumerate(parts, 1) if any(one.marked for one in part)]
    paging = _stretch(request, parts, found_in)
    begin = parts[paging.page - 1][0].start / max(len(paper.text), 1) if parts[0] else 0.0
    heading = _heading(paper)
    here = datasette.absolute_url(request, addresses.paper(paper.id))
    content = {
        "paper": paper,
        "heading": heading,
        "record": record,
        "paragraphs": parts[paging.page - 1],
        "pager": pager(
            paging, lambda number: addresses.paper(paper.id, "text", text=number or 1, q=q)
        ),
        "found_in": [
            (at, addresses.paper(paper.id, "passage", text=at, q=q)) for at in found_in if q
        ],
        "leaf": _leaf(archive, addresses, record, number_of(request.args.get("page")), begin),
        "leaf_address": addresses.paper_leaf(paper.id),
        "citation": cite(work_of(paper, heading), here),
        "database": archive.name,
        "file_name": file_name,
        "web": web,
        "trail_of": trail_to_meeting(
            addresses,
            (paper.council_code, paper.council),
            (paper.committee_id, paper.committee),
            (paper.meeting_id, paper.date),
        ),
    }
    return await page(datasette, request, "paper.html", content, inner="_paper.html")


async def leaf(datasette: Datasette, request: Request) -> Response:
    """A page of its document alone, for the page's script to put in place of another."""
    archive, record = await _record(datasette, request)
    asked = number_of(request.args.get("page"))
    shown = _leaf(archive, Addresses(datasette), record, asked, 0.0)
    return await page(datasette, request, "_leaf.html", {"leaf": shown})


async def _record(datasette: Datasette, request: Request) -> tuple[Archive, Record]:
    archive = await archive_of(datasette)
    number = number_in(request, "paper")
    record = await archive.at_once(lambda connection: read_record(connection, number))
    if record is None:
        raise NotFound("There is no such paper here. Search for it by its title.")
    return archive, record


def _stretch(
    request: Request, parts: Sequence[Sequence[Paragraph]], found_in: Sequence[int]
) -> Paging:
    """The stretch that is asked for, else the first that what is sought stands in."""
    if found_in and "text" not in request.args:
        return Paging(found_in[0], 1, len(parts))
    return paging_of(request, len(parts), 1, "text")


def _leaf(
    archive: Archive, addresses: Addresses, record: Record, asked: int | None, begin: float
) -> Leaf | None:
    """The page that is asked for, if the paper has it, else the one where a part of it begins.

    `begin` is the share of the text before it, so that the page is near it; None where the
    document has no pages.
    """
    paper = record.paper
    if paper.pages is None or paper.first_page is None or paper.last_page is None:
        return None
    first, last = paper.first_page, min(paper.last_page, paper.pages)
    near = first + int(begin * (last - first + 1))
    number = asked if asked is not None and first <= asked <= last else near
    shown: Mapping[str, Any] = {"picture": None, "missing": None}
    if why := record.secrecy.of_page(number):
        shown = {"missing": f"This page may not be shown: {why}."}
    elif paper.media_type != PDF or not original_of(archive, paper.sha256, paper.media_type):
        shown = {"missing": "The original is not kept here."}
    else:
        shown = {"picture": addresses.page_picture(paper.sha256, number)}
    return Leaf(paper.id, file_name(paper.path), number, paper.pages, first, last, **shown)


def _heading(paper: Paper) -> str:
    """What a reader calls it: by its title, else by its meeting, else by its file's name."""
    kind = words_of(paper.kind).capitalize()
    label = f"{paper.label}: " if paper.label and paper.label not in paper.title else ""
    if paper.title and paper.title.casefold() != kind.casefold():
        return f"{label}{paper.title}"
    if paper.committee and paper.date:
        return f"{label}{kind}: {paper.committee}, {long_date(paper.date)}"
    return f"{label}{kind} in {file_name(paper.path)}"


def work_of(paper: Paper, heading: str) -> Work:
    """The paper as it is cited."""
    kind = words_of(paper.kind).capitalize()
    return Work(
        title=heading,
        form=f"{kind}, {paper.committee}" if paper.committee else kind,
        council=paper.council,
        committee=paper.committee,
        date=paper.date,
        url=paper.url,
        agenda_item=paper.agenda_item,
    )
