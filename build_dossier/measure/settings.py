"""Which passages are quoted of which texts: plain ones, wire copy that repeats itself, names that stand often.

Comes in: texts and chance. Goes out: cases for ``revisions``; and ``SCENARIOS``, every revision of every setting.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.measure import gone, kept
from build_dossier.measure.revisions import Case, Revision, sibling, words_in
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span, trim

LEAST_WORDS = 4
"""Words of a passage, but for the names."""

Setting = Callable[[str, random.Random], tuple[str, Span] | None]
"""A text, and what is quoted of it; ``None`` where there is no such passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A revision of a text of some kind."""

    name: str
    setting: Setting
    revise: Revision
    present: bool
    """Whether the passage still stands there afterwards."""


def case_of(setting: Setting, texts: Sequence[str], chance: random.Random) -> Case | None:
    """A passage of one of the texts, with all that a revision may use; ``None`` where chance had no luck."""
    first = chance.choice(texts)
    found = setting(first, chance)
    other = chance.choice(texts)
    foreign = [one.of(other) for one in paragraphs_of(other) if one.end - one.start > 60]
    if found is None or not foreign or other == first or other[:80] == first[:80]:
        return None
    text, passage = found
    paragraphs = tuple(paragraphs_of(text))
    spans = tuple(sentences_of(text, paragraphs))
    return Case(chance=chance, text=text, passage=passage, paragraphs=paragraphs, sentences=spans, foreign=foreign)


def paragraphs_of(text: str) -> Iterator[Span]:
    """Lines that are not empty."""
    at = 0
    for line in text.split("\n"):
        span = trim(text, at, at + len(line))
        if span.start < span.end:
            yield span
        at += len(line) + 1


def sentences_of(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Sentences without the spaces between them."""
    for paragraph in paragraphs:
        for span in sentences(paragraph.of(text)):
            yield trim(text, paragraph.start + span.start, paragraph.start + span.end)


def plain(text: str, chance: random.Random) -> tuple[str, Span] | None:
    """A sentence, four to twenty words in a row, or now and then words of two paragraphs."""
    paragraphs = tuple(paragraphs_of(text))
    kind = chance.random()
    if kind < 0.4:
        passage = chance.choice(tuple(sentences_of(text, paragraphs)))
    elif kind < 0.95 or len(paragraphs) < 2:
        passage = _some_words(text, chance.choice(paragraphs), chance)
    else:
        index = chance.randrange(len(paragraphs) - 1)
        passage = _across(text, paragraphs[index], paragraphs[index + 1])
    once = text.count(passage.of(text)) == 1
    return (text, passage) if once and len(words_in(text, passage)) >= LEAST_WORDS else None


def wire(text: str, chance: random.Random) -> tuple[str, Span] | None:
    """A text that repeats some paragraphs, word for word or of others, and a passage of one that stands again."""
    paragraphs = [one.of(text) for one in paragraphs_of(text) if len(words_in(text, one)) >= 2 * LEAST_WORDS]
    if len(paragraphs) < 4:
        return None
    copies = [(index, paragraphs[index]) for index in chance.sample(range(len(paragraphs)), 2)]
    told = [(float(index), words) for index, words in enumerate(paragraphs)]
    for index, words in copies:
        again = words if chance.random() < 0.5 else sibling(chance, words)
        away = [at for at in range(len(paragraphs)) if abs(at - index) > 1] or [len(paragraphs) - 1]
        told.append((chance.choice(away) + 0.5, again))
    told.sort(key=lambda one: one[0])
    whole = "\n\n".join(words for _, words in told)
    quoted = chance.choice([span for span in paragraphs_of(whole) if span.of(whole) in {words for _, words in copies}])
    passage = _some_words(whole, quoted, chance)
    return (whole, passage) if _apart(whole, passage) else None


def wire_once(text: str, chance: random.Random) -> tuple[str, Span] | None:
    """The same, with a passage that stands once: in another order nobody could tell two copies apart."""
    found = wire(text, chance)
    return found if found is not None and found[0].count(found[1].of(found[0])) == 1 else None


def name(text: str, chance: random.Random) -> tuple[str, Span] | None:
    """A word with a capital letter that stands several times."""
    words = [span for span in words_in(text, Span(start=0, end=len(text))) if span.of(text)[0].isupper()]
    counts = Counter(span.of(text) for span in words)
    several = [span for span in words if counts[span.of(text)] > 1 and span.end - span.start > 3]
    return (text, chance.choice(several)) if several else None


def _apart(text: str, passage: Span) -> bool:
    """Whether no copy of a passage stands in the paragraph before or after: which of the two went nobody could say."""
    return text.count(passage.of(text), max(0, passage.start - 400), passage.end + 400) == 1


def _some_words(text: str, paragraph: Span, chance: random.Random) -> Span:
    words = words_in(text, paragraph)
    if len(words) < LEAST_WORDS:
        return paragraph
    first = chance.randrange(len(words) - LEAST_WORDS + 1)
    last = min(len(words) - 1, first + chance.randrange(LEAST_WORDS - 1, 20))
    return Span(start=words[first].start, end=words[last].end)


def _across(text: str, one: Span, other: Span) -> Span:
    """The last words of a paragraph and the first of the next."""
    before, after = words_in(text, one)[-5:], words_in(text, other)[:5]
    return Span(start=before[0].start if before else one.start, end=after[-1].end if after else other.end)


_WIRE_PRESENT = (
    kept.paragraph_before,
    kept.paragraph_before_gone,
    kept.new_lead,
    kept.word_changed,
    kept.words_changed,
    kept.half_cut,
    kept.surroundings_and_word,
    kept.edited_lightly,
    kept.siblings_all_around,
)
_WIRE_ABSENT = (
    gone.passage_gone,
    gone.paragraph_gone,
    gone.gone_and_edited,
    gone.replaced,
)
_NAME_PRESENT = (kept.paragraph_before, kept.new_lead, kept.edited_elsewhere, kept.much_inserted)
_NAME_ABSENT = (gone.paragraph_gone, gone.gone_and_reordered, gone.replaced)

_ALL = (
    (plain, kept.PRESENT, True),
    (wire, _WIRE_PRESENT, True),
    (wire_once, (kept.paragraphs_reordered,), True),
    (name, _NAME_PRESENT, True),
    (plain, gone.ABSENT, False),
    (wire, _WIRE_ABSENT, False),
    (wire_once, (gone.gone_and_reordered,), False),
    (name, _NAME_ABSENT, False),
)
SCENARIOS: tuple[Scenario, ...] = tuple(
    Scenario(
        name=revise.__name__ if setting is plain else f"{setting.__name__.partition('_')[0]}: {revise.__name__}",
        setting=setting,
        revise=revise,
        present=present,
    )
    for setting, revisions_, present in _ALL
    for revise in revisions_
)
"""Every revision of every setting."""
