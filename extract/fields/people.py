"""People whom a label of front matter or a contact grid names.

Each entry is one thing that somebody is to the report. An address or number that stands under a
label of its own goes to the author, else to whoever the report is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.fields.bodies import addressee_in
from extract.fields.entries import Entry, entry_of, part_of, people_of
from extract.fields.labelled import Labelled
from extract.fields.reporters import reporters
from extract.layout.blocks import joined
from extract.layout.passage import Passage
from extract.lexicon import fold_heading, lexicon
from extract.office import words_of_office
from extract.persons import parse_people, parse_person, person_kind
from schemas.vocabulary import PersonKind, PersonRole, SectionKind

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
    "consultee": PersonRole.CONSULTEE,
    "approver": PersonRole.APPROVER,
}

# Sections in which a row without a colon names somebody.
_NAMING = frozenset({SectionKind.SIGN_OFF, SectionKind.CONTACTS, SectionKind.FRONT_MATTER})
# Sections in which a grid of contact details may stand without a heading of its own.
_OPEN = frozenset(SectionKind) - {SectionKind.FRONT_MATTER, SectionKind.SIGN_OFF}
# Officers whom a label below the body of a report may name with no more than the post.
_OFFICERS = frozenset({PersonRole.AUTHOR, PersonRole.PRESENTER, PersonRole.CONTACT})
# Below an advice, "Completed by:" names who gave it; "Report author:" is who it says there too.
_ADVICE = SectionKind.IMPLICATIONS
_COMPLETES = re.compile(r"\w by$")
_HEADS = re.compile(
    r"\b(?:director|chief|head|cabinet|portfolio|leader|executive)\b", re.IGNORECASE
)
_SAYS = re.compile(r",?\s+(?:said|says|writes)\W*$")
_PORTFOLIO = re.compile(
    r"(?P<post>[^():]{4,80})\s+\((?P<who>(?:councillor|cllr|cynghorydd)\b[^()]+)\)", re.IGNORECASE
)


def role_named(label: str) -> PersonRole | None:
    """The role that a label or heading names."""
    names = lexicon().fields(fold_heading(label))
    return next((role for name, role in ROLES.items() if name in names), None)


def _portfolio(line: Passage) -> Entry | None:
    """A line of the front matter that is a portfolio and, in brackets, who holds it."""
    match = _PORTFOLIO.fullmatch(line.text)
    if match is None:
        return None
    who = line.slice(match.start("who"), match.end("who"))
    return replace(
        _named(Entry(PersonRole.LEAD_MEMBER), who),
        post=line.slice(match.start("post"), match.end("post")),
    )


def _named_in_front(line: Passage) -> list[Entry]:
    """People whom the front matter names, with their posts, on lines without a label."""
    line = line.slice(0, len(_SAYS.sub("", line.text)))
    if not 4 <= len(line.words) <= 40 or line.text.endswith("."):
        return []
    found = []
    for parts in parse_people(line.text):
        if parts.name is None or parts.post is None or len(parts.name.text.split()) < 2:
            return []
        parted = line.text[parts.name.end : parts.name.end + 2] == ", "
        if not parted or not _HEADS.search(parts.post.text):
            return []
        member = person_kind(parts) is PersonKind.MEMBER
        role = PersonRole.LEAD_MEMBER if member else PersonRole.LEAD_DIRECTOR
        found.append(entry_of(line, parts, role))
    return found


def labelled_people(labelled: Sequence[Labelled], lines: Sequence[Passage] = ()) -> list[Entry]:
    """Everybody whom a label of front matter or of a contact grid names."""
    entries: list[Entry] = []
    loose: list[tuple[str, Passage]] = []
    last_node = -1  # the section of the last person read
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
        if role_name is None and item.front and "committee" in item.fields:
            entries += _addressed_member(item.passage)
        if role_name is None:
            if _gives_post(item) and entries and last_node == item.node:
                entries[-1] = replace(entries[-1], post=entries[-1].post or item.passage)
                continue
            if entries and last_node == item.node and item.fields & {"post"} and item.kind in _OPEN:
                entries[-1] = replace(entries[-1], post=entries[-1].post or item.passage)
                continue
            if item.fields & {"email", "phone"}:
                part = "email" if "email" in item.fields else "phone"
                if entries and last_node == item.node and not getattr(entries[-1], part):
                    entries[-1] = _fill(entries[-1], item)
                elif item.front:
                    loose.append((part, item.passage))
            continue
        if grid is not None:
            entries.append(grid)
            grid = None
        role = ROLES[role_name]
        if role_name == "lead_officer" and directors:
            role = PersonRole.AUTHOR
        if role is PersonRole.AUTHOR and _COMPLETES.search(item.key) and item.kind is _ADVICE:
            role = PersonRole.CONSULTEE  # "Completed by: …" below an advice
        named = item.label.text.rstrip().endswith(":") or bool(parse_person(item.passage.text).name)
        if not item.front and not (named and len(item.passage.words) <= 60):
            continue
        if not item.front and not item.label.text.endswith(":") and item.kind not in _NAMING:
            parts = parse_person(item.passage.text)
            alone = len(item.passage.words) <= 4 and role is PersonRole.AUTHOR
            told = parts.email or parts.phone or alone or (parts.post and role in _OFFICERS)
            if not (parts.name and told):
                continue
        if opened := _grid_row(item, role):
            grid = opened
            continue
        reported = role is PersonRole.REPORT_OF
        people = reporters(item.value) if reported else people_of(item.value, role)
        if role is PersonRole.CONSULTEE and len(people) == 1 and _is_office(item.label):
            people = [replace(people[0], post=people[0].post or _bare(item.label))]
        if not people:
            loose += _contacts_alone(item.passage)
        entries += people
        last_node = item.node
    if grid is not None:
        entries.append(grid)
    entries += [e for line in lines if (e := _portfolio(line)) is not None]
    read = {id(item.label.words[0]) for item in labelled if item.label}
    known = {entry.name.text.casefold() for entry in entries if entry.name}
    for line in lines:
        if id(line.words[0]) in read:
            continue  # "REPORT BY IDA EXAMPLE, DIRECTOR OF FAIRS"
        entries += [e for e in _named_in_front(line) if e.name.text.casefold() not in known]
    return _with_loose(_without_bare_portfolio(e for e in entries if not e.empty), loose)


def _without_bare_portfolio(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, without a portfolio printed besides the member who holds it."""
    kept = list(entries)
    lead = PersonRole.LEAD_MEMBER
    if not any(entry.role is lead and entry.name for entry in kept):
        return kept
    return [entry for entry in kept if entry.role is not lead or entry.name]


