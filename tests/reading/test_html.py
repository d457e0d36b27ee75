"""Web pages: what stands in the markup, and what is read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from extract.reading.html import read_html
from extract.reading.marked import MarkedFile, Paragraph, Table, paragraphs_of
from tests.reading.word import shown, texts

SHARED = Path(__file__).parents[3] / "shared"
PAGES = sorted((SHARED / "fixtures" / "moderngov").glob("*.html"))


def read(body: str) -> MarkedFile:
    return read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def paragraphs(body: str) -> list[Paragraph]:
    return paragraphs_of(read(body).elements)


def aside(file: MarkedFile) -> list[str]:
    return [shown(found) for found in file.furniture]


# -- text and its places -----------------------------------------------------------------------


def test_words_know_their_place_in_the_plain_text() -> None:
    file = read("<ol><li>Approve the plan</ol><p>Caf&eacute; &amp; bar</p>")
    assert file.text == "1.\tApprove the plan\nCafé & bar\n"
    for found in paragraphs_of(file.elements):
        for word in found.label + found.words:
            assert file.text[word.start : word.end] == word.text


def test_selectors_lead_back_to_their_elements() -> None:
    page = (
        "<div><p>one<p id=two>two</div><div id=twice>a</div><div id=twice><b>b</b> c</div>"
        "<table id=grid><tr><td>x<td><p>y</table><p id='3d'>z</p>"
    )
    row = "#grid > tbody:nth-of-type(1) > tr:nth-of-type(1)"
    file = read(page)
    assert {place.path: file.text[place.start : place.end] for place in file.locators} == {
        "body > div:nth-of-type(1) > p:nth-of-type(1)": "one",
        "#two": "two",
        "body > div:nth-of-type(2)": "a",
        "body > div:nth-of-type(3)": "b c",
        f"{row} > td:nth-of-type(1)": "x",
        f"{row} > td:nth-of-type(2) > p:nth-of-type(1)": "y",
        "body > p:nth-of-type(1)": "z",
    }


@pytest.mark.skipif(not PAGES, reason="the shared pages are not here")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_selectors_on_published_pages_name_one_element_with_the_words(path: Path) -> None:
    file = read_html(path.read_bytes())
    tree = LexborHTMLParser(path.read_text(errors="replace"))
    assert file.locators
    for place in file.locators:
        (found,) = tree.css(place.path)
        for word in file.text[place.start : place.end].split():
            assert word in found.text() or word in "•☐☒"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one  two\n three</p>", ["one two three"]),
        ("<p>one<br>two</p>", ["one / two"]),
        ("loose <b>text</b><p>block</p>tail", ["loose text", "block", "tail"]),
        ("<p>Recom<b>mend</b>ations</p>", ["Recommendations"]),
        ("<p>co&shy;operate&nbsp;now</p>", ["cooperate now"]),
        ("<p>1.&nbsp;&nbsp;&nbsp;&nbsp; Approve</p>", ["1. | Approve"]),
        (
            '<p>1.1<span style="width:14pt; display:inline-block">&#xa0;</span>Note</p>',
            ["1.1 | Note"],
        ),
        ("<p>a<span style='mso-tab-count:1'>   </span>b</p>", ["a | b"]),
        ("<p>adults.<sup>2</sup> More on the 13<sup>th</sup></p>", ["adults. More on the 13th"]),
        ('<p>text<a href="#_ftn1"><span style="vertical-align:super">[1]</span></a></p>', ["text"]),
        ("<p>text</p><div id=ftn1><p>[1] a note</p></div>", ["text"]),
        ("<pre>one\n  two</pre>", ["one / two"]),
        ('<p style="text-transform:uppercase">caps</p>', ["CAPS"]),
        ("<p>shown <span hidden>a</span><span style='display:none'>b</span></p>", ["shown"]),
        ("<p>shown <b style='visibility:hidden'>c</b><i class=sr-only>d</i></p>", ["shown"]),
        ("<script>x</script><style>y</style><noscript>z</noscript><p>shown</p>", ["shown"]),
        ("<p><o:p>Word</o:p> text<o:p></o:p> here</p>", ["Word text here"]),
        ("<p>one<span style='display:block'>two</span></p>", ["one", "two"]),
        ("<b><p>crossed</b> tags</p><p>after", ["crossed tags", "after"]),
    ],
)
def test_text(body: str, expected: list[str]) -> None:
    assert texts(read(body)) == expected


def test_fields_of_forms_show_their_state() -> None:
    body = (
        "<p>Yes <input type=checkbox checked> No <input type=checkbox></p>"
        "<p>Open<input type=radio> Exempt<input type=RADIO checked></p>"
        "<p>Ward: <select><option>All<option selected>Castle</select> <button>Go</button></p>"
        "<p>Title: <input value='Budget'><input type=hidden value=x></p>"
    )
    assert texts(read(body)) == ["Yes ☒ No ☐", "Open ☐ Exempt ☒", "Ward: Castle", "Title: Budget"]


# -- looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "heading", "size", "bold"),
    [
        ("<p>Words</p>", 0, 12, False),
        ("<h1>Words</h1>", 1, 24, True),
        ("<h3><a href='#'>Words</a></h3>", 3, 14.04, True),
        ("<p><strong>Words</strong></p>", 0, 12, True),
        ("<p style='font-weight:700; font-size:14pt'>Words</p>", 0, 14, True),
        ("<h2 style='font-weight:normal; font-size:16px'>Words</h2>", 2, 12, False),
        ("<p style='font: bold 1.5em Arial'>Words</p>", 0, 18, True),
        ("<div style='font-size:20px'><p style='font-size:80%'>Words</p></div>", 0, 12, False),
        ("<p style='font-size:large'>Words</p>", 0, 13.5, False),
        ("<b><span style='font-weight:normal'>Words</span></b>", 0, 12, False),
        ("<p style='font-size:bogus; ;:'>Words</p>", 0, 12, False),
    ],
)
def test_looks(body: str, heading: int, size: float, bold: bool) -> None:
    (found,) = paragraphs(body)
    word = found.words[0]
    assert (found.heading, word.bold) == (heading, bold)
    assert word.size == pytest.approx(size)


def test_indents() -> None:
    body = (
        "<p style='margin:0pt 0pt 10pt 36pt; text-indent:-18pt'>a</p>"
        "<div style='margin-left:1in'><p style='padding-left:2em'>b</p></div>"
        "<ul><li>c<ul><li>d</ul></ul>"
    )
    found = paragraphs(body)
    assert [(p.left, p.first) for p in found] == [(36, 18), (96, 96), (30, 15), (60, 45)]


# -- lists and grids ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ul><li>a<li>b</ul>", ["[•] a", "[•] b"]),
        ("<ol><li>a<li>b</ol>", ["[1.] a", "[2.] b"]),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", ["[4.] a", "[9.] b", "[10.] c"]),
        ("<ol reversed><li>a<li>b</ol>", ["[2.] a", "[1.] b"]),
        ("<ol type=a><li>a<li>b</ol>", ["[a.] a", "[b.] b"]),
        ("<ol type=I start=4><li>a</ol>", ["[IV.] a"]),
        ("<ol type=A start=28><li>a</ol>", ["[AB.] a"]),
        ("<ol style='list-style-type:lower-roman'><li>a</ol>", ["[i.] a"]),
        ("<ul style='list-style:none'><li>(a) a</ul>", ["(a) a"]),
        ("<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>", ["[1.] a", "[a.] b", "[b.] c", "[2.] d"]),
        ("<ol><li><p>a</p><p>b</p></li><li>c</ol>", ["[1.] a", "b", "[2.] c"]),
        ("<ol start=x><li>a<li value=-2>b</ol>", ["[1.] a", "[-2.] b"]),
    ],
)
def test_lists(body: str, expected: list[str]) -> None:
    assert texts(read(body)) == expected


def _rows(file: MarkedFile) -> list[list[str]]:
    (table,) = (element for element in file.elements if isinstance(element, Table))
    return [
        [" + ".join(shown(p) for p in paragraphs_of(c.content)) for c in row] for row in table.rows
    ]


def test_tables() -> None:
    file = read(
        "<table><caption>Costs</caption><thead><tr><th>Item<th colspan=2>Cost</thead>"
        "<tr><td rowspan=2>Pool<td>£1<br>m<td>x"
        "<tr><td>y<td><table><tr><td>in<td>side</table></table>"
    )
    assert _rows(file) == [["Item", "Cost"], ["Pool", "£1 / m", "x"], ["y", "in + side"]]
    assert texts(file)[0] == "Costs"
    (table,) = (element for element in file.elements if isinstance(element, Table))
    places = [[(c.left, c.row_span, c.column_span) for c in row] for row in table.rows]
    assert places == [
        [(0, 1, 1), (72, 1, 2)],
        [(0, 2, 1), (72, 1, 1), (144, 1, 1)],
        [(72, 1, 1), (144, 1, 1)],
    ]
    assert all(
        word.bold for cell in table.rows[0] for p in paragraphs_of(cell.content) for word in p.words
    )


def test_terms_and_what_is_said_of_them_are_rows() -> None:
    file = read(
        "<dl><dt>Date:<dd>1 May<dt>From<dt>By<dd>Director<dd>Leader</dl>"
        "<dl><div><dt>Ward</dt><dd>All</dd></div></dl><dl><dd>alone</dl>"
    )
    assert [
        [[shown(p) for p in paragraphs_of(c.content)] for c in row]
        for table in file.elements
        if isinstance(table, Table)
        for row in table.rows
    ] == [
        [["Date:"], ["1 May"]],
        [["From", "By"], ["Director", "Leader"]],
        [["Ward"], ["All"]],
        [[], ["alone"]],
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>menu<td><p>text</table>",
        "<table><tr><td>menu<td><h2>A</h2><p>text<h2>B</h2></table>",
    ],
)
def test_tables_that_lay_the_page_out_are_no_grids(table: str) -> None:
    assert all(isinstance(element, Paragraph) for element in read(table).elements)


# -- the page around the document --------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><title>Budget 2025 - Borsetshire Council</title></head><body>
<div class="cookie-banner">We use cookies</div><a class="skip-link" href="#c">Skip to content</a>
<header><p>Borsetshire Council</p><nav><ul><li>Home</ul></nav></header>
<nav aria-label="Breadcrumb" class="breadcrumb"><ul><li>Home<li>Meetings</ul></nav>
{}<aside>Related</aside><div role="search">Find</div>
<footer>© Borsetshire Council</footer></body></html>"""


