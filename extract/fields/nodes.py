"""The sections of a document: headings with the blocks below them, and how they nest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.layout.blocks import Block
from extract.layout.passage import Passage
from extract.lexicon import fold_heading
from schemas.vocabulary import ImplicationType, SectionKind

# Parts that a report has once, and that a heading of the body never continues.
_OWN = frozenset(SectionKind) - {SectionKind.OTHER}


@dataclass(frozen=True, slots=True)
class Node:
    """One heading and the blocks up to the next; the first node, without heading, is the front."""

    heading: Passage = field(default_factory=Passage)
    label: Passage = field(default_factory=Passage)
    kind: SectionKind = SectionKind.OTHER
    types: tuple[ImplicationType, ...] = ()
    level: int = 1
    narrows: bool = False
    labelled: bool = False  # opened by a label and colon in the line of its text
    head: Block | None = None  # the first row of a grid, where that is the heading
    blocks: tuple[Block, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is a part of its own, not a passage of the section above."""
        return not self.narrows and (bool(self.types) or self.kind in _OWN)

    @property
    def key(self) -> str:
        """The heading as the lexicon compares it."""
        return fold_heading(self.heading.text)


@dataclass(frozen=True, eq=False)  # one of its kind: what is read from one can be kept with it
class Outline:
    """A document's sections in order; `nodes[0]` is what stands before the first heading."""

    nodes: tuple[Node, ...]

    def of_kind(self, *kinds: SectionKind) -> Iterator[tuple[int, Node]]:
        """The sections of these kinds, with their places."""
        return ((at, node) for at, node in enumerate(self.nodes) if node.kind in kinds)

    def parts(self, at: int) -> Iterator[Node]:
        """A section and the sub-sections that belong to it."""
        node = self.nodes[at]
        yield node
        for below in self.nodes[at + 1 :]:
            if below.own or (below.level <= node.level and not below.narrows):
                return
            yield below

    def body(self, at: int) -> list[Block]:
        """The blocks of a section with those of the sub-sections that belong to it."""
        return [block for part in self.parts(at) for block in part.blocks]

    def children(self, at: int) -> list[int]:
        """The places of the sections nested in one."""
        found = []
        for place in range(at + 1, len(self.nodes)):
            if self.nodes[place].level <= self.nodes[at].level:
                break
            found.append(place)
        return found
