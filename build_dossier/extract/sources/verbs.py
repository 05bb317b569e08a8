"""Sources beside a verb of telling: «МЗС заявило», «повідомляє Reuters», «у поліції кажуть», «дослідження показало»."""

from collections.abc import Iterator
from dataclasses import replace

from build_dossier.extract.gazetteer import merged
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.sources.found import Cited, Cue, Found, Kind
from build_dossier.extract.sources.names import outlet_key
from build_dossier.extract.sources.nouns import classify, is_person
from build_dossier.extract.sources.phrases import (
    QUOTES,
    Phrase,
    agrees_with_verb,
    may_be_subject,
    phrase_from,
    phrases_before,
    preposition,
    skips,
)
from build_dossier.extract.sources.words import (
    count,
    is_adjective,
    is_infinitive,
    is_plural_verb,
    listed,
    may_tell,
    tells_now,
    verb,
)
from build_dossier.extract.units import Sentence

IN = frozenset({"в", "у", "на", "во", "уві"})
OUT_OF = frozenset({"из", "із", "з", "зі", "в", "у", "на", "во"})
_ABOUT = frozenset({"про", "о", "об", "щодо"})
_THUS = frozenset({"це", "этом", "як", "как"})
_CLAUSE = 20
"""Units of the longest clause between a subject and its verb."""
_DASHES = frozenset("–—-−")


def subjects(of: Sentence) -> Iterator[Cited]:
    """«МЗС заявило», «повідомляє Reuters», «у поліції кажуть»."""
    for at, form in of.words:
        if not may_tell(form, of.language):
            continue
        if tells(of, at):
            yield from _beside_verb(of, at)
        if verb(of, at, "shows"):
            yield from _paper_before(of, at)


def tells(of: Sentence, at: int) -> bool:
    """Whether a verb there tells something: «заявив», «не виключив», «змушений визнати», but not «не сказав»."""
    if of.form(at - 1) == "не":
        return verb(of, at, "even_negated")
    if verb(of, at):
        return True
    infinitive = of.is_word(at) and is_infinitive(of.units[at].form, of.language, "tells")
    return infinitive and listed(of, skips(of, at - 1, -1), "modals")


def _beside_verb(of: Sentence, at: int) -> Iterator[Cited]:
    if verb(of, at, "loose") and not (_goes_on(of, at) or _told_before(of, at)):
        return
    before = subject_before(of, at)
    inside = None if before else _inside(of, at)
    after = _after(of, at, alone=not before and inside is None)
    if isinstance(before, Found):
        hidden = _after(of, at, alone=True) if before.kind is Kind.OUTLET else None
        if hidden is not None and hidden.found.kind is Kind.INFORMANTS:
            yield hidden  # «Reuters сказало джерело в уряді»
        told_to = after is not None and after.cue is Cue.CARRIER
        yield Cited(found=kept_back(before) if told_to else before, cue=Cue.TELLS, at=at)
    if inside is not None:
        yield Cited(found=inside, cue=Cue.INSIDE, at=at)
    if after is not None:
        behind = _behind(of, at, after.found)
        yield after if behind is None else replace(after, cue=Cue.CARRIER)
        if behind is not None:
            yield behind


def _behind(of: Sentence, at: int, told_to: Found) -> Cited | None:
    """«сообщили Reuters три собеседника»: the subject behind the outlet to which they spoke."""
    if told_to.kind is not Kind.OUTLET:
        return None
    end = next((place for place in range(at, len(of.units)) if of.units[place].start >= told_to.end), len(of.units))
    read = phrase_from(of, end)
    if read is None or not of.is_word(read.head) or not may_be_subject(of, read):
        return None
    if not (agrees_with_verb(of, read.head, at) or any(count(of, place) for place in range(read.first, read.head))):
        return None
    found = classify(of, replace(read, case="nomn"))
    tellers = {Kind.INFORMANTS, Kind.GROUP, Kind.BODY}
    return Cited(found=kept_back(found), cue=Cue.TELLS, at=at) if found is not None and found.kind in tellers else None


