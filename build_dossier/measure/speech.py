"""Quotations and attributions against gold that knows its texts by their sha256 (``tests/quality/gold/speech.yml``).

Comes in: the text of the gold file and the readings of a corpus. Goes out: one ``Section`` for the texts that the rules
were made on, one for those held out. A quotation is matched by its span, character by character, among those that are
speech (FULL, FRAGMENT). A speaker is right when it is the naming that the gold gives, or overlaps the words that the
gold gives where those name nobody. An attribution is matched when its content and the gold's share at least half of the
longer one and its source is right in the same sense; a FULL quotation with a cue counts as one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.errors import DossierError
from build_dossier.extract import Reading
from build_dossier.extract.mentions import Mention
from build_dossier.extract.quotations import Manner
from build_dossier.extract.speakers import Speaker
from build_dossier.link import LinkedReading
from build_dossier.measure.report import Mistake, Section, mistake
from build_dossier.measure.score import Counts, Row
from build_dossier.strict_yaml import Value, YamlError, read_yaml
from build_dossier.text.fold import fold_case
from build_dossier.text.span import Span

SPEECH = frozenset({"FULL", "FRAGMENT"})
_STEM = 4
"""Letters by which two words are forms of one name."""


class SpeechGoldError(DossierError):
    """A gold file of speech that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpeech:
    """A quotation or an attribution as it should be."""

    span: Span
    manner: str
    """Of a quotation; empty for an attribution."""
    speaker: Span | None
    who: Span | None
    """A naming of the speaker, where the words that speak are none."""
    cue: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """What is to be found in one text."""

    id: str
    sha256: str
    held: bool
    quotations: tuple[GoldSpeech, ...]
    attributions: tuple[GoldSpeech, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding as it is compared."""

    span: Span
    manner: str
    speaker: Speaker | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    gold: GoldText
    linked: LinkedReading

    @property
    def reading(self) -> Reading:
        """What was found."""
        return self.linked.reading

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.reading.article.text

    def forms(self, mention: Mention) -> str:
        """All words by which the text names whom a mention means."""
        links = self.linked.links
        entity = next((link.entity for link in links if link.mention.start == mention.start), None)
        named = (link.mention.form for link in links if entity is not None and link.entity == entity)
        return " ".join((mention.form, *named))


def read_speech(text: str) -> tuple[GoldText, ...]:
    """The texts of a gold file.

    Raises:
        SpeechGoldError: it is not as expected.
    """
    try:
        texts = read_yaml(text).data["texts"]
        return tuple(_text(_map(one)) for one in _list(texts))
    except YamlError as error:
        raise SpeechGoldError(f"line {error.line} of the gold of speech: {error.message}") from None
    except (KeyError, ValueError, TypeError) as error:
        raise SpeechGoldError(f"the gold of speech is not as expected: {type(error).__name__}: {error}") from None


def speech(gold: Iterable[GoldText], readings: Mapping[str, LinkedReading]) -> Iterator[Section]:
    """The figures of the texts that are there, by sha256; nothing where none is."""
    pairs = [_Pair(gold=one, linked=readings[one.sha256]) for one in gold if one.sha256 in readings]
    for held, title in (
        (False, "Corpus, speech: the texts that the rules were made on"),
        (True, "Corpus, speech: held out"),
    ):
        chosen = [pair for pair in pairs if pair.gold.held is held]
        if chosen:
            yield _section(title, chosen)


def _section(title: str, pairs: Sequence[_Pair]) -> Section:
    rows: list[Row] = []
    mistakes: list[Mistake] = []
    for name, measure in MEASURES:
        outcomes = [measure(pair) for pair in pairs]
        rows.append(sum((counts for counts, _ in outcomes), Counts()).row(name, single=name.startswith("speaker")))
        mistakes += (one for _, found in outcomes for one in found)
    remarks = (f"{len(pairs)} texts; automatic, with an empty docs folder.",)
    return Section(title=title, remarks=remarks, rows=tuple(rows), mistakes=tuple(mistakes))


_Outcome = tuple[Counts, Sequence[Mistake]]


def _quotations(pair: _Pair) -> _Outcome:
    gold = {(one.span.start, one.span.end) for one in pair.gold.quotations if one.manner in SPEECH}
    found = {(one.start, one.end) for one in pair.reading.quotations if one.manner.value in SPEECH}
    told = [_told("quotation missed", pair, key, "") for key in sorted(gold - found)]
    told += [_told("quotation too many", pair, key, "") for key in sorted(found - gold)]
    return Counts(right=len(gold & found), found=len(found), gold=len(gold)), told


def _manners(pair: _Pair) -> _Outcome:
    gold = {(one.span.start, one.span.end): one.manner for one in pair.gold.quotations}
    found = {(one.start, one.end): one.manner.value for one in pair.reading.quotations}
    told = [
        _told("manner", pair, key, f"wanted {gold.get(key)}, found {found.get(key)}")
        for key in sorted(gold.keys() | found.keys())
        if gold.get(key) != found.get(key)
    ]
    return Counts(right=len(gold.items() & found.items()), found=len(found), gold=len(gold)), told


def _speakers(pair: _Pair) -> _Outcome:
    """Of the quotations that are matched."""
    gold = {(one.span.start, one.span.end): one for one in pair.gold.quotations if one.manner in SPEECH}
    matched = [one for one in pair.reading.quotations if (one.start, one.end) in gold and one.manner.value in SPEECH]
    wrong = [one for one in matched if not _same(pair, gold[one.start, one.end], one.speaker)]
    told = [
        _told("speaker", pair, (one.start, one.end), _wanted(pair.text, gold[one.start, one.end], one.speaker))
        for one in wrong
    ]
    return Counts(right=len(matched) - len(wrong), found=len(matched), gold=len(matched)), told


def _attributions(pair: _Pair, *, sources: bool) -> _Outcome:
    gold = [
        *pair.gold.attributions,
        *(one for one in pair.gold.quotations if one.manner == "FULL" and one.cue is not None),
    ]
    found = [Found(span=one.content, manner="", speaker=one.source) for one in pair.reading.attributions]
    free = list(found)
    missed: list[GoldSpeech] = []
    for one in gold:
        suiting = [f for f in free if _alike(one.span, f.span) and (not sources or _same(pair, one, f.speaker))]
        if suiting:
            free.remove(max(suiting, key=lambda f: _common(one.span, f.span)))
        else:
            missed.append(one)
    told = [_told("attribution missed", pair, (m.span.start, m.span.end), _words(pair.text, m)) for m in missed]
    told += [
        _told("attribution too many", pair, (f.span.start, f.span.end), f.speaker.name if f.speaker else "nobody")
        for f in free
    ]
    counts = Counts(right=len(gold) - len(missed), found=len(found), gold=len(gold))
    return counts, told if sources else ()


MEASURES: tuple[tuple[str, Callable[[_Pair], _Outcome]], ...] = (
    ("quotations, span", _quotations),
    ("quotations and other marks, span and manner", _manners),
    ("speaker of matched quotations", _speakers),
    ("attributions, content and source", partial(_attributions, sources=True)),
    ("attributions, content alone", partial(_attributions, sources=False)),
)
"""Name, and how it is measured."""


def _alike(one: Span, other: Span) -> bool:
    return 2 * _common(one, other) >= max(one.end - one.start, other.end - other.start)


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same(pair: _Pair, gold: GoldSpeech, found: Speaker | None) -> bool:
    """Whether the speaker found is the gold's."""
    if gold.speaker is None or found is None:
        return gold.speaker is None and found is None
    wanted = (gold.who or gold.speaker).of(pair.text)
    if found.mention is not None and _stems(pair.forms(found.mention)) & _stems(wanted):
        return True
    overlap = _common(gold.speaker, Span(start=found.start, end=found.end)) > 0
    return overlap and (gold.who is None or not wanted[:1].isupper())


def _stems(words: str) -> frozenset[str]:
    return frozenset(fold_case(word)[:_STEM] for word in words.replace("-", " ").split() if len(word) > 1)


def _wanted(text: str, gold: GoldSpeech, found: Speaker | None) -> str:
    return f"wanted {_words(text, gold)}, found {found.name if found is not None else 'nobody'}"


def _words(text: str, gold: GoldSpeech) -> str:
    named = gold.who or gold.speaker
    return "nobody" if named is None else named.of(text)


def _told(group: str, pair: _Pair, at: tuple[int, int], what: str) -> Mistake:
    return mistake(group, pair.gold.id, pair.text, at, what)


def _text(data: Mapping[str, Value]) -> GoldText:
    return GoldText(
        id=_word(data["id"]),
        sha256=_word(data["sha256"]),
        held=data["held"] == "true",
        quotations=tuple(_speech(_map(one), "span") for one in _list(data["quotations"])),
        attributions=tuple(_speech(_map(one), "content") for one in _list(data["attributions"])),
    )


def _speech(data: Mapping[str, Value], key: str) -> GoldSpeech:
    span = _span(data[key])
    assert span is not None
    manner = _word(data.get("manner", ""))
    if manner and manner not in {one.value for one in Manner}:
        raise ValueError(f"{manner} is no manner")
    speaker = _span(data.get("speaker", data.get("source")))
    return GoldSpeech(span=span, manner=manner, speaker=speaker, who=_span(data.get("who")), cue=_span(data.get("cue")))


def _span(value: Value) -> Span | None:
    if value is None:
        return None
    start, end = (int(_word(one)) for one in _list(value))
    return Span(start=start, end=end)


def _map(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, Mapping):
        raise TypeError(f"a mapping was expected, not {value!r}")
    return value


def _list(value: Value) -> Sequence[Value]:
    if not isinstance(value, tuple):
        raise TypeError(f"a list was expected, not {value!r}")
    return value


def _word(value: Value) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a word was expected, not {value!r}")
    return value
