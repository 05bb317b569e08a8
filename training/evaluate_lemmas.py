"""Lemma accuracy on the gold spans of the corpus: ``python -m training.evaluate_lemmas CORPUS [--errors N]``.

Compared as the corpus's scorer compares: case, runs of white space and the style of quotation marks do not count.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from build_dossier.extract.lemmas import Name, lemmas
from training.corpus import read

_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟‘’‚‛'`´ʼ＂", '"'))


def _folded(lemma: str) -> str:
    return " ".join(lemma.translate(_QUOTES).lower().split())


def main() -> None:
    """Prints accuracy by language and type, and the commonest errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    wrong: dict[tuple[str, str], Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for text in read(args.corpus):
        named = [Name(start=gold.start, end=gold.end, full_end=gold.end, kind=gold.type) for gold in text.gold]
        found = lemmas(text.article.text, text.article.language, named)
        for gold, lemma in zip(text.gold, found, strict=True):
            for kind in (gold.type, "all"):
                key = (text.article.language, kind)
                total[key] += 1
                right[key] += _folded(lemma) == _folded(gold.lemma)
            if _folded(lemma) != _folded(gold.lemma):
                wrong[text.article.language, gold.type][gold.form, lemma, gold.lemma] += 1
    for key in sorted(total):
        print(*key, f"{right[key]}/{total[key]} = {right[key] / total[key]:.4f}")
    for key in sorted(wrong):
        for (form, lemma, gold_lemma), count in wrong[key].most_common(args.errors):
            print(*key, count, f"{form} → {lemma}, gold {gold_lemma}", sep="\t")


if __name__ == "__main__":
    main()
