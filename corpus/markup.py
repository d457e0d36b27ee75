"""The light markup of the sample reports' texts, and its plain form.

    Paragraphs stand apart by a blank line; a line's end within one is a blank.

    - A block whose lines start with a hyphen is a bullet list;
    - lines that start otherwise go on with the item before.

    {table spend}                 prints the table `spend` of the same file
    {sub The preferred approach}  prints a sub-heading
    A claim.^[Where it comes from.]   puts a note at the foot of the page
    **Appendix A**                is bold

The plain form is what a record states: marks off, notes out, each bullet a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NOTE = re.compile(r"\^\[(.+?)\]")
BOLD = re.compile(r"\*\*(.+?)\*\*")
DIRECTIVE = re.compile(r"\{(table|sub) (.+)\}")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, with its inline marks."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A bullet list, one text an item."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class SubHeading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True)
class TableRef:
    """The place of a table, by its name in the file."""

    name: str


Block = Paragraph | Bullets | SubHeading | TableRef


def fold(text: str) -> str:
    """Return `text` with every run of white space as one blank."""
    return " ".join(text.split())


def parse(marked: str) -> list[Block]:
    """Split marked text into its blocks. A list may not follow a paragraph without a blank line."""
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", marked.strip()):
        if not chunk.strip():
            continue
        directive = DIRECTIVE.fullmatch(chunk.strip())
        if directive:
            kind, value = directive.groups()
            blocks.append(TableRef(value) if kind == "table" else SubHeading(value))
        elif chunk.lstrip().startswith("- "):
            items = re.split(r"^\s*- ", chunk, flags=re.MULTILINE)[1:]
            blocks.append(Bullets(tuple(fold(item) for item in items)))
        else:
            blocks.append(Paragraph(fold(chunk)))
    return blocks


def plain_inline(text: str) -> str:
    """Return one paragraph's words without bold marks and notes."""
    return BOLD.sub(r"\1", NOTE.sub("", text))


def plain(marked: str) -> str:
    """Return the plain form of marked text, its paragraphs kept apart by a blank line.

    ValueError for a table or sub-heading, which no value of a record holds.
    """
    paragraphs: list[str] = []
    for block in parse(marked):
        match block:
            case Paragraph(text):
                paragraphs.append(plain_inline(text))
            case Bullets(items):
                paragraphs.extend(plain_inline(item) for item in items)
            case _:
                raise ValueError(f"a value of the record cannot hold {block}")
    return "\n\n".join(paragraphs)


def typographic(text: str) -> str:
    """Turn straight quotes into the curved ones that a word processor sets."""
    text = re.sub(r"(?<=[\w.,;:!?)\]*])'", "’", text).replace("'", "‘")
    return re.sub(r'(?<=[\w.,;:!?)\]*])"', "”", text).replace('"', "“")
