"""Towns of the world, for the nominative of their names: «Милуоки» is none of «Милуока», «Нэшвилле» is «Нэшвилл».

Comes in: a name as printed and the nominative that the rules make of it. Goes out: the nominative that ``cities.tsv``
knows, where the rules' own is none of a town.
"""

from collections.abc import Iterator
from functools import lru_cache

from build_dossier.extract.gazetteer import merged
from build_dossier.lexicon_file import package_text

_TURNS = (
    ("ом", ("",)),
    ("ем", ("ь", "")),
    ("ой", ("а",)),
    ("ою", ("а",)),
    ("ей", ("я",)),
    ("ею", ("я",)),
    ("ии", ("ия",)),
    ("ії", ("ія",)),
    ("ию", ("ия",)),
    ("ію", ("ія",)),
    ("і", ("", "а")),
    ("ї", ("й", "я")),
    ("и", ("а", "ь", "я")),
    ("ы", ("а", "")),
    ("е", ("", "а", "ь", "я")),
    ("у", ("", "а")),
    ("ю", ("ь", "я", "й")),
    ("а", ("",)),
    ("я", ("ь", "й")),
)
"""Case endings, and what the nominative may have in their place."""
_SHORTEST = 3


def town(form: str, turned: str) -> str | None:
    """The town's name in the nominative, ``None`` where the rules are right or no town is meant."""
    known = _towns()
    if merged(turned) in known:
        return None
    return next((name for name in (form, *_nominatives(form)) if merged(name) in known), None)


def _nominatives(form: str) -> Iterator[str]:
    for ending, nominatives in _TURNS:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) >= _SHORTEST:
            yield from (stem + other for other in nominatives)


@lru_cache(maxsize=1)
def _towns() -> frozenset[str]:
    """The Ukrainian and Russian names, in shared letters."""
    table = package_text("cities.tsv")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith(("#", "en\t")))
    return frozenset(merged(name) for row in rows for name in row[1:3] if name)
