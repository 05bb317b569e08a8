"""Where a capital or a palace stands for a government: «Кремль заявив», «офіційний Мінськ», «позиція Вашингтона».

Comes in: an ``Article`` and its mentions. Goes out: the same mentions, marked. The sentence must show it, by a rule
that has a name; «у Москві відбулася», «прибув до Вашингтона», «посольство в Києві» stay places.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from build_dossier.article import Article
from build_dossier.extract.gazetteer import keys, merged
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.extract.units import Sentence, read_sentences
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.strict_yaml import Value
from build_dossier.text.morphology import analyses

_FARTHEST = 5
"""Units between a subject and its verb."""
_DOING = tuple(f"{stem}{end}" for stem in ("ни", "нн", "тт") for end in ("е", "я", "ю", "ем", "ям", "и", "і"))
"""Endings of nouns of doing: «звільнення», «освобождение»."""
_STOPS = frozenset('.;:!?…()"«»“”—–')
_AND = frozenset({"та", "і", "й", "и"})
_PLACE_PREPOSITIONS = frozenset(
    {
        "в",
        "у",
        "до",
        "під",
        "под",
        "біля",
        "возле",
        "через",
        "по",
        "навколо",
        "вокруг",
        "поблизу",
        "на",
        "за",
        "из",
        "із",
        "з",
    }
)

_PLACES_AND_BODIES = frozenset({EntityType.LOC, EntityType.ORG})

MetonymRule = Callable[[Sentence, int], bool]
"""Sees one way in which a sentence shows that the capital at a unit is the government."""


def marked(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, those that stand for a government marked."""
    metonyms = {
        unit.start
        for of in read_sentences(article, mentions, _may_be_government)
        for at, unit in enumerate(of.units)
        if unit.mention is not None and _may_be_government(unit.mention) and any(rule(of, at) for rule in RULES)
    }
    if not metonyms:
        return tuple(mentions)
    return tuple(replace(m, metonym=True) if m.start in metonyms else m for m in mentions)


def _may_be_government(mention: Mention) -> bool:
    lemma = merged(mention.lemma)
    return mention.type in _PLACES_AND_BODIES and (lemma in capitals() or lemma in seats())


def capitals() -> frozenset[str]:
    """The capitals of all countries, in shared letters."""
    return _names("capitals")


def seats() -> frozenset[str]:
    """The palaces and streets that stand for governments, in shared letters."""
    return _names("seats")


@cache
def _names(field: str) -> frozenset[str]:
    """The capitals or the seats of all countries, in shared letters."""
    found: list[str] = list(words(read_lexicon("governments.yml")["seats"])) if field == "seats" else []
    countries = read_lexicon("governments.yml")["countries"]
    assert isinstance(countries, Mapping)
    for entry in countries.values():
        assert isinstance(entry, Mapping)
        found += words(entry.get(field, ()))
    return frozenset(merged(name) for name in found)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(merged(word) for word in _words(read_lexicon("governments.yml")[name]))


def _words(value: Value) -> tuple[str, ...]:
    lists = value.values() if isinstance(value, Mapping) else (value,)
    return tuple(word for one in lists for word in words(one))


def _is(of: Sentence, at: int, name: str) -> bool:
    return of.is_word(at) and not keys(of.units[at].form, of.language).isdisjoint(_listed(name))


def official(of: Sentence, at: int) -> bool:
    """«офіційний Мінськ», «с официальным Минском»."""
    return _is(of, at - 1, "official")


def seat_of_power(of: Sentence, at: int) -> bool:
    """«Кремль», «Білий дім» without a preposition of place: nobody means the building."""
    mention = of.mention(at, EntityType.LOC, EntityType.ORG)
    seat = mention is not None and merged(mention.lemma) in seats()
    within = of.form(at - 1) in _PLACE_PREPOSITIONS or (
        of.form(at - 1) in _AND and of.form(at - 3) in _PLACE_PREPOSITIONS
    )
    return seat and not within and not _is(of, at - 1, "leaving")


