"""Write `corpus/councils.csv`, the register of UK principal authorities, from the shared table.

    python corpus/make_register.py            # reads ../shared/reference/councils.tsv
    python corpus/make_register.py --check    # 1 if the committed file would change

The source is tab-separated. Seen in it and put right here: stray blanks inside a cell's ends
("Newry, Mourne and Down "), letters lost to a wrong encoding ("Ynys Mn"), lists kept apart by
the same comma that names contain, and names repeated in several capitalisations. The position
and population columns are left out. Anything else that does not have the expected shape (a row
that is short, long or shifted) is an error, so that a damaged source cannot pass unseen.

In the output, `replaced_by` and `alt_names` are lists with "|" between their items, and dates are
ISO 8601. Rows are sorted by code.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections.abc import Iterable
from pathlib import Path

CORPUS = Path(__file__).resolve().parent
REGISTER = CORPUS / "councils.csv"
SOURCE = CORPUS.parent.parent / "shared" / "reference" / "councils.tsv"

COLUMNS = (
    "code",
    "official_name",
    "nice_name",
    "gss_code",
    "type",
    "nation",
    "region",
    "start_date",
    "end_date",
    "replaced_by",
    "alt_names",
    "system",
    "base_url",
)
LIST_SEPARATOR = "|"

#: Names damaged in the source, and what they were.
REPAIRS = {
    "Sir Ynys M\u00ef\u00bf\u00bdn": "Sir Ynys Môn",
    "ynys mn": "Ynys Môn",
    "City\u00ef\u00be and County of Swansea": "City and County of Swansea",
}

_DATE = r"(\d{4}-\d{2}-\d{2})?"
_CODE = r"[A-Z]{3,4}(-[A-Z])?"
#: What a cell must look like; a shifted row fails at once.
SHAPES = {
    "code": _CODE,
    "official_name": r".{5,}",
    "gss_code": r"([ENSW]\d{8})?",
    "type": r"[A-Z][A-Za-z -]+",
    "nation": r"England|Scotland|Wales|Northern Ireland",
    "start_date": _DATE,
    "end_date": _DATE,
    "replaced_by": rf"({_CODE}(,{_CODE})*)?",
    "base_url": r"(https?://\S+)?",
}


class RegisterError(ValueError):
    """The source table is not the shape that this script knows."""


def check_shape(row: dict[str, str]) -> None:
    """Raise RegisterError where a cell of `row` cannot belong to its column."""
    for column, shape in SHAPES.items():
        if not re.fullmatch(shape, row[column]):
            raise RegisterError(f"{row['code']}: {column} cannot be {row[column]!r}")


def alternative_names(cell: str, official_name: str) -> list[str]:
    """Split a list of names, repair them, and keep the first spelling of each.

    A comma followed by a blank belongs to a name ("Newry, Mourne and Down"), one that is not
    stands between two. The official name itself is no alternative.
    """
    seen = {official_name.casefold()}
    names = []
    for part in re.split(r",(?! )", cell):
        name = " ".join(part.split())
        name = REPAIRS.get(name, name)
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            names.append(name)
    return names


def read_source(lines: Iterable[str]) -> list[dict[str, str]]:
    """Read the shared table into rows of the register, sorted by code.

    Raises RegisterError for a row that is short, long or shifted, and for a code given twice.
    """
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    rows: dict[str, dict[str, str]] = {}
    for raw in reader:
        if None in raw or None in raw.values():
            raise RegisterError(f"line {reader.line_num}: not {len(reader.fieldnames or [])} cells")
        row = {column: " ".join(raw[column].split()) for column in COLUMNS}
        check_shape(row)
        if row["code"] in rows:
            raise RegisterError(f"{row['code']} stands twice")
        row["replaced_by"] = row["replaced_by"].replace(",", LIST_SEPARATOR)
        row["alt_names"] = LIST_SEPARATOR.join(
            alternative_names(raw["alt_names"], row["official_name"])
        )
        rows[row["code"]] = row
    return [rows[code] for code in sorted(rows)]


def register_text(source: Path = SOURCE) -> str:
    """Return the whole register as CSV text with Unix line ends."""
    with source.open(encoding="utf-8", newline="") as lines:
        rows = read_source(lines)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main() -> int:
    """Write the register, or with --check say whether the committed one is up to date."""
    parser = argparse.ArgumentParser(description="Write corpus/councils.csv.")
    parser.add_argument("source", nargs="?", type=Path, default=SOURCE)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    arguments = parser.parse_args()
    text = register_text(arguments.source)
    if arguments.check:
        same = REGISTER.read_text(encoding="utf-8") == text
        print("corpus/councils.csv is", "up to date" if same else "out of date")
        return 0 if same else 1
    REGISTER.write_text(text, encoding="utf-8")
    print(f"corpus/councils.csv: {len(text.splitlines()) - 1} authorities")
    return 0


if __name__ == "__main__":
    sys.exit(main())
