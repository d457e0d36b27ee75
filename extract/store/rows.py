"""A document as rows: its place in the ledger, and the councils that it names.

A pure function of the record and the register, as are `report_rows` and `paper_rows`, which have
the rest of a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.store import keys
from extract.store.cells import Row, meeting_row
from extract.store.tables import READ
from schemas import Council, Document, Problem

#: The register by GSS code: rows of `corpus/councils.csv` by column name; "" for what is empty.
Register = Mapping[str, Mapping[str, str | None]]

#: Columns of `councils`, which are those of the register.
COUNCIL_COLUMNS = (
    "code",
    "official_name",
    "nice_name",
    "gss_code",
    "type",
    "nation",
    "region",
    "start_date",
    "end_date",
    "replaced_by",
    "alt_names",
    "system",
    "base_url",
)


@dataclass(frozen=True)
class Rows:
    """Rows by table, in an order that foreign keys allow."""

    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def column(self, table: str, name: str) -> set[str]:
        """The text values that a column takes in these rows."""
        values = (row.get(name) for row in self.tables.get(table, ()))
        return {str(value) for value in values if value is not None}


def document_rows(document: Document, parser_version: str, register: Register | None) -> Rows:
    """Rows of a document that was read, and of the councils that it or a report of it names."""
    source = document.source
    councils_named = (document.council, *(report.council for report in document.reports))
    named = (council_row(council, register) for council in councils_named)
    councils = {str(row["code"]): row for row in named if row is not None}
    code = council_code(document.council, register)
    row: Row = {
        "sha256": source.sha256,
        "path": source.path,
        "url": source.url,
        "status": READ,
        "kind": document.kind,
        "media_type": source.media_type,
        "pages": source.pages,
        "reader": source.reader,
        "parser_version": parser_version,
        "council_code": code,
        **meeting_row(document.meeting, keys.owner(code, source.sha256)),
    }
    return Rows(
        {
            "councils": list(councils.values()),
            "documents": [row],
            "problems": _problems(source.sha256, document.problems),
        }
    )


def failure_rows(path: str, sha256: str, problem: Problem, parser_version: str) -> Rows:
    """Rows of a document that could not be read: its place in the ledger, and why."""
    document: Row = {
        "sha256": sha256,
        "path": path,
        "status": problem.code,
        "parser_version": parser_version,
    }
    return Rows({"documents": [document], "problems": _problems(sha256, [problem])})


def council_row(council: Council, register: Register | None) -> Row | None:
    """The council's row of the register; else one made of what the record says of it.

    A council outside the register has its GSS code as its key, or its folded name: never one of
    the register's short codes. None where the record names no council.
    """
    known = (register or {}).get(council.gss_code or "")
    if known is not None:
        return {column: known.get(column) or None for column in COUNCIL_COLUMNS}
    if council.name is None and council.gss_code is None:
        return None
    return {
        **dict.fromkeys(COUNCIL_COLUMNS),
        "code": council.gss_code or keys.slug(council.name or ""),
        "official_name": council.name or council.gss_code,
        "gss_code": council.gss_code,
    }


def council_code(council: Council, register: Register | None) -> str | None:
    """Key of the council's row; None where the record names no council."""
    row = council_row(council, register)
    return None if row is None else str(row["code"])


def _problems(sha256: str, problems: Iterable[Problem]) -> list[Row]:
    return [
        {"document_sha256": sha256, "position": position, **problem.model_dump()}
        for position, problem in enumerate(problems)
    ]
