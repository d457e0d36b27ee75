"""People and posts: from labels, contact grids, stacks of lines, and signatures.

Each entry is one thing that somebody is to the report. An address or number that stands under a
label of its own goes to the author, else to whoever the report is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.dates import find_dates
from extract.fields.labelled import Labelled
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind, joined, paragraphs, split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold_heading, lexicon
from extract.names import Span
from extract.persons import PersonParts, parse_people, parse_person, person_kind
from schemas import Person
from schemas.vocabulary import PersonKind, PersonRole

# Labels of the lexicon that name a role; "lead officer" is settled by its company.
ROLES = {
    "lead_member": PersonRole.LEAD_MEMBER,
    "lead_director": PersonRole.LEAD_DIRECTOR,
    "lead_officer": PersonRole.LEAD_DIRECTOR,
    "author": PersonRole.AUTHOR,
    "report_of": PersonRole.REPORT_OF,
    "contact": PersonRole.CONTACT,
    "presenter": PersonRole.PRESENTER,
    "chair": PersonRole.CHAIR,
}
_NOTHING = re.compile(r"(?:n/?a|none|not applicable|tbc|-+)\.?", re.IGNORECASE)
_INNER_LABEL = re.compile(
    r"(?:e-?mail(?: address)?|tel(?:ephone)?(?: number| no\.?)?|phone(?: number)?|"
    r"ext(?:ension)?|name|title|post|job title|designation|number)\s*[:.]?",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:available (?:at|on)|https?:|www\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person being put together: the passages of each part."""

    role: PersonRole
    name: Passage = NOWHERE
    honorific: Passage = NOWHERE
    post: Passage = NOWHERE
    email: Passage = NOWHERE
    phone: Passage = NOWHERE

    @property
    def empty(self) -> bool:
        """Whether nothing names anybody."""
        return not (self.name or self.post)

    def found(self) -> Found[Person]:
        """The entry as a value of the record, with its places."""
        parts = {
            "name": self.name,
            "honorific": self.honorific,
            "post": self.post,
            "email": self.email,
            "phone": self.phone,
        }
        person = Person(
            name=self.name.text or None,
            honorific=self.honorific.text or None,
            post=self.post.text or None,
            email=self.email.text or None,
            phone=self.phone.text or None,
            role=self.role,
            kind=self.kind(),
        )
        return Found(person, tuple((f"/{part}", p) for part, p in parts.items() if p))

    def kind(self) -> PersonKind:
        """Elected or employed, by honorific and post, else by the role."""
        kind = person_kind(
            PersonParts(
                name=_span(self.name), honorific=_span(self.honorific), post=_span(self.post)
            )
        )
        if kind is not PersonKind.UNKNOWN:
            return kind
        if self.role in (PersonRole.LEAD_MEMBER, PersonRole.CHAIR):
            return PersonKind.MEMBER
        if self.role is PersonRole.OTHER:
            return PersonKind.UNKNOWN
        return PersonKind.OFFICER


def _span(passage: Passage) -> Span | None:
    return Span(passage.text, 0, len(passage.text)) if passage else None


def labelled_people(labelled: Sequence[Labelled]) -> list[Entry]:
    """Everybody whom a label of front matter or of a contact grid names."""
    entries: list[Entry] = []
    loose: list[tuple[str, Passage]] = []
    grid: Entry | None = None  # the person whose rows of a contact grid are being read
    directors = any("lead_director" in item.fields for item in labelled)
    for item in labelled:
        role_name = next((name for name in ROLES if name in item.fields), None)
        in_grid = grid is not None and item.fields & {"name", "post", "email", "phone"}
        if grid is not None and not in_grid and role_name is None:
            entries.append(grid)
            grid = None
        if in_grid and grid is not None and item.front:
            grid = _fill(grid, item)
            continue
        if role_name is None:
            if item.fields & {"email", "phone"} and item.front and item.fields != {"title"}:
                part = "email" if "email" in item.fields else "phone"
                loose.append((part, item.passage))
            continue
        if grid is not None:
            entries.append(grid)
            grid = None
        role = ROLES[role_name]
        if role_name == "lead_officer" and directors:
            role = PersonRole.AUTHOR
        if not item.front and not item.label.text.rstrip().endswith(":"):
            continue
        if opened := _grid_row(item, role):
            grid = opened
            continue
        entries += people_of(item.value, role)
    if grid is not None:
        entries.append(grid)
    return _with_loose([entry for entry in entries if not entry.empty], loose)


def _grid_row(item: Labelled, role: PersonRole) -> Entry | None:
    """The start of a contact grid: a role label, then "Title" or "Name" and its value."""
    value = [block for block in item.value if block.text]
    if len(value) < 2:
        return None
    part = lexicon().fields(fold_heading(value[0].text))
    if not part & {"post", "name"}:
        return None
    rest = joined(value[1:])
    entry = Entry(role)
    return replace(entry, post=rest) if "post" in part else _named(entry, rest)


