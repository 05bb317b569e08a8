"""What the text calls a person beside the name: office, kinship, epithet.

Comes in: an ``Article`` and its mentions. Goes out: ``Role``s: «диктатором Білорусі» of «Олександром Лукашенком». The
head of a description stands in the case of the name, or nothing is said: «сказав президент Трампу» describes nobody.
What two nouns could claim («помічника президента США Сміта») is left alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.extract.gazetteer import lists_of
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.phrases import LONGEST, begins, cases_of_name, ends, head
from build_dossier.extract.units import Sentence, read_sentences
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

_STOPS = frozenset(",.;:!?…)—–")
_DASHES = frozenset("—–-")
_TO_OR_FROM = frozenset({"на", "с", "со", "з", "із", "зі"})
_CAPACITY = frozenset({"якості", "качестве"})
_THIS = frozenset({"це", "это"})
_AND = frozenset({"та", "і", "й", "и"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A description of a person, in the article's words."""

    mention: Mention
    """Whom it describes: a name (NAM), or the description itself (NOM)."""
    start: int
    end: int
    head: str
    """Lemma of the noun that says what the person is."""
    modifiers: tuple[str, ...] = ()
    """Lemmas of the other words outside of mentions, in text order."""
    of: tuple[Mention, ...] = ()
    """The mentions inside it: whose office, of which country or body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A description in units of its sentence: head, first unit, end (half-open)."""

    head: int
    first: int
    end: int


RoleRule = Callable[[Sentence, int], Found | None]
"""Sees a description of the person named at a unit."""


def find(article: Article, mentions: Sequence[Mention]) -> tuple[Role, ...]:
    """The descriptions beside the persons' names of an article, in text order, at most one a name."""
    read = tuple(read_sentences(article, mentions, _is_person))
    found = [role_of(of, at, seen) for of in read for at, seen in described(of)]
    found += _told_elsewhere(read, found)
    return tuple(sorted(found, key=lambda role: (role.start, role.end)))


def _told_elsewhere(read: Sequence[Sentence], found: Sequence[Role]) -> Iterator[Role]:
    """«личного адвоката Руди Джулиани», where another sentence says «адвокат Руди Джулиани» so that all is clear."""
    known = {(_surname(role.mention), role.head) for role in found}
    described_names = {role.mention.start for role in found}
    for of in read:
        for at, unit in enumerate(of.units):
            person = unit.mention
            if person is None or not _is_person(person) or person.start in described_names:
                continue
            seen = next((f for f in _ending_at(of, at) if (_surname(person), _head(of, f)) in known), None)
            if seen is not None:
                yield role_of(of, at, seen)


def _surname(mention: Mention) -> str:
    return fold_case(mention.lemma.split()[-1])


def _head(of: Sentence, found: Found) -> str | None:
    noun = head(of.units[found.head].form, of.language)
    return None if noun is None else noun.lemma


def _ending_at(of: Sentence, at: int) -> Iterator[Found]:
    """The phrases that end where the name at a unit begins, in its case, the nearest head first."""
    for place in _heads_before(of, at, _name_cases(of, at)):
        yield Found(head=place, first=begins(of, place), end=at)


def _is_person(mention: Mention) -> bool:
    return mention.type is EntityType.PER and mention.level is Level.NAM


def described(of: Sentence) -> Iterator[tuple[int, Found]]:
    """The persons named in a sentence with the description that the first rule sees."""
    for at, unit in enumerate(of.units):
        if unit.mention is not None and _is_person(unit.mention):
            found = next((seen for rule in RULES if (seen := rule(of, at)) is not None), None)
            if found is not None:
                yield at, found


def role_of(of: Sentence, at: int, found: Found) -> Role:
    """The description of the person at a unit, with offsets."""
    person = of.units[at].mention
    assert person is not None
    return described_as(of, found, person)


