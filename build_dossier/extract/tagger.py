"""The trained name tagger: the fence around python-crfsuite.

Comes in: a model's bytes. Goes out: a label for every token (``B-PER``, ``I-PER`` … ``O``), and how sure it is.
"""

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pycrfsuite

MODEL = "names.crfsuite.xz"
"""The packaged model, in ``build_dossier/extract/model``; its card stands beside it."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """A model that is ready to label."""

    _crf: Any
    _data: bytes
    """Kept alive: the library reads from this memory."""

    def labels(self, features: Sequence[Sequence[str]]) -> list[str]:
        """The likeliest labels of one block's tokens, one each."""
        return list(self._crf.tag(features)) if features else []

    def certainty(self, at: int, label: str) -> float:
        """The probability of a label at a token of the block that ``labels`` was last asked for."""
        return float(self._crf.marginal(label, at))


def load(data: bytes) -> Tagger:
    """The tagger of a model file's bytes, compressed with xz or not.

    Raises:
        ValueError: the bytes are no model.
    """
    raw = lzma.decompress(data) if data.startswith(b"\xfd7zXZ") else data
    crf = pycrfsuite.Tagger()
    crf.open_inmemory(raw)
    return Tagger(crf, raw)


@lru_cache(maxsize=1)
def packaged() -> Tagger:
    """The tagger that comes with the package."""
    return load(files("build_dossier").joinpath("extract", "model", MODEL).read_bytes())
