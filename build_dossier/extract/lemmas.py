"""The lemmas of all names of one article together: what one place shows settles another.

Comes in: the names of an article. Goes out: one lemma for each. A nominative that explains several forms of the text
is preferred («Трамп» for «Трампу», since «Трампа» stands there too), and a list gives the nominative of what it knows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import given_names, hits, merged, words_of
from build_dossier.extract.towns import town
from build_dossier.text.fold import fold
from build_dossier.text.language import Language
from build_dossier.text.lemma import nominative, support_of
from build_dossier.text.morphology import analyses

_LISTS = {"LOC": ("PLACE",), "ORG": ("INST", "OUTLET"), "PRO": ("OUTLET",), "EVT": ("EVENT",)}
_VOWELS = "аеиоуюяєіїэыё"
_UNBENDING = "іїие"
"""Endings of names that may never turn, or be a form of one in -а."""
_AGAIN = 3
"""So many times a name stands in one form before that says something."""
_GIVEN_SUPPORT = 6
"""A listed given name counts as if it explained so many forms: «Майка» is «Майк», not the dictionary's «Майко»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the text, and how far the name reaches that a reader would list."""

    start: int
    end: int
    full_end: int
    """At least ``end``: «адміністрації» reaches over «Дональда Трампа», which is a name of its own."""
    kind: str


def lemmas(text: str, language: Language, names: Sequence[Name]) -> list[str]:
    """One lemma for every name, in the given order."""
    found = support_of((text[name.start : name.end] for name in names if name.kind == "PER"), language)
    support = {**found, **_given(), **_unbending(text[name.start : name.end] for name in names if name.kind == "PER")}
    printed = [(text[name.start : name.full_end], name.kind) for name in names]
    turned = {one: _lemma(*one, language, support) for one in dict.fromkeys(printed)}
    return [turned[one] for one in printed]


def _unbending(forms: Iterable[str]) -> Mapping[str, int]:
    """Support for names in a vowel that stand again and again in one form: «Бібі» would be «Біби», «Бібу» too."""
    words = Counter(word.lower() for form in forms for word in words_of(form) if word[:1].isupper())
    stems: dict[str, set[str]] = {}
    for word in words:
        stems.setdefault(word.rstrip(_VOWELS), set()).add(word)
    alone = (word for word, times in words.items() if word[-1] in _UNBENDING and times >= _AGAIN)
    return {fold(word): min(words[word], _GIVEN_SUPPORT) for word in alone if len(stems[word.rstrip(_VOWELS)]) == 1}


@lru_cache(maxsize=1)
def _given() -> Mapping[str, int]:
    listed = {fold(name).lower() for name in given_names()}
    men = {name[:-1] for name in listed if name.endswith("а") and _is_given(name[:-1])}
    return dict.fromkeys((*sorted(listed), *sorted(men)), _GIVEN_SUPPORT)


def _is_given(word: str) -> bool:
    """Whether the dictionary knows a man's name beside the listed woman's: «Джордж» beside «Джорджа»."""
    return any(a.known and {"Name", "masc"} <= a.grammemes for a in analyses(word, "ru"))


def _lemma(form: str, kind: str, language: Language, support: Mapping[str, int]) -> str:
    turned = nominative(form, kind, language, support=support)
    listed = _listed(form, kind, language) or (town(form, turned) if kind == "LOC" else None)
    return turned if listed is None or merged(listed) == merged(turned) else listed


@lru_cache(maxsize=20_000)
def _listed(form: str, kind: str, language: Language) -> str | None:
    """The nominative that a list gives; a form that differs from it in capitals alone stays as printed."""
    words = words_of(form)
    for hit in hits(words, language):
        if hit.kind in _LISTS.get(kind, ()) and (hit.start, hit.end) == (0, len(words)):
            same = fold(hit.name).lower() == fold(form).lower() and kind != "LOC"
            return form if same else hit.name
    return None
