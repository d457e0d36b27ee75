"""The figures by which councils are compared, from the counts that a build leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.site.questions import Question
from schemas.vocabulary import RecommendationAction

#: Years are inclusive; a paper without a date counts where no year is chosen. The councils are
#: given by their codes, all of them too: so a table is read through its index, one by one.
_YEARS: Final = "(:since IS NULL OR year >= :since) AND (:until IS NULL OR year <= :until)"
_COUNCILS: Final = "json_each(:councils) AS chosen CROSS JOIN"


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
    year: int
    status: str
    reports: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a council as a JSON object: by action, or by status."""

    code: str
    counts: str


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
  FROM {_COUNCILS} report_counts ON council_code = chosen.value
  WHERE {_YEARS} GROUP BY council_code
) AS counted
JOIN councils ON councils.code = counted.council_code
WHERE :nation = '' OR councils.nation = :nation
ORDER BY counted.reports DESC, council""",
    CouncilReports,
)

#: Reports by what they say of a type of implication; one row a council, since there are hundreds.
SAID = Question(
    f"""
SELECT code, json_group_object(status, reports) AS counts
FROM (
  SELECT council_code AS code, status, sum(reports) AS reports
  FROM {_COUNCILS} implication_counts
    ON implication_counts.type = :type AND council_code = chosen.value
  WHERE {_YEARS}
  GROUP BY council_code, status
)
GROUP BY code""",
    Tally,
)

#: The same of some councils year by year, and how many reports they have.
SAID_IN_TIME = Question(
    f"""
SELECT council_code AS code, year, status, reports
FROM {_COUNCILS} implication_counts
  ON implication_counts.type = :type AND council_code = chosen.value
WHERE year IS NOT NULL AND {_YEARS}""",
    Said,
)
YEAR_REPORTS = Question(
    f"""
SELECT council_code AS code, year, sum(reports) AS reports
FROM {_COUNCILS} report_counts ON council_code = chosen.value
WHERE year IS NOT NULL AND {_YEARS}
GROUP BY 1, 2""",
    YearReports,
)

#: Recommendations by what they ask for; where no verb says it, for something other.
ASKED = Question(
    f"""
SELECT code, json_group_object(action, recommendations) AS counts
FROM (
  SELECT council_code AS code, coalesce(action, '{RecommendationAction.OTHER}') AS action,
    sum(recommendations) AS recommendations
  FROM {_COUNCILS} recommendation_counts ON council_code = chosen.value
  WHERE {_YEARS}
  GROUP BY 1, 2
)
GROUP BY code""",
    Tally,
)
