"""Blocks with drafts of names written down as ``сказав {PER:Лукашенко} {PER:Бастрикіну}``, both ways."""

import re
from collections.abc import Sequence

from build_dossier.extract.draft import Draft, Scene, scene
from build_dossier.extract.features import tokens
from build_dossier.text.language import Language

_MARK = re.compile(r"\{([A-Z]{3}):([^}]*)\}")


def read(marked: str, language: Language = "uk") -> tuple[Scene, tuple[Draft, ...]]:
    """The block and the drafts that a marked text stands for."""
    text = _MARK.sub(r"\2", marked)
    block = scene(tokens(text, 0, len(text)), language)
    drafts, removed = [], 0
    for mark in _MARK.finditer(marked):
        start = mark.start() - removed
        end = start + len(mark[2])
        inside = [at for at, token in enumerate(block.tokens) if start <= token.start < end]
        drafts.append(Draft(start=inside[0], end=inside[-1] + 1, kind=mark[1]))
        removed += len(mark[0]) - len(mark[2])
    return block, tuple(drafts)


def write(marked: str, block: Scene, drafts: Sequence[Draft]) -> str:
    """The text of ``marked`` with these drafts marked instead."""
    text = _MARK.sub(r"\2", marked)
    for draft in sorted(drafts, reverse=True):
        start, end = block.tokens[draft.start].start, block.tokens[draft.end - 1].end
        text = f"{text[:start]}{{{draft.kind}:{text[start:end]}}}{text[end:]}"
    return text
