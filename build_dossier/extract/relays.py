"""Which outlet carries what somebody said: «его слова приводит «БелТА»», «в эфире Fox News», «передає УНН».

Comes in: frames, attributions and cited outlets of an article. Goes out: the outlet for the words at a place, if the
article says so, or if the whole article retells one outlet.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from build_dossier.extract.attributions import Attribution
from build_dossier.extract.frames import Frame
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.extract.reporting import lemma_in, listed
from build_dossier.extract.sources.citation import Citation
from build_dossier.extract.speakers import Speaker, Speakers
from build_dossier.extract.voice import is_background
from build_dossier.text.fold import fold_case
from build_dossier.text.span import Span

_RETOLD = 2
"""An outlet cited so often, and alone, is what the article retells."""
_RECENT = 8
"""Reports of outlets that may cover one another."""
_BEHIND = 4
"""Units between «в эфире», «в інтерв'ю» and the outlet's name."""
_OUTLETS = (EntityType.ORG, EntityType.PRO)


class Relays:
    """The outlets that carry the words of one article."""

    def __init__(
        self,
        frames: Sequence[Frame],
        attributions: Iterable[Attribution],
        speakers: Speakers,
        citations: Sequence[Citation],
    ) -> None:
        self._frames = [frame for frame in frames if frame.inside is None]
        self._speakers = speakers
        carried = (
            (one.content, one.source)
            for one in attributions
            if one.source is not None and speakers.is_outlet(one.source.mention)
        )
        self._carried = sorted(carried, key=lambda one: one[0].start)
        self._words = dict(pair for frame in self._frames for pair in self._words_of(frame))
        self._retold = self._only(citations)

    def of(self, quoted: Span, speaker: Speaker | None, cue: Span | None) -> Speaker | None:
        """The outlet that carries the words at a place."""
        last = bisect_right(self._carried, quoted.start, key=lambda one: one[0].start)
        near = self._carried[max(0, last - _RECENT) : last]
        carried = next((source for content, source in near if self._covers(content, quoted, cue)), None)
        if carried is not None and not _same(carried, speaker):
            return carried
        frame = self._frames[bisect_right(self._frames, (cue or quoted).start, key=attrgetter("start")) - 1]
        broadcast = self._broadcast(frame)
        if broadcast is not None and not _same(broadcast, speaker):
            return broadcast
        if speaker is not None and speaker.mention is not None and _key(speaker.mention) in self._words:
            return self._words[_key(speaker.mention)]
        if self._retold is None or _same(self._retold, speaker) or is_background(frame):
            return None
        return self._retold

    def _covers(self, content: Span, quoted: Span, cue: Span | None) -> bool:
        """The words and their attribution are both what the outlet tells."""
        inner = content.start <= quoted.start and quoted.end <= content.end
        return inner and (cue is None or content.start <= cue.start < content.end)

    def _words_of(self, frame: Frame) -> Iterable[tuple[str, Speaker]]:
        """«Его слова приводит «БелТА»», «Видання наводить слова Келлога і Лукашенка»: persons with the outlet."""
        language = frame.of.language
        if listed("said_words").isdisjoint(frame.low) or not any(
            frame.of.is_word(at) and lemma_in(frame.units[at].form, language, "relaying") for at in range(len(frame))
        ):
            return
        at = next((at for at, word in enumerate(frame.low) if word in listed("said_words")), None)
        outlet = next((m for m in _mentions(frame) if self._speakers.is_outlet(m)), None)
        if at is None:
            return
        speaker = self._speakers.at(outlet) if outlet is not None else self._speakers.outlet(frame)
        if speaker is None:
            return
        named = [m for m in _mentions(frame) if m.type is EntityType.PER]
        for person in named or self._speakers.owners(frame, at):
            yield _key(person), speaker

    def _broadcast(self, frame: Frame) -> Speaker | None:
        """«в эфире телеканала Fox News», «в інтерв'ю DW», «в коментарі агентству»."""
        for at in range(len(frame)):
            if frame.of.is_word(at) and lemma_in(frame.units[at].form, frame.of.language, "broadcasts"):
                named = (frame.of.mention(place, *_OUTLETS) for place in range(at + 1, min(at + _BEHIND, len(frame))))
                found = next((m for m in named if m is not None), None)
                if found is not None:
                    return self._speakers.at(found)
        return None

    def _only(self, citations: Sequence[Citation]) -> Speaker | None:
        outlets = [citation for citation in citations if citation.outlet]
        if len(outlets) != 1 or len(outlets[0].spans) < _RETOLD or outlets[0].named is None:
            return None
        mention = self._speakers.mention_at(outlets[0].named.start)
        return None if mention is None else self._speakers.at(mention)


def _mentions(frame: Frame) -> list[Mention]:
    return [unit.mention for unit in frame.units if unit.mention is not None]


def _key(mention: Mention) -> str:
    return fold_case(mention.lemma).split()[-1]


def _same(one: Speaker, other: Speaker | None) -> bool:
    if other is None or one.mention is None or other.mention is None:
        return False
    return _key(one.mention) == _key(other.mention)
