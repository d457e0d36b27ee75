"""The numbers that a pack prints on its pages, told from those of the papers within it.

Both may stand at the foot of a page. The papers' begin anew with each paper; the pack's go on.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from extract.packs.marks import Marks

#: Papers over which a count that goes on is the pack's.
SEVERAL: Final = 2


class Numbering:
    """What has been seen of the numbers of a pack's pages, each as its offset from the file's."""

    def __init__(self) -> None:
        self._papers: defaultdict[int, set[int]] = defaultdict(set)
        self._worded: set[int] = set()
        self._best: int | None = None

    def note(self, marks: Marks, page: int, paper: int) -> None:
        """The numbers of a page, which is one of the pages of the paper counted as `paper`."""
        for number in marks.numbers:
            offset = number - page
            self._papers[offset].add(paper)
            if self._best is None or self._weight(offset) > self._weight(self._best):
                self._best = offset
        self._worded.update(number - page for number in marks.numbers[: marks.worded])

    def printed(self, marks: Marks, page: int, *, guess: bool = False) -> int | None:
        """The pack's number of a page (1-based in the file); None where that is not known.

        With `guess` the only count that has a word for "page" will do, though it be of one paper.
        """
        offset = self._offset()
        if offset is not None:
            counted = page + offset
            anew = marks.numbers and counted not in marks.numbers
            return None if anew or counted < 1 else counted
        for at, number in enumerate(marks.numbers):
            alone = guess and self._worded == {number - page}
            if at < marks.worded and (number == page or alone):
                return number
        return None

    @property
    def known(self) -> bool:
        """Whether some count has gone on over several papers."""
        return self._offset() is not None

    def _offset(self) -> int | None:
        """The offset that the most papers have, if several do."""
        if self._best is None or len(self._papers[self._best]) < SEVERAL:
            return None
        return self._best

    def _weight(self, offset: int) -> tuple[int, bool]:
        return len(self._papers[offset]), offset == 0
