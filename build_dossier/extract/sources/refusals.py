"""Who would not comment and who did not answer: «Белый дом отказался от комментариев», «на запит не відповіли».

Comes in: a sentence in units. Goes out: ``Cited`` places of bodies that were asked; a person who is silent is none.
"""

from collections.abc import Iterator
from dataclasses import replace

from build_dossier.extract.sources.found import Cited, Cue, Found, Kind
from build_dossier.extract.sources.nouns import classify, is_person
from build_dossier.extract.sources.phrases import (
    Phrase,
    may_be_subject,
    phrase_from,
    phrases_before,
    preposition,
    skips,
)
from build_dossier.extract.sources.words import after_phrase, listed, openings
from build_dossier.extract.units import Sentence

_IN = frozenset({"в", "у", "на", "во"})
_NEAR = 6
"""Units after «не ответил» in which it is said what was not answered."""
_SILENT = frozenset({Kind.BODY, Kind.BODY_AGAIN, Kind.GOVERNMENT, Kind.GROUP})


def refusals(of: Sentence) -> Iterator[Cited]:
    """The bodies that refused or kept silent, with the unit of the words that say so."""
    for at in openings(of, "declined", "no_reply"):
        declined = after_phrase(of, at, "declined")
        silent = None if declined is not None else after_phrase(of, at, "no_reply")
        end = declined if silent is None else silent
        if end is None or (silent is not None and not _was_asked(of, at, end)):
            continue
        found = _who(of, at, end)
        if found is not None:
            yield Cited(found=found, cue=Cue.DECLINED if silent is None else Cue.NO_REPLY, at=at)


def _was_asked(of: Sentence, at: int, end: int) -> bool:
    return any(listed(of, place, "asked") for place in (*range(max(0, at - _NEAR), at), *range(end, end + _NEAR)))


def _who(of: Sentence, at: int, end: int) -> Found | None:
    """Before the words as their subject or within «в …», else right after them."""
    for limit in dict.fromkeys((skips(of, at - 1, -1) + 1, _before_request(of, at))):
        for phrase in phrases_before(of, limit):
            inside = preposition(of, phrase) in _IN
            if not (inside or may_be_subject(of, phrase)):
                continue
            if is_person(of, phrase):
                return None
            if (found := _asked(of, replace(phrase, case="loct" if inside else "nomn"))) is not None:
                return found
    after = phrase_from(of, skips(of, end + 1 if of.form(end) in _IN else end, 1))
    return None if after is None or is_person(of, after) else _asked(of, after)


def _asked(of: Sentence, phrase: Phrase) -> Found | None:
    found = classify(of, phrase)
    return found if found is not None and found.kind in _SILENT else None


def _before_request(of: Sentence, at: int) -> int:
    """The end of what stands before «на запит», «от комментариев», «на момент публікації» and the words of silence."""
    end = skips(of, at - 1, -1) + 1
    for place in range(end - 1, max(0, end - _NEAR), -1):
        if listed(of, place, "asked") or listed(of, place, "moment"):
            return skips(of, place - 1, -1) + 1
    return end
