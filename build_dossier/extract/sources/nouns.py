"""What kind of source a noun phrase names: an outlet, a body, a paper, people without names, or none.

Comes in: a sentence and a phrase beside a cue. Goes out: a ``Found``, or ``None``: a person is a speaker and no source.
"""

from build_dossier.extract.gazetteer import merged
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.extract.metonyms import seats
from build_dossier.extract.sources.found import Found, Kind, Reader
from build_dossier.extract.sources.names import NAMES, is_outlet, of_mention, outlet, outlet_key
from build_dossier.extract.sources.phrases import (
    QUOTES,
    Phrase,
    is_singular,
    nouns,
    own_name,
)
from build_dossier.extract.sources.words import count, is_adjective, listed
from build_dossier.extract.units import Sentence


def classify(of: Sentence, phrase: Phrase) -> Found | None:
    """What the phrase names as a source."""
    if of.units[phrase.head].mention is not None:
        return next((found for reader in NAMES if (found := reader(of, phrase)) is not None), None)
    if _tells_of_person(of, phrase):
        return None
    return next((found for reader in NOUNS if (found := reader(of, phrase)) is not None), None)


def is_person(of: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase is a person's name or a noun for one person: a speaker."""
    mention = of.units[phrase.head].mention
    if mention is not None:
        return mention.type is EntityType.PER
    if listed(of, phrase.head, "informants"):
        return False
    if listed(of, phrase.head, "voices") and phrase.end > phrase.head + 1:
        return False  # «речник МЗС» without a name speaks for the body
    animate = [a for a in nouns(of, phrase.head, phrase.case) if "anim" in a.grammemes]
    return any(a.number == "sing" for a in animate)


def _tells_of_person(of: Sentence, phrase: Phrase) -> bool:
    """«официальный представитель МИД Мария Захарова», «чиновник Джон Смит»: a person follows."""
    if of.mention(phrase.end, EntityType.PER) is not None:
        return True
    after_sign = of.form(phrase.end) == "," and of.mention(phrase.end + 1, EntityType.PER) is not None
    last = of.mention(phrase.end - 1, EntityType.PER) is not None and listed(of, phrase.head, "voices")
    return (after_sign or last) and is_singular(of, phrase.head, phrase.case)


def informants(of: Sentence, phrase: Phrase) -> Found | None:
    """«трьох співрозмовників», «джерело в уряді»; not «источник энергии»."""
    if not listed(of, phrase.head, "informants"):
        return None
    if any(listed(of, at, "not_of") for at in range(phrase.head + 1, phrase.end)):
        return None
    return of_words(Kind.INFORMANTS, of, phrase, "informants")


def media(of: Sentence, phrase: Phrase) -> Found | None:
    """«ЗМІ», «британские СМИ», «кілька видань»."""
    if not listed(of, phrase.head, "media") or listed(of, phrase.end, "outlet_nouns"):
        return None
    several = (
        listed(of, phrase.head, "groups") or not is_singular(of, phrase.head, phrase.case) or _says_some(of, phrase)
    )
    acronym = of.units[phrase.head].form.isupper()
    return of_words(Kind.MEDIA, of, phrase, "media") if several or acronym else None


def outlet_by_noun(of: Sentence, phrase: Phrase) -> Found | None:
    """«агентство Reuters», «телеканал «Х»», and «видання» alone, which takes up the name before or after it."""
    if not listed(of, phrase.head, "outlet_nouns"):
        return None
    place = _name_place(of, phrase)
    if place is None:
        on_site = of.form(phrase.first - 1) == "на" and listed(of, phrase.head, "sites")
        return None if on_site else of_words(Kind.OUTLET_AGAIN, of, phrase, "outlet")
    mention = of.mention(place[0], EntityType.ORG, EntityType.PRO, EntityType.LOC, EntityType.PER)
    if mention is not None:
        return of_mention(Kind.OUTLET, mention, outlet_key(mention.lemma))
    start, end = of.units[place[0]].start, of.units[place[1] - 1].end
    name = " ".join(of.units[at].form for at in range(*place))
    return Found(kind=Kind.OUTLET, start=start, end=end, key=outlet_key(name))


def _name_place(of: Sentence, phrase: Phrase) -> tuple[int, int] | None:
    """First and last unit of the name after a noun, without its quotation marks; «новин», an adjective between."""
    for at in range(phrase.head + 1, phrase.end):
        if of.mention(at, EntityType.ORG) is not None and is_outlet(of, at):
            return at, at + 1
    at = phrase.head + 1
    if of.form(at) not in QUOTES and is_adjective(of, at):
        at += 1
    end = own_name(of, at)
    opened = of.form(at) in QUOTES
    if of.mention(at + opened, EntityType.ORG, EntityType.PRO) is not None:
        return at + opened, at + opened + 1
    if end is None:
        return None
    return (at + 1, end - 1) if opened else (at, end)


def its_text(of: Sentence, phrase: Phrase) -> Found | None:
    """«у статті», «в материале Reuters»."""
    if not listed(of, phrase.head, "its_texts"):
        return None
    for at in range(phrase.head + 1, phrase.end):
        if of.units[at].mention is not None and is_outlet(of, at):
            return outlet(of, Phrase(first=at, head=at, end=at + 1))
    return of_words(Kind.ITS_TEXT, of, phrase, "text")


def paper(of: Sentence, phrase: Phrase) -> Found | None:
    """«заява Ryanair», «прес-реліз», «опитування»."""
    if not listed(of, phrase.head, "papers"):
        return None
    found = of_words(Kind.PAPER, of, phrase, "paper")
    again = found.bare and listed(of, phrase.head, "again")
    return Found(kind=Kind.PAPER_AGAIN, start=found.start, end=found.end, key=found.key, bare=True) if again else found


def voice(of: Sentence, phrase: Phrase) -> Found | None:
    """«речник МЗС», «пресс-служба Кремля», «представники суду»: the body speaks."""
    if not listed(of, phrase.head, "voices"):
        return None
    for at in range(phrase.head + 1, phrase.end):
        mention = of.mention(at, EntityType.ORG, EntityType.LOC)
        if mention is not None and (mention.type is EntityType.ORG or merged(mention.lemma) in seats()):
            return _spoken_for(of, phrase, merged(mention.lemma), mention)
        if listed(of, at, "again_bodies") and is_singular(of, at):
            return of_words(Kind.BODY_AGAIN, of, phrase, "voice")
        if listed(of, at, "bodies"):
            kind = Kind.BODY if is_singular(of, at, "gent") else Kind.GROUP
            return of_words(kind, of, phrase, f"body {_lemma(of, at)}" if kind is Kind.BODY else "group")
    if not is_singular(of, phrase.head, phrase.case):
        return of_words(Kind.GROUP, of, phrase, "group")
    return of_words(Kind.BODY, of, phrase, "voice")


def _spoken_for(of: Sentence, phrase: Phrase, key: str, mention: Mention) -> Found:
    words = of_words(Kind.BODY, of, phrase, "voice")
    return Found(kind=Kind.BODY, start=words.start, end=words.end, key=key, named=mention)


def body_by_noun(of: Sentence, phrase: Phrase) -> Found | None:
    """«поліція», «профспілка Vereinigung Cockpit», «авіакомпанія», which takes up the name before it."""
    if not listed(of, phrase.head, "bodies"):
        return None
    if listed(of, phrase.head, "groups") or not is_singular(of, phrase.head, phrase.case):
        return of_words(Kind.GROUP, of, phrase, "group")
    place = _name_place(of, phrase)
    mention = None if place is None else of.mention(place[0], EntityType.ORG)
    if mention is not None:
        words = of_words(Kind.BODY, of, phrase, "body")
        return Found(kind=Kind.BODY, start=words.start, end=words.end, key=merged(mention.lemma), named=mention)
    kind = Kind.BODY_AGAIN if listed(of, phrase.head, "again_bodies") and phrase.end == phrase.head + 1 else Kind.BODY
    return of_words(kind, of, phrase, "body")


def group(of: Sentence, phrase: Phrase) -> Found | None:
    """«експерти», «пілоти з Німеччини», «демократи»: persons in the plural."""
    read = nouns(of, phrase.head, phrase.case)
    animate = any(a.pos == "NOUN" and "anim" in a.grammemes and a.number == "plur" for a in read)
    named = any(a.grammemes & {"Surn", "Name", "Patr"} for a in nouns(of, phrase.head)[:1])
    if (not animate or named) and not listed(of, phrase.head, "groups"):
        return None
    officials = listed(of, phrase.head, "officials") and _says_some(of, phrase)
    return of_words(Kind.INFORMANTS if officials else Kind.GROUP, of, phrase, "officials" if officials else "group")


NOUNS: tuple[Reader, ...] = (
    informants,
    media,
    outlet_by_noun,
    its_text,
    paper,
    voice,
    body_by_noun,
    group,
)
"""In order; the first that sees its kind decides."""


def of_words(kind: Kind, of: Sentence, phrase: Phrase, what: str) -> Found:
    """A source that a common noun names; its key is the noun with the names that it is of."""
    names = [mention for at in range(phrase.head, phrase.end) if (mention := of.units[at].mention) is not None]
    key = " ".join([what, _lemma(of, phrase.head), *(merged(mention.lemma) for mention in names)])
    said = next((n for at in range(phrase.first, phrase.head) if (n := count(of, at)) is not None), None)
    first = phrase.first
    while of.form(first) in QUOTES:
        first += 1
    return Found(
        kind=kind,
        start=of.units[first].start,
        end=of.units[phrase.end - 1].end,
        key=key,
        named=next((mention for mention in names if mention.type is EntityType.ORG), None),
        count=said,
        bare=first == phrase.head and phrase.end == phrase.head + 1,
        officials=listed(of, phrase.head, "officials"),
        plural=not is_singular(of, phrase.head, phrase.case),
        some=_says_some(of, phrase),
    )


def _says_some(of: Sentence, phrase: Phrase) -> bool:
    before = range(phrase.first, phrase.head)
    return any(count(of, at) is not None or listed(of, at, "some") for at in before)


def _lemma(of: Sentence, at: int) -> str:
    found = nouns(of, at)
    return merged(found[0].lemma if found else of.units[at].form)
