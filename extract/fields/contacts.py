"""People named outside the front matter: contact blocks, advisers, those who will attend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.dates import find_dates
from extract.fields.advisers import is_adviser
from extract.fields.entries import Entry, entry_of, people_of, stacked_people
from extract.fields.labelled import is_label, opening_label
from extract.fields.nodes import Node, Outline
from extract.fields.people import role_named
from extract.fields.rosters import Rosters
from extract.fields.sign_offs import Clearances
from extract.fields.texts import is_boilerplate
from extract.layout.blocks import Block, BlockKind, split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon, says, wording
from extract.persons import parse_person, people_in_prose
from schemas.vocabulary import PersonRole, SectionKind

_CONSULTED = says("roster_consulted")
# Longest heading over a list of consultees, and longest line that names one, in words.
_HEADING_WORDS, _LINE_WORDS = 4, 20
_COLON = re.compile(r"^[^:]{2,70}:\s*")


def contact_people(outline: Outline, listed: Rosters) -> Iterator[Entry]:
    """The people of contact sections, column by column where they stand side by side."""
    for at, node in outline.of_kind(SectionKind.CONTACTS):
        if at <= 1 and any(b.kind is BlockKind.ROW for b in node.blocks):
            continue  # a grid of the front matter, read by its labels
        authors = fold_heading(node.heading.text).startswith(("author", "report author"))
        role = PersonRole.AUTHOR if authors else role_named(node.heading.text)
        role = role or PersonRole.CONTACT
        blocks = [block for block in node.blocks if not listed.hold(block.passage)]
        yield from _section_people(blocks, role)


def _section_people(blocks: Iterable[Block], role: PersonRole) -> Iterator[Entry]:
    columns: dict[int, list[Passage]] = {}
    roles: dict[int, PersonRole] = {}
    lines: list[Passage] = []
    for block in blocks:
        if block.kind is BlockKind.ROW:
            if lines:
                yield from stacked_people(lines, role)
                lines = []
            _add_row(block, columns, roles)
            continue
        if columns:
            yield from _columns(columns, roles, role)
            columns, roles = {}, {}
        if is_boilerplate(block.passage):
            continue
        if (
            block.passage
            and (opened := opening_label(block.passage))
            and role_named(opened[0].text)
        ):
            continue  # read by its label
        lines += split_lines(block.passage) if len(block.passage.words) <= 60 else []
    yield from _columns(columns, roles, role)
    yield from stacked_people(lines, role)


def _add_row(block: Block, columns: dict[int, list[Passage]], roles: dict[int, PersonRole]) -> None:
    filled = [at for at in range(len(block.cells)) if block.cells[at]]
    for at in filled:
        for part in block.cells[at]:
            named = role_named(part.passage.text) if is_label(part.passage) else None
            if named is not None:
                if columns.get(at):  # another heading in the same column
                    kept = at + 100 * len(columns)
                    columns[kept] = columns.pop(at)
                    roles[kept] = roles.pop(at, PersonRole.CONTACT)
                roles[at] = named
                continue
            columns.setdefault(at, []).append(part.passage)


def _columns(
    columns: dict[int, list[Passage]], roles: dict[int, PersonRole], role: PersonRole
) -> Iterator[Entry]:
    for at in sorted(columns):
        yield from stacked_people(columns[at], roles.get(at, role))


def advisers(outline: Outline) -> Iterator[Entry]:
    """The named professional advisers below the advice that they gave."""
    for node in outline.nodes:
        if not node.types:
            continue
        for block in node.blocks:
            if block.kind is BlockKind.ROW or not is_adviser(block):
                continue
            if lexicon().adviser.found_in(fold(block.text)):
                continue
            opening = _COLON.match(block.text)
            rest = _rest(block, opening.end() if opening else 0)
            if not rest.text:
                continue
            for entry in people_of([rest], PersonRole.CONSULTEE):
                if entry.honorific or " " in (entry.name or entry.post).text:
                    yield entry


def _rest(block: Block, start: int) -> Block:
    return Block(BlockKind.PARAGRAPH, block.passage.slice(start), page=block.page)


def consultees(outline: Outline, listed: Rosters) -> Iterator[Entry]:
    """Those whom the lines below "Consultees" name with their posts."""
    for node in outline.nodes:
        heading = fold_heading(node.heading.text)
        if not _CONSULTED.search(heading) or len(heading.split()) > _HEADING_WORDS:
            continue
        for block in node.blocks:
            if block.kind is BlockKind.ROW or listed.hold(block.passage):
                continue
            for line in split_lines(block.passage):
                if len(line.words) <= _LINE_WORDS and _is_named(line):
                    yield entry_of(line, parse_person(line.text), PersonRole.CONSULTEE)


def presenters(outline: Outline) -> Iterator[Entry]:
    """Those who, a sentence says, will come to the meeting."""
    attendance = lexicon().attendance
    for node in outline.nodes:
        for block in node.blocks:
            if "meeting" not in block.text and "attend" not in block.text:
                continue
            if block.kind is BlockKind.ROW or not attendance.found_in(fold(block.text)):
                continue
            for parts in people_in_prose(block.text):
                yield entry_of(block.passage, parts, PersonRole.PRESENTER)


_WHO = re.compile(rf"\s+{wording('form_tail')}$", re.IGNORECASE)


def sign_off_people(
    outline: Outline, listed: Sequence[Rosters | Clearances]
) -> tuple[list[Entry], Passage]:
    """Those whom a clearance form names: consulted, approving, signing; and the day of signing."""
    entries: list[Entry] = []
    day = NOWHERE
    for node in _forms(outline):
        blocks = (b for b in node.blocks if not any(each.hold(b.passage) for each in listed))
        for label, value in _form_lines(blocks):
            key = fold_heading(label.text)
            fields = lexicon().fields(key)
            signed = find_dates(value.text)
            if key.startswith("date"):
                day = day or (value.slice(signed[0].start, signed[0].end) if signed else NOWHERE)
                continue
            if "post" in fields and entries:
                entries[-1] = replace(entries[-1], post=value)
                continue
            parts = parse_person(value.text)
            if not label:
                if parts.post is not None or parts.honorific is not None:
                    entries.append(entry_of(value, parts, PersonRole.CONSULTEE))
                continue
            if parts.name is None or len(value.words) > 12 or len(parts.name.text.split()) < 2:
                continue
            entry = entry_of(value, parts, _form_role(key))
            if entry.role is PersonRole.SIGNATORY:
                entries.append(entry)
                continue
            post = label.slice(0, len(_WHO.sub("", label.text.rstrip(" :?"))))
            entries.append(replace(entry, post=entry.post or post))
    signed_by = any(entry.role is PersonRole.SIGNATORY for entry in entries)
    return entries, day if signed_by else NOWHERE


def _forms(outline: Outline) -> Iterator[Node]:
    """The sections of a clearance form, with the grid of who was consulted below its head."""
    for at, node in outline.of_kind(SectionKind.SIGN_OFF):
        yield node
        for below in outline.nodes[at + 1 : at + 2]:
            if below.kind is SectionKind.CONSULTATION:
                yield below


def _form_role(key: str) -> PersonRole:
    if (
        "approver" in lexicon().fields(key)
        or "approv" in key
        or "agreed" in key
        or "cleared" in key
    ):
        return PersonRole.APPROVER
    if key.startswith(("lead officer", "signed", "report author", "author")):
        return PersonRole.SIGNATORY
    return PersonRole.CONSULTEE


def _is_named(cell: Passage) -> bool:
    """Whether a cell names somebody with the post or an honorific."""
    parts = parse_person(cell.text)
    full = parts.name is not None and len(parts.name.text.split()) > 1
    return full and (parts.post is not None or parts.honorific is not None)


def _form_lines(blocks: Iterable[Block]) -> Iterator[tuple[Passage, Passage]]:
    """Labels and values of a form: cells side by side, or a label and its value in one line."""
    for block in blocks:
        pieces = [block] if block.kind is not BlockKind.ROW else []
        if block.kind is BlockKind.ROW:
            cells = [block.cell(at) for at in range(len(block.cells)) if block.cells[at]]
            if len(cells) > 1 and all(lexicon().yes.match(fold(c.text)) for c in cells[1:]):
                yield NOWHERE, cells[0]  # an office that was asked for comments
            if len(cells) > 2 and _is_named(cells[0]):
                yield NOWHERE, cells[0]
            for before, after in pairwise(cells):
                if before.text.endswith(":"):
                    yield before, after
            pieces = [part for cell in block.cells for part in cell]
            for cell in block.cells:
                if len(cell) > 1 and cell[0].text.endswith(":"):
                    yield cell[0].passage, cell[1].passage
        for piece in pieces:
            if opening := _COLON.match(piece.text):
                yield piece.passage.slice(0, opening.end()), piece.passage.slice(opening.end())
