"""Grids that list people: who was consulted, who cleared the report, whom to contact.

The row that heads such a grid says what each column holds ("Name", "Post held", "Date received").
What its people are to the report is told by the nearest of: a row over the full width or a heading
inside the grid ("Contributors:"), the head row ("Name of consultee"), the heading above. A grid
without a head row is one of clearances where its rows open with an office and hold nothing else
than names or initials and days, whatever heading it stands under. The words are data: `roster_…`
in `lexicon/wording.toml`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.dates import find_dates
from extract.fields.entries import Entry, entry_of, part_of
from extract.fields.nodes import Node, Outline
from extract.fields.people import role_named
from extract.layout.blocks import Block, BlockKind, split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, lexicon, says
from extract.office import words_of_office
from extract.persons import parse_person
from schemas.vocabulary import PersonRole, SectionKind, SignOffArea

# What a column holds, the first that its head fits; a day on which something was sent is none.
_COLUMNS = {
    part: says(f"roster_{part}")
    for part in ("sent", "initials", "name", "email", "phone", "post", "day")
}
_CLEARS = says("roster_clears")
_ASKED = says("roster_asked")
_CONSULTED = says("roster_consulted")
_INITIALS = re.compile(r"[A-Z]{1,4}(?:/[A-Z]{1,4})*")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
# Areas whose label in a grid is a post, not a subject.
_POSTS = frozenset({SignOffArea.DIRECTOR, SignOffArea.MEMBER, SignOffArea.MONITORING_OFFICER})
# Longest cell of a head row, in words, and among how many rows the head is looked for.
_HEAD_WORDS, _HEAD_WITHIN = 24, 2
# How many rows make a grid of clearances where nothing else tells it.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Clearance:
    """A row of a grid by which somebody clears a report."""

    area: SignOffArea
    reference: Passage
    day: Passage


@dataclass(slots=True)
class Rosters:
    """What the grids of a report list, and the rows that were read so."""

    people: list[Entry] = field(default_factory=list)
    clearances: list[Clearance] = field(default_factory=list)
    rows: list[Block] = field(default_factory=list)

    def hold(self, passage: Passage) -> bool:
        """Whether a passage stands in one of the rows that were read."""
        first = passage.words[0] if passage else None
        return any(word is first for row in self.rows for word in row.passage.words)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a grid: its cells, what its columns may hold, and what its people are."""

    block: Block
    cells: tuple[Passage, ...]
    columns: Mapping[str, Sequence[int]]
    role: PersonRole | None

    def cells_of(self, part: str) -> list[Passage]:
        """The filled cells of the columns of a part, in order."""
        at = [place for place in self.columns.get(part, ()) if place < len(self.cells)]
        return [self.cells[place] for place in at if self.cells[place]]

    def cell(self, part: str) -> Passage:
        """The first filled cell of a part; empty where there is none."""
        return next(iter(self.cells_of(part)), NOWHERE)

    @property
    def who(self) -> Passage:
        """The cell that names somebody: "Approved by" may head a column of offices, or of names."""
        headed = {place for places in self.columns.values() for place in places}
        other = [cell for at, cell in enumerate(self.cells) if at not in headed]
        named = (c for c in [*self.cells_of("name"), *other] if parse_person(c.text).name)
        return next(named, NOWHERE)

    @property
    def day(self) -> Passage:
        """The last day: of several that of the answer."""
        return next((d for c in reversed(self.cells_of("day")) if (d := _day(c))), NOWHERE)

    @property
    def office(self) -> Passage:
        """The first cell, where it is not the one that names somebody."""
        return NOWHERE if self.cells[0] is self.who else self.cells[0]


