"""How Datasette is started on a database of ours."""

from __future__ import annotations

from pathlib import Path

METADATA_NAME = "datasette_metadata.json"


def metadata_file() -> Path:
    """Titles, licence, descriptions and canned queries of the site.

    In the package where it was installed as a wheel, at the top of the project otherwise.
    """
    package = Path(__file__).resolve().parent
    installed = package / METADATA_NAME
    return installed if installed.is_file() else package.parent / METADATA_NAME


def datasette_arguments(db: Path, *, host: str, port: int) -> list[str]:
    """Arguments of `datasette` that serve `db` read-only.

    Immutable: Datasette counts the rows once and takes no locks, and nobody can write.
    """
    return [
        "serve",
        "--immutable",
        str(db),
        "--metadata",
        str(metadata_file()),
        "--host",
        host,
        "--port",
        str(port),
    ]
