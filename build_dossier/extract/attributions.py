"""Who is said to have said what: source, cue and content of every report in an article.

Comes in: the frames of an article and its ``Speakers``. Goes out: ``Attribution``s in text order. Direct and indirect
speech, opinions and promises alike; what nobody in particular says has no source.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_dossier.article import BlockKind
from build_dossier.extract.clauses import stretch
from build_dossier.extract.cues import Cue, CueKind, cues
from build_dossier.extract.frames import Frame
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.nominatives import Phrase, phrase_at
from build_dossier.extract.nouns import speaks
from build_dossier.extract.reporting import Attitude
from build_dossier.extract.speakers import Speaker, Speakers
from build_dossier.extract.told import told
from build_dossier.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One statement and whose it is."""

    source: Speaker | None
    """``None``: nobody is said to say it, or who is not told."""
    cue: Span
    content: Span
    attitude: Attitude
    """How the cue stands to what is told."""
    direct: bool
    """Whether the content is a quotation."""


_LABEL = 6
"""Units before the colon of a headline that say who speaks."""
_TITLE_DASHES = frozenset({"—", "–", "-"})


def find(frames: Iterable[Frame], speakers: Speakers) -> tuple[Attribution, ...]:
    """The attributions of an article, in text order of their cues."""
    found: list[Attribution] = []
    previous: Frame | None = None
    for frame in frames:
        last = next((one.source for one in reversed(found) if one.source is not None), None)
        found += _of_frame(frame, previous, speakers, last)
        if frame.inside is None:
            previous = frame
    return tuple(sorted(found, key=lambda one: (one.cue.start, one.content.start)))


def _of_frame(frame: Frame, previous: Frame | None, speakers: Speakers, last: Speaker | None) -> Iterator[Attribution]:
    every = tuple(cues(frame))
    for cue in every:
        words = told(frame, cue, every)
        content = None if words is None else words.span or _whole(previous)
        if words is None or content is None:
            continue
        source = speakers.going_on(frame, cue.verb.gender, last) if _unsaid(frame, cue) else None
        source = source if cue.source is None else speakers.of(frame, cue.source, last)
        yield Attribution(
            source=source,
            cue=Span(start=frame.units[cue.at].start, end=frame.units[cue.end - 1].end),
            content=content,
            attitude=cue.verb.attitude,
            direct=words.direct,
        )
        last = source or last
    yield from _titles(frame, every, speakers)


def _unsaid(frame: Frame, cue: Cue) -> bool:
    """«Отметил, что …»: the verb opens the sentence without a subject, in a form that tells the gender."""
    opens = cue.at == 0 and cue.source is None and cue.kind is CueKind.VERB
    return opens and cue.verb.gender in {"masc", "femn"} and frame.low[1:2] == (",",)


def _whole(frame: Frame | None) -> Span | None:
    return None if frame is None else Span(start=frame.start, end=frame.end)


def _titles(frame: Frame, every: tuple[Cue, ...], speakers: Speakers) -> Iterator[Attribution]:
    """«Канада ведет переговоры – Трюдо»: the dash of a headline, and a name or «ЗМІ» behind it."""
    if frame.kind is not BlockKind.HEADLINE:
        return
    yield from _colon(frame, speakers)
    if any(cue.kind is CueKind.VERB and cue.at > 3 for cue in every):
        return
    dash = next(
        (at for at in range(len(frame) - 2, max(len(frame) - 6, 2), -1) if frame.low[at] in _TITLE_DASHES), None
    )
    if dash is None:
        return
    named = frame.of.mention(dash + 1, EntityType.PER, EntityType.ORG, EntityType.PRO)
    unit = frame.units[dash + 1]
    media = frame.low[dash + 1] in {"змі", "сми"}
    if (named is None and not media) or dash + 2 < len(frame):
        return
    speaker = (
        Speaker(start=unit.start, end=unit.end, mention=None, name=unit.form) if named is None else speakers.at(named)
    )
    yield Attribution(
        source=speaker,
        cue=Span(start=frame.units[dash].start, end=frame.units[dash].end),
        content=Span(start=frame.start, end=frame.units[dash - 1].end),
        attitude=Attitude.NEUTRAL,
        direct=False,
    )


def _colon(frame: Frame, speakers: Speakers) -> Iterator[Attribution]:
    """«Мей: Угода готова», «Експерт: …», «Пресса США: …», not «Пакистан: …» or «Brexit: …»."""
    colon = next((at for at in range(1, min(_LABEL, len(frame) - 1)) if frame.low[at] == ":"), None)
    if colon is None or any(at in frame.quotes for at in range(len(frame))):
        return
    phrase = phrase_at(frame, next((at for at in range(colon) if _may_speak(frame, at, speakers)), colon), colon)
    content = stretch(frame, colon + 1, len(frame))
    if phrase is None or phrase.first > 0 or phrase.end < colon or content is None:
        return
    yield Attribution(
        source=speakers.of(frame, Phrase(first=0, end=colon, head=phrase.head), None),
        cue=Span(start=frame.units[colon].start, end=frame.units[colon].end),
        content=content,
        attitude=Attitude.NEUTRAL,
        direct=False,
    )


def _may_speak(frame: Frame, at: int, speakers: Speakers) -> bool:
    unit = frame.units[at]
    if unit.mention is not None:
        return unit.mention.type is EntityType.PER or speakers.is_outlet(unit.mention)
    return frame.of.is_word(at) and speaks(unit.form, frame.of.language)
