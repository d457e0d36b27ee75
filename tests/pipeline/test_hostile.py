"""Broken, odd and malicious PDFs, parsed to the end: a record or a named error, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.options import OcrLimits, Options
from extract.pipeline import parse_file
from extract.reading.errors import ReadingError
from tests.pipeline.documents import SHARED

HOSTILE = sorted((SHARED / "hostile" / "pdf").glob("*.pdf"))
WITHOUT_OCR = Options(ocr=OcrLimits(most=0))


@pytest.mark.skipif(not HOSTILE, reason="../shared/hostile is not here")
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_hostile_file_gives_a_record_or_a_named_error(path: Path) -> None:
    try:
        document = parse_file(path, WITHOUT_OCR)
    except ReadingError as error:
        told = str(error)
    else:
        told = f"{document.kind}, {document.source.pages} pages"
        assert not document.reports
    assert len(told.split()) > 2
