"""Which words of a sentence a cue says were said.

Comes in: a ``Frame`` and a ``Cue``. Goes out: the content as offsets; «Про це заявив X» points to the sentence before.
Rules in order, each named for the pattern it sees; without a content a cue reports nothing.
"""

from collections.abc import Sequence

from build_dossier.extract.clauses import (
    SIGNS,
    behind_comma,
    clause_end,
    clause_start,
    opens_relative,
    stretch,
    verb_first,
)
from build_dossier.extract.cues import Cue, CueKind
from build_dossier.extract.frames import Frame
from build_dossier.extract.objects import Rule, Told, infinitive, request, source_end, thing, topic
from build_dossier.extract.postposed import goes_on, is_postposed, last_unit
from build_dossier.extract.reporting import formula_at, lemma_in, listed
from build_dossier.text.span import Span

THAT = frozenset({"що", "что", "ніби", "нібито", "наче", "мовби", "мов", "будто", "якобы"})
_AS = frozenset({"як", "как"})
_SO = frozenset({"так", "точно", "такий", "такой", "тот", "той", "того"})
"""«так, как предсказывали СМИ» compares, «після того, як уряд погодився» dates."""
_REASONS = frozenset({"через", "за", "із-за", "из-за"})
"""«засудили за те, що …» tells why, not what."""
_OF_REASONS = frozenset({"те", "то", "того"})
_TURNS = frozenset({"але", "но", "однак", "однако", "а", "та", "водночас", "втім", "впрочем", "пізніше", "позже"})
"""After these a formula between commas tells the rest of its sentence only."""
_THIS = frozenset({"це", "это", "цього", "этого"})
_NEAR_WORDS = 6
"""Units between «слова» and the verb that carries them on."""
_ADDRESSED = 4
"""Units for whomever is told: «пояснив журналістам, чому»."""
_FURTHER = 30
"""Units between a verb and the clause it introduces: «заявив в ефірі …, виступаючи …, що»."""


