"""A database of many reports, to measure the site on: the sample reports, varied at random.

    python -m bench.archive FILE [--reports 50000] [--seed 5]

Each sample is parsed once. Its record is then given another council of the register, committee,
meeting, people and sums, and a part of its words are replaced: by words of all the samples, as
often as they stand there, and now and then by one of many invented words, each as rare as rare
words are. A third of the meetings have a pack, with an agenda, minutes and appendices; the papers
of the others are documents of their own. The same seed gives the same records.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import TypeVar

from bench.invention import Words, person
from bench.speed import ROOT
from extract.runs.find import find_documents
from extract.runs.saving import read_register
from extract.store import Register, RunCounts, Store
from schemas import (
    AgendaItem,
    Council,
    Document,
    Evidence,
    Meeting,
    Model,
    Part,
    Report,
    Sitting,
    Source,
)
from schemas.vocabulary import DocumentKind, PartKind, Reader

SAMPLES = ROOT / "corpus" / "reports"
#: Meetings with a pack.
PACKED = 1 / 3
FIRST_YEAR, LAST_YEAR = 2012, 2026
#: How many people a council has for its reports to name.
STAFF = 80

BODIES = (
    "Cabinet",
    "Council",
    "Planning Committee",
    "Licensing Committee",
    "Audit and Governance Committee",
    "Overview and Scrutiny Committee",
    "Health and Wellbeing Board",
    "Children and Families Panel",
    "Place and Environment Committee",
    "Housing Committee",
    "Pensions Committee",
    "Standards Committee",
)
_Model = TypeVar("_Model", bound=Model)


class Archive:
    """Documents of invented meetings of the register's councils."""

    def __init__(self, samples: Sequence[Document], register: Register, seed: int) -> None:
        self._rng = Random(seed)
        self._seed = seed
        self._reports = [report for sample in samples for report in sample.reports]
        self._papers = [part.text for sample in samples for part in sample.parts if part.text]
        sections = [section.text for report in self._reports for section in report.sections]
        self._words = Words(sections, self._rng)
        today = [row for row in register.values() if not row["end_date"]]
        self._councils = sorted(today, key=lambda row: str(row["code"]))
        self._weights = [self._rng.paretovariate(1.5) for _ in self._councils]

    def documents(self, reports: int) -> Iterator[Document]:
        """Documents with so many reports, meeting by meeting."""
        left, number = reports, 0
        while left:
            held = min(left, self._rng.randint(1, 9))
            left -= held
            for document in self._meeting(held):
                yield document.model_copy(update={"source": self._source(document, number)})
                number += 1

    def _meeting(self, held: int) -> Iterator[Document]:
        """The papers of one meeting."""
        (row,) = self._rng.choices(self._councils, self._weights)
        council = Council(name=row["official_name"], gss_code=row["gss_code"])
        meeting = Meeting(
            committee=self._rng.choice(BODIES),
            date=self._day(),
            time=f"{self._rng.randint(9, 19):02}:00",
        )
        reports = [self._report(council, meeting, str(row["code"])) for _ in range(held)]
        if self._rng.random() < PACKED:
            yield self._pack(council, meeting, reports)
            return
        for report in reports:
            _, last = report.pages or (1, 1)
            yield Document(
                source=_SOURCE,
                kind=DocumentKind.REPORT,
                council=council,
                reports=(report,),
                parts=(Part(kind=PartKind.REPORT, pages=(1, last), report=0),),
            )

    def _day(self) -> str:
        """A day, of later years more often."""
        years = range(FIRST_YEAR, LAST_YEAR + 1)
        (year,) = self._rng.choices(years, weights=range(4, 4 + len(years)))
        return f"{year}-{self._rng.randint(1, 12):02}-{self._rng.randint(1, 28):02}"

    def _report(self, council: Council, meeting: Meeting, code: str) -> Report:
        """A sample report with other words."""
        sample, vary, rng = self._rng.choice(self._reports), self._words.vary, self._rng
        factor = rng.lognormvariate(0, 1.5)

        def reworded(models: Iterable[_Model], field: str) -> tuple[_Model, ...]:
            return tuple(
                model.model_copy(update={field: vary(getattr(model, field))}) for model in models
            )

        return sample.model_copy(
            update={
                "council": council,
                "meeting": meeting,
                "title": f"{vary(sample.title or '')}: {self._words.name()}",
                "reference": f"{code}{rng.randint(1, 99999):05}",
                "key_decision": rng.choice((sample.key_decision, True, False, None)),
                "summary": sample.summary and vary(sample.summary),
                "reasons": sample.reasons and vary(sample.reasons),
                "alternatives": sample.alternatives and vary(sample.alternatives),
                "people": tuple(
                    person.model_copy(update={"name": self._person(code)})
                    if person.name
                    else person
                    for person in sample.people
                ),
                "recommendations": reworded(sample.recommendations, "text"),
                "implications": reworded(sample.implications, "text"),
                "sections": reworded(sample.sections, "text"),
                "appendices": reworded(sample.appendices, "title"),
                "background_papers": reworded(sample.background_papers, "title"),
                "sums": tuple(
                    x.model_copy(
                        update={
                            "amount": (amount := round(x.amount * factor, -2)),
                            "text": f"£{amount:,.0f}",
                            "context": vary(x.context.replace(x.text, f"£{amount:,.0f}")),
                        }
                    )
                    for x in sample.sums
                ),
            }
        )

    def _person(self, code: str) -> str:
        """One of the people of a council."""
        return person(Random(f"{code}{self._rng.randrange(STAFF)}"))

    def _pack(self, council: Council, meeting: Meeting, reports: Sequence[Report]) -> Document:
        """The reports bound together, each with an appendix, behind agenda and minutes."""
        vary, rng = self._words.vary, self._rng
        items = tuple(
            AgendaItem(number=str(number), title=report.title or "", text="")
            for number, report in enumerate(reports, start=3)
        )
        parts = [
            Part(
                kind=PartKind.AGENDA,
                title="Agenda",
                pages=(1, 2),
                text=vary(rng.choice(self._papers)),
            ),
            Part(
                kind=PartKind.MINUTES,
                title="Minutes",
                pages=(3, 4),
                text=vary(rng.choice(self._papers)),
            ),
        ]
        bound, page = [], 4
        for at, (report, item) in enumerate(zip(reports, items, strict=True)):
            last = (report.pages or (1, 1))[1]
            bound.append(_moved(report, page).model_copy(update={"agenda_item": item.number}))
            of_report = {"agenda_item": item.number, "report": at}
            parts.append(Part(kind=PartKind.REPORT, pages=(page + 1, page + last), **of_report))
            page += last + 1
            parts.append(
                Part(
                    kind=PartKind.APPENDIX,
                    label="A",
                    title=self._words.name(),
                    pages=(page, page),
                    text=vary(rng.choice(self._papers)),
                    **of_report,
                )
            )
        return Document(
            source=_SOURCE,
            kind=DocumentKind.AGENDA_PACK,
            council=council,
            meeting=Sitting(**dict(meeting)),
            agenda_items=items,
            parts=tuple(parts),
            reports=tuple(bound),
        )

    def _source(self, document: Document, number: int) -> Source:
        pages = max((part.pages[1] for part in document.parts if part.pages), default=1)
        name = f"{self._seed}/{number}"
        return Source(
            path=f"archive/{name}.pdf",
            sha256=sha256(name.encode()).hexdigest(),
            media_type="application/pdf",
            pages=pages,
            reader=Reader.NATIVE,
        )


