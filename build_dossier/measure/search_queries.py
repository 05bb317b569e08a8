"""Queries that a site should answer, with the articles that each is about, derived from the site's own data.

Comes in: ``data/readings.jsonl`` and ``data/entities.jsonl``. Goes out: ``Query`` records of nine kinds. Which
articles name whom is taken from the readings; which hold a word, from its dictionary form, not from the search index.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, analyses
from build_dossier.text.translit import romanised

_WORD = re.compile(r"[а-яіїєґё]+(?:['’ʼ][а-яіїєґё]+)*", re.IGNORECASE)
_CONTENT = frozenset({"NOUN", "ADJF", "VERB", "INFN"})
_LETTERS = "аеиоунтрсклв"
_SHORTEST = 6
"""Letters of the shortest word that is mistyped or cut: shorter ones are other words then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is typed, and the articles that are to be found."""

    kind: str
    text: str
    expected: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a site's data say."""

    names: Mapping[str, Mapping[str, str]]
    """Labels of entities by language, by id; of those that an article names."""
    naming: Mapping[str, frozenset[str]]
    """Articles that name an entity, by its id."""
    lemmas: Mapping[tuple[str, str], frozenset[str]]
    """Articles that hold a word, by language and dictionary form."""
    forms: Mapping[tuple[str, str], tuple[str, ...]]
    """Printed forms of a word, by the same."""
    words: Mapping[str, frozenset[str]]
    """Words of an article, folded, by its id."""


def read_told(site: Path) -> Told:
    """What the data files of a published site say."""
    readings = [_json(line) for line in (site / "data/readings.jsonl").read_text(encoding="utf-8").splitlines()]
    entities = [_json(line) for line in (site / "data/entities.jsonl").read_text(encoding="utf-8").splitlines()]
    naming: dict[str, set[str]] = defaultdict(set)
    lemmas: dict[tuple[str, str], set[str]] = defaultdict(set)
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in readings:
        for mention in reading["mentions"]:
            if mention["entity"] is not None:
                naming[mention["entity"]].add(reading["id"])
        language: Language = "uk" if reading["language"] == "uk" else "ru"
        for form in set(_WORD.findall(reading["text"].lower())):
            for lemma in _lemmas(form, language):
                lemmas[language, lemma].add(reading["id"])
                forms[language, lemma].add(form)
    return Told(
        names={entity["id"]: entity["labels"] for entity in entities if entity["id"] in naming},
        naming={key: frozenset(found) for key, found in naming.items()},
        lemmas={key: frozenset(found) for key, found in lemmas.items()},
        forms={key: tuple(sorted(found)) for key, found in forms.items()},
        words={r["id"]: frozenset(fold_case(word) for word in _WORD.findall(r["text"])) for r in readings},
    )


