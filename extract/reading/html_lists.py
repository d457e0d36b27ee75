"""The labels of lists in HTML, counted as a browser counts them.

HTML Living Standard, 4.4.5 to 4.4.8: `type`, `start`, `reversed` on a list, `value` on its items,
and the list styles of CSS where they stand on the element.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from extract.reading.html_style import declarations
from extract.reading.numerals import alphabetic, roman

_BULLET: Final = "•"
_FORMS: Final = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}


class ListCounter:
    """Counts the items of one list."""

    def __init__(self, form: str, at: int, step: int) -> None:
        self._form, self._at, self._step = form, at, step

    @classmethod
    def of(cls, node: LexborNode) -> ListCounter:
        """A counter for the items that are an element's children."""
        attributes = node.attributes
        css = declarations(attributes.get("style"))
        ordered = node.tag == "ol"
        form = _FORMS.get(attributes.get("type") or "", "decimal") if ordered else "disc"
        form = _list_form(css) or form
        backwards = ordered and "reversed" in attributes
        start = whole(attributes.get("start"))
        if start is None:
            start = len(_items(node)) if backwards else 1
        return cls(form, start, -1 if backwards else 1)

    def next(self, item: LexborNode, css: Mapping[str, str]) -> str:
        """The label of the next item."""
        at = whole(item.attributes.get("value"))
        at = self._at if at is None else at
        self._at = at + self._step
        match _list_form(css) or self._form:
            case "none":
                return ""
            case "decimal":
                return f"{at}."
            case "lower-alpha" | "lower-latin":
                return f"{alphabetic(at)}."
            case "upper-alpha" | "upper-latin":
                return f"{alphabetic(at).upper()}."
            case "lower-roman":
                return f"{roman(at)}."
            case "upper-roman":
                return f"{roman(at).upper()}."
            case _:
                return _BULLET


def _list_form(css: Mapping[str, str]) -> str:
    return css.get("list-style-type") or css.get("list-style", "").split(" ")[0]


def _items(node: LexborNode) -> list[LexborNode]:
    child, items = node.first_child, []
    while child is not None:
        if child.tag == "li":
            items.append(child)
        child = child.next
    return items


def whole(value: str | None) -> int | None:
    """The whole number in an attribute, or None."""
    try:
        return int((value or "").strip())
    except ValueError:
        return None
