"""Whom an office means that stands for its holder: «білоруський президент», «глава МИДа».

Comes in: the descriptions of an article, the entities that its names mean, the table of offices. Goes out: a person
with the reason to doubt it, or nobody. The article is asked first: who is called so beside the name. Only when it names
nobody so does the table answer, for the article's own day.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.article import Article, Basis
from build_dossier.entity import Entity, Strength
from build_dossier.extract.gazetteer import keys, merged
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.roles import Role
from build_dossier.extract.units import role_list
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.linking.authority import authority, name_key
from build_dossier.linking.institutions import concept, national
from build_dossier.offices import Holder, Office, Offices, days
from build_dossier.text.language import Language

_STATED = frozenset({Basis.STATED, Basis.EDITOR})
_FROM_A_POST = re.compile(r"\b(?:со?|з|із|зі) (?:пост|посад|должност)")
_MINISTRY: Mapping[Language, str] = {"uk": "міністерство", "ru": "министерство"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Whom an office means."""

    entity: str
    doubt: str | None
    """One English sentence, when only the table says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """A description as it is compared."""

    head: str
    """In shared letters."""
    past: frozenset[str]
    """Words that take the office away from who holds it now."""
    countries: frozenset[str]
    bodies: frozenset[str]
    """Kinds of bodies (``mfa``), or names of them."""
    persons: frozenset[str]
    """Entities whose envoy or minister it is."""

    @property
    def is_told(self) -> bool:
        """Whether it says whose the office is."""
        return bool(self.countries or self.bodies or self.persons)


class Holders:
    """Persons by the names that the table of offices gives."""

    def __init__(self, offices: Offices, entities: Iterable[Entity]) -> None:
        self._offices = offices
        self._by_name: dict[str, set[str]] = {}
        for entity in entities:
            if entity.type is EntityType.PER:
                strong = (alias.form for alias in entity.aliases if alias.strength is Strength.STRONG)
                for name in (*entity.labels.values(), *strong):
                    self._by_name.setdefault(name_key(name), set()).add(entity.id)

    def holdings(self, article: Article, roles: Sequence[Role], led: Mapping[int, str | None]) -> Mapping[int, Holding]:
        """Whom each office (NOM) of an article means, by the start of its mention.

        Args:
            article: for its date.
            roles: what its persons are called.
            led: the entity of each mention that is a name, by its start.
        """
        scopes = [(role, _scope(article, role, led)) for role in roles]
        named = [
            (scope, led.get(role.mention.start))
            for role, scope in scopes
            if role.mention.level is Level.NAM and not _has_left(article, role)
        ]
        found: dict[int, Holding] = {}
        for role, scope in scopes:
            if role.mention.level is Level.NOM and scope.is_told:
                holding = self._holding(article, role, scope, named)
                if holding is not None:
                    found[role.mention.start] = holding
        return found

    def _holding(
        self, article: Article, role: Role, scope: _Scope, named: Sequence[tuple[_Scope, str | None]]
    ) -> Holding | None:
        here = {entity for other, entity in named if entity is not None and _same_office(scope, other)}
        if here:
            return Holding(entity=here.pop(), doubt=None) if len(here) == 1 else None
        return self._by_table(article, role, scope)

    def _by_table(self, article: Article, role: Role, scope: _Scope) -> Holding | None:
        first, last = days(article.published.value)
        offices = [office for office in self._offices.offices.values() if _is_office(scope, office)]
        holders = [holder for office in offices for holder in office.between(first, last)]
        people = {entity for holder in holders for entity in self._people(holder)}
        if len(offices) != 1 or len({holder.names for holder in holders}) != 1 or len(people) != 1:
            return None
        sure = article.published.basis in _STATED and last <= self._offices.as_of
        day = article.published.value if article.published.value is not None else "an unknown day"
        doubt = f"“{role.mention.lemma}” names nobody; the table of offices says so for {day}."
        return Holding(entity=people.pop(), doubt=None if sure else doubt)

    def _people(self, holder: Holder) -> set[str]:
        return {entity for name in holder.names for entity in self._by_name.get(name_key(name), ())}


def _has_left(article: Article, role: Role) -> bool:
    """«відставка Коваля з посади міністра»: the minister of the sentences around it may be another."""
    return _FROM_A_POST.search(article.text[role.mention.end : role.start]) is not None


def _same_office(scope: _Scope, other: _Scope) -> bool:
    """Whether a description beside a name is of the same office; it may say more."""
    if not _same_head(scope, other) or scope.past != other.past:
        return False
    if scope.bodies != other.bodies and not (scope.persons and scope.persons <= other.persons):
        return False
    return scope.countries <= other.countries and scope.persons <= other.persons


def _same_head(scope: _Scope, other: _Scope) -> bool:
    heads = {scope.head, other.head}
    if len(heads) == 1:
        return True
    leaders, rulers = role_list("leaders"), role_list("heads_of_country")
    if not scope.bodies and not scope.persons and heads <= leaders | rulers:
        return bool(heads & leaders)
    if scope.bodies and heads <= role_list("ministers"):
        return True
    return heads <= role_list("envoys")


def _is_office(scope: _Scope, office: Office) -> bool:
    """Whether a description says an office of the table."""
    called = {merged(word) for word in office.called} | (role_list("leaders") if office.leads else frozenset())
    if scope.past or scope.persons or scope.head not in called:
        return False
    if office.country is None:
        return not scope.countries and bool(scope.bodies) and scope.bodies <= {*map(_body_key, office.organisation)}
    wanted = frozenset() if office.body is None else frozenset({office.body})
    return scope.countries == {office.country} and scope.bodies == wanted


def _scope(article: Article, role: Role, led: Mapping[int, str | None]) -> _Scope:
    language: Language = "uk" if article.language == "uk" else "ru"
    countries = {country for word in role.modifiers if (country := _adjectives().get(merged(word))) is not None}
    bodies: set[str] = set()
    persons: set[str] = set()
    for mention in role.of:
        if mention.type is EntityType.PER:
            persons |= {entity} if (entity := led.get(mention.start)) is not None else {mention.lemma}
        else:
            country, body = _thing(mention)
            countries |= {country} if country is not None else set()
            bodies |= {body} if body is not None else set()
    if (ministry := _ministry(article, role, language)) is not None:
        bodies.add(ministry)
    head, past = _head(role)
    return _Scope(
        head=head,
        past=past,
        countries=frozenset(countries),
        bodies=frozenset(bodies),
        persons=frozenset(persons),
    )


def _head(role: Role) -> tuple[str, frozenset[str]]:
    """The head in shared letters, «державний секретар» as one word, and the words that say «no more» or «not yet»."""
    modifiers = [merged(word) for word in role.modifiers]
    head = merged(role.head)
    if head in _STATE_SECRETARY and any(word in _STATE for word in modifiers):
        head = merged("держсекретар" if head == merged("секретар") else "госсекретарь")
    return head, frozenset(word for word in modifiers if word in role_list("not_now"))


_STATE_SECRETARY = frozenset({merged("секретар"), merged("секретарь")})
_STATE = frozenset({merged("державний"), merged("государственный")})


def _thing(mention: Mention) -> tuple[str | None, str | None]:
    """The country and the body that a name inside a description gives."""
    key = name_key(mention.lemma)
    if merged(mention.lemma) in _seats():
        return _seats()[merged(mention.lemma)], None
    place = authority().find(EntityType.LOC, key)
    if place is not None and place.state:
        return place.country, None
    parts = national(key)
    if parts is not None:
        return parts.country, concept(parts.body) or _body_key(parts.body)
    return None, concept(key) or _body_key(mention.lemma)


def _body_key(name: str) -> str:
    known = authority().find(EntityType.ORG, name_key(name))
    return f"thing:{known.key}" if known is not None else name_key(name)


def _ministry(article: Article, role: Role, language: Language) -> str | None:
    """«міністр закордонних справ» is the head of the «Міністерство закордонних справ»."""
    if merged(role.head) not in {merged("міністр"), merged("министр")}:
        return None
    end = role.of[0].start if role.of else role.end
    printed = article.text[role.start : end].split()
    places = [at for at, word in enumerate(printed) if merged(role.head) in keys(word, language)]
    rest = " ".join(printed[places[0] + 1 :]) if places else ""
    return concept(name_key(f"{_MINISTRY[language]} {rest}")) if rest else None


@lru_cache(maxsize=1)
def _adjectives() -> Mapping[str, str]:
    return _countries("adjectives")


@lru_cache(maxsize=1)
def _seats() -> Mapping[str, str]:
    return _countries("seats")


def _countries(field: str) -> Mapping[str, str]:
    """Countries by an adjective or a seat in shared letters."""
    countries = read_lexicon("governments.yml")["countries"]
    assert isinstance(countries, Mapping)
    found: dict[str, str] = {}
    for code, entry in countries.items():
        assert isinstance(entry, Mapping)
        found |= {merged(word): code for word in words(entry.get(field, ()))}
    return found
