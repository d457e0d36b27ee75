"""The bookmarks of a pack: each leads to a paper and names its item, or its appendix.

Other files have bookmarks too, to their headings. A pack's begin with the agenda, or give the names
of the files that were put together, or count items ("Item 7"); the second level holds an item's
attachments, and no level of papers leads twice to one page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.lexicon import fold, says, wording
from extract.packs.marks import ATTACHED
from extract.reading.page import OutlineEntry

_AGENDA, _FILE = says("bookmark_agenda"), says("bookmark_file")
_ITEM = re.compile(
    rf"(?:{wording('stamp_item')}\W{{0,2}}\s*)?(?P<number>[A-Z]?\d{{1,3}}(?:\.\d{{1,2}})?\s?"
    r"(?:\([a-z]{1,3}\)|[a-z](?![a-z]))?)\s*[-–—.:)]{0,2}\s+(?P<title>\S.*)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{wording('stamp_item')}\W{{0,2}}\s*[A-Z]?\d", re.IGNORECASE)
_ATTACHED = re.compile(rf"(?:.*\W)?(?P<heading>{ATTACHED.pattern})", re.IGNORECASE)
_PAPERS = 2  # levels of papers: items, and what is attached to them


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark that leads to a paper: the item, or the attachment's label, and the title."""

    title: str
    level: int
    item: str = ""
    label: str = ""
    attached: bool = False

    @property
    def may_head(self) -> bool:
        """Whether it may lead to a heading: a file's own bookmarks stand below that of the file."""
        return self.level > 1 and not self.attached


def is_of_pack(outline: Sequence[OutlineEntry]) -> bool:
    """Whether bookmarks lead to the papers of a pack rather than to headings."""
    first = [entry for entry in outline if entry.level == 1 and entry.page is not None]
    if len({entry.page for entry in first}) < 2:
        return False
    titles = [fold(entry.title) for entry in first]
    counted = sum(bool(_COUNTED.match(title)) for title in titles)
    files = sum(bool(_FILE.search(title)) for title in titles)
    return bool(_AGENDA.search(titles[0])) or counted > 1 or files > 1


def paper_bookmarks(outline: Sequence[OutlineEntry]) -> Mapping[int, Bookmark]:
    """The bookmarks that lead to papers, by page (from 1)."""
    of_pack = is_of_pack(outline)
    leading: Counter[tuple[int, int]] = Counter()
    for entry in outline:
        if entry.page is not None:
            leading[entry.level, entry.page] += 1
    crowded = {level for (level, _), count in leading.items() if count > 1}
    found: dict[int, Bookmark] = {}
    for entry in outline:
        if entry.page is None or entry.page in found:
            continue
        bookmark = _read(entry)
        believed = of_pack and entry.level <= _PAPERS and entry.level not in crowded
        if believed or (bookmark.attached and entry.level not in crowded):
            found[entry.page] = bookmark
    return found


def _read(entry: OutlineEntry) -> Bookmark:
    title = _FILE.sub("", entry.title).strip()
    if attached := _ATTACHED.fullmatch(title):
        return Bookmark(
            attached["title"] or title, entry.level, label=attached["label"], attached=True
        )
    if entry.level == 1 and (item := _ITEM.fullmatch(title)):
        return Bookmark(item["title"], entry.level, item=re.sub(r"\s", "", item["number"]))
    return Bookmark(title, entry.level)
