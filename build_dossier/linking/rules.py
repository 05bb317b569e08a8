"""What makes two names one without doubt: the rules in the order in which they are tried.

Comes in: a ``NameTable``. Goes out: buckets of numbers of names; the names of a bucket are one thing as far as the
editor's decisions allow. Every rule is a key, so that the work grows with the number of names, not with its square.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from build_dossier.extract.mentions import EntityType
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.linking.authority import authority
from build_dossier.linking.institutions import concept, country_of_adjective, institution_key
from build_dossier.linking.joining import Groups
from build_dossier.linking.names import coarse_surname, given_key, person, surname_key
from build_dossier.linking.nominative import stem
from build_dossier.linking.table import NameTable
from build_dossier.text.translit import consonants, skeleton

_REPUBLICS = frozenset({"республіка", "республика"})
_SHORTEST_COMPANY = 3
"""Letters of a company's name that tell it without its legal form."""
KeyRule = Callable[[NameTable, int], str | None]
"""Gives the key of a name under one rule, ``None`` where the rule says nothing of it."""


def same_words(table: NameTable, number: int) -> str | None:
    """The same words, whatever the editor ruled out: the wall between groups keeps these apart."""
    return table.names[number].key


def same_thing(table: NameTable, number: int) -> str | None:
    """Two names of one thing in the tables, or of one country's body in two languages.

    «РФ», «Росія»; «Ирландская Республика», «Ирландия»; «Госдеп», «Держдеп США»; «МЗС України», «МИД Украины».
    """
    name = table.names[number]
    if name.type is EntityType.PER:
        return None
    thing = authority().find(name.type, name.key)
    if thing is not None:
        return f"thing:{thing.key}"
    if name.type is EntityType.ORG:
        return institution_key(name.key)
    row = name.key.split()
    republic = len(row) == len(("чеська", "республіка")) and row[1] in _REPUBLICS
    country = country_of_adjective(row[0] if republic else name.key)
    if len(row) > 1 and row[0] in _REPUBLICS:
        named = authority().find(EntityType.LOC, " ".join(row[1:]))
        country = named.country if named is not None and named.state else None
    state = next((thing for thing in authority().countries() if thing.country == country), None)
    return None if state is None else f"thing:{state.key}"


def same_body_of_person(table: NameTable, number: int) -> str | None:
    """A person's body, with or without the given name: «адміністрація Дональда Трампа», «администрация Трампа»."""
    name = table.names[number]
    row = name.key.split()
    if name.type is not EntityType.ORG or len(row) < 2:
        return None
    full = len(row) > 2 and (stem(row[-2]), stem(row[-1])) in table.full_names
    body = row[:-2] if full else row[:-1]
    if not body or not (full or stem(row[-1]) in table.surnames):
        return None
    return f"{consonants(' '.join(body))}|{skeleton(stem(row[-1]))}"


def same_company(table: NameTable, number: int) -> str | None:
    """A company with or without its legal form: “Ryanair Holdings Plc”, «ООО „Новые известия“», «ИА REGNUM»."""
    name = table.names[number]
    if name.type is not EntityType.ORG:
        return None
    bare = " ".join(word for word in name.key.split() if word.rstrip(".") not in _forms_of_companies())
    return f"company:{skeleton(bare)}" if len(bare) > _SHORTEST_COMPANY else None


@lru_cache(maxsize=1)
def _forms_of_companies() -> frozenset[str]:
    return frozenset(words(read_lexicon("companies.yml")["forms"]))


def same_concept(table: NameTable, number: int) -> str | None:
    """A body without its country: «МЗС» and «МИД» are the same words, whoever's they are."""
    name = table.names[number]
    return concept(name.key) if name.type is EntityType.ORG else None