def kept_back(found: Found) -> Found:
    """«Чиновники сообщили Reuters»: officials who speak to an outlet without their names."""
    return replace(found, kind=Kind.INFORMANTS) if found.kind is Kind.GROUP and found.officials else found


def subject_before(of: Sentence, at: int) -> Found | bool:
    """The source that is the subject before a verb; ``True`` for any other subject, ``False`` where none is there."""
    end = _end_before(of, at)
    if end is None:
        return False
    for read in phrases_before(of, end):
        phrase = replace(read, case="nomn")
        if not may_be_subject(of, phrase) or (of.form(end) == "," and not _agrees(of, phrase, at)):
            continue
        if is_person(of, phrase):
            return True
        found = classify(of, phrase)
        if found is not None and found.kind not in {Kind.PAPER, Kind.PAPER_AGAIN}:
            return found
        if of.is_word(phrase.head) and agrees_with_verb(of, phrase.head, at):
            return True  # some other subject
    return _misprinted(of, end, at) or False


def _misprinted(of: Sentence, end: int, at: int) -> Found | None:
    """«в Киев утверждал»: a preposition that the form of the name and the verb speak against."""
    mention = of.mention(end - 1, EntityType.LOC)
    if mention is None or of.form(end - 2) not in {"в", "у"} or is_plural_verb(of.units[at].form, of.language):
        return None
    found = classify(of, Phrase(first=end - 1, head=end - 1, end=end, case="nomn"))
    bent = merged(mention.form) != merged(mention.lemma)
    return found if found is not None and found.kind is Kind.GOVERNMENT and not bent else None


