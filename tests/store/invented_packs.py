"""Records of an invented meeting in its own papers, for the tests of the store and of the site.

An agenda, the pack with its reports, minutes and a notice of decisions, all of one council that
doesn't exist; and a text whose pages are lost.
"""

from schemas import (
    AgendaItem,
    Appendix,
    Confidentiality,
    Document,
    Evidence,
    Meeting,
    Member,
    Part,
    Person,
    Recommendation,
    Report,
    Sitting,
    Source,
)
from schemas.vocabulary import (
    ConfidentialityStatus,
    DocumentKind,
    MemberRole,
    PartKind,
    PersonKind,
    PersonRole,
    Reader,
)
from tests.store.invented import FELLDALE, box, digest

COMMITTEE = "Harbours and Moorings Committee"
CLERK = Person(name="Edwin Thrale", role=PersonRole.CONTACT, kind=PersonKind.OFFICER)

SITTING = Sitting(
    committee=COMMITTEE,
    date="2026-05-14",
    time="10:30",
    venue="Long Room, Customs House, Felldale",
    members=(
        Member(name="Oona Pellow", honorific="Councillor", role=MemberRole.CHAIR),
        Member(name="Rhys Cadby", honorific="Councillor", role=MemberRole.VICE_CHAIR),
        Member(name="Tamsin Verrier", honorific="Dr"),
    ),
)
LAST_SITTING = Sitting(
    committee=COMMITTEE.upper(),
    date="2026-02-19",
    members=(
        Member(name="Rhys Cadby", honorific="Cllr", role=MemberRole.CHAIR),
        Member(name="Tamsin Verrier"),
    ),
)
SECRET = Confidentiality(
    statement="Not for publication by virtue of paragraph 3",
    status=ConfidentialityStatus.EXEMPT,
    paragraphs=("3",),
)

ITEMS = (
    AgendaItem(number="1", title="Apologies", text="To receive apologies for absence."),
    AgendaItem(number="2", title="Minutes of the last meeting", printed_pages=(5, 6), pages=(3, 4)),
    AgendaItem(
        number="3",
        title="Dredging of the Inner Basin",
        printed_pages=(7, 13),
        pages=(5, 11),
        confidentiality=Confidentiality(status=ConfidentialityStatus.PART_EXEMPT),
    ),
    AgendaItem(number="4", title="Mooring charges", printed_pages=(15, 16), pages=(12, 13)),
    AgendaItem(
        number="5",
        title="Sale of the Old Chandlery",
        printed_pages=(17, 20),
        confidentiality=SECRET,
        withheld=True,
    ),
)

DREDGING = Report(
    pages=(5, 7),
    council=FELLDALE,
    meeting=Meeting(**SITTING.model_dump(exclude={"members"})),
    title="Dredging of the Inner Basin",
    reference="HM/26/09",
    agenda_item="3",
    people=(CLERK,),
    recommendations=(Recommendation(label="1", text="That the basin is dredged to four metres."),),
    appendices=(
        Appendix(label="A", title="Soundings"),
        Appendix(label="B", title="Tenders received", paragraphs=("3",)),
    ),
)
MOORINGS = Report(
    pages=(12, 13),
    council=FELLDALE,
    meeting=Meeting(committee=COMMITTEE, date="2026-05-14", time="11:00", venue="Town Hall"),
    title="Mooring charges",
    agenda_item="4",
    people=(CLERK,),
    recommendations=(Recommendation(text="That charges for moorings rise by three per cent."),),
)

MINUTES_TEXT = (
    "Members heard that a sunken pontoon blocked the fairway.\n\n"
    "Resolved: that the pontoon is raised before Easter."
)

