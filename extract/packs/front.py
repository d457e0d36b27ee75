"""What a front sheet says of the papers behind it, and where a report says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from extract.fields.agenda import Agenda
from extract.fields.values import Found
from extract.item_numbers import bare_number
from extract.lexicon import fold, says
from schemas import AgendaItem, Meeting, Problem, Report
from schemas.vocabulary import ProblemCode

#: Titles of one item on the front sheet and on its report are at least so alike, of 100.
SAME_TITLE: Final = 85.0
#: Names of one body are: "Cabinet" and "The Cabinet", "Policy Committee" spelt in two ways.
SAME_BODY: Final = 85.0

_MINUTES = says("item_minutes")
_FIELDS = ("committee", "date", "time", "venue")


def item_of(number: str | None, title: str | None, agenda: Agenda | None) -> int | None:
    """Which of the agenda's items a paper belongs to: by its number, else by its title."""
    if agenda is None:
        return None
    values = [item.value for item in agenda.items]
    if number:
        same = [at for at, item in enumerate(values) if _same_number(item, number)]
        return same[0] if same else None
    if not title:
        return None
    alike = [fuzz.token_set_ratio(fold(item.title), fold(title)) for item in values]
    best = max(range(len(values)), key=alike.__getitem__, default=None)
    return best if best is not None and alike[best] >= SAME_TITLE else None


def minutes_item(agenda: Agenda | None) -> str | None:
    """The number of the only item of an agenda at which minutes are taken."""
    items = [item.value for item in agenda.items] if agenda is not None else []
    numbers = [item.number for item in items if _MINUTES.search(fold(item.title))]
    return numbers[0] or None if len(numbers) == 1 else None


def filled(report: Report, agenda: Agenda, item: int | None) -> tuple[Report, list[Problem]]:
    """A report with what only the front sheet says of its meeting, and where the two differ.

    What a report says itself is kept. `item` is the place of its item on the agenda.
    """
    sitting = agenda.meeting
    evidence = list(report.evidence)
    missing = [
        name
        for name in _FIELDS
        if getattr(report.meeting, name) is None and getattr(sitting.value, name) is not None
    ]
    for name in missing:
        for relative, words in sitting.places:
            if relative == f"/{name}":
                evidence += words.evidence(f"/meeting{relative}")
    update: dict[str, object] = {
        "meeting": report.meeting.model_copy(
            update={name: getattr(sitting.value, name) for name in missing}
        )
    }
    if "date" in missing and report.report_date == sitting.value.date:
        update["report_date"] = None
        evidence = [place for place in evidence if place.path != "/report_date"]
    if report.agenda_item is None and item is not None and agenda.items[item].value.number:
        found = agenda.items[item]
        update["agenda_item"] = found.value.number
        for relative, words in found.places:
            if relative == "/number":
                evidence += words.evidence("/agenda_item")
    unlike = list(_differences(report, sitting.value, None if item is None else agenda.items[item]))
    return report.model_copy(update={**update, "evidence": tuple(evidence)}), unlike


def _differences(
    report: Report, sitting: Meeting, item: Found[AgendaItem] | None
) -> Iterator[Problem]:
    said = report.meeting
    if said.committee and sitting.committee and not _same_body(said.committee, sitting.committee):
        yield _unlike("body", sitting.committee, said.committee)
    if said.date and sitting.date and said.date != sitting.date:
        yield _unlike("date", sitting.date, said.date)
    if said.time and sitting.time and said.time != sitting.time:
        yield _unlike("time", sitting.time, said.time)
    if item is not None and report.agenda_item and not _same_number(item.value, report.agenda_item):
        yield _unlike("item", item.value.number, report.agenda_item)


def _unlike(what: str, front: str, report: str) -> Problem:
    return Problem(
        code=ProblemCode.AGENDA_DISAGREES,
        message=f"The agenda gives the {what} as {front!r}, the report as {report!r}."
        " Both are kept: look which is right.",
    )


def _same_number(item: AgendaItem, number: str) -> bool:
    return bool(item.number) and bare_number(item.number) == bare_number(number)


def _same_body(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(fold(one), fold(other)) >= SAME_BODY
