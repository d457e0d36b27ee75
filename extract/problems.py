"""Every code of a problem: its cause, what to do about it, and the exit code of `parse` by it.

The one place: `docs/failures.md`, the table `problem_codes`, the ledger of the site and that of
`council-reports status` are made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from extract.exits import ExitCode
from schemas.vocabulary import ProblemCode


class Advice(NamedTuple):
    """A problem in words; `exit_code` is that of `parse`, None where it prints a record with it."""

    cause: str
    remedy: str
    exit_code: ExitCode | None = None


#: Whatever is fetched or saved anew is read by the next build.
ADVICE: Final[Mapping[ProblemCode, Advice]] = MappingProxyType(
    {
        ProblemCode.NOT_FOUND: Advice(
            "The file was not there.", "Fetch it again.", ExitCode.NOT_FOUND
        ),
        ProblemCode.UNREADABLE: Advice(
            "The file is there, but cannot be opened.",
            "Look at its permissions and at the disk, then build with --retry-failed.",
            ExitCode.UNREADABLE,
        ),
        ProblemCode.UNSUPPORTED: Advice(
            "A kind of file that is not read.",
            "Save it as PDF, Word (docx), HTML or text.",
            ExitCode.UNSUPPORTED,
        ),
        ProblemCode.NOT_A_PDF: Advice(
            "Called a PDF, but it is none; often a web page that says “not found”.",
            "Fetch it again.",
            ExitCode.UNSUPPORTED,
        ),
        ProblemCode.ENCRYPTED: Advice(
            "Locked with a password.",
            "Save it without one, or ask the council for an open copy.",
            ExitCode.ENCRYPTED,
        ),
        ProblemCode.DAMAGED: Advice("The file is damaged.", "Fetch it again.", ExitCode.DAMAGED),
        ProblemCode.EMPTY: Advice("Nothing is in the file.", "Fetch it again.", ExitCode.NO_TEXT),
        ProblemCode.NO_TEXT: Advice(
            "Pictures of pages, without words.",
            "Install the reader of pictures (OCR).",
            ExitCode.NO_TEXT,
        ),
        ProblemCode.NO_PAGES: Advice("The file has no pages.", "Fetch it again.", ExitCode.DAMAGED),
        ProblemCode.TOO_LARGE: Advice(
            "The file has more bytes than are read.",
            "Split it, or build with --retry-failed and a higher --max-size.",
        ),
        ProblemCode.TOO_MANY_PAGES: Advice(
            "The file has more pages than are read.",
            "Split it, or build with --retry-failed and a higher --max-pages.",
        ),
        ProblemCode.TIMED_OUT: Advice(
            "Reading took too long, and was ended.",
            "Look at the file: some are made to take for ever. If it is a paper, build with"
            " --retry-failed and a higher --timeout and --cpu-time.",
        ),
        ProblemCode.OUT_OF_MEMORY: Advice(
            "Reading took too much memory, and was ended.",
            "Look at the file: some are made to fill a machine. If it is a paper, build with"
            " --retry-failed and a higher --memory.",
        ),
        ProblemCode.OUTPUT_TOO_LARGE: Advice(
            "The record is larger than one that is kept.",
            "Split the file, or build with --retry-failed and a higher --max-output.",
        ),
        ProblemCode.CRASHED: Advice(
            "The parser failed, twice where its process died: a fault of this program.",
            "Report it with the file; build with --retry-failed after an update.",
        ),
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
)