def _json(line: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(line)
    return value


def _lemmas(form: str, language: Language) -> set[str]:
    return {a.lemma for a in analyses(form, language)[:1] if a.known and a.pos in _CONTENT}


def queries(told: Told, of_each: int) -> tuple[Query, ...]:
    """About ``of_each`` queries of every kind, the same for the same data."""
    return tuple(query for kind, make in KINDS for query in _some(make(told), kind, of_each))


def _some(found: Iterator[tuple[str, frozenset[str]]], kind: str, count: int) -> Iterator[Query]:
    """As many of the queries, in an order by chance that is always the same."""
    distinct = {text: expected for text, expected in found if expected}
    order = sorted(distinct, key=lambda text: sha256(f"{kind} {text}".encode()).digest())
    return (Query(kind=kind, text=text, expected=distinct[text]) for text in order[:count])


Found = Iterator[tuple[str, frozenset[str]]]


def _labels(told: Told, *languages: Language) -> Iterator[tuple[str, Language, str]]:
    for entity, labels in sorted(told.names.items()):
        for language in languages:
            if language in labels and _WORD.fullmatch(labels[language].replace(" ", "").replace("-", "")):
                yield entity, language, labels[language]


def cases_of_names(told: Told) -> Found:
    """Every name of one or two words in every case, in both languages."""
    for entity, language, label in _labels(told, "uk", "ru"):
        words = label.split()
        if len(words) > 2:
            continue
        for case in CASES:
            turned = [_in_case(word, language, case) for word in words]
            if None not in turned:
                yield " ".join(word or "" for word in turned), told.naming[entity]


def _in_case(word: str, language: Language, case: str) -> str | None:
    for analysis in analyses(word, language):
        if analysis.case == "nomn" and analysis.number == "sing":
            form = analysis.in_case(case)
            return None if form is None else form.title()
    return None


def latin_names(told: Told) -> Found:
    """Every name in Latin letters by the rules of its language."""
    for entity, language, label in _labels(told, "uk", "ru"):
        yield romanised(label, language), told.naming[entity]


def quoted_names(told: Told) -> Found:
    """Names of one word in the quotation marks that newspapers put around names."""
    for number, (entity, _, label) in enumerate(_labels(told, "uk", "ru")):
        if " " not in label:
            yield ("«{}»", "„{}“")[number % 2].format(label), told.naming[entity]


def exact_words(told: Told) -> Found:
    """A form of a word in the quotation marks that ask for this form alone."""
    for number, (_, forms) in enumerate(sorted(told.forms.items())):
        form = forms[number % len(forms)]
        articles = frozenset(article for article, own in told.words.items() if fold_case(form) in own)
        yield ('"{}"', "“{}”")[number % 2].format(form), articles


def words(told: Told) -> Found:
    """A form of a word that stands in some articles."""
    for (language, lemma), forms in sorted(told.forms.items()):
        yield forms[0], told.lemmas[language, lemma]


def apostrophes(told: Told) -> Found:
    """Words with an apostrophe, typed with each of three."""
    for (language, lemma), forms in sorted(told.forms.items()):
        for number, form in enumerate(one for one in forms if re.search("['’ʼ]", one)):
            yield re.sub("['’ʼ]", "'’ʼ"[number % 3], form), told.lemmas[language, lemma]


def two_words(told: Told) -> Found:
    """A name and a word of an article that has both."""
    by_article: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, articles in sorted(told.lemmas.items()):
        for article in articles if len(articles) < len(told.words) / 4 else ():
            by_article[article].append(key)
    for entity, _, label in _labels(told, "uk", "ru"):
        article = min(told.naming[entity])
        near = by_article[article]
        if near:
            key = near[len(label) * 7 % len(near)]
            yield f"{label} {told.forms[key][-1]}", told.naming[entity] & told.lemmas[key]


def beginnings(told: Told) -> Found:
    """The beginning of a name's last word; every article is right that has a word which begins so."""
    for entity, _, label in _labels(told, "uk", "ru"):
        word = label.split()[-1]
        if len(word) >= _SHORTEST:
            begun = word[: max(4, len(word) - 3)]
            folded = fold_case(begun)
            texts = {a for a, own in told.words.items() if any(one.startswith(folded) for one in own)}
            yield begun, told.naming[entity] | texts


def mistyped(told: Told) -> Found:
    """A name's last word or a word, with one letter left out, put in, exchanged, or swapped with the next."""
    names = ((label.split()[-1], told.naming[entity]) for entity, _, label in _labels(told, "uk", "ru"))
    others = ((forms[0], told.lemmas[key]) for key, forms in sorted(told.forms.items()))
    known = frozenset().union(*told.words.values())
    for number, (word, expected) in enumerate((*names, *others)):
        if len(word) >= _SHORTEST and "'" not in word:
            wrong = _mistakes(word, 1 + number % (len(word) - 2))[number % 4]
            if fold_case(wrong) not in known and wrong != word:
                yield wrong, expected


def _mistakes(word: str, at: int) -> Sequence[str]:
    letter = _LETTERS[(at + len(word)) % len(_LETTERS)]
    return (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )


KINDS: tuple[tuple[str, Callable[[Told], Found]], ...] = (
    ("cases of names", cases_of_names),
    ("names in Latin letters", latin_names),
    ("names in quotation marks", quoted_names),
    ("words", words),
    ("exact words", exact_words),
    ("apostrophes", apostrophes),
    ("two words", two_words),
    ("beginnings", beginnings),
    ("mistyped", mistyped),
)
