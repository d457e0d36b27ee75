"""The sample reports against their gold records, and parsing as a pure function."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.options import Options
from extract.pipeline import parse_bytes, parse_file
from tests.pipeline.documents import CORPUS, PROJECT, own_documents
from tests.pipeline.facts import Fact, facts

GOLD = sorted((PROJECT / "corpus" / "gold").glob("*.json"))

# Share of all facts, in gold and record together, that both state.
FLOOR = 0.97

# What is not read right yet, by document: a field leaves this table when it comes out right.
KNOWN_MISSES = {
    # An aside in brackets that says that an appendix is exempt stays in its title.
    "cardiff-council--river-walk-lighting": {"appendices"},
    "mid-devon-district-council--car-park-tariffs": {"appendices"},
    "powys-county-council--lease-of-livestock-market": {"appendices"},
    # "(Appendix A)" behind a title, in a sentence.
    "cardiff-council--tree-planting-half-year": {"appendices"},
    # An asterisk that refers to a note stays in the text.
    "plymouth-city-council--adult-learning-quarter-two": {"implications"},
    "plymouth-city-council--harbour-wall-repairs": {"implications", "confidentiality"},
    "plymouth-city-council--playing-pitch-plan": {"implications"},
    "plymouth-city-council--seawater-heat": {"implications", "confidentiality"},
    # Consultation as the last of the run of implications.
    "fife-council--coastal-path-storm-damage": {"implications", "implications status"},
    # A post broken over two lines of a contact column.
    "kent-county-council--country-park-charges": {
        "people",
        "people post",
        "people kind",
    },
    # The lead-in's number as the parent of its items.
    "wiltshire-council--school-travel-policy": {"nesting"},
}
# The reports of a pack are missed as they are alone.
PACKED = {
    "fife-council--agenda-and-papers-june-2024": "fife-council--coastal-path-storm-damage",
    "plymouth-city-council--public-reports-pack-cabinet-july-2024": (
        "plymouth-city-council--seawater-heat"
    ),
}
KNOWN_MISSES |= {pack: KNOWN_MISSES[alone] for pack, alone in PACKED.items()}


@cache
def gold(path: Path) -> dict[str, Any]:
    """A gold file."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


@cache
def compared(path: Path) -> tuple[Counter[Fact], Counter[Fact]]:
    """The facts of a gold file, and those that parsing its document gives."""
    document = parse_file(PROJECT / "corpus" / gold(path)["document"]).model_dump(mode="json")
    assert document["kind"] == gold(path)["kind"]
    stated, found = gold(path)["reports"], document["reports"]
    assert [report["pages"] for report in found] == [report["pages"] for report in stated]
    return total(stated), total(found)


def total(reports: list[dict[str, Any]]) -> Counter[Fact]:
    """The facts of all reports of a document."""
    return sum(map(facts, reports), Counter())


def differences(path: Path) -> list[str]:
    """The facts that only gold (-) or only the record (+) states."""
    stated, found = compared(path)
    missed = [f"- {' | '.join(fact)}" for fact in (stated - found).elements()]
    return missed + [f"+ {' | '.join(fact)}" for fact in (found - stated).elements()]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_field_is_what_the_gold_states(path: Path) -> None:
    known = KNOWN_MISSES.get(path.stem, set())
    wrong = [line for line in differences(path) if line[2:].split(" | ")[0] not in known]
    assert wrong == []


def test_known_misses_name_documents_that_are_there() -> None:
    assert set(KNOWN_MISSES) <= {path.stem for path in GOLD}


def test_nearly_all_facts_are_right() -> None:
    pairs = [compared(path) for path in GOLD]
    matched = sum((stated & found).total() for stated, found in pairs)
    everything = sum(stated.total() + found.total() for stated, found in pairs)
    misses = [f"{path.stem}: {line}" for path in GOLD for line in differences(path)]
    assert 2 * matched / everything >= FLOOR, "\n".join(misses)


@pytest.mark.parametrize("path", own_documents()[::3], ids=lambda path: path.stem)
def test_parsing_twice_gives_the_same_record(path: Path) -> None:
    assert parse_file(path).model_dump_json() == parse_file(path).model_dump_json()


def test_only_the_path_tells_where_a_file_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    path = own_documents()[0]
    from_here = parse_file(path)
    monkeypatch.chdir(CORPUS)
    from_there = parse_file(path.relative_to(CORPUS))
    assert from_there.source.path == str(path.relative_to(CORPUS))
    assert from_here.model_dump(exclude={"source": {"path"}}) == from_there.model_dump(
        exclude={"source": {"path"}}
    )


def test_the_name_of_a_pdf_makes_no_difference() -> None:
    data = own_documents()[0].read_bytes()
    named = parse_bytes(data, "report.txt")
    assert named.reports == parse_bytes(data).reports
    assert named.source.media_type == "application/pdf"


def test_a_council_that_is_named_stands() -> None:
    document = parse_file(own_documents()[0], Options(council="Fife Council"))
    assert document.reports[0].council.gss_code == "S12000047"
