"""Many files into one database: find, choose what has to be read, read in workers, save.

One writer: this process saves what the workers send back, a document and its file in one
transaction. A document is known by the SHA-256 of its bytes. One that gives no words is kept too,
with the problem that stopped it, so that nothing goes missing in silence. The files that were read
are kept beside the database, for the site to show values where they stand.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from extract.options import DEFAULTS, Options
from extract.originals import Originals
from extract.runs.choice import NOTHING_ELSE, Step, Wanted, choose
from extract.runs.find import Found
from extract.runs.limits import DEFAULTS as DEFAULT_LIMITS
from extract.runs.limits import Limits, cores
from extract.runs.outcome import Outcome, State, Tally
from extract.runs.pool import Pool
from extract.runs.readers import Readers, ReadersError
from extract.runs.saving import Saving
from extract.runs.writer import OneWriter
from extract.store import RunCounts, Store


@dataclass(frozen=True)
class Settings:
    """How a build goes about it. `jobs` documents are read at once, each within `limits`.

    The files that were read, now or in an earlier build, are kept in `originals`, where given.
    `cluster` is the address of a Dask scheduler whose workers read instead of this machine's.
    """

    options: Options = DEFAULTS
    limits: Limits = DEFAULT_LIMITS
    wanted: Wanted = NOTHING_ELSE
    jobs: int | None = None
    originals: Originals | None = None
    cluster: str | None = None

    def readers(self) -> Readers:
        """Those who shall read, on their share of the cores each.

        Raises ReadersError where a package for that is missing.
        """
        if self.cluster is None:
            jobs = self.jobs or cores()
            return Pool(jobs, self.options.on(max(1, cores() // jobs)), self.limits)
        try:
            from extract.runs.cluster import Cluster
        except ImportError as error:
            raise ReadersError(
                "A cluster needs dask: install it with `pip install 'council-reports[cluster]'`"
            ) from error
        return Cluster(self.cluster, self.options.on(1), self.limits)


class Build:
    """A build under way: its outcomes as they come, and all counted so far."""

    def __init__(self, found: Found, db: Path, settings: Settings = Settings()) -> None:
        self.found = found
        self.tally = Tally()
        self._path = db
        self._settings = settings
        self._readers = settings.readers()

    @property
    def memory(self) -> int:
        """Bytes that the workers hold in main memory."""
        return self._readers.memory

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Bring the database up to date, and tell of each file as it is done with.

        A generator: the work is done as the outcomes are taken. Whoever closes it stops the build
        between two documents, with all before saved and its entry in `runs` left open.

        Raises:
            StoreError: where the database can't be used; DiskError where the disk is full.
            BeingWrittenError: where another build writes to it.
            ReadersError: where no worker can be started, or the cluster is gone.
        """
        with OneWriter(self._path), Store(self._path) as store, self._readers:
            saving = Saving(store, self._settings.originals)
            try:
                for outcome in self._outcomes(store, saving):
                    self.tally.add(outcome)
                    yield outcome
            except BaseException:
                store.stop_run(saving.run, self._counts())
                raise
            saving.finish(self.found, self._counts())

    def _outcomes(self, store: Store, saving: Saving) -> Generator[Outcome, None, None]:
        readers = self._readers
        for chosen in choose(store, self.found.paths, self._settings.wanted):
            if chosen.step is not Step.READ:
                yield saving.without_reading(chosen)
                continue
            results = [] if readers.room else [readers.take()]
            readers.put(chosen.task)  # before saving, so that no worker waits for that
            for result in results:
                yield saving.save(result)
        while readers.busy:
            yield saving.save(readers.take())

    def _counts(self) -> RunCounts:
        states = self.tally.states
        return RunCounts(
            found=len(self.found),
            not_taken=self.found.not_taken,
            read=states[State.READ],
            unchanged=states[State.UNCHANGED] + states[State.FAILED_BEFORE],
            failed=states[State.FAILED],
        )
