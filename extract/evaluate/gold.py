"""Gold files: what documents state, as people have read them.

A gold file is JSON: `document` (the file's path below a folder of documents), `kind`, and `reports`
in the shape of the record; `partial` says that only some of a pack's reports are labelled, `note`
is for people. Of a pack it may state the meeting, its business and its parts, which tests read and
no score counts. A key that the record does not have is an error: misspelt, it would score nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import Field, ValidationError

from extract.register import Register
from schemas import AgendaItem, Council, Model, Part, Report, Sitting
from schemas.vocabulary import DocumentKind


class GoldError(ValueError):
    """A gold file is not what it should be; the message says which, and how."""


class GoldReport(Report):
    """A report as stated."""

    note: str | None = Field(None, description="What the labeller wants to say of it.")


class GoldDocument(Model):
    """A document as stated."""

    document: str = Field(description="Path below the folder of documents, with slashes.")
    kind: DocumentKind = Field(description="What the document is.")
    council: Council | None = Field(None, description="Of a pack: whose it is.")
    meeting: Sitting | None = Field(None, description="Of a pack: the meeting.")
    agenda_items: tuple[AgendaItem, ...] = Field((), description="Of a pack: its business.")
    parts: tuple[Part, ...] = Field((), description="Of a pack: what each page is.")
    reports: tuple[GoldReport, ...] = Field((), description="Its reports, in order.")
    partial: bool = Field(False, description="Whether some of its reports are not labelled.")
    note: str | None = Field(None, description="What the labeller wants to say of it.")


@dataclass(frozen=True)
class Owner:
    """Whose document it is: a name, and the code in the register; None where it has none."""

    name: str
    code: str | None

    @property
    def key(self) -> str:
        """What it goes by in `lexicon/provenance.toml`: its code, else its name."""
        return self.code or self.name


@dataclass(frozen=True)
class Gold:
    """A gold file: what it states, and of whose document."""

    stated: GoldDocument
    owner: Owner


def read_gold(folders: Iterable[Path]) -> tuple[Gold, ...]:
    """The gold files of folders, at any depth, by path.

    Raises:
        GoldError: for a file that is not JSON, or not of the shape.
    """
    files = [file for folder in folders for file in sorted(folder.rglob("*.json"))]
    return tuple(_read(file) for file in files)


def _read(file: Path) -> Gold:
    try:
        stated = GoldDocument.model_validate_json(file.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = "/".join(str(step) for step in first["loc"])
        raise GoldError(f"{file}: no gold file: {where}: {first['msg']}") from error
    return Gold(stated, _owner(stated))


def _owner(stated: GoldDocument) -> Owner:
    """The council that the first report names; else the one that the folder is called after."""
    register = Register.load()
    named = next((r.council for r in stated.reports if r.council.name or r.council.gss_code), None)
    if named:
        authority = register.by_gss(named.gss_code) if named.gss_code else None
        authority = authority or register.find_explicit(named.name or "")
        name = named.name or (authority.name if authority else str(named.gss_code))
        return Owner(name, authority.code if authority else None)
    folder = PurePosixPath(stated.document).parent.name.replace("-", " ")
    authority = register.find_explicit(folder)
    if authority:
        return Owner(authority.name, authority.code)
    return Owner(folder.title() or "not known", None)
