"""Write the sample reports and packs and their gold records from the content beside this file.

    python corpus/make.py            # rewrites corpus/reports and corpus/gold
    python corpus/make.py --check    # 1 if the committed files are not what it would write

The same content gives the same bytes. Files that no content stands behind are removed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a script: the package beside this file has to be found
    sys.path.insert(0, str(ROOT))

from corpus import gold  # noqa: E402
from corpus.bind import bind  # noqa: E402
from corpus.load import load_all, load_packs  # noqa: E402
from corpus.model import SampleReport  # noqa: E402
from corpus.pack import SamplePack  # noqa: E402
from corpus.press import print_pdf  # noqa: E402
from corpus.templates import layout  # noqa: E402

CORPUS = ROOT / "corpus"
WRITTEN = ("reports/*/*.pdf", "gold/*.json")


def make(sample: SampleReport) -> dict[str, bytes]:
    """Print one report and state its record: {path below `corpus`: bytes}."""
    form = layout(sample.council.layout)
    sample = form.complete(sample)
    printed = print_pdf(lambda: form.story(sample), form.furniture(sample), sample.title)
    slug = sample.council.slug
    path = f"reports/{slug}/{sample.name}.pdf"
    record = gold.document(sample, (1, printed.report_end), path)
    return {path: printed.data, f"gold/{slug}--{sample.name}.json": as_json(record)}


def make_pack(pack: SamplePack) -> dict[str, bytes]:
    """Bind one pack and state its record: {path below `corpus`: bytes}."""
    bound = bind(pack)
    slug = pack.council.slug
    path = f"reports/{slug}/{pack.name}.pdf"
    record = gold.pack(pack, bound, path)
    return {path: bound.data, f"gold/{slug}--{pack.name}.json": as_json(record)}


def as_json(record: gold.Json) -> bytes:
    """Return a gold record as its file has it."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def make_all() -> dict[str, bytes]:
    """Return every file that this script writes: {path below `corpus`: bytes}."""
    alone = [make(sample) for sample in load_all() if sample.alone]
    packs = [make_pack(pack) for pack in load_packs()]
    return {path: data for made in (*alone, *packs) for path, data in made.items()}


def committed() -> dict[str, bytes]:
    """Return the files that stand in the folder now: {path below `corpus`: bytes}."""
    paths = [path for pattern in WRITTEN for path in CORPUS.glob(pattern)]
    return {path.relative_to(CORPUS).as_posix(): path.read_bytes() for path in sorted(paths)}


def differences(made: dict[str, bytes], found: dict[str, bytes]) -> list[str]:
    """Return the paths that are missing, changed or left over."""
    return sorted(path for path in made.keys() | found.keys() if made.get(path) != found.get(path))


def main(arguments: list[str] | None = None) -> int:
    """Write the corpus, or with --check compare it with what would be written."""
    parser = argparse.ArgumentParser(description="Write the samples and their gold records.")
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    options = parser.parse_args(arguments)
    made = make_all()
    changed = differences(made, committed())
    if options.check:
        for path in changed:
            print(f"corpus/{path} is not what make.py writes")
        return 1 if changed else 0
    for path in changed:
        target = CORPUS / path
        if path in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made[path])
        else:
            target.unlink()
    size = sum(map(len, made.values()))
    print(f"corpus: {len(made) // 2} documents, {size / 1e6:.1f} MB, {len(changed)} files changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
