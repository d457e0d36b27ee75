"""The front matter as its readers see it: labels, lines without one, and letterheads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.fields.labelled import Labelled, is_label, known_label, opening_label
from extract.fields.nodes import Outline
from extract.layout.blocks import Block, BlockKind
from extract.lexicon import fold, says, wording
from extract.register import Register
from schemas.vocabulary import SectionKind

BEFORE_BODY = re.compile(rf"^{wording('before_body')}\s*:?\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_AUTHORITY = says("authority_alone")


def labelled_first(
    labelled: Sequence[Labelled], field: str, *, front: bool = True
) -> Iterator[Labelled]:
    """The labels that name a field, in order; `front` keeps to the front matter."""
    for item in labelled:
        if field in item.fields and item.passage and (item.front or not front):
            yield item


def front_lines(outline: Outline, *, labels: bool = False) -> list[Block]:
    """The paragraphs of the opening that carry no label: bodies, dates, titles stand there."""
    lines: list[Block] = []
    for node in outline.nodes[:3]:
        if node.kind not in (SectionKind.FRONT_MATTER, SectionKind.OTHER, SectionKind.CONTACTS):
            break
        if node.heading and node.kind is SectionKind.OTHER:
            lines.append(
                Block(
                    BlockKind.PARAGRAPH,
                    node.heading,
                    page=node.heading.page,
                    bold=True,
                    size=node.heading.words[0].size,
                )
            )
        for block in node.blocks:
            if block.kind is BlockKind.ROW:
                short = block.page <= 1 and len(block.passage.words) <= 14
                if not is_label(block.cell(0)):
                    lines += [b for cell in block.cells for b in cell if block.table == 0 or short]
            else:
                lines.append(block)
    return [
        line
        for line in lines
        if line.text
        and opening_label(line.passage) is None
        and (labels or not known_label(line.passage))
    ]


def is_council(text: str, council: str | None) -> bool:
    """Whether words are only an authority's name, or its area's, as on a letterhead."""
    folded, own = fold(text), fold(council or "")
    if folded == own or (own and own in folded and len(folded) <= len(own) + 40):
        return True
    return bool(_AUTHORITY.fullmatch(folded)) or Register.load().is_authority(text)
