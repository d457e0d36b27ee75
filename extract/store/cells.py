"""Values of the record as columns, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from extract.store import keys
from schemas import Confidentiality, Evidence, Meeting
from schemas.record import PageRange

#: One row: column name to value.
Row = dict[str, str | int | float | None]


def meeting_row(meeting: Meeting | None, owner: str) -> Row:
    """Columns of a meeting as one paper prints it, and keys of the body and the meeting."""
    if meeting is None:
        meeting = Meeting()
    committee = keys.committee_key(owner, meeting.committee) if meeting.committee else None
    return {
        "committee_id": committee,
        "meeting_id": (
            keys.meeting_key(committee, meeting.date) if committee and meeting.date else None
        ),
        "meeting_date": meeting.date,
        "meeting_time": meeting.time,
        "committee": meeting.committee,
        "venue": meeting.venue,
    }


def meeting_of(row: Mapping[str, Any]) -> dict[str, str | None]:
    """The fields of a meeting that a row's columns give."""
    return {
        "committee": row["committee"],
        "date": row["meeting_date"],
        "time": row["meeting_time"],
        "venue": row["venue"],
    }


def pages_row(pages: PageRange | None, prefix: str = "") -> Row:
    """Columns of a run of pages."""
    first, last = pages or (None, None)
    return {f"{prefix}first_page": first, f"{prefix}last_page": last}


def pages_of(row: Mapping[str, Any], prefix: str = "") -> PageRange | None:
    """The run of pages that a row's columns give."""
    first = row[f"{prefix}first_page"]
    return None if first is None else (first, row[f"{prefix}last_page"])


def array(values: Sequence[str]) -> str:
    """A list as a JSON array."""
    return json.dumps(values, ensure_ascii=False)


def paragraphs_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The exemption paragraphs of a row."""
    return tuple(json.loads(row["exemption_paragraphs"]))


def secrecy_row(confidentiality: Confidentiality) -> Row:
    """Columns of what keeps something from the public."""
    return {
        "confidentiality_status": confidentiality.status,
        "exemption_paragraphs": array(confidentiality.paragraphs),
        "confidentiality_statement": confidentiality.statement,
    }


def secrecy_of(row: Mapping[str, Any]) -> Confidentiality:
    """What keeps something from the public, from a row's columns."""
    return Confidentiality(
        statement=row["confidentiality_statement"],
        status=row["confidentiality_status"],
        paragraphs=paragraphs_of(row),
    )


def evidence_row(evidence: Evidence) -> Row:
    """Columns of one place of a source."""
    x0, top, x1, bottom = evidence.bbox or (None, None, None, None)
    return {
        "path": evidence.path,
        "page": evidence.page,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "char_start": evidence.start,
        "char_end": evidence.end,
        "selector": evidence.selector,
        "confidence": evidence.confidence,
    }


def evidence_of(row: Mapping[str, Any]) -> Evidence:
    """The place of a source that a row's columns give."""
    boxed = row["x0"] is not None
    return Evidence(
        path=row["path"],
        page=row["page"],
        bbox=(row["x0"], row["top"], row["x1"], row["bottom"]) if boxed else None,
        start=row["char_start"],
        end=row["char_end"],
        selector=row["selector"],
        confidence=row["confidence"],
    )
