"""Scores the tagger and its rules on topics it has not seen: ``python -m training.evaluate CORPUS``.

For every topic a model is trained on the others (``training.train``). Strict precision, recall and F1 over
(start, end, type) for persons, organisations and places, by language: of the tagger alone, with the mending rules,
and with the house rules, which name media and unions otherwise than the corpus does.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from build_dossier.extract.draft import Draft, Rule, scene
from build_dossier.extract.features import document, tokens
from build_dossier.extract.mention_rules import HOUSE, mended
from build_dossier.extract.mentions import drafts_of
from build_dossier.extract.tagger import Tagger, load
from training.corpus import Text, read
from training.train import train

TYPES = ("PER", "ORG", "LOC")
_WAYS: Mapping[str, tuple[Rule, ...] | None] = {"tagger": None, "mended": (), "house": HOUSE}


def main() -> None:
    """Trains once for every topic and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    texts = read(parser.parse_args().corpus)
    counts: Counter[tuple[str, str, str, str, str]] = Counter()
    for topic in sorted({text.topic for text in texts}):
        tagger = load(train([text for text in texts if text.topic != topic]))
        for text in texts:
            if text.topic == topic:
                _count(text, tagger, counts)
    for topic in (*sorted({text.topic for text in texts}), "all"):
        for way in _WAYS:
            for language in ("uk", "ru"):
                figures = "  ".join(_figures(counts, way, topic, language, kind) for kind in (*TYPES, "all"))
                print(f"{topic:18} {way:7} {language}  {figures}")


def _count(text: Text, tagger: Tagger, counts: Counter[tuple[str, str, str, str, str]]) -> None:
    article = text.article
    blocks = [tokens(article.text, block.start, block.end) for block in article.blocks]
    drafts = [drafts_of(tagger.labels(features)) for features in document(blocks, article.language)]
    gold = {(name.start, name.end, name.type) for name in text.gold if name.type in TYPES}
    for way, house in _WAYS.items():
        scenes = [scene(block, article.language) for block in blocks]
        found = drafts if house is None else mended(scenes, drafts, house=house)
        spans = set(_spans(text, found))
        for outcome, names in (("right", gold & spans), ("found", spans), ("gold", gold)):
            for name in names:
                for topic in (text.topic, "all"):
                    for kind in (name[2], "all"):
                        counts[way, topic, article.language, kind, outcome] += 1


def _spans(text: Text, found: Sequence[Sequence[Draft]]) -> list[tuple[int, int, str]]:
    blocks = [tokens(text.article.text, block.start, block.end) for block in text.article.blocks]
    return [
        (block[draft.start].start, block[draft.end - 1].end, draft.kind)
        for block, drafts in zip(blocks, found, strict=True)
        for draft in drafts
        if draft.kind in TYPES
    ]


def _figures(counts: Counter[tuple[str, str, str, str, str]], way: str, topic: str, language: str, kind: str) -> str:
    right, found, gold = (counts[way, topic, language, kind, outcome] for outcome in ("right", "found", "gold"))
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * right / max(found + gold, 1)
    return f"{kind} {precision:.3f}/{recall:.3f}/{f1:.3f}"


if __name__ == "__main__":
    main()
