"""The PDF documents that the pipeline is tried on: the project's own, and the shared ones."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CORPUS = PROJECT / "corpus" / "reports"
# Published and invented documents beside the project; absent from a plain clone.
SHARED = PROJECT.parent / "shared"
SHARED_FOLDERS = (SHARED / "real", SHARED / "synthetic" / "docs")


def own_documents() -> list[Path]:
    """The sample reports of the project."""
    return sorted(CORPUS.rglob("*.pdf"))


def shared_documents() -> list[Path]:
    """The shared documents; none where the folder is absent."""
    return [path for folder in SHARED_FOLDERS for path in sorted(folder.rglob("*.pdf"))]


def name_of(path: Path) -> str:
    """A document's name in test reports: its council's folder and its own name."""
    return f"{path.parent.name}/{path.stem}"
