"""Whether a line goes on the block above it, or opens one of its own."""

from __future__ import annotations

from extract.layout.labels import is_firm, is_label
from extract.layout.lines import Line
from extract.layout.opened import Open, column_at
from extract.layout.segments import ALIGNED, Segment, label_of
from extract.layout.witness import PageTags, runs_on

# Words that no line ends with of its own will.
HANGING = frozenset({"and", "of", "for", "the", "&", "to", "in", "with", "or", "a", "an", "by"})
# Lines whose left edges are this far apart (ems) are set to different edges, unless their middles
# agree (within the second figure, ems); a longer line than this, in words, fills its column.
APART_EM = 6.0
CENTRED_EM = 1.5
APART_WORDS = 6


def goes_on(
    block: Open,
    line: Line,
    segments: tuple[Segment, ...],
    pitch: float,
    edge: float,
    said: PageTags | None = None,
) -> bool:
    """Whether a line belongs to the block; `pitch` is the usual white space between two lines.

    `edge` is where its column ends on the right. Both are points. `said` are the page's tags.
    """
    above = block.last
    close = line.top - above.bottom <= max(pitch + 0.3 * line.size, pitch * 1.6 + 1)
    if (
        block.bold and line.bold and block.lines and not line.words[0].text[:1].islower()
    ):  # headings stand closer than their paragraphs
        close = close and line.top - above.bottom <= pitch + 0.2 * line.size
    if line.page != above.page or not close:
        return False
    if block.columns:
        return _in_column(block, line, segments, pitch, edge)
    if len(segments) > 1 or (
        label_of(segments, line) is not None and not _is_continued_number(block, line)
    ):
        return False
    if not block.lines:  # a label alone on its line: the text follows
        return True
    if abs(line.size - above.size) > 0.12 * above.size or (block.bold and not line.bold):
        return False
    if line.bold and not block.bold:
        return False
    if said is not None:
        one = said.joint(above, line)
        if one:
            return True
        if one is False and not runs_on(above, line):
            return False
    if _is_set_apart(above, line) or _is_another_voice(above, line):
        return False
    first = line.words[0]
    if first.text[:1].islower():
        return True
    if above.words[-1].text in HANGING:
        return True
    room = edge - above.x1
    needed = first.x1 - first.x0 + 0.25 * line.size
    return room < needed


def _is_set_apart(above: Line, line: Line) -> bool:
    """Whether a short line and the one below it are set to different edges: "Public", far right."""
    if len(above.words) > APART_WORDS or abs(line.x0 - above.x0) <= APART_EM * line.size:
        return False
    return abs((line.x0 + line.x1) - (above.x0 + above.x1)) / 2 > CENTRED_EM * line.size


def _is_another_voice(above: Line, line: Line) -> bool:
    """Whether a line is all in italics below one that has none: who advised, and when."""
    words = line.words
    return (
        len(words) > 2
        and words[0].italic
        and all(word.italic for word in words)
        and not any(word.italic for word in above.words)
    )


def _is_continued_number(block: Open, line: Line) -> bool:
    """Whether a line that opens like a label ("2024.") only goes on a sentence."""
    first = line.words[0].text
    if not block.lines or not first[0].isdigit():
        return False
    if first.count(".") <= 1 and first.endswith(".") and len(first) >= 4:
        return True
    words = line.words
    if len(words) == 1 and not block.last.words[-1].text.endswith((".", ":", ";")):
        # "… which is set out in Annex / 1.": a label alone would stand left of the text
        return abs(line.x0 - block.lines[-1][0].x0) <= ALIGNED
    if (
        len(words) > 1
        and words[1].text[:1].islower()
        and not block.last.words[-1].text.endswith((".", ":", ";"))
    ):
        # "… by no more than / 1.7 per cent": stands under the text, not under the label
        return bool(block.label) and abs(line.x0 - block.lines[-1][0].x0) <= ALIGNED
    full = block.last.x1 >= block.first.x1 - 1 if len(block.lines) > 1 else False
    text_x0 = block.lines[-1][0].x0
    return full and abs(line.x0 - text_x0) <= ALIGNED and bool(block.label) and not is_firm(first)


def _in_column(
    block: Open, line: Line, segments: tuple[Segment, ...], pitch: float, edge: float
) -> bool:
    """Whether a line goes on the cells of the row above it."""
    under = [column_at(block, segment[0].x0) for segment in segments]
    if any(column is None for column in under):
        return False
    if under[0] != 0:
        return True
    label = block.columns[0][0][-1][-1].text
    goes_on = len(segments) == 1 and segments[0][0].text[:1].islower() and not line.bold
    if goes_on and label.endswith(":"):
        # the value goes on at the margin, not below itself
        value = block.columns[-1][0][-1][-1]
        return edge - value.x1 < segments[0][0].x1 - segments[0][0].x0 + line.size
    bare = len(segments[0]) == 1 and (is_label(segments[0][0].text) or len(segments[0][0].text) < 3)
    if bare and len(segments) > 1:
        return False  # the next of a lettered list
    if not label.endswith((":", "?")) and len(block.column_x) > 1 and not line.bold:
        # a question or description wrapped in its narrow column
        first, end = segments[0][0], segments[0][-1]
        room = block.column_x[1] - block.columns[0][0][-1][-1].x1
        wrapped = end.x1 <= block.column_x[1] and room < first.x1 - first.x0 + 1.5 * line.size
        if wrapped and len(segments) > 1:
            # in a list both lines begin alike ("Appendix 1", "Appendix 2"), or the second is short
            begins_alike = first.text == block.columns[0][0][0][0].text
            value, word = block.columns[-1][0][-1][-1], segments[-1][0]
            wrapped = not begins_alike and edge - value.x1 < word.x1 - word.x0 + 0.5 * line.size
        if wrapped:
            return True
    if len(segments) == 1:
        # a label wrapped over two lines, its value being short
        closed = segments[0][-1].text.endswith((":", "?")) or label[-1:] in "/,&"
        return line.bold and not label.endswith((":", "?")) and closed
    if label.endswith((":", "?")) or len(segments) != 2:
        return False
    last = segments[0][-1]
    tight = line.top - block.last.bottom <= pitch + 0.1 * line.size
    both_bold = last.bold and block.columns[0][0][0][0].bold and not segments[1][0].bold
    return last.text.endswith((":", "?")) or (tight and both_bold)
