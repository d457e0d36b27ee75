"""The tags of a PDF: what its structure tree says each piece of print is.

The engine of `extract.reading.pdf` knows that a tree is there but not what it says; pdfium gives
both halves cheaply (the elements of a page, and the marked content each text object belongs to).

A tree is a claim of whatever wrote the file. Nothing here judges it, except that a page whose tree
is broken, or holds less than half of its text, counts as untagged.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from ctypes import byref, c_float, c_void_p, cast, create_string_buffer
from functools import lru_cache
from types import TracebackType
from typing import Final, NamedTuple, Self

import pypdfium2

from extract.reading import pdfium
from extract.reading.frame import Frame
from extract.reading.page import Role, Tag, TagCell, TaggedBox

MAX_ELEMENTS: Final = 5_000
"""A page with more elements than this counts as untagged. A dense table has some thousand."""

MAX_OBJECTS: Final = 20_000
"""The same for the objects that a page draws."""

HELD: Final = 0.5
"""A tree that holds less than this share of a page's text objects says nothing of the page."""

_NAME_BYTES: Final = 128  # names of types are short; a longer one is none that we know


class TagReader:
    """The tags of a file's pages. Use it in a `with` statement: pdfium's memory is not Python's.

    Without bytes it is the reader of an untagged file, and so it is where pdfium refuses the file.
    """

    def __init__(self, data: bytes | None) -> None:
        self._document: pypdfium2.PdfDocument | None = None
        if data is not None:
            with suppress(pypdfium2.PdfiumError):
                self._document = pypdfium2.PdfDocument(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._document is not None:
            self._document.close()

    def page(self, index: int, frame: Frame) -> list[TaggedBox]:
        """The tagged text of a page (from 0) in the order of drawing; empty if it is untagged."""
        if self._document is None:
            return []
        page = pdfium.load_page(cast(self._document.raw, c_void_p).value or 0, index)
        if not page:
            return []
        try:
            tree = pdfium.tree_of(page)
            if not tree:
                return []
            try:
                tags = _tags(tree)
            finally:
                pdfium.close_tree(tree)
            return _placed(page, tags, frame) if tags else []
        finally:
            pdfium.close_page(page)


class _Place(NamedTuple):
    """What the elements above have settled for what hangs below them."""

    tag: Tag
    table: int = 0
    row: int = 0


def _tags(tree: int) -> dict[int, Tag]:
    """The block of each marked content of a page, by its number; empty if the tree is none."""
    tags: dict[int, Tag] = {}
    seen: set[int] = set()
    counted: Counter[tuple[int, int]] = Counter()  # rows of a table (table, 0), cells of a row
    name = create_string_buffer(_NAME_BYTES)
    start = _Place(Tag(Role.TEXT))
    roots = [pdfium.root_of(tree, at) for at in range(pdfium.count_roots(tree))]
    waiting = [(root, start) for root in reversed(roots) if root]
    while waiting:
        element, above = waiting.pop()
        if element in seen or len(seen) == MAX_ELEMENTS:
            return {}  # it hangs below itself, or at two places
        seen.add(element)
        size = pdfium.type_of(element, name, _NAME_BYTES)
        kind = _kind(name.raw[: size - 2] if 2 < size <= _NAME_BYTES else b"")
        place = _place(kind, above, len(seen), counted)
        children: list[tuple[int, _Place]] = []
        for at in range(pdfium.count_children(element)):
            child = pdfium.child_of(element, at)
            if child:
                children.append((child, place))
            elif (content := pdfium.content_below(element, at)) >= 0:
                tags[content] = place.tag
        children.reverse()
        waiting += children
    return tags


def _place(kind: _Kind, above: _Place, number: int, counted: Counter[tuple[int, int]]) -> _Place:
    """What an element, the `number`th of its page, settles for what hangs below it."""
    tag, table, row = above
    if kind is _TABLE:
        return _Place(tag, number, 0)
    if kind is _ROW:
        counted[table, 0] += 1
        return _Place(tag, table, counted[table, 0])
    if kind is _CELL:
        counted[table, row] += 1
        cell = TagCell(table, row, counted[table, row]) if table and row else None
        return _Place(Tag(Role.TEXT, number, cell=cell))
    role, level = kind
    if role is None:
        return above
    if role is Role.TEXT and tag.role in (Role.NOTE, Role.CAPTION, Role.HEADING, Role.OUTSIDE):
        role, level = tag.role, tag.level
    return _Place(Tag(role, number, level, tag.cell))


def _placed(page: int, tags: dict[int, Tag], frame: Frame) -> list[TaggedBox]:
    """The boxes of a page's text objects with the tags of their marked content."""
    count = pdfium.count_objects(page)
    if count > MAX_OBJECTS:
        return []
    sides = [c_float() for _ in range(4)]
    left, bottom, right, top = sides
    places = [byref(side) for side in sides]
    placed: list[TaggedBox] = []
    held = 0
    for at in range(count):
        drawn = pdfium.object_at(page, at)
        if (
            not drawn
            or pdfium.object_type(drawn) != pdfium.TEXT_OBJECT
            or not pdfium.bounds_of(drawn, *places)
        ):
            continue
        tag = tags.get(pdfium.content_of(drawn))
        held += tag is not None
        box = frame.shown(left.value, bottom.value, right.value, top.value)
        placed.append(TaggedBox(box, tag or _OUTSIDE))
    return placed if held >= HELD * len(placed) else []


_OUTSIDE: Final = Tag(Role.OUTSIDE)

_Kind = tuple[Role | None, int]
"""What the type of an element means: a role and a heading's level, or one of the four below."""

_THROUGH: Final[_Kind] = (None, 0)  # groups blocks, or marks words inside one
_TABLE: Final[_Kind] = (None, 1)
_ROW: Final[_Kind] = (None, 2)
_CELL: Final[_Kind] = (None, 3)

_GROUPS: Final = frozenset(
    {"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "TOC", "Index", "L"}
    | {"NonStruct", "Private", "THead", "TBody", "TFoot", "Figure", "Formula", "Form", "Annot"}
    | {"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Em", "Strong", "Sub"}
    | {"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"}
)

# ISO 32000-2, 14.8.4; pdfium has applied the file's role map. A type that is not here is taken for
# a paragraph: some writers use the names of their styles without mapping them.
_KINDS: Final[dict[str, _Kind]] = {
    **dict.fromkeys(_GROUPS, _THROUGH),
    "Table": _TABLE,
    "TR": _ROW,
    "TD": _CELL,
    "TH": _CELL,
    "Lbl": (Role.LABEL, 0),
    "Note": (Role.NOTE, 0),
    "FENote": (Role.NOTE, 0),
    "Caption": (Role.CAPTION, 0),
    "Artifact": (Role.OUTSIDE, 0),
    "Title": (Role.HEADING, 1),
    "H": (Role.HEADING, 1),
}
_HEADING: Final = re.compile(r"(?i)(?:h|heading)(?:[ _-]|_?20_)?([1-9])")


@lru_cache(maxsize=256)
def _kind(name: bytes) -> _Kind:
    """What a type means; `name` is in UTF-16, as pdfium gives it."""
    text = name.decode("utf-16-le", "replace")
    if found := _HEADING.fullmatch(text):
        return Role.HEADING, min(int(found[1]), 6)
    return _KINDS.get(text, (Role.TEXT, 0))