def _addressed_member(value: Passage) -> list[Entry]:
    """The single member to whom a decision is addressed, who leads on it."""
    line = addressee_in(value)
    parts = parse_person(line.text)
    if not (parts.honorific and parts.name and parts.post):
        return []
    return [entry_of(line, parts, PersonRole.LEAD_MEMBER)]


def _gives_post(item: Labelled) -> bool:
    """Whether a row gives the post of whoever is named above ("Job title:")."""
    return "post" in item.fields and "title" not in item.fields and item.front


def _bare(label: Passage) -> Passage:
    return label.slice(0, len(label.text.rstrip(" :?")))


def _is_office(label: Passage) -> bool:
    """Whether a label is itself the post of whom it names ("Finance Officer:")."""
    last = _bare(label).text.split()[-1:]
    return bool(last) and words_of_office().post.equals(last[0])


def _contacts_alone(value: Passage) -> list[tuple[str, Passage]]:
    """The address and number of a value that names nobody."""
    parts = parse_person(value.text)
    found = (("email", parts.email), ("phone", parts.phone))
    return [(part, part_of(value, span)) for part, span in found if span is not None]


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
    if item.fields & {"email", "phone"}:  # both may stand behind one label
        parts = parse_person(value.text)
        email, phone = part_of(value, parts.email), part_of(value, parts.phone)
        if email and phone:
            return replace(entry, email=entry.email or email, phone=entry.phone or phone)
    if "email" in item.fields:
        return replace(entry, email=part_of(value, parse_person(value.text).email) or value)
    if "phone" in item.fields:
        return replace(entry, phone=part_of(value, parse_person(value.text).phone) or value)
    if "post" in item.fields:
        return replace(entry, post=value)
    return _named(entry, value)


def _named(entry: Entry, value: Passage) -> Entry:
    parts = parse_person(value.text)
    if parts.name is None:
        return replace(entry, name=value)
    return replace(
        entry,
        name=part_of(value, parts.name),
        honorific=part_of(value, parts.honorific),
        phone=part_of(value, parts.phone) or entry.phone,
        email=part_of(value, parts.email) or entry.email,
    )


def _with_loose(entries: list[Entry], loose: Iterable[tuple[str, Passage]]) -> list[Entry]:
    """The entries, addresses and numbers of labels of their own given to the author."""
    order = (PersonRole.AUTHOR, PersonRole.REPORT_OF, PersonRole.CONTACT, PersonRole.LEAD_DIRECTOR)
    for part, value in loose:
        parsed = parse_person(value.text)
        piece = part_of(value, parsed.email if part == "email" else parsed.phone)
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
