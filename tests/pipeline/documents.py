"""The PDF documents that the pipeline is tried on: the project's own, and the shared ones."""

from __future__ import annotations

from pathlib import Path

from extract.reading.ocr import needs_ocr
from extract.reading.pdf import open_pdf

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


def is_scan(path: Path) -> bool:
    """Whether a page has to be read from its picture."""
    return any(map(needs_ocr, open_pdf(path.read_bytes()).pages()))


def printed_of(scan: Path) -> Path:
    """The document that a scan was made of, if it lies beside it."""
    return scan.with_name(scan.name.replace("-scan", ""))


def scans_of_prints() -> list[Path]:
    """The shared scans of documents that are there with their text too."""
    return [
        path
        for path in shared_documents()
        if printed_of(path) != path and printed_of(path).is_file()
    ]


def name_of(path: Path) -> str:
    """A document's name in test reports: its council's folder and its own name."""
    return f"{path.parent.name}/{path.stem}"
