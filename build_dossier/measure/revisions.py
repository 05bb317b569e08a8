"""What revisions of news texts are made of: cases, and the changes that several revisions have in common.

Comes in: chance, a text, a passage. Goes out: changes to a ``Draft`` of the revised text.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_dossier.measure.draft import Draft
from build_dossier.text.span import Span, trim

_WORD = re.compile(r"[^\W\d_]+")
_SOME_NAMES = ("Коваленко", "Петрова", "Сидорчук", "Бондар", "Орлов", "Мельник", "Гончар", "Лисенко", "Жукова", "Рибак")
SOME_WORDS = ("нещодавно", "офіційно", "вчергове", "официально", "снова", "попередньо", "якобы", "раптово", "вновь")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a scenario may use."""

    chance: random.Random
    text: str
    passage: Span
    paragraphs: tuple[Span, ...]
    """Of the text, without the line ends between them."""
    sentences: tuple[Span, ...]
    foreign: Sequence[str]
    """Paragraphs of other texts."""

    def home(self) -> Span:
        """The paragraph in which the passage begins."""
        return next(one for one in self.paragraphs if one.start <= self.passage.start < one.end)

    def others(self) -> list[Span]:
        """Paragraphs without a letter of the passage."""
        return [one for one in self.paragraphs if one.end <= self.passage.start or one.start >= self.passage.end]

    def other_sentences(self) -> list[Span]:
        """Sentences without a letter of the passage."""
        return [one for one in self.sentences if one.end <= self.passage.start or one.start >= self.passage.end]

    def stranger(self) -> str:
        """A paragraph of another text."""
        return self.chance.choice(self.foreign)


Revision = Callable[[Case], Draft | None]
"""Something that happens to a text; ``None`` where it cannot."""


def words_in(text: str, span: Span) -> list[Span]:
    """The words of letters within a stretch."""
    return [Span(start=found.start(), end=found.end()) for found in _WORD.finditer(text, span.start, span.end)]


def add_sibling(case: Case, draft: Draft, at: int) -> bool:
    """Whether the sibling of the paragraph, which was put there, differs from it in the words of the passage."""
    home = case.home()
    inside = Span(start=case.passage.start, end=min(case.passage.end, home.end))
    words = [case.text[home.start : inside.start], inside.of(case.text), case.text[inside.end : home.end]]
    told = sibling(case.chance, "\0".join(words))
    draft.insert(at, "\n\n" + told.replace("\0", "") + "\n\n")
    return told.split("\0")[1] != words[1]


def change_words(case: Case, draft: Draft, within: Span, count: int) -> None:
    """Puts other words in place of some within a stretch."""
    words = words_in(case.text, within)
    for word in case.chance.sample(words, min(count, len(words))):
        draft.replace(word, case.chance.choice(SOME_WORDS))


def moved(case: Case, draft: Draft) -> Draft | None:
    """The passage put elsewhere, as a paragraph, if there is an elsewhere."""
    later = [paragraph for paragraph in case.others() if paragraph.start]
    if not later:
        return None
    to = case.chance.choice(later).start
    draft.insert(case.passage.start, " ")
    draft.insert(to, "\n\n")
    draft.move(case.passage, to)
    draft.insert(to, "\n\n")
    return draft


def plain_word_changed(case: Case) -> Draft | None:
    """The text with another word in the passage in place of one that names nobody, if it has any."""
    draft = Draft(case.text)
    plain = [word for word in words_in(case.text, case.passage) if word.of(case.text).islower()]
    if not plain:
        return None
    draft.replace(case.chance.choice(plain), case.chance.choice(SOME_WORDS))
    return draft


def change_everywhere(case: Case, draft: Draft, share: float) -> None:
    """Puts other words in place of a share of all."""
    for word in words_in(case.text, Span(start=0, end=len(case.text))):
        if case.chance.random() < share:
            draft.replace(word, case.chance.choice(SOME_WORDS))


def rewrite_around(case: Case, draft: Draft) -> None:
    """Puts other words in place of the sixty letters on either side."""
    start = max(0, case.passage.start - 60)
    end = min(len(case.text), case.passage.end + 60)
    before = trim(case.text, start, case.passage.start)
    after = trim(case.text, case.passage.end, end)
    for span in (before, after):
        if span.start < span.end:
            draft.delete(span)
            draft.insert(span.end if span is before else span.start, f" {case.stranger()[:60].rpartition(' ')[0]} ")


def reorder(case: Case, draft: Draft) -> None:
    """Puts all paragraphs in another order."""
    paragraphs = list(case.paragraphs)
    case.chance.shuffle(paragraphs)
    for paragraph in paragraphs:
        draft.move(paragraph, len(case.text))
        draft.insert(len(case.text), "\n\n")


def sibling(chance: random.Random, words: str) -> str:
    """The words about others: every capital word and every number is another one."""

    def other(found: re.Match[str]) -> str:
        word = found.group()
        return str(chance.randrange(2, 90)) if word[0].isdigit() else chance.choice(_SOME_NAMES)

    return re.sub(r"(?<=[\w,\0] )[А-ЯІЇЄҐЁA-Z]\w+|\d+", other, words)
