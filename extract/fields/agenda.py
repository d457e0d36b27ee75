"""An agenda front sheet: the meeting that it calls, and its items of business."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.fields.agenda_columns import in_columns
from extract.fields.agenda_items import agenda_items
from extract.fields.sitting import sitting_in_opening
from extract.fields.values import Found
from extract.layout.pages import Layout
from schemas import AgendaItem, Sitting


@dataclass(frozen=True, slots=True)
class Agenda:
    """What an agenda says; where its items stand in the file is not for it to know."""

    meeting: Found[Sitting]
    items: tuple[Found[AgendaItem], ...]


def agenda_of(layout: Layout, council: str | None) -> Agenda:
    """The meeting and the items of an agenda, a front sheet or a letter that sends reports."""
    items, first = agenda_items(layout.blocks)
    if not items and (blocks := in_columns(layout.blocks)):
        layout = replace(layout, blocks=tuple(blocks))
        items, first = agenda_items(layout.blocks)
    opening = next((at for at, block in enumerate(layout.blocks) if block is first), None)
    meeting = sitting_in_opening(layout, opening, council)
    return Agenda(meeting, tuple(items))
