"""The whole story of one document: bytes → pages → blocks → outline → record.

Parsing is pure: the same bytes, name and options give the same record. Reading the file is the
only input; nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from extract.council import resolve_council
from extract.fields.extent import own_part
from extract.fields.kind import kind_of
from extract.fields.labelled import labelled_values
from extract.fields.outline import outline_of
from extract.fields.report import build_report
from extract.reading.errors import FileMissingError
from extract.scans import OcrLimits
from extract.sources import LaidOut, lay_out_source
from schemas import Document, Problem, Report
from schemas.vocabulary import DocumentKind, ProblemCode

# Raised with every change that can alter a record; a database re-reads what an older one wrote.
PARSER_VERSION = "3"


@dataclass(frozen=True)
class Options:
    """What somebody knows or wants beside the file."""

    council: str | None = None
    """The authority (name, three-letter or GSS code) where the text may not tell."""
    ocr: OcrLimits = field(default_factory=OcrLimits)

    @classmethod
    def of(cls, *, council: str | None, ocr_pages: int | None) -> Options:
        """The options as given on the command line; None is the default."""
        return cls(council, OcrLimits() if ocr_pages is None else OcrLimits(most=ocr_pages))


DEFAULTS: Final = Options()


def parse_file(path: Path, options: Options = DEFAULTS) -> Document:
    """The record of the document at `path`.

    Raises a ReadingError that says what is wrong with the file and what to do.
    """
    return record_of(lay_out_file(path, options), options)


def parse_bytes(data: bytes, path: str | None = None, options: Options = DEFAULTS) -> Document:
    """The record of a document given as bytes; see `parse_file`."""
    return record_of(lay_out_source(data, path, options.ocr), options)


def lay_out_file(path: Path, options: Options = DEFAULTS) -> LaidOut:
    """The document at `path` as blocks: all that can be said of it without the lexicon."""
    if not path.is_file():
        raise FileMissingError(f"There is no file at {path}. Check the path.")
    return lay_out_source(path.read_bytes(), str(path), options.ocr)


def record_of(laid_out: LaidOut, options: Options = DEFAULTS) -> Document:
    """The record of a document that has been laid out."""
    layout = own_part(laid_out.layout)
    outline = outline_of(layout.blocks)
    kind = kind_of(layout, outline, labelled_values(outline))
    problems = list(laid_out.problems)
    reports = []
    if kind is DocumentKind.REPORT:
        owner, unclear = resolve_council(layout, options.council)
        problems += unclear
        report = build_report(layout, outline, owner)
        if not report.recommendations:
            problems.append(
                Problem(
                    code=ProblemCode.NO_RECOMMENDATIONS,
                    message="No recommendations were found. Check the report by eye.",
                )
            )
        reports.append(_placed(report, laid_out))
    elif kind is DocumentKind.AGENDA_PACK:
        problems.append(
            Problem(
                code=ProblemCode.PACK_NOT_SPLIT,
                message="An agenda pack: its reports are not read apart yet. Give them one by one.",
            )
        )
    return Document(
        source=laid_out.source, kind=kind, reports=tuple(reports), problems=tuple(problems)
    )


def _placed(report: Report, laid_out: LaidOut) -> Report:
    """The report with its evidence in terms of the file that it was read from."""
    placed = [place for found in report.evidence for place in laid_out.placed(found)]
    return report.model_copy(update={"evidence": tuple(placed)})
