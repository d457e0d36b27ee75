"""The container of a Word file: a ZIP of XML parts, tied together by relationships.

ECMA-376, parts 1 and 2. The parts are opened here, not by a library, for what a library does not
do: bound what a hostile file unpacks to, refuse document types (and with them the expansion of
entities), leave pictures packed, and take templates, macro-enabled files and the Strict variant
as what they are, documents.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from extract.reading.errors import DamagedError, EncryptedError, UnsupportedError
from extract.reading.signatures import OLE_SIGNATURE

MAX_UNPACKED: Final = 128 * 2**20
"""Bytes of XML that are unpacked from one file. The text of a thousand pages takes some 20 MB."""

MAX_DEPTH: Final = 200
"""XML elements inside each other. A table in a table in a text box stays below 40."""

_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHERS: Final = {
    "xl/workbook.xml": "a spreadsheet (XLSX)",
    "ppt/presentation.xml": "slides (PPTX)",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an e-book (EPUB)",
}
# Both variants of the format, Transitional and Strict, and the extensions that carry text.
_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://purl.org/dc/elements/1.1/": "dc",
}


class Relationship(NamedTuple):
    """A part that another part refers to: what it is ("styles", "header") and its name."""

    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Package:
    """The main part of a document and the parts that it refers to by id."""

    document: Element
    title: str  # of the file's properties
    relationships: Mapping[str, Relationship]
    parts: Parts

    def related(self, kind: str) -> Element | None:
        """The root of the first part of a kind, or None where there is none."""
        for relationship in self.relationships.values():
            if relationship.kind == kind:
                return self.parts.read(relationship.part)
        return None


class Parts:
    """The XML parts of a container, unpacked one by one within one budget."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        # names are compared without regard to case (part 2, 6.2.2.3)
        self._entries = {info.filename.lower(): info for info in archive.infolist()}
        self._left = MAX_UNPACKED

    def holds(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._entries

    def read(self, name: str) -> Element | None:
        """The root element of a part, with short names ("w_p" for w:p); None where there is none.

        Raises DamagedError for a part that can't be unpacked or parsed, or that unpacks to more
        than is left of the budget, and EncryptedError for one that needs a password.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise EncryptedError("The file needs a password. Save it without one.")
        self._left -= entry.file_size  # no more is ever unpacked than the entry states
        if self._left < 0:
            raise DamagedError(
                f"The file unpacks to more than {MAX_UNPACKED // 2**20} MB of text. Save it anew."
            )
        try:
            data = self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DamagedError(_damaged(name, error)) from error
        return _parse(name, data)


def open_package(data: bytes) -> Package:
    """The document in a Word file.

    Raises EncryptedError for a file under a password, UnsupportedError for other contents of a
    ZIP or OLE container, DamagedError where the container or its XML is broken.
    """
    if data.startswith(OLE_SIGNATURE):
        if _ENCRYPTED in data:
            raise EncryptedError("The file needs a password. Save it without one.")
        raise UnsupportedError("The file is an old Office file (DOC). Save it as DOCX or PDF.")
    try:
        parts = Parts(zipfile.ZipFile(io.BytesIO(data)))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DamagedError(
            f"The file is a ZIP container that can't be opened ({error}). Fetch it again."
        ) from error
    top = {relation.kind: relation.part for relation in _relations(parts, "").values()}
    main = top.get("officeDocument", "word/document.xml")
    document = parts.read(main) if main.endswith(".xml") else None
    if document is None or document.tag != "w_document":
        found = next((text for name, text in _OTHERS.items() if parts.holds(name)), None)
        raise UnsupportedError(
            f"The file is {found or 'a ZIP container'}, not a Word document. Save it as PDF."
        )
    properties = parts.read(top["core-properties"]) if "core-properties" in top else None
    title = properties.findtext("dc_title") if properties is not None else None
    return Package(document, title or "", _relations(parts, main), parts)


def _relations(parts: Parts, name: str) -> dict[str, Relationship]:
    """What a part refers to inside the container, by id; the container itself for an empty name."""
    folder, _, base = name.rpartition("/")
    root = parts.read(posixpath.join(folder, "_rels", f"{base}.rels"))
    if root is None:
        return {}
    return {
        relation.get("Id", ""): Relationship(
            relation.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
        )
        for relation in root.findall("rel_Relationship")
        if relation.get("TargetMode") != "External"
    }


class _Builder(TreeBuilder):
    """Builds the tree with short names; refuses document types and bottomless nesting."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise DamagedError(f"The file nests more than {MAX_DEPTH} elements. Save it anew.")
        return super().start(_short(tag), {_short(name): attrs[name] for name in attrs})

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(_short(tag))

    def doctype(self, name: str, public_id: str | None, system: str | None, /) -> None:
        """Called before any entity is declared; no part may have a document type."""
        raise DamagedError("The file declares XML entities, as no Word file may. Save it anew.")


def _parse(name: str, data: bytes) -> Element:
    parser = XMLParser(target=_Builder())
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise DamagedError(_damaged(name, error)) from error
    assert isinstance(root, Element)  # what the builder returns
    return root


def _damaged(name: str, error: Exception) -> str:
    return f"The file's part {name} can't be read ({error}). Fetch it again, or save it anew."


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    """ "{…/wordprocessingml/2006/main}p" as "w_p"; other names as they are.

    No colon: the paths of ElementTree look up a namespace for what stands before one.
    """
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}_{local}" if prefix else name
