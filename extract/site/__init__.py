"""The site: a plugin of Datasette that lays the database out for those who read it daily.

Datasette stays Datasette: its tables, filters, facets and addresses work as ever. This adds the
pages of `routes`, the house's look (`templates`, `static`), and what keeps it safe: `headers`,
`limits`, `settings`. It reads; it never writes. Datasette finds it by the entry point `datasette`.

Datasette loads its plugins half-way through loading itself, so each hook imports what it needs
when it is called.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from datasette import hookimpl

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment
    from markupsafe import Markup


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """The pages of the site."""
    from extract.site.routes import ROUTES

    return list(ROUTES)


@hookimpl
def startup(datasette: Datasette) -> None:
    """What is not found is told to the reader, not at length to the log."""
    from extract.site.errors import keep_short

    keep_short()


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[..., Any]:
    """Security headers on every answer, and no contacts in it where they are hidden."""
    from extract.site.headers import with_headers
    from extract.site.masking import masking
    from extract.site.settings import settings_of

    hidden = settings_of(datasette).hide_contacts
    return (lambda app: with_headers(masking(app))) if hidden else with_headers


@hookimpl
def prepare_connection(conn: sqlite3.Connection, datasette: Datasette) -> None:
    """Limits on what one query may take, and what it may see."""
    from extract.site.limits import limit
    from extract.site.settings import settings_of

    limit(conn, settings_of(datasette))


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """What every template has at hand."""
    from extract.site.pages import template_tools

    env.globals.update(template_tools(datasette))


@hookimpl
def render_cell(
    value: object, column: str, table: str | None, datasette: Datasette
) -> Markup | None:
    """Keys as links to the pages of what they are keys of."""
    from extract.site.cells import linked

    return linked(datasette, value, column, table)
