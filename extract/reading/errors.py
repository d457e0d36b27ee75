"""Named errors of reading: what happened, what to do, and the code that the ledger keeps."""

from __future__ import annotations

from schemas.vocabulary import ProblemCode


class ReadingError(Exception):
    """A file that gives no words. `code` goes into the ledger, the message to the reader."""

    code: ProblemCode = ProblemCode.DAMAGED


class FileMissingError(ReadingError):
    """There is no such file."""

    code = ProblemCode.NOT_FOUND


class UnreadableError(ReadingError):
    """The file is there, but the system does not give its bytes."""

    code = ProblemCode.UNREADABLE


class UnsupportedError(ReadingError):
    """A format that no reader here knows."""

    code = ProblemCode.UNSUPPORTED


class NotAPdfError(ReadingError):
    """Named or served as a PDF, but its bytes are none."""

    code = ProblemCode.NOT_A_PDF


class EncryptedError(ReadingError):
    """Needs a password."""

    code = ProblemCode.ENCRYPTED


class DamagedError(ReadingError):
    """A broken file: truncated, or its structure can't be followed."""

    code = ProblemCode.DAMAGED


class EmptyError(ReadingError):
    """No bytes at all."""

    code = ProblemCode.EMPTY


class NoPagesError(ReadingError):
    """A PDF without a single page."""

    code = ProblemCode.NO_PAGES


class NoTextError(ReadingError):
    """Pages without a usable text layer: a scan."""

    code = ProblemCode.NO_TEXT
