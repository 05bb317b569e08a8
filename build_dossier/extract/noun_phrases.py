"""Noun phrases in whatever case, behind a preposition or a formula: «за словами речника уряду», «у їхній заяві».

Comes in: a ``Frame`` and the unit with which the phrase begins. Goes out: a ``Phrase`` with what belongs to it.
"""

from build_dossier.extract.frames import Frame
from build_dossier.extract.nominatives import Phrase
from build_dossier.extract.phrases import ends
from build_dossier.text.morphology import analyses

LONGEST = 6
"""Words between the preposition of a formula and its noun: «по предварительным достоверным данным»."""
OWN = frozenset(
    {"його", "її", "їх", "їхніми", "їхньою", "їхню", "їхній", "їхньому", "его", "ее", "их"}
    | {"своїми", "своїй", "своєму", "своим", "своей", "своем"}
)
"""Whose it is that speaks or is spoken."""


def low_after(frame: Frame, at: int) -> str:
    """The folded word at a unit; a full stop beyond the end."""
    return frame.low[at] if at < len(frame) else "."


def noun_phrase(frame: Frame, at: int) -> Phrase | None:
    """The phrase that begins at a unit, in whatever case, with what belongs to it and the name that follows."""
    first, language = at, frame.of.language
    if low_after(frame, at) in {'"', "«", "„", "“"}:
        at += 1
    while at < len(frame) and at - first < LONGEST:
        if frame.units[at].mention is not None:
            return Phrase(first=first, end=_with_name(frame, at), head=at)
        if not frame.of.is_word(at):
            return None
        read = analyses(frame.units[at].form, language)
        own = frame.low[at] in OWN
        noun = not own and any(a.pos in {"NOUN", "NPRO"} for a in read)
        if noun and read[0].pos not in {"ADJF", "PRTF", "NUMR", "PREP", "VERB"}:
            return Phrase(first=first, end=_with_name(frame, at), head=at)
        if read[0].pos not in {"ADJF", "PRTF", "NUMR"} and not own:
            return None
        at += 1
    return None


def _with_name(frame: Frame, at: int) -> int:
    end = max(ends(frame.of, at + 1), default=at + 1)
    return end + 1 if frame.of.mention(end) is not None and end == at + 1 else end