PACK = Document(
    source=Source(
        path="papers/harbours-pack.pdf",
        sha256=digest("harbours-pack.pdf"),
        media_type="application/pdf",
        pages=15,
        reader=Reader.NATIVE,
    ),
    kind=DocumentKind.AGENDA_PACK,
    council=FELLDALE,
    meeting=SITTING,
    agenda_items=ITEMS,
    parts=(
        Part(
            kind=PartKind.AGENDA,
            title="Agenda",
            pages=(1, 2),
            printed_pages=(3, 4),
            text="Harbours and Moorings Committee\n\nAgenda\n\nSale of the Old Chandlery",
        ),
        Part(
            kind=PartKind.MINUTES,
            title="Minutes",
            pages=(3, 4),
            printed_pages=(5, 6),
            agenda_item="2",
            meeting=LAST_SITTING,
            text=MINUTES_TEXT,
        ),
        Part(
            kind=PartKind.REPORT,
            title="Dredging of the Inner Basin",
            pages=(5, 7),
            printed_pages=(7, 9),
            agenda_item="3",
            report=0,
        ),
        Part(
            kind=PartKind.APPENDIX,
            title="Soundings",
            label="A",
            pages=(8, 10),
            printed_pages=(10, 12),
            agenda_item="3",
            report=0,
            text="Depth at the bollard: two metres of silt above gravel.",
        ),
        Part(
            kind=PartKind.WITHHELD,
            title="Tenders received",
            label="B",
            pages=(11, 11),
            printed_pages=(13, 13),
            agenda_item="3",
            report=0,
            paragraphs=("3",),
            text="By virtue of paragraph 3, this page is left out.",
        ),
        Part(
            kind=PartKind.REPORT,
            title="Mooring charges",
            pages=(12, 13),
            printed_pages=(15, 16),
            agenda_item="4",
            report=1,
        ),
        Part(kind=PartKind.BLANK, pages=(14, 14)),
        Part(kind=PartKind.OTHER, title="Map of the harbour", pages=(15, 15), text="Scale 1:2500"),
    ),
    reports=(DREDGING, MOORINGS),
    evidence=(
        box("/meeting/date", 1),
        box("/agenda_items/2/title", 1, 240),
        box("/parts/1/title", 3),
    ),
)

AGENDA = Document(
    source=Source(
        path="papers/harbours-agenda.pdf",
        sha256=digest("harbours-agenda.pdf"),
        media_type="application/pdf",
        pages=2,
        reader=Reader.NATIVE,
    ),
    kind=DocumentKind.AGENDA,
    council=FELLDALE,
    meeting=SITTING,
    agenda_items=tuple(item.model_copy(update={"pages": None}) for item in ITEMS),
    parts=(Part(kind=PartKind.AGENDA, title="Agenda", pages=(1, 2), text="Agenda"),),
)

MINUTES = Document(
    source=Source(
        path="papers/harbours-minutes.html",
        sha256=digest("harbours-minutes.html"),
        media_type="text/html",
        reader=Reader.HTML,
    ),
    kind=DocumentKind.MINUTES,
    council=FELLDALE,
    meeting=SITTING.model_copy(update={"time": "10:45", "venue": None}),
    parts=(
        Part(
            kind=PartKind.MINUTES,
            title="Minutes of the Harbours and Moorings Committee",
            start=0,
            end=48,
            meeting=SITTING.model_copy(update={"time": "10:45", "venue": None}),
            text=(
                "3. Dredging of the Inner Basin\n\n"
                "Resolved: that the basin is dredged by September."
            ),
        ),
    ),
    evidence=(Evidence(path="/meeting/time", start=11, end=16),),
)

DECISIONS = Document(
    source=Source(
        path="papers/slipway.txt",
        sha256=digest("slipway.txt"),
        media_type="text/plain",
        reader=Reader.TEXT,
    ),
    kind=DocumentKind.DECISIONS,
    council=FELLDALE,
    meeting=Sitting(committee="Portfolio Holder for Leisure", date="2026-04-02"),
    parts=(
        Part(
            kind=PartKind.DECISIONS,
            title="Notice of decision: the North Slipway",
            start=0,
            end=61,
            meeting=Sitting(committee="Portfolio Holder for Leisure", date="2026-04-02"),
            text="The North Slipway is closed to trailers until further notice.",
        ),
    ),
)

PACKS = (PACK, AGENDA, MINUTES, DECISIONS)
