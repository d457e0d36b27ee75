"""How Datasette is started on a database of ours."""

from __future__ import annotations

from pathlib import Path

from extract.resources import data_file


def datasette_arguments(db: Path, *, host: str, port: int) -> list[str]:
    """Arguments of `datasette` that serve `db` read-only, with our titles and canned queries.

    Immutable: Datasette counts the rows once and takes no locks, and nobody can write.
    """
    options = {
        "--immutable": str(db),
        "--metadata": str(data_file("datasette_metadata.json")),
        "--host": host,
        "--port": str(port),
    }
    return ["serve", *(word for option in options.items() for word in option)]