@dataclass(slots=True)
class _Grid:
    """One grid while its rows are taken in."""

    table: int
    width: int
    role: PersonRole | None
    signs: bool  # stands in a section of clearances
    asks: bool = False  # its head row says that those below were consulted, whatever their office
    columns: Mapping[str, Sequence[int]] | None = None
    head: list[Block] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)

    def goes_on(self, block: Block, apart: bool) -> bool:
        """Whether a row is one of this grid, perhaps over the page; `apart` by another block."""
        return block.table == self.table or (not apart and len(block.cells) == self.width)

    def tell(self, role: PersonRole | None) -> None:
        """Take in what a title says of those below, where the head row leaves it open."""
        if role is not None and not self.asks:
            self.role = role

    def add(self, block: Block) -> None:
        """Take in a row: a title, the head, or somebody."""
        cells = tuple(Passage.join([p.passage for p in cell], " ") for cell in block.cells)
        filled = [cell.text for cell in cells if cell]
        if len(filled) == 1 and len(cells) > 1:
            self.tell(told_role(filled[0]))
            return
        if self.columns is None and len(self.rows) < _HEAD_WITHIN:
            self.columns = _columns(cells)
            if self.columns is not None:
                self.head = [*(row.block for row in self.rows), block]
                self.rows.clear()
                self.role = told_role(" ".join(filled)) or self.role
                self.asks = any(_CONSULTED.search(fold(cell)) for cell in filled)
                return
        self.rows.append(_Row(block, cells, self.columns or {}, self.role))


def rosters(outline: Outline) -> Rosters:
    """Everybody whom the grids of a report list."""
    result = Rosters()
    for grid in _grids(outline):
        if grid.columns:
            read = [row for row in grid.rows if _by_head(row, result)]
            result.rows += grid.head if read else []
        else:
            read = [row for row in grid.rows if _clears(row, grid.signs)]
            read = read if grid.signs or len(read) >= _FEW else []
            for row in read:
                _by_content(row, result)
        result.rows += [row.block for row in read]
    return result


def area_of(key: str) -> SignOffArea | None:
    """The office that a folded label names."""
    return next((a for a, said in lexicon().sign_offs.items() if said.found_in(key)), None)


def told_role(text: str) -> PersonRole | None:
    """What the words of a heading or a head row make of the people listed below."""
    folded = fold(text)
    if _ASKED.search(folded):
        return PersonRole.CONSULTEE
    return PersonRole.APPROVER if _CLEARS.search(folded) else role_named(text)


def _grids(outline: Outline) -> Iterator[_Grid]:
    """The grids with their rows; one that goes on over a page is one."""
    grid: _Grid | None = None
    for node in outline.nodes:
        above = [node.heading.text]  # a row over the full width is read as a paragraph
        signs, apart = node.kind is SectionKind.SIGN_OFF, True
        for block in node.blocks:
            if block.kind is not BlockKind.ROW or not (block.table or signs):
                apart = True
                if len(block.passage.words) <= _HEAD_WORDS:
                    above.append(block.text)
                continue
            told = next(filter(None, map(told_role, reversed(above))), None)
            if grid is None or not grid.goes_on(block, apart):
                if grid is not None:
                    yield grid
                grid = _Grid(block.table, len(block.cells), told or _section_role(node), signs)
            grid.table = block.table
            grid.tell(told)
            above.clear()
            apart = False
            grid.add(block)
    if grid is not None:
        yield grid


def _section_role(node: Node) -> PersonRole | None:
    """What the section makes of the people in a grid of which no words tell it."""
    if node.kind is SectionKind.CONTACTS:
        return PersonRole.CONTACT
    return PersonRole.APPROVER if node.kind is SectionKind.SIGN_OFF else None


def _columns(cells: Sequence[Passage]) -> Mapping[str, Sequence[int]] | None:
    """What each column holds, if a row is the head of a grid of people."""
    if any(len(cell.words) > _HEAD_WORDS or find_dates(cell.text) for cell in cells):
        return None
    found: dict[str, list[int]] = defaultdict(list)
    for at, cell in enumerate(cells):
        key = fold(cell.text)
        part = next((name for name, pattern in _COLUMNS.items() if pattern.search(key)), None)
        if part is not None:
            found[part].append(at)
    known = sum(len(places) for places in found.values())
    values = sum(bool(cell) for cell in cells) > known
    if values and any(cells[at].text.endswith(":") for at in found.get("name", ())):
        return None  # "Name: | Ida Example | Tel: | …": labels with their values
    return found if known > 1 and {"name", "initials"} & found.keys() else None


