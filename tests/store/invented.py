"""Records of invented reports, for the tests of the store and of the site.

Three councils that don't exist, with codes that no authority has, and one report that doesn't
tell whose it is.
"""

from hashlib import sha256

from schemas import (
    Appendix,
    BackgroundPaper,
    Confidentiality,
    Council,
    Delegation,
    Document,
    Enactment,
    Evidence,
    Implication,
    Meeting,
    Person,
    Problem,
    Recommendation,
    Report,
    Section,
    SignOff,
    Source,
    Sum,
)
from schemas.vocabulary import (
    ConfidentialityStatus,
    DocumentKind,
    ImplicationStatus,
    ImplicationType,
    PersonKind,
    PersonRole,
    ProblemCode,
    Reader,
    RecommendationAction,
    SectionKind,
    SignOffArea,
)

HARBOURNE = Council(name="Harbourne City Council", gss_code="E06999901")
FELLDALE = Council(name="Felldale Borough Council", gss_code="E07999902")
CWM_ARIAN = Council(name="Cwm Arian County Council", gss_code="W06999903")

REGISTER = {
    "E06999901": {
        "code": "HBN",
        "official_name": "Harbourne City Council",
        "nice_name": "Harbourne",
        "gss_code": "E06999901",
        "type": "unitary authority",
        "nation": "England",
        "region": "South West",
        "start_date": "1998-04-01",
        "end_date": "",
        "replaced_by": "",
        "alt_names": "Harbourne|City of Harbourne",
        "system": "ModernGov",
        "base_url": "https://democracy.harbourne.example/",
    },
    "E07999902": {
        "code": "FEL",
        "official_name": "Felldale Borough Council",
        "nice_name": "Felldale",
        "gss_code": "E07999902",
        "type": "non-metropolitan district",
        "nation": "England",
        "region": "North West",
        "start_date": "1974-04-01",
        "end_date": "",
        "replaced_by": "",
        "alt_names": "",
        "system": "CMIS",
        "base_url": "",
    },
    "W06999903": {
        "code": "CWA",
        "official_name": "Cwm Arian County Council",
        "nice_name": "Cwm Arian",
        "gss_code": "W06999903",
        "type": "Welsh unitary authority",
        "nation": "Wales",
        "region": "Wales",
        "start_date": "1996-04-01",
        "end_date": "",
        "replaced_by": "",
        "alt_names": "Cyngor Sir Cwm Arian",
        "system": "ModernGov",
        "base_url": "",
    },
    "S12999904": {"code": "NEV", "official_name": "A council that no report names"},
}


def digest(name: str) -> str:
    """SHA-256 of an invented file, from its name."""
    return sha256(name.encode()).hexdigest()


def document(name: str, *reports: Report, kind: DocumentKind = DocumentKind.REPORT) -> Document:
    """A document read from a PDF of this name."""
    return Document(
        source=Source(
            path=f"papers/{name}",
            sha256=digest(name),
            media_type="application/pdf",
            pages=6,
            reader=Reader.NATIVE,
        ),
        kind=kind,
        reports=reports,
    )


def box(path: str, page: int = 1, top: float = 72.0) -> Evidence:
    """Evidence on one line of a page."""
    return Evidence(path=path, page=page, bbox=(72.0, top, 300.5, top + 12.0), confidence=0.9)


