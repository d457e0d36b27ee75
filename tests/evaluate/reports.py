"""A report as stated, and what may have been read of it."""

from extract.evaluate.gold import GoldDocument, GoldReport
from schemas import (
    Appendix,
    BackgroundPaper,
    Confidentiality,
    Council,
    Document,
    Implication,
    Meeting,
    Person,
    Recommendation,
    Report,
    SignOff,
    Source,
)
from schemas.vocabulary import (
    ConfidentialityStatus,
    DocumentKind,
    ImplicationStatus,
    ImplicationType,
    PersonKind,
    PersonRole,
    Reader,
    SignOffArea,
)

REPORT = Report(
    pages=(1, 3),
    council=Council(name="Fife Council", gss_code="S12000047"),
    meeting=Meeting(committee="Cabinet", date="2026-03-12"),
    title="Repairs to the Harbour Wall",
    reference="HW/26/1",
    confidentiality=Confidentiality(statement="Open", status=ConfidentialityStatus.OPEN),
    key_decision=False,
    wards=("Harbour", "Links"),
    reasons="The wall leaks and will not last another winter.",
    people=(
        Person(
            name="Ann Example",
            post="Head of Harbours",
            role=PersonRole.AUTHOR,
            kind=PersonKind.OFFICER,
            email="ann@example.org",
            phone="01234 567890",
        ),
        Person(post="Director of Place", role=PersonRole.REPORT_OF, kind=PersonKind.OFFICER),
    ),
    recommendations=(
        Recommendation(label="(a)", text="That the repair of the wall be approved."),
        Recommendation(label="(b)", text="That the Director lets the contract."),
    ),
    implications=(
        Implication(
            type=ImplicationType.FINANCIAL,
            heading="Financial Risks",
            text="There are none.",
            status=ImplicationStatus.NONE,
        ),
        Implication(
            type=ImplicationType.LEGAL,
            heading="Legal Implications",
            text="The Council owns the wall and answers for it.",
            status=ImplicationStatus.SUBSTANTIVE,
        ),
    ),
    appendices=(Appendix(label="A", title="Survey of the wall"),),
    background_papers=(BackgroundPaper(title="Harbour strategy 2024"),),
    sign_offs=(SignOff(area=SignOffArea.FINANCE, reference="F.12", date="2026-03-01"),),
)


def stated(*reports: Report, partial: bool = False) -> GoldDocument:
    """Gold that states these reports."""
    return GoldDocument(
        document="fife-council/harbour-wall.pdf",
        kind=DocumentKind.REPORT,
        reports=tuple(GoldReport(**dict(report)) for report in reports),
        partial=partial,
    )


def read(*reports: Report) -> Document:
    """A document in which these reports were read."""
    source = Source(sha256="0" * 64, media_type="application/pdf", reader=Reader.NATIVE)
    return Document(source=source, kind=DocumentKind.REPORT, reports=reports)
