"""How a pack looks: its agenda, its minutes and other loose papers, and what marks its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Spacer

from corpus.kit import Face, Kit, long_date, rule
from corpus.pack import Item, LoosePaper, SamplePack
from corpus.press import Furniture, PageBreak
from schemas import Member
from schemas.record import PageRange
from schemas.vocabulary import MemberRole, PartKind

#: Item's number → the pages that the agenda prints for it.
Ranges = Mapping[str, PageRange]

#: Loose papers carry no head and no foot of their own.
PLAIN = Furniture(foot="")

ROLES = {MemberRole.CHAIR: ", Chair", MemberRole.VICE_CHAIR: ", Vice Chair"}


@dataclass(frozen=True)
class PackLook:
    """What one council's packs look like; "" for a mark that they do not carry.

    `blank` stands on a page that is left so that the next paper may begin on a right-hand one;
    None where papers begin on either.
    """

    agenda: Callable[[SamplePack, Ranges], list[Any]] | None
    loose: Callable[[SamplePack, LoosePaper], list[Any]]
    stamp: str = ""
    mark: str = ""
    blank: str | None = None
    bookmarks: bool = False
    ranges: bool = False  # the agenda gives the pages of its items


def clock(pack: SamplePack, dotted: str) -> str:
    """Return the time of the meeting, e.g. "2.00 pm"; `dotted` is "{}m" or "{}.m."."""
    half = dotted.format("a" if pack.time.hour < 12 else "p")
    return f"{pack.time.hour % 12 or 12}.{pack.time:%M} {half}"


def named(member: Member) -> str:
    """Return a member as an agenda lists them."""
    return f"{member.honorific} {member.name}{ROLES.get(member.role, '')}"


def withheld(kit: Kit, paper: LoosePaper, act: str) -> list[Any]:
    """Set the page that stands for a paper kept from the public."""
    return [
        kit.p(f"By virtue of paragraph(s) {', '.join(paper.paragraphs)} of {act}", after=60),
        kit.p("Document is Restricted", bold=True, align="centre"),
    ]


def blank_story(text: str) -> list[Any]:
    """Set a page that says that it is blank, or not even that."""
    kit = Kit()
    return [kit.p(text, align="centre")] if text else [Spacer(1, 1)]


def appended(kit: Kit, paper: LoosePaper, *, align: str) -> list[Any]:
    """Set an appendix, or another paper of an item, its label at the top."""
    out = [kit.p(f"Appendix {paper.label}", bold=True, align=align)] if paper.label else []
    out.append(kit.heading(paper.title, size=kit.face.size + 4, after=10))
    for section in paper.body:
        if section.heading:
            out.append(kit.heading(section.heading))
        out += kit.flow(section.text, tables=paper.tables)
    return out


# ---- bound by the council's software: stamps, page numbers, bookmarks, blank pages


def bound_item(kit: Kit, item: Item, ranges: Ranges) -> Any:
    """Set one row of the agenda: number, title and what it says below, pages."""
    first, last = ranges.get(item.number, (0, 0))
    pages = f"(Pages {first} - {last})" if first else ""
    title = [kit.p(item.title, bold=True, after=2), *kit.flow(item.text, after=2)]
    row = [kit.p(f"{item.number}.", bold=True), title, kit.p(pages, align="right")]
    return kit.grid([row], [36, 319, 100], rules=False)


def bound_agenda(pack: SamplePack, ranges: Ranges) -> list[Any]:
    """Set the front sheet: the meeting and its members, the business overleaf."""
    kit = Kit()
    public = [item for item in pack.items if not item.paragraphs]
    private = [item for item in pack.items if item.paragraphs]
    out = [
        kit.p("Public Document Pack", align="right", size=9, after=40),
        kit.p(pack.committee.upper(), bold=True, size=22, after=14),
        kit.p(long_date(pack.date, weekday=True), bold=True, after=2),
        kit.p(clock(pack, "{}m"), bold=True, after=2),
        kit.p(pack.venue, after=14),
        kit.p("Members:", bold=True, after=3),
        *(kit.p(named(member), after=1) for member in pack.members),
        *(kit.p(notice, before=10) for notice in pack.notices),
        kit.p(pack.clerk, before=14, after=1),
        kit.p("Chief Executive"),
        PageBreak(),
        kit.heading(pack.committee, size=14, after=10),
        kit.heading("Agenda"),
        *(bound_item(kit, item, ranges) for item in public),
    ]
    if private:
        paragraphs = ", ".join(sorted({p for item in private for p in item.paragraphs}))
        out += [
            kit.heading("Part II (Private Meeting)", before=14),
            kit.p(
                "That under section 100A(4) of the Local Government Act 1972 the press and public "
                "be excluded from the meeting for the following business, on the grounds that it "
                "involves the likely disclosure of exempt information as defined in paragraph(s) "
                f"{paragraphs} of Part 1 of Schedule 12A of the Act."
            ),
            *(bound_item(kit, item, ranges) for item in private),
        ]
    return out


def bound_minutes(pack: SamplePack, paper: LoosePaper) -> list[Any]:
    """Set the minutes of the meeting before."""
    kit = Kit()
    out = [
        kit.p(pack.committee, bold=True, size=14, after=3),
        kit.p(long_date(paper.date, weekday=True), bold=True, after=10),
        kit.p("PRESENT:", bold=True, after=3),
        kit.p(paper.present),
    ]
    for section in paper.body:
        out += [kit.heading(section.heading), *kit.flow(section.text)]
    return out


def bound_loose(pack: SamplePack, paper: LoosePaper) -> list[Any]:
    """Set a paper that is no report."""
    if paper.kind is PartKind.MINUTES:
        return bound_minutes(pack, paper)
    kit = Kit()
    if paper.kind is PartKind.WITHHELD:
        return withheld(kit, paper, "Part 1 of Schedule 12A of the Local Government Act 1972.")
    return appended(kit, paper, align="right")


# ---- joined by hand: nothing but the papers, one after the other


def joined_items(kit: Kit, items: Sequence[Item]) -> list[Any]:
    """Set items of business, each with what the agenda says below its title."""
    out = []
    for item in items:
        out.append(kit.p(item.title, label=f"{item.number}.", hang=34, after=2))
        out += kit.flow(item.text, left=34)
    return out


def joined_agenda(pack: SamplePack, _: Ranges) -> list[Any]:
    """Set the notice of the meeting with its business below."""
    kit = Kit(Face(size=12))
    out = [
        kit.p(pack.council.name.upper(), bold=True, size=14, align="centre"),
        kit.p(pack.committee.upper(), bold=True, align="centre"),
        kit.p(
            f"Notice is hereby given that a meeting of the {pack.committee} will be held in "
            f"{pack.venue} on {long_date(pack.date, weekday=True)} at {clock(pack, '{}.m.')}"
        ),
        kit.p(pack.clerk, align="right", after=1),
        kit.p("Head of Legal and Democratic Services", align="right"),
        rule(),
        kit.heading("BUSINESS", align="centre"),
    ]
    public = [item for item in pack.items if not item.paragraphs]
    private = [item for item in pack.items if item.paragraphs]
    out += joined_items(kit, public)
    if private:
        paragraphs = ", ".join(sorted({p for item in private for p in item.paragraphs}))
        out += [
            kit.heading("EXEMPT ITEMS", align="centre"),
            kit.p(
                "The following business is likely to be taken with the public excluded, by virtue "
                f"of paragraph(s) {paragraphs} of Part 1 of Schedule 7A to the Local Government "
                "(Scotland) Act 1973."
            ),
            *joined_items(kit, private),
        ]
    out += [rule(), kit.p("Membership: " + "; ".join(map(named, pack.members)), size=10)]
    return out + [kit.p(notice, size=10) for notice in pack.notices]


def joined_minutes(pack: SamplePack, paper: LoosePaper) -> list[Any]:
    """Set the minute of the meeting before."""
    kit = Kit(Face(size=12))
    out = [
        kit.p(f"THE {pack.council.name.upper()} – {pack.committee.upper()}", bold=True),
        kit.p(f"Minute of meeting of {long_date(paper.date)}", after=12),
        kit.label_rows((("PRESENT:", paper.present),), (90, 365), rules=False),
    ]
    for section in paper.body:
        out += [kit.heading(section.heading.upper()), *kit.flow(section.text, align="both")]
    return out


def joined_loose(pack: SamplePack, paper: LoosePaper) -> list[Any]:
    """Set a paper that is no report."""
    if paper.kind is PartKind.MINUTES:
        return joined_minutes(pack, paper)
    kit = Kit(Face(size=12))
    if paper.kind is PartKind.WITHHELD:
        act = "Part 1 of Schedule 7A to the Local Government (Scotland) Act 1973."
        return withheld(kit, paper, act)
    return appended(kit, paper, align="left")


#: Council's layout → the look of its packs.
LOOKS = {
    "plymouth": PackLook(
        agenda=bound_agenda,
        loose=bound_loose,
        stamp="Agenda Item {number}",
        mark="Page {number}",
        blank="This page is intentionally left blank",
        bookmarks=True,
        ranges=True,
    ),
    "fife": PackLook(agenda=joined_agenda, loose=joined_loose),
}