FERRY = Report(
    pages=(1, 4),
    council=HARBOURNE,
    meeting=Meeting(
        committee="Cabinet", date="2026-03-12", time="14:00", venue="Council Chamber, Harbourne"
    ),
    title="Replacement of the Chain Ferry",
    reference="CAB/26/14",
    agenda_item="7",
    report_date="2026-02-27",
    confidentiality=Confidentiality(
        statement="Part I, with a Part II appendix",
        status=ConfidentialityStatus.PART_EXEMPT,
        paragraphs=("3",),
    ),
    key_decision=True,
    wards=("Quayside", "St Brannoc"),
    summary="The chain ferry is sixty years old. This report asks for its replacement.",
    people=(
        Person(
            name="Ann Tregarth",
            honorific="Councillor",
            post="Cabinet Member for Transport",
            role=PersonRole.LEAD_MEMBER,
            kind=PersonKind.MEMBER,
        ),
        Person(post="Director of Place", role=PersonRole.REPORT_OF, kind=PersonKind.OFFICER),
        Person(
            name="Ben Okafor",
            post="Senior Engineer",
            role=PersonRole.AUTHOR,
            kind=PersonKind.OFFICER,
            email="ben.okafor@harbourne.example",
            phone="01632 960 001",
        ),
    ),
    recommendations=(
        Recommendation(
            label="1",
            text="Approve the purchase of one chain ferry at £4.2m.",
            action=RecommendationAction.APPROVE,
        ),
        Recommendation(
            label="2",
            text="Delegate authority to the Director of Place, in consultation with the Cabinet"
            " Member for Transport, to:",
            action=RecommendationAction.DELEGATE,
            delegation=Delegation(
                to=("Director of Place",), in_consultation_with=("Cabinet Member for Transport",)
            ),
        ),
        Recommendation(
            label="a", text="let the contract; and", parent="2", action=RecommendationAction.AWARD
        ),
        Recommendation(
            label="b",
            text="dispose of the old vessel.",
            parent="2",
            action=RecommendationAction.OTHER,
        ),
    ),
    reasons="The hull no longer passes its survey.",
    alternatives="A bridge was considered and rejected: it would cost nine times as much.",
    implications=(
        Implication(
            type=ImplicationType.FINANCIAL,
            heading="Financial implications",
            text="£4.2m of capital over two years, from the transport reserve.",
            status=ImplicationStatus.SUBSTANTIVE,
        ),
        Implication(
            type=ImplicationType.LEGAL,
            heading="Legal implications",
            text="Section 111 of the Local Government Act 1972 gives the power to buy it.",
            status=ImplicationStatus.SUBSTANTIVE,
        ),
        Implication(
            type=ImplicationType.ENVIRONMENTAL,
            heading="Carbon footprint",
            text="",
            status=ImplicationStatus.BLANK,
        ),
    ),
    appendices=(
        Appendix(label="A", title="Hull survey"),
        Appendix(label="B", title="Tender prices", paragraphs=("3", "5")),
    ),
    background_papers=(
        BackgroundPaper(title="Transport Plan 2025 to 2035"),
        BackgroundPaper(title="Valuation of the old vessel", paragraphs=("3",)),
    ),
    sign_offs=(
        SignOff(area=SignOffArea.FINANCE, reference="pl.25.26.101", date="2026-02-20"),
        SignOff(area=SignOffArea.LEGAL, reference="JD/4401", date="2026-02-24"),
    ),
    sums=(
        Sum(
            amount=4_200_000,
            text="£4.2m",
            context="Approve the purchase of one chain ferry at £4.2m.",
            within="/recommendations/0/text",
        ),
        Sum(
            amount=4_200_000,
            text="£4.2m",
            context="£4.2m of capital over two years, from the transport reserve.",
            within="/implications/0/text",
        ),
    ),
    legislation=(
        Enactment(
            title="Local Government Act 1972",
            year=1972,
            provision="Section 111",
            url="https://www.legislation.gov.uk/ukpga/1972/70/section/111",
            within="/implications/1/text",
        ),
    ),
    sections=(
        Section(heading="Replacement of the Chain Ferry", kind=SectionKind.FRONT_MATTER),
        Section(
            heading="Background",
            kind=SectionKind.BACKGROUND,
            text="The ferry carries nine hundred vehicles a day across the estuary.",
            pages=(2, 3),
        ),
        Section(heading="The vessel", level=2, text="Built in 1966 at Appledene.", pages=(3, 3)),
    ),
    evidence=(
        box("/title", 1, 90),
        box("/recommendations/0/text", 1, 300),
        box("/recommendations/1/text", 1, 320),
        box("/recommendations/1/text", 2, 72),
        Evidence(path="/summary", page=1, bbox=(72, 200, 500, 224)),
    ),
)

LIBRARY = Report(
    pages=(5, 6),
    council=HARBOURNE,
    meeting=Meeting(committee="CABINET", date="2026-03-12"),
    title="Opening Hours of Libraries",
    key_decision=False,
    wards=("All",),
    people=(
        Person(
            name="ANN TREGARTH",
            honorific="Cllr",
            post="Leader of the Council",
            role=PersonRole.LEAD_MEMBER,
        ),
        Person(name="Carys Mellin", role=PersonRole.CONTACT, kind=PersonKind.OFFICER),
    ),
    recommendations=(
        Recommendation(
            text="That libraries open on Sundays from June.", action=RecommendationAction.OTHER
        ),
        Recommendation(text="That a report on the ferry café comes back in a year."),
    ),
    implications=(
        Implication(
            type=ImplicationType.FINANCIAL,
            heading="Finance",
            text="There are no direct financial implications; staff costs are met.",
            status=ImplicationStatus.NO_DIRECT,
        ),
        Implication(
            type=ImplicationType.EQUALITY,
            heading="Equality",
            text="",
            status=ImplicationStatus.BLANK,
        ),
    ),
    sign_offs=(SignOff(area=SignOffArea.FINANCE, reference="pl.25.26.102"),),
)

