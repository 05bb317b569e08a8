"""Names as sources: an outlet, a body, a palace, a capital or country that stands for its government."""

from build_dossier.extract.gazetteer import countries, hits, merged, words_of
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.extract.metonyms import capitals, seats
from build_dossier.extract.sources.found import Found, Kind, Reader
from build_dossier.extract.sources.phrases import QUOTES, Phrase
from build_dossier.extract.sources.words import also_countries, listed
from build_dossier.extract.units import Sentence
from build_dossier.outlets import package_outlets


def outlet(of: Sentence, phrase: Phrase) -> Found | None:
    """«Reuters», «Новинарня» after «видання»."""
    mention = of.mention(phrase.head, EntityType.ORG, EntityType.PRO, EntityType.PER, EntityType.LOC)
    if mention is None or not is_outlet(of, phrase.head):
        return None
    return of_mention(Kind.OUTLET, mention, outlet_key(mention.lemma))


def is_outlet(of: Sentence, at: int) -> bool:
    """Whether the mention there is an outlet: by its name, or by the noun before it."""
    mention = of.units[at].mention
    assert mention is not None
    known = package_outlets().find(mention.lemma) or package_outlets().find(mention.form)
    if known is not None:
        return mention.type is not EntityType.LOC and (mention.type is EntityType.ORG or mention.form[0].isupper())
    before = at - 1
    while of.form(before) in QUOTES:
        before -= 1
    if listed(of, before, "outlet_nouns") and mention.type in {EntityType.ORG, EntityType.PRO}:
        return True
    return mention.type is EntityType.ORG and any(
        hit.kind == "OUTLET" for hit in hits(tuple(words_of(mention.form)), of.language)
    )


def outlet_key(name: str) -> str:
    """What an outlet is known by: the key of the package's table, else its name."""
    known = package_outlets().find(name)
    return merged(name) if known is None else f"outlet:{known.key}"


def palace(of: Sentence, phrase: Phrase) -> Found | None:
    """«Кремль», «Белый дом»: the seat is the body."""
    mention = of.mention(phrase.head, EntityType.LOC, EntityType.ORG)
    if mention is None or merged(mention.lemma) not in seats():
        return None
    return of_mention(Kind.BODY, mention, merged(mention.lemma))


def government(of: Sentence, phrase: Phrase) -> Found | None:
    """«Москва», «Вашингтон», «Іспанія»: who speaks for it is not said."""
    mention = of.mention(phrase.head, EntityType.LOC)
    if mention is None:
        return None
    speaks = mention.metonym or any(merged(mention.lemma) in names() for names in (capitals, countries, also_countries))
    if not speaks:
        return None
    return of_mention(Kind.GOVERNMENT, mention, merged(mention.lemma))


def body(of: Sentence, phrase: Phrase) -> Found | None:
    """«МИД Украины», «Ryanair»."""
    mention = of.mention(phrase.head, EntityType.ORG)
    return None if mention is None else of_mention(Kind.BODY, mention, merged(mention.lemma))


def of_mention(kind: Kind, mention: Mention, key: str) -> Found:
    """A source that a mention names."""
    return Found(kind=kind, start=mention.start, end=mention.end, key=key, named=mention)


NAMES: tuple[Reader, ...] = (outlet, palace, government, body)