def _fill(entry: Entry, item: Labelled) -> Entry:
    value = item.passage
    if not value:
        return entry
    if "email" in item.fields:
        return replace(entry, email=_part(value, parse_person(value.text).email) or value)
    if "phone" in item.fields:
        return replace(entry, phone=_part(value, parse_person(value.text).phone) or value)
    if "post" in item.fields:
        return replace(entry, post=value)
    return _named(entry, value)


def _named(entry: Entry, value: Passage) -> Entry:
    parts = parse_person(value.text)
    if parts.name is None:
        return replace(entry, name=value)
    return replace(
        entry,
        name=_part(value, parts.name),
        honorific=_part(value, parts.honorific),
        phone=_part(value, parts.phone) or entry.phone,
        email=_part(value, parts.email) or entry.email,
    )


def _part(passage: Passage, span: Span | None) -> Passage:
    return passage.slice(span.start, span.end) if span is not None else Passage()


def _with_loose(entries: list[Entry], loose: Iterable[tuple[str, Passage]]) -> list[Entry]:
    """The entries, addresses and numbers of labels of their own given to the author."""
    order = (PersonRole.AUTHOR, PersonRole.REPORT_OF, PersonRole.CONTACT, PersonRole.LEAD_DIRECTOR)
    for part, value in loose:
        parsed = parse_person(value.text)
        piece = _part(value, parsed.email if part == "email" else parsed.phone)
        owner = next(
            (
                at
                for role in order
                for at, entry in enumerate(entries)
                if entry.role is role and not getattr(entry, part)
            ),
            None,
        )
        if owner is not None and piece:
            if part == "email":
                entries[owner] = replace(entries[owner], email=piece)
            else:
                entries[owner] = replace(entries[owner], phone=piece)
    return entries


def people_of(blocks: Sequence[Block], role: PersonRole) -> list[Entry]:
    """The people that a value names: several to a line, or one stacked on several lines."""
    pieces: list[Passage] = []
    for block in blocks:
        if block.kind is BlockKind.ROW:
            pieces += [joined(cell) for cell in block.cells if cell]
        else:
            pieces += paragraphs(block.passage)
    entries: list[Entry] = []
    for piece in pieces:
        if _NOTHING.fullmatch(piece.text) or _LINK.match(piece.text):
            continue
        for entry in _entries(piece, role):
            _stack(entries, entry)
    return [entry for entry in entries if not entry.empty]


def stacked_people(lines: Iterable[Passage], role: PersonRole) -> list[Entry]:
    """One column of a contact block: names, posts, addresses and numbers line under line."""
    entries: list[Entry] = []
    for line in lines:
        text = line.text.strip()
        if _INNER_LABEL.fullmatch(text) or _NOTHING.fullmatch(text) or _LINK.match(text):
            continue
        for entry in _entries(line, role):
            _stack(entries, entry)
    return [entry for entry in entries if not entry.empty]


def _entries(passage: Passage, role: PersonRole) -> Iterator[Entry]:
    for parts in parse_people(passage.text):
        yield entry_of(passage, parts, role)


def entry_of(passage: Passage, parts: PersonParts, role: PersonRole) -> Entry:
    """An entry from the parts found in a passage."""
    return Entry(
        role,
        name=_part(passage, parts.name),
        honorific=_part(passage, parts.honorific),
        post=_part(passage, parts.post),
        email=_part(passage, parts.email),
        phone=_part(passage, parts.phone),
    )


def _stack(entries: list[Entry], entry: Entry) -> None:
    """Add an entry, or what it holds to the entry above that still lacks it."""
    if entries:
        above = entries[-1]
        adds = not entry.name and (
            (entry.post and not above.post and above.name)
            or (not entry.post and (entry.email or entry.phone))
        )
        if adds:
            entries[-1] = replace(
                above,
                post=above.post or entry.post,
                email=above.email or entry.email,
                phone=above.phone or entry.phone,
            )
            return
        if entry.name and not above.name and above.post and not entry.post:
            entries[-1] = replace(
                above,
                name=entry.name,
                honorific=entry.honorific,
                email=above.email or entry.email,
                phone=above.phone or entry.phone,
            )
            return
    if entry.name or entry.post or entry.email or entry.phone:
        entries.append(entry)


def signature(blocks: Sequence[Block]) -> tuple[Entry, int] | None:
    """Somebody who signs: a name on a line of its own, the post on the next.

    Returns the entry and how many of the blocks it takes, or None.
    """
    if not blocks or blocks[0].kind is not BlockKind.PARAGRAPH:
        return None
    lines: list[tuple[Passage, int]] = []
    for at, block in enumerate(blocks[:3]):
        if block.kind is not BlockKind.PARAGRAPH:
            break
        lines += [(line, at) for line in split_lines(block.passage)]
    if len(lines) < 2 or len(lines[0][0].words) > 6:
        return None
    first, post = lines[0][0], lines[1][0]
    parts = parse_person(first.text)
    if parts.name is None or parts.post is not None or parts.extra is not None:
        return None
    if find_dates(first.text) or len(post.words) > 14 or post.text.endswith((".", ":", ";")):
        return None
    below = parse_person(post.text)
    if below.post is None or below.name is not None:
        return None
    entry = entry_of(first, parts, PersonRole.SIGNATORY)
    return replace(entry, post=_part(post, below.post)), lines[1][1] + 1
