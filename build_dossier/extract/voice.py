"""In whose voice each sentence of an article speaks.

Comes in: the frames of an article and its attributions. Goes out: one ``Voice`` a sentence: the outlet's own, told by
somebody, told by nobody in particular, or a recap of what was news before.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter

from build_dossier.extract.attributions import Attribution
from build_dossier.extract.frames import Frame
from build_dossier.extract.reporting import formula_at


class VoiceKind(Enum):
    """Who vouches for a sentence."""

    OUTLET = "OUTLET"
    ATTRIBUTED = "ATTRIBUTED"
    UNATTRIBUTED = "UNATTRIBUTED"
    """«Повідомлялося, що»: told, by nobody in particular."""
    BACKGROUND = "BACKGROUND"
    """«Нагадаємо», «Ранее»: a recap, whoever told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A sentence and its voice."""

    start: int
    end: int
    kind: VoiceKind


def voices(frames: Sequence[Frame], attributions: Sequence[Attribution]) -> tuple[Voice, ...]:
    """The voices of an article's sentences, in text order."""
    sentences = [frame for frame in frames if frame.inside is None]
    told: dict[int, VoiceKind] = {}
    for one in attributions:
        at = bisect_right(sentences, one.content.start, key=attrgetter("start")) - 1
        while at < len(sentences) and sentences[at].start < one.content.end:
            if one.source is not None or at not in told:
                told[at] = VoiceKind.UNATTRIBUTED if one.source is None else VoiceKind.ATTRIBUTED
            at += 1
    return tuple(
        Voice(
            start=frame.start,
            end=frame.end,
            kind=VoiceKind.BACKGROUND if is_background(frame) else told.get(at, VoiceKind.OUTLET),
        )
        for at, frame in enumerate(sentences)
    )


def is_background(frame: Frame) -> bool:
    """Whether a sentence opens as a recap: «Раніше», «Нагадаємо», «Как сообщалось»."""
    return bool(frame.low) and formula_at(frame.low, 0, "background") > 0
