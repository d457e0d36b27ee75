"""Exit codes of the command line: one number for each thing that a script may want to know."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What `council-reports` answers its caller. Each member's text is its documentation."""

    meaning: str

    def __new__(cls, value: int, meaning: str) -> ExitCode:
        """Make a member that is the number and carries what it means."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    OK = 0, "Done."
    UNEXPECTED = 1, "A fault of this program; the traceback says where."
    USAGE = 2, "An unknown command, option or value."
    NOT_FOUND = 3, "No such file or folder, or a folder without documents."
    UNSUPPORTED = 4, "A format that is not read, or a file that is not what its name says."
    ENCRYPTED = 5, "The file needs a password."
    DAMAGED = 6, "The file is broken, or has no pages."
    NO_TEXT = 7, "Nothing to read: an empty file, or a scan without a text layer."
    SOME_FAILED = 8, "`build` finished, but could not read every document or keep its original."
    BAD_DATABASE = 9, "The database can't be used: another program's file, or other tables."
    BEING_WRITTEN = 10, "Another `build` is writing to the database."
    DISK_FULL = 11, "No room on the disk; what was done is saved, the next `build` goes on."
    UNREADABLE = 12, "The file is there, but cannot be opened."
    NOT_EXPORTED = 13, "`export` can't write its folder, or lacks a package for the format."
    NO_READERS = 14, "No process, or no cluster, can read; what was done is saved."
    INTERRUPTED = 130, "`build` was stopped; what was done is saved, the next one goes on."
