"""Whether a time expression looks back or forward: by the verb nearest to it in its clause, else in its sentence."""

from collections.abc import Iterator, Sequence

from build_dossier.extract.times.words import Symbol, Vocabulary
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

_FARTHEST = 25
"""Symbols on either side: a longer clause says nothing of the time any more."""
_CLAUSE = frozenset({"comma", "dash", "mark", "dot", "edge"})
_SENTENCE = frozenset({"dot", "edge"})
_PAST, _FUTURE, _PASSIVE = "past", "futr", "PRTS"
"""Grammemes of OpenCorpora."""
_WORDS = frozenset({"other", "capital"})


def outlook(symbols: Sequence[Symbol], first: int, after: int, vocabulary: Vocabulary, language: Language) -> int:
    """-1 where the words look back, 1 where they look forward, 0 where they do not say."""
    passive = False
    for stops in (_CLAUSE, _SENTENCE):
        for symbol in _nearest(symbols, first, after, stops):
            if symbol.word in vocabulary.future:
                return 1
            tense = _tense(symbol, language)
            if tense in {_PAST, _FUTURE}:
                return 1 if tense == _FUTURE else -1
            passive = passive or tense == _PASSIVE
        if passive:
            return -1  # «решение принято»; «будет принято» has met its verb already
    return 0


def _nearest(symbols: Sequence[Symbol], first: int, after: int, stops: frozenset[str]) -> Iterator[Symbol]:
    """The words around, the nearest first."""
    left, right = first - 1, after
    if right < len(symbols) and symbols[right].kind == "comma" and _is_set_off(symbols, first, after):
        right += 1  # «у п'ятницю, 20 червня, відвідав»: the comma closes the date, not the clause
    for _ in range(_FARTHEST):
        if right < len(symbols) and symbols[right].kind not in stops:
            yield symbols[right]
            right += 1
        if left >= 0 and symbols[left].kind not in stops:
            yield symbols[left]
            left -= 1


def _is_set_off(symbols: Sequence[Symbol], first: int, after: int) -> bool:
    """Whether a comma stands in the expression or before it, or it opens its sentence."""
    before = symbols[first - 1].kind if first else "edge"
    return before in _CLAUSE or any(symbol.kind == "comma" for symbol in symbols[first:after])


def _tense(symbol: Symbol, language: Language) -> str | None:
    """The tense of a verb, or that it is a short participle, which has none."""
    if symbol.kind not in _WORDS or len(symbol.word) < 3:
        return None
    readings = analyses(symbol.word, "uk" if language == "uk" else "ru")
    if not readings or readings[0].pos not in {"VERB", _PASSIVE}:
        return None
    if readings[0].pos == _PASSIVE:
        return _PASSIVE
    # The Ukrainian dictionary reads «виступить» as an infinitive first.
    told = (tense for one in readings if one.pos == "VERB" for tense in (_PAST, _FUTURE) if tense in one.grammemes)
    return next(told, None)
