"""Copies of one report are told from updates of it and from other reports on the same form."""

import pytest

from extract.store.same_report import Wording, is_same, likeness
from schemas import Council, Meeting, Recommendation, Report, Section
from tests.store.invented import CWM_ARIAN, FERRY, HARBOURNE, LIBRARY

FORM = Section(
    heading="Equality and climate",
    text="An assessment of the effect on people with protected characteristics has been made and"
    " is published with this paper. There is no effect on the target for emissions.",
)

PIER = Report(
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
)


def changed(report: Report, old: str, new: str) -> Report:
    """The report with other words wherever it has these."""
    text = report.model_dump_json()
    assert old in text
    return Report.model_validate_json(text.replace(old, new))


def at(report: Report, **meeting: str | None) -> Report:
    """The report to another meeting."""
    return report.model_copy(update={"meeting": report.meeting.model_copy(update=meeting)})


def same(one: Report, other: Report, *, scanned: bool = False) -> bool:
    """Whether they are one report; asked both ways round."""
    answer = is_same(Wording(one), Wording(other, scanned))
    assert is_same(Wording(other, scanned), Wording(one)) is answer
    return answer


def misread(report: Report) -> Report:
    """The report as OCR of a poor copy may have it."""
    for printed, read in (("herring", "hcrring"), ("outer", "outcr"), ("stone", "storie")):
        report = changed(report, printed, read)
    return report


class TestCopies:
    @pytest.mark.parametrize(
        "copy",
        [
            at(PIER, committee="CABINET"),
            PIER.model_copy(update={"title": "REPAIR OF THE STONE PIER – PHASE 2"}),
            PIER.model_copy(update={"agenda_item": "7", "pages": (15, 19)}),
            changed(PIER, "quarry matches", "quarry Page 115 OFFICIAL matches"),
            changed(PIER, "the stone to be used", "the stone to be Page 115 used"),
            changed(PIER, "the repair of the outer", "the re- pair of the outer"),
            PIER.model_copy(update={"sections": PIER.sections[::-1]}),
        ],
        ids=["capitals", "title", "place", "stamp", "stamped item", "broken word", "order"],
    )
    def test_what_a_pack_changes_makes_no_other_report(self, copy: Report) -> None:
        assert same(PIER, PIER)
        assert same(PIER, copy)

    def test_a_scan_is_a_copy_though_words_and_figures_are_misread(self) -> None:
        scan = changed(misread(PIER), "140 mm", "148 mm")
        assert same(PIER, scan, scanned=True)
        assert not same(PIER, scan), "in text that was not read from a picture, that is a change"

    @pytest.mark.parametrize("field", ["committee", "date"])
    def test_a_copy_may_not_say_where_it_goes(self, field: str) -> None:
        assert same(PIER, at(PIER, **{field: None}))

    def test_a_copy_may_not_say_whose_it_is(self) -> None:
        nobodys = PIER.model_copy(update={"council": Council()})
        assert same(PIER, nobodys)
        assert not same(at(PIER, date=None), nobodys), "nothing but a title ties the two"

    def test_a_council_is_known_by_its_name_where_no_code_is(self) -> None:
        named = PIER.model_copy(update={"council": Council(name="HARBOURNE City Council")})
        assert same(PIER, named)
        other = PIER.model_copy(update={"council": Council(name="Felldale Borough Council")})
        assert not same(other, named)

    def test_a_copy_in_which_no_recommendations_were_found(self) -> None:
        assert same(PIER, PIER.model_copy(update={"recommendations": ()}))


class TestOthers:
    @pytest.mark.parametrize(
        "other",
        [
            at(PIER, date="2026-06-12"),
            at(PIER, committee="Harbour Committee"),
            PIER.model_copy(update={"council": CWM_ARIAN}),
            PIER.model_copy(update={"title": "Repair of the Stone Pier, Phase 3"}),
            PIER.model_copy(update={"title": None}),
        ],
        ids=["date", "committee", "council", "title", "no title"],
    )
    def test_another_meeting_council_or_title(self, other: Report) -> None:
        assert not same(PIER, other)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("£1,250,000", "£1,375,000"),
            ("140 mm", "155 mm"),
            ("Approve the repair", "Refuse the repair"),
            ("to be used", "to be used and to the treasurer all payments below the sum set"),
        ],
        ids=["sum", "figure", "verb", "more power"],
    )
    def test_an_updated_version_is_another_report(self, old: str, new: str) -> None:
        assert likeness(Wording(PIER), Wording(changed(PIER, old, new))) > 0.8
        assert not same(PIER, changed(PIER, old, new))

    @pytest.mark.parametrize(
        ("old", "new"), [("140 mm", "365 mm"), ("Approve the repair", "Refuse the repair")]
    )
    def test_an_update_is_seen_in_a_scan_too(self, old: str, new: str) -> None:
        assert not same(PIER, misread(changed(PIER, old, new)), scanned=True)

    def test_reports_of_one_title_on_one_form(self) -> None:
        """As a planning committee has them: one application after the other."""
        asked = (Recommendation(text="That permission be granted with conditions."),)
        title = "Application for planning permission"
        first = PIER.model_copy(update={"title": title, "recommendations": asked})
        second = FERRY.model_copy(
            update={"title": title, "recommendations": asked, "sections": (*FERRY.sections, FORM)}
        )
        assert first.meeting.date == second.meeting.date
        assert not same(first, second)

    def test_a_page_in_front_is_no_copy_of_the_whole(self) -> None:
        front = PIER.model_copy(update={"sections": (), "recommendations": (), "summary": "Pier."})
        assert not same(PIER, front)

    def test_reports_without_words_are_not_compared(self) -> None:
        bare = LIBRARY.model_copy(update={"recommendations": ()})
        assert not same(bare, bare)
        assert likeness(Wording(bare), Wording(bare)) == 0
