"""A build's log for programs: one JSON object a line, each with its event and its time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from extract.runs.build import Build
from extract.runs.find import shown
from extract.runs.outcome import Outcome, State


class Log:
    """Lines added to a file, each written at once: `start`, `document` or `failure`, `end`.

    A context manager; `end` has how many files there are of each state, and says whether the build
    came to its end.

    Raises:
        OSError: on entering, where the file can't be written.
    """

    def __init__(self, file: Path, build: Build) -> None:
        self._path = file
        self._build = build
        self._file: TextIO | None = None

    def __enter__(self) -> Log:
        self._file = self._path.open("a", encoding="utf-8", buffering=1)
        self._write("start", found=len(self._build.found), not_taken=self._build.found.not_taken)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        states = {state.value: count for state, count in self._build.tally.states.items()}
        self._write("end", finished=error is None, files=states)
        if self._file is not None:
            self._file.close()

    def tell(self, outcome: Outcome) -> None:
        """Add a line for a file."""
        told: dict[str, object] = {
            "path": shown(outcome.path),
            "state": outcome.state,
            "sha256": outcome.sha256,
        }
        if outcome.state is State.READ:
            told |= {"kind": outcome.kind, "pages": outcome.pages, "reports": outcome.reports}
        if outcome.state in (State.READ, State.FAILED):
            told["seconds"] = round(outcome.seconds, 3)
        if outcome.problem is not None:
            told |= {"code": outcome.problem.code, "message": outcome.problem.message}
        if outcome.not_kept is not None:
            told["not_kept"] = outcome.not_kept
        self._write("failure" if outcome.problem else "document", **told)

    def _write(self, event: str, **told: object) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        if self._file is not None:
            line = json.dumps({"event": event, "at": at, **told}, ensure_ascii=False)
            self._file.write(f"{line}\n")
