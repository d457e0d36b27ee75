"""A report, and what becomes of it in copies, for the tests of what is published twice."""

from schemas import (
    Evidence,
    Implication,
    Meeting,
    Part,
    Person,
    Recommendation,
    Report,
    Section,
    Sitting,
    Source,
    Sum,
)
from schemas.vocabulary import (
    DocumentKind,
    ImplicationStatus,
    ImplicationType,
    PartKind,
    PersonRole,
    Reader,
)
from tests.store.invented import HARBOURNE, LIBRARY, box, digest, document

FORM = Section(
    heading="Equality and climate",
    text="An assessment of the effect on people with protected characteristics has been made and"
    " is published with this paper. There is no effect on the target for emissions.",
)

PIER = Report(
    pages=(1, 3),
    council=HARBOURNE,
    meeting=Meeting(committee="Cabinet", date="2026-03-12"),
    title="Repair of the Stone Pier, Phase 2",
    summary="Storms in the winter of 2024 broke 38 metres of the pier's outer wall.",
    recommendations=(
        Recommendation(label="1", text="Approve the repair of the outer wall at £1,250,000."),
        Recommendation(
            label="2", text="Delegate to the Harbour Master the choice of the stone to be used."
        ),
    ),
    sections=(
        Section(
            heading="Background",
            text="The pier was built in 1874 for the herring fleet. Engineers found in 2025 that"
            " two of its eleven piles have moved by as much as 140 mm, and that the crane at its"
            " head must not be used. Boats land their catch at the quay meanwhile, which costs the"
            " fishermen's association some £900 a week.",
        ),
        Section(
            heading="The works",
            text="Granite of the old quarry matches the wall best. The contractor needs 16 weeks"
            " between April and September, when the sea is calm enough for divers to set the"
            " lowest courses by hand.",
        ),
        FORM,
    ),
    people=(Person(name="Ines Calloway", post="Harbour Master", role=PersonRole.AUTHOR),),
    implications=(
        Implication(
            type=ImplicationType.FINANCIAL,
            heading="Money",
            text="The harbour reserve has £1,250,000.",
            status=ImplicationStatus.SUBSTANTIVE,
        ),
    ),
    sums=(
        Sum(
            amount=1_250_000,
            text="£1,250,000",
            context="Approve the repair of the outer wall at £1,250,000.",
            within="/recommendations/0/text",
        ),
    ),
    evidence=(box("/title"), Evidence(path="/summary", start=4, end=90, confidence=0.75)),
)


def changed(report: Report, old: str, new: str) -> Report:
    """The report with other words wherever it has these."""
    text = report.model_dump_json()
    assert old in text
    return Report.model_validate_json(text.replace(old, new))


def at(report: Report, **meeting: str | None) -> Report:
    """The report to another meeting."""
    return report.model_copy(update={"meeting": report.meeting.model_copy(update=meeting)})


def misread(report: Report) -> Report:
    """The report as OCR of a poor copy may have it."""
    for printed, read in (("herring", "hcrring"), ("outer", "outcr"), ("stone", "storie")):
        report = changed(report, printed, read)
    return report


#: The report as the pack of the meeting has it.
IN_PACK = changed(PIER, "quarry matches", "quarry Page 115 OFFICIAL matches").model_copy(
    update={
        "pages": (15, 17),
        "agenda_item": "7",
        "meeting": Meeting(committee="CABINET", date="2026-03-12", venue="Guildhall"),
        "people": (*PIER.people, Person(name="Orla Finch", role=PersonRole.CONTACT)),
        "evidence": (box("/title", 15),),
    }
)
ALONE = document("pier.pdf", PIER)
PACK = document("cabinet-pack.pdf", LIBRARY, IN_PACK, kind=DocumentKind.AGENDA_PACK).model_copy(
    update={
        "council": HARBOURNE,
        "meeting": Sitting(committee="Cabinet", date="2026-03-12", time="14:00"),
        "parts": (
            Part(kind=PartKind.REPORT, title="Opening Hours of Libraries", report=0),
            Part(kind=PartKind.REPORT, title="Repair of the Stone Pier", report=1),
            Part(kind=PartKind.APPENDIX, title="Tide tables", report=1, text="High water."),
        ),
    }
)
SCAN = document("pier-scan.pdf", misread(PIER)).model_copy(
    update={
        "source": Source(
            path="papers/pier-scan.pdf",
            sha256=digest("pier-scan.pdf"),
            media_type="application/pdf",
            pages=3,
            reader=Reader.OCR,
        )
    }
)
#: The same report with another sum, published later.
UPDATE = document("pier-updated.pdf", changed(PIER, "£1,250,000", "£1,375,000"))
