"""What stands between quotation marks, whose words it is and how they are told.

Comes in: an article's marks, frames and attributions. Goes out: ``Quotation``s in text order: speech in full, fragments
of it in the outlet's sentences, and apart from both the words that the outlet keeps away from itself, and names.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from build_dossier.article import Article
from build_dossier.extract.attributions import Attribution
from build_dossier.extract.frames import Frame, count_words
from build_dossier.extract.gazetteer import lists_of, words_of
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.extract.quote_marks import Marked
from build_dossier.extract.relays import Relays
from build_dossier.extract.reporting import verb
from build_dossier.extract.speakers import Speaker
from build_dossier.extract.told import THAT
from build_dossier.text.fold import fold_case
from build_dossier.text.morphology import analyses
from build_dossier.text.span import Span


class Manner(Enum):
    """What quotation marks are there for."""

    FULL = "FULL"
    """Words that stand by themselves."""
    FRAGMENT = "FRAGMENT"
    """Words of somebody in a sentence of the outlet."""
    SCARE = "SCARE"
    """Words that the outlet keeps away from itself."""
    NAME = "NAME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks, without them."""

    start: int
    end: int
    manner: Manner
    speaker: Speaker | None
    cue: Span | None
    via: Speaker | None
    """The outlet that carries the words, where the article says which."""

    @property
    def is_speech(self) -> bool:
        """Whether the words are somebody's; a name or a scare quote is nobody's."""
        return self.manner in {Manner.FULL, Manner.FRAGMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One stretch in its sentence, as the rules see it."""

    article: Article
    mark: Marked
    frame: Frame
    mentions: Sequence[Mention]
    told: Attribution | None
    """The closest report that the stretch is, or is part of."""
    before: Attribution | None
    """The last report before the sentence, when the stretch is a sentence by itself."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.article.text, self.mark.start, self.mark.end)

    @property
    def text(self) -> str:
        """The words."""
        return self.article.text[self.mark.start : self.mark.end]


Rule = Callable[[Scene], Manner | None]
"""Sees what a stretch is; ``None`` leaves it to the next rule."""

_NAMED = (EntityType.ORG, EntityType.PRO, EntityType.EVT, EntityType.LOC)
_SHORT = 3
"""Words of a name that no list knows."""
_WORD = 2
"""Words that an outlet keeps away from itself."""
_TITLE = 6
"""Words of a title."""
_LONG = 4
"""Words that are somebody's, whoever it is."""
_OWN_SENTENCE = 5
"""Words of a quotation that continues the one before without an attribution of its own."""


def named(scene: Scene) -> Manner | None:
    """«БелТА», «Слово и Дело»: a name of a thing fills it, or reaches over it."""
    mark = scene.mark
    inside = (m for m in scene.mentions if m.start < mark.end and mark.start < m.end)
    whole = any(m.type in _NAMED and m.start <= mark.start + 1 and mark.end <= m.end + 1 for m in inside)
    return Manner.NAME if whole and not _is_direct(scene) else None


def title_of_a_thing(scene: Scene) -> Manner | None:
    """«партія «Слуга народу»», «аеропорт «Київ»»: a noun before it says what bears the name."""
    if not scene.text[:1].isupper() or scene.words > _TITLE or _is_direct(scene):
        return None
    before = words_of(scene.article.text[max(0, scene.mark.open - 40) : scene.mark.open])
    heads = {"org_head", "outlet_head", "loc_head", "product"}
    return (
        Manner.NAME
        if before and before[-1][0].isalpha() and lists_of(before[-1], scene.frame.of.language) & heads
        else None
    )


def said(scene: Scene) -> Manner | None:
    """«…», – сказав X; X сказав: «…»."""
    return Manner.FULL if _is_direct(scene) else None


def whole_clause(scene: Scene) -> Manner | None:
    """«запевнив, що "ескалації не буде"»: the marks hold all that was said, a clause with its verb."""
    told, mark = scene.told, scene.mark
    if told is None or not (mark.open <= told.content.start + 1 and told.content.end <= mark.close + 1):
        return None
    before = words_of(scene.article.text[max(0, mark.open - 12) : mark.open])
    after_that = bool(before) and fold_case(before[-1]) in THAT
    return Manner.FULL if after_that and scene.words > _SHORT and _has_verb(scene) else None


def capitals(scene: Scene) -> Manner | None:
    """«Трениталия», «Большой семерки»: few words that begin with a capital in the middle of a sentence."""
    if scene.words > _SHORT or not scene.text[:1].isupper():
        return None
    inner = scene.mark.open > scene.frame.start
    return Manner.NAME if inner and not scene.text.endswith((".", "!", "?", "…")) else None


def word_of_nobody(scene: Scene) -> Manner | None:
    """«Як повідомлялося, прибічник "жорсткого" Brexit …»: a word or two in what nobody in particular tells."""
    told = scene.told
    if told is None or told.source is not None or scene.words > _WORD:
        return None
    cue = verb(told.cue.of(scene.article.text), scene.frame.of.language)
    somebody = cue is not None and cue.gender in {"masc", "femn"}  # «утверждал»: one who is only not found
    return None if somebody else Manner.SCARE


def part_of_a_report(scene: Scene) -> Manner | None:
    """«назвав «актом відчаю»», «що не бачить «жодних кроків»»."""
    return Manner.FRAGMENT if scene.told is not None else None


def sentence_of_its_own(scene: Scene) -> Manner | None:
    """A quotation that is a sentence, after a report: the same speaker goes on."""
    if not _is_sentence(scene) or scene.words < _OWN_SENTENCE or not _has_verb(scene):
        return None
    return Manner.FULL


def long_words(scene: Scene) -> Manner | None:
    """Longer than what an outlet keeps away from itself: somebody's, though nobody is named."""
    return Manner.FRAGMENT if scene.words >= _LONG else None


def keeps_away(scene: Scene) -> Manner | None:
    """«"м'який" Brexit»: whatever is left."""
    return Manner.NAME if scene.text[:1].isupper() and scene.words <= _SHORT else Manner.SCARE


RULES: tuple[Rule, ...] = (
    named,
    title_of_a_thing,
    said,
    whole_clause,
    capitals,
    word_of_nobody,
    part_of_a_report,
    sentence_of_its_own,
    long_words,
    keeps_away,
)


def _is_direct(scene: Scene) -> bool:
    return scene.told is not None and scene.told.direct and scene.told.content.start == scene.mark.start


def _is_sentence(scene: Scene) -> bool:
    """Whether nothing stands beside it in its sentence but signs."""
    frame, mark = scene.frame, scene.mark
    beside = (unit for unit in frame.units if unit.end <= mark.open or mark.close <= unit.start)
    return not any(unit.form[0].isalnum() for unit in beside)


def _has_verb(scene: Scene) -> bool:
    language = scene.frame.of.language
    return any(
        analyses(word, language)[0].pos in {"VERB", "PRED", "PRTS", "ADJS", "INFN"} or word in {"це", "это"}
        for word in words_of(scene.text)
        if word[0].isalpha()
    ) or any(sign in scene.text for sign in (" - ", " – ", " — "))


def find(
    article: Article,
    mentions: Sequence[Mention],
    frames: Sequence[Frame],
    attributions: Sequence[Attribution],
    relays: Relays,
) -> tuple[Quotation, ...]:
    """The quotations of an article."""
    found: list[Quotation] = []
    previous: Attribution | None = None
    for frame in frames:
        if frame.inside is not None:
            continue
        for mark in frame.marks:
            told = _told(mark, frame, attributions)
            goes_on = told is None and bool(found) and _resumes(article.text, found[-1], mark)
            before = None if told is not None else previous
            scene = Scene(article=article, mark=mark, frame=frame, mentions=mentions, told=told, before=before)
            found.append(_resumed(found[-1], mark) if goes_on else _quotation(scene, relays))
        here = _within(attributions, frame.start, frame.end)
        previous = here[-1] if here else None
    return tuple(found)


def _quotation(scene: Scene, relays: Relays) -> Quotation:
    manner = next(found for rule in RULES if (found := rule(scene)) is not None)
    told = scene.told
    if manner is Manner.FULL and told is None:
        told = scene.before
    if manner in {Manner.NAME, Manner.SCARE}:
        told = None
    speaker, cue = (None, None) if told is None else (told.source, told.cue)
    span = Span(start=scene.mark.start, end=scene.mark.end)
    via = None if manner in {Manner.NAME, Manner.SCARE} else relays.of(span, speaker, cue)
    return Quotation(start=span.start, end=span.end, manner=manner, speaker=speaker, cue=cue, via=via)


def _within(attributions: Sequence[Attribution], start: int, end: int) -> Sequence[Attribution]:
    """The reports whose cue stands in a stretch."""
    first = bisect_left(attributions, start, key=_cue_start)
    return attributions[first : bisect_left(attributions, end, lo=first, key=_cue_start)]


def _cue_start(one: Attribution) -> int:
    return one.cue.start


def _told(mark: Marked, frame: Frame, attributions: Sequence[Attribution]) -> Attribution | None:
    """The closest report that covers a stretch: its own, else the shortest."""
    reports = _within(attributions, frame.start, frame.end)
    here = [one for one in reports if one.content.start <= mark.start and mark.end <= one.content.end]
    direct = [one for one in here if one.direct and one.content.start == mark.start]
    within = [one for one in here if not one.direct]
    return next(iter(direct), None) or min(within, key=lambda one: one.content.end - one.content.start, default=None)


_RESUMING = frozenset({"—", "–", "-"})


def _resumes(text: str, last: Quotation, mark: Marked) -> bool:
    """«…», – сказав він. – «…»: a dash between an attribution and the stretch."""
    between = text[last.end : mark.open].rstrip(' \u00a0«"„“')
    near = last.cue is not None and last.manner is Manner.FULL and last.end < last.cue.start < mark.open
    return near and between[-1:] in _RESUMING and len(between) < 400


def _resumed(last: Quotation, mark: Marked) -> Quotation:
    return Quotation(
        start=mark.start, end=mark.end, manner=Manner.FULL, speaker=last.speaker, cue=last.cue, via=last.via
    )
