"""CSV for spreadsheets: a cell that would be taken for a formula is made harmless.

Source: OWASP, CSV Injection. A cell that begins with = + - @, a tab or a line's end gets an
apostrophe before it, unless it is a plain number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from datasette.utils.asgi import Response

_FORMULA: Final = tuple("=+-@\t\r\n")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
#: Tells Excel that the file is in UTF-8.
_MARK: Final = "\ufeff"


def harmless(value: object) -> object:
    """A value as a cell that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    begins = value.lstrip(" ").startswith(_FORMULA) or value.startswith(_FORMULA)
    return f"'{value}" if begins and not _NUMBER.fullmatch(value) else value


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
