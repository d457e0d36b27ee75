"""What was decided on a report: passages of minutes and notices, as far as they may be shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.site.questions import Question, answers
from extract.site.secrecy import Place, secrecy_of


@dataclass(frozen=True, slots=True)
class Decisions:
    """Minutes of the meeting, or a notice of its decisions, in some document."""

    id: int
    kind: str
    title: str
    first_page: int | None
    last_page: int | None
    path: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What minutes or a notice say was decided on the report; characters are of their text."""

    part_id: int
    as_recommended: int
    heading: str
    text: str
    text_start: int
    text_end: int
    kind: str
    first_page: int | None
    last_page: int | None
    char_start: int | None
    char_end: int | None
    sha256: str
    path: str | None

    @property
    def place(self) -> Place:
        """Where the paper stands in its document."""
        return Place(self.first_page, self.last_page, self.char_start, self.char_end)

    @property
    def passage(self) -> str:
        """The characters of the paper's text, as its page is asked for them."""
        return f"{self.text_start}-{self.text_end}"


OUTCOMES: Final = Question(
    """
SELECT outcomes.part_id, outcomes.as_recommended, outcomes.heading, outcomes.text,
  outcomes.text_start, outcomes.text_end, parts.kind, parts.first_page, parts.last_page,
  parts.char_start, parts.char_end, documents.sha256, documents.path
FROM outcomes CROSS JOIN parts ON parts.id = outcomes.part_id
CROSS JOIN documents ON documents.sha256 = parts.document_sha256
WHERE outcomes.report_id = :report ORDER BY outcomes.id""",
    Outcome,
)

DECISIONS: Final = Question(
    """
SELECT parts.id, parts.kind, parts.title, parts.first_page, parts.last_page, documents.path,
  documents.url
FROM parts JOIN documents ON documents.sha256 = parts.document_sha256
WHERE parts.meeting_id = :meeting AND +parts.kind IN ('minutes', 'decisions')
ORDER BY parts.kind, documents.sha256, parts.position""",
    Decisions,
)


def outcomes_of(connection: sqlite3.Connection, report: int) -> Sequence[Outcome]:
    """The outcomes of a report, without those from papers that may not be shown."""
    found = answers(connection, OUTCOMES, report=report)
    return [one for one in found if secrecy_of(connection, one.sha256).of_place(one.place) is None]
