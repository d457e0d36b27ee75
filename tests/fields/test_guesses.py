"""Values read under labels and headings that only their words tell of: sure, but not certain."""

from extract.lexicon.tokens import GUESS
from extract.pipeline import parse_bytes
from schemas import Report

PAPER = """\
Fenwick Fire and Rescue Authority

Title of report: A new tender for Holm Island
Date of meeting: 14 May 2026
Officer completing the paper: Ilse Marrable, Area Manager

Purpose of report

To buy a tender.

Recommendations

1. That the tender is bought.

What other options were looked at and why they were not pursued

A second-hand tender would not float.

Financial implications

There are none.
"""


def confidences(report: Report, path: str) -> set[float | None]:
    """The confidences of the evidence for a value and its parts."""
    return {e.confidence for e in report.evidence if e.path.startswith(path)}


def test_what_stands_under_a_guess_is_less_than_certain() -> None:
    report = parse_bytes(PAPER.encode()).reports[0]
    assert [(p.role, p.name, p.post) for p in report.people] == [
        ("author", "Ilse Marrable", "Area Manager")
    ]
    assert confidences(report, "/people/0") == {GUESS}
    assert report.alternatives == "A second-hand tender would not float."
    assert confidences(report, "/alternatives") == {GUESS}


def test_what_stands_under_a_phrase_is_certain() -> None:
    report = parse_bytes(PAPER.encode()).reports[0]
    assert confidences(report, "/title") == {None}
    assert confidences(report, "/meeting/date") == {None}
    assert confidences(report, "/recommendations") == {None}
    assert confidences(report, "/implications") == {None}
