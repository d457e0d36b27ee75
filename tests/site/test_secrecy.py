"""What the public may not see is told page by page, and in doubt is not shown."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extract.site.secrecy import Secrecy, secrecy_of
from schemas import (
    AgendaItem,
    Appendix,
    Confidentiality,
    Document,
    Part,
    Report,
    Source,
)
from schemas.vocabulary import ConfidentialityStatus, DocumentKind, PartKind, Reader
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS, FELLDALE, MARKET, digest, document
from tests.store.invented_copies import ALONE, PACK, PIER
from tests.store.invented_packs import ITEMS, PACKS
from tests.store.invented_packs import PACK as HARBOURS

EXEMPT = Confidentiality(status=ConfidentialityStatus.EXEMPT, statement="Exempt")
PARTLY = Confidentiality(status=ConfidentialityStatus.PART_EXEMPT, statement="Exempt in part")


def secrecy(tmp_path: Path, one: Document, *others: Document) -> Secrecy:
    """What may not be shown of the first document, in a database of all."""
    path = fill(tmp_path / "reports.db", one, *others)
    with closing(sqlite3.connect(path)) as connection:
        return secrecy_of(connection, one.source.sha256)


def closed(told: Secrecy, pages: int) -> set[int]:
    """The pages that may not be shown."""
    return {page for page in range(1, pages + 1) if told.of_page(page)}


def part(kind: PartKind, first: int, last: int, **more: object) -> Part:
    return Part.model_validate({"kind": kind, "pages": (first, last), **more})


def pack(*parts: Part, reports: tuple[Report, ...], items: tuple[AgendaItem, ...] = ()) -> Document:
    """A pack of six pages."""
    whole = document("pack.pdf", *reports, kind=DocumentKind.AGENDA_PACK)
    return whole.model_copy(update={"council": FELLDALE, "parts": parts, "agenda_items": items})


def report(first: int | None, last: int | None, **more: object) -> Report:
    pages = None if first is None else (first, last)
    return Report.model_validate({"pages": pages, "title": f"Paper at {first}", **more})


OPEN = report(1, 2)


def test_open_papers_are_open(tmp_path: Path) -> None:
    for paper in (DOCUMENTS[0], DOCUMENTS[3]):
        assert secrecy(tmp_path, paper) == Secrecy()


def test_a_document_of_an_exempt_report_is_closed_from_end_to_end(tmp_path: Path) -> None:
    told = secrecy(tmp_path, document("market.pdf", MARKET))
    assert closed(told, 6) == {1, 2, 3, 4, 5, 6}
    assert "exempt from publication" in (told.of_page(1) or "")
    assert told.of_characters(0, 5)


def test_a_pack_whose_reports_are_all_exempt_is_closed_with_its_front_sheet(
    tmp_path: Path,
) -> None:
    paper = pack(
        part(PartKind.AGENDA, 1, 2),
        part(PartKind.REPORT, 3, 6, report=0),
        reports=(report(3, 6, confidentiality=EXEMPT),),
    )
    assert closed(secrecy(tmp_path, paper), 6) == {1, 2, 3, 4, 5, 6}


def test_an_exempt_report_among_open_ones_is_closed_with_what_is_attached(tmp_path: Path) -> None:
    paper = pack(
        part(PartKind.REPORT, 1, 2, report=0),
        part(PartKind.REPORT, 3, 4, report=1),
        part(PartKind.APPENDIX, 5, 5, report=1, label="A"),
        part(PartKind.OTHER, 6, 6),
        reports=(OPEN, report(3, 4, confidentiality=EXEMPT)),
    )
    assert closed(secrecy(tmp_path, paper), 6) == {3, 4, 5}


def test_pages_of_a_report_are_closed_though_no_part_has_them(tmp_path: Path) -> None:
    paper = pack(reports=(OPEN, report(3, 4, confidentiality=EXEMPT)))
    assert closed(secrecy(tmp_path, paper), 6) == {3, 4}


def test_a_leaf_and_a_part_with_paragraphs_are_closed(tmp_path: Path) -> None:
    told = secrecy(tmp_path, HARBOURS)
    assert closed(told, 15) == {11}
    assert "in place of" in (told.of_page(11) or "")
    paper = pack(
        part(PartKind.REPORT, 1, 2, report=0),
        part(PartKind.APPENDIX, 3, 3, paragraphs=("3",)),
        part(PartKind.APPENDIX, 4, 4, title="Bids (Confidential: commercial)"),
        part(PartKind.MINUTES, 5, 5, title="Minutes (exempt)"),
        part(PartKind.OTHER, 6, 6, title="Private hire vehicles"),
        reports=(OPEN,),
    )
    assert closed(secrecy(tmp_path, paper), 6) == {3, 4, 5}


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ("NOT FOR PUBLICATION by virtue of paragraph 3\n\nBids", False),
        ("Appendix B\n\nThis appendix is exempt from publication.", False),
        ("Bids\n\nConfidential\n\nThe lowest bid was ours.", False),
        ("Bids\n\nThe bids are confidential until they are opened.", True),
        ("Exempt organisations pay no rates.", True),
        (f"{'Open words. ' * 50}\n\nNot for publication", True),
    ],
)
@pytest.mark.parametrize("kind", [PartKind.APPENDIX, PartKind.SUPPLEMENT, PartKind.OTHER])
def test_a_paper_that_says_so_in_its_first_lines_is_closed(
    tmp_path: Path, kind: PartKind, opening: str, shown: bool
) -> None:
    alone = document("b.pdf", kind=DocumentKind.APPENDIX)
    paper = alone.model_copy(update={"parts": (part(kind, 1, 6, text=opening),)})
    assert closed(secrecy(tmp_path, paper), 6) == (set() if shown else {1, 2, 3, 4, 5, 6})


def test_what_an_agenda_tells_of_others_does_not_close_it(tmp_path: Path) -> None:
    agenda = part(PartKind.AGENDA, 1, 2, text="Agenda\n\nNot for publication: item 9")
    paper = pack(agenda, part(PartKind.REPORT, 3, 4, report=0), reports=(OPEN,))
    assert secrecy(tmp_path, paper) == Secrecy()


def test_an_exempt_item_of_the_agenda_is_closed_by_its_pages_and_by_its_parts(
    tmp_path: Path,
) -> None:
    items = (
        ITEMS[0],
        AgendaItem(number="8", title="Sale", pages=(3, 3), confidentiality=EXEMPT),
        AgendaItem(number="9", title="Lease", confidentiality=EXEMPT),
    )
    paper = pack(
        part(PartKind.REPORT, 1, 2, report=0, agenda_item="1"),
        part(PartKind.OTHER, 3, 4),
        part(PartKind.SUPPLEMENT, 5, 5, agenda_item="9"),
        part(PartKind.BLANK, 6, 6),
        reports=(OPEN,),
        items=items,
    )
    told = secrecy(tmp_path, paper)
    assert closed(told, 6) == {3, 5}
    assert "taken in private" in (told.of_page(5) or "")


@pytest.mark.parametrize(
    ("attached", "shown"),
    [
        (part(PartKind.APPENDIX, 3, 6, report=0, label="A"), True),
        (part(PartKind.APPENDIX, 3, 6, report=0, title="THE SOUNDINGS"), True),
        (part(PartKind.APPENDIX, 3, 6, report=0, label="B"), False),
        (part(PartKind.APPENDIX, 3, 6, report=0, label="A", title="Tenders received"), False),
        (part(PartKind.APPENDIX, 3, 6, report=0, label="C"), False),
        (part(PartKind.APPENDIX, 3, 6, report=0, label="D", title="Bids"), False),
        (part(PartKind.APPENDIX, 3, 6, report=0), False),
        (part(PartKind.SUPPLEMENT, 3, 6, report=0, label="E"), False),
        (part(PartKind.REPORT, 3, 6, report=0), True),
    ],
)
def test_of_a_report_exempt_in_part_only_appendices_listed_as_open_are_shown(
    tmp_path: Path, attached: Part, shown: bool
) -> None:
    listing = report(
        1,
        2,
        confidentiality=PARTLY,
        appendices=(
            Appendix(label="A", title="Soundings"),
            Appendix(label="B", title="Tenders received", paragraphs=("3",)),
            Appendix(label="D", title="Bids (exempt)"),
        ),
    )
    told = secrecy(
        tmp_path, pack(part(PartKind.REPORT, 1, 2, report=0), attached, reports=(listing,))
    )
    assert closed(told, 6) == (set() if shown else {3, 4, 5, 6})


def test_what_is_attached_under_a_withheld_item_is_closed_unless_listed(tmp_path: Path) -> None:
    paper = pack(
        part(PartKind.REPORT, 1, 2, report=0, agenda_item="7"),
        part(PartKind.APPENDIX, 3, 3, report=0, agenda_item="7", label="1"),
        part(PartKind.APPENDIX, 4, 4, report=0, agenda_item="7", label="2"),
        part(PartKind.SUPPLEMENT, 5, 6, agenda_item="7"),
        reports=(report(1, 2, appendices=(Appendix(label="1", title="Map"),)),),
        items=(AgendaItem(number="7", title="Paper", withheld=True),),
    )
    assert closed(secrecy(tmp_path, paper), 6) == {4, 5, 6}


def test_a_report_is_exempt_wherever_it_is_published(tmp_path: Path) -> None:
    """Its source in the pack says so; the copy published alone does not."""
    exempt = PACK.model_copy(
        update={
            "reports": (
                PACK.reports[0],
                PACK.reports[1].model_copy(update={"confidentiality": EXEMPT}),
            ),
            "parts": (),
        }
    )
    assert closed(secrecy(tmp_path, ALONE, exempt), 3) == {1, 2, 3}
    assert closed(secrecy(tmp_path, exempt, ALONE), 18) == {15, 16, 17}


def test_a_report_is_exempt_where_an_agenda_has_it_under_an_exempt_item(tmp_path: Path) -> None:
    exempt = PACK.model_copy(
        update={
            "parts": (part(PartKind.REPORT, 15, 17, report=1, agenda_item="7"),),
            "agenda_items": (
                AgendaItem(number="7", title=PIER.title or "", confidentiality=EXEMPT),
            ),
        }
    )
    assert closed(secrecy(tmp_path, ALONE, exempt), 3) == {1, 2, 3}


def text(*parts: Part, reports: tuple[Report, ...]) -> Document:
    """A text document, which has no pages."""
    return Document(
        source=Source(
            path="papers/pack.txt",
            sha256=digest("pack.txt"),
            media_type="text/plain",
            reader=Reader.TEXT,
        ),
        kind=DocumentKind.AGENDA_PACK,
        council=FELLDALE,
        parts=parts,
        reports=reports,
    )


def test_of_a_text_the_characters_are_closed(tmp_path: Path) -> None:
    paper = text(
        Part(kind=PartKind.REPORT, start=0, end=100, report=0),
        Part(kind=PartKind.REPORT, start=100, end=200, report=1),
        reports=(report(None, None), report(None, None, confidentiality=EXEMPT)),
    )
    told = secrecy(tmp_path, paper)
    assert told.whole is None
    assert told.of_characters(90, 100) is None
    assert told.of_characters(99, 101)
    assert told.of_characters(150, 160)


def test_an_exempt_report_at_no_known_place_closes_its_document(tmp_path: Path) -> None:
    reports = (report(None, None), report(None, None, confidentiality=EXEMPT))
    told = secrecy(tmp_path, text(reports=reports))
    assert "not known" in (told.whole or "")
    told = secrecy(tmp_path, text(Part(kind=PartKind.WITHHELD), reports=reports[:1]))
    assert "not known" in (told.whole or "")


def test_the_papers_of_the_invented_meeting_are_open_but_for_the_leaf(tmp_path: Path) -> None:
    for paper in PACKS[1:]:
        assert secrecy(tmp_path, paper) == Secrecy()