def described_as(of: Sentence, found: Found, person: Mention) -> Role:
    """The description with offsets, of ``person``."""
    noun = head(of.units[found.head].form, of.language)
    assert noun is not None
    inside = [at for at in range(found.first, found.end) if at != found.head]
    return Role(
        mention=person,
        start=of.units[found.first].start,
        end=of.units[found.end - 1].end,
        head=noun.lemma,
        modifiers=tuple(_lemma(of.units[at].form, of.language) for at in inside if of.is_word(at)),
        of=tuple(mention for at in inside if (mention := of.units[at].mention) is not None),
    )


def _lemma(form: str, language: Language) -> str:
    return analyses(form, language)[0].lemma


def _name_cases(of: Sentence, at: int) -> frozenset[str]:
    name = of.units[at].mention
    assert name is not None
    return cases_of_name(name.form, name.lemma, of.language)


def before_the_name(of: Sentence, at: int) -> Found | None:
    """«диктатором Білорусі Олександром Лукашенком»: the phrase ends where the name begins, in its case."""
    cases = _name_cases(of, at)
    place = _nearest(of, _heads_before(of, at, cases), at, cases)
    if place is None or _may_be_anothers(of, place, at):
        return None
    return _joined(of, Found(head=place, first=begins(of, place), end=at), cases)


def _heads_before(of: Sentence, at: int, cases: frozenset[str]) -> list[int]:
    """Places of the nouns in one of the cases whose phrase may end where the name begins, the nearest first."""
    return [
        place
        for place in range(at - 1, max(at - LONGEST, 0) - 1, -1)
        if of.is_word(place)
        and (noun := head(of.units[place].form, of.language)) is not None
        and noun.cases & cases
        and at in ends(of, place + 1)
    ]


def _nearest(of: Sentence, heads: Sequence[int], at: int, cases: frozenset[str]) -> int | None:
    """The head that describes a name, of those (nearest first) that could; ``None`` when it cannot be told.

    «адвокат женщины Саиф Мулук»: the head in the nominative, if the name may be; else the one right before the name.
    """
    if "nomn" in cases:
        upright = [
            p for p in heads if (noun := head(of.units[p].form, of.language)) is not None and "nomn" in noun.cases
        ]
        heads = upright or heads
    return heads[0] if heads and (len(heads) == 1 or heads[0] + 1 == at) else None


def _may_be_anothers(of: Sentence, place: int, at: int) -> bool:
    """«спецпосланця Трампа», «адвокат Бібі»: a noun of belonging right before a name that may be in the genitive."""
    return place + 1 == at and of.listed(place, "of_persons") and "gent" in _name_cases(of, at)


def _joined(of: Sentence, found: Found, cases: frozenset[str]) -> Found:
    """«голова комітету та давній союзник Путіна …»: with the office before «and», unless both are offices."""
    conjunction = found.first - 1
    if of.form(conjunction) not in _AND or of.listed(found.head, "offices"):
        return found
    for place in range(conjunction - 1, max(conjunction - LONGEST, 0) - 1, -1):
        noun = head(of.units[place].form, of.language) if of.is_word(place) else None
        if noun is not None and noun.cases & cases and conjunction in ends(of, place + 1):
            return Found(head=place, first=begins(of, place), end=found.end)
    return found


def after_the_name(of: Sentence, at: int) -> Found | None:
    """«Крістофер Сміт, заступник помічника держсекретаря, який …»: between commas, in the name's case."""
    if of.form(at + 1) not in {",", "("} or _in_a_list(of, at) or _ends_a_clause(of, at):
        return None
    found = _phrase_at(of, at + 2, _name_cases(of, at))
    closing = {")"} if of.form(at + 1) == "(" else _STOPS
    if found is None or of.form(found.end) not in closing or of.form(found.end) in {"—", "–"}:
        return None
    return None if of.form(found.end) == "," and _goes_on(of, found.end + 1) else found


