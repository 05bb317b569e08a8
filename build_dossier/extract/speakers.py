"""Whom the words mean that say who speaks.

Comes in: an article's mentions and roles, and the phrase that names the speaker. Goes out: a ``Speaker``: the words as
printed, and the naming that they mean: of a pronoun or an office the last person that suits, of «видання», «у статті»
the outlet cited last. Nobody is guessed: «спикер ведомства» stays as named.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from build_dossier.article import Article, Basis, BlockKind
from build_dossier.extract.frames import Frame
from build_dossier.extract.gazetteer import hits, lists_of, words_of
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.nominatives import Phrase
from build_dossier.extract.nouns import nominative_nouns
from build_dossier.extract.offices import Offices
from build_dossier.extract.persons import Persons
from build_dossier.extract.reporting import lemma_in, listed
from build_dossier.extract.roles import Role
from build_dossier.text.fold import fold_case
from build_dossier.text.morphology import analyses
from build_dossier.text.span import Span

_HE = {
    "він": "masc",
    "его": "masc",
    "його": "masc",
    "он": "masc",
    "вона": "femn",
    "она": "femn",
    "її": "femn",
    "ее": "femn",
}
_THEY = frozenset({"вони", "они", "їх", "их", "їхніми"})
_DATA = frozenset({"даними", "данным", "інформацією", "информации", "сведениям", "повідомленням", "сообщению"})
_OUTLETS = frozenset({"видання", "издание", "агентство", "агенція", "агенция", "газета", "журнал", "телеканал"})
_OF_OUTLETS = frozenset(
    {"стаття", "статья", "матеріал", "материал", "публікація", "публикация", "сюжет", "розслідування"}
)
_DASHES = frozenset({"—", "–", "-"})
_MOST = 60
"""Namings that are looked back at."""
_BODIES = frozenset({"outlet_head", "org_head"})
_BESIDE = 40
"""Characters before a name in which the noun stands that says what it is."""
_LIKELY = (EntityType.ORG, EntityType.PRO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, in the words of the text."""

    start: int
    end: int
    mention: Mention | None
    """The naming that the words are, hold or take up; its entity is the speaker's."""
    name: str
    """As a reader would list it; the words themselves for whoever has no name."""
    entity: str | None = None
    """Whom the editor says it is; the text alone never tells."""
    basis: Basis = Basis.COMPUTED
    """``EDITOR`` where one says who it is; there need be no words for it in the text then, and ``end`` is ``start``."""


