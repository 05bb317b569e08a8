"""Persons who are called by their office alone: «президент України», «белорусский президент», «глава МИДа».

Comes in: an ``Article``, its mentions and roles. Goes out: ``Role``s, each with a mention (NOM) of its own: the head
with its adjectives, up to the first name inside the description, so that all mentions stay disjoint («президент» of
«президент США»). Whom it means is for ``link`` to say. The office as such («вибори президента»), a former or a future
holder and several holders are no person here.
"""

from collections.abc import Callable, Sequence

from build_dossier.article import Article
from build_dossier.extract.gazetteer import lists_of
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.phrases import begins, ends, head
from build_dossier.extract.roles import Found, Role, described_as
from build_dossier.extract.units import Sentence, read_sentences, role_list
from build_dossier.text.lemma import nominative
from build_dossier.text.morphology import analyses

_WITH = frozenset({"з", "із", "зі", "с", "со", "між", "межі", "между", "перед", "над", "під", "под", "за"})
"""Prepositions of the instrumental; without one it says what somebody becomes («став президентом США»)."""

_AND = frozenset({"та", "і", "й", "и"})

Doubt = Callable[[Sentence, Found], bool]
"""Sees why an office phrase means no person."""


def find(article: Article, mentions: Sequence[Mention], roles: Sequence[Role]) -> tuple[Role, ...]:
    """The offices that stand for their holders, in text order; what describes a named person is none of them."""
    return tuple(
        _standing_alone(article, of, phrase)
        for of in read_sentences(article, mentions)
        for at, unit in enumerate(of.units)
        if unit.mention is None and (phrase := _office_at(of, at)) is not None and _is_person(of, phrase, roles)
    )


def _is_person(of: Sentence, phrase: Found, roles: Sequence[Role]) -> bool:
    """Whether nothing speaks against a person, and no name takes the description."""
    first, last = of.units[phrase.first].start, of.units[phrase.end - 1].end
    if any(role.start == first for role in roles):
        return False
    inside = any(role.start < first and last <= role.end for role in roles)
    return not any(rule(of, phrase) for rule in NO_PERSON) and (inside or not names_follow(of, phrase))


def _office_at(of: Sentence, at: int) -> Found | None:
    """The office phrase whose head stands at a unit: as short as tells whose office it is."""
    if not of.listed(at, "offices") or head(of.units[at].form, of.language) is None:
        return None
    first = begins(of, at)
    ending = tuple(ends(of, at + 1))
    if any("demonym" in lists_of(of.units[place].form, of.language) for place in range(first, at)):
        return Found(head=at, first=first, end=max(end for end in ending if _names_no_other(of, at + 1, end)))
    end = next((end for end in ending if _tells_whose(of, at, end)), None)
    return None if end is None else Found(head=at, first=first, end=end)


def _names_no_other(of: Sentence, start: int, end: int) -> bool:
    """«чеський міністр закордонних справ», «чеський глава МЗС»: what follows is the body, no other country or place."""
    return all(of.is_word(at) or of.mention(at, EntityType.ORG) is not None for at in range(start, end)) and not any(
        of.form(at) in role_list("prepositions") for at in range(start, end)
    )


def _tells_whose(of: Sentence, at: int, end: int) -> bool:
    """Whether the first complement names whose the office is; a person has envoys and aides only."""
    named = [mention for place in range(at + 1, end) if (mention := of.units[place].mention) is not None]
    return bool(named) and (named[0].type is not EntityType.PER or of.listed(at, "of_persons"))


def names_follow(of: Sentence, phrase: Found) -> bool:
    """A person's name follows: the phrase describes it, or another rule could not say whom it describes."""
    return any(end >= phrase.end and of.mention(end, EntityType.PER) is not None for end in ends(of, phrase.head + 1))


def not_now(of: Sentence, phrase: Found) -> bool:
    """«колишній президент», «новий президент»: not who holds the office."""
    before = range(phrase.first, phrase.head)
    return of.form(phrase.head).startswith(("екс", "экс")) or any(
        of.listed(at, "not_now") or not of.is_word(at) for at in before
    )


def office_itself(of: Sentence, phrase: Found) -> bool:
    """«вибори президента США», «посада голови»: the office, not the person."""
    return of.listed(phrase.first - 1, "office_itself")


def becoming(of: Sentence, phrase: Found) -> bool:
    """«став президентом США», «балотується в президенти»: a predicate."""
    noun = head(of.units[phrase.head].form, of.language)
    assert noun is not None
    before = of.form(phrase.first - 1)
    return noun.cases == {"ablt"} and before not in _WITH


def perhaps_several(of: Sentence, phrase: Found) -> bool:
    """«главы церкви», «голови урядів»: the form may be a plural, and no adjective says otherwise."""
    read = analyses(of.units[phrase.head].form, of.language)
    return phrase.first == phrase.head and any(a.number == "plur" and a.case == "nomn" for a in read)


def beside_a_name(of: Sentence, phrase: Found) -> bool:
    """«Трамп, президент США, …», «Дуда — президент Польщі»: it may describe who is named before the sign."""
    sign = of.form(phrase.first - 1) in {",", "—", "–", "-", "("}
    return sign and of.mention(phrase.first - 2, EntityType.PER) is not None


def several(of: Sentence, phrase: Found) -> bool:
    """«прем'єр Британії та Франції», «президента и вице-президента США» name more than one."""
    if of.form(phrase.first - 1) in _AND and of.listed(phrase.first - 2, "offices"):
        return True
    is_list = of.form(phrase.end) in {*_AND, ","}
    return is_list and of.mention(phrase.end + 1, EntityType.LOC) is not None and of.mention(phrase.end - 1) is not None


NO_PERSON: tuple[Doubt, ...] = (not_now, office_itself, becoming, perhaps_several, beside_a_name, several)
"""Each sees one reason why an office phrase stands for nobody."""


def _standing_alone(article: Article, of: Sentence, phrase: Found) -> Role:
    """The description with a mention of its own; the lemma is the whole description in the nominative."""
    names = (at for at in range(phrase.head + 1, phrase.end) if not of.is_word(at))
    start = of.units[phrase.first].start
    end = of.units[next(names, phrase.end) - 1].end
    whole = article.text[start : of.units[phrase.end - 1].end]
    mention = Mention(
        start=start,
        end=end,
        form=article.text[start:end],
        lemma=nominative(whole, "ORG", of.language),
        type=EntityType.PER,
        level=Level.NOM,
    )
    return described_as(of, phrase, mention)
