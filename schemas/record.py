"""The record: what one parsed document says, as frozen Pydantic models.

These models are the source of `schemas/record.schema.json`, of the JSON that
`council-reports parse` prints, and of the database's columns. Text values keep the words as
printed: running heads, feet and page numbers removed, words broken over a line or page joined,
white space folded within a paragraph, paragraphs kept apart by a blank line.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from schemas.vocabulary import (
    ConfidentialityStatus,
    DocumentKind,
    ImplicationStatus,
    ImplicationType,
    MemberRole,
    PartKind,
    PersonKind,
    PersonRole,
    ProblemCode,
    Reader,
    RecommendationAction,
    SectionKind,
    SignOffArea,
)

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
PageRange = tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]]
Box = tuple[float, float, float, float]
Pointer = Annotated[str, Field(pattern=r"^/")]


class Model(BaseModel):
    """Frozen, and closed: a misspelt key is an error, not a silent extra."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """The file that was read."""

    path: str | None = Field(None, description="Path as given to the reader.")
    url: str | None = Field(None, description="Address that the file was fetched from.")
    sha256: Sha256 = Field(description="SHA-256 of the file's bytes, in hex.")
    media_type: str = Field(description="IANA media type, from the bytes rather than the name.")
    pages: int | None = Field(None, ge=0, description="Number of pages; null for text.")
    reader: Reader = Field(description="How the words were taken from the file.")


class Problem(Model):
    """Something that could not be read or did not add up. Never silent."""

    code: ProblemCode = Field(description="What kind of problem this is.")
    message: str = Field(description="What happened, and what to do about it.")
    page: int | None = Field(None, ge=1, description="Page (1-based) that it concerns.")


class Evidence(Model):
    """Where a value stands in the source.

    PDF input gives `page` and `bbox`, one entry for each line that the value spans; text input
    gives `start` and `end`. Word and HTML give both of these in the document's plain text, and
    `selector`, one entry for each element of the file. The shape follows W3C Web Annotation
    selectors (a fragment of a page, a text position, an element), reduced to what a reader needs
    to point at the words.
    """

    path: str = Field(
        description="JSON Pointer (RFC 6901) to a leaf value: into the report that carries it, or"
        " into the document, for what the document carries itself."
    )
    page: int | None = Field(None, ge=1, description="Page of the source, 1-based.")
    bbox: Box | None = Field(
        None, description="x0, top, x1, bottom in PDF points, origin at the page's top left."
    )
    start: int | None = Field(None, ge=0, description="First character, in code points.")
    end: int | None = Field(None, ge=0, description="One past the last character.")
    selector: str | None = Field(
        None,
        description="Element that holds it: a CSS selector for HTML; for Word counted from the"
        ' body as XPath does ("tbl[2]/tr[3]/tc[1]/p[1]").',
    )
    confidence: float | None = Field(None, ge=0, le=1, description="0 to 1; null for certain.")

    @model_validator(mode="after")
    def _one_place(self) -> Evidence:
        boxed = self.page is not None and self.bbox is not None
        ranged = self.start is not None and self.end is not None
        if boxed == ranged:
            raise ValueError("evidence names either a page and box or a character range")
        return self


class Council(Model):
    """The authority whose report this is."""

    name: str | None = Field(None, description='Official name, e.g. "Plymouth City Council".')
    gss_code: str | None = Field(
        None, description="ONS nine-character code of its area.", pattern=r"^[ENSWK]\d{8}$"
    )


class Meeting(Model):
    """The decision-making or receiving body, and when it meets."""

    committee: str | None = Field(None, description="The body, or the single decision maker.")
    date: str | None = Field(
        None, description="Day of the meeting, ISO 8601.", pattern=r"^\d{4}-\d{2}-\d{2}$"
    )
    time: str | None = Field(None, description="24-hour HH:MM.", pattern=r"^\d{2}:\d{2}$")
    venue: str | None = Field(None, description="Place of the meeting as printed.")


class Member(Model):
    """Somebody who sits on the body that meets."""

    name: str = Field(description="Name without honorific.")
    honorific: str | None = Field(None, description='"Councillor", "Dr" … as printed.')
    role: MemberRole = Field(MemberRole.MEMBER, description="What they are to the body.")


class Sitting(Meeting):
    """A meeting as its own papers give it: an agenda, minutes or a notice of decisions."""

    members: tuple[Member, ...] = Field(
        (), description="Who sits on the body, in the order of the page; the chair among them."
    )


def _told(sitting: Sitting | None) -> Sitting | None:
    """A meeting of which nothing is told is none."""
    return None if sitting == Sitting() else sitting


class Confidentiality(Model):
    """Whether the press and public may read the report."""

    statement: str | None = Field(None, description="The statement as printed, without its label.")
    status: ConfidentialityStatus = Field(
        ConfidentialityStatus.UNSTATED, description="What the statement amounts to."
    )
    paragraphs: tuple[str, ...] = Field(
        (), description="Paragraphs of Schedule 12A (Local Government Act 1972) relied on."
    )


class Person(Model):
    """One thing that a person, or an unnamed post, is to the report."""

    name: str | None = Field(None, description="Name without honorific; null for a bare post.")
    honorific: str | None = Field(None, description='"Councillor", "Dr" … as printed.')
    post: str | None = Field(None, description="Job title or portfolio as printed.")
    role: PersonRole = Field(description="What they are to the report.")
    kind: PersonKind = Field(PersonKind.UNKNOWN, description="Elected, employed or external.")
    email: str | None = Field(None, description="E-mail address as printed.")
    phone: str | None = Field(None, description="Telephone number as printed.")


class Delegation(Model):
    """Whom a recommendation leaves a decision to, and with whom they must talk first.

    A power of officers comes from a delegation (Local Government Act 1972, section 101, and its
    counterparts); "authorise the Director to" is one as much as "delegate authority to".
    """

    to: tuple[str, ...] = Field(
        min_length=1, description="Offices, or bodies, that are to decide, as printed."
    )
    in_consultation_with: tuple[str, ...] = Field(
        (), description="Offices, or bodies, that they are to consult, as printed."
    )


class Recommendation(Model):
    """One thing that the deciding body is asked to do."""

    label: str = Field("", description='Printed label ("1", "(i)", "2.1"); "" if unnumbered.')
    text: str = Field(description="The whole recommendation without its label.")
    parent: str | None = Field(None, description="Label of the item that this one is nested in.")
    action: RecommendationAction | None = Field(
        None,
        description="What its first verb asks for; else that of what it stands under; or null.",
    )
    delegation: Delegation | None = Field(
        None, description="To whom it leaves a decision; null where it leaves none."
    )


class Implication(Model):
    """What the report says its proposals imply for one subject."""

    type: ImplicationType = Field(description="The subject.")
    heading: str = Field(description="Heading as printed.")
    text: str = Field(description='What stands under it; "" where nothing does.')
    status: ImplicationStatus = Field(description="What the text amounts to.")


class Appendix(Model):
    """A document attached to the report."""

    label: str = Field("", description='"A", "1"; "" if it has none.')
    title: str = Field("", description='Title as printed; "" where only a label is given.')
    paragraphs: tuple[str, ...] = Field(
        (), description="Schedule 12A paragraphs that exempt it; empty if open."
    )


class BackgroundPaper(Model):
    """A paper relied on in preparing the report (Local Government Act 1972, section 100D)."""

    title: str = Field(description="Title as printed, without an address.")
    paragraphs: tuple[str, ...] = Field(
        (), description="Schedule 12A paragraphs that exempt it; empty if open."
    )


class SignOff(Model):
    """One clearance from a sign-off grid."""

    area: SignOffArea = Field(description="The office that cleared the report.")
    reference: str | None = Field(None, description="Code, initials or name as printed.")
    date: str | None = Field(
        None, description="Day of the clearance, ISO 8601.", pattern=r"^\d{4}-\d{2}-\d{2}$"
    )


class Sum(Model):
    """One printing of a sum of money."""

    amount: float = Field(allow_inf_nan=False, description="Pounds sterling.")
    text: str = Field(description='The sum as printed: "£1.28 million".')
    context: str = Field(description="The sentence that it stands in, which says what it is.")
    within: Pointer = Field(description="JSON Pointer to the value of the report that states it.")


class Enactment(Model):
    """One citation of an Act, a Measure or a statutory instrument."""

    title: str = Field(description='Short title as printed, with its year: "Care Act 2014".')
    year: int = Field(ge=1000, le=9999, description="Year of its title.")
    provision: str | None = Field(
        None, description='The part that is cited, as printed: "section 111"; null for the whole.'
    )
    url: str = Field(
        description="Where it stands on legislation.gov.uk; else a search there for its title."
    )
    within: Pointer = Field(description="JSON Pointer to the value of the report that cites it.")


class Section(Model):
    """One heading of the report and what stands under it, up to the next heading."""

    heading: str = Field(description="Heading as printed, without its number.")
    kind: SectionKind = Field(SectionKind.OTHER, description="What the heading introduces.")
    level: int = Field(1, ge=1, le=6, description="Depth, 1 for a main heading.")
    text: str = Field("", description="Text under the heading.")
    pages: PageRange | None = Field(None, description="First and last page; null for text.")


class Report(Model):
    """One report to a council body."""

    pages: PageRange | None = Field(
        None, description="First and last page, 1-based, without appendices; null for text."
    )
    council: Council = Field(default_factory=Council, description="Whose report it is.")
    meeting: Meeting = Field(default_factory=Meeting, description="Who receives it, and when.")
    title: str | None = Field(None, description="The report's own title.")
    reference: str | None = Field(None, description="The report's own reference or number.")
    agenda_item: str | None = Field(None, description='Item of the agenda: "7", "10(a)".')
    report_date: str | None = Field(
        None,
        description="Day the report is signed or dated, ISO 8601, when not the meeting's.",
        pattern=r"^\d{4}-\d{2}-\d{2}$",
    )
    confidentiality: Confidentiality = Field(
        default_factory=Confidentiality, description="Whether the public may read it."
    )
    key_decision: bool | None = Field(None, description="A key decision; null if not stated.")
    wards: tuple[str, ...] = Field((), description='Wards as printed; "All" for every ward.')
    summary: str | None = Field(None, description="Summary, or purpose where there is none.")
    people: tuple[Person, ...] = Field((), description="People and posts, one for each role.")
    recommendations: tuple[Recommendation, ...] = Field((), description="What is asked for.")
    reasons: str | None = Field(None, description="Reasons for the recommendations.")
    alternatives: str | None = Field(None, description="Alternative options considered.")
    implications: tuple[Implication, ...] = Field((), description="Implications, by subject.")
    appendices: tuple[Appendix, ...] = Field((), description="Documents attached.")
    background_papers: tuple[BackgroundPaper, ...] = Field((), description="Papers relied on.")
    sign_offs: tuple[SignOff, ...] = Field((), description="Clearances recorded.")
    sums: tuple[Sum, ...] = Field((), description="Sums of money stated.")
    legislation: tuple[Enactment, ...] = Field((), description="Legislation cited.")
    sections: tuple[Section, ...] = Field((), description="Every heading in order.")
    evidence: tuple[Evidence, ...] = Field((), description="Where each value stands.")


class AgendaItem(Model):
    """One item of business, as the agenda gives it.

    An item that is taken in private is an item all the same (Local Government Act 1972, section
    100B(4)): it is here though its report is not.
    """

    number: str = Field("", description='As printed: "7", "10(a)"; "" if unnumbered.')
    title: str = Field(description="Title as printed.")
    text: str = Field("", description="What the agenda says below the title.")
    printed_pages: PageRange | None = Field(
        None, description="Pages of the pack that the agenda gives for it, as they are numbered."
    )
    pages: PageRange | None = Field(
        None,
        description="Where its papers, or leaves in place of withheld ones, stand in the file,"
        " 1-based; null if none do.",
    )
    confidentiality: Confidentiality = Field(
        default_factory=Confidentiality, description="Whether it is taken in public."
    )
    withheld: bool = Field(
        False, description="Its report, or a part of that, is kept from the public."
    )


class Part(Model):
    """A run of pages that belong together. The parts of a document hold each page once."""

    kind: PartKind = Field(description="What the pages are.")
    title: str = Field("", description='Title as printed; "" if none was found.')
    label: str = Field("", description='Of an appendix: "A", "1"; "" if it has none.')
    pages: PageRange | None = Field(None, description="First and last, 1-based; null for text.")
    start: int | None = Field(None, ge=0, description="Of a text: the first character.")
    end: int | None = Field(None, ge=0, description="Of a text: one past the last character.")
    printed_pages: PageRange | None = Field(
        None, description="The numbers that the pack prints on the first and last of the pages."
    )
    agenda_item: str | None = Field(None, description="Number of the item that it belongs to.")
    report: int | None = Field(
        None, ge=0, description="Which of `reports` it is, or is attached to; from 0."
    )
    meeting: Annotated[Sitting | None, AfterValidator(_told)] = Field(
        None, description="Of minutes and decisions: the meeting that they are of."
    )
    paragraphs: tuple[str, ...] = Field(
        (), description="Schedule 12A paragraphs for which it is withheld; empty if open."
    )
    text: str = Field(
        "", description='Its full text; "" for a report, whose text is in its sections.'
    )


class Document(Model):
    """One published document, as read."""

    source: Source = Field(description="The file.")
    kind: DocumentKind = Field(description="What the document is.")
    council: Council = Field(default_factory=Council, description="Whose paper it is.")
    meeting: Annotated[Sitting | None, AfterValidator(_told)] = Field(
        None, description="The meeting that an agenda, pack, minutes or decisions are of."
    )
    agenda_items: tuple[AgendaItem, ...] = Field((), description="The business, in order.")
    parts: tuple[Part, ...] = Field((), description="What its pages are, in order, none left out.")
    reports: tuple[Report, ...] = Field((), description="Reports in document order.")
    problems: tuple[Problem, ...] = Field((), description="What could not be read.")
    evidence: tuple[Evidence, ...] = Field(
        (), description="Where values of council, meeting, agenda items and parts stand."
    )
