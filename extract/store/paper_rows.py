"""What a document holds beside reports as rows: agenda items, parts, members, its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.item_numbers import bare_number
from extract.store import keys
from extract.store.cells import Row, array, evidence_row, meeting_row, pages_row, secrecy_row
from schemas import AgendaItem, Document, Part, Sitting


def paper_rows(
    document: Document, number: int, code: str | None, report_numbers: Sequence[int]
) -> dict[str, list[Row]]:
    """Rows by table, in an order that foreign keys allow.

    Agenda items and parts are numbered from `number` on, each in their own table; `code` is the
    key of the document's council, `report_numbers` are those of its reports.
    """
    sha256 = document.source.sha256
    owner = keys.owner(code, sha256)
    meeting_id = meeting_row(document.meeting, owner)["meeting_id"]
    items = ({**_item_row(item), "meeting_id": meeting_id} for item in document.agenda_items)
    by_number: dict[str, list[tuple[int, AgendaItem]]] = defaultdict(list)
    for at, item in enumerate(document.agenda_items):
        if bare := bare_number(item.number):
            by_number[bare].append((number + at, item))
    parts = (
        {
            **_part_row(part, owner),
            "report_id": _report_of(part, report_numbers),
            "agenda_item_id": _item_of(part, by_number),
        }
        for part in document.parts
    )
    return {
        "agenda_items": _keyed(number, _numbered(sha256, items)),
        "parts": _keyed(number, _numbered(sha256, parts)),
        "members": _numbered(sha256, _members(document, number, owner)),
        "document_evidence": _numbered(sha256, map(evidence_row, document.evidence)),
    }


def _item_row(item: AgendaItem) -> Row:
    return {
        "number": item.number,
        **secrecy_row(item.confidentiality),
        "withheld": int(item.withheld),
        **pages_row(item.printed_pages, "printed_"),
        **pages_row(item.pages),
        "title": item.title,
        "text": item.text,
    }


def _part_row(part: Part, owner: str) -> Row:
    return {
        "kind": part.kind,
        "report_position": part.report,
        "agenda_item": part.agenda_item,
        **meeting_row(part.meeting, owner),
        **pages_row(part.pages),
        **pages_row(part.printed_pages, "printed_"),
        "char_start": part.start,
        "char_end": part.end,
        "exemption_paragraphs": array(part.paragraphs),
        "label": part.label,
        "title": part.title,
        "text": part.text,
    }


def _report_of(part: Part, report_numbers: Sequence[int]) -> int | None:
    """Key of the report that a part is or is attached to, where the document has it."""
    if part.report is None or part.report >= len(report_numbers):
        return None
    return report_numbers[part.report]


def _item_of(part: Part, items: Mapping[str, Sequence[tuple[int, AgendaItem]]]) -> int | None:
    """Key of the item that a part belongs to: of two of one number, the one with its pages."""
    same = items.get(bare_number(part.agenda_item or ""), ())
    holding = (key for key, item in same if _holds(item, part))
    return next(holding, same[0][0] if same else None)


def _holds(item: AgendaItem, part: Part) -> bool:
    if item.pages is None or part.pages is None:
        return False
    return item.pages[0] <= part.pages[0] and part.pages[1] <= item.pages[1]


def _members(document: Document, number: int, owner: str) -> Iterator[Row]:
    """Members of the document's meeting, then those of the meetings of its parts."""
    sittings: list[tuple[int | None, Sitting | None]] = [(None, document.meeting)]
    sittings += [(number + at, part.meeting) for at, part in enumerate(document.parts)]
    for part_id, sitting in sittings:
        if sitting is None:
            continue
        meeting_id = meeting_row(sitting, owner)["meeting_id"]
        for member in sitting.members:
            yield {
                "part_id": part_id,
                "meeting_id": meeting_id,
                "person_id": keys.person_key(owner, member.name, None),
                **member.model_dump(),
            }


def _numbered(sha256: str, rows: Iterable[Row]) -> list[Row]:
    return [
        {"document_sha256": sha256, "position": position, **row}
        for position, row in enumerate(rows)
    ]


def _keyed(number: int, rows: Iterable[Row]) -> list[Row]:
    return [{"id": number + at, **row} for at, row in enumerate(rows)]
