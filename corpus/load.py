"""Read the samples' content: TOML files → `SampleReport`, `SamplePack`.

    corpus/content/<council-slug>/council.toml    the council, and the people who work there
    corpus/content/<council-slug>/<name>.toml     one report
    corpus/content/<council-slug>/packs/<name>.toml   one agenda pack, which names its reports

A report names its people by their key in `council.toml` and says in which role, and which of
their particulars its page prints:

    people = [{ who = "tregear", role = "author", shows = ["email"] }]
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.markup import typographic
from corpus.model import Council, SampleReport
from corpus.pack import SamplePack

CORPUS = Path(__file__).resolve().parent
CONTENT = CORPUS / "content"
REGISTER = CORPUS / "councils.csv"

#: Particulars that a page may print beside the name.
SHOWABLE = ("post", "email", "phone")


class ContentError(ValueError):
    """A content file says something that cannot be."""


def read_toml(path: Path, *, curved_quotes: bool = False) -> dict[str, Any]:
    """Read one content file, with curved quotes in its values where the council sets them so."""

    def turned(value: Any) -> Any:
        if isinstance(value, str):
            return typographic(value)
        if isinstance(value, list):
            return [turned(item) for item in value]
        if isinstance(value, dict):
            return {key: turned(item) for key, item in value.items()}
        return value

    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: turned(value) for key, value in data.items()} if curved_quotes else data


def registered(code: str) -> dict[str, str]:
    """Return the register's row for a council's code; ContentError if there is none."""
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["code"] == code:
                return row
    raise ContentError(f"no council {code!r} in {REGISTER.name}")


def person(entry: Mapping[str, Any], directory: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Resolve one entry of a report's `people` against the council's directory.

    An entry without `who` states an unnamed post. `post` in the entry stands before the
    directory's, and `capitals` prints the name so.
    """
    entry = dict(entry)
    who, shows = entry.pop("who", None), entry.pop("shows", ["post"])
    capitals = entry.pop("capitals", False)
    if who is None:
        return entry
    if who not in directory:
        raise ContentError(f"nobody is called {who!r} in council.toml")
    if unknown := set(shows) - set(SHOWABLE):
        raise ContentError(f"{who}: cannot show {sorted(unknown)}")
    known = directory[who]
    resolved = {key: known[key] for key in ("name", "honorific", "kind") if key in known}
    resolved |= {key: known[key] for key in shows}
    if capitals:
        resolved |= {k: resolved[k].upper() for k in ("name", "honorific") if k in resolved}
    return resolved | entry


def load_council(folder: Path) -> tuple[Council, dict[str, Any]]:
    """Return the council of a content folder, and its `council.toml` as read."""
    data = read_toml(folder / "council.toml")
    row = registered(data["code"])
    council = Council(
        slug=folder.name,
        code=data["code"],
        name=data.get("name", row["official_name"]),
        gss_code=row["gss_code"],
        layout=data["layout"],
    )
    return council, data


def load_report(path: Path) -> SampleReport:
    """Read one report's content file.

    Raises ContentError for somebody unknown, and pydantic's ValidationError for a field that is
    missing, misspelt or of the wrong kind.
    """
    council, settings = load_council(path.parent)
    data = read_toml(path, curved_quotes=settings["curved_quotes"])
    people = [person(entry, settings["people"]) for entry in data.pop("people", [])]
    return SampleReport.model_validate(
        {**data, "council": council, "name": path.stem, "people": people}
    )


def load_all() -> list[SampleReport]:
    """Return every sample report, by council and name."""
    paths = sorted(CONTENT.glob("*/*.toml"))
    return [load_report(path) for path in paths if path.stem != "council"]


def load_pack(path: Path) -> SamplePack:
    """Read one pack's content file, and the reports that it names."""
    folder = path.parent.parent
    council, settings = load_council(folder)
    data = read_toml(path, curved_quotes=settings["curved_quotes"])
    items = [
        item | {"report": load_report(folder / f"{item['report']}.toml")}
        if "report" in item
        else item
        for item in data.pop("items")
    ]
    return SamplePack.model_validate(
        {**data, "council": council, "name": path.stem, "items": items}
    )


def load_packs() -> list[SamplePack]:
    """Return every sample pack, by council and name."""
    return [load_pack(path) for path in sorted(CONTENT.glob("*/packs/*.toml"))]