class Speakers:
    """Resolves the speakers of one article, which come in text order."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], roles: Sequence[Role], quoted: Sequence[Span] = ()
    ) -> None:
        self._article = article
        self._persons = Persons(mentions, quoted, article.language)
        self._language = article.language
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._roles = {role.mention.start: role for role in roles}
        self._offices = Offices(roles)
        named = (mention for mention in mentions if _is_person(mention) and mention.level is Level.NAM)
        self._first_named = tuple(islice(named, 2))
        self._headline = max((b.end for b in article.blocks if b.kind is BlockKind.HEADLINE), default=0)
        self._outlets = [mention for mention in mentions if self.is_outlet(mention)]

    def of(self, frame: Frame, phrase: Phrase, last: Speaker | None) -> Speaker:
        """The speaker that a phrase names; ``last`` spoke before."""
        start, end = self._extent(frame, phrase)
        meant = self._within(start, end) or self._taken_up(frame, phrase, start, last)
        text = self._article.text[start:end]
        return Speaker(start=start, end=end, mention=meant, name=text if meant is None else meant.lemma)

    def at(self, mention: Mention) -> Speaker:
        """A speaker named by a mention, with its description."""
        span = self._described(mention)
        return Speaker(start=span.start, end=span.end, mention=mention, name=mention.lemma)

    def mention_at(self, start: int) -> Mention | None:
        """The mention that begins at a place."""
        at = bisect_left(self._starts, start)
        return self._mentions[at] if at < len(self._starts) and self._starts[at] == start else None

    def outlet(self, frame: Frame) -> Speaker | None:
        """The outlet that a bare «видання» in a sentence takes up."""
        named = self._outlet(frame.start)
        return None if named is None else self.at(named)

    def going_on(self, frame: Frame, gender: str | None, last: Speaker | None) -> Speaker | None:
        """Whoever a sentence without a subject goes on about."""
        person = self._last_person(frame.start, gender, last)
        return None if person is None else self.at(person)

    def owners(self, frame: Frame, at: int) -> tuple[Mention, ...]:
        """Whose «його слова» are: the person that the possessive before a unit takes up."""
        possessive = frame.low[at - 1] if at else ""
        person = self._last_person(frame.start, _HE[possessive], None) if possessive in _HE else None
        return () if person is None else (person,)

    def _extent(self, frame: Frame, phrase: Phrase) -> tuple[int, int]:
        start, end = frame.units[phrase.first].start, frame.units[phrase.end - 1].end
        for unit in frame.units[phrase.first : phrase.end]:
            if unit.mention is not None and unit.mention.type is EntityType.PER:
                span = self._described(unit.mention)
                if span.start <= frame.units[phrase.head].start:
                    start, end = min(start, span.start), max(end, span.end)
        return start, end

    def _described(self, mention: Mention) -> Span:
        """A naming with the description that touches it."""
        role = self._roles.get(mention.start)
        if role is None or mention.level is Level.NOM:
            end = mention.end if role is None else max(role.end, mention.end)
            return Span(start=mention.start, end=end)
        beside = role.end <= mention.start <= role.end + 1
        return Span(start=role.start if beside else mention.start, end=mention.end)

    def _within(self, start: int, end: int) -> Mention | None:
        """The naming inside the words that is the speaker: the first person by name, the head of the words else."""
        inside = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        person = next((m for m in inside if _is_person(m) and m.level is Level.NAM), None)
        if person is not None and self._described(person).start <= start:
            return person
        first = inside[0] if inside and inside[0].start <= start + 1 else None
        if first is not None and first.level is Level.NOM:
            return self._offices.holder(first) or self._of_the_headline(start) or first
        if first is not None:
            return first
        last = inside[-1] if inside and inside[-1].end >= end - 1 else None
        if last is not None and last.type is EntityType.PER and last.level is Level.NAM and self._apposed(last, start):
            return last
        return last if last is not None and self._body_named(last, start) else None

    def _apposed(self, mention: Mention, start: int) -> bool:
        """A name at the end of the words, in the nominative: «чоловік на ім'я Ашик Масіх»."""
        return fold_case(mention.form) == fold_case(mention.lemma) and start < mention.start

    def _body_named(self, mention: Mention, start: int) -> bool:
        """«агентство Reuters», «авіакомпанія Bravo Airways»: the words before say what the name is of."""
        if mention.type not in _LIKELY:
            return False
        words = words_of(self._article.text[start : mention.start])
        nouns = [word for word in words if word[0].isalpha() and nominative_nouns(word, self._language)]
        heads = nouns[:1] or words[-1:]
        return any(
            lists_of(word, self._language) & _BODIES or lemma_in(word, self._language, "speakers") for word in heads
        )

    def _of_the_headline(self, start: int) -> Mention | None:
        """«… – Мей», and «Прем'єр-міністр заявила»: an office whose holder only the headline names, and nobody else."""
        first = next(iter(self._first_named), None)
        alone = first is not None and not any(mention.start < start for mention in self._first_named[1:])
        if first is None or not alone or not self._headline - 1 <= first.end <= self._headline:
            return None
        return first if self._article.text[max(0, first.start - 4) : first.start].rstrip()[-1:] in _DASHES else None

    def _taken_up(self, frame: Frame, phrase: Phrase, start: int, last: Speaker | None) -> Mention | None:
        word = frame.low[phrase.head]
        data = frame.low[phrase.head + 1 : phrase.head + 2]
        if word in _HE and last is not None and self.is_outlet(last.mention) and _DATA & set(data):
            return last.mention
        if word in _HE:
            return self._last_person(start, _HE[word], last)
        if word in _THEY or frame.units[phrase.head].mention is not None:
            return None
        lemmas = {fold_case(a.lemma) for a in analyses(frame.units[phrase.head].form, self._language)}
        bare = phrase.end == phrase.head + 1 and listed("named_before").issuperset(
            frame.low[phrase.first : phrase.head]
        )
        if (bare and lemmas & _OUTLETS) or lemmas & _OF_OUTLETS:
            return self._called(start, lemmas) or self._outlet(start)
        return self._offices.titled(frame, phrase, start, lemmas) or self._by_office(start, phrase, word, lemmas, last)

    def _by_office(
        self, start: int, phrase: Phrase, word: str, lemmas: set[str], last: Speaker | None
    ) -> Mention | None:
        """«директор», «міністр»: whoever was called so before; a bare noun of the kind takes up the last speaker."""
        named = [role.mention for role in self._offices.called(lemmas) if role.mention.start < start]
        if named and phrase.end - phrase.first == 1:
            return max(named, key=lambda mention: mention.start)
        if phrase.end - phrase.first > 1 or not lemma_in(word, self._language, "same_person"):
            return None
        only = self._offices.only(lemmas)
        if only is not None:
            return only
        spoke = None if last is None else last.mention
        if spoke is not None and _is_person(spoke) and self._offices.may_hold(spoke, lemmas):
            return spoke
        gender = next((a.gender for a in nominative_nouns(word, self._language)), None)
        return self._last_person(start, "femn" if gender == "femn" else None, last)

    def _last_person(self, start: int, gender: str | None, last: Speaker | None) -> Mention | None:
        """The person that a pronoun takes up: the last speaker if the gender suits, else the last person named."""
        if last is not None and last.mention is not None and _is_person(last.mention) and last.end <= start:
            recent = [m for m in self._persons.before(start, gender) if m.start >= last.start]
            subjects = [m for m in recent if fold_case(m.form) == fold_case(m.lemma)]
            if not subjects and self._persons.suits(last.mention, gender):
                return last.mention
        persons = list(self._persons.before(start, gender))
        upright = [m for m in persons if fold_case(m.form) == fold_case(m.lemma)]
        return next(iter(upright[-1:] or persons[-1:]), None)

    def _outlet(self, start: int) -> Mention | None:
        """The outlet named last before a place, else the first after it."""
        at = bisect_left(self._outlets, start, key=attrgetter("start"))
        return next(iter(self._outlets[at - 1 : at] if at else self._outlets[:1]), None)

    def _called(self, start: int, lemmas: set[str]) -> Mention | None:
        """The outlet that the same noun stood beside before: «агентство «Белта» … За інформацією агентства»."""
        at = bisect_left(self._outlets, start, key=attrgetter("start"))
        for outlet in reversed(self._outlets[max(0, at - _MOST) : at]):
            before = words_of(self._article.text[max(0, outlet.start - _BESIDE) : outlet.start].rstrip('«"„“ '))
            read = analyses(before[-1], self._language) if before and before[-1][0].isalpha() else ()
            if lemmas & _OUTLETS & {fold_case(a.lemma) for a in read}:
                return outlet
        return None

    def is_outlet(self, mention: Mention | None) -> bool:
        """Whether a mention names a medium."""
        if mention is None or mention.type not in _LIKELY:
            return False
        if any(hit.kind == "OUTLET" for hit in hits(words_of(mention.form), self._language)):
            return True
        before = words_of(self._article.text[max(0, mention.start - 40) : mention.start].rstrip('«"„“ '))
        return bool(before) and "outlet_head" in lists_of(before[-1], self._language)


def _is_person(mention: Mention | None) -> bool:
    return mention is not None and mention.type is EntityType.PER