def acts(of: Sentence, at: int) -> bool:
    """«Москва указывала», «чи може Вашингтон послабити», «Минск готов принять»: subject of speech, will or decision."""
    if _after_preposition(of, at) or not _may_be_subject(of, at):
        return False
    return _acting(of, range(at + 1, at + 1 + _FARTHEST)) or _acting_before(of, at)


def _after_preposition(of: Sentence, at: int) -> bool:
    before = of.units[at - 1].form if of.is_word(at - 1) else ""
    return bool(before) and any(a.pos == "PREP" for a in analyses(before, of.language))


def _may_be_subject(of: Sentence, at: int) -> bool:
    """Whether the form may be the nominative, and no noun before it has it as its complement."""
    mention = of.units[at].mention
    assert mention is not None
    return merged(mention.form) == merged(mention.lemma)


def _acting(of: Sentence, places: range) -> bool:
    """Whether the clause goes on with a verb of acting, over adverbs and «не», «і», other governments."""
    for at in places:
        if of.form(at) in _STOPS or of.form(at) == ",":
            return False
        if _is(of, at, "acts") or _is(of, at, "wills"):
            return True
        if of.is_word(at) and _is_other_verb_or_noun(of, at):
            return False
    return False


def _is_other_verb_or_noun(of: Sentence, at: int) -> bool:
    found = analyses(of.units[at].form, of.language)
    modal = not keys(of.units[at].form, of.language).isdisjoint(_MODAL)
    return not modal and bool(found) and found[0].pos in {"VERB", "NOUN", "INFN", "GRND"}


_MODAL = frozenset(
    merged(word) for word in ("могти", "мочь", "може", "має", "мусить", "бути", "быть", "стати", "стать")
)


def _acting_before(of: Sentence, at: int) -> bool:
    """«заявил Кремль», «вважає Київ»: a verb of acting right before it, in the singular."""
    return _is(of, at - 1, "acts") and any(
        a.pos == "VERB" and a.number == "sing" for a in analyses(of.units[at - 1].form, of.language)
    )


def stance_of(of: Sentence, at: int) -> bool:
    """«позиція Кремля», «из геополитической орбиты Москвы»: a government's doing or having, right before it."""
    mention = of.units[at].mention
    assert mention is not None
    return _is(of, at - 1, "stances") and any(a.case == "gent" for a in analyses(mention.form, of.language))


def has(of: Sentence, at: int) -> bool:
    """«у Москвы не было возможности», «у Києва є підстави»: what only somebody can have."""
    mention = of.units[at].mention
    assert mention is not None
    if of.form(at - 1) != "у" or not any(a.case == "gent" for a in analyses(mention.form, of.language)):
        return False
    return any(_is(of, place, "haves") for place in range(at + 1, at + 1 + _FARTHEST))


def deals(of: Sentence, at: int) -> bool:
    """«переговори з Києвом», «тиск на Москву»: what one does with a government."""
    if of.form(at - 1) not in {"з", "із", "зі", "с", "со", "на", "між", "между"}:
        return False
    return _is(of, at - 2, "dealings")


def with_allies(of: Sentence, at: int) -> bool:
    """«Київ та його західні партнери»: a town has no allies."""
    if of.form(at + 1) not in _AND or of.form(at + 2) not in {"його", "її", "его", "ее"}:
        return False
    return any(_is(of, place, "stances") for place in (at + 3, at + 4))


def agent(of: Sentence, at: int) -> bool:
    """«освобождение Минском заключенных»: who does it, in the instrumental after a noun of doing."""
    mention = of.units[at].mention
    assert mention is not None
    doing = of.is_word(at - 1) and of.form(at - 1).endswith(_DOING)
    found = analyses(mention.form, of.language)
    return doing and any(a.case == "ablt" for a in found) and all(a.case != "gent" for a in found)


RULES: tuple[MetonymRule, ...] = (official, seat_of_power, acts, stance_of, has, deals, with_allies, agent)
"""Any of them is enough."""
