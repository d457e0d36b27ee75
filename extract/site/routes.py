"""Which page answers at which address. Datasette asks these before its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from extract.site import (
    committee,
    compare,
    council,
    councils,
    home,
    ledger,
    meeting,
    page_pictures,
    paper,
    person,
    report,
    report_source,
    robots,
    search,
)

#: Patterns of paths, with the views that answer.
ROUTES: Final[tuple[tuple[str, Callable[..., Any]], ...]] = (
    (r"^/$", home.view),
    (r"^/data$", home.data),
    (r"^/compare(\.(?P<format>csv|json))?$", compare.view),
    (r"^/report/(?P<report>[^/]+)$", report.view),
    (r"^/report/(?P<report>[^/]+)/source$", report_source.view),
    (r"^/paper/(?P<paper>[^/]+)$", paper.view),
    (r"^/paper/(?P<paper>[^/]+)/page$", paper.leaf),
    (r"^/search(\.(?P<format>csv|json|atom))?$", search.view),
    (r"^/-/page/(?P<sha256>[^/]+)/(?P<page>[^/]+)\.png$", page_pictures.view),
    (r"^/councils$", councils.view),
    (r"^/council/(?P<code>[^/]+)$", council.view),
    (r"^/committee/(?P<id>[^/]+)$", committee.view),
    (r"^/meeting/(?P<id>[^/]+)$", meeting.view),
    (r"^/person/(?P<id>[^/]+)$", person.view),
    (r"^/ledger$", ledger.view),
    (r"^/robots\.txt$", robots.view),
)
