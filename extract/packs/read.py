"""A file's runs put together: the meeting, its items, its reports and its parts.

Runs are taken one at a time and let go; what is kept of each is what the record says of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from extract.fields.agenda import Agenda, agenda_of
from extract.fields.nodes import Outline
from extract.fields.sitting import sitting_of
from extract.fields.values import Found
from extract.item_numbers import bare_number
from extract.layout.pages import Layout
from extract.layout.passage import NOWHERE
from extract.packs.front import filled, item_of, minutes_item
from extract.packs.papers import Before, Paper, papers_in
from extract.packs.runs import Run
from extract.packs.splitting import LONGEST
from extract.packs.titles import meeting_title
from schemas import AgendaItem, Council, Evidence, Part, Problem, Report, Sitting
from schemas.vocabulary import ConfidentialityStatus, DocumentKind, PartKind, ProblemCode

#: Makes a report of a paper's layout and outline, `council` being whose paper it is if that is
#: known, with what stayed unclear.
Reporter = Callable[[Layout, Outline, Council | None], tuple[Report, Sequence[Problem]]]
#: Tells whose paper a layout is.
Namer = Callable[[Layout], Found[Council]]

_OF_A_MEETING = (PartKind.MINUTES, PartKind.DECISIONS)


@dataclass
class Papers:
    """What the papers of a file say, as far as they have been read."""

    kind: DocumentKind = DocumentKind.AGENDA_PACK
    council: Council = field(default_factory=Council)
    meeting: Sitting | None = None
    items: list[AgendaItem] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def read_papers(runs: Iterable[Run], report_of: Reporter, council_of: Namer) -> Papers:
    """All that the papers of a file say, its runs being taken one at a time."""
    reader = _Reader(report_of, council_of)
    for run in runs:
        reader.take(run)
    return reader.finished()


class _Reader:
    def __init__(self, report_of: Reporter, council_of: Namer) -> None:
        self._report_of = report_of
        self._council_of = council_of
        self._before = Before()
        self._agenda: Agenda | None = None
        self._read = Papers()
        self._unprinted: set[int] = set()  # parts whose printed numbers were not known by then
        self._reported = 0  # place among the parts of the last report

    def take(self, run: Run) -> None:
        for paper in papers_in(run, self._before):
            if run.whole and paper.kind is not None:
                self._read.kind = paper.kind
            if run.numbered and run.printed is None:
                self._unprinted.add(len(self._read.parts))
            self._take(paper, alone=run.whole)

    def _take(self, paper: Paper, *, alone: bool) -> None:
        part, read = paper.part.value, self._read
        if paper.goes_on and read.parts:
            read.parts[-1] = _joined(read.parts[-1], part)
            if read.parts[-1].kind is PartKind.REPORT:
                read.problems.append(_half_read(part))
            return
        at = len(read.parts)
        if paper.layout is not None and paper.outline is not None:
            if part.kind is PartKind.AGENDA and self._agenda is None:
                part = self._take_agenda(part, paper.layout, at)
            elif part.kind is PartKind.REPORT:
                part = self._take_report(part, paper.layout, paper.outline)
            elif part.kind in _OF_A_MEETING:
                part = self._take_sitting(part, paper.layout, at, alone=alone)
        if part.kind in (PartKind.APPENDIX, PartKind.WITHHELD) and part.report is not None:
            part = part.model_copy(update={"agenda_item": read.parts[self._reported].agenda_item})
        read.parts.append(part)
        if part.kind is PartKind.REPORT:
            self._reported = at
        read.evidence += paper.part.evidence(f"/parts/{at}")

    def _take_agenda(self, part: Part, layout: Layout, at: int) -> Part:
        read = self._read
        self._before.agenda = True
        found = self._council_of(layout)
        read.council = found.value
        read.evidence += found.evidence("/council")
        agenda = self._agenda = agenda_of(layout, found.value.name)
        read.meeting = agenda.meeting.value
        read.evidence += agenda.meeting.evidence("/meeting")
        for number, item in enumerate(agenda.items):
            read.items.append(item.value)
            read.evidence += item.evidence(f"/agenda_items/{number}")
        return self._called(part, layout, agenda.meeting, at)

    def _take_sitting(self, part: Part, layout: Layout, at: int, *, alone: bool) -> Part:
        """Minutes or decisions: of a meeting before this one, or alone of the file's own."""
        read = self._read
        if alone:
            found = self._council_of(layout)
            read.council = found.value
            read.evidence += found.evidence("/council")
        held = sitting_of(layout, read.council.name)
        if alone:
            read.meeting = held.value
            read.evidence += held.evidence("/meeting")
        read.evidence += held.evidence(f"/parts/{at}/meeting")
        number = part.agenda_item
        if part.kind is PartKind.MINUTES and number is None:
            number = minutes_item(self._agenda)
        part = part.model_copy(update={"meeting": held.value, "agenda_item": number})
        return self._called(part, layout, held, at)

    def _called(self, part: Part, layout: Layout, held: Found[Sitting], at: int) -> Part:
        """A part with its title: the bookmark's, or by what it is and by who meets."""
        if part.title:
            return part
        body = next((words for path, words in held.places if path == "/committee"), NOWHERE)
        title = meeting_title(part.kind, layout.blocks, body)
        self._read.evidence += title.evidence(f"/parts/{at}/title")
        return part.model_copy(update={"title": title.text})

    def _take_report(self, part: Part, layout: Layout, outline: Outline) -> Part:
        read = self._read
        report, problems = self._report_of(layout, outline, read.council)
        if read.council.name is None:
            read.council = report.council
        number = part.agenda_item
        item = item_of(number, report.title, self._agenda)
        if self._agenda is not None:
            if number is None and item is not None:
                number = self._agenda.items[item].value.number or None
            report, unlike = filled(report, self._agenda, item)
            problems = [*problems, *unlike]
        if report.agenda_item is None and number is not None:
            report = report.model_copy(update={"agenda_item": number})
        page = part.pages[0] if part.pages else None
        read.problems += [p if p.page else p.model_copy(update={"page": page}) for p in problems]
        self._before.report = len(read.reports)
        self._before.item = part.agenda_item or ""
        read.reports.append(report)
        return part.model_copy(
            update={
                "agenda_item": number or report.agenda_item,
                "report": len(read.reports) - 1,
                "title": report.title or "",
            }
        )

    def finished(self) -> Papers:
        """What was read, each item with its pages."""
        read = self._read
        for at in sorted(self._unprinted, reverse=True):
            read.parts[at : at + 2] = _counted_back(read.parts[at : at + 2])
        own: defaultdict[str, list[Part]] = defaultdict(list)
        for part in read.parts:
            own[bare_number(part.agenda_item or "")].append(part)
        read.items = [
            _with_pages(item, own[bare_number(item.number)] if item.number else ())
            for item in read.items
        ]
        if read.kind is DocumentKind.AGENDA_PACK:
            read.problems += _not_found(read)
        return read


