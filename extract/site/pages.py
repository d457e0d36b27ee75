"""How a page of ours is made: a template, what goes into it, and the headers of the answer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from weakref import WeakKeyDictionary

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from datasette.version import __version__
from jinja2 import Environment
from markupsafe import Markup

from extract.site.addresses import Addresses
from extract.site.headers import POLICY_HEADER, STRICT_POLICY
from extract.site.settings import settings_of
from extract.site.wording import words_of

#: Files that all pages share.
STATIC: Final = Path(__file__).parent / "static"


async def page(
    datasette: Datasette,
    request: Request,
    template: str,
    content: Mapping[str, Any],
    *,
    inner: str | None = None,
    status: int = 200,
) -> Response:
    """A page of the site, from a template of the folder `templates`.

    `inner` names a template for what has hundreds of values; the page has it as the variable of
    that name. Datasette renders templates so that each value may be awaited, which takes twice the
    time; in `inner` none is.
    """
    given = dict(content)
    if inner is not None:
        environment = _without_waiting(datasette)
        given["inner"] = Markup(environment.get_template(inner).render(given))
    text = await datasette.render_template(template, given, request=request)
    headers = {POLICY_HEADER.decode(): STRICT_POLICY}
    return Response.html(text, status=status, headers=headers)


#: For each running site, its templates without anything to wait for.
_ENVIRONMENTS: WeakKeyDictionary[Datasette, Environment] = WeakKeyDictionary()


def _without_waiting(datasette: Datasette) -> Environment:
    if datasette not in _ENVIRONMENTS:
        _ENVIRONMENTS[datasette] = datasette.jinja_env.overlay(enable_async=False)
    return _ENVIRONMENTS[datasette]


def number_in(request: Request, name: str) -> int:
    """The key that an address has; one that can't be a key is that of nothing: -1."""
    return number_of(request.url_vars[name]) or -1


def number_of(given: str | None) -> int | None:
    """A number of 16 digits or fewer, as keys have them; None for anything else."""
    fits = given and given.isascii() and given.isdigit() and len(given) <= 16
    return int(given) if given and fits else None


def template_tools(datasette: Datasette) -> Mapping[str, Any]:
    """Functions that every template may use."""
    addresses = Addresses(datasette)
    return {
        "address": addresses,
        "site": settings_of(datasette),
        "static": lambda file: f"{addresses.static(file)}?{_version(file)}",
        "words_of": words_of,
        "long_date": long_date,
        "datasette_version": __version__,  # its foot of the page names it
    }


def long_date(day: str | None) -> str:
    """An ISO date as people write it, "12 March 2026"; "" for none.

    A record may have what only looks like one ("2026-02-30"): that is shown as it stands.
    """
    if not day:
        return ""
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{read.day} {read:%B %Y}"


@lru_cache
def _version(file: str) -> str:
    """Changes with a file's content, so that browsers may keep it."""
    return hashlib.sha256((STATIC / file).read_bytes()).hexdigest()[:12]
