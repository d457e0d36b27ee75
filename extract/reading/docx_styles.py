"""How a Word document sets its paragraphs and characters: styles, inherited and overridden.

ECMA-376 part 1, 17.3 and 17.7. What a property is worth follows from the document's defaults, the
chain of paragraph styles, the chain of character styles, and what stands on the paragraph or run
itself, in that order. Table styles are left out: they colour grids, and set little else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final, TypeVar
from xml.etree.ElementTree import Element

# Points in a unit of a measure; a bare number is in twentieths of a point.
_UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_MEASURE = re.compile(r"([+-]?[\d.]+)([a-z]{2})?")
_HEADING = re.compile(r"heading ([1-9])")
_DEFAULT_SIZE: Final = 10.0  # where not even the document's defaults say (17.3.2.38)
_LONGEST_CHAIN: Final = 32  # of styles based on each other, which may run in a circle
_BODY_TEXT: Final = 9  # the outline level that says "no heading"


@dataclass(frozen=True, slots=True)
class Characters:
    """Properties of characters; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    size: float | None = None  # points
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Properties of paragraphs; None where nothing is said. Indents in points."""

    outline: int | None = None  # 0 for the top level
    list_id: str | None = None  # of a numbering instance; "0" for none
    list_level: int | None = None
    left: float | None = None
    first: float | None = None  # of the first line, from `left`


_Properties = TypeVar("_Properties", Characters, Paragraphs)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    names: tuple[str, ...] = ()  # its own and those it is based on
    paragraph: Paragraphs = Paragraphs()
    characters: Characters = Characters()
    list_owner: str = ""  # id of the style in the chain that names the list


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._characters = Characters()
        self._paragraphs = Paragraphs()
        if root is None:
            return
        for style in root.findall("w_style"):
            key = style.get("w_styleId", "")
            self._elements.setdefault(key, style)
            if style.get("w_type") == "paragraph" and is_on(style.get("w_default", "0")):
                self._default = key
        self._characters = character_properties(root.find("w_docDefaults/w_rPrDefault/w_rPr"))
        self._paragraphs = paragraph_properties(root.find("w_docDefaults/w_pPrDefault/w_pPr"))
        self._resolved: Callable[[str], Style] = cache(self._resolve)

    def paragraph(self, properties: Element | None) -> tuple[Style, Paragraphs]:
        """The style of a paragraph, and its properties with those of its own (`w:pPr`)."""
        style = self._style(_value(properties, "w_pStyle") or self._default)
        inherited = over(style.paragraph, self._paragraphs)
        return style, over(paragraph_properties(properties), inherited)

    def characters(self, style: Style, properties: Element | None) -> Characters:
        """The properties of a run (`w:rPr`) in a paragraph of a style.

        What both the paragraph's and the run's style make bold is plain again (17.7.3, toggles).
        """
        base = over(style.characters, self._characters)
        named = _value(properties, "w_rStyle")
        if named:
            own = self._style(named).characters
            merged = over(own, base)
            base = replace(
                merged,
                bold=_toggled(own.bold, base.bold),
                italic=_toggled(own.italic, base.italic),
                caps=_toggled(own.caps, base.caps),
                hidden=_toggled(own.hidden, base.hidden),
            )
        return over(character_properties(properties), base)

    def list_of(self, style_id: str) -> str:
        """The numbering instance that a list style names; empty where it names none."""
        return self._style(style_id).paragraph.list_id or ""

    def is_ruled(self, table: Element) -> bool:
        """Whether a table (`w:tbl`) has lines, of its own or by its style."""
        properties = table.find("w_tblPr")
        borders = properties.find("w_tblBorders") if properties is not None else None
        key = _value(properties, "w_tblStyle")
        for _ in range(_LONGEST_CHAIN):
            style = self._elements.get(key)
            if borders is not None or style is None:
                break
            borders = style.find("w_tblPr/w_tblBorders")
            key = _value(style, "w_basedOn")
        own = table.findall("w_tr/w_tc/w_tcPr/w_tcBorders")
        return any(_draws(element) for element in (borders, *own))

    def _style(self, key: str) -> Style:
        return self._resolved(key) if self._elements else Style()

    def _resolve(self, key: str) -> Style:
        chain: list[tuple[str, Element]] = []
        while (element := self._elements.get(key)) is not None and len(chain) < _LONGEST_CHAIN:
            chain.append((key, element))
            key = _value(element, "w_basedOn")
        names = tuple(_value(element, "w_name").lower() for _, element in chain)
        result = Style(names[0] if names else "", names)
        for key, element in reversed(chain):
            paragraph = paragraph_properties(element.find("w_pPr"))
            result = replace(
                result,
                paragraph=over(paragraph, result.paragraph),
                characters=over(character_properties(element.find("w_rPr")), result.characters),
                list_owner=key if paragraph.list_id is not None else result.list_owner,
            )
        return result


def heading_level(style: Style, properties: Paragraphs) -> int:
    """1 to 6 for a heading, by its outline level or its style; 0 for everything else."""
    if properties.outline is not None:
        return min(properties.outline + 1, 6) if properties.outline < _BODY_TEXT else 0
    for name in style.names:
        if found := _HEADING.fullmatch(name):
            return min(int(found[1]), 6)
    return 0


def size_of(characters: Characters) -> float:
    """The size of a run, in points."""
    return characters.size if characters.size is not None else _DEFAULT_SIZE


def over(upper: _Properties, lower: _Properties) -> _Properties:
    """The properties of `upper`, and of `lower` where `upper` says nothing."""
    said = {
        field.name: value
        for field in fields(upper)
        if (value := getattr(upper, field.name)) is not None
    }
    return replace(lower, **said) if said else lower


def character_properties(properties: Element | None) -> Characters:
    """What a `w:rPr` says."""
    if properties is None or len(properties) == 0:
        return Characters()
    size = _value(properties, "w_sz")
    raised = _value(properties, "w_vertAlign")
    fonts = properties.find("w_rFonts")
    return Characters(
        bold=_toggle(properties, "w_b"),
        italic=_toggle(properties, "w_i"),
        caps=_toggle(properties, "w_caps"),
        hidden=_toggle(properties, "w_vanish"),
        raised=raised == "superscript" if raised else None,
        # a bare size is in half points
        size=points(size) * (10 if size.replace(".", "").isdigit() else 1) if size else None,
        font=fonts.get("w_ascii", fonts.get("w_hAnsi")) if fonts is not None else None,
    )


def paragraph_properties(properties: Element | None) -> Paragraphs:
    """What a `w:pPr` says."""
    if properties is None or len(properties) == 0:
        return Paragraphs()
    outline = _value(properties, "w_outlineLvl")
    level = _value(properties, "w_numPr/w_ilvl")
    left, first = indents_of(properties)
    return Paragraphs(
        outline=whole(outline, _BODY_TEXT) if outline else None,
        list_id=_value(properties, "w_numPr/w_numId") or None,
        list_level=whole(level, 0) if level else None,
        left=left,
        first=first,
    )


def indents_of(properties: Element | None) -> tuple[float | None, float | None]:
    """The left indent that a `w:pPr` says, and that of the first line from there, in points."""
    indent = properties.find("w_ind") if properties is not None else None
    if indent is None:
        return None, None
    left = indent.get("w_start", indent.get("w_left"))
    hanging, first = indent.get("w_hanging"), indent.get("w_firstLine")
    shift = -points(hanging) if hanging is not None else None
    if shift is None and first is not None:
        shift = points(first)
    return (points(left) if left is not None else None), shift


def is_on(value: str) -> bool:
    """Whether the value of an on-off property means on."""
    return value.lower() not in ("0", "false", "off", "none")


def points(measure: str) -> float:
    """A measure in points; 0 for what is none."""
    found = _MEASURE.fullmatch(measure.strip())
    try:
        number = float(found[1]) if found else 0.0
    except ValueError:
        return 0.0
    return number * _UNITS.get(found[2], 0.0) if found and found[2] else number / 20


def whole(value: str | None, otherwise: int) -> int:
    """A whole number, or `otherwise` for what is none."""
    try:
        return int(value or "")
    except ValueError:
        return otherwise


def _toggle(properties: Element, name: str) -> bool | None:
    found = properties.find(name)
    return None if found is None else is_on(found.get("w_val", "1"))


def _toggled(own: bool | None, inherited: bool | None) -> bool:
    return bool(own) != bool(inherited)


def _draws(borders: Element | None) -> bool:
    """Whether any of some borders shows."""
    lines = borders if borders is not None else ()
    return any(line.get("w_val", "none") not in ("none", "nil") for line in lines)


def _value(element: Element | None, path: str) -> str:
    found = element.find(path) if element is not None else None
    return found.get("w_val", "") if found is not None else ""
