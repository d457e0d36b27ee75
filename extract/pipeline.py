"""The whole story of one document: bytes → pages → papers → blocks → outline → record.

Parsing is pure: the same bytes, name and options give the same record. Reading the file is the
only input; nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.council import resolve_council
from extract.fields.nodes import Outline
from extract.fields.report import build_report
from extract.fields.values import Found
from extract.layout.pages import Layout
from extract.options import DEFAULTS, Options
from extract.packs.read import read_papers
from extract.reading.errors import FileMissingError, UnreadableError
from extract.sources import LaidOut, lay_out_source
from schemas import Council, Document, Problem, Report
from schemas.vocabulary import ProblemCode


def parse_file(path: Path, options: Options = DEFAULTS) -> Document:
    """The record of the document at `path`.

    Raises a ReadingError that says what is wrong with the file and what to do.
    """
    return record_of(lay_out_file(path, options), options)


def parse_bytes(data: bytes, path: str | None = None, options: Options = DEFAULTS) -> Document:
    """The record of a document given as bytes; see `parse_file`."""
    return record_of(lay_out_source(data, path, options.ocr), options)


def lay_out_file(path: Path, options: Options = DEFAULTS) -> LaidOut:
    """The document at `path` as the runs of its papers, read as they are taken."""
    if not path.is_file():
        raise FileMissingError(f"There is no file at {path}. Check the path.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"The file cannot be opened ({error.strerror}). Check its permissions."
        ) from error
    return lay_out_source(data, str(path), options.ocr)


def record_of(laid_out: LaidOut, options: Options = DEFAULTS) -> Document:
    """The record of a document that has been laid out."""

    def report_of(
        layout: Layout, outline: Outline, council: Council | None
    ) -> tuple[Report, Sequence[Problem]]:
        return _report_of(layout, outline, council, options)

    read = read_papers(
        laid_out.runs, report_of, lambda layout: resolve_council(layout, options.council)[0]
    )
    return Document(
        source=laid_out.source(),
        kind=read.kind,
        council=read.council,
        meeting=read.meeting,
        agenda_items=tuple(read.items),
        parts=tuple(read.parts),
        reports=tuple(
            report.model_copy(update={"evidence": tuple(laid_out.placed(report.evidence))})
            for report in read.reports
        ),
        problems=(*laid_out.problems(), *read.problems),
        evidence=tuple(laid_out.placed(read.evidence)),
    )


def _report_of(
    layout: Layout, outline: Outline, council: Council | None, options: Options
) -> tuple[Report, Sequence[Problem]]:
    """A report, of a council that its pack names (`council`) where it does not tell itself."""
    owner, problems = resolve_council(layout, options.council)
    if owner.value.name is None and council is not None and council.name is not None:
        owner, problems = Found(council), []
    report = build_report(layout, outline, owner)
    if not report.recommendations:
        problems.append(
            Problem(
                code=ProblemCode.NO_RECOMMENDATIONS,
                message="No recommendations were found. Check the report by eye.",
            )
        )
    return report, problems
