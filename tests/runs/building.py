"""Builds in the tests' own process; the documents are read in workers, as always."""

from __future__ import annotations

from pathlib import Path

from extract.runs.build import Build, Settings
from extract.runs.find import find_documents
from extract.runs.outcome import Outcome


def build(db: Path, *paths: Path | str, settings: Settings | None = None) -> list[Outcome]:
    """Bring a database up to date with files and folders; what became of each file."""
    building = Build(find_documents(map(str, paths)), db, settings or Settings(jobs=1))
    return list(building.outcomes())
