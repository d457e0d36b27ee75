"""The functions of pdfium that read a structure tree, with handles that are plain numbers.

pypdfium2 makes a Python object of every handle, which takes four times as long as the call; a page
needs some hundred. A handle of 0 or None stands for nothing; text goes into a buffer, as UTF-16
with two bytes of zero behind it, and the length in bytes comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, c_int, c_ulong, c_void_p, cast
from typing import Any, Final

from pypdfium2 import raw

TEXT_OBJECT: Final[int] = raw.FPDF_PAGEOBJ_TEXT


def _prototype(function: object, result: type[Any] | None, *arguments: type[Any]) -> Any:
    return CFUNCTYPE(result, *arguments)(cast(function, c_void_p).value)  # type: ignore[arg-type]


load_page: Callable[[int, int], int | None] = _prototype(
    raw.FPDF_LoadPage, c_void_p, c_void_p, c_int
)
close_page: Callable[[int], None] = _prototype(raw.FPDF_ClosePage, None, c_void_p)
tree_of: Callable[[int], int | None] = _prototype(
    raw.FPDF_StructTree_GetForPage, c_void_p, c_void_p
)
close_tree: Callable[[int], None] = _prototype(raw.FPDF_StructTree_Close, None, c_void_p)
count_roots: Callable[[int], int] = _prototype(raw.FPDF_StructTree_CountChildren, c_int, c_void_p)
root_of: Callable[[int, int], int | None] = _prototype(
    raw.FPDF_StructTree_GetChildAtIndex, c_void_p, c_void_p, c_int
)
type_of: Callable[[int, object, int], int] = _prototype(
    raw.FPDF_StructElement_GetType, c_ulong, c_void_p, c_void_p, c_ulong
)
count_children: Callable[[int], int] = _prototype(
    raw.FPDF_StructElement_CountChildren, c_int, c_void_p
)
child_of: Callable[[int, int], int | None] = _prototype(
    raw.FPDF_StructElement_GetChildAtIndex, c_void_p, c_void_p, c_int
)
content_below: Callable[[int, int], int] = _prototype(
    raw.FPDF_StructElement_GetChildMarkedContentID, c_int, c_void_p, c_int
)
count_objects: Callable[[int], int] = _prototype(raw.FPDFPage_CountObjects, c_int, c_void_p)
object_at: Callable[[int, int], int | None] = _prototype(
    raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int
)
object_type: Callable[[int], int] = _prototype(raw.FPDFPageObj_GetType, c_int, c_void_p)
content_of: Callable[[int], int] = _prototype(raw.FPDFPageObj_GetMarkedContentID, c_int, c_void_p)
bounds_of: Callable[..., int] = _prototype(
    raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p
)
