"""What one sample report says: the content that the templates print and the gold records state.

A `SampleReport` is read from a TOML file of `corpus/content` (see `corpus/load.py`). Both the PDF
and the gold record are made from it, so that they cannot disagree. Its texts use the light
markup of `corpus/markup.py`; what the record calls a value is the plain text of it.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from corpus.markup import fold
from schemas import Model
from schemas.vocabulary import (
    ConfidentialityStatus,
    ImplicationStatus,
    ImplicationType,
    PersonKind,
    PersonRole,
    SignOffArea,
)

#: Text in the light markup, with no blank lines at its ends.
Marked = Annotated[str, StringConstraints(strip_whitespace=True)]
#: One paragraph of plain text; a line's end in the content file is a blank.
Folded = Annotated[str, AfterValidator(fold)]


class Council(Model):
    """The authority in whose layout a report is printed."""

    slug: str = Field(description="Folder of its reports.")
    code: str = Field(description="Three-letter code in `corpus/councils.csv`.")
    name: str = Field(description="Official name: the register's, or the one now printed.")
    gss_code: str = Field(description="ONS code, from the register.")
    layout: str = Field(description="Module of `corpus/templates` that prints it.")


class Person(Model):
    """Somebody, or an unnamed post, with what the page prints of them in one role."""

    name: str | None = Field(None, description="Name without honorific.")
    honorific: str | None = Field(None, description='"Councillor", "Cllr", "Dr".')
    post: str | None = Field(None, description="Job title or portfolio.")
    role: PersonRole = Field(description="What they are to the report.")
    kind: PersonKind = Field(description="Elected, employed or external.")
    email: str | None = None
    phone: str | None = None

    @property
    def full_name(self) -> str:
        """Name with its honorific, as a page prints it."""
        return " ".join(part for part in (self.honorific, self.name) if part)


class Recommendation(Model):
    """One item of the recommendations, with the label that the page prints."""

    label: str = ""
    text: Marked
    parent: str | None = None
    lead_in: bool = Field(
        False, description="A numbered lead-in, printed and named as parent, but no entry itself."
    )


class Implication(Model):
    """A heading of the implications and what stands under it; one entry for each type."""

    types: tuple[ImplicationType, ...] = Field(min_length=1)
    heading: str
    text: Marked = ""
    status: ImplicationStatus
    parts: tuple[str, ...] = Field(
        (), description="Narrowing sub-headings, one before each paragraph of the text."
    )

    @model_validator(mode="after")
    def _blank_is_empty(self) -> Implication:
        if (self.status is ImplicationStatus.BLANK) != (self.text == ""):
            raise ValueError(f"{self.heading}: blank status goes with empty text, and only so")
        return self


class DataTable(Model):
    """A table of figures in the body: a distractor for readers of front matter."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = Field(False, description="The last row is a total, printed bold.")

    @model_validator(mode="after")
    def _rectangular(self) -> DataTable:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"{self.caption}: a row has too few or too many cells")
        return self


class BodySection(Model):
    """A heading of the report's body and the text under it."""

    heading: str
    level: int = 1
    text: Marked = ""


class Appendix(Model):
    """An appendix that the report lists; `paragraphs` exempt it."""

    label: str = ""
    title: str
    paragraphs: tuple[str, ...] = ()


class Paper(Model):
    """A background paper; `paragraphs` exempt it."""

    title: str
    paragraphs: tuple[str, ...] = ()
    where: str = Field("", description="Place or address, printed beside it and no part of it.")


class SignOff(Model):
    """One clearance, as the sign-off grid prints it."""

    area: SignOffArea
    reference: str | None = None
    date: dt.date | None = None


class Confidentiality(Model):
    """The statement on publication and what it amounts to."""

    statement: Folded | None = None
    status: ConfidentialityStatus
    paragraphs: tuple[str, ...] = ()


class SampleReport(Model):
    """One invented report."""

    council: Council
    name: str = Field(description="File name without its ending.")
    alone: bool = Field(True, description="Published as a file of its own, not in a pack only.")
    title: str
    committee: str
    date: dt.date = Field(description="Day of the meeting.")
    time: dt.time | None = None
    venue: str | None = None
    reference: str | None = None
    agenda_item: str | None = None
    report_date: dt.date | None = Field(None, description="Day signed, when not the meeting's.")
    confidentiality: Confidentiality
    key_decision: bool | None = None
    wards: tuple[str, ...] = ()
    wards_printed: str = Field("", description='What stands in the ward field: "All wards".')
    people: tuple[Person, ...] = ()
    summary: Marked | None = None
    purpose: Marked | None = Field(
        None, description="Printed under its own heading where there is a summary as well."
    )
    lead_in: str = Field("", description="Sentence before the recommendations.")
    recommendations: tuple[Recommendation, ...]
    reasons: Marked | None = None
    alternatives: Marked | None = None
    implications: tuple[Implication, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    background_papers: tuple[Paper, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    body: tuple[BodySection, ...] = ()
    annex: tuple[BodySection, ...] = Field(
        (), description="An appendix bound in after the report, on pages of its own."
    )
    tables: dict[str, DataTable] = Field(default_factory=dict)
    extra: dict[str, str] = Field(
        default_factory=dict, description="Fields of one layout alone that no record holds."
    )

    def people_as(self, role: PersonRole) -> list[Person]:
        """Return the people who have `role`, in order."""
        return [person for person in self.people if person.role is role]

    def person_as(self, role: PersonRole) -> Person:
        """Return the one person who has `role`; ValueError unless there is exactly one."""
        (person,) = self.people_as(role)
        return person

    def signed_off(self, area: SignOffArea) -> SignOff:
        """Return the clearance of `area`; ValueError unless there is exactly one."""
        (clearance,) = (mark for mark in self.sign_offs if mark.area is area)
        return clearance
