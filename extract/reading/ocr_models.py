"""The two neural networks behind OCR: where lines of text stand, and what a line says.

Both are PaddleOCR's PP-OCRv6 in its small size (Apache-2.0), as the `rapidocr` wheel carries
them; nothing is downloaded. Of `rapidocr` only these files are used: its own code keeps neither
the place of each character nor the alphabet to what British councils print.
"""

from __future__ import annotations

import functools
from importlib.metadata import distribution
from typing import Any, Final, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

DETECTOR: Final = "rapidocr/models/PP-OCRv6_det_small.onnx"
RECOGNISER: Final = "rapidocr/models/PP-OCRv6_rec_small.onnx"

ALPHABET: Final = frozenset(
    "".join(chr(code) for code in range(0x21, 0x7F))
    + "£€¢§©®°±²³µ¶·¹º½¼¾×÷–—‘’“”…•●■□☐☑☒✓✔✗✘→"
    + "ÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜÝŴŶàáâäçèéêëìíîïñòóôöùúûüýÿŵŷẀẁẂẃẄẅỲỳ"
)
"""What English, Welsh, Irish and Gaelic print. The network knows 18,708 characters, most of them
Chinese, and would take a blot or a logo for one of those."""

Floats = NDArray[np.float32]


class Models(NamedTuple):
    """The loaded networks, and the characters by their column in the recogniser's answer."""

    detector: Any  # onnxruntime.InferenceSession
    recogniser: Any  # onnxruntime.InferenceSession
    columns: NDArray[np.int64]  # of the blank, the characters of ALPHABET, and the space
    characters: tuple[str, ...]  # what each of these columns stands for; the blank is ""


@functools.cache
def load_models(threads: int) -> Models:
    """The networks, loaded once for a process (0.3 s; with a page some 350 MB).

    Raises `importlib.metadata.PackageNotFoundError`, an ImportError, where they are not installed.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Idle threads would spin, at the cost of whoever else computes on this machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Memory: an arena keeps the most that any page needed (250 MB more), a pattern takes all at
    # once, packed weights are held twice, and so is what is laid out anew for each step of the
    # processor's (110 MB all three): no faster, and the lines found are the same.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.add_session_config_entry("session.disable_prepacking", "1")
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED

    def session(name: str) -> Any:
        path = distribution("rapidocr").locate_file(name)
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    recogniser = session(RECOGNISER)
    known = recogniser.get_modelmeta().custom_metadata_map["character"].splitlines()
    # Column 0 is CTC's blank; the space comes last and is not listed.
    kept = [(at, glyph) for at, glyph in enumerate(known, 1) if glyph in ALPHABET]
    kept = [(0, ""), *kept, (len(known) + 1, " ")]
    columns = np.array([at for at, _ in kept], dtype=np.int64)
    return Models(session(DETECTOR), recogniser, columns, tuple(glyph for _, glyph in kept))
