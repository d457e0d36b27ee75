"""How Datasette is started on a database of ours."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extract.resources import data_file

#: Settings of Datasette. A query may take a second, and give a thousand rows to a page; facets are
#: those that the metadata name, since to suggest others Datasette reads whole tables.
_SETTINGS: Final = {
    "sql_time_limit_ms": "1000",
    "facet_time_limit_ms": "200",
    "max_returned_rows": "1000",
    "suggest_facets": "off",
}
#: Where the metadata take the plugin's settings from.
_HIDE_CONTACTS: Final = "COUNCIL_REPORTS_HIDE_CONTACTS"
_ROBOTS: Final = "COUNCIL_REPORTS_ROBOTS"


def datasette_arguments(
    db: Path, *, host: str, port: int, hide_contacts: bool = False
) -> list[str]:
    """Arguments of `datasette` that serve `db` read-only, with our titles and canned queries.

    Immutable: Datasette counts the rows once and takes no locks, and nobody can write. Where
    contacts are hidden, the database can't be taken away as a file.
    """
    options = {
        "--immutable": str(db),
        "--metadata": str(data_file("datasette_metadata.json")),
        "--host": host,
        "--port": str(port),
    }
    settings = {**_SETTINGS, "allow_download": "off"} if hide_contacts else _SETTINGS
    words = [word for option in options.items() for word in option]
    words += [word for setting in settings.items() for word in ("--setting", *setting)]
    return ["serve", *words]


def datasette_environment(*, hide_contacts: bool, no_robots: bool) -> Mapping[str, str]:
    """The environment of such a `datasette`: ours, with the settings of the site."""
    chosen = {_HIDE_CONTACTS: "1" if hide_contacts else "", _ROBOTS: "none" if no_robots else ""}
    return {**os.environ, **chosen}
