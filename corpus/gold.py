"""The gold record of a sample: what a perfect reading of its PDF would say.

The shape is that of `Document` and `Report` in `schemas/`, less the source, the sections and the
evidence, which are facts of a reading and not of a page.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from corpus.bind import BoundPack
from corpus.markup import plain, plain_inline
from corpus.model import Implication, Recommendation, SampleReport
from corpus.pack import Item, SamplePack
from schemas.vocabulary import ConfidentialityStatus, PartKind

Json = dict[str, Any]


def iso(day: dt.date | None) -> str | None:
    """Return a day as ISO 8601, or None."""
    return day.isoformat() if day else None


def text(marked: str | None) -> str | None:
    """Return the plain form of marked text, or None."""
    return plain(marked) if marked is not None else None


def recommendation(item: Recommendation) -> Json:
    """Return one recommendation, with `parent` only where it is nested."""
    entry: Json = {"label": item.label, "text": plain(item.text)}
    return entry | {"parent": item.parent} if item.parent else entry


def implications(item: Implication) -> list[Json]:
    """Return one entry for each type that the heading names."""
    return [
        {
            "type": kind.value,
            "heading": item.heading.rstrip(":"),
            "text": plain(item.text),
            "status": item.status.value,
        }
        for kind in item.types
    ]


def report(sample: SampleReport, pages: tuple[int, int]) -> Json:
    """Return the record of one report that stands on `pages` (1-based, inclusive)."""
    return {
        "pages": list(pages),
        "council": {"name": sample.council.name, "gss_code": sample.council.gss_code},
        "meeting": {
            "committee": sample.committee,
            "date": iso(sample.date),
            "time": sample.time.strftime("%H:%M") if sample.time else None,
            "venue": sample.venue,
        },
        "title": sample.title,
        "reference": sample.reference,
        "agenda_item": sample.agenda_item,
        "report_date": iso(sample.report_date),
        "confidentiality": sample.confidentiality.model_dump(mode="json"),
        "key_decision": sample.key_decision,
        "wards": list(sample.wards),
        "summary": text(sample.summary if sample.summary is not None else sample.purpose),
        "people": [person.model_dump(mode="json") for person in sample.people],
        "recommendations": [
            recommendation(item) for item in sample.recommendations if not item.lead_in
        ],
        "reasons": text(sample.reasons),
        "alternatives": text(sample.alternatives),
        "implications": [entry for item in sample.implications for entry in implications(item)],
        "appendices": [item.model_dump(mode="json") for item in sample.appendices],
        "background_papers": [
            {"title": plain_inline(item.title), "paragraphs": list(item.paragraphs)}
            for item in sample.background_papers
        ],
        "sign_offs": [item.model_dump(mode="json") for item in sample.sign_offs],
    }


def document(sample: SampleReport, pages: tuple[int, int], path: str) -> Json:
    """Return the gold file of the PDF at `path` (relative to `corpus`)."""
    return {"document": path, "kind": "report", "reports": [report(sample, pages)]}


def agenda_item(item: Item, bound: BoundPack, *, numbered: bool) -> Json:
    """Return one item of business; its printed pages where the agenda gives them."""
    pages = bound.pages_of(item)
    status = ConfidentialityStatus.EXEMPT if item.paragraphs else ConfidentialityStatus.UNSTATED
    return {
        "number": item.number,
        "title": item.title,
        "printed_pages": list(pages) if pages and numbered else None,
        "pages": list(pages) if pages else None,
        "confidentiality": {"status": status.value, "paragraphs": list(item.paragraphs)},
        "withheld": bool(item.paragraphs)
        or any(paper.kind is PartKind.WITHHELD for paper in item.papers),
    }


def parts(bound: BoundPack) -> list[Json]:
    """Return the parts of a pack, each page once.

    An appendix that is bound in with its report is a part of its own. A blank page belongs to the
    item before it.
    """
    out: list[Json] = []
    report: int | None = None
    number: str | None = None
    for sheaf, span in zip(bound.sheaves, bound.spans, strict=True):
        if sheaf.kind is PartKind.REPORT:
            report = 0 if report is None else report + 1
        number = sheaf.item.number if sheaf.item else number
        attached = sheaf.item is not None and sheaf.item.report is not None
        entry: Json = {
            "kind": sheaf.kind.value,
            "label": sheaf.loose.label if sheaf.loose else "",
            "pages": [span.first, span.report_end],
            "agenda_item": number,
            "report": report if attached else None,
            "paragraphs": list(sheaf.loose.paragraphs) if sheaf.loose else [],
        }
        out.append(entry)
        if span.report_end < span.last:
            out.append(
                entry | {"kind": PartKind.APPENDIX.value, "pages": [span.report_end + 1, span.last]}
            )
    return out


def pack(sample: SamplePack, bound: BoundPack, path: str) -> Json:
    """Return the gold file of the pack at `path` (relative to `corpus`)."""
    council = {"name": sample.council.name, "gss_code": sample.council.gss_code}
    meeting = {
        "committee": sample.committee,
        "date": iso(sample.date),
        "time": sample.time.strftime("%H:%M"),
        "venue": sample.venue,
    }
    told = [
        report(
            sheaf.report.model_copy(update={"time": sample.time, "venue": sample.venue}),
            (span.first, span.report_end),
        )
        for sheaf, span in zip(bound.sheaves, bound.spans, strict=True)
        if sheaf.report
    ]
    members = [member.model_dump(mode="json") for member in sample.members]
    return {
        "document": path,
        "kind": "agenda_pack",
        "council": council,
        "meeting": meeting | {"members": members},
        "agenda_items": [
            agenda_item(item, bound, numbered=bound.numbered) for item in sample.items
        ],
        "parts": parts(bound),
        "reports": told,
    }
