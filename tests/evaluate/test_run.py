"""The whole evaluation on documents of our own: reading, leaving a council out, the tables."""

import json
from pathlib import Path
from typing import cast

import pytest

from extract.evaluate.gold import Gold, GoldError, Owner, read_gold
from extract.evaluate.run import Scored, evaluate, read
from extract.evaluate.show import as_json, markdown_page
from extract.evaluate.tables import UNREAD, headline, tables
from tests.cli.command import REPORT

ROOT = Path(__file__).resolve().parents[2]
UNREADABLE = Path("/proc/self/mem")

GOLD = {
    "document": "plymouth-city-council/wall.txt",
    "kind": "report",
    "reports": [
        {
            "council": {"name": "Plymouth City Council", "gss_code": "E06000026"},
            "meeting": {"committee": None, "date": "2026-03-12"},
            "title": "Repairs to the Harbour Wall",
            "reference": "HW/26/1",
            "confidentiality": {"statement": "Part I - Official", "status": "open"},
            "key_decision": False,
            "recommendations": [
                {"label": "1", "text": "That the Cabinet approves the repair of the harbour wall."},
                {"label": "2", "text": "That the Director of Place lets the contract."},
            ],
            "implications": [
                {
                    "type": "financial",
                    "heading": "Medium Term Financial Plan",
                    "text": "The wall shelters the quay.",
                    "status": "substantive",
                }
            ],
        }
    ],
}

PLAN = """
Medium Term Financial Plan

The wall shelters the quay.
"""


def write(folder: Path, name: str, **changes: object) -> None:
    """A gold file."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(GOLD | changes), encoding="utf-8")


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scored, ...]:
    """A report, the same report as a file that is none, and minutes that are not there."""
    folder = tmp_path_factory.mktemp("evaluation")
    documents = folder / "plymouth-city-council"
    documents.mkdir()
    (documents / "wall.txt").write_text(REPORT + PLAN, encoding="utf-8")
    (documents / "wall.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    gold = folder / "gold"
    write(gold, "1")
    write(gold, "2", document="plymouth-city-council/wall.pdf")
    write(gold, "3", document="merton/absent.pdf", kind="minutes", reports=[])
    return tuple(evaluate(read_gold([gold]), folder, leave_out=True))


def test_documents_come_in_the_order_of_the_gold(scored: tuple[Scored, ...]) -> None:
    assert [one.name for one in scored] == [
        "plymouth-city-council/wall.txt",
        "plymouth-city-council/wall.pdf",
        "merton/absent.pdf",
    ]
    assert [one.reader for one in scored] == ["text", UNREAD, UNREAD]


def test_what_could_not_be_read_counts_as_missed_and_is_told(scored: tuple[Scored, ...]) -> None:
    _, damaged, absent = scored
    assert headline([damaged]) == 0.0
    assert damaged.reading.problem
    assert absent.reading.problem
    assert absent.reading.problem.startswith("not_found")
    (unread,) = (table for table in tables(scored) if table.title == "Not read")
    assert [row[0] for row in unread.rows] == [damaged.name, absent.name]


def test_left_out_reads_without_what_the_council_has_taught(scored: tuple[Scored, ...]) -> None:
    wall, damaged, absent = scored
    assert wall.unseen is not None
    # That the plan of this name is about money, Plymouth’s reports alone have taught.
    known, unseen = (score.fields for score in (wall.score, wall.unseen))
    (strict, *_) = known
    assert known[strict]["implications"].matched == 1
    assert unseen[strict]["implications"].matched == 0
    assert all("left out" in table.heads for table in tables(scored) if table.title == "By council")
    # Nothing was read of these with the whole lexicon, nor is with less.
    assert [one.unseen for one in (damaged, absent)] == [one.score for one in (damaged, absent)]


def test_tables_have_a_row_a_group(scored: tuple[Scored, ...]) -> None:
    rows = {table.title: [row[0] for row in table.rows] for table in tables(scored)}
    assert rows["By council"] == ["London Borough of Merton", "Plymouth City Council"]
    assert rows["By reader"] == ["text", "unread"]
    assert rows["By kind"] == ["minutes", "report"]
    assert "title" in rows["By field"]
    widths = [{len(table.heads), *map(len, table.rows)} for table in tables(scored)]
    assert all(len(width) == 1 for width in widths)


def test_kinds_that_were_confused_are_off_the_diagonal(scored: tuple[Scored, ...]) -> None:
    (kinds,) = (t for t in tables(scored) if t.title.startswith("Document kinds"))
    assert kinds.heads == ("kind", "report", "unread")
    assert kinds.rows == (("report", "1", "1"), ("minutes", "", "1"))


def test_json_and_markdown_tell_the_same(scored: tuple[Scored, ...]) -> None:
    told = json.loads(json.dumps(as_json(scored)))
    assert told["core_f1"] == headline(scored)
    assert [one["document"] for one in told["documents"]] == [one.name for one in scored]
    assert told["fields"]["strict"]["title"]["gold"] == 2
    page = markdown_page(scored)
    assert f"Core F1 {headline(scored):.3f}" in page
    assert page.count("\n## ") == sum(1 for _ in tables(scored))


def test_the_same_report_in_two_formats_is_compared(tmp_path: Path) -> None:
    gold = read_gold([ROOT / "corpus" / "gold"])[:1]
    documents = tmp_path / "reports"
    documents.mkdir()
    pdf = ROOT / "corpus" / gold[0].stated.document
    (documents / "one.pdf").write_bytes(pdf.read_bytes())
    (documents / "two.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    twins = [
        Gold(gold[0].stated.model_copy(update={"document": name}), gold[0].owner)
        for name in ("reports/one.pdf", "reports/two.pdf")
    ]
    scored = tuple(evaluate(twins, tmp_path))
    (table,) = (t for t in tables(scored) if t.title.startswith("The same report"))
    ((name, reader, f1, below),) = table.rows
    assert (name, reader, f1) == ("reports/two.pdf", UNREAD, "0.000")
    assert float(below) == pytest.approx(headline(scored[:1]), abs=0.0005)


@pytest.mark.skipif(not UNREADABLE.exists(), reason="no file that fails when it is read")
def test_a_file_that_fails_when_it_is_read_is_told() -> None:
    reading, without = read(UNREADABLE)
    assert without is reading
    assert reading.document is None
    assert (reading.problem or "").startswith("unreadable: ")


def test_a_fault_of_the_program_is_told_and_not_the_end() -> None:
    reading, without = read(cast("Path", "a text, which has no files"))
    assert without is reading
    assert reading.document is None
    assert (reading.problem or "").startswith("crashed: AttributeError")


def test_a_document_is_of_the_council_of_its_report_or_its_folder(tmp_path: Path) -> None:
    write(tmp_path, "1")
    write(tmp_path, "2", document="real/kent-county-council/a.pdf", reports=[])
    write(tmp_path, "3", document="real/example-parish-council/a.pdf", reports=[])
    assert [one.owner for one in read_gold([tmp_path])] == [
        Owner("Plymouth City Council", "PLY"),
        Owner("Kent County Council", "KEN"),
        Owner("Example Parish Council", None),
    ]
    assert [one.owner.key for one in read_gold([tmp_path])][-1] == "Example Parish Council"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "Invalid JSON"),
        ('{"document": "a.pdf", "kind": "leaflet"}', "kind"),
        ('{"document": "a.pdf", "kind": "report", "reports": [{"titel": "A"}]}', "titel"),
    ],
)
def test_a_gold_file_that_is_none_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=message) as error:
        read_gold([tmp_path])
    assert "bad.json" in str(error.value)
