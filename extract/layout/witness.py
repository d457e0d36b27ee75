"""What a file says of its own structure, weighed against what it prints.

A reader of the page has the print alone; whoever made the file may have left more. The witnesses,
the best first, and how much each is believed:

1. **Bookmarks.** One is a heading when its title stands, letter for letter, in a paragraph of the
   page that it leads to. Others are left: they name other files, or nothing that is printed.
2. **Tags.** Text of two blocks is never one paragraph, and the lines of a tagged heading are one;
   notes are set apart, and so is text in no block at the foot of a page. A table without rules is
   one if its cells stand as cells do (`extract.layout.tagged`); rules outweigh tags. What the print
   denies is not believed: a sentence that runs on over the end of a block goes on. Where that
   happens to more than a tenth of the lines (each line tagged by itself), no block of the document
   counts; and where more than a quarter of the words are tagged as headings, none of those is one.
3. **Numbering, style and lexicon** are print. `extract.fields.outline` weighs them.

Whatever the witness, a heading is short and no sentence (`extract.layout.levels`). The level is
the tag's, else the bookmark's depth: numbers of one scale are not mixed with those of another.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Final

from extract.layout.blocks import Block, BlockKind
from extract.layout.levels import believed_level
from extract.layout.lines import Line
from extract.reading.page import OutlineEntry, Role, Tag, TaggedBox, Word

BAND: Final = 6.0
"""Boxes are looked up by bands of the page this high, in points."""

RUN_ON: Final = 0.1
"""Largest share of the joints between lines at which blocks part a sentence."""

HEADINGS: Final = 0.25
"""Largest share of the words that may be tagged as headings."""

_ENDS = re.compile(r"[.;,:!?][)\"'”’]?$")
_NO_LETTER = re.compile(r"[\W_]+")


class PageTags:
    """The tags of a page, found by place."""

    def __init__(self, boxes: Iterable[TaggedBox]) -> None:
        self._bands: defaultdict[int, list[TaggedBox]] = defaultdict(list)
        self.parts = True  # whether the bounds of its blocks are believed
        self.joins = False  # whether the lines of a block are one, whatever the print
        self.has_cells = False
        for tagged in boxes:
            box = tagged.box
            self.has_cells = self.has_cells or tagged.tag.cell is not None
            for band in range(int(box.top // BAND), int(box.bottom // BAND) + 1):
                self._bands[band].append(tagged)

    def joining(self) -> PageTags:
        """The same tags, for a column whose width is not printed."""
        joining = copy(self)
        joining.joins = True
        return joining

    def at(self, word: Word) -> Tag | None:
        """The tag of the text that is drawn where a word stands."""
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for (x0, top, x1, bottom), tag in self._bands.get(int(y // BAND), ()):
            if x0 <= x <= x1 and top <= y <= bottom:
                return tag
        return None

    def outside(self, line: Line) -> bool:
        """Whether a line is in no element."""
        tags = {self.at(line.words[0]), self.at(line.words[-1])}
        return all(tag is not None and tag.role is Role.OUTSIDE for tag in tags)

    def is_note(self, line: Line) -> bool:
        """Whether a line is of a footnote."""
        tag = self.at(line.words[-1])
        return tag is not None and tag.role is Role.NOTE

    def joint(self, above: Line, line: Line) -> bool | None:
        """Whether two lines, one below the other, are of one heading (True) or of two blocks.

        None where nothing is said: a paragraph may hold line breaks that part it.
        """
        last, first = self.at(above.words[-1]), self.at(line.words[0])
        if last is None or first is None:
            return None
        if last.element == first.element:
            return True if last.role is Role.HEADING or self.joins else None
        parted = self.parts and Role.OUTSIDE not in (last.role, first.role)
        return False if parted else None


@dataclass(frozen=True, slots=True)
class Witness:
    """What a document says of its structure, page by page."""

    tags: tuple[PageTags | None, ...]
    headings: bool  # whether its tagged headings are believed
    usual: float  # size of most of the text, in points
    bookmarks: tuple[dict[str, int], ...]  # for each page: titles as they are compared, and depths

    @classmethod
    def of(
        cls,
        tags: Sequence[PageTags | None],
        bookmarks: Iterable[Sequence[OutlineEntry]],
        bodies: Sequence[Sequence[Line]],
        usual: float,
    ) -> Witness:
        """The witness of a document: the tags, bookmarks and lines of each page."""
        whole = cut = words = headed = 0
        for said, lines in zip(tags, bodies, strict=True):
            if said is None:
                continue
            for line in lines:
                tag = said.at(line.words[0])
                words += len(line.words)
                headed += len(line.words) if tag and tag.role is Role.HEADING else 0
            for above, line in itertools.pairwise(lines):
                if runs_on(above, line):
                    parted = said.joint(above, line) is False
                    cut += parted
                    whole += not parted
        if cut > RUN_ON * (cut + whole):
            for said in tags:
                if said is not None:
                    said.parts = False
        return cls(
            tuple(tags),
            headed <= HEADINGS * words,
            usual,
            tuple(_titles(entries) for entries in bookmarks),
        )

    def levelled(self, block: Block, page: int) -> Block:
        """The block of a page (from 0), with its level if it is a heading by this witness."""
        if block.kind is BlockKind.ROW or not block.text:
            return block
        said, titles = self.tags[page], self.bookmarks[page]
        level = 0
        if titles:
            key = _key(block.text)
            level = titles.get(key) or titles.get(_key(block.label.text) + key) or 0
        if said is not None and (level or self.headings):
            tag = said.at(block.passage.words[0])
            if tag is not None and tag.role is Role.HEADING:
                level = tag.level
        level = believed_level(level, block, self.usual)
        return replace(block, level=level) if level else block


def runs_on(above: Line, line: Line) -> bool:
    """Whether a sentence plainly goes on from one line to the next."""
    return (
        line.words[0].text[:1].islower()
        and len(above.segments) == len(line.segments) == 1
        and not _ENDS.search(above.words[-1].text)
        and abs(line.size - above.size) < 0.1 * above.size
        and line.top - above.bottom < 0.6 * line.size
    )


def _titles(bookmarks: Sequence[OutlineEntry]) -> dict[str, int]:
    return {key: min(entry.level, 6) for entry in bookmarks if (key := _key(entry.title))}


def _key(text: str) -> str:
    """The letters and figures of a title."""
    return _NO_LETTER.sub("", text).casefold()