def _by_head(row: _Row, result: Rosters) -> bool:
    """Read a row by the columns of its grid; whether it holds anybody."""
    office, who, role = row.office, row.who, row.role
    if role is None or (role is not PersonRole.APPROVER and role_named(office.text)):
        return False  # "Report author | name | e-mail": the labels of the rows tell more
    if row.cell("initials") and role is PersonRole.APPROVER:
        result.clearances.append(Clearance(_area(office), row.cell("initials"), row.day))
        return True
    parts = parse_person(who.text)
    if parts.name is None:
        return False
    entry = _with_cells(entry_of(who, parts, role), row)
    if role is PersonRole.CONSULTEE and not (entry.post or entry.honorific or entry.email):
        return False  # a body that was asked, or something else that has a name
    result.people.append(entry)
    if role is PersonRole.APPROVER:
        begin = parts.honorific.start if parts.honorific else parts.name.start
        printed = who.slice(begin, parts.name.end)
        result.clearances.append(Clearance(_area(office or entry.post), printed, row.day))
    return True


def _with_cells(entry: Entry, row: _Row) -> Entry:
    """An entry with the post and the contact details that stand in other columns."""
    post = entry.post or row.cell("post")
    if not post:
        post = _post_in(row.office or row.cells[1])
    email, phone = row.cell("email"), row.cell("phone") or row.cell("email")
    return replace(
        entry,
        post=post if any(c.isalpha() for c in post.text) else NOWHERE,
        email=entry.email or part_of(email, parse_person(email.text).email),
        phone=entry.phone or part_of(phone, parse_person(phone.text).phone),
    )


def _post_in(cell: Passage) -> Passage:
    """The post that a cell is, without what is said of it in brackets."""
    bare = cell.slice(0, len(_ASIDE.sub("", cell.text)))
    key = fold(bare.text)
    held = area_of(key) in _POSTS or "officer" in key or words_of_office().member.found_in(key)
    return bare if held else NOWHERE


def _clears(row: _Row, signs: bool) -> bool:
    """Whether a row holds an office, who cleared the report for it, and when; nothing else."""
    if (parts := _cleared(row)) is None or not (signs or area_of(fold(parts[0].text))):
        return False
    _, who, day = parts
    if not find_dates(day.text) or len(day.words) > 5 or len(who.words) > 8:
        return False
    return parse_person(who.text).name is not None or bool(_INITIALS.fullmatch(who.text))


def _cleared(row: _Row) -> tuple[Passage, Passage, Passage] | None:
    """Office, who and when: three cells, or the day behind the name in the last line of two."""
    cells = [cell for cell in row.cells if cell]
    if len(cells) == 3:
        return cells[0], cells[1], cells[2]
    if len(cells) != 2:
        return None
    last = split_lines(next(cell for cell in reversed(row.block.cells) if cell)[-1].passage)[-1]
    days = find_dates(last.text)
    if not days or days[-1].end != len(last.text):
        return None
    who = last.slice(0, len(last.text[: days[-1].start].rstrip(" ,–-")))
    return (cells[0], who, last.slice(days[-1].start)) if who else None


def _by_content(row: _Row, result: Rosters) -> None:
    parts = _cleared(row)
    if parts is None:
        return
    office, who, day = parts
    result.clearances.append(Clearance(_area(office), who, _day(day)))
    entry = entry_of(who, parse_person(who.text), PersonRole.APPROVER)
    if entry.name and not _INITIALS.fullmatch(who.text):
        result.people.append(replace(entry, post=entry.post or _post_in(office)))


def _area(office: Passage) -> SignOffArea:
    return area_of(fold(office.text)) or SignOffArea.OTHER


def _day(cell: Passage) -> Passage:
    """The last day that a cell gives."""
    days = find_dates(cell.text)
    return cell.slice(days[-1].start, days[-1].end) if days else NOWHERE
