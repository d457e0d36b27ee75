"""Packs of any papers in any order: reports of one council, minutes, appendices, withheld papers.

A pack is bound from the stories of the corpus's own papers, with or without an agenda, bookmarks,
stamps, page numbers and blank pages, so that what it holds is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import count

from hypothesis import strategies as st

from corpus import gold
from corpus.bind import BoundPack, bind
from corpus.load import load_all, load_packs
from corpus.model import SampleReport
from corpus.pack import Item, LoosePaper, SamplePack
from corpus.templates.meetings import LOOKS, PackLook
from schemas.record import PageRange
from schemas.vocabulary import PartKind

#: Papers of one pack that are asked for at most: reports, and appendices of each.
MOST_REPORTS = 3
MOST_APPENDICES = 2

STAMPS = ("", "Agenda Item {number}", "ITEM {number}", "Agenda item: {number}")
MARKS = ("", "Page {number}", "{number}")
BLANKS = (None, "", "This page is intentionally left blank")

#: A part as a test compares it: what it is, and its pages.
Piece = tuple[str, PageRange]


@dataclass(frozen=True)
class Joined:
    """A pack and what it was bound of."""

    pack: SamplePack
    look: PackLook

    def bound(self) -> BoundPack:
        """The PDF, and where each paper stands in it."""
        return bind(self.pack, self.look)

    def __repr__(self) -> str:
        """What a failing example is told by."""
        look = self.look
        items = [
            (item.report.name if item.report else "", *(paper.kind.value for paper in item.papers))
            for item in self.pack.items
        ]
        agenda = look.agenda.__name__ if look.agenda else None
        marks = (agenda, look.ranges, look.stamp, look.mark, look.blank, look.bookmarks)
        return f"{self.pack.council.slug} {items} {marks}"


def pieces(bound: BoundPack) -> list[Piece]:
    """The parts that a pack was bound of."""
    return [(part["kind"], tuple(part["pages"])) for part in gold.parts(bound)]


@cache
def reports() -> dict[str, tuple[SampleReport, ...]]:
    """The corpus's reports by council."""
    found: dict[str, list[SampleReport]] = {}
    for report in load_all():
        found.setdefault(report.council.slug, []).append(report)
    return {slug: tuple(group) for slug, group in found.items()}


@cache
def frames() -> tuple[SamplePack, ...]:
    """The corpus's packs, whose meetings and councils' manners those of the test have."""
    return tuple(load_packs())


@cache
def loose(kind: PartKind) -> tuple[LoosePaper, ...]:
    """The papers of a kind in the corpus's packs."""
    papers = (paper for pack in frames() for item in pack.items for paper in item.papers)
    return tuple(paper for paper in papers if paper.kind is kind)


@st.composite
def looks(draw: st.DrawFn) -> PackLook:
    """Any manner of binding."""
    style = draw(st.sampled_from(sorted(LOOKS)))
    stamp, bookmarks = draw(st.sampled_from(STAMPS)), draw(st.booleans())
    # Bare numbers are not told from those of a paper where nothing else marks the pack.
    marks = MARKS if stamp or bookmarks else MARKS[:-1]
    return PackLook(
        agenda=draw(st.sampled_from((LOOKS[style].agenda, None))),
        loose=LOOKS[style].loose,
        stamp=stamp,
        mark=draw(st.sampled_from(marks)),
        blank=draw(st.sampled_from(BLANKS)),
        bookmarks=bookmarks,
        ranges=draw(st.booleans()),
    )


@st.composite
def joined(draw: st.DrawFn) -> Joined:
    """Any sequence of papers, bound in any manner."""
    frame = draw(st.sampled_from(frames()))
    slug = draw(st.sampled_from(sorted(reports())))
    chosen = draw(
        st.lists(
            st.sampled_from(reports()[slug]),
            min_size=2,
            max_size=MOST_REPORTS,
            unique_by=lambda report: report.name,
        )
    )
    numbers = count(draw(st.integers(2, 12)))
    items = []
    if draw(st.booleans()):
        minutes = draw(st.sampled_from(loose(PartKind.MINUTES)))
        items.append(Item(number=str(next(numbers)), title="Minutes", papers=(minutes,)))
    for report in chosen:
        number = str(next(numbers))
        attached = draw(
            st.lists(
                st.sampled_from(loose(PartKind.APPENDIX) + loose(PartKind.WITHHELD)),
                max_size=MOST_APPENDICES,
            )
        )
        told = report.model_copy(
            update={
                "committee": frame.committee,
                "date": frame.date,
                "time": frame.time,
                "agenda_item": number,
            }
        )
        papers = tuple(
            paper.model_copy(update={"label": label})
            for paper, label in zip(attached, "ABC", strict=False)
        )
        items.append(Item(number=number, title=report.title, report=told, papers=papers))
    council = chosen[0].council
    pack = frame.model_copy(update={"council": council, "items": tuple(items)})
    return Joined(pack, draw(looks()))