def _agrees(of: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether a phrase before a clause may be the subject after it: «Коул, которого назначили, добавили» is not."""
    if of.is_word(phrase.head):
        return agrees_with_verb(of, phrase.head, at)
    return not is_plural_verb(of.units[at].form, of.language)


def _end_before(of: Sentence, at: int) -> int | None:
    """Where the subject before a verb ends; ``None`` where a clause begins with the verb: «…, заявило МЗС»."""
    end = skips(of, at - 1, -1) + 1
    while listed(of, end - 1, "modals"):
        end = skips(of, end - 2, -1) + 1
    if of.form(at - 1) != ",":
        return end
    if of.form(end - 1) == "," and end != at:
        return end - 1  # «МЗС, у свою чергу, заявило»
    return _before_clause(of, at - 1)


def _before_clause(of: Sentence, closing: int) -> int | None:
    """The place of the comma that opens a clause on the subject: «дипломати, знайомі з планом, сказали»."""
    for at in range(closing - 1, max(0, closing - _CLAUSE), -1):
        if of.form(at) == ",":
            opens = any(listed(of, at + step, "relatives") for step in (1, 2)) or is_adjective(of, at + 1)
            return at if opens else None
    return None


def _goes_on(of: Sentence, at: int) -> bool:
    """Whether what is told may follow: «додали, що», «оголосив про»; not «додали посилання», «признал право»."""
    end = skips(of, at + 1, 1)
    if of.form(end - 1) in _ABOUT:
        return True
    return of.form(end) in {",", ":", ".", *_ABOUT, *QUOTES, *_DASHES}


def _told_before(of: Sentence, at: int) -> bool:
    """Whether what is told stands before: «…, додали в МЗС», «Про це оголосила», «як визнала»."""
    before = skips(of, at - 1, -1)
    opened = of.form(before) in {",", *QUOTES, *_DASHES} or of.form(at - 1) in {",", *_DASHES}
    return opened or any(of.form(place) in _THUS for place in range(max(0, at - 3), at))


def _inside(of: Sentence, at: int) -> Found | None:
    """«у компанії заявили», «додали в поліції»: a verb in the plural without a subject."""
    if not is_plural_verb(of.units[at].form, of.language):
        return None
    end = _end_before(of, at)
    for phrase in phrases_before(of, end) if end is not None else ():
        if preposition(of, phrase) in IN and (found := speaking(of, replace(phrase, case="loct"))) is not None:
            return found
    start = to_preposition(of, at + 1)
    after = phrase_from(of, start + 1) if of.form(start) in IN else None
    return None if after is None else speaking(of, replace(after, case="loct"))


def to_preposition(of: Sentence, at: int) -> int:
    """Past «у п'ятницю», «також», to the preposition of what is no time."""
    while at < len(of.units) and skips(of, at, 1) > at:
        end = skips(of, at, 1)
        if of.form(end - 1) in IN:
            return end - 1
        at = end
    return at


def speaking(of: Sentence, phrase: Phrase) -> Found | None:
    """The source that a phrase names, if it is one that speaks: a body, a government, a medium."""
    found = classify(of, phrase)
    speaks = {Kind.BODY, Kind.BODY_AGAIN, Kind.GOVERNMENT, Kind.OUTLET, Kind.OUTLET_AGAIN, Kind.MEDIA}
    return found if found is not None and found.kind in speaks else None


def _after(of: Sentence, at: int, *, alone: bool) -> Cited | None:
    """The subject after a verb; where the verb has one before it, the outlet to which somebody spoke."""
    start = skips(of, at + 1, 1)
    read = phrase_from(of, start)
    if read is None:
        return None
    phrase = replace(read, case="nomn") if may_be_subject(of, read) else read
    found = classify(of, phrase)
    if found is None and _prints(of, at, phrase) and alone:
        found = unknown_outlet(of, phrase)
    if found is None:
        return None
    if found.kind is Kind.OUTLET:
        return Cited(found=found, cue=Cue.TELLS if alone else Cue.CARRIER, at=at)
    if not alone or not may_be_subject(of, phrase) or found.kind in {Kind.PAPER, Kind.PAPER_AGAIN, Kind.ITS_TEXT}:
        return None
    if found.kind is Kind.BODY and found.named is not None and _prints(of, at, phrase):
        found = unknown_outlet(of, phrase) or found
    elif found.kind is Kind.BODY and tells_now(of.units[at].form, of.language) and _is_foreign(of, phrase):
        found = replace(found, perhaps_outlet=True)
    return Cited(found=found, cue=Cue.TELLS, at=at)


def _prints(of: Sentence, at: int, phrase: Phrase) -> bool:
    """«пише X», «передає X»: only a medium is the subject."""
    return verb(of, at, "prints") and of.mention(phrase.head, EntityType.ORG, EntityType.PRO) is not None


def _is_foreign(of: Sentence, phrase: Phrase) -> bool:
    """Whether a name stands in Latin letters or in quotation marks, as media do."""
    mention = of.units[phrase.head].mention
    return mention is not None and (mention.form[0].isascii() or of.form(phrase.head - 1) in QUOTES)


def unknown_outlet(of: Sentence, phrase: Phrase) -> Found | None:
    """The name that a phrase is, as an outlet that no list knows."""
    mention = of.units[phrase.head].mention
    if mention is None or phrase.end > phrase.head + 1:
        return None
    return Found(kind=Kind.OUTLET, start=mention.start, end=mention.end, key=outlet_key(mention.lemma), named=mention)


def _paper_before(of: Sentence, at: int) -> Iterator[Cited]:
    """«дослідження показало», «Листи говорять», «из заявления следует»."""
    for phrase in phrases_before(of, skips(of, at - 1, -1) + 1):
        if may_be_subject(of, phrase) or preposition(of, phrase) in OUT_OF:
            found = classify(of, phrase)
            if found is not None and found.kind in {Kind.PAPER, Kind.PAPER_AGAIN, Kind.ITS_TEXT}:
                yield Cited(found=found, cue=Cue.STANDS_IN, at=at)
                return
