"""Parse what the gold names, in worker processes, and score it.

With `leave_out` a document is read a second time, by a lexicon that lacks what that document's
council alone has taught it; where it has taught nothing, the first reading stands for both.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from extract.evaluate.gold import Gold
from extract.evaluate.scoring import DocumentScore, score_document
from extract.lexicon.provenance import leaving_out, only_from
from extract.pipeline import lay_out_file, record_of
from extract.reading.errors import ReadingError
from schemas import Document

JOBS = 2
"""Documents that are read at once."""


@dataclass(frozen=True)
class Reading:
    """A document as it was read, or why it could not be."""

    document: Document | None
    problem: str | None = None


@dataclass(frozen=True)
class Scored:
    """A document of the gold: how it was read and scored.

    `unseen` is the score without what its council has taught the lexicon; None if not asked for.
    """

    gold: Gold
    reading: Reading
    score: DocumentScore
    unseen: DocumentScore | None = None

    @property
    def name(self) -> str:
        """The document's path below the folder of documents."""
        return self.gold.stated.document

    @property
    def reader(self) -> str:
        """By what the words were taken from the file; "unread" where they were not."""
        return self.reading.document.source.reader.value if self.reading.document else "unread"


def evaluate(
    golds: Sequence[Gold], documents: Path, *, leave_out: bool = False, jobs: int = JOBS
) -> Iterator[Scored]:
    """Read and score each document, in the order of the gold, as they come.

    `documents` is the folder that the gold's paths start from. A document that cannot be read, or
    that makes the parser fail, is scored as one in which nothing was found.
    """
    workers = min(jobs, os.cpu_count() or 1)
    # Spawned: a fork of a process that has threads (a progress bar's) may hang.
    pool = ProcessPoolExecutor(workers, get_context("spawn"))
    try:
        started = []
        for gold in golds:
            file, council = documents / gold.stated.document, gold.owner.key
            taught = leave_out and bool(only_from(council))
            started.append(pool.submit(read, file, council if taught else None))
        for gold, readings in zip(golds, started, strict=True):
            known, unknown = readings.result()
            score = score_document(gold.stated, known.document)
            if not leave_out:
                unseen = None
            elif unknown is known:
                unseen = score
            else:
                unseen = score_document(gold.stated, unknown.document)
            yield Scored(gold, known, score, unseen)
    finally:  # also where nobody takes the rest
        pool.shutdown(cancel_futures=True)


def read(file: Path, left_out: str | None = None) -> tuple[Reading, Reading]:
    """One file read with the whole lexicon, and without the lines of a council; None: the same.

    Its pages are read and laid out once, since neither asks the lexicon.
    """
    try:
        laid_out = lay_out_file(file).kept()
        known = Reading(record_of(laid_out))
        if left_out is None:
            return known, known
        with leaving_out(left_out):
            return known, Reading(record_of(laid_out))
    except ReadingError as error:
        unread = Reading(None, f"{error.code}: {error}")
    except Exception as error:  # the parser's own fault: a result to be told, not the run's end
        unread = Reading(None, f"crashed: {type(error).__name__}: {error}")
    return unread, unread
