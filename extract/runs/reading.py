"""One document read to the end, in whichever process: a task in, a result out, both small to send.

The same function is run by a worker of this machine and can be run by one of a cluster. It knows
nothing of the database. A document that cannot be read, or not within the limits that can be kept
from inside, gives a result with a problem; time and memory are kept from outside (see `watch`).
"""

from __future__ import annotations

import time
from typing import BinaryIO

import psutil

from extract.addresses import opened
from extract.digests import digest, unreadable
from extract.options import Options
from extract.pipeline import record_of
from extract.reading.errors import ReadingError
from extract.runs.limits import MEGABYTE, Limits
from extract.runs.tasks import Result, Task
from extract.sources import lay_out_source
from schemas import Problem
from schemas.vocabulary import ProblemCode


class LimitError(Exception):
    """A document goes beyond a limit that is kept from inside; `code` says which."""

    def __init__(self, code: ProblemCode, message: str) -> None:
        super().__init__(message)
        self.code = code


def read(task: Task, options: Options, limits: Limits) -> Result:
    """Read a document. Never fails: what goes wrong is the result's problem."""
    start = time.perf_counter()
    sha256 = size = mtime_ns = record = problem = None
    try:
        with opened(task.path) as (file, status):
            size, mtime_ns = status.size, status.mtime_ns
            sha256 = digest(file)
            record = _record(file, size, task.name, options, limits)
    except OSError as error:
        problem = unreadable(error)
    except (ReadingError, LimitError) as error:
        problem = Problem(code=error.code, message=str(error))
    except MemoryError:
        problem = Problem(
            code=ProblemCode.OUT_OF_MEMORY, message="There was no memory left to read the file."
        )
    except Exception as error:  # the parser's own fault: the batch goes on, the ledger says so
        problem = Problem(
            code=ProblemCode.CRASHED, message=f"The parser failed: {type(error).__name__}: {error}"
        )
    seconds = time.perf_counter() - start
    return Result(task, sha256, size, mtime_ns, record, problem, seconds, peak_memory())


def peak_memory() -> int:
    """The most bytes that this process has held in main memory so far."""
    memory = psutil.Process().memory_info()
    if hasattr(memory, "peak_wset"):  # Windows
        return int(memory.peak_wset)
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if psutil.MACOS else most * 1024


def _record(file: BinaryIO, size: int, name: str, options: Options, limits: Limits) -> bytes:
    """The record as JSON. Raises ReadingError or LimitError."""
    if size > limits.file_size:
        raise LimitError(
            ProblemCode.TOO_LARGE,
            f"The file has {_megabytes(size)}; {_megabytes(limits.file_size)} are read at most.",
        )
    file.seek(0)
    laid_out = lay_out_source(file.read(), name, options.ocr)
    pages = laid_out.source().pages or 0
    if pages > limits.pages:
        raise LimitError(
            ProblemCode.TOO_MANY_PAGES,
            f"The file has {pages:,} pages; {limits.pages:,} are read at most.",
        )
    record = record_of(laid_out, options).model_dump_json().encode()
    if len(record) > limits.output:
        raise LimitError(
            ProblemCode.OUTPUT_TOO_LARGE,
            f"The record has {_megabytes(len(record))};"
            f" {_megabytes(limits.output)} are kept at most.",
        )
    return record


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.1f} MB"
