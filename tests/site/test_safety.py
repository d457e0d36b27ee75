"""What keeps readers, officers and the machine safe: headers, limits and settings."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.site.conftest import Serve
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS

#: Pages of Datasette's own that have inline scripts, or could.
DATASETTE_PAGES = (
    "/reports",
    "/reports/reports",
    "/reports/search?q=garden",
    "/reports?sql=select+1",
    "/reports/no-such-table",
)
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


@pytest.mark.parametrize("path", ["/", *DATASETTE_PAGES])
async def test_every_answer_bears_the_headers(serve: Serve, path: str) -> None:
    headers = (await serve().client.get(path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]


async def test_a_page_of_ours_allows_no_inline_script_or_style(serve: Serve) -> None:
    policy = (await serve().client.get("/")).headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "sha256" not in policy


@pytest.mark.parametrize("path", DATASETTE_PAGES)
async def test_datasettes_own_inline_scripts_may_run_and_no_others(serve: Serve, path: str) -> None:
    answer = await serve().client.get(path)
    policy = answer.headers["content-security-policy"]
    for script in INLINE.findall(answer.text):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy, script[:80]
    assert "script-src 'self' 'sha256-" in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


async def test_one_huge_value_is_stopped_at_once(serve: Serve) -> None:
    sql = "select length(replace(hex(zeroblob(500000000)), '0', 'xx'))"
    answer = await serve().client.get("/reports.json", params={"sql": sql})
    assert answer.status_code == 400
    assert "too big" in answer.json()["error"]


async def test_contacts_are_shown_unless_they_are_hidden(serve: Serve) -> None:
    sql = "select count(email) + count(phone) as contacts from contributions"
    for hidden in (False, True):
        site = serve(hide_contacts=hidden)
        answer = await site.client.get("/reports.json", params={"sql": sql, "_shape": "array"})
        assert (answer.json()[0]["contacts"] == 0) is hidden
    rows = (await site.client.get("/reports/contributions.csv?_size=max")).text
    assert "@" not in rows


@pytest.mark.parametrize(
    ("robots", "expected"), [("allow", "Disallow: /reports\n"), ("none", "Disallow: /\n")]
)
async def test_robots_are_asked_to_do_what_is_set(serve: Serve, robots: str, expected: str) -> None:
    site = serve(robots=robots)
    assert expected in (await site.client.get("/robots.txt")).text
    assert ("noindex" in (await site.client.get("/")).text) is (robots == "none")


async def test_an_unknown_setting_stops_the_site_by_its_name(serve: Serve) -> None:
    with pytest.raises(ValidationError, match=r"hide_contact\b"):
        await serve(hide_contact=True).client.get("/")


async def test_a_setting_from_an_unset_variable_has_its_default(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HIDDEN", raising=False)
    site = serve(hide_contacts={"$env": "HIDDEN"})
    assert (await site.client.get("/")).status_code == 200
    monkeypatch.setenv("HIDDEN", "1")
    site = serve(hide_contacts={"$env": "HIDDEN"})
    sql = "select count(email) as contacts from contributions"
    answer = await site.client.get("/reports.json", params={"sql": sql, "_shape": "array"})
    assert answer.json() == [{"contacts": 0}]


@pytest.mark.parametrize("path", ["/reports/sections.json", "/reports/sections", "/reports.csv"])
async def test_with_hidden_contacts_no_answer_holds_one(
    serve: Serve, tmp_path: Path, path: str
) -> None:
    told = "Ask Ann Example, ann@felldale.test, 01632 960983."
    report = DOCUMENTS[0].reports[0]
    section = report.sections[0].model_copy(update={"text": told})
    paper = report.model_copy(update={"sections": (section, *report.sections[1:])})
    db = fill(tmp_path / "reports.db", DOCUMENTS[0].model_copy(update={"reports": (paper,)}))
    params = {"sql": "select text from sections"} if path == "/reports.csv" else {}
    for hidden in (False, True):
        answer = await serve(db, hide_contacts=hidden).client.get(path, params=params)
        assert answer.status_code == 200
        assert ("ann@felldale.test" in answer.text) is not hidden
        assert ("01632 960983" in answer.text) is not hidden
        assert "Ann Example" in answer.text
