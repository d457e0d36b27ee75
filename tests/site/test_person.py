"""A person's or post's page."""

from pathlib import Path

from schemas import Delegation, Meeting, Person, Recommendation, Report
from schemas.vocabulary import PersonKind, PersonRole, RecommendationAction
from tests.site.conftest import Serve
from tests.site.reading import links, read, section, text_of
from tests.store.databases import fill
from tests.store.invented import HARBOURNE, document

ANN = "/person/HBN_ann-tregarth"
BEN = "/person/HBN_ben-okafor"
DIRECTOR = "/person/HBN_post_director-of-place"


async def test_it_says_who_they_are(serve: Serve) -> None:
    site = serve()
    ann = text_of(await read(site, ANN), ".facts")
    assert "Council Harbourne" in ann
    assert "Cabinet Member for Transport" in ann
    assert "Leader of the Council" in ann
    assert "Who A councillor or other member" in ann
    director = text_of(await read(site, DIRECTOR))
    assert "A post; the reports print no name with it" in director
    assert "can't be told apart" not in director


async def test_posts_stand_with_the_days_that_reports_print_them(
    serve: Serve, tmp_path: Path
) -> None:
    reports = [
        Report(
            pages=(page, page),
            council=HARBOURNE,
            meeting=Meeting(committee="Cabinet", date=date),
            people=(Person(name="Ann Tregarth", post=post, role=PersonRole.AUTHOR),),
        )
        for page, (date, post) in enumerate(
            (("2024-05-01", "Engineer"), ("2025-05-01", "Engineer"), ("2026-01-05", "Director")),
            start=1,
        )
    ]
    page = await read(serve(fill(tmp_path / "reports.db", document("a.pdf", *reports))), ANN)
    assert "Director (5 January 2026)Engineer (1 May 2024 to 1 May 2025)" in text_of(page, ".facts")


async def test_reports_are_told_by_role(serve: Serve) -> None:
    site = serve()
    reports = section(await read(site, ANN), "reports")
    roles = [" ".join(role.text().split()) for role in reports.css("nav li")]
    assert roles == ["In any role 2", "lead member 2"]
    assert "as lead member" in text_of(reports, ".entries")
    assert f"{ANN}?role=lead_member" in list(links(reports))
    ben = section(await read(site, f"{BEN}?role=author"), "reports")
    assert [link.text() for link in ben.css("[aria-current]")] == ["author"]
    assert len(ben.css(".entries li")) == 1
    nobody = section(await read(site, f"{BEN}?role=signatory"), "reports")
    assert nobody.css(".entries li") == []


async def test_somebody_who_is_two_things_to_a_report_has_it_once(
    serve: Serve, tmp_path: Path
) -> None:
    report = Report(
        pages=(1, 1),
        council=HARBOURNE,
        meeting=Meeting(committee="Cabinet", date="2026-03-12"),
        title="A paper",
        people=(
            Person(name="Ann Tregarth", role=PersonRole.AUTHOR),
            Person(name="Ann Tregarth", role=PersonRole.CONTACT),
        ),
    )
    page = await read(serve(fill(tmp_path / "reports.db", document("a.pdf", report))), ANN)
    reports = section(page, "reports")
    assert len(reports.css(".entries li")) == 1
    assert "as author, contact" in text_of(reports, ".entries")
    assert "In any role 1" in text_of(reports, "nav")
    assert text_of(section(page, "committees"), "li") == "Cabinet 1"


async def test_seats_are_shown_once_for_each_meeting(serve: Serve) -> None:
    seats = section(await read(serve(), "/person/FEL_rhys-cadby"), "seats")
    assert [" ".join(seat.text().split()) for seat in seats.css("li")] == [
        "14 May 2026: Harbours and Moorings Committee, as vice chair",
        "19 February 2026: Harbours and Moorings Committee, as chair",
    ]


async def test_what_is_delegated_to_their_office_is_shown(serve: Serve) -> None:
    site = serve()
    director = section(await read(site, DIRECTOR), "delegated")
    assert "To decide · 12 March 2026" in text_of(director, ".entries")
    assert "Delegate authority to the Director of Place" in text_of(director, ".entries")
    ann = section(await read(site, ANN), "delegated")
    assert "To be consulted" in text_of(ann, ".entries")
    elsewhere = await read(site, "/person/CWA_post_director-of-place")
    assert not elsewhere.css("#delegated"), "an office of another council"


async def test_contacts_are_shown_unless_they_are_hidden(serve: Serve) -> None:
    shown = await read(serve(), BEN)
    assert "ben.okafor@harbourne.example" in text_of(shown)
    assert "01632 960 001" in text_of(shown)
    hidden = await read(serve(hide_contacts=True), BEN)
    assert "@" not in (hidden.html or "")
    assert "01632" not in (hidden.html or "")


async def test_contacts_in_the_words_of_a_report_are_hidden_too(
    serve: Serve, tmp_path: Path
) -> None:
    report = Report(
        pages=(1, 1),
        council=HARBOURNE,
        meeting=Meeting(committee="Cabinet", date="2026-03-12"),
        title="Ask ann@harbourne.example",
        people=(Person(post="Harbour Master", role=PersonRole.AUTHOR, kind=PersonKind.OFFICER),),
        recommendations=(
            Recommendation(
                text="Delegate to the Harbour Master (01632 960 001).",
                action=RecommendationAction.DELEGATE,
                delegation=Delegation(to=("Harbour Master",)),
            ),
        ),
    )
    db = fill(tmp_path / "reports.db", document("a.pdf", report))
    for hidden in (False, True):
        site = serve(db, hide_contacts=hidden)
        for path in ("/person/HBN_post_harbour-master", "/committee/HBN_cabinet", "/council/HBN"):
            text = text_of(await read(site, path))
            assert ("ann@harbourne.example" in text) is not hidden
            assert ("01632 960 001" in text) is not (hidden or path == "/council/HBN")
