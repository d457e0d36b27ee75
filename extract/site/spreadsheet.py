"""Answers as CSV that is opened in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from datasette.utils.asgi import Response

from extract.spreadsheets import harmless

#: Tells Excel that the file is in UTF-8.
_MARK: Final = "\ufeff"


def csv_text(lines: Iterable[Sequence[object]]) -> str:
    """Lines of cells as CSV (RFC 4180), each cell harmless."""
    text = io.StringIO()
    csv.writer(text).writerows([harmless(value) for value in line] for line in lines)
    return text.getvalue()


def csv_response(name: str, lines: Iterable[Sequence[object]]) -> Response:
    """A file to be saved under a name and opened in a spreadsheet."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(
        _MARK + csv_text(lines), headers=headers, content_type="text/csv; charset=utf-8"
    )
