"""Trains the packaged name tagger: ``python -m training.train CORPUS [--out FILE] [--leave-out TOPIC]``.

CORPUS is a folder in the format of SlavicNER (``raw/`` and ``ner/``). Training is repeatable to the byte: texts are
read in the order of their names, and the averaged perceptron shuffles them with the library's own fixed seed.
"""

import argparse
import lzma
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from build_dossier.extract.features import Token, document, tokens
from training.corpus import Text, read
from training.teach import labels

MODEL = Path(__file__).parent.parent / "build_dossier" / "extract" / "model" / "names.crfsuite.xz"
PASSES = 10
"""More bring nothing on topics left out."""
RAREST = 2
"""Features seen less often are left out: a third of the size, no loss."""

Rows = Sequence[Sequence[str]]
"""The features of every token of a block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One text as the tagger sees it: blocks of tokens, with features and the labels to be learned."""

    text: Text
    blocks: tuple[tuple[Token, ...], ...]
    rows: tuple[Rows, ...]
    labels: tuple[list[str], ...]


def lesson(text: Text) -> Lesson:
    """What there is to learn from a text."""
    article = text.article
    blocks = tuple(tokens(article.text, block.start, block.end) for block in article.blocks)
    taught = (
        labels(block, [g for g in text.gold if g.start < block[-1].end and block[0].start < g.end], article.language)
        for block in blocks
    )
    return Lesson(text=text, blocks=blocks, rows=tuple(document(blocks, article.language)), labels=tuple(taught))


def train(lessons: Iterable[Lesson]) -> bytes:
    """The model learned from these texts, uncompressed."""
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": PASSES, "feature.minfreq": RAREST})
    for one in lessons:
        for rows, right in zip(one.rows, one.labels, strict=True):
            trainer.append(rows, right)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def main() -> None:
    """Trains and writes the model, compressed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--leave-out", help="a topic that is not trained on")
    args = parser.parse_args()
    model = train(lesson(text) for text in read(args.corpus) if text.topic != args.leave_out)
    args.out.write_bytes(lzma.compress(model, preset=9))
    print(f"{args.out}: {args.out.stat().st_size} bytes, {len(model)} uncompressed")


if __name__ == "__main__":
    main()
