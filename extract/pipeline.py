"""The whole story of one document: bytes → pages → blocks → outline → record.

Parsing is pure: the same bytes, name and options give the same record. Reading the file is the
only input; nothing is written.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from extract.council import resolve_council
from extract.fields.extent import own_part
from extract.fields.kind import kind_of
from extract.fields.labelled import labelled_values
from extract.fields.outline import outline_of
from extract.fields.report import build_report
from extract.layout.pages import Layout, lay_out
from extract.layout.texts import lay_out_text
from extract.reading import open_source
from extract.reading.errors import FileMissingError
from extract.reading.text import TextFile
from schemas import Document, Problem, Source
from schemas.vocabulary import DocumentKind, ProblemCode

# Raised with every change that can alter a record; a database re-reads what an older one wrote.
PARSER_VERSION = "2"


def parse_file(path: Path, *, council: str | None = None) -> Document:
    """The record of the document at `path`.

    `council` names the authority (name, three-letter or GSS code) where the text may not tell.
    Raises a ReadingError that says what is wrong with the file and what to do.
    """
    if not path.is_file():
        raise FileMissingError(f"There is no file at {path}. Check the path.")
    return parse_bytes(path.read_bytes(), path=str(path), council=council)


def parse_bytes(data: bytes, *, path: str | None = None, council: str | None = None) -> Document:
    """The record of a document given as bytes; see `parse_file`."""
    opened = open_source(data, path or "")
    if isinstance(opened.file, TextFile):
        layout, pages = lay_out_text(opened.file), None
    else:
        layout, pages = lay_out(opened.file.pages()), opened.file.page_count
        opened.check(layout.blocks)
    source = Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=opened.media_type,
        pages=pages,
        reader=opened.reader,
    )
    return _document(source, layout, opened.problems(), council)


def _document(
    source: Source, layout: Layout, problems: list[Problem], council: str | None
) -> Document:
    layout = own_part(layout)
    outline = outline_of(layout.blocks)
    kind = kind_of(layout, outline, labelled_values(outline))
    reports = []
    if kind is DocumentKind.REPORT:
        owner, unclear = resolve_council(layout, council)
        problems += unclear
        report = build_report(layout, outline, owner)
        if not report.recommendations:
            problems.append(
                Problem(
                    code=ProblemCode.NO_RECOMMENDATIONS,
                    message="No recommendations were found. Check the report by eye.",
                )
            )
        reports.append(report)
    elif kind is DocumentKind.AGENDA_PACK:
        problems.append(
            Problem(
                code=ProblemCode.PACK_NOT_SPLIT,
                message="An agenda pack: its reports are not read apart yet. Give them one by one.",
            )
        )
    return Document(source=source, kind=kind, reports=tuple(reports), problems=tuple(problems))