def told(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """What a cue reports."""
    return next((found for rule in RULES[cue.kind] if (found := rule(frame, cue, every)) is not None), None)


def sentence_before(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«Про це повідомило агентство», «Об этом … заявила»."""
    start = clause_start(frame, cue.at)
    for at in range(
        max(0, start - _FURTHER if start and frame.low[start - 1] == "," else start), clause_end(frame, cue.at)
    ):
        count = formula_at(frame.low, at, "anaphora")
        if (
            count
            and not any(at < other.at < cue.at for other in every)
            and frame.low[at + count : at + count + 1] != (",",)
        ):
            return Told(span=None)
    return None


def words_of_somebody(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«Его слова приводит «БелТА»», «Слова Псаки цитирует AFP»."""
    del every
    if cue.kind is not CueKind.VERB or not lemma_in(frame.units[cue.at].form, frame.of.language, "relaying"):
        return None
    before = frame.low[max(0, cue.at - _NEAR_WORDS) : cue.at]
    return None if listed("said_words").isdisjoint(before) or frame.quotes else Told(span=None)


def bare(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«Сообщает BBC.»: a sentence of nothing but the verb and who speaks."""
    del every
    alone = cue.at == 0 and cue.source is not None and cue.source.first == cue.end
    if not alone or any(frame.low[at] not in SIGNS for at in range(source_end(cue), len(frame))):
        return None
    return Told(span=None)


def this(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«Помічник президента це підтвердив»."""
    del every
    around = frame.low[max(0, cue.at - 1) : cue.at] + frame.low[cue.end : cue.end + 1]
    if "accusative" in cue.verb.takes and _THIS & set(around) and cue.end + 2 >= len(frame):
        return Told(span=None)
    return None


def as_clause(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«Як повідомляє X, …», «…, як відомо, …»."""
    start = clause_start(frame, cue.at)
    if cue.kind is not CueKind.NOBODY and not _AS & set(frame.low[max(start - 1, 0) : cue.at]):
        return None
    if _compares(frame, start):
        return None
    return _beside(frame, start, max(clause_end(frame, cue.at), source_end(cue)), every)


def _compares(frame: Frame, start: int) -> bool:
    """«в точності так, як прогнозували»: the clause says how or when something was."""
    return frame.low[start] in _AS and not _SO.isdisjoint(frame.low[max(start - 3, 0) : start])


def formula(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«За словами X, …», «…, за словами X»."""
    return _beside(frame, cue.at, max(cue.end, source_end(cue)), every)


def _beside(frame: Frame, start: int, end: int, every: Sequence[Cue]) -> Told | None:
    """What follows a phrase, or stands before it; in the middle the longer rest, or the whole sentence."""
    last = last_unit(frame, end, every)
    opening = behind_comma(frame, end)
    if opening > end and opens_relative(frame, opening):
        opening = behind_comma(frame, clause_end(frame, opening))
    after, before = stretch(frame, opening, last), stretch(frame, 0, start)
    if after is None or before is None:
        one = after or before
        return None if one is None else Told(span=one)
    turned = start > 1 and frame.low[start - 1] == "," and frame.low[start - 2] in _TURNS
    if turned or after.end - after.start >= before.end - before.start:
        return Told(span=after)
    return Told(span=Span(start=before.start, end=after.end))


def clause(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«X заявив, що …»."""
    if "quote_only" in cue.verb.takes or _says_nothing(frame, cue):
        return None
    later = [other.at for other in every if other.at > cue.at and other.kind is not CueKind.FORMULA]
    limit = min([*later[:1], cue.at + _FURTHER, len(frame) - 1])
    for at in range(cue.end, limit):
        if frame.low[at] == "," and frame.low[at + 1] in THAT:
            if frame.low[at - 1] in _OF_REASONS and frame.low[at - 2] in _REASONS:
                return None
            span = stretch(frame, at + 2, last_unit(frame, at + 2, every))
            return None if span is None else Told(span=span)
        if frame.low[at] in {";", ":"} or at in frame.quotes:
            break
    return None


def _says_nothing(frame: Frame, cue: Cue) -> bool:
    """«Это, по мнению экспертов, говорит о том, что …»: a thing shows, nobody says."""
    return cue.source is None and cue.kind is CueKind.VERB and frame.low[0] in {"це", "это"}


def question(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«пояснив, чому уряд відмовився», «рассказали, на что надеется президент»."""
    if cue.verb.takes & {"quote_only", "clause_only"} or cue.verb.lemma == "" or cue.kind is not CueKind.VERB:
        return None
    for at in range(cue.end, min(max(source_end(cue), cue.end + _ADDRESSED) + 1, len(frame) - 2)):
        if frame.low[at] == ",":
            asks = frame.low[at + 1] in listed("questions") or frame.low[at + 2] in listed("questions_behind")
            if not asks or any(at < other.at <= at + 2 for other in every):
                return None
            span = stretch(frame, at + 1, last_unit(frame, at + 1, every))
            return None if span is None else Told(span=span)
        if frame.low[at] in SIGNS or at in frame.quotes:
            return None
    return None


def after_quotation(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """««…», – сказав X», «"…", говорит X»."""
    del every
    start = clause_start(frame, cue.at)
    if start and frame.low[start - 1] == "," and not verb_first(frame, start, cue.at):
        return None
    at = start - 1
    while at >= 0 and frame.low[at] in SIGNS and at not in frame.quotes:
        at -= 1
    if at in frame.quotes and at + 1 < cue.at and cue.at - at < _FURTHER:
        quote = frame.quotes[at]
        return Told(span=Span(start=quote.start, end=quote.end), direct=True)
    return None


def before_quotation(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«X сказав: «…»», «X наголосив: слова без лапок»."""
    later = [other.at for other in every if other.at > cue.at]
    for at in range(cue.end, min([*later[:1], cue.at + _FURTHER, len(frame)])):
        if frame.low[at] == ":":
            quote = next((frame.quotes[q] for q in range(at + 1, min(at + 3, len(frame))) if q in frame.quotes), None)
            if quote is not None:
                return Told(span=Span(start=quote.start, end=quote.end), direct=True)
            if cue.source is None or at > source_end(cue) + 1 or "quote_only" in cue.verb.takes:
                return None
            span = stretch(frame, at + 1, len(frame))
            return None if span is None else Told(span=span)
    return None


def postposed(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«…, заявили собеседники», «…, передає «Главком»», in the middle too: «Завданням, пояснили в уряді, буде …»."""
    start = clause_start(frame, cue.at)
    if not is_postposed(frame, cue) or _compares(frame, start):
        return None
    end = max(clause_end(frame, cue.at), source_end(cue))
    medial = end < len(frame) - 1 and frame.low[end] == "," and not goes_on(frame, end, every)
    medial = medial and not (cue.source is None and cue.kind is CueKind.VERB and end > cue.end)
    span = stretch(frame, 0, last_unit(frame, end, every) if medial else start)
    return None if span is None else Told(span=span)


def preposed(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«О том, что …, Мэй заявляла 6 июля»."""
    del every
    if len(frame) > 2 and frame.low[:2] in {("о", "том"), ("про", "те")} and frame.low[2] == ",":
        span = stretch(frame, 0, clause_start(frame, cue.at))
        return None if span is None or clause_start(frame, cue.at) == 0 else Told(span=span)
    return None


_SAID: tuple[Rule, ...] = (
    sentence_before,
    words_of_somebody,
    bare,
    this,
    as_clause,
    clause,
    after_quotation,
    before_quotation,
    postposed,
    preposed,
    question,
    request,
    infinitive,
    topic,
    thing,
)
RULES: dict[CueKind, tuple[Rule, ...]] = {
    CueKind.VERB: _SAID,
    CueKind.PAPER: (sentence_before, as_clause, after_quotation, clause, postposed, preposed),
    CueKind.NOBODY: (clause, as_clause),
    CueKind.IMPERSONAL: (clause, as_clause, postposed, topic),
    CueKind.LABEL: (before_quotation,),
    CueKind.FORMULA: (formula,),
}
"""The patterns of each kind of cue, in the order in which they are tried."""
