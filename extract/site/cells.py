"""Keys in Datasette's tables and questions lead to the pages of what they are keys of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from datasette.app import Datasette
from markupsafe import Markup

from extract.site.addresses import Addresses

#: The column of a table that is its key, and the columns of questions that hold such keys.
_KEYS: Final = {
    "reports": ("id", "report_id"),
    "councils": ("code", "council_code"),
    "committees": ("id", "committee_id"),
    "meetings": ("id", "meeting_id"),
    "people": ("id", "person_id"),
    "parts": ("id", "part_id"),
}
_PAGES: Final[Mapping[str, Callable[..., str]]] = {
    "reports": Addresses.report,
    "councils": Addresses.council,
    "committees": Addresses.committee,
    "meetings": Addresses.meeting,
    "people": Addresses.person,
    "parts": Addresses.paper,
}
_TABLES: Final = {elsewhere: table for table, (_, elsewhere) in _KEYS.items()}


def linked(datasette: Datasette, value: object, column: str, table: str | None) -> Markup | None:
    """A cell as a link to its page; None for what Datasette shows by itself.

    `table` is None for a question. Where Datasette shows a reference by its label, in lists of
    rows, the value is no plain one, and leads to the other row as in every Datasette.
    """
    if not isinstance(value, str | int):
        return None
    own = table in _KEYS and column == _KEYS[table][0]
    named = table if own else _TABLES.get(column)
    if named is None:
        return None
    return Markup('<a href="{}">{}</a>').format(_PAGES[named](Addresses(datasette), value), value)
