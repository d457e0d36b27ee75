"""What each problem means to a reader, and what whoever keeps the archive can do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from schemas.vocabulary import ProblemCode


class Advice(NamedTuple):
    """A problem in words."""

    meaning: str
    remedy: str


#: Whatever is fetched or saved anew is read by the next build.
ADVICE: Final[Mapping[ProblemCode, Advice]] = {
    ProblemCode.NOT_FOUND: Advice("The file was not there.", "Fetch it again."),
    ProblemCode.UNSUPPORTED: Advice(
        "A kind of file that is not read.", "Save it as PDF, Word (docx), HTML or text."
    ),
    ProblemCode.NOT_A_PDF: Advice(
        "Called a PDF, but it is none; often a web page that says “not found”.", "Fetch it again."
    ),
    ProblemCode.ENCRYPTED: Advice(
        "Locked with a password.", "Save it without one, or ask the council for an open copy."
    ),
    ProblemCode.DAMAGED: Advice("The file is damaged.", "Fetch it again."),
    ProblemCode.EMPTY: Advice("Nothing is in the file.", "Fetch it again."),
    ProblemCode.NO_TEXT: Advice(
        "Pictures of pages, without words.", "Install the reader of pictures (OCR)."
    ),
    ProblemCode.NO_PAGES: Advice("The file has no pages.", "Fetch it again."),
    ProblemCode.PAGE_FAILED: Advice(
        "A page could not be read.", "Read that page in the paper itself."
    ),
    ProblemCode.PAGES_UNREAD: Advice(
        "Pages were left unread: pictures without words, or the end of a very long report.",
        "Install the reader of pictures (OCR), or read those pages in the paper itself.",
    ),
    ProblemCode.COUNCIL_UNKNOWN: Advice(
        "No council of the register is named.", "Say whose paper it is, with --council."
    ),
    ProblemCode.COUNCIL_AMBIGUOUS: Advice(
        "The name fits several councils.", "Say whose paper it is, with --council."
    ),
    ProblemCode.DATE_UNREADABLE: Advice(
        "What stands for a date is no day of the calendar.", "Look it up in the paper."
    ),
    ProblemCode.NO_RECOMMENDATIONS: Advice(
        "A report in which no recommendation was found.",
        "Look it up in the paper: some reports are for information only.",
    ),
    ProblemCode.NOT_A_REPORT: Advice(
        "Neither a report nor another paper of a meeting.", "None, unless it is one."
    ),
    ProblemCode.PACK_NOT_SPLIT: Advice(
        "A pack in which no report was found.", "Look for its reports published alone."
    ),
    ProblemCode.AGENDA_DISAGREES: Advice(
        "The agenda and a report give the meeting differently.",
        "Compare both: each is kept as it is printed.",
    ),
    ProblemCode.REPORT_NOT_FOUND: Advice(
        "The agenda gives pages for a report that is not in the pack.",
        "Look for it in a supplement, or published alone.",
    ),
}
