"""What an HTML element looks like by its tag and its `style` attribute; style sheets are not read.

The tags' own looks are those of browsers (HTML Living Standard, 15.3); of CSS the handful of
properties is read that says what a paragraph is. Files saved by a word processor, and the pages
that committee systems make of them, carry their looks inline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from extract.reading.marked import Look

BODY_SIZE: Final = 12.0
"""The size of text where nothing is said: 16 px in points."""

# Bold tags, and the sizes of headings as shares of the text around them.
_BOLD: Final = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC: Final = frozenset({"i", "em", "cite", "dfn", "var", "address"})
_SCALES: Final = {
    "h1": 2.0,
    "h2": 1.5,
    "h3": 1.17,
    "h5": 0.83,
    "h6": 0.67,
    "small": 0.83,
    "big": 1.2,
    "sup": 0.83,
    "sub": 0.83,
}
_KEYWORDS: Final = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}
_UNITS: Final = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0}
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)")
_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
_SHORTHAND_SIZE = re.compile(r"(?:^|\s)(\d[\d.]*(?:pt|px|em|rem|%))")


class Style(NamedTuple):
    """What a child inherits; `left` in points from the edge of the column or cell."""

    look: Look = Look(BODY_SIZE)
    raised: bool = False
    capitals: bool = False
    preformatted: bool = False
    hidden: bool = False
    left: float = 0.0
    first: float = 0.0  # of the first line, from `left`


def declarations(style: str | None) -> dict[str, str]:
    """The properties of a `style` attribute, names and values in lower case."""
    if not style:
        return {}
    return {
        name: value.replace("!important", "").strip()
        for name, value in _DECLARATION.findall(style.lower())
    }


def style_of(tag: str, css: Mapping[str, str], parent: Style) -> Style:
    """The style of an element inside another."""
    look = parent.look
    size = _font_size(tag, css, look.size)
    bold = look.bold or tag in _BOLD
    weight = css.get("font-weight", "")
    if weight or "font" in css:
        said = weight or css["font"]
        bold = bool(re.search(r"\b(?:bold|bolder|[6-9]00)\b", said)) or (bold and not weight)
    slant = css.get("font-style", "")
    italic = look.italic or tag in _ITALIC if not slant else slant in ("italic", "oblique")
    font = css.get("font-family", look.font).split(",")[0].strip("'\" ")
    raised = parent.raised or tag == "sup"
    if "vertical-align" in css:
        raised = css["vertical-align"] == "super"
    case = css.get("text-transform")
    space = css.get("white-space", "pre" if tag == "pre" else None)
    visibility = css.get("visibility")
    return Style(
        Look(size, bold, italic, font),
        raised,
        parent.capitals if case is None else case == "uppercase",
        parent.preformatted if space is None else space.startswith("pre"),
        parent.hidden if visibility is None else visibility in ("hidden", "collapse"),
        parent.left + _margin(css, size),
        length(css.get("text-indent", ""), size) if "text-indent" in css else parent.first,
    )


def is_gone(css: Mapping[str, str]) -> bool:
    """Whether an element takes no place on the page at all."""
    return css.get("display") == "none" or css.get("mso-hide") == "all"


def is_tab(css: Mapping[str, str]) -> bool:
    """Whether an element without words stands for a tab, as word processors write one."""
    return "mso-tab-count" in css or (css.get("display") == "inline-block" and "width" in css)


def length(value: str, size: float) -> float:
    """A CSS length in points; `size` is what an em is worth. 0 for what is no length."""
    found = _LENGTH.fullmatch(value.strip())
    if found is None:
        return 0.0
    number, unit = float(found[1]), found[2]
    if unit == "em":
        return number * size
    return number * (BODY_SIZE if unit == "rem" else _UNITS.get(unit, 0.0))


def _font_size(tag: str, css: Mapping[str, str], around: float) -> float:
    value = css.get("font-size", "")
    if not value and (found := _SHORTHAND_SIZE.search(css.get("font", ""))):
        value = found[1]
    if value.endswith("%"):
        return around * _number(value[:-1]) / 100 or around
    if value in _KEYWORDS:
        return _KEYWORDS[value]
    return length(value, around) or around * _SCALES.get(tag, 1.0)


def _margin(css: Mapping[str, str], size: float) -> float:
    """The left margin and padding of an element."""
    return sum(_side(css, name, size) for name in ("margin", "padding"))


def _side(css: Mapping[str, str], name: str, size: float) -> float:
    if f"{name}-left" in css:
        return length(css[f"{name}-left"], size)
    sides = css.get(name, "").split()
    if not sides:
        return 0.0
    return length(sides[3] if len(sides) == 4 else sides[min(1, len(sides) - 1)], size)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
