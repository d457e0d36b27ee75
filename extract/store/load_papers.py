"""A document's meeting, agenda items, parts and evidence back as the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from sqlite_utils import Database

from extract.store.cells import evidence_of, meeting_of, pages_of, paragraphs_of, secrecy_of
from schemas import AgendaItem, Evidence, Member, Part, Sitting

_Row = Mapping[str, Any]


class Papers(TypedDict):
    """The fields of `Document` that are loaded here."""

    meeting: Sitting
    agenda_items: tuple[AgendaItem, ...]
    parts: tuple[Part, ...]
    evidence: tuple[Evidence, ...]


def load_papers(db: Database, document: _Row) -> Papers:
    """The fields, from the row of the document and those that hang from it."""
    sha256 = document["sha256"]
    members: dict[int | None, list[Member]] = defaultdict(list)
    for row in _rows(db, "members", sha256):
        member = Member(name=row["name"], honorific=row["honorific"], role=row["role"])
        members[row["part_id"]].append(member)

    def sitting(row: _Row, part_id: int | None) -> Sitting:
        return Sitting(**meeting_of(row), members=tuple(members[part_id]))

    return Papers(
        meeting=sitting(document, None),
        agenda_items=tuple(map(_item, _rows(db, "agenda_items", sha256))),
        parts=tuple(_part(row, sitting(row, row["id"])) for row in _rows(db, "parts", sha256)),
        evidence=tuple(map(evidence_of, _rows(db, "document_evidence", sha256))),
    )


def _rows(db: Database, table: str, sha256: str) -> Iterator[_Row]:
    rows: Iterator[_Row] = db[table].rows_where(
        "document_sha256 = ?", [sha256], order_by="position"
    )
    return rows


def _item(row: _Row) -> AgendaItem:
    return AgendaItem(
        number=row["number"],
        title=row["title"],
        text=row["text"],
        printed_pages=pages_of(row, "printed_"),
        pages=pages_of(row),
        confidentiality=secrecy_of(row),
        withheld=bool(row["withheld"]),
    )


def _part(row: _Row, meeting: Sitting) -> Part:
    return Part(
        kind=row["kind"],
        title=row["title"],
        label=row["label"],
        pages=pages_of(row),
        start=row["char_start"],
        end=row["char_end"],
        printed_pages=pages_of(row, "printed_"),
        agenda_item=row["agenda_item"],
        report=row["report_position"],
        meeting=meeting,
        paragraphs=paragraphs_of(row),
        text=row["text"],
    )