HOMES = Report(
    council=FELLDALE,
    meeting=Meeting(committee="Housing Committee", date="2025-11-05", time="18:30"),
    title="Homes for Rent at Mill Lane",
    reference="HC/25/44",
    confidentiality=Confidentiality(status=ConfidentialityStatus.OPEN, statement="Open"),
    key_decision=True,
    wards=("Mill Lane",),
    summary="Twelve homes for social rent.",
    people=(
        Person(
            name="Dilip Rao",
            post="Head of Housing",
            role=PersonRole.AUTHOR,
            kind=PersonKind.OFFICER,
            email="d.rao@felldale.example",
        ),
        Person(
            name="Harbour & Sons Ltd",
            role=PersonRole.CONSULTEE,
            kind=PersonKind.EXTERNAL,
        ),
        Person(role=PersonRole.CONTACT, phone="01632 960 444"),
    ),
    recommendations=(
        Recommendation(label="2.1", text="That twelve homes are built at Mill Lane for £2.1m."),
        Recommendation(
            label="2.2",
            text="That the Head of Housing has delegated authority to appoint.",
            action=RecommendationAction.DELEGATE,
            delegation=Delegation(to=("Head of Housing",)),
        ),
    ),
    implications=(
        Implication(
            type=ImplicationType.FINANCIAL,
            heading="Financial and legal implications",
            text="The scheme costs £2.1m.",
            status=ImplicationStatus.SUBSTANTIVE,
        ),
        Implication(
            type=ImplicationType.LEGAL,
            heading="Financial and legal implications",
            text="The scheme costs £2.1m.",
            status=ImplicationStatus.SUBSTANTIVE,
        ),
    ),
    appendices=(Appendix(label="1", title="Site plan"),),
    sums=(
        Sum(
            amount=2_100_000,
            text="£2.1m",
            context="That twelve homes are built at Mill Lane for £2.1m.",
            within="/recommendations/0/text",
        ),
        Sum(amount=-0.5, text="-£0.50", context="A refund of -£0.50.", within="/summary"),
    ),
    legislation=(
        Enactment(
            title="Housing Act 1985",
            year=1985,
            url="https://www.legislation.gov.uk/ukpga/1985/68",
            within="/summary",
        ),
    ),
    sections=(Section(heading="Financial and legal implications", text="The scheme costs £2.1m."),),
    evidence=(
        Evidence(path="/title", start=40, end=67),
        Evidence(path="/reference", start=70, end=78, confidence=1.0),
    ),
)

MARKET = Report(
    pages=(1, 2),
    council=CWM_ARIAN,
    meeting=Meeting(committee="Cabinet", date="2026-01-20"),
    title="The Market Hall: Lettings",
    confidentiality=Confidentiality(
        statement="Not for publication by virtue of paragraph 14",
        status=ConfidentialityStatus.EXEMPT,
        paragraphs=("14", "21"),
    ),
    people=(
        Person(name="Siân Prŷs", post="Estates Manager", role=PersonRole.AUTHOR),
        Person(post="Director of Place", role=PersonRole.APPROVER, kind=PersonKind.OFFICER),
    ),
    recommendations=(Recommendation(label="(i)", text="To let stalls nine to fourteen."),),
    implications=(
        Implication(
            type=ImplicationType.WELSH_LANGUAGE,
            heading="Welsh language",
            text="Signs will be bilingual.",
            status=ImplicationStatus.SUBSTANTIVE,
        ),
        Implication(
            type=ImplicationType.FINANCIAL,
            heading="Financial",
            text="None",
            status=ImplicationStatus.NONE,
        ),
    ),
    sign_offs=(SignOff(area=SignOffArea.DIRECTOR, date="2026-01-05"),),
)

WHOSE = Report(
    pages=(1, 1),
    meeting=Meeting(committee="Cabinet", date="2026-02-02"),
    title="Parking Charges",
    people=(Person(name="Ann Tregarth", role=PersonRole.AUTHOR),),
    recommendations=(Recommendation(text="That charges stay as they are."),),
)

DOCUMENTS = (
    document("ferry-pack.pdf", FERRY, LIBRARY, kind=DocumentKind.AGENDA_PACK),
    Document(
        source=Source(
            path="papers/homes.txt",
            url="https://felldale.example/homes.txt",
            sha256=digest("homes.txt"),
            media_type="text/plain",
            pages=None,
            reader=Reader.TEXT,
        ),
        kind=DocumentKind.REPORT,
        reports=(HOMES,),
    ),
    document("market.pdf", MARKET),
    Document(
        source=Source(
            path="papers/whose.pdf",
            sha256=digest("whose.pdf"),
            media_type="application/pdf",
            pages=1,
            reader=Reader.NATIVE,
        ),
        kind=DocumentKind.REPORT,
        reports=(WHOSE,),
        problems=(
            Problem(
                code=ProblemCode.COUNCIL_UNKNOWN,
                message="No council is named; say whose it is with --council.",
            ),
            Problem(code=ProblemCode.PAGE_FAILED, message="No words on the page.", page=1),
        ),
    ),
    document("plan.pdf", kind=DocumentKind.APPENDIX),
)

SCAN = "papers/scan.pdf"
SCAN_PROBLEM = Problem(code=ProblemCode.NO_TEXT, message="Pictures of pages: it needs OCR.")