@pytest.mark.parametrize(
    "document",
    [
        "<main><header><h1>Budget 2025</h1></header><p>Text</p></main>",
        "<div role=main><h1>Budget 2025</h1><p>Text</p></div>",
        "<div id=content><h1>Budget 2025</h1><p>Text</p></div>",
        "<article><h1>Budget 2025</h1><p>Text</p></article>",
        "<h1>Budget 2025</h1><p>Text</p>",
    ],
)
def test_the_document_is_told_from_the_site(document: str) -> None:
    file = read_html(PAGE.format(document).encode())
    assert texts(file) == ["Budget 2025", "Text"]
    assert file.title == "Budget 2025 - Borsetshire Council"
    kept = aside(file)
    assert kept[0] == file.title
    assert {"Borsetshire Council", "[•] Meetings", "© Borsetshire Council"} <= set(kept)
    assert not {"We use cookies", "Skip to content", "Related", "Find"} & set(kept)


def test_names_do_not_hide_most_of_a_page() -> None:
    body = "<div class='has-sidebar menu'><p>The report itself, at length.</p></div>"
    assert texts(read(body + "<div class=menu>Home</div>")) == ["The report itself, at length."]


def test_a_heading_is_not_dropped_for_the_id_made_from_its_words() -> None:
    body = "<section id=consultation-feedback><h2 id=cookies>Cookies</h2><p>Text</p></section>"
    assert texts(read(body + "<p>More text of the page</p>")) == [
        "Cookies",
        "Text",
        "More text of the page",
    ]


