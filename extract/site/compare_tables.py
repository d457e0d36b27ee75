"""Councils side by side: the table of a comparison, and the same over time."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from extract.site.compare_counts import CouncilReports, Said, Tally, YearReports
from extract.site.wording import words_of
from schemas.vocabulary import ImplicationStatus

#: What a report that has no such implication counts as.
NOT_MENTIONED: Final = "not mentioned"
#: What a report may say of an implication, from the most to nothing at all.
SAYINGS: Final = (
    *(str(status) for status in (ImplicationStatus.SUBSTANTIVE, ImplicationStatus.NO_DIRECT)),
    *(str(status) for status in (ImplicationStatus.NONE, ImplicationStatus.BLANK)),
    NOT_MENTIONED,
)
#: Actions that have a column of their own; the others share one.
_ACTIONS: Final = 8
#: The column of the others.
OTHERS: Final = "others"
_OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures; `key` names it in addresses and exports."""

    key: str
    label: str
    unit: str = ""
    """What `Cell.per` gives: "%" or "" for a plain mean."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure: a count, and what it is a share or mean of; None where there is nothing."""

    count: int
    of: int | None = None

    @property
    def per(self) -> float | None:
        """The share or mean, from 0; None without anything to divide by."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Row:
    """A council's figures, in the order of the columns."""

    code: str
    council: str
    nation: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def sorted_by(self, sort: str) -> Table:
        """Sorted by a column's key or "council"; with "-" before it, from the largest down."""
        key, down = sort.removeprefix("-"), sort.startswith("-")
        keys = [column.key for column in self.columns]
        if key == "council":
            rows = sorted(self.rows, key=lambda row: row.council.casefold(), reverse=down)
        elif key in keys:
            at = keys.index(key)
            rows = sorted(self.rows, key=lambda row: _figure(row.cells[at]), reverse=down)
        else:
            return self
        return Table(self.columns, tuple(rows))


def _figure(cell: Cell) -> float:
    if cell.of is None:
        return cell.count
    return -1.0 if cell.per is None else cell.per


def of_implications(councils: Iterable[CouncilReports], said: Iterable[Tally]) -> Table:
    """How many reports of each council say what of one type of implication."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tally in said:
        counts[tally.code].update(json.loads(tally.counts))
    columns = (Column("reports", "reports"), *(Column(one, words_of(one), "%") for one in SAYINGS))
    rows = (
        _row(one, [Cell(one.reports), *_sayings(counts[one.code], one.reports)]) for one in councils
    )
    return Table(columns, tuple(rows))


def _sayings(counts: Counter[str], reports: int) -> list[Cell]:
    told = [counts[saying] for saying in SAYINGS[:-1]]
    return [Cell(count, reports) for count in (*told, reports - sum(told))]


def of_reports(councils: Iterable[CouncilReports]) -> Table:
    """How long the reports of each council are, how much they ask for, and how openly."""
    columns = (
        Column("reports", "reports"),
        Column("pages", "pages a report"),
        Column("recommendations", "recommendations a report"),
        Column("key_decisions", "key decisions", "%"),
        Column("exempt", "exempt, wholly or in part", "%"),
    )
    rows = (
        _row(
            one,
            [
                Cell(one.reports),
                Cell(one.pages, one.with_pages),
                Cell(one.recommendations, one.reports),
                Cell(one.key_decisions, one.reports),
                Cell(one.exempt, one.reports),
            ],
        )
        for one in councils
    )
    return Table(columns, tuple(rows))


def of_wording(councils: Iterable[CouncilReports], asked: Iterable[Tally]) -> Table:
    """Which actions the recommendations of each council ask for."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for tally in asked:
        counts[tally.code].update(json.loads(tally.counts))
        totals.update(counts[tally.code])
    named = [action for action, _ in totals.most_common() if action != _OTHER][:_ACTIONS]
    columns = (
        Column("recommendations", "recommendations"),
        *(Column(action, f"to {action}", "%") for action in named),
        Column(OTHERS, OTHERS, "%"),
    )
    rows = []
    for council in councils:
        own = counts[council.code]
        all_of_them = own.total()
        told = [own[action] for action in named]
        shares = (Cell(count, all_of_them) for count in (*told, all_of_them - sum(told)))
        rows.append(_row(council, [Cell(all_of_them), *shares]))
    return Table(columns, tuple(rows))


def _row(council: CouncilReports, cells: Sequence[Cell]) -> Row:
    return Row(council.code, council.council, council.nation, tuple(cells))


@dataclass(frozen=True, slots=True)
class OverTime:
    """The share of reports with one status, by year, for all together and for each council."""

    years: tuple[int, ...]
    together: tuple[Cell, ...]
    rows: tuple[Row, ...]


def over_time(
    table: Table, reports: Iterable[YearReports], said: Iterable[Said], status: str
) -> OverTime:
    """The councils of a table over the years in which one of them has a report."""
    names = {row.code: row for row in table.rows}
    held: Counter[tuple[str, int]] = Counter()
    for one in reports:
        if one.code in names:
            held[one.code, one.year] += one.reports
    told: Counter[tuple[str, int]] = Counter()
    for saying in said:
        if saying.status == status:
            told[saying.code, saying.year] += saying.reports
    years = tuple(sorted({year for _, year in held}))
    cells = {
        code: tuple(Cell(told[code, year], held[code, year]) for year in years) for code in names
    }
    together = tuple(
        Cell(sum(cells[code][at].count for code in names), sum(held[code, year] for code in names))
        for at, year in enumerate(years)
    )
    rows = tuple(Row(code, row.council, row.nation, cells[code]) for code, row in names.items())
    return OverTime(years, together, rows)
