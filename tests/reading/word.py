"""Word files made for tests: the XML that Word writes, cut down to what is asked of the reader."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from extract.reading.marked import MarkedFile, Paragraph, Table, paragraphs_of

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def container(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP container of some parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def relationships(targets: dict[str, str]) -> str:
    """A part of relationships; the kinds and targets by id, as "rId1": "styles styles.xml"."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in ((key, value.split()) for key, value in targets.items())
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{lines}</Relationships>"
    )


def word_file(body: str, *, styles: str = "", numbering: str = "", **margins: str) -> bytes:
    """A Word file with a body, and perhaps styles, lists, heads and feet (`header1="<w:p/>"`)."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships({"rId1": "officeDocument word/document.xml"}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    targets = {"styles": "styles styles.xml", "numbering": "numbering numbering.xml"}
    parts["word/styles.xml"] = f"<w:styles {NAMESPACES}>{styles}</w:styles>"
    parts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    for name, content in margins.items():
        targets[name] = f"{name.rstrip('0123456789')} {name}.xml"
        root = "hdr" if name.startswith("header") else "ftr"
        parts[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
    parts["word/_rels/document.xml.rels"] = relationships(targets)
    return container(parts)


def element(name: str, *content: str, **attributes: object) -> str:
    """An element of the format's own namespace, its attributes too."""
    said = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{said}>{''.join(content)}</w:{name}>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(text: str, level: int = 0, number: str = "1", more: str = "") -> str:
    return paragraph(
        text,
        f'{more}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def level(at: int, form: str, text: str, more: str = "", after: str = "", start: int = 1) -> str:
    """A level of a list; `more` stands before its text, `after` behind it, as the schema has it."""
    shown_as = (element("start", val=start), element("numFmt", val=form), more)
    return element("lvl", *shown_as, element("lvlText", val=text), after, ilvl=at)


def lists(*levels: str, more: str = "") -> str:
    """One list with its levels, as instance 1; `more` holds further instances."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def style(key: str, properties: str, name: str = "", kind: str = "paragraph") -> str:
    called = element("name", val=name or key)
    return element("style", called, properties, type=kind, styleId=key)


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def texts(file: MarkedFile) -> list[str]:
    """The paragraphs of the body, labels first, tabs as " | " and line breaks as " / "."""
    return [shown(found) for found in paragraphs_of(file.elements)]


def shown(found: Paragraph) -> str:
    lines = [
        " | ".join(" ".join(word.text for word in segment) for segment in line)
        for line in found.lines
    ]
    label = " ".join(word.text for word in found.label)
    return f"[{label}] {' / '.join(lines)}" if label else " / ".join(lines)


def only(file: MarkedFile) -> Paragraph:
    (found,) = paragraphs_of(file.elements)
    return found


def table_of(file: MarkedFile) -> Table:
    return next(element for element in file.elements if isinstance(element, Table))


def parts_of(data: bytes) -> dict[str, str | bytes]:
    """The parts of a container, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
