"""Tagged PDFs for tests, written by hand: elements and what each shows in, a file out.

    tagged(Element("H1", Shown("The spring fair", top=72)), Element("P", Shown(FAIR[:60], top=96)))

A4 pages in Helvetica, lengths in points from the top left. All content is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

HEIGHT = 842


@dataclass(frozen=True)
class Shown:
    """A line of print; `page` counts from 0."""

    words: str
    top: float
    x: float = 72.0
    size: float = 11.0
    bold: bool = False
    page: int = 0


class Element:
    """An element of the structure tree, with the elements and the print below it."""

    def __init__(self, kind: str, *children: Element | Shown) -> None:
        self.kind = kind
        self.children = children

    def elements(self) -> Iterator[Element]:
        """The element and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()


def paragraph(kind: str, *lines: str, top: float, x: float = 72.0, bold: bool = False) -> Element:
    """An element of the given type that shows lines one below the other."""
    shown = (Shown(line, top + 13.2 * at, x, bold=bold) for at, line in enumerate(lines))
    return Element(kind, *shown)


def tagged(
    *tree: Element,
    untagged: Sequence[Shown] = (),
    role_map: Mapping[str, str] | None = None,
    bookmarks: Sequence[tuple[str, int]] = (),
    turned: int = 0,
) -> bytes:
    """A PDF; `bookmarks` are titles with the page, from 0, that each leads to.

    `turned` is the rotation of its pages.
    """
    elements = [element for top in tree for element in top.elements()]
    drawn = [(e, s) for e in elements for s in e.children if isinstance(s, Shown)]
    count = 1 + max([s.page for _, s in drawn] + [s.page for s in untagged], default=0)
    first_element = 6 + 2 * count
    number = {element: first_element + at for at, element in enumerate(elements)}
    contents: list[bytes] = [b""] * count
    holders: list[list[int]] = [[] for _ in range(count)]  # of each page's marked contents
    marks: dict[Shown, int] = {}
    for element, shown in drawn:
        marks[shown] = len(holders[shown.page])
        holders[shown.page].append(number[element])
        opening = f"/{element.kind} <</MCID {marks[shown]}>> BDC "
        contents[shown.page] += opening.encode() + _drawn(shown) + b" EMC\n"
    for shown in untagged:
        contents[shown.page] += _drawn(shown) + b"\n"
    objects: dict[int, str | bytes] = {
        1: "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 3 0 R /MarkInfo <</Marked true>>"
        + (f" /Outlines {first_element + len(elements)} 0 R" if bookmarks else "")
        + ">>",
        2: f"<</Type /Pages /Count {count} /Kids [{_references(range(6, 6 + 2 * count, 2))}]>>",
        3: f"<</Type /StructTreeRoot /K [{_references(number[top] for top in tree)}] /RoleMap <<"
        + " ".join(f"/{name} /{kind}" for name, kind in (role_map or {}).items())
        + ">> /ParentTree <</Nums ["
        + " ".join(f"{page} [{_references(held)}]" for page, held in enumerate(holders))
        + "]>>>>",
        4: "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
        5: "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding>>",
    }
    for page, content in enumerate(contents):
        objects[6 + 2 * page] = (
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /StructParents {page}"
            f" /Rotate {turned} /Resources <</Font <</F1 4 0 R /F2 5 0 R>>>>"
            f" /Contents {7 + 2 * page} 0 R>>"
        )
        head = f"<</Length {len(content)}>> stream\n".encode()
        objects[7 + 2 * page] = head + content + b"\nendstream"
    parents = {child: e for e in elements for child in e.children if isinstance(child, Element)}
    for element in elements:
        above = number[parents[element]] if element in parents else 3
        below = " ".join(
            f"{number[child]} 0 R"
            if isinstance(child, Element)
            else f"<</Type /MCR /Pg {6 + 2 * child.page} 0 R /MCID {marks[child]}>>"
            for child in element.children
        )
        objects[number[element]] = (
            f"<</Type /StructElem /S /{element.kind} /P {above} 0 R /K [{below}]>>"
        )
    objects |= _outline(bookmarks, first_element + len(elements))
    return _file(objects)


def _drawn(shown: Shown) -> bytes:
    baseline = HEIGHT - shown.top - 0.79 * shown.size
    words = shown.words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = "F2" if shown.bold else "F1"
    text = f"BT /{font} {shown.size} Tf {shown.x} {baseline:.2f} Td ({words}) Tj ET"
    return text.encode("cp1252")


def _references(numbers: Iterator[int] | Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _outline(bookmarks: Sequence[tuple[str, int]], root: int) -> dict[int, str | bytes]:
    if not bookmarks:
        return {}
    last = root + len(bookmarks)
    entries: dict[int, str | bytes] = {root: f"<</First {root + 1} 0 R /Last {last} 0 R>>"}
    for at, (title, page) in enumerate(bookmarks, root + 1):
        following = f" /Next {at + 1} 0 R" if at < last else ""
        entries[at] = (
            f"<</Title ({title}) /Parent {root} 0 R /Dest [{6 + 2 * page} 0 R /Fit]{following}>>"
        )
    return entries


def _file(objects: Mapping[int, str | bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number in sorted(objects):
        held = objects[number]
        places.append(len(out))
        out += f"{number} 0 obj ".encode()
        out += (held if isinstance(held, bytes) else held.encode("cp1252")) + b" endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(places) + 1
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer <</Size {size} /Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )
