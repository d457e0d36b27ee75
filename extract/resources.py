"""Data files that stand at the top of the project, and inside the package once it is a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_file(name: str) -> Path:
    """A data file by its path in the project, e.g. `corpus/councils.csv`.

    Wheels carry these files in `extract/data` (see `force-include` in pyproject.toml), under the
    last part of their names.
    """
    in_wheel = PACKAGE / "data" / Path(name).name
    return in_wheel if in_wheel.is_file() else PACKAGE.parent / name
