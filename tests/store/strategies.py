"""Documents of any content that the models admit."""

from hypothesis import strategies as st

from schemas import (
    AgendaItem,
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
    Member,
    Part,
    Person,
    Problem,
    Recommendation,
    Report,
    Section,
    SignOff,
    Sitting,
    Source,
    Sum,
)
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

# SQLite ends a text at a NUL; no reader of ours lets one through.
words = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=30)
maybe_words = st.none() | words
dates = st.none() | st.dates().map(str)
times = st.none() | st.times().map(lambda time: f"{time:%H:%M}")
page_numbers = st.integers(1, 2000)
pages = st.none() | st.tuples(page_numbers, page_numbers)
paragraphs = st.lists(words, max_size=3).map(tuple)
# Some lead to a recommendation or implication, some to nothing.
pointers = words.map(lambda rest: f"/{rest}") | st.builds(
    "/{}/{}/text".format,
    st.sampled_from(["recommendations", "implications", "sections"]),
    st.integers(0, 4),
)
lengths = st.floats(0, 5000)
confidences = st.none() | st.floats(0, 1)
councils = st.sampled_from(
    [
        Council(),
        Council(name="Invented Town Council"),
        Council(name="Made-up County Council", gss_code="E10999999"),
    ]
)


def some(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """A few of something, as a tuple."""
    return st.lists(strategy, max_size=3).map(tuple)


evidence = st.builds(
    Evidence,
    path=words,
    page=page_numbers,
    bbox=st.tuples(lengths, lengths, lengths, lengths),
    confidence=confidences,
) | st.builds(
    Evidence,
    path=words,
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    selector=maybe_words,
    confidence=confidences,
)

secrecy = st.builds(
    Confidentiality,
    statement=maybe_words,
    status=st.sampled_from(ConfidentialityStatus),
    paragraphs=paragraphs,
)

reports = st.builds(
    Report,
    pages=pages,
    council=councils,
    meeting=st.builds(Meeting, committee=maybe_words, date=dates, time=times, venue=maybe_words),
    title=maybe_words,
    reference=maybe_words,
    agenda_item=maybe_words,
    report_date=dates,
    confidentiality=secrecy,
    key_decision=st.none() | st.booleans(),
    wards=some(words),
    summary=maybe_words,
    people=some(
        st.builds(
            Person,
            name=maybe_words,
            honorific=maybe_words,
            post=maybe_words,
            role=st.sampled_from(PersonRole),
            kind=st.sampled_from(PersonKind),
            email=maybe_words,
            phone=maybe_words,
        )
    ),
    recommendations=some(
        st.builds(
            Recommendation,
            label=words,
            text=words,
            parent=maybe_words,
            action=st.none() | st.sampled_from(RecommendationAction),
            delegation=st.none()
            | st.builds(
                Delegation,
                to=st.lists(words, min_size=1, max_size=3).map(tuple),
                in_consultation_with=some(words),
            ),
        )
    ),
    reasons=maybe_words,
    alternatives=maybe_words,
    implications=some(
        st.builds(
            Implication,
            type=st.sampled_from(ImplicationType),
            heading=words,
            text=words,
            status=st.sampled_from(ImplicationStatus),
        )
    ),
    appendices=some(st.builds(Appendix, label=words, title=words, paragraphs=paragraphs)),
    background_papers=some(st.builds(BackgroundPaper, title=words, paragraphs=paragraphs)),
    sign_offs=some(
        st.builds(SignOff, area=st.sampled_from(SignOffArea), reference=maybe_words, date=dates)
    ),
    sums=some(
        st.builds(
            Sum,
            amount=st.floats(allow_nan=False, allow_infinity=False),
            text=words,
            context=words,
            within=pointers,
        )
    ),
    legislation=some(
        st.builds(
            Enactment,
            title=words,
            year=st.integers(1000, 9999),
            provision=maybe_words,
            url=words,
            within=pointers,
        )
    ),
    sections=some(
        st.builds(
            Section,
            heading=words,
            kind=st.sampled_from(SectionKind),
            level=st.integers(1, 6),
            text=words,
            pages=pages,
        )
    ),
    evidence=some(evidence),
)


# Nothing told, to the whole of it.
sittings = st.none() | st.builds(
    Sitting,
    committee=maybe_words,
    date=dates,
    time=times,
    venue=maybe_words,
    members=some(
        st.builds(Member, name=words, honorific=maybe_words, role=st.sampled_from(MemberRole))
    ),
)

# Few numbers, so that parts find their items, and some find two.
item_numbers = st.sampled_from(["", "1", "2", "10(a)"])

agenda_items = st.builds(
    AgendaItem,
    number=item_numbers,
    title=words,
    text=words,
    printed_pages=pages,
    pages=pages,
    confidentiality=secrecy,
    withheld=st.booleans(),
)

parts = st.builds(
    Part,
    kind=st.sampled_from(PartKind),
    title=words,
    label=words,
    pages=pages,
    start=st.none() | st.integers(0, 10**6),
    end=st.none() | st.integers(0, 10**6),
    printed_pages=pages,
    agenda_item=st.none() | item_numbers,
    report=st.none() | st.integers(0, 4),
    meeting=sittings,
    paragraphs=paragraphs,
    text=words,
)


def documents() -> st.SearchStrategy[Document]:
    """Any document; few enough files that some come twice."""
    return st.builds(
        Document,
        source=st.builds(
            Source,
            path=maybe_words,
            url=maybe_words,
            sha256=st.sampled_from(["a" * 64, "b" * 64, "c" * 64]),
            media_type=words,
            pages=st.none() | st.integers(0, 2000),
            reader=st.sampled_from(Reader),
        ),
        kind=st.sampled_from(DocumentKind),
        council=councils,
        meeting=sittings,
        agenda_items=some(agenda_items),
        parts=some(parts),
        reports=some(reports),
        problems=some(
            st.builds(
                Problem,
                code=st.sampled_from(ProblemCode),
                message=words,
                page=st.none() | page_numbers,
            )
        ),
        evidence=some(evidence),
    )
