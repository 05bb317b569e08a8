"""Scores the tagger and its rules on topics it has not seen: ``python -m training.evaluate CORPUS``.

For every topic a model is trained on the others (``training.train``). Strict precision, recall and F1 over
(start, end, type) for persons, organisations and places, by language: of the tagger alone, with the mending rules,
with the vote of the whole article, and with the house rules, which name media and unions otherwise than the corpus.
``--without rules`` leaves out each rule in turn; ``--without document`` … trains without a group of features.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from build_dossier.extract.draft import Draft, Rule, Scene, scene
from build_dossier.extract.mention_rules import HOUSE, MENDING, applied, mended
from build_dossier.extract.mentions import drafts_of
from build_dossier.extract.tagger import load
from training.corpus import read
from training.train import Lesson, lesson, train

TYPES = ("PER", "ORG", "LOC")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "lists": ("L=", "L|", "list", "-2:L", "-1:L", "1:L", "2:L"),
    "document": ("doc",),
    "morphology": ("lemma=", "case=", "first=", "known=", "Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"),
    "neighbours": ("-2:", "-1:", "1:", "2:"),
    "pairs": ("p-", "p+", "w-", "cap|w"),
    "affixes": ("p2=", "p3=", "p4=", "e1=", "e2=", "e3=", "e4=", "stem="),
}
"""Groups of features by what their names begin with."""

Way = Callable[[Sequence[Scene], Sequence[tuple[Draft, ...]]], Sequence[tuple[Draft, ...]]]
"""From the tagger's drafts to what is found."""
Key = tuple[str, str, str, str]
"""Way, topic, language and type."""


def main() -> None:
    """Trains once for every topic and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--without", choices=["rules", *GROUPS])
    parser.add_argument("--errors", type=int, default=0, help="so many of the commonest mistakes of the mended ways")
    args = parser.parse_args()
    lessons = [_without(lesson(text), GROUPS.get(args.without, ())) for text in read(args.corpus)]
    ways = dict(_ways(each_rule=args.without == "rules"))
    counts: Counter[tuple[Key, str]] = Counter()
    mistakes: Counter[tuple[str, ...]] = Counter()
    topics = sorted({one.text.topic for one in lessons})
    for topic in topics:
        tagger = load(train(one for one in lessons if one.text.topic != topic))
        for one in (one for one in lessons if one.text.topic == topic):
            drafts = [drafts_of(tagger.labels(rows)) for rows in one.rows]
            _count(one, drafts, ways, counts, mistakes)
    _print(counts, list(ways), topics if args.without not in GROUPS else [])
    for mistake, times in mistakes.most_common(args.errors):
        print(times, *mistake, sep="\t")


def _without(one: Lesson, names: tuple[str, ...]) -> Lesson:
    if not names:
        return one
    rows = tuple([[f for f in row if not f.startswith(names)] for row in block] for block in one.rows)
    return replace(one, rows=rows)


def _ways(*, each_rule: bool) -> Iterator[tuple[str, Way]]:
    yield "tagger", lambda _, drafts: drafts
    yield "mended alone", lambda scenes, drafts: applied(scenes, drafts, MENDING)
    yield "mended", lambda scenes, drafts: mended(scenes, drafts, house=())
    yield "house", mended
    if each_rule:
        for rule in MENDING:
            yield f"– {rule.__name__}", _mending_without(rule)
        for rule in HOUSE:
            yield f"+ {rule.__name__}", _with_house(rule)


def _mending_without(rule: Rule) -> Way:
    rules = tuple(other for other in MENDING if other is not rule)
    return lambda scenes, drafts: mended(scenes, drafts, mending=rules, house=())


def _with_house(rule: Rule) -> Way:
    return lambda scenes, drafts: mended(scenes, drafts, house=(rule,))


def _count(
    one: Lesson,
    drafts: Sequence[tuple[Draft, ...]],
    ways: Mapping[str, Way],
    counts: Counter[tuple[Key, str]],
    mistakes: Counter[tuple[str, ...]],
) -> None:
    article = one.text.article
    gold = {(name.start, name.end, name.type) for name in one.text.gold if name.type in TYPES}
    scenes = [scene(block, article.language) for block in one.blocks]
    for way, find in ways.items():
        spans = set(_spans(one, find(scenes, drafts)))
        for outcome, names in (("right", gold & spans), ("found", spans), ("gold", gold)):
            for *_, kind in names:
                for topic in (one.text.topic, "all"):
                    for group in (kind, "all"):
                        counts[(way, topic, article.language, group), outcome] += 1
        if way == "mended":
            text = article.text
            mistakes.update(("missed", article.language, k, text[s:e]) for s, e, k in gold - spans)
            mistakes.update(("wrong", article.language, k, text[s:e]) for s, e, k in spans - gold)


def _spans(one: Lesson, found: Sequence[Sequence[Draft]]) -> list[tuple[int, int, str]]:
    return [
        (block[draft.start].start, block[draft.end - 1].end, draft.kind)
        for block, drafts in zip(one.blocks, found, strict=True)
        for draft in drafts
        if draft.kind in TYPES
    ]


def _print(counts: Counter[tuple[Key, str]], ways: Sequence[str], topics: Sequence[str]) -> None:
    for topic in (*topics, "all"):
        for way in ways:
            for language in ("uk", "ru"):
                figures = "  ".join(_figures(counts, (way, topic, language, kind)) for kind in (*TYPES, "all"))
                print(f"{topic:18} {way:14} {language}  {figures}")


def _figures(counts: Counter[tuple[Key, str]], key: Key) -> str:
    right, found, gold = (counts[key, outcome] for outcome in ("right", "found", "gold"))
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return f"{key[-1]} {precision:.3f}/{recall:.3f}/{2 * right / max(found + gold, 1):.3f}"


if __name__ == "__main__":
    main()