def test_several_articles_are_all_read() -> None:
    assert texts(read("<article>one</article><article>two</article>")) == ["one", "two"]


@pytest.mark.skipif(not PAGES, reason="the shared pages are not here")
def test_an_agenda_page_gives_its_items() -> None:
    file = read_html((SHARED / "fixtures" / "moderngov" / "Agenda_151.html").read_bytes())
    first, second = paragraphs_of(file.elements)[:2]
    assert (first.heading, second.heading) == (1, 2)
    (items,) = (element for element in file.elements if isinstance(element, Table))
    numbers = [shown(p) for row in items.rows if row for p in paragraphs_of(row[0].content)]
    assert numbers[0] == "54."
    assert [int(number.strip(".")) for number in numbers] == list(range(54, 54 + len(numbers)))


# -- published pages ---------------------------------------------------------------------------


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
def test_labelled_pages_hold_their_labelled_words() -> None:
    labels = sorted((SHARED / "gold").glob("*/*-html.json"))
    assert labels
    for path in labels:
        label = json.loads(path.read_text())
        plain = " ".join(read_html((SHARED / label["document"]).read_bytes()).text.split())
        for report in label["reports"]:
            assert report["title"] in plain
            for item in report["recommendations"]:
                assert " ".join(item["text"].split()) in plain
