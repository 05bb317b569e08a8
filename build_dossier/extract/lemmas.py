"""The lemmas of all names of one article together: what one place shows settles another.

Comes in: the names of an article. Goes out: one lemma for each. A nominative that explains several forms of the text
is preferred («Трамп» for «Трампу», since «Трампа» stands there too), and a list gives the nominative of what it knows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import given_names, hits, merged, words_of
from build_dossier.text.fold import fold
from build_dossier.text.language import Language
from build_dossier.text.lemma import nominative, support_of

_LISTS = {"LOC": ("PLACE",), "ORG": ("INST", "OUTLET"), "PRO": ("OUTLET",), "EVT": ("EVENT",)}
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
    support = {**found, **_given()}
    return [_lemma(text[name.start : name.full_end], name.kind, language, support) for name in names]


@lru_cache(maxsize=1)
def _given() -> Mapping[str, int]:
    return {fold(name).lower(): _GIVEN_SUPPORT for name in given_names()}


def _lemma(form: str, kind: str, language: Language, support: Mapping[str, int]) -> str:
    turned = nominative(form, kind, language, support=support)
    listed = _listed(form, kind, language)
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
