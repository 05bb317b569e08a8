"""How an entity is called in each language, and by what other names.

Comes in: the namings of one group. Goes out: labels with their basis: the lemma printed most (stated), else the name of
the tables, else the other language's name respelled (computed). Ukrainian goes into Latin letters by KMU 2010, Russian
by BGN/PCGN; given names of foreigners take their English spelling.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from build_dossier.article import Basis
from build_dossier.entity import Alias, Strength, language_of
from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import Thing, authority, institutions, name_key, personal_names
from build_dossier.linking.institutions import concept, national
from build_dossier.linking.names import person, spoken
from build_dossier.text.language import Language
from build_dossier.text.translit import respelled, romanised, skeleton

_LANGUAGES: tuple[Language, ...] = ("uk", "ru", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What a group of names is called."""

    labels: Mapping[str, str]
    basis: Mapping[str, Basis]
    aliases: tuple[Alias, ...]


def labels_of(kind: EntityType, lemmas: Mapping[tuple[Language, str], int], given: Mapping[str, str]) -> Labels:
    """Labels of a group.

    Args:
        kind: What the entity is.
        lemmas: How often each lemma stands in articles of each language, in the group.
        given: The editor's labels; they stay.
    """
    thing = _thing(kind, [*given.values(), *(lemma for _, lemma in _by_use(lemmas))])
    labels: dict[str, str] = {}
    basis: dict[str, Basis] = {}
    for language in _LANGUAGES:
        label, source = _stated(kind, language, lemmas, thing)
        if language in given:
            label, source = given[language], Basis.EDITOR
        elif label is None and thing is not None and language in thing.labels:
            label, source = thing.labels[language], Basis.COMPUTED
        if label is not None:
            labels[language], basis[language] = label, source
    for language in _LANGUAGES:
        if language not in labels:
            label = _computed(kind, language, labels, lemmas)
            if label is not None:
                labels[language], basis[language] = label, Basis.COMPUTED
    ordered: dict[str, str] = {language: labels[language] for language in _LANGUAGES if language in labels}
    aliases = tuple(_aliases(kind, lemmas, ordered.values()))
    return Labels(labels=MappingProxyType(ordered), basis=MappingProxyType(basis), aliases=aliases)


def _thing(kind: EntityType, names: Iterable[str]) -> Thing | None:
    """The thing of the tables that the group's names mean."""
    if kind is EntityType.PER:
        return None
    found = (authority().find(kind, name) for name in names)
    return next((thing for thing in found if thing is not None), None)


def _by_use(lemmas: Mapping[tuple[Language, str], int]) -> list[tuple[Language, str]]:
    return sorted(lemmas, key=lambda pair: (-lemmas[pair], pair))


def _stated(
    kind: EntityType, language: Language, lemmas: Mapping[tuple[Language, str], int], thing: Thing | None
) -> tuple[str | None, Basis]:
    """The lemma to show for a language, as printed in it; full names before bare surnames."""
    used: Counter[str] = Counter()
    for (text_language, lemma), count in lemmas.items():
        if text_language == language or (language == "en" and spoken(lemma, text_language) == "en"):
            used[bare(lemma)] += count
    if not used:
        return None, Basis.UNKNOWN
    if thing is not None and language in thing.labels:
        label = thing.labels[language]
        if name_key(label) in {name_key(lemma) for lemma in used}:
            return label, Basis.STATED
        # «РФ» or “America” alone do not make a label where the tables have a name.
        known = language != "en"
        used = Counter({lemma: count for lemma, count in used.items() if known and not lemma.isupper()})
    if not used:
        return None, Basis.UNKNOWN
    best = min(used, key=lambda lemma: (not _full(kind, lemma), _long(kind, lemma), -used[lemma], lemma))
    return best[:1].upper() + best[1:], Basis.STATED


def _full(kind: EntityType, lemma: str) -> bool:
    """Whether a person's name says more than the surname."""
    if kind is not EntityType.PER:
        return True
    parts = person(name_key(lemma))
    return not parts.bare and not parts.initialed