def _joined(before: Part, after: Part) -> Part:
    """A part and what goes on with it; a report's text is in its sections."""
    update: dict[str, object] = {"end": after.end}
    if before.pages and after.pages:
        update["pages"] = (before.pages[0], after.pages[1])
    if before.printed_pages and after.printed_pages:
        update["printed_pages"] = (before.printed_pages[0], after.printed_pages[1])
    if before.kind is not PartKind.REPORT:
        update["text"] = "\n\n".join(filter(None, (before.text, after.text)))
    return before.model_copy(update=update)


def _half_read(part: Part) -> Problem:
    return Problem(
        code=ProblemCode.PAGES_UNREAD,
        message=f"The report is longer than {LONGEST} pages: what it says on the others was not"
        " read. Perhaps they hold appendices that begin without a heading.",
        page=part.pages[0] if part.pages else None,
    )


def _counted_back(parts: Sequence[Part]) -> Sequence[Part]:
    """A part and the next, the printed pages of the first told by those of the next."""
    if len(parts) < 2 or not parts[0].pages or not parts[1].pages or not parts[1].printed_pages:
        return parts
    offset = parts[1].printed_pages[0] - parts[1].pages[0]
    first, last = (page + offset for page in parts[0].pages)
    if first < 1:
        return parts
    return [parts[0].model_copy(update={"printed_pages": (first, last)}), parts[1]]


def _with_pages(item: AgendaItem, own: Sequence[Part]) -> AgendaItem:
    """An item with where its papers, its `own` parts, stand, and whether one is withheld."""
    written = [part for part in own if part.kind is not PartKind.BLANK]
    ranges = [part.pages for part in written if part.pages]
    pages = (min(a for a, _ in ranges), max(b for _, b in ranges)) if ranges else None
    kept_back = any(part.kind is PartKind.WITHHELD for part in own)
    private = item.confidentiality.status is ConfidentialityStatus.EXEMPT and not written
    return item.model_copy(update={"pages": pages, "withheld": kept_back or private})


def _not_found(read: Papers) -> list[Problem]:
    """Items whose papers the agenda says are in the pack, and that are not."""
    if not read.reports:
        return [
            Problem(
                code=ProblemCode.PACK_NOT_SPLIT,
                message="An agenda pack in which no report was found. Look at the file.",
            )
        ]
    placed = any(part.pages for part in read.parts)
    return [
        Problem(
            code=ProblemCode.REPORT_NOT_FOUND,
            message=f"The agenda gives pages {item.printed_pages[0]} to {item.printed_pages[1]} for"
            f" item {item.number}, and no paper of it was found. Look at these pages.",
        )
        for item in read.items
        if item.printed_pages is not None and item.pages is None and placed
    ]
