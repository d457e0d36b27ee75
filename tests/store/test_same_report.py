"""Copies of one report are told from updates of it and from other reports on the same form."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.store.same_report import LONGER, Wording, is_same, likeness
from schemas import Council, Recommendation, Report, Section
from tests.store.invented import CWM_ARIAN, FERRY, LIBRARY
from tests.store.invented_copies import FORM, PIER, at, changed, misread


def same(one: Report, other: Report, *, scanned: bool = False) -> bool:
    """Whether they are one report; asked both ways round."""
    first, second = wording(one), wording(other, scanned=scanned)
    answer = is_same(first, second)
    assert is_same(second, first) is answer
    return answer


def with_section(report: Report, text: str) -> Report:
    """The report with one section more."""
    section = Section(heading="Survey", text=text)
    return report.model_copy(update={"sections": (*report.sections, section)})


def wording(report: Report, *, scanned: bool = False) -> Wording:
    """The report as the store compares it, but for the register's codes of councils."""
    return Wording(report, report.council.gss_code, scanned)


class TestCopies:
    @pytest.mark.parametrize(
        "copy",
        [
            at(PIER, committee="CABINET"),
            PIER.model_copy(update={"title": "REPAIR OF THE STONE PIER – PHASE 2"}),
            PIER.model_copy(update={"agenda_item": "7", "pages": (15, 19)}),
            changed(PIER, "Stone Pier", "Storie Pier"),
            changed(PIER, "quarry matches", "quarry Page 115 OFFICIAL matches"),
            changed(PIER, "the stone to be used", "the stone to be Page 115 used"),
            changed(PIER, "the repair of the outer", "the re- pair of the outer"),
            PIER.model_copy(update={"sections": PIER.sections[::-1]}),
        ],
        ids=[
            "capitals",
            "title",
            "misread title",
            "place",
            "stamp",
            "stamped item",
            "broken word",
            "order",
        ],
    )
    def test_what_a_pack_changes_makes_no_other_report(self, copy: Report) -> None:
        assert same(PIER, PIER)
        assert same(PIER, copy)

    def test_a_scan_is_a_copy_though_words_and_figures_are_misread(self) -> None:
        scan = changed(misread(PIER), "140 mm", "148 mm")
        assert same(PIER, scan, scanned=True)
        assert not same(PIER, scan), "in text that was not read from a picture, that is a change"

    def test_where_a_copy_does_not_say_where_it_goes_its_title_is_the_same(self) -> None:
        assert not same(PIER, at(changed(PIER, "Stone Pier", "Storie Pier"), date=None))

    @pytest.mark.parametrize(
        ("printed", "read"), [("1874 for", "18 74 for"), ("140 mm", "14O mm"), ("£900", "£9000")]
    )
    def test_figures_of_a_scan_may_be_cut_and_joined(self, printed: str, read: str) -> None:
        assert same(
            PIER, changed(changed(PIER, "16 weeks", "l6 weeks"), printed, read), scanned=True
        )

    @pytest.mark.parametrize("field", ["committee", "date"])
    def test_a_copy_may_not_say_where_it_goes(self, field: str) -> None:
        assert same(PIER, at(PIER, **{field: None}))

    def test_a_copy_may_not_say_whose_it_is(self) -> None:
        nobodys = PIER.model_copy(update={"council": Council()})
        assert same(PIER, nobodys)
        assert not same(at(PIER, date=None), nobodys), "nothing but a title ties the two"

    def test_a_copy_in_which_no_recommendations_were_found(self) -> None:
        assert same(PIER, PIER.model_copy(update={"recommendations": ()}))

    def test_an_appendix_that_was_not_cut_off_makes_no_other_report(self) -> None:
        pages = ["".join(sounds) for sounds in product("bdglt", "aeiou", "lmnrs", "aeo")]
        whole = with_section(PIER, " ".join(pages))
        appendix = " ".join(f"{word} {other}" for word, other in product(pages[:50], pages))
        uncut = with_section(whole, appendix)
        assert len(wording(uncut).runs) > LONGER * len(wording(whole).runs)
        assert same(whole, uncut)

    @given(
        one=st.lists(st.sampled_from("abcd"), max_size=30),
        other=st.lists(st.sampled_from("abcd"), max_size=30),
    )
    def test_the_answer_is_the_same_either_way_round(
        self, one: list[str], other: list[str]
    ) -> None:
        asked, asked_too = (
            PIER.model_copy(update={"recommendations": (Recommendation(text=" ".join(words)),)})
            for words in (one, other)
        )
        assert same(asked, asked_too) in {True, False}


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
        assert likeness(wording(PIER), wording(changed(PIER, old, new))) > 0.8
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
        assert likeness(wording(bare), wording(bare)) == 0
