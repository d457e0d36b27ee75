"""Measures accuracy and writes docs/accuracy.md: `python docs/accuracy.py`, or `make accuracy`.

The page has two measured parts. That of the project's own sample reports is a generated part, made
anew by `docs/generate.py` too, and a test checks that it is current. That of the documents beside
the project (`../shared`) takes minutes and is made here alone; where they are absent it is left as
it stands.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.evaluate.gold import read_gold
from extract.evaluate.run import Scored, evaluate
from extract.evaluate.show import markdown, summary, watch
from extract.evaluate.tables import (
    Table,
    fields_table,
    figure,
    group_table,
    headline,
    kinds_table,
    matchings_table,
    packs_table,
    tables,
    unseen_headline,
)
from extract.options import PARSER_VERSION
from schemas.vocabulary import DocumentKind

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"
MEASURED = re.compile(
    r"(?<=^<!-- measured: development -->\n).*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL
)


def sample_reports() -> str:
    """The part of the project's own sample reports."""
    golds = read_gold([CORPUS / "gold"])
    scored = tuple(evaluate(golds, CORPUS, leave_out=True))
    told = (
        matchings_table(scored),
        fields_table(scored),
        group_table("council", scored, lambda one: one.gold.owner.name),
    )
    return "\n".join(_parts(scored, told))


def development_documents() -> str:
    """The part of the documents beside the project: takes minutes."""
    golds = read_gold([SHARED / "gold"])
    everything = watch(evaluate(golds, SHARED, leave_out=True), total=len(golds))
    scored = [one for one in everything if one.gold.stated.kind is not DocumentKind.AGENDA_PACK]
    packs = len(everything) - len(scored)
    when = (
        f"Measured on {dt.datetime.now(dt.UTC).date()} with version {PARSER_VERSION} of the parser."
        f" The {packs} agenda packs are left out, but for the tables of kinds and packs; with them"
        f" core F1 is"
        f" {figure(headline(everything))}, without the lines of the council scored"
        f" {figure(unseen_headline(everything))}.\n"
    )
    kinds = kinds_table(everything)
    told = [
        group_table("set", scored, lambda one: one.name.partition("/")[0]),
        *(kinds if table.title == kinds.title else table for table in tables(scored)),
        packs_table(everything),
    ]
    return "\n".join([when, *_parts(scored, told)])


def _parts(scored: Sequence[Scored], told: Sequence[Table]) -> Iterator[str]:
    yield "".join(f"- {line}\n" for line in summary(scored))
    for table in told:
        yield f"### {table.title}\n\n{markdown(table)}"


def main() -> int:
    """Write the page anew; without `../shared` only the part of the sample reports."""
    from docs.generate import generate

    text = PAGE.read_text(encoding="utf-8")
    if SHARED.is_dir():
        measured = development_documents()
        text = MEASURED.sub(lambda _: measured, text)
        PAGE.write_text(text, encoding="utf-8")
    else:
        print(f"{SHARED} is absent: its part is left as it stands", file=sys.stderr)
    PAGE.write_text(generate(PAGE), encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
