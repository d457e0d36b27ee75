"""What a report states, as items that can be counted: each field of the record in one list.

An item is told by its `key` (a closed word: a role, a subject), which has to be the same, and its
`text`, which has to match. Attributes are further facts of an item, compared only between two items
that were paired. An exact field is an identifier, a number, a date or a word of a vocabulary, where
nearly right is wrong: it is never compared more loosely than softly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from schemas import Report
from schemas.vocabulary import ConfidentialityStatus, PersonKind


@dataclass(frozen=True)
class Item:
    """One stated fact, and the facts that hang on it."""

    text: str
    key: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """A field of the record: its name there, and how a report's items of it are found."""

    name: str
    items: Callable[[Report], Iterable[Item]]
    exact: bool = False


EXACT_ATTRIBUTES = frozenset({"email", "phone", "kind", "label", "status", "paragraphs", "date"})


def _one(value: str | None) -> list[Item]:
    return [Item(value)] if value else []


def _attributes(**values: str | None) -> Mapping[str, str]:
    return {name: value for name, value in values.items() if value}


def _council(report: Report) -> list[Item]:
    return _one(report.council.gss_code or report.council.name)


def _status(report: Report) -> list[Item]:
    status = report.confidentiality.status
    return [] if status is ConfidentialityStatus.UNSTATED else [Item(status.value)]


def _key_decision(report: Report) -> list[Item]:
    return [] if report.key_decision is None else [Item("yes" if report.key_decision else "no")]


def _people(report: Report) -> list[Item]:
    return [
        Item(
            text=person.name or person.post or person.email or "",
            key=person.role,
            attributes=_attributes(
                post=person.post,
                email=person.email,
                phone=person.phone,
                kind=None if person.kind is PersonKind.UNKNOWN else person.kind,
            ),
        )
        for person in report.people
    ]


def _recommendations(report: Report) -> list[Item]:
    return [
        Item(item.text, attributes=_attributes(label=item.label)) for item in report.recommendations
    ]


def _implications(report: Report) -> list[Item]:
    return [
        Item(item.text, item.type, _attributes(heading=item.heading, status=item.status))
        for item in report.implications
    ]


def _appendices(report: Report) -> list[Item]:
    return [
        Item(
            item.title or item.label,
            attributes=_attributes(label=item.label, paragraphs=" ".join(item.paragraphs)),
        )
        for item in report.appendices
    ]


def _background_papers(report: Report) -> list[Item]:
    return [
        Item(item.title, attributes=_attributes(paragraphs=" ".join(item.paragraphs)))
        for item in report.background_papers
    ]


def _sign_offs(report: Report) -> list[Item]:
    return [
        Item(item.reference or "", item.area, _attributes(date=item.date))
        for item in report.sign_offs
    ]


FIELDS = (
    Field("council", _council, exact=True),
    Field("committee", lambda report: _one(report.meeting.committee)),
    Field("date", lambda report: _one(report.meeting.date), exact=True),
    Field("time", lambda report: _one(report.meeting.time), exact=True),
    Field("venue", lambda report: _one(report.meeting.venue)),
    Field("title", lambda report: _one(report.title)),
    Field("reference", lambda report: _one(report.reference), exact=True),
    Field("agenda_item", lambda report: _one(report.agenda_item), exact=True),
    Field("report_date", lambda report: _one(report.report_date), exact=True),
    Field("confidentiality", _status, exact=True),
    Field("confidentiality.statement", lambda report: _one(report.confidentiality.statement)),
    Field(
        "confidentiality.paragraphs",
        lambda report: map(Item, report.confidentiality.paragraphs),
        exact=True,
    ),
    Field("key_decision", _key_decision, exact=True),
    Field("wards", lambda report: map(Item, report.wards)),
    Field("summary", lambda report: _one(report.summary)),
    Field("people", _people),
    Field("recommendations", _recommendations),
    Field("reasons", lambda report: _one(report.reasons)),
    Field("alternatives", lambda report: _one(report.alternatives)),
    Field("implications", _implications),
    Field("appendices", _appendices),
    Field("background_papers", _background_papers),
    Field("sign_offs", _sign_offs),
)
"""Every field that is scored, in the order of the record."""

ATTRIBUTES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "people": ("post", "email", "phone", "kind"),
        "recommendations": ("label",),
        "implications": ("heading", "status"),
        "appendices": ("label", "paragraphs"),
        "background_papers": ("paragraphs",),
        "sign_offs": ("date",),
    }
)
"""The attributes of each field's items, scored as "field.attribute"."""

NAMES = (
    "reports",
    *(
        name
        for field in FIELDS
        for name in (field.name, *(f"{field.name}.{a}" for a in ATTRIBUTES.get(field.name, ())))
    ),
)
"""What is scored, in the order in which it is shown; "reports" is whether they were found."""
