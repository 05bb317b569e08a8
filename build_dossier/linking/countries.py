"""Which countries an article speaks of: whose «Верховный суд» it is that no word says the country of.

Comes in: the names of an article. Goes out: how often they name each country, its towns and its bodies.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import authority
from build_dossier.linking.institutions import national
from build_dossier.linking.names import Name

_LEAST = 2
"""So often a country is named at least that the article speaks of."""
_DOMINANT = 2
"""And so many times as often as any other country. On SlavicNER 1, 1.5, 2 and 3 give B-cubed .924, .924, .924 and .920
for organisations in both languages: the careful one costs nothing up to 2."""


def country_of(name: Name) -> str | None:
    """The country of a place, or the one that a body's name says or the tables know (ISO 3166-1)."""
    if name.type is EntityType.PER:
        return None
    parts = national(name.key) if name.type is EntityType.ORG else None
    if parts is not None:
        return parts.country
    thing = authority().find(name.type, name.key)
    return None if thing is None else thing.country


class Countries:
    """Countries by article."""

    def __init__(self, named: Mapping[str, Sequence[Name]]) -> None:
        """``named`` are the names of each article, one for every mention."""
        self._counts = {article: Counter(map(country_of, names)) for article, names in named.items()}

    def spoken_of(self, article: str, among: Collection[str]) -> str | None:
        """The one of the countries that the article names far more than any other, ``None`` where it is open."""
        counts = self._counts.get(article, Counter())
        ranked = sorted(filter(None, counts), key=lambda country: (-counts[country], country))
        if not ranked or ranked[0] not in among or counts[ranked[0]] < _LEAST:
            return None
        second = counts[ranked[1]] if len(ranked) > 1 else 0
        return ranked[0] if counts[ranked[0]] >= _DOMINANT * second else None
