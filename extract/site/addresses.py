"""Addresses of the site's pages. They are for citing: none depends on the order of reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.utils import tilde_encode

#: What goes into the query of an address; what is None or "" is left out.
Value = str | int | None


class Addresses:
    """Addresses on one site, which may be served below a path of its host (`base_url`)."""

    def __init__(self, datasette: Datasette) -> None:
        self._urls = datasette.urls

    def home(self) -> str:
        """Where readers begin."""
        return self._at("/")

    def report(self, number: int) -> str:
        """A report's page."""
        return self._at(f"/report/{number}")

    def source(self, number: int, pointer: str, page: int | None = None) -> str:
        """A report's page with the source of one of its values beside it."""
        return f"{self._at(f'/report/{number}', {'show': pointer, 'page': page})}#source"

    def source_pane(self, number: int) -> str:
        """The source of a value alone; see `source`."""
        return self._at(f"/report/{number}/source")

    def paper(self, number: int, anchor: str = "", **values: Value) -> str:
        """The page of minutes, an agenda, an appendix and the like.

        `text` says which stretch of its text, `passage` which characters, `q` which words, `page`
        which page of its document (see `paper`).
        """
        return f"{self._at(f'/paper/{number}', values)}{f'#{anchor}' if anchor else ''}"

    def paper_leaf(self, number: int) -> str:
        """The page of its document that is shown beside a paper, alone."""
        return self._at(f"/paper/{number}/page")

    def councils(self) -> str:
        """The list of councils."""
        return self._at("/councils")

    def council(self, code: str) -> str:
        """A council's page."""
        return self._at(f"/council/{tilde_encode(code)}")

    def committee(self, key: str, **values: Value) -> str:
        """A committee's page; `page` and `action` say what of its lists."""
        return self._at(f"/committee/{tilde_encode(key)}", values)

    def person(self, key: str, **values: Value) -> str:
        """A person's page; `page` and `role` say what of their reports."""
        return self._at(f"/person/{tilde_encode(key)}", values)

    def meeting(self, key: str) -> str:
        """A meeting's page."""
        return self._at(f"/meeting/{tilde_encode(key)}")

    def ledger(self, **values: Value) -> str:
        """What is in the archive, what failed, and what is missing; `page` is of councils."""
        return self._at("/ledger", values)

    def data(self) -> str:
        """The tables and questions, as Datasette shows them."""
        return self._at("/data")

    def page_picture(self, sha256: str, page: int) -> str:
        """The picture of a page, counted from 1, of a document."""
        return self._at(f"/-/page/{sha256}/{page}.png")

    def search(
        self, suffix: str = "", pairs: Sequence[tuple[str, str]] = (), **values: Value
    ) -> str:
        """The search with these words and filters; `suffix` is ".csv", ".json" or ".atom".

        `pairs` are for what may be chosen several times, which `values` can't say.
        """
        return self._asking(f"/search{suffix}", pairs, values)

    def compare(
        self, suffix: str = "", pairs: Sequence[tuple[str, str]] = (), **values: Value
    ) -> str:
        """The comparison of councils with these choices; `suffix` is ".csv" or ".json".

        `pairs` are for what may be chosen several times, which `values` can't say.
        """
        return self._asking(f"/compare{suffix}", pairs, values)

    def rows(self, database: str, table: str, **values: Value) -> str:
        """Datasette's page of a table, filtered: `column`, `column__contains` and the like."""
        return self._with(str(self._urls.table(database, table)), values)

    def question(self, database: str, name: str, **values: Value) -> str:
        """Datasette's page of one of the questions (canned queries)."""
        return self._with(str(self._urls.query(database, name)), values)

    def static(self, file: str) -> str:
        """A file of the folder `static`."""
        return str(self._urls.static_plugins("council-reports", file))

    def _at(self, path: str, values: Mapping[str, Value] | None = None) -> str:
        return self._with(str(self._urls.path(path)), values or {})

    def _asking(
        self, path: str, pairs: Sequence[tuple[str, str]], values: Mapping[str, Value]
    ) -> str:
        given = [*pairs, *((name, str(value)) for name, value in values.items() if value)]
        return f"{self._at(path)}?{urlencode(given)}" if given else self._at(path)

    @staticmethod
    def _with(path: str, values: Mapping[str, Value]) -> str:
        given = {name: value for name, value in values.items() if value not in (None, "")}
        return f"{path}?{urlencode(given)}" if given else path
