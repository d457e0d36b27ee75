"""Bind a sample pack: its agenda, its reports in their own layout, their appendices, blank pages.

The agenda says on which pages the papers stand, and papers begin on a right-hand page where the
pack is made for paper. So a pack is pressed until its pages are those that it was laid out for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from corpus.model import SampleReport
from corpus.pack import Item, LoosePaper, SamplePack
from corpus.press import Paper, Printed, Span, press
from corpus.templates import layout
from corpus.templates.meetings import LOOKS, PLAIN, PackLook, blank_story
from schemas.record import PageRange
from schemas.vocabulary import PartKind

#: Runs of the press before a pack must have settled.
RUNS = 5


@dataclass(frozen=True)
class Sheaf:
    """One paper of a pack, with what it is of."""

    kind: PartKind
    paper: Paper
    item: Item | None = None
    report: SampleReport | None = None
    loose: LoosePaper | None = None


@dataclass(frozen=True)
class BoundPack:
    """A finished pack: its bytes, its papers and where each stands."""

    data: bytes
    sheaves: tuple[Sheaf, ...]
    spans: tuple[Span, ...]
    numbered: bool  # the agenda gives the pages of its items

    def pages_of(self, item: Item) -> PageRange | None:
        """Where the papers of an item stand; None if it has none."""
        own = [s for sheaf, s in zip(self.sheaves, self.spans, strict=True) if sheaf.item is item]
        return (own[0].first, own[-1].last) if own else None


def of_item(pack: SamplePack, item: Item, look: PackLook) -> Iterator[Sheaf]:
    """Yield the papers of one item; the first carries its stamp and its bookmark."""
    stamp = look.stamp.format(number=item.number)
    bookmark = (0, f"{item.number} {item.title}") if look.bookmarks else None
    if item.report:
        form = layout(item.report.council.layout)
        told = form.complete(item.report.model_copy(update={"agenda_item": item.number}))
        paper = Paper(
            partial(form.story, told),
            form.furniture(told),
            told.title,
            stamp=stamp,
            mark=look.mark,
            bookmark=bookmark,
        )
        yield Sheaf(PartKind.REPORT, paper, item, report=told)
    for n, loose in enumerate(item.papers):
        first = n == 0 and item.report is None
        label = f"Appendix {loose.label} - " if loose.label else ""
        below = (1, f"{label}{loose.title}") if look.bookmarks else None
        paper = Paper(
            partial(look.loose, pack, loose),
            PLAIN,
            loose.title,
            stamp=stamp if first else "",
            mark=look.mark,
            bookmark=bookmark if first else below,
        )
        yield Sheaf(loose.kind, paper, item, loose=loose)


def blank(text: str, mark: str) -> Sheaf:
    """Return the page that keeps the next paper on a right-hand one."""
    story = partial(blank_story, text)
    return Sheaf(PartKind.BLANK, Paper(story, PLAIN, "", pages=1, mark=mark, specimen=False))


def lay_out(pack: SamplePack, look: PackLook, lengths: Sequence[int]) -> list[Sheaf]:
    """Put a pack's papers in order, on the belief that they take `lengths` pages, agenda first.

    `lengths` is empty where nothing is known yet.
    """
    sheaves = [sheaf for item in pack.items for sheaf in of_item(pack, item, look)]
    if look.agenda:
        bookmark = (0, "Agenda") if look.bookmarks else None
        sheaves.insert(0, Sheaf(PartKind.AGENDA, Paper(list, PLAIN, "", bookmark=bookmark)))
    out: list[Sheaf] = []
    ranges: dict[str, PageRange] = {}
    page = 1
    for sheaf, pages in zip(sheaves, lengths or [0] * len(sheaves), strict=True):
        if look.blank is not None and lengths and page % 2 == 0:
            out.append(blank(look.blank, look.mark))
            page += 1
        out.append(replace(sheaf, paper=replace(sheaf.paper, pages=pages)))
        if sheaf.item and pages:
            first, _ = ranges.get(sheaf.item.number, (page, page))
            ranges[sheaf.item.number] = (first, page + pages - 1)
        page += pages
    if look.agenda:
        story = partial(look.agenda, pack, ranges if look.ranges else {})
        out[0] = replace(out[0], paper=replace(out[0].paper, story=story))
    return out


def bind(pack: SamplePack, look: PackLook | None = None) -> BoundPack:
    """Press a pack until its pages are those that it was laid out for.

    `look` is its council's unless another is given.
    """
    look = look or LOOKS[pack.council.layout]
    lengths: list[int] = []
    for _ in range(RUNS):
        sheaves = lay_out(pack, look, lengths)
        printed: Printed = press([sheaf.paper for sheaf in sheaves], pack.title)
        if all(s.paper.pages == p.pages for s, p in zip(sheaves, printed.spans, strict=True)):
            return BoundPack(printed.data, tuple(sheaves), printed.spans, look.ranges)
        lengths = [
            span.pages
            for sheaf, span in zip(sheaves, printed.spans, strict=True)
            if sheaf.kind is not PartKind.BLANK
        ]
    raise ValueError(f"{pack.name}: its pages do not settle")
