"""Labels and headings that no phrase of the lexicon fits, read by their words."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import extract.lexicon
from extract.fields.people import ROLES
from extract.lexicon import fold, fold_heading, lexicon
from extract.lexicon.tokens import GUESS
from schemas.vocabulary import SectionKind
from tests.lexicon.test_lexicon import FIELDS

TABLE: dict[str, Any] = tomllib.loads(
    Path(extract.lexicon.__file__).with_name("tokens.toml").read_text("utf-8")
)
SUBJECTS = {
    f"{part}.{name}": entry
    for part in ("labels", "headings")
    for name, entry in TABLE[part].items()
}


def test_subjects_are_of_the_vocabularies() -> None:
    assert set(TABLE["labels"]) <= FIELDS | set(ROLES)
    assert set(TABLE["headings"]) <= {kind.value for kind in SectionKind} | {"narrowing"}


@pytest.mark.parametrize("name", SUBJECTS)
def test_words_stand_as_they_are_compared(name: str) -> None:
    entry = SUBJECTS[name]
    assert [word for word in entry["with"] if not re.fullmatch(r"[a-z0-9]+", word)] == []
    assert not set(entry["with"]) & set(TABLE["common"])
    for pattern in [*entry["about"], *entry.get("never", [])]:
        assert not re.compile(pattern).fullmatch("")
        plain = re.sub(r"\[[^\]]*\]", "", pattern)  # no choice of letters
        assert not re.search(r"[/'\"&–’-]|(?<!\\)[A-Z]", plain), pattern


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("Name of Responsible Cabinet Member(s):", "lead_member"),
        ("Portfolio / Lead Councillor", "lead_member"),
        ("Sponsoring Director(s) for this report:", "lead_director"),
        ("Report author’s name and job title:", "author"),
        ("Officer completing the report", "author"),
        ("Person to contact with queries:", "contact"),
        ("Parishes and wards (if any) concerned:", "wards"),
        ("Which electoral division(s) does the decision affect?", "wards"),
        ("Intended date of Cabinet decision", "date"),
        ("Title of the paper / decision", "title"),
        ("For determination by:", "committee"),
        ("Is this decision a “Key” / “Non-Key” decision? If so, why?", "key_decision"),
        ("Does any part of this item contain confidential/exempt information?", "confidentiality"),
        ("Forward Plan entry number", "reference"),
        ("Entry nos", "reference"),
        ("Is it restricted? If yes, say under which paragraph of the schedule", "confidentiality"),
        ("Date this report was drafted", "report_date"),
        ("Officer(s) presenting the item:", "presenter"),
        ("Report cleared for publication by", "approver"),
        ("Group of wards concerned", "wards"),
    ],
)
def test_a_label_that_no_phrase_fits_is_known_by_its_words(printed: str, field: str) -> None:
    key = fold_heading(printed)
    assert not lexicon().labels.names(key)
    assert lexicon().fields(key) == {field}
    assert lexicon().field(key) == field


@pytest.mark.parametrize(
    "printed",
    [
        "Deputy Chief Executive",
        "Executive Board",
        "Meeting of the Council",
        "Cabinet Member for",  # its line goes on below
        "The date of the next meeting will be announced by the clerk",
        "Reason for the key decision",
        "The meeting considered the item",
        "Ward councillors objected to the application",
        "Director of Adult Services",
        "Appendix 2 contains exempt information",
        "Contact the library for opening times",
    ],
)
def test_words_that_are_no_label_are_none(printed: str) -> None:
    assert lexicon().fields(fold_heading(printed)) == frozenset()


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("6. Draft recommendations of officers", SectionKind.RECOMMENDATIONS),
        (
            "What decision is the Board being asked for? Decision sought",
            SectionKind.RECOMMENDATIONS,
        ),
        ("Reasons for the officers’ preferred approach", SectionKind.REASONS),
        ("Why are we proposing this decision?", SectionKind.REASONS),
        ("Other options looked at, and why they were not pursued", SectionKind.ALTERNATIVES),
        ("Options Considered / Evaluation", SectionKind.ALTERNATIVES),
        (
            "What other options did you look at, why did you turn them down and take this one?",
            SectionKind.ALTERNATIVES,
        ),
        ("Brief summary of the paper", SectionKind.SUMMARY),
        ("Aims of this briefing", SectionKind.PURPOSE),
        ("Background reading and sources drawn on in writing this", SectionKind.BACKGROUND_PAPERS),
        ("List of annexes attached", SectionKind.APPENDICES),
        ("Officers to contact about this paper’s background", SectionKind.CONTACTS),
        ("Record of officers consulted", SectionKind.SIGN_OFF),
        ("If you have queries about this paper or wish to view a copy", SectionKind.CONTACTS),
        ("Consultation and resident involvement", SectionKind.CONSULTATION),
        ("Organisational implications of the preferred option", SectionKind.IMPLICATIONS),
    ],
)
def test_a_heading_that_no_phrase_fits_is_known_by_its_words(
    printed: str, kind: SectionKind
) -> None:
    key = fold_heading(printed)
    assert not lexicon().sections.names(key)
    assert lexicon().section_kind(key) is kind


@pytest.mark.parametrize(
    "printed",
    [
        "Reasons for refusal of the application",
        "Reason for urgency of the decision",
        "Alternative education provision",
        "Progress on the recommendations of the audit",
        "Recommendation 7",
        "Appendix 3",
        "Options for the Market Hall",
        "Summary of the budget position",
        "Planning approvals",
        "A walk along the river",
    ],
)
def test_words_that_are_no_known_heading_are_none(printed: str) -> None:
    assert lexicon().section_kind(fold_heading(printed)) is None


@pytest.mark.parametrize(
    ("printed", "types"),
    [
        ("Legal implications of buying a second boat outright", ("legal",)),
        ("Financial implications [Officer’s initials: QX]", ("financial",)),
        ("What will it cost and how would that be met?", ("financial",)),
        ("Due regard to Rural Needs", ("rural",)),
        ("How does this support the Island Plan’s ambitions?", ("policy",)),
        ("Relationship to the Harbour Strategy", ("policy",)),
        ("How will this decision contribute?", ("policy",)),
        ("Harbour Plan alignment", ("policy",)),
        ("Implications for our five year budget round", ("financial",)),
        ("Delivering on our County Ambitions", ("policy",)),
        ("Which borough outcomes are the relevant council priorities?", ("policy",)),
        ("Community Plan and Five Year Harbour Plan", ("policy",)),
        ("County Plan and Twenty Year Plan (Shore Plan (SP", ("policy",)),  # cut off
        (
            "The Data Protection Act: has anybody been told which letters to burn?",
            ("data_protection",),
        ),
        (
            "Please describe any effect on how people may use the Welsh language",
            ("welsh_language",),
        ),
    ],
)
def test_an_implication_that_no_phrase_fits_is_known_by_its_words(
    printed: str, types: tuple[str, ...]
) -> None:
    key = fold_heading(printed)
    assert lexicon().implication(key) == types
    assert lexicon().subjects.known(key, in_run=False) == ()


def test_advice_is_about_what_the_post_that_gives_it_is_for() -> None:
    for printed, subject in (
        ("Advice of the Corporate Director of Law and Customer Services", "legal"),
        ("Comments from the Head of Strategic Finance", "financial"),
    ):
        assert lexicon().implication(fold_heading(printed)) == (subject,)


def test_implications_without_a_known_subject_are_others_where_they_stand_in_a_run() -> None:
    key = fold_heading("Implications for anglers")
    assert lexicon().implication(key, in_run=True) == ("other",)
    assert lexicon().implication(key) == ()


@pytest.mark.parametrize(
    "printed",
    [
        "What the residents of the island said",
        "Report of the Director",
        "How the fair began",
        "Background and policy context",
        "Parish councillors’ views",
        "Strategy update",
        "Links to earlier reports on equality",
        "Legal agreements",
        "Equality impact assessment not needed.",
        "Head of Procurement: Ada Quayle",
    ],
)
@pytest.mark.parametrize("in_run", [True, False])
def test_words_that_are_no_implication_are_none(printed: str, *, in_run: bool) -> None:
    assert lexicon().implication(fold_heading(printed), in_run=in_run) == ()


@pytest.mark.parametrize(
    ("printed", "types"),
    [
        ("Corporate Finance", ("financial",)),  # whose finance
        ("Corporate and Legal", ("policy", "legal")),
        ("Resource implications: staffing and land", ("workforce", "property")),
        ("Legal implications: human rights", ("legal", "human_rights")),
        ("Communications", ("other",)),
        ("Section 75 Assessment", ("equality",)),  # a statute's number, not the form's
        ("Section 4 Equality", ("equality",)),
    ],
)
def test_the_subjects_of_a_heading_in_a_run(printed: str, types: tuple[str, ...]) -> None:
    assert lexicon().implication(fold_heading(printed), in_run=True) == types


@pytest.mark.parametrize(
    ("printed", "sure"),
    [("Wards affected", True), ("Wards to which this relates", False)],
)
def test_only_what_a_phrase_fits_is_certain(printed: str, *, sure: bool) -> None:
    key = fold_heading(printed)
    assert lexicon().fields(key) == {"wards"}
    assert lexicon().label_confidence(key) == (None if sure else GUESS)


@pytest.mark.parametrize(
    ("printed", "sure"),
    [
        ("Reasons", True),
        ("Legal implications", True),
        ("Reasons for the approach preferred by officers", False),
        ("Legal implications of buying a second boat outright", False),
    ],
)
def test_only_a_heading_that_a_phrase_fits_is_certain(printed: str, *, sure: bool) -> None:
    assert lexicon().heading_confidence(fold_heading(printed)) == (None if sure else GUESS)


@pytest.mark.parametrize(
    ("printed", "narrows"),
    [
        ("Capital and revenue expenditure", True),
        ("Property / Other", True),
        ("Revenue consequences for the general fund", True),
        ("Capital of the county", False),
        ("Property", False),
        ("Other implications", False),
    ],
)
def test_a_sub_heading_that_names_a_part_narrows(printed: str, *, narrows: bool) -> None:
    assert lexicon().narrows(fold_heading(printed)) is narrows


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("* Insert more rows if the table is full", True),
        ("Where the report is urgent, authors must say why.", True),
        ("Exemption paragraph of Schedule 12A", True),
        ("Titles of supporting documents", True),
        ("The papers listed below", True),
        ("Insert drains under the quay", False),
        ("Where the quay is low, the council must raise it.", False),
    ],
)
def test_words_of_the_form_answer_nothing(line: str, *, form: bool) -> None:
    assert lexicon().boilerplate.found_in(fold(line)) is form


def test_phrases_are_believed_before_words() -> None:
    words = lexicon()
    # The fallback alone would take it for the alternatives.
    assert words.tokens.kind("options and recommended actions") == SectionKind.ALTERNATIVES
    assert words.section_kind("legal implications of the options considered") is None
    assert words.implication("legal implications of the options considered")
    assert words.section_kind("contains exempt information") is None  # a label
    assert words.fields("contact person") == {"contact"}
