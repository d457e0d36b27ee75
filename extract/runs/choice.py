"""Which files of a build have to be read: new ones, changed ones, those somebody asks for again.

A file that is as its row in `files` says costs one `stat`; one whose time or path is new, but
not its size, is hashed; all others are read, and hashed where they are read.

A document may lie under several paths. It is kept, and read, under the first of them, so that
neither the order in which files come back from the workers nor a build that is cut short makes a
difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice
from pathlib import PurePath
from typing import Final

from extract.addresses import UNKNOWN, exists, status_of
from extract.digests import digest_of, unreadable
from extract.options import PARSER_VERSION
from extract.runs.find import shown
from extract.runs.tasks import Task
from extract.store import Store
from extract.store.files import Seen, Stored
from schemas import Problem

_AT_ONCE: Final = 500
"""Files that are looked up together."""


@dataclass(frozen=True)
class Wanted:
    """What is read beside new and changed files, and what is left out."""

    retry_failed: bool = False
    """Read again what could not be read."""
    reparse: bool = False
    """Read everything again."""
    changed_since: int | None = None
    """Leave out files that were last changed before this moment, ns since 1970."""

    def again(self, stored: Stored) -> bool:
        """Whether a document is read again though nothing about it is new."""
        return self.reparse or (self.retry_failed and stored.problem is not None)


NOTHING_ELSE: Final = Wanted()


class Step(Enum):
    """What is to be done with a file."""

    READ = "read"
    RENAME = "rename"
    """The document is here, but this path comes before the one that it is kept under."""
    KNOWN = "known"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Chosen:
    """A file and what is to be done with it.

    `file` is what is known of it, `stored` the document that it is, if that is here; `noted` says
    that its row in `files` is as it should be.
    """

    step: Step
    task: Task
    file: Seen
    stored: Stored | None = None
    problem: Problem | None = None
    noted: bool = False


def choose(store: Store, paths: Sequence[str], wanted: Wanted) -> Iterator[Chosen]:
    """Say of each file, in order, what is to be done with it; they are looked up as it goes on."""
    complete = store.files.complete()
    rest = iter(paths)
    while some := tuple(islice(rest, _AT_ONCE)):
        yield from _choose(store, some, wanted, complete)


def settle(stored: Stored | None, task: Task) -> Step:
    """What is to be done with a document that may be here, for the file that a task is about."""
    if stored is None or stored.parser_version != PARSER_VERSION:
        return Step.READ
    if stored.path == task.name:
        return Step.READ if task.again else Step.KNOWN
    if stored.path is not None and stored.path < task.name and exists(stored.path):
        return Step.KNOWN
    # A file's name decides a little about its record: by its ending (see `open_source`).
    alike = stored.path is not None and _ending(stored.path) == _ending(task.name)
    return Step.RENAME if alike and not task.again else Step.READ


def _choose(store: Store, paths: Sequence[str], wanted: Wanted, complete: bool) -> Iterator[Chosen]:
    names = {path: shown(path) for path in paths}
    rows = store.files.seen(list(names.values()))
    looked = [_look(store, path, names[path], rows, wanted, complete) for path in paths]
    stored = store.files.stored({one.file.sha256 for one in looked if one.file.sha256})
    for one in looked:
        here = stored.get(one.file.sha256 or "")
        if one.step is not Step.READ or here is None:
            yield one
            continue
        task = replace(one.task, again=wanted.again(here))
        step = settle(here, task)
        noted = rows.get(task.name) == one.file
        yield Chosen(step, task, one.file, here, here.problem, noted=noted)


def _look(
    store: Store,
    path: str,
    name: str,
    rows: Mapping[str, Seen],
    wanted: Wanted,
    complete: bool,
) -> Chosen:
    """A file as it is now: with its digest, where the document that it is may be here."""
    task = Task(path, name)
    try:
        status = status_of(path)
        size, mtime = status.size, status.mtime_ns
        if wanted.changed_since is not None and mtime < wanted.changed_since:
            return Chosen(Step.LEFT_OUT, task, Seen(name, size, mtime))
        row = rows.get(name)
        alike = row is not None and (row.size, row.mtime_ns) == (size, mtime)
        if row is not None and row.sha256 and alike and mtime != UNKNOWN:
            return Chosen(Step.READ, task, row)
        known = not complete or store.files.may_be_known(size)
        sha256 = digest_of(path) if known else None
    except OSError as error:
        problem = unreadable(error)
        return Chosen(Step.UNREADABLE, task, Seen(name, problem=problem.code), problem=problem)
    return Chosen(Step.READ, task, Seen(name, size, mtime, sha256))


def _ending(path: str) -> str:
    return PurePath(path).suffix.lower()
