"""What one sample agenda pack holds: a meeting's agenda and its papers, bound in one file.

A `SamplePack` is read from `corpus/content/<council-slug>/packs/<name>.toml`. Its reports are
content files of their own; minutes, appendices and other papers stand in the pack's own file.
"""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from corpus.model import BodySection, Council, DataTable, Folded, SampleReport
from schemas import Model
from schemas.record import Member
from schemas.vocabulary import MemberRole, PartKind

#: Papers of a pack that are no reports.
LOOSE = {PartKind.MINUTES, PartKind.APPENDIX, PartKind.WITHHELD, PartKind.OTHER}


class LoosePaper(Model):
    """A paper of an item that is no report."""

    kind: PartKind = Field(description="One of `LOOSE`.")
    label: str = Field("", description='Of an appendix: "A", "1".')
    title: str
    paragraphs: tuple[str, ...] = Field((), description="For which it is withheld.")
    date: dt.date | None = Field(None, description="Of minutes: the day of the meeting.")
    present: Folded = Field("", description="Of minutes: who was there, as printed.")
    body: tuple[BodySection, ...] = ()
    tables: dict[str, DataTable] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if self.kind not in LOOSE:
            raise ValueError(f"{self.title}: no loose paper is {self.kind.value}")
        if (self.kind is PartKind.WITHHELD) != bool(self.paragraphs):
            raise ValueError(f"{self.title}: a withheld paper, and no other, names paragraphs")
        if (self.kind is PartKind.MINUTES) != (self.date is not None):
            raise ValueError(f"{self.title}: minutes, and no other paper, have a date")
        return self


class Item(Model):
    """One item of business and its papers, in the order in which they are bound."""

    number: str
    title: str
    text: Folded = Field("", description="What the agenda says below the title.")
    report: SampleReport | None = None
    papers: tuple[LoosePaper, ...] = Field((), description="Appendices stand after the report.")
    paragraphs: tuple[str, ...] = Field((), description="For which the public is excluded.")


class SamplePack(Model):
    """One invented pack."""

    council: Council
    name: str = Field(description="File name without its ending.")
    title: str = Field(description="The PDF's own title.")
    committee: str
    date: dt.date
    time: dt.time
    venue: str
    clerk: str = Field(description="Who signs the agenda.")
    members: tuple[Member, ...]
    notices: tuple[Folded, ...] = Field((), description="What the agenda tells the public.")
    items: tuple[Item, ...]

    @model_validator(mode="after")
    def _reports_are_of_the_meeting(self) -> Self:
        for item in self.items:
            told = item.report
            if told is None:
                continue
            if (told.committee, told.date) != (self.committee, self.date):
                raise ValueError(f"{told.name}: is for another meeting")
            if told.agenda_item not in (None, item.number):
                raise ValueError(f"{told.name}: prints another item than {item.number}")
        return self

    @property
    def chair(self) -> Member:
        """Who presides."""
        return next(one for one in self.members if one.role is MemberRole.CHAIR)