def _phrase_at(of: Sentence, first: int, cases: frozenset[str]) -> Found | None:
    """The longest phrase that begins at a unit with a head in one of the cases."""
    for place in range(first, min(first + 5, len(of.units))):
        noun = head(of.units[place].form, of.language) if of.is_word(place) else None
        if noun is not None and noun.cases & cases and begins(of, place) <= first:
            return Found(head=place, first=first, end=max(ends(of, place + 1)))
    return None


def _in_a_list(of: Sentence, at: int) -> bool:
    """«Путін, Трамп, президент України»: names in a row."""
    return of.form(at - 1) in {",", *_AND} and of.mention(at - 2, EntityType.PER) is not None


def _ends_a_clause(of: Sentence, at: int) -> bool:
    """«Як сказав Путін, президент …»: the comma closes the clause."""
    for place in range(at - 1, max(at - 2 * LONGEST, -1), -1):
        if of.form(place) in {",", ";", ":", "«", '"'}:
            return False
        if of.listed(place, "clause_openers"):
            return True
    return False


def _goes_on(of: Sentence, at: int) -> bool:
    """Whether a list goes on after the comma: a person, or another phrase that leads to one."""
    if of.mention(at, EntityType.PER) is not None:
        return True
    found = _phrase_at(of, at, frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"}))
    return found is not None and of.mention(found.end, EntityType.PER) is not None


def appointed(of: Sentence, at: int) -> Found | None:
    """«…Коул, которого Трамп назначил специальным посланником по вопросам …»: what somebody was made."""
    if of.form(at + 1) != "," or not of.listed(at + 2, "relatives"):
        return None
    for place in range(at + 3, min(at + 8, len(of.units))):
        if of.form(place) in _STOPS:
            return None
        if of.listed(place, "appointing"):
            return _phrase_at(of, place + 1, frozenset({"ablt"}))
    return None


def after_a_dash(of: Sentence, at: int) -> Found | None:
    """«Іван Коваль — голова партії»: a predicate in the nominative up to the end of its clause."""
    opens = at == 0 or of.form(at - 1) in _STOPS | _AND
    if of.form(at + 1) not in _DASHES or not opens or "nomn" not in _name_cases(of, at):
        return None
    first = at + (3 if of.form(at + 2) in _THIS else 2)
    found = _phrase_at(of, first, frozenset({"nomn"}))
    return found if found is not None and of.form(found.end) in _STOPS - _DASHES else None


def of_the_post(of: Sentence, at: int) -> Found | None:
    """«отставку Ивана Коваля с поста министра», «призначення Коваля на посаду голови», «в качестве министра»."""
    post = of.form(at + 1) in _TO_OR_FROM and of.listed(at + 2, "posts")
    as_what = of.form(at + 1) in {"в", "у"} and of.form(at + 2) in _CAPACITY
    return _phrase_at(of, at + 3, frozenset({"gent"})) if post or as_what else None


def became(of: Sentence, at: int) -> Found | None:
    """«Иван Коваль стал министром», «новим міністром став Іван Коваль»."""
    if "nomn" not in _name_cases(of, at):
        return None
    if of.listed(at + 1, "becoming"):
        found = _phrase_at(of, at + 2, frozenset({"ablt"}))
        return found if found is not None and _is_role(of, found.head) else None
    if not of.listed(at - 1, "becoming"):
        return None
    heads = [place for place in _heads_before(of, at - 1, frozenset({"ablt"})) if _is_role(of, place)]
    return Found(head=heads[0], first=begins(of, heads[0]), end=at - 1) if len(heads) == 1 else None


def _is_role(of: Sentence, at: int) -> bool:
    """«міністром», but not «першою жінкою», which needs what follows."""
    return "role" in lists_of(of.units[at].form, of.language)


RULES: tuple[RoleRule, ...] = (before_the_name, after_the_name, appointed, after_a_dash, of_the_post, became)
"""Each sees one place where a description stands; the first that sees one is believed."""