def _long(kind: EntityType, lemma: str) -> bool:
    """Whether a person's name has more than given name and surname: a patronymic, mostly."""
    return kind is EntityType.PER and len(lemma.split()) > 2


def bare(lemma: str) -> str:
    """The lemma without quotation marks around it."""
    inner = lemma.strip("«»„“”\"' ")
    return inner if inner and not any(mark in inner for mark in '«»„“”"') else lemma


def _computed(
    kind: EntityType, language: Language, labels: Mapping[str, str], lemmas: Mapping[tuple[Language, str], int]
) -> str | None:
    """A label for a language that no article and no table gives."""
    source = _source(labels, lemmas)
    if source is None:
        return labels.get("en")
    name = labels[source]
    if spoken(name, source) == "en":
        return name
    body = _body(name, language) if kind is EntityType.ORG else None
    if language == "en" or body is not None:
        return body or _english(kind, name, source)
    if kind is EntityType.PER:
        return " ".join(_given_in(word, language) or respelled(word, source) for word in name.split())
    return respelled(name, source)


def _source(labels: Mapping[str, str], lemmas: Mapping[tuple[Language, str], int]) -> Language | None:
    """The language whose label is respelled: the one that names the thing most, Ukrainian on a tie."""
    use = Counter({"uk": 0, "ru": 0})
    for (language, _), count in lemmas.items():
        use[language] += count
    ranked: list[Language] = ["uk", "ru"] if use["uk"] >= use["ru"] else ["ru", "uk"]
    return next((language for language in ranked if language in labels), None)


def _english(kind: EntityType, name: str, source: Language) -> str:
    """The name in Latin letters; a person's as English newspapers write it, where the table knows."""
    if kind is not EntityType.PER:
        return romanised(name, source)
    people, given, surnames = _english_names()
    if skeleton(name) in people:
        return people[skeleton(name)]
    parts = person(name_key(name))
    words = name.split()
    cut = len(words) - len(parts.surname.split())
    first = (given.get(skeleton(word)) or romanised(word, source) for word in words[:cut])
    surname = " ".join(words[cut:])
    return " ".join((*first, surnames.get(skeleton(surname)) or romanised(surname, source)))


def _body(name: str, language: Language) -> str | None:
    """“Ministry of Foreign Affairs of Ukraine”, «Міністерство закордонних справ (Україна)» for a known kind of body.

    The country stands in brackets where a language would have to bend its name.
    """
    parts = national(name_key(name))
    kind = concept(parts.body if parts is not None else name_key(name))
    body = next((thing.labels[language] for thing in institutions() if thing.key == kind), None)
    if body is None or parts is None:
        return body
    country = next(thing.labels[language] for thing in authority().countries() if thing.country == parts.country)
    return f"{body} of {country}" if language == "en" else f"{body} ({country})"


@lru_cache(maxsize=1)
def _english_names() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """English spellings of whole names, given names, surnames, by skeleton."""
    names = personal_names()
    whole, given, surnames = (
        {skeleton(form): english for english, forms in table.items() for form in forms}
        for table in (names.people, names.western, names.surnames)
    )
    return whole, given, surnames


@lru_cache(maxsize=1)
def _slavic() -> Mapping[str, tuple[str, ...]]:
    return {skeleton(form): row for row in personal_names().rows for form in row}


def _given_in(word: str, language: Language) -> str | None:
    """A given name in the other language: the rows begin with the Ukrainian form, then the Russian."""
    row = _slavic().get(skeleton(word))
    if row is None or len(row) < 2 or row[1].isascii():
        return None
    return row[0] if language == "uk" else row[1]


def _aliases(kind: EntityType, lemmas: Mapping[tuple[Language, str], int], labels: Iterable[str]) -> Iterable[Alias]:
    """The other names that articles use, most used first."""
    seen = {name_key(label) for label in labels}
    for _, lemma in _by_use(lemmas):
        form = bare(lemma)
        if name_key(form) not in seen:
            seen.add(name_key(form))
            strength = Strength.STRONG if _full(kind, lemma) else Strength.WEAK
            yield Alias(form=form, language=language_of(form), strength=strength)
