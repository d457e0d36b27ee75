"""What a run of pages is: the agenda, minutes, a report, what is attached to one, or a leaf.

The first paper of an item that is a report is the item's; whatever else stands under the item,
another committee's report too, is attached to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.fields.exemptions import exemption_places, exemptions_in
from extract.fields.extent import appendix_starts, own_part
from extract.fields.kind import kind_of
from extract.fields.labelled import labelled_values
from extract.fields.nodes import Outline
from extract.fields.outline import outline_of
from extract.fields.texts import block_text
from extract.fields.values import Found, Place
from extract.layout.blocks import Block
from extract.layout.pages import Layout
from extract.layout.passage import NOWHERE, Passage
from extract.packs.marks import ATTACHED
from extract.packs.runs import Run, Sign
from extract.packs.titles import OF_A_MEETING, TOP, heading_of
from schemas import Part
from schemas.record import PageRange
from schemas.vocabulary import DocumentKind, PartKind, SectionKind

_SAME = {
    DocumentKind.MINUTES: PartKind.MINUTES,
    DocumentKind.DECISIONS: PartKind.DECISIONS,
}
_WHAT_FOR = frozenset({SectionKind.RECOMMENDATIONS, SectionKind.SUMMARY, SectionKind.PURPOSE})
_ALONE = frozenset(DocumentKind) - {DocumentKind.AGENDA_PACK}
_OF_ITEMS = (Sign.STAMP, Sign.BOOKMARK, Sign.RANGE, Sign.TITLE)
_AGENDAS = (DocumentKind.AGENDA, DocumentKind.AGENDA_PACK)


@dataclass(frozen=True, slots=True)
class Paper:
    """A part, with the words that its values were read from, and of a report its outline."""

    part: Found[Part]
    layout: Layout | None = None
    outline: Outline | None = None
    kind: DocumentKind | None = None
    """What it would be, published alone."""
    goes_on: bool = False
    """Whether it only goes on with the paper before it."""


@dataclass(slots=True)
class Before:
    """What has come before a run: whether the front sheet, and the report of which item."""

    agenda: bool = False
    report: int | None = None
    item: str = ""

    def has_report(self, item: str) -> bool:
        """Whether the report of an item has come; of no known item, whether any has."""
        return self.report is not None and self.item == item


def papers_in(run: Run, before: Before) -> Iterator[Paper]:
    """The papers of a run, in order: mostly one; a report may have appendices bound in."""
    marks = run.first.marks
    if marks.blank or marks.empty:
        yield Paper(Found(_part(run, PartKind.BLANK)))
        return
    if marks.withheld:
        yield Paper(_withheld(run, before))
        return
    if run.sign is Sign.GOES_ON:
        text = text_of_part(run.layout.blocks)
        part = _part(run, PartKind.OTHER).model_copy(update={"text": text})
        yield Paper(Found(part), goes_on=True)
        return
    own, outline = own_part(run.layout, run.headed)
    labelled = labelled_values(outline)
    published = kind_of(own, outline, labelled, of_item=_is_of_item(run, before))
    kind = (
        PartKind(published) if run.whole and published in _ALONE else _kind(run, published, before)
    )
    if kind is not PartKind.REPORT:
        yield Paper(_titled(run, kind, before), run.layout, outline, published)
        return
    end = _last_page(own)
    if run.pages is None or not end or end >= run.pages[1]:
        yield Paper(Found(_part(run, kind)), own, outline, published)
        return
    first, last = run.pages
    yield Paper(Found(_part_on(run, kind, (first, end))), own, outline, published)
    yield from _bound_in(run, (end + 1, last), before)


def published_kind(layout: Layout) -> DocumentKind:
    """What pages would be, published alone; a report only where it says what it is for."""
    outline = outline_of(layout.blocks)
    kind = kind_of(layout, outline, labelled_values(outline))
    if kind is DocumentKind.REPORT and not {node.kind for node in outline.nodes} & _WHAT_FOR:
        return DocumentKind.OTHER
    return kind


def text_of_part(blocks: Sequence[Block]) -> str:
    """The full text of some blocks: paragraphs parted by blank lines, each with its label."""
    texts = (f"{block.label.text} {block_text(block).text}".strip() for block in blocks)
    return "\n\n".join(text for text in texts if text)


def _kind(run: Run, kind: DocumentKind, before: Before) -> PartKind:
    attached = run.sign is Sign.HEADING or (run.bookmark is not None and run.bookmark.attached)
    follows = before.has_report(run.item) and run.sign is not Sign.LOOK
    if kind in _AGENDAS and not before.agenda and before.report is None:
        return PartKind.AGENDA
    if kind is DocumentKind.REPORT and not attached:
        known = run.marked and bool(run.item)
        return PartKind.APPENDIX if known and before.has_report(run.item) else PartKind.REPORT
    if attached or follows or kind is DocumentKind.APPENDIX:
        return PartKind.APPENDIX
    if kind in _SAME:
        return _SAME[kind]
    if not before.agenda and before.report is None and not run.item:
        return PartKind.AGENDA if _is_first(run) else PartKind.OTHER
    return PartKind.SUPPLEMENT if run.item else PartKind.OTHER


def _is_of_item(run: Run, before: Before) -> bool:
    """Whether a run is the first paper of an item, as the pack says."""
    attached = run.first.attached or (run.bookmark is not None and run.bookmark.attached)
    return (
        bool(run.item)
        and run.sign in _OF_ITEMS
        and not attached
        and not before.has_report(run.item)
    )


def _is_first(run: Run) -> bool:
    return (run.pages is not None and run.pages[0] == 1) or (
        run.span is not None and run.span[0] == 0
    )


def _part(run: Run, kind: PartKind) -> Part:
    start, end = run.span or (None, None)
    return Part(
        kind=kind,
        pages=run.pages,
        start=start,
        end=end,
        printed_pages=run.printed,
        agenda_item=run.item or None,
    )


def _last_page(layout: Layout) -> int:
    return max((max(b.page, b.passage.last_page) for b in layout.blocks), default=0)


def _withheld(run: Run, before: Before) -> Found[Part]:
    """A leaf that stands in for a paper: what exempts it, and what the bookmark calls it."""
    said = Passage.join([line.passage() for line in run.top], " ")
    exempt = exemptions_in(said)
    part = _part(run, PartKind.WITHHELD).model_copy(
        update={
            "paragraphs": tuple(exemption.number for exemption in exempt),
            "text": said.text,
            "report": before.report if before.has_report(run.item) else None,
            **_from_bookmark(run),
        }
    )
    return Found(part, tuple(exemption_places(exempt)))


def _from_bookmark(run: Run) -> dict[str, str]:
    if run.bookmark is None:
        return {}
    return {"title": run.bookmark.title, "label": run.bookmark.label}


def _titled(run: Run, kind: PartKind, before: Before) -> Found[Part]:
    """A part with its title and label, and its text."""
    label, title = heading_of([line.passage() for line in run.top])
    if kind in OF_A_MEETING:
        title = NOWHERE  # it takes the whole paper to tell
    part = _part(run, kind)
    update: dict[str, object] = {"text": text_of_part(run.layout.blocks)}
    if kind in (PartKind.APPENDIX, PartKind.SUPPLEMENT) and before.has_report(run.item):
        update["report"] = before.report
    places: list[Place] = []
    for name, passage in (("label", label), ("title", title)):
        named = _from_bookmark(run).get(name, "")
        if not named and passage and not (name == "label" and kind is not PartKind.APPENDIX):
            places.append((f"/{name}", passage))
        update[name] = named or (passage.text if places and places[-1][1] is passage else "")
    return Found(part.model_copy(update=update), tuple(places))


def _bound_in(run: Run, pages: PageRange, before: Before) -> Iterator[Paper]:
    """The appendices that are bound in on the pages of a run behind its report."""
    blocks = run.layout.blocks
    found = (blocks[at].page for at in appendix_starts(run.layout, run.headed))
    starts = [page for page in found if page >= pages[0]]
    if not starts or starts[0] > pages[0]:
        starts.insert(0, pages[0])  # pages without words, and what has no heading of its own
    for first, after in zip(starts, [*starts[1:], pages[1] + 1], strict=True):
        last = after - 1
        while last >= first and last in run.empty:
            last -= 1
        if last >= first:
            yield _appendix(run, (first, last), before)
        if last < after - 1:
            yield Paper(Found(_part_on(run, PartKind.BLANK, (last + 1, after - 1))))


def _part_on(run: Run, kind: PartKind, pages: PageRange) -> Part:
    """A part on some pages of a run."""
    part = _part(run, kind)
    printed = part.printed_pages
    if printed is not None and part.pages is not None:
        offset = printed[0] - part.pages[0]
        printed = (pages[0] + offset, pages[1] + offset)
    return part.model_copy(update={"pages": pages, "printed_pages": printed})


def _appendix(run: Run, pages: PageRange, before: Before) -> Paper:
    """An appendix that is bound in, on some pages of a run."""
    own = [block for block in run.layout.blocks if pages[0] <= block.page <= pages[1]]
    running = [words for words in run.layout.furniture if words.page == pages[0]]
    lines = [words for words in running if ATTACHED.fullmatch(words.text)]
    lines += [line for block in own[:TOP] for line in block.lines()]
    label, title = heading_of(lines)
    places = [(f"/{name}", said) for name, said in (("label", label), ("title", title)) if said]
    update: dict[str, object] = {"label": label.text, "title": title.text}
    update |= {"text": text_of_part(own), "report": before.report}
    part = _part_on(run, PartKind.APPENDIX, pages)
    return Paper(Found(part.model_copy(update=update), tuple(places)))