#: Stands in until the document has its number.
_SOURCE = Source(sha256="0" * 64, media_type="application/pdf", reader=Reader.NATIVE)


def _moved(report: Report, pages: int) -> Report:
    """The report so many pages further back in its file."""
    first, last = report.pages or (1, 1)

    def moved(evidence: Evidence) -> Evidence:
        page = evidence.page and evidence.page + pages
        return evidence.model_copy(update={"page": page})

    return report.model_copy(
        update={
            "pages": (first + pages, last + pages),
            "sections": tuple(
                section.model_copy(
                    update={
                        "pages": section.pages and tuple(page + pages for page in section.pages)
                    }
                )
                for section in report.sections
            ),
            "evidence": tuple(map(moved, report.evidence)),
        }
    )


def parse_samples() -> list[Document]:
    """The sample reports, as the parser reads them."""
    from extract.pipeline import parse_file

    return [parse_file(Path(path)) for path in find_documents([str(SAMPLES)]).paths]


def write_archive(path: Path, reports: int, *, seed: int = 5) -> None:
    """Make a database of so many reports; one that is there already is added to."""
    register = read_register()
    archive = Archive(parse_samples(), register, seed)
    with Store(path) as store:
        store.db.execute("PRAGMA synchronous = OFF")  # made anew, if the machine should fail
        store.db.execute("PRAGMA wal_autocheckpoint = 20000")  # pages: each is written less often
        run = store.start_run(parser_version="archive")
        count = 0
        for document in archive.documents(reports):
            store.save(document, parser_version="archive", register=register)
            count += 1
        store.finish_run(run, RunCounts(read=count))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the database, and tell how long it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path, metavar="FILE", help="the database to make")
    parser.add_argument("--reports", type=int, default=50_000, help="how many (50000)")
    parser.add_argument("--seed", type=int, default=5, help="other records for another seed (5)")
    given = parser.parse_args(arguments)

    if given.file.exists():
        print(f"{given.file} is there already", file=sys.stderr)
        return 1
    start = time.perf_counter()
    write_archive(given.file, given.reports, seed=given.seed)
    seconds = time.perf_counter() - start
    size = given.file.stat().st_size / 1e6
    print(
        f"{given.file}: {given.reports} reports, {size:.0f} MB, {seconds:.0f} s, "
        f"{1000 * seconds / given.reports:.1f} ms a report"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
