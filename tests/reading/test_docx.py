"""Word files: what the XML of a document says, and what is read from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from extract.reading.docx import read_docx
from extract.reading.marked import paragraphs_of
from tests.reading.word import (
    cell,
    container,
    element,
    level,
    listed,
    lists,
    paragraph,
    parts_of,
    relationships,
    row,
    run,
    shown,
    style,
    table_of,
    texts,
    word_file,
)


def test_words_know_their_place_in_the_plain_text() -> None:
    file = read_docx(
        word_file(
            listed("Approve the plan")
            + paragraph("Café")
            + paragraph(run("a") + "<w:r><w:tab/></w:r>" + run("b")),
            numbering=lists(level(0, "decimal", "%1.")),
        )
    )
    assert file.text == "1.\tApprove the plan\nCafé\na\tb\n"
    for found in paragraphs_of(file.elements):
        for word in found.label + found.words:
            assert file.text[word.start : word.end] == word.text
    assert [place.path for place in file.locators] == ["p[1]", "p[2]", "p[3]"]
    plan, cafe = file.text.index("plan"), file.text.index("Café")
    (place,) = file.within(cafe, cafe + 2)
    assert (place.path, file.text[place.start : place.end]) == ("p[2]", "Ca")
    assert file.within(cafe + 4, cafe + 5) == []  # the line break between two paragraphs
    parted = [(at.path, file.text[at.start : at.end]) for at in file.within(plan, cafe + 4)]
    assert parted == [("p[1]", "plan"), ("p[2]", "Café")]


def test_paragraphs_without_words_count_in_locators_but_are_not_kept() -> None:
    file = read_docx(word_file("<w:p/>" + paragraph("   ") + paragraph("Third")))
    assert texts(file) == ["Third"]
    assert file.locators[0].path == "p[3]"


RAISED: Final = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("Recom") + run("mend", "<w:b/>") + run("ations"), "Recommendations"),
        (run("one") + "<w:r><w:br/></w:r>" + run("two"), "one / two"),
        (run("Report of:") + "<w:r><w:tab/></w:r>" + run("Director"), "Report of: | Director"),
        (run("co") + "<w:r><w:noBreakHyphen/></w:r>" + run("operate"), "co-operate"),
        (run("co") + "<w:r><w:softHyphen/></w:r>" + run("operate"), "cooperate"),
        (run("non\u00a0breaking"), "non breaking"),
        (run("Jane Doe    Tel: 01632 960000"), "Jane Doe | Tel: 01632 960000"),
        (run("shown ") + run("secret", "<w:vanish/>"), "shown"),
        (run("capitals", "<w:caps/>"), "CAPITALS"),
        (
            run("adults.") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" More"),
            "adults. More",
        ),
        (run("13") + run("th", '<w:vertAlign w:val="superscript"/>') + run(" May"), "13th May"),
        (run("text") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "text"),
        ('<w:hyperlink r:id="rId9">' + run("a link") + "</w:hyperlink>", "a link"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" Yes"), "☑ Yes"),
        (run("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run(" Yes"), "☑ Yes"),
    ],
)
def test_runs(content: str, expected: str) -> None:
    assert texts(read_docx(word_file(paragraph(content)))) == [expected]


def test_revisions_are_accepted() -> None:
    deletion = element("del", "<w:r><w:delText>old</w:delText></w:r>", id=1)
    changed = (
        run("The ")
        + deletion
        + element("ins", run("new"), id=2)
        + element("moveFrom", run(" gone"), id=3)
        + element("moveTo", run(" plan"), id=4)
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = element("p", element("pPr", number, '<w:rPr><w:del w:id="5"/></w:rPr>'), deletion)
    deleted = element("tr", '<w:trPr><w:del w:id="7"/></w:trPr>', cell(paragraph("deleted")))
    table = element("tbl", deleted, row(cell(paragraph("kept"))))
    body = paragraph(changed) + listed("one") + gone + listed("two") + table
    file = read_docx(word_file(body, numbering=lists(level(0, "decimal", "%1."))))
    assert texts(file) == ["The new plan", "[1.] one", "[2.] two", "kept"]


def test_fields_show_their_results() -> None:
    def mark(kind: str, inner: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'

    def code(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    nested = (
        mark("begin") + code("IF ") + mark("begin") + code("MERGEFIELD x") + mark("separate")
        + run("never") + mark("end") + mark("separate") + run("Cabinet") + mark("end")
    )  # fmt: skip
    assert texts(read_docx(word_file(paragraph(run("To ") + nested)))) == ["To Cabinet"]
    unset = '<w:default w:val="0"/>'
    ticked = mark("begin", element("ffData", element("checkBox", unset, "<w:checked/>")))
    unticked = mark("begin", element("ffData", element("checkBox", unset)))
    form = run("Yes ") + ticked + mark("end") + run(" No ") + unticked + mark("end")
    assert texts(read_docx(word_file(paragraph(form)))) == ["Yes ☒ No ☐"]
    entries = (element("listEntry", val=entry) for entry in ("Open", "Exempt"))
    choices = element("ffData", element("ddList", element("result", val=1), *entries))
    chosen = run("Status: ") + mark("begin", choices) + mark("end")
    assert texts(read_docx(word_file(paragraph(chosen)))) == ["Status: Exempt"]


def test_content_controls() -> None:
    def control(properties: str, content: str) -> str:
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def box(state: str) -> str:
        return control(f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>', run("?"))

    prompt = control("<w:showingPlcHdr/>", run("Click to enter text"))
    body = (
        control("", paragraph("A title"))
        + paragraph(run("Key ") + box("1") + run(" Not ") + box("0"))
        + paragraph(run("Ward: ") + prompt)
        + element(
            "tbl",
            row(cell(paragraph("Date")), control("<w:showingPlcHdr/>", cell(paragraph("1 May")))),
        )
    )
    file = read_docx(word_file(body))
    assert texts(file) == ["A title", "Key ☒ Not ☐", "Ward:", "Date", "1 May"]
    assert file.locators[0].path == "p[1]"


def test_text_boxes_are_read_once_and_before_the_text_that_follows_them() -> None:
    def box(text: str) -> str:
        inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
            f"<w:drawing>{inside}</w:drawing></mc:Choice><mc:Fallback>"
            f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )

    body = paragraph(box("Agenda item 7") + run("Cabinet") + box("after")) + paragraph(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('old')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    file = read_docx(word_file(body))
    assert texts(file) == ["Agenda item 7", "Cabinet", "after", "old"]
    assert [place.path for place in file.locators] == [
        "p[1]/txbxContent[1]/p[1]",
        "p[1]",
        "p[1]/txbxContent[2]/p[1]",
        "p[2]/txbxContent[1]/p[1]",
    ]


def test_merged_and_nested_cells() -> None:
    inner = f"<w:tbl><w:tr>{cell(paragraph('inner'))}</w:tr></w:tbl>"
    widths = (element("gridCol", w=width) for width in (1440, 720, 720))
    body = element(
        "tbl",
        element("tblGrid", *widths),
        row(
            cell(paragraph("a"), '<w:vMerge w:val="restart"/>'),
            cell(paragraph("b"), '<w:gridSpan w:val="2"/>'),
        ),
        row(
            cell(paragraph("hidden"), "<w:vMerge/>"),
            cell(paragraph("c")),
            cell(inner + paragraph("d")),
        ),
    )
    file = read_docx(word_file(body))
    table = table_of(file)
    spans = [[(c.row_span, c.column_span, c.left) for c in row] for row in table.rows]
    assert spans == [[(2, 1, 0), (1, 2, 72)], [(1, 1, 72), (1, 1, 108)]]
    assert texts(file) == ["a", "b", "c", "inner", "d"]
    assert [place.path for place in file.locators][2:] == [
        "tbl[1]/tr[2]/tc[2]/p[1]",
        "tbl[1]/tr[2]/tc[3]/tbl[1]/tr[1]/tc[1]/p[1]",
        "tbl[1]/tr[2]/tc[3]/p[1]",
    ]


@pytest.mark.parametrize(
    ("properties", "cell_properties", "ruled"),
    [
        ("", "", False),
        ('<w:tblBorders><w:top w:val="single"/></w:tblBorders>', "", True),
        ('<w:tblBorders><w:top w:val="nil"/><w:insideV w:val="none"/></w:tblBorders>', "", False),
        ('<w:tblStyle w:val="Grid2"/>', "", True),
        ('<w:tblStyle w:val="Grid2"/><w:tblBorders><w:top w:val="nil"/></w:tblBorders>', "", False),
        ("", '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>', True),
    ],
)
def test_whether_a_table_has_lines(properties: str, cell_properties: str, ruled: bool) -> None:
    styles = style(
        "Grid",
        '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>',
        kind="table",
    ) + style("Grid2", '<w:basedOn w:val="Grid"/>', kind="table")
    only_row = row(cell(paragraph("x"), cell_properties))
    body = element("tbl", element("tblPr", properties), only_row)
    assert table_of(read_docx(word_file(body, styles=styles))).ruled is ruled


@pytest.mark.parametrize(("title_page", "opens"), [("<w:titlePg/>", True), ("", False)])
def test_the_head_of_the_first_page_opens_the_body(title_page: str, opens: bool) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
        '<w:headerReference w:type="default" r:id="header2"/>'
        f'<w:footerReference w:type="first" r:id="footer1"/>{title_page}</w:sectPr>'
    )
    file = read_docx(
        word_file(
            paragraph("Body") + section,
            header1=paragraph("Borsetshire Council"),
            header2=paragraph("Running head"),
            footer1=paragraph("Page 1"),
        )
    )
    aside = [shown(found) for found in file.furniture]
    assert texts(file) == (["Borsetshire Council", "Body"] if opens else ["Body"])
    assert aside == (
        ["Running head", "Page 1"] if opens else ["Borsetshire Council", "Running head", "Page 1"]
    )
    assert file.locators[0].path == "header[1]/p[1]"


def test_contents_lists_go_aside() -> None:
    body = paragraph("1 Purpose 3", '<w:pStyle w:val="TOC1"/>') + paragraph("Purpose")
    file = read_docx(word_file(body, styles=style("TOC1", "", "toc 1")))
    assert texts(file) == ["Purpose"]
    assert [shown(found) for found in file.furniture] == ["1 Purpose 3"]


def test_the_title_of_the_file() -> None:
    parts = dict(parts_of(word_file(paragraph("Body"))))
    parts["_rels/.rels"] = relationships(
        {"rId1": "officeDocument word/document.xml", "rId2": "core-properties docProps/core.xml"}
    )
    parts["docProps/core.xml"] = (
        '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Budget\n2025 </dc:title></p>'
    )
    assert read_docx(container(parts)).title == "Budget 2025"


SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
def test_labelled_documents_hold_their_labelled_words() -> None:
    labels = sorted((SHARED / "gold").glob("*/*-docx.json"))
    assert labels
    for path in labels:
        label = json.loads(path.read_text())
        file = read_docx((SHARED / label["document"]).read_bytes())
        plain = " ".join(file.text.split())
        for report in label["reports"]:
            for item in report["recommendations"]:
                assert " ".join(item["text"].split()) in plain
                # the printed number stands before it, counted as Word counts
                first = file.text.index(item["text"].split("\n")[0])
                before = file.text[:first].rpartition("\n")[2]
                assert before.strip("()\t. ").removesuffix(")") in (item["label"].strip("()."), "")
