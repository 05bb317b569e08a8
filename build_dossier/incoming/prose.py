"""Prose of another program, written so that an annotation file gives it back.

Comes in: Markdown of anybody's. Goes out: the same, or with a backslash before the signs that would begin another note
here: ``>``, an attribute line, a code fence that is never closed.
"""

import re
from collections.abc import Callable

_QUOTATION = re.compile(r"^( {0,3})(?=>|\{)", re.MULTILINE)
_FENCE = re.compile(r"^( *)(?=```|~~~)", re.MULTILINE)

WAYS: tuple[Callable[[str], str], ...] = (
    lambda body: body,
    lambda body: _QUOTATION.sub(r"\1\\", body),
    lambda body: _FENCE.sub(r"\1\\", _QUOTATION.sub(r"\1\\", body)),
)
"""How prose can be written, the least changed first."""


def as_read_back(write: Callable[[str], str], body: str, stands: Callable[[str, str], bool]) -> str | None:
    """What ``write`` makes of ``body``, written in the first way in which it ``stands``; ``None`` when in none."""
    lines = body.strip("\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    for way in WAYS:
        prose = way("\n".join(lines))
        if stands(written := write(prose), prose):
            return written
    return None
