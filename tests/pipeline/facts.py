"""A record as facts that can be compared: one for each thing that it says of the report.

A fact is a field and what is said, folded: capitals, white space, kinds of quote and dash, and
the brackets and closing point of a label make no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
Fact = tuple[str, ...]

_FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_SCALARS = ("title", "reference", "agenda_item", "report_date", "summary", "reasons")


def fold(value: object) -> str:
    """A value as it is compared; null is the empty text."""
    text = "" if value is None else str(value)
    return " ".join(text.translate(_FOLD).casefold().split()).rstrip(" .;:")


def core(label: str | None) -> str:
    """A label without brackets and closing points."""
    return fold(label).strip("().: ")


def facts(report: Json) -> Counter[Fact]:
    """Everything that a record says, as folded facts; how often it says each."""
    return Counter(fact for fact in _facts(report) if any(fact[1:]))


def _facts(report: Json) -> Iterator[Fact]:
    for field in (*_SCALARS, "alternatives", "key_decision"):
        yield field, fold(report[field])
    for part in ("name", "gss_code"):
        yield f"council {part}", fold(report["council"][part])
    for part in ("committee", "date", "time", "venue"):
        yield f"meeting {part}", fold(report["meeting"][part])
    secrecy = report["confidentiality"]
    yield "confidentiality", secrecy["status"], *secrecy["paragraphs"]
    yield "statement", fold(secrecy["statement"])
    for ward in report["wards"]:
        yield "wards", fold(ward)
    for person in report["people"]:
        who = fold(person["name"] or person["post"])
        yield "people", person["role"], who
        for part in ("honorific", "post", "kind", "email", "phone"):
            if value := fold(person[part]):
                yield f"people {part}", person["role"], who, value
    for entry in report["recommendations"]:
        yield "recommendations", core(entry["label"]), fold(entry["text"])
        yield "nesting", fold(entry["text"]), core(entry.get("parent"))
    for entry in report["implications"]:
        yield "implications", entry["type"], fold(entry["heading"]), fold(entry["text"])
        yield "implications status", fold(entry["heading"]), entry["status"]
    for field in ("appendices", "background_papers"):
        for entry in report[field]:
            yield field, core(entry.get("label")), fold(entry["title"]), *entry["paragraphs"]
    for entry in report["sign_offs"]:
        reference = "".join(fold(entry["reference"]).split())
        yield "sign_offs", entry["area"], reference, fold(entry["date"])
