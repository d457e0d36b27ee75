"""Keys in Datasette's pages lead to pages of ours."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import Serve


@pytest.mark.parametrize(
    "path", ["/reports/largest_sums", "/reports?sql=select+id+as+report_id+from+reports"]
)
async def test_the_reports_of_a_question_lead_to_their_pages(serve: Serve, path: str) -> None:
    site = serve()
    page = LexborHTMLParser((await site.client.get(path)).text)
    links = [link.attributes["href"] or "" for link in page.css("td.col-report_id a")]
    assert links
    assert (await site.client.get(links[0])).status_code == 200


async def test_a_row_leads_to_its_page_and_to_those_that_it_refers_to(serve: Serve) -> None:
    site = serve()
    rows = (
        await site.client.get("/reports/reports.json?_shape=array&council_code__notnull=1")
    ).json()
    page = LexborHTMLParser((await site.client.get(f"/reports/reports/{rows[0]['id']}")).text)
    assert [link.attributes["href"] for link in page.css("td.col-id a")] == [
        f"/report/{rows[0]['id']}"
    ]
    (council,) = page.css("td.col-council_code a")
    assert council.attributes["href"] == f"/council/{rows[0]['council_code']}"


async def test_a_key_is_text_and_no_markup(serve: Serve) -> None:
    sql = "select '\"><script>alert(1)</script>' as council_code"
    page = (await serve().client.get("/reports", params={"sql": sql})).text
    assert "<script>alert(1)" not in page