def same_spelling(table: NameTable, number: int) -> str | None:
    """One spelling across scripts: «Путін», «Путин»; short abbreviations only within a script."""
    name = table.names[number]
    if name.type is EntityType.PER and not table.loose(number):
        return None
    key = skeleton(name.key)
    feminine = person(name.key).feminine if name.type is EntityType.PER else False
    script = name.key.isascii() if len(name.key) <= 3 else None
    return f"{key}|{feminine}|{script}" if len(key) > 1 else None


def same_person(table: NameTable, number: int) -> str | None:
    """Given name and surname: «Сергій Лавров», «Сергей Лавров», «Лавров Сергей Викторович»."""
    name = table.names[number]
    if name.type is not EntityType.PER or table.loose(number):
        return None
    parts = person(name.key)
    return f"{given_key(parts.given)}|{surname_key(parts)}"


def same_person_other_language(table: NameTable, number: int) -> str | None:
    """The same given name, and a surname of the same consonants: «Дмитрий Песков», «Дмитро Пєсков»."""
    name = table.names[number]
    if name.type is not EntityType.PER or table.loose(number):
        return None
    parts = person(name.key)
    surname = coarse_surname(parts)
    return f"{given_key(parts.given)}|{surname}" if len(surname) >= 3 else None


def same_first_name(table: NameTable, number: int) -> str | None:
    """The first given name and the surname: «Дональд Трамп», «Дональд Джон Трамп»."""
    name = table.names[number]
    if name.type is not EntityType.PER or table.loose(number):
        return None
    parts = person(name.key)
    return f"{given_key(parts.given[:1])}|{surname_key(parts)}"


Bucket = Sequence[int]
Choice = Callable[[NameTable, Bucket], Bucket]
"""Which names of a bucket are joined."""


def whole(_: NameTable, bucket: Bucket) -> Bucket:
    """All of them."""
    return bucket


def one_of_each_language(table: NameTable, bucket: Bucket) -> Bucket:
    """The most used name of each language: two spellings of one language are not one by consonants alone."""
    best: dict[str, int] = {}
    for number in sorted(bucket, key=lambda n: (-table.facts[n].mentions, n)):
        for language in sorted(table.facts[number].languages or {"und"}):
            best.setdefault(language, number)
    return sorted(set(best.values()))


def one_middle_name(table: NameTable, bucket: Bucket) -> Bucket:
    """All, unless two of them have different middle names: George W. and George H. W. Bush are two."""
    middles = {given_key(person(table.names[number].key).given[1:]) for number in bucket}
    return bucket if len(middles - {""}) <= 1 else ()


def one_holder(table: NameTable, bucket: Bucket) -> Bucket:
    """All, unless two of them say different given names: Hunter Biden's team is not Joe Biden's."""
    rows = (table.names[number].key.split() for number in bucket)
    given = {given_key((stem(row[-2]),)) for row in rows if (stem(row[-2]), stem(row[-1])) in table.full_names}
    return bucket if len(given) <= 1 else ()


RULES: tuple[tuple[KeyRule, Choice], ...] = (
    (same_words, whole),
    (same_thing, whole),
    (same_concept, whole),
    (same_company, whole),
    (same_body_of_person, one_holder),
    (same_spelling, whole),
    (same_person, whole),
    (same_person_other_language, one_of_each_language),
    (same_first_name, one_middle_name),
)
"""Each rule, and which names that share its key it joins."""


def join_by_rules(table: NameTable, groups: Groups) -> None:
    """Joins the names that share a key under a rule."""
    for rule, choose in RULES:
        for bucket in _buckets(table, rule):
            groups.join_all(choose(table, bucket))


def _buckets(table: NameTable, rule: KeyRule) -> Iterable[Sequence[int]]:
    """Names of one type and one key, in order of the key's first name."""
    buckets: dict[tuple[EntityType, str], list[int]] = {}
    for number, name in enumerate(table.names):
        key = rule(table, number)
        if key is not None:
            buckets.setdefault((name.type, key), []).append(number)
    return (bucket for bucket in buckets.values() if len(bucket) > 1)
