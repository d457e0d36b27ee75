"""Whether the parts of a document hold each of its pages once: of a record, and in a database."""

from collections.abc import Iterator

from extract.item_numbers import bare_number
from schemas import Document, Part


def unaccounted(document: Document) -> list[str]:
    """What is wrong with the parts of a document; nothing, if it is well.

    Each page, from 1 to the last, stands in exactly one part, and the parts in their order. Those
    of a text follow each other from its first character, where they say which they hold. A part's
    report and item are among those of the document.
    """
    return [*_out_of_place(document), *_leading_nowhere(document)]


def _out_of_place(document: Document) -> Iterator[str]:
    last_page = document.source.pages
    runs = [part.pages if last_page else _characters(part) for part in document.parts]
    if not last_page and not any(runs):
        return
    after = 1 if last_page else 0
    for part, run in zip(document.parts, runs, strict=True):
        if run is None:
            yield f"{part.kind} has no place, where {after} is next"
            continue
        first, last = run
        if first != after or last < first:
            yield f"{part.kind} goes from {first} to {last}, where {after} is next"
        after = last + 1
    if last_page and after != last_page + 1:
        yield f"the parts end before page {after}, the document after {last_page}"


def _characters(part: Part) -> tuple[int, int] | None:
    """First and last character."""
    return None if part.start is None or part.end is None else (part.start, part.end - 1)


def _leading_nowhere(document: Document) -> Iterator[str]:
    numbers = {bare_number(item.number) for item in document.agenda_items}
    for at, part in enumerate(document.parts):
        if part.report is not None and part.report >= len(document.reports):
            yield f"part {at} ({part.kind}) is of report {part.report}, which there is not"
        if numbers and part.agenda_item and bare_number(part.agenda_item) not in numbers:
            yield f"part {at} ({part.kind}) is of item {part.agenda_item}, which there is not"


#: Paths of stored documents of which a page is in no part, or in two.
UNACCOUNTED = """
WITH runs AS (
  SELECT document_sha256, first_page, last_page,
    lag(last_page, 1, 0) OVER (PARTITION BY document_sha256 ORDER BY position) + 1 AS next_page
  FROM parts
)
SELECT path FROM documents
WHERE status = 'read' AND pages > 0 AND (
  pages IS NOT (SELECT max(last_page) FROM parts WHERE document_sha256 = sha256)
  OR EXISTS (
    SELECT 1 FROM runs
    WHERE document_sha256 = sha256
      AND (first_page IS NOT next_page OR last_page < first_page)))
ORDER BY path"""
