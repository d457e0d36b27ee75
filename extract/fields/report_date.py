"""The day on which a report is signed or dated."""

from __future__ import annotations

from collections.abc import Sequence

from extract.dates import find_dates
from extract.fields.front import labelled_first
from extract.fields.labelled import Labelled
from extract.fields.meeting import is_of_meeting
from extract.fields.values import Found
from extract.layout.passage import Passage
from schemas.vocabulary import SectionKind


def report_date_of(
    labelled: Sequence[Labelled], signed: Passage, meeting_date: str | None
) -> Found[str] | None:
    """The day the report is signed or dated, where that is not the meeting's."""
    candidates = [
        item.passage
        for item in labelled_first(labelled, "report_date", front=False)
        if item.kind is not SectionKind.IMPLICATIONS  # there an adviser dates the advice
    ]
    candidates += [
        item.passage  # a date at the foot, where the author stands
        for item in labelled_first(labelled, "date", front=False)
        if not item.front and len(item.passage.words) <= 4 and not is_of_meeting(item)
    ]
    for passage in [*candidates, signed]:
        days = find_dates(passage.text) if passage else ()
        if days and days[0].value.isoformat() != meeting_date:
            place = passage.slice(days[0].start, days[0].end)
            return Found(days[0].value.isoformat(), (("", place),))
    return None
