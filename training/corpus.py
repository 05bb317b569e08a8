"""SlavicNER as articles and gold: reads the corpus folder that the caller names.

The layout is ``raw/<topic>/<lang>/<stem>.txt`` and ``ner/<topic>/<lang>/<stem>.tsv``; offsets are code points.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_dossier.article import Article, Basis, Block, BlockKind, Published, Title
from build_dossier.text.language import Language
from build_dossier.text.span import trim


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One name as the corpus gives it."""

    start: int
    end: int
    form: str
    lemma: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of the corpus."""

    name: str
    """``<topic>/<lang>/<stem>``."""
    topic: str
    article: Article
    gold: tuple[Gold, ...]


def plain_article(name: str, text: str, language: Language) -> Article:
    """An article in which every line is a paragraph: as much as the corpus says of layout."""
    return Article(
        id=name,
        text=text,
        language=language,
        title=Title(text=name, basis=Basis.UNKNOWN, span=None),
        published=Published(value=None, basis=Basis.UNKNOWN, reason="the corpus gives none"),
        publisher=None,
        credit=(),
        prefix_end=0,
        blocks=tuple(_lines(text)),
    )


def read(root: Path) -> list[Text]:
    """All Ukrainian and Russian texts with gold, in the order of their names."""
    return [_text(root, path) for lang in ("ru", "uk") for path in sorted((root / "ner").glob(f"*/{lang}/*.tsv"))]


def _text(root: Path, path: Path) -> Text:
    topic, lang = path.parts[-3], path.parts[-2]
    name = f"{topic}/{lang}/{path.stem}"
    text = (root / "raw" / f"{name}.txt").read_bytes().decode("utf-8")
    gold = tuple(_gold(line) for line in path.read_bytes().decode("utf-8").split("\n") if line.strip())
    article = plain_article(name, text, "uk" if lang == "uk" else "ru")
    return Text(name=name, topic=topic, article=article, gold=gold)


def _gold(line: str) -> Gold:
    start, end, form, lemma, kind, _ = line.rstrip("\r").split("\t")
    return Gold(start=int(start), end=int(end), form=form, lemma=lemma, type=kind)


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        span = trim(text, start, start + len(line))
        if span.start < span.end:
            yield Block(kind=BlockKind.PARAGRAPH, start=span.start, end=span.end)
        start += len(line) + 1
