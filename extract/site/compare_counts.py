"""The figures by which councils are compared, from the counts that a build leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.site.questions import Question

_CHOSEN: Final = """
  (:all OR council_code IN (SELECT value FROM json_each(:councils)))
  AND (:since IS NULL OR year >= :since) AND (:until IS NULL OR year <= :until)"""


@dataclass(frozen=True, slots=True)
class CouncilReports:
    """A council's reports: their number, and sums over them."""

    code: str
    council: str
    nation: str | None
    reports: int
    key_decisions: int
    exempt: int
    with_pages: int
    pages: int
    recommendations: int


@dataclass(frozen=True, slots=True)
class YearReports:
    """Reports of a council in a year."""

    code: str
    year: int
    reports: int


@dataclass(frozen=True, slots=True)
class Said:
    """Reports of a council in a year whose implication of the type has a status."""

    code: str
    year: int | None
    status: str
    reports: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Recommendations of a council that ask for an action; None where no verb says it."""

    code: str
    action: str | None
    recommendations: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A council that can be chosen."""

    code: str
    council: str
    nation: str | None
    reports: int


#: Every council with a report, by name.
COUNCILS = Question(
    """
SELECT councils.code, coalesce(councils.nice_name, councils.official_name) AS council,
  councils.nation, counted.reports
FROM (SELECT council_code, sum(reports) AS reports FROM report_counts GROUP BY 1) AS counted
JOIN councils ON councils.code = counted.council_code
ORDER BY council""",
    Listed,
)

COUNCIL_REPORTS = Question(
    f"""
SELECT councils.code, coalesce(councils.nice_name, councils.official_name) AS council,
  councils.nation, counted.reports, counted.key_decisions, counted.exempt, counted.with_pages,
  counted.pages, counted.recommendations
FROM (
  SELECT council_code, sum(reports) AS reports, sum(key_decisions) AS key_decisions,
    sum(exempt) AS exempt, sum(with_pages) AS with_pages, sum(pages) AS pages,
    sum(recommendations) AS recommendations
  FROM report_counts WHERE {_CHOSEN} GROUP BY council_code
) AS counted
JOIN councils ON councils.code = counted.council_code
WHERE :nation = '' OR councils.nation = :nation
ORDER BY counted.reports DESC, council""",
    CouncilReports,
)

SAID = Question(
    f"""
SELECT council_code AS code, NULL AS year, status, sum(reports) AS reports
FROM implication_counts
WHERE type = :type AND council_code IS NOT NULL AND {_CHOSEN}
GROUP BY council_code, status""",
    Said,
)

#: The same for some councils year by year, and how many reports they have.
SAID_IN_TIME = Question(
    """
SELECT council_code AS code, year, status, reports
FROM json_each(:councils) AS chosen
CROSS JOIN implication_counts
  ON implication_counts.type = :type AND council_code = chosen.value
WHERE (:since IS NULL OR year >= :since) AND (:until IS NULL OR year <= :until)""",
    Said,
)
YEAR_REPORTS = Question(
    """
SELECT council_code AS code, year, sum(reports) AS reports
FROM json_each(:councils) AS chosen
CROSS JOIN report_counts ON council_code = chosen.value
WHERE year IS NOT NULL
  AND (:since IS NULL OR year >= :since) AND (:until IS NULL OR year <= :until)
GROUP BY 1, 2""",
    YearReports,
)

ASKED = Question(
    f"""
SELECT council_code AS code, action, sum(recommendations) AS recommendations
FROM recommendation_counts
WHERE council_code IS NOT NULL AND {_CHOSEN}
GROUP BY 1, 2""",
    Asked,
)
