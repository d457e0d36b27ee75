"""A report of any content, set in two layouts and parsed, says again what was put in."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pipeline import parse_bytes
from schemas import Report
from schemas.vocabulary import DocumentKind
from tests.paper import Piece, grid, heading, item, paper, row, text

THINGS = (
    "barges", "boats", "bridges", "canals", "ferries", "gates", "hedges", "lamps", "locks", "mills",
    "moorings", "orchards", "paths", "piers", "ponds", "quays", "stiles", "tents", "trees", "wells",
)  # fmt: skip
PLACES = ("Alderholt", "Brenwick", "Cold Marsh", "Dunmere", "Ebbfield", "Farrow Green")
VERBS = ("built", "cleaned", "closed", "let", "moved", "opened", "painted", "sold", "surveyed")
SUBJECTS = {
    "Financial Implications": "financial",
    "Legal Implications": "legal",
    "Staffing Implications": "workforce",
    "Equality Implications": "equality",
    "Environmental Implications": "environmental",
    "Risk Implications": "risk",
}
FIRST = ("Ada", "Bo", "Carys", "Dilip", "Ewan", "Farah", "Mary-Ann", "Siân")
LAST = ("Example", "Sample", "O’Mara", "Ferrier", "Okafor", "Tregear", "Singh-Webb", "McAra")
ROMANS = ("i", "ii", "iii", "iv")


@dataclass(frozen=True)
class Entry:
    """A recommendation: label, text, and the label that it stands under."""

    label: str
    text: str
    parent: str | None = None

    @property
    def depth(self) -> int:
        """How deep it is nested, 0 for an entry of its own."""
        return 0 if self.parent is None else 2 if self.label[1:2] in "iv" else 1


@dataclass(frozen=True)
class Invented:
    """What a report says."""

    title: str
    committee: str
    day: dt.date
    entries: tuple[Entry, ...]
    implications: tuple[tuple[str, str], ...]
    appendices: tuple[str, ...]
    author: str
    wards: tuple[str, ...]
    key: bool
    papers: tuple[str, ...]


@st.composite
def sentences(draw: st.DrawFn, lead: str = "The ") -> str:
    """A sentence of one to five clauses."""
    clauses = [
        f"{draw(st.sampled_from(THINGS))} at {draw(st.sampled_from(PLACES))} "
        f"be {draw(st.sampled_from(VERBS))}"
        for _ in range(draw(st.integers(1, 5)))
    ]
    return lead + ", and that the ".join(clauses) + "."


titles = st.builds(
    "{} and {} of {}".format,
    st.sampled_from(THINGS).map(str.capitalize),
    st.sampled_from(THINGS),
    st.sampled_from(PLACES),
)
committees = st.builds(
    "{} {}".format,
    st.sampled_from(["Waterways", "Harbours", "Highways and Bridges"]),
    st.sampled_from(["Committee", "Sub-Committee", "Board", "Panel"]),
)


@st.composite
def recommendations(draw: st.DrawFn) -> tuple[Entry, ...]:
    """One to eight numbered entries, with lettered ones and Roman ones nested in them."""
    entries: list[Entry] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        entries.append(Entry(f"{number}.", draw(sentences("That the "))))
        for letter in string.ascii_lowercase[: draw(st.sampled_from([0, 0, 2, 3]))]:
            entries.append(Entry(f"({letter})", draw(sentences("the ")), str(number)))
            entries += [
                Entry(f"({roman})", draw(sentences("the ")), f"({letter})")
                for roman in ROMANS[: draw(st.sampled_from([0, 0, 0, 2]))]
            ]
    return tuple(entries)


reports = st.builds(
    Invented,
    title=titles,
    committee=committees,
    day=st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31)),
    entries=recommendations(),
    implications=st.lists(
        st.tuples(st.sampled_from(sorted(SUBJECTS)), sentences()),
        min_size=2,
        max_size=5,
        unique_by=lambda pair: pair[0],
    ).map(tuple),
    appendices=st.lists(titles, min_size=0, max_size=4, unique=True).map(tuple),
    author=st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST)),
    wards=st.lists(st.sampled_from(PLACES), min_size=1, max_size=4, unique=True).map(tuple),
    key=st.booleans(),
    papers=st.lists(titles, min_size=0, max_size=3, unique=True).map(tuple),
)


def as_lines(report: Invented) -> bytes:
    """Labels and values parted by white space; bold headings; hanging labels."""
    return paper(
        row("<b>Committee:</b>", report.committee),
        row("<b>Date:</b>", f"{report.day.day} {report.day:%B %Y}"),
        row("<b>Title of Report:</b>", report.title),
        row("<b>Author:</b>", report.author),
        row("<b>Wards affected:</b>", ", ".join(report.wards)),
        row("<b>Key Decision:</b>", "Yes" if report.key else "No"),
        heading("Recommendations"),
        *(item(e.label, e.text, x=24.0 * e.depth) for e in report.entries),
        *(piece for name, words in report.implications for piece in (heading(name), text(words))),
        *_list("Appendices", report.appendices, lambda at, t: text(f"Appendix {at} – {t}")),
        *_list("Background papers", report.papers, lambda at, title: text(title)),
        foot="Page {}",
    )


def as_grids(report: Invented) -> bytes:
    """A ruled form at the top, headings in capitals in boxes, everything else in grids."""
    return paper(
        grid(
            [
                ["<b>DECISION-MAKER:</b>", report.committee],
                ["<b>SUBJECT:</b>", report.title],
                ["<b>DATE OF DECISION:</b>", f"{report.day:%d/%m/%Y}"],
                ["<b>REPORT AUTHOR</b>", report.author],
                ["<b>WARDS</b>", "\n\n".join(report.wards)],
                ["<b>KEY DECISION?</b>", "YES" if report.key else "NO"],
            ],
            [150, 300],
        ),
        grid([["<b>RECOMMENDATIONS:</b>"]], [450]),
        grid([[e.label, e.text] for e in report.entries], [40, 410]),
        *(
            piece
            for name, words in report.implications
            for piece in (grid([[f"<b>{name.upper()}</b>"]], [450]), text(words))
        ),
        *_list("Appendices", report.appendices, lambda at, t: grid([[f"{at}.", t]], [40, 410])),
        *_list("Background Documents", report.papers, lambda at, t: grid([[at, t]], [40, 410])),
        head="Printed for the meeting",
    )


def _list(title: str, entries: Sequence[str], piece: Callable[[str, str], Piece]) -> list[Piece]:
    """Entries under a heading, set by `piece` from their number and text; nothing for none."""
    listed = [piece(str(at), entry) for at, entry in enumerate(entries, 1)]
    return [heading(title), *listed] if listed else []


def said(report: Report) -> Invented:
    """A record as what was put into the report."""
    return Invented(
        title=report.title or "",
        committee=report.meeting.committee or "",
        day=dt.date.fromisoformat(report.meeting.date or "0001-01-01"),
        entries=tuple(Entry(r.label, r.text, r.parent) for r in report.recommendations),
        implications=tuple((i.heading, i.text) for i in report.implications),
        appendices=tuple(a.title for a in report.appendices),
        author=", ".join(p.name or "nobody" for p in report.people),
        wards=report.wards,
        key=bool(report.key_decision),
        papers=tuple(p.title for p in report.background_papers),
    )


def printed(report: Invented, *, capitals: bool) -> Invented:
    """A report as a layout prints it: in capitals perhaps, and no point is part of a label."""
    return replace(
        report,
        entries=tuple(replace(e, label=e.label.rstrip(".")) for e in report.entries),
        implications=tuple(
            (name.upper() if capitals else name, words) for name, words in report.implications
        ),
    )


@pytest.mark.parametrize(("layout", "capitals"), [(as_lines, False), (as_grids, True)])
@settings(max_examples=40, deadline=None, derandomize=True)
@given(report=reports)
def test_what_goes_in_comes_out(
    layout: Callable[[Invented], bytes], capitals: bool, report: Invented
) -> None:
    document = parse_bytes(layout(report))
    assert document.kind is DocumentKind.REPORT
    (found,) = document.reports
    assert said(found) == printed(report, capitals=capitals)
    assert [i.type.value for i in found.implications] == [
        SUBJECTS[name] for name, _ in report.implications
    ]
