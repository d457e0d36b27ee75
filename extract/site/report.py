"""A report's page: the record as a person reads it, and beside it the source of each value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from extract.site import report_rows as rows
from extract.site.addresses import Addresses
from extract.site.citation import Work, cite
from extract.site.pages import number_in, page
from extract.site.pointers import anchor_of, name_of
from extract.site.questions import archive_of
from extract.site.report_source import pane_of
from extract.site.shown import file_name, trail_to_meeting, web

#: Roles of those who wrote a report.
AUTHORS: Final = ("author", "report_of")
#: Levels of recommendations in recommendations that are set in; papers have three or four.
DEEPEST: Final = 6


@dataclass(frozen=True)
class Asked:
    """A recommendation, who may decide and is to be consulted, and those nested in it."""

    row: rows.Recommendation
    depth: int
    deciding: Sequence[str]
    consulted: Sequence[str]
    below: list[Asked] = field(default_factory=list)


@dataclass(frozen=True)
class Stated:
    """A sentence, the value that it stands in, and the sums of money in it."""

    context: str
    within: str
    sums: Sequence[rows.Sum]


@dataclass(frozen=True)
class Cited:
    """An Act or a part of one, and the values that cite it: anchors with their names."""

    position: int
    title: str
    provision: str | None
    url: str
    by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What an implication amounts to, as a shape and a word; `look` is a class of the style."""

    shape: str
    word: str
    look: str


MARKS: Final[Mapping[str, Mark]] = {
    "substantive": Mark("●", "has implications", "warn"),
    "no_direct": Mark("◐", "no direct implications", "plain"),
    "none": Mark("○", "says none", "plain"),
    "blank": Mark("✕", "left blank", "bad"),
}
#: Texts and lists whose absence a reader should be told.
_EXPECTED: Final = (
    ("title", "a title"),
    ("committee", "the committee"),
    ("meeting_date", "the date of the meeting"),
    ("summary", "a summary"),
    ("recommendations", "recommendations"),
    ("reasons", "reasons"),
    ("alternatives", "alternatives"),
    ("implications", "implications"),
    ("people", "people"),
    ("wards", "wards"),
    ("appendices", "appendices"),
    ("background_papers", "background papers"),
    ("sign_offs", "sign-offs"),
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page."""
    archive = await archive_of(datasette)
    number = number_in(request, "report")
    whole = request.args.get("section") or ""
    section = int(whole) if whole.isascii() and whole.isdigit() and len(whole) <= 6 else None
    record = await archive.at_once(lambda db: rows.read_record(db, number, whole=section))
    pane = await pane_of(datasette, number, request.args.get("show"), request.args.get("page"))
    if record is None or pane is None:
        raise NotFound("There is no such report here. Search for it by its title.")
    report, addresses = record.report, Addresses(datasette)
    here = datasette.absolute_url(request, addresses.report(number))
    content = {
        "record": record,
        "report": report,
        "heading": report.title or "A report without a title",
        "asked": asked_of(record),
        "stated": tuple(stated_in(record.sums[: rows.MOST_ROWS])),
        "acts": tuple(cited_in(record.legislation)),
        "marks": MARKS,
        "seen": seen_on(record.seen),
        "missing": missing_from(record),
        "citation": cite(work_of(record), here),
        "pane": pane,
        "pane_address": addresses.source_pane(number),
        "database": archive.name,
        "most": rows.MOST_ROWS,
        "anchor_of": anchor_of,
        "name_of": name_of,
        "file_name": file_name,
        "web": web,
        "trail_of": trail_to_meeting(
            addresses,
            (report.council_code, report.council or report.council_code),
            (report.committee_id, report.committee),
            (report.meeting_id, report.meeting_date),
        ),
    }
    return await page(datasette, request, "report.html", content)


def asked_of(record: rows.Record) -> Sequence[Asked]:
    """The recommendations, each below the last before it that has its parent's label."""
    offices: dict[tuple[int, str], list[str]] = defaultdict(list)
    for one in record.delegations:
        offices[one.recommendation_id, one.part].append(one.office)
    top: list[Asked] = []
    labelled: dict[str, Asked] = {}
    for row in record.recommendations:
        above = labelled.get(row.parent or "")
        if above is not None and above.depth == DEEPEST:
            above = None
        asked = Asked(
            row,
            depth=above.depth + 1 if above else 0,
            deciding=offices[row.id, "to"],
            consulted=offices[row.id, "in_consultation_with"],
        )
        (above.below if above else top).append(asked)
        if row.label:
            labelled[row.label] = asked
    return top


def stated_in(sums: Iterable[rows.Sum]) -> Iterator[Stated]:
    """The sentences with sums in them, in order, each once."""
    groups: dict[tuple[str, str], list[rows.Sum]] = defaultdict(list)
    for one in sums:
        groups[one.context, one.within].append(one)
    for (context, within), group in groups.items():
        yield Stated(context, within, group)


def cited_in(legislation: Iterable[rows.Enactment]) -> Iterator[Cited]:
    """Each Act, or part of one, once."""
    groups: dict[tuple[str, str | None, str], list[rows.Enactment]] = defaultdict(list)
    for one in legislation:
        groups[one.title, one.provision, one.url].append(one)
    for (title, provision, url), group in groups.items():
        by = dict.fromkeys((anchor_of(one.within), name_of(one.within)) for one in group)
        yield Cited(group[0].position, title, provision, url, tuple(by))


def seen_on(seen: Iterable[rows.Seen]) -> Mapping[str, str]:
    """Where each value, and each thing with such values, begins: "p. 3", or "source"."""
    pages: dict[str, int | None] = {}
    for one in seen:
        pointer = one.path
        while pointer:
            known = pages.get(pointer)
            pages[pointer] = min(one.page, known) if one.page and known else one.page or known
            pointer = pointer.rpartition("/")[0]
    return {pointer: f"p. {at}" if at else "source" for pointer, at in pages.items()}


def missing_from(record: rows.Record) -> Sequence[str]:
    """What a report may have and this one has not, or what was not found in it."""
    return [
        name
        for key, name in _EXPECTED
        if not getattr(record, key, None) and not getattr(record.report, key, None)
    ]


def work_of(record: rows.Record) -> Work:
    """The report as it is cited."""
    report = record.report
    return Work(
        title=report.title,
        form=f"Report to {report.committee}" if report.committee else "Report",
        council=report.council,
        committee=report.committee,
        date=report.meeting_date or report.report_date,
        url=report.url,
        agenda_item=report.agenda_item,
        reference=report.reference,
        authors=[one.name or one.post or "" for one in record.people if one.role in AUTHORS],
        wards=[one.ward for one in record.wards],
        summary=report.summary,
    )
