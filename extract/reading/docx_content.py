"""What the paragraphs of a Word file show: the characters of their runs, in order.

Revisions are accepted, hidden text is gone; fields show their results and not their codes, boxes
whether they are ticked; notes and comments leave nothing behind, not even their marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element as Xml

from extract.reading.docx_styles import Characters, Style, Styles, is_on, size_of, whole
from extract.reading.glyphs import clean
from extract.reading.marked import LINE_BREAK, TAB, TICKED, UNTICKED, Look, Run, is_mark

# What wraps paragraphs, rows, cells or runs without being one. Deletions are no wrappers.
_WRAPPERS: Final = frozenset(
    {
        *("w_ins", "w_moveTo", "w_smartTag", "w_customXml", "w_hyperlink", "w_fldSimple", "w_dir"),
        *("w_bdo", "w_ruby", "w_rubyBase", "m_oMathPara", "m_oMath"),
    }
)
_BLOCKS: Final = frozenset({"w_p", "w_tbl", "w_tr", "w_tc"})
_RUNS: Final = frozenset({"w_r", "m_r"})
_TEXTS: Final = frozenset({"w_t", "m_t"})
_SIGNS: Final = {
    "w_tab": TAB,
    "w_ptab": TAB,
    "w_br": LINE_BREAK,
    "w_cr": LINE_BREAK,
    "w_noBreakHyphen": "-",
}
_DRAWINGS: Final = frozenset({"w_drawing", "w_pict", "w_object", "mc_AlternateContent"})
# Spaces typed to set a label apart from what stands before it: "Jane Doe    Tel: 01632".
_WIDE = re.compile(r"(?<=\S)[ \xa0]{3,}(?=[A-Z][\w-]*(?: [\w-]+){0,2}:)")
_CODE = re.compile(r"[0-9A-Fa-f]{4}")


class Content:
    """The runs of one paragraph, with the text boxes anchored in it before and after its text."""

    def __init__(self, paragraph: Xml, styles: Styles, style: Style) -> None:
        self.runs: list[Run] = []
        self.boxes_before: list[Xml] = []
        self.boxes_after: list[Xml] = []
        self._styles = styles
        self._style = style
        self._fields: list[bool] = []  # those that are open; True while in the code
        for node in children(paragraph):
            if node.tag == "w_sdt":
                self._check_box(node)
            elif node.tag in _RUNS:
                self._run(node)

    def _add(self, text: str, look: Look) -> None:
        if not any(self._fields):
            self.runs.append((text, look))

    def _check_box(self, control: Xml) -> None:
        """A content control that is a check box: its state says more than the glyph in it."""
        state = control.find("w_sdtPr/w14_checkbox/w14_checked")
        ticked = state is not None and is_on(state.get("w14_val", "1"))
        look = look_of(self._styles.characters(self._style, None))
        self._add(TICKED if ticked else UNTICKED, look)

    def _run(self, run: Xml) -> None:
        set_as = self._styles.characters(self._style, run.find("w_rPr"))
        if set_as.hidden:
            return
        look = look_of(set_as)
        for part in run:
            if part.tag in _TEXTS:
                text = _WIDE.sub(TAB, part.text or "")
                if not (set_as.raised and is_mark(text)):
                    self._add(text.upper() if set_as.caps else text, look)
            elif part.tag in _SIGNS:
                self._add(_SIGNS[part.tag], look)
            elif part.tag == "w_sym":
                code = part.get("w_char", "")
                if _CODE.fullmatch(code):
                    self._add(clean(chr(int(code, 16)), part.get("w_font", "")), look)
            elif part.tag == "w_fldChar":
                self._field(part, look)
            elif part.tag in _DRAWINGS:
                has_text = any(not text.isspace() for text, _ in self.runs)
                (self.boxes_after if has_text else self.boxes_before).extend(_boxes(part))

    def _field(self, part: Xml, look: Look) -> None:
        match part.get("w_fldCharType"):
            case "begin":
                self._form_field(part, look)
                self._fields.append(True)
            case "separate" if self._fields:
                self._fields[-1] = False
            case "end" if self._fields:
                self._fields.pop()

    def _form_field(self, part: Xml, look: Look) -> None:
        """The state of a field of an old form: a check box or a list to choose from."""
        box = part.find("w_ffData/w_checkBox")
        if box is not None:
            state = box.find("w_checked")
            if state is None:
                state = box.find("w_default")
            ticked = state is not None and is_on(state.get("w_val", "1"))
            self._add(TICKED if ticked else UNTICKED, look)
        choices = part.findall("w_ffData/w_ddList/w_listEntry")
        if choices:
            result = part.find("w_ffData/w_ddList/w_result")
            at = whole(result.get("w_val"), 0) if result is not None else 0
            self._add(choices[min(max(at, 0), len(choices) - 1)].get("w_val", ""), look)


def children(parent: Xml) -> Iterator[Xml]:
    """The children of an element: wrappers opened, what was deleted left out.

    A content control that only shows its prompt ("Click to enter text") is left out; one that is a
    check box comes as it is.
    """
    for child in parent:
        if child.tag == "mc_AlternateContent":
            branch = _branch(child)
            if branch is not None:
                yield from children(branch)
        elif child.tag in _WRAPPERS:
            yield from children(child)
        elif child.tag == "w_sdt":
            yield from _controlled(child)
        else:
            yield child


def _controlled(control: Xml) -> Iterator[Xml]:
    """What a content control holds; the cell of a table stays, even if nothing was entered."""
    content = control.find("w_sdtContent")
    if content is None:
        return
    tags = {part.tag for part in content}
    prompts = control.find("w_sdtPr/w_showingPlcHdr") is not None
    if control.find("w_sdtPr/w14_checkbox") is not None and not tags & _BLOCKS:
        yield control
    elif not prompts or tags & {"w_tc", "w_tr"}:
        yield from children(content)


def _branch(alternate: Xml) -> Xml | None:
    """The branch for today's readers, else the one for old ones: both hold the same text."""
    choice = alternate.find("mc_Choice")
    return choice if choice is not None else alternate.find("mc_Fallback")


def _boxes(drawing: Xml) -> Iterable[Xml]:
    """The text boxes in a drawing; those in a box belong to the paragraphs of that box."""
    if drawing.tag == "mc_AlternateContent":
        branch = _branch(drawing)
        return _boxes(branch) if branch is not None else ()
    found: list[Xml] = []
    for child in drawing:
        if child.tag == "w_txbxContent":
            found.append(child)
        else:
            found += _boxes(child)
    return found


def look_of(characters: Characters) -> Look:
    """How characters are set, as far as blocks tell by it."""
    return Look(
        size_of(characters), bool(characters.bold), bool(characters.italic), characters.font or ""
    )
