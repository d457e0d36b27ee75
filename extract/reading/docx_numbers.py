"""The labels of Word's automatic lists: counted here, since the file only says how to count.

ECMA-376 part 1, 17.9. A paragraph names an instance (`w:num`) and a level; the instance names an
abstract definition with up to nine levels, and may override some. Instances of one definition
count on together; an instance with a start of its own begins anew when it is first used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from extract.reading.docx_styles import Styles, indents_of, is_on, whole
from extract.reading.glyphs import clean
from extract.reading.numerals import ordinal, repeated, roman

_PLACE = re.compile(r"%([1-9])")
_BULLET: Final = "•"
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level counts and shows its count."""

    text: str  # "%1.%2", or the bullet
    form: str = "decimal"
    start: int = 1
    restart: int | None = None  # the level (from 1) whose use resets this one; 0 for never
    legal: bool = False  # all counts in digits
    left: float | None = None
    first: float | None = None
    style: str = ""  # the paragraph style that goes with the level


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it is shown, and the indents of its level: points, None where not said."""

    text: str
    left: float | None = None
    first: float | None = None


@dataclass(frozen=True, slots=True)
class _Instance:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbers:
    """The lists of a document, counting while it is read from start to end."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._instances: dict[str, _Instance] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        abstracts = {a.get("w_abstractNumId", ""): a for a in root.findall("w_abstractNum")}
        numbers = {n.get("w_numId", ""): n for n in root.findall("w_num")}
        for key, number in numbers.items():
            abstract = _named(number)
            definition = abstracts.get(abstract)
            if definition is None:
                continue
            link = definition.find("w_numStyleLink")
            if link is not None:  # the levels stand in the list that a style names
                linked = numbers.get(styles.list_of(link.get("w_val", "")))
                abstract = _named(linked) if linked is not None else abstract
                definition = abstracts.get(abstract, definition)
            levels = _levels(definition.findall("w_lvl"))
            starts: dict[int, int] = {}
            for override in number.findall("w_lvlOverride"):
                at = whole(override.get("w_ilvl"), 0)
                levels.update(_levels(override.findall("w_lvl")))
                begin = override.find("w_startOverride")
                if begin is not None:
                    starts[at] = whole(begin.get("w_val"), 1)
            self._instances[key] = _Instance(abstract, levels, starts)

    def level_of(self, list_id: str, style_id: str) -> int:
        """The level of a list that goes with a paragraph style; 0 where none does."""
        instance = self._instances.get(list_id)
        levels = instance.levels if instance is not None else {}
        return next((at for at, level in levels.items() if style_id and level.style == style_id), 0)

    def next(self, list_id: str, at: int) -> Label | None:
        """Count one more paragraph at a level (from 0); None where the list has no such level."""
        instance = self._instances.get(list_id)
        level = instance.levels.get(at) if instance is not None else None
        if instance is None or level is None:
            return None
        counts = self._counts.setdefault(instance.abstract, {})
        if at in instance.starts and (list_id, at) not in self._started:
            self._started.add((list_id, at))
            counts[at] = instance.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        for deeper in [d for d in counts if d > at and _resets(instance.levels.get(d), at)]:
            del counts[deeper]
        return Label(_text(instance, at, counts), level.left, level.first)


def _resets(level: _Level | None, used: int) -> bool:
    """Whether a level starts anew after a paragraph of a higher level (from 0)."""
    if level is None or level.restart is None:
        return True
    return used < level.restart


def _text(instance: _Instance, at: int, counts: dict[int, int]) -> str:
    level = instance.levels[at]
    if level.form == "bullet":
        return level.text

    def shown(place: re.Match[str]) -> str:
        other = int(place[1]) - 1
        inner = instance.levels.get(other)
        if inner is None or other > at:
            return ""
        count = counts.get(other, inner.start)
        return _numeral(count, "decimal" if level.legal and inner.form != "none" else inner.form)

    return _PLACE.sub(shown, level.text).strip()


def _numeral(count: int, form: str) -> str:
    match form:
        case "none":
            return ""
        case "lowerRoman":
            return roman(count)
        case "upperRoman":
            return roman(count).upper()
        case "lowerLetter":
            return repeated(count)
        case "upperLetter":
            return repeated(count).upper()
        case "decimalZero":
            return f"{count:02}"
        case "ordinal":
            return ordinal(count)
        case _:
            return str(count)


def _levels(elements: Iterable[Element]) -> dict[int, _Level]:
    return {
        at: _level(element)
        for element in elements
        if 0 <= (at := whole(element.get("w_ilvl"), 0)) <= _DEEPEST
    }


def _level(element: Element) -> _Level:
    form = element.find("w_numFmt")
    if form is None:  # a format of later versions stands beside the one for earlier readers
        form = element.find("mc_AlternateContent/mc_Fallback/w_numFmt")
    kind = form.get("w_val", "decimal") if form is not None else "decimal"
    text = _text_of(element, "w_lvlText")
    if kind == "bullet":
        fonts = element.find("w_rPr/w_rFonts")
        text = _bullet(text, fonts.get("w_ascii", "") if fonts is not None else "")
    restart, legal = element.find("w_lvlRestart"), element.find("w_isLgl")
    left, first = indents_of(element.find("w_pPr"))
    return _Level(
        text,
        kind,
        whole(_text_of(element, "w_start"), 0),
        whole(restart.get("w_val"), 0) if restart is not None else None,
        legal is not None and is_on(legal.get("w_val", "1")),
        left,
        first,
        _text_of(element, "w_pStyle"),
    )


def _bullet(text: str, font: str) -> str:
    """The mark of a bulleted list; what only a symbol font could show becomes a bullet."""
    shown = clean(text, font).strip()
    if not shown or any("\ue000" <= character <= "\uf8ff" for character in shown):
        return _BULLET
    return shown


def _text_of(element: Element, name: str) -> str:
    found = element.find(name)
    return found.get("w_val", "") if found is not None else ""


def _named(number: Element) -> str:
    return _text_of(number, "w_abstractNumId")
