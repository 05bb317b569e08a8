"""Clauses that follow what was said: «…, заявили собеседники», «…, передає «Главком»».

Comes in: a ``Frame`` and its cues. Goes out: whether a cue's clause is one, and where what is told ends because of it.
"""

from collections.abc import Sequence

from build_dossier.extract.clauses import DASHES, SIGNS, clause_start, verb_first
from build_dossier.extract.cues import Cue, CueKind
from build_dossier.extract.frames import Frame
from build_dossier.text.morphology import analyses

_AND_THEN = frozenset({"а", "але", "но"})
_SOON = 3
"""Units between «, а» and the verb by which the same speaker goes on: «призвал …, а теперь угрожает …»."""
_TURNS = frozenset({"але", "но", "однак", "однако", "проте"})


def is_postposed(frame: Frame, cue: Cue) -> bool:
    """Whether the clause of a cue follows what was said: the verb first, whoever speaks after it."""
    if cue.kind is CueKind.FORMULA or cue.verb.gerund:
        return False
    start = clause_start(frame, cue.at)
    if start < 2 or frame.low[start - 1] not in {",", *DASHES} or not verb_first(frame, start, cue.at):
        return False
    if cue.source is not None and cue.kind is CueKind.VERB and cue.source.first < cue.at:
        return False
    nothing = cue.end >= len(frame) - 1 or frame.low[cue.end] in SIGNS or cue.end in frame.quotes
    return cue.source is not None or nothing or _link_lost(frame, cue)


def _link_lost(frame: Frame, cue: Cue) -> bool:
    """«…, сообщает При этом …»: the name was a link that is gone."""
    return cue.end < len(frame) and frame.units[cue.end].form[:1].isupper()


def goes_on(frame: Frame, at: int, every: Sequence[Cue]) -> bool:
    """What follows a postposed clause still belongs to it: «…, сказав він, виступаючи …», «…, сообщает X»."""
    if any(is_postposed(frame, other) and clause_start(frame, other.at) == at + 1 for other in every):
        return True
    following = analyses(frame.units[at + 1].form, frame.of.language)[0] if at + 1 < len(frame) else None
    return following is not None and (
        following.pos in {"GRND", "PRTF", "CONJ"} or frame.low[at + 1] in {"який", "яка", "который", "которая", "що"}
    )


def last_unit(frame: Frame, start: int, every: Sequence[Cue]) -> int:
    """Behind the last unit of what is told from ``start`` on: to the next clause that reports at the same level."""
    for cue in every:
        if cue.at <= start:
            continue
        opening = clause_start(frame, cue.at)
        if opening > start + 1 and (is_postposed(frame, cue) or (cue.verb.gerund and frame.low[opening - 1] == ",")):
            return opening
        if opening > start + 1 and _turns(frame, cue, opening):
            return opening
    return len(frame)


def _turns(frame: Frame, cue: Cue, opening: int) -> bool:
    """«…, але в уряді зазначили, що»: somebody else is heard."""
    turned = frame.low[opening] in _TURNS and frame.low[opening - 1] == ","
    if cue.kind is not CueKind.VERB or cue.source is None or frame.low[opening - 1] != ",":
        return False
    if frame.low[opening] in _AND_THEN and cue.at - opening <= _SOON and cue.source.end <= opening:
        return True
    return turned and opening <= cue.source.first
