"""The gold record of a sample report: what a perfect reading of its PDF would say.

The shape is that of `Document` and `Report` in `schemas/`, less the source, the sections and the
evidence, which are facts of a reading and not of a page.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from corpus.markup import plain, plain_inline
from corpus.model import Implication, Recommendation, SampleReport

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
