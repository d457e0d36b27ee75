"""What became of reports: what the minutes and notices of their meetings say was decided.

An outcome is a matter of one report and one part of a document (see `decided`), of one council,
body and day. So the rows are told by the documents in the database alone, and not by the order in
which they were read: whenever a report or minutes come or go, the reports of that meeting are
looked up anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from sqlite_utils import Database

from extract.store import keys
from extract.store.cells import Row
from extract.store.decided import decided
from extract.store.insert import insert
from extract.store.rows import Rows

#: Words that one council's papers put into the name of a body and others leave out.
_LEFT_OUT = frozenset({"policy"})


def decided_in(db: Database, sha256: str) -> set[int]:
    """Reports whose outcomes stand in a document: they have to be looked up when it goes."""
    return {report for (report,) in db.execute(_DECIDED_IN, [sha256])}


def decide(db: Database, reports: Set[int], sha256: str) -> None:
    """Make the outcomes of reports that came or changed, and of those that a document decides."""
    _make(db, reports | {report for (report,) in db.execute(_DECIDABLE, [sha256])})


def decide_all(db: Database) -> None:
    """Make the outcomes of all reports."""
    _make(db, (report for (report,) in db.execute("SELECT id FROM reports").fetchall()))


def _make(db: Database, reports: Iterable[int]) -> None:
    for report in reports:
        db.execute("DELETE FROM outcomes WHERE report_id = ?", [report])
        insert(db, Rows({"outcomes": [*_outcomes(db, report)]}))


def _outcomes(db: Database, report: int) -> Iterator[Row]:
    """The outcomes of a report, numbered from its own key on."""
    number = report
    for title, item, body, names, part, other_body, text in db.execute(_PAPERS, [report]):
        if not _same_body(body, other_body, names.split("|")):
            continue
        if decision := decided(title, item, text):
            yield {
                "id": number,
                "report_id": report,
                "part_id": part,
                "as_recommended": int(decision.as_recommended),
                "text_start": decision.start,
                "text_end": decision.end,
                "heading": decision.heading,
                "text": decision.text,
            }
            number += 1


def _same_body(one: str, other: str, council_names: Iterable[str]) -> bool:
    """Whether the keys of two committees of one council are of one body.

    A paper may have the council's name before the body's, or leave out a word such as "Policy".
    """
    slugs = sorted((f"{keys.slug(name)}-" for name in council_names if name), key=len)
    return one == other or _bare_body(one, slugs) == _bare_body(other, slugs)


def _bare_body(key: str, council_slugs: Sequence[str]) -> str:
    """The body's name without the longest of the council's, and without what is left out."""
    slug = key.partition("_")[2]
    before = next((one for one in reversed(council_slugs) if slug.startswith(one)), "")
    words = slug.removeprefix(before).split("-")
    return "-".join(word for word in words if word not in _LEFT_OUT)


_DECIDED_IN = """
SELECT outcomes.report_id FROM parts CROSS JOIN outcomes ON outcomes.part_id = parts.id
WHERE parts.document_sha256 = ?"""

# Reports to the meetings, as far as day and council tell, that minutes of a document are of.
_DECIDABLE = """
SELECT reports.id FROM parts
CROSS JOIN documents ON documents.sha256 = parts.document_sha256
CROSS JOIN reports
  ON reports.council_code = documents.council_code AND reports.meeting_date = parts.meeting_date
WHERE parts.document_sha256 = ? AND parts.kind IN ('minutes', 'decisions')
  AND parts.committee_id IS NOT NULL"""

# Minutes and notices of the council on the day; keys of its bodies begin with its code and "_",
# after which in the order of characters comes "`".
_PAPERS = """
SELECT reports.title, reports.agenda_item, reports.committee_id,
  councils.official_name || '|' || coalesce(councils.nice_name, ''),
  parts.id, parts.committee_id, parts.text
FROM reports
CROSS JOIN councils ON councils.code = reports.council_code
CROSS JOIN parts INDEXED BY parts_of_decisions
  ON parts.meeting_date = reports.meeting_date
  AND parts.committee_id >= reports.council_code || '_'
  AND parts.committee_id < reports.council_code || '`'
WHERE reports.id = ? AND reports.title IS NOT NULL AND reports.committee_id IS NOT NULL
  AND parts.kind IN ('minutes', 'decisions')
ORDER BY parts.id"""
