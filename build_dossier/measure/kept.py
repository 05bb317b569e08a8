"""Revisions after which the passage still stands there: each is a function named for what happens.

Comes in: a ``Case``. Goes out: a ``Draft`` of the revised text, which knows where the passage stands.
"""

from build_dossier.measure.draft import Draft
from build_dossier.measure.revisions import (
    SOME_WORDS,
    Case,
    Revision,
    add_sibling,
    change_everywhere,
    change_words,
    moved,
    plain_word_changed,
    reorder,
    rewrite_around,
    words_in,
)
from build_dossier.text.span import Span

_OTHER_SIGNS = str.maketrans({"«": '"', "»": '"', "“": "«", "”": "»", "—": "-", "–": "-", "'": "’", "’": "'", '"': "“"})


def nothing(case: Case) -> Draft:
    """The text is as it was."""
    return Draft(case.text)


def paragraph_before(case: Case) -> Draft:
    """A paragraph is put before that of the passage."""
    draft = Draft(case.text)
    draft.insert(case.home().start, case.stranger() + "\n\n")
    return draft


def paragraph_before_gone(case: Case) -> Draft:
    """Another paragraph is cut."""
    draft = Draft(case.text)
    if case.others():
        draft.delete(case.chance.choice(case.others()))
    return draft


def new_lead(case: Case) -> Draft:
    """The text begins with other paragraphs, and one of the old ones is gone."""
    draft = paragraph_before_gone(case)
    draft.insert(0, case.stranger() + "\n\n" + case.stranger() + "\n\n")
    return draft


def word_changed(case: Case) -> Draft:
    """One word of the passage is another one."""
    draft = Draft(case.text)
    change_words(case, draft, case.passage, 1)
    return draft


def words_changed(case: Case) -> Draft:
    """Every sixth word of the passage is another one."""
    draft = Draft(case.text)
    change_words(case, draft, case.passage, max(1, len(words_in(case.text, case.passage)) // 6))
    return draft


def word_cut(case: Case) -> Draft:
    """One word of the passage is gone."""
    draft = Draft(case.text)
    draft.delete(case.chance.choice(words_in(case.text, case.passage)))
    return draft


def word_added(case: Case) -> Draft:
    """A word has come into the passage."""
    draft = Draft(case.text)
    draft.insert(case.chance.choice(words_in(case.text, case.passage)).start, case.chance.choice(SOME_WORDS) + " ")
    return draft


def clause_added(case: Case) -> Draft:
    """Several words have come into the passage."""
    draft = Draft(case.text)
    some = " ".join(case.stranger().split()[:6])
    draft.insert(case.chance.choice(words_in(case.text, case.passage)[1:] or [case.passage]).start, some + " ")
    return draft


def slips(case: Case) -> Draft:
    """Up to three letters of the passage are mistyped."""
    draft = Draft(case.text)
    letters = [at for word in words_in(case.text, case.passage) for at in range(word.start, word.end)]
    for at in case.chance.sample(letters, min(len(letters) // 8 + 1, 3)):
        draft.replace(Span(start=at, end=at + 1), case.chance.choice("аеиоптс"))
    return draft


def typography(case: Case) -> Draft:
    """Quotes, dashes and apostrophes are other ones throughout."""
    draft = Draft(case.text)
    draft.respell(Span(start=0, end=len(case.text)), case.text.translate(_OTHER_SIGNS))
    return draft


def spacing(case: Case) -> Draft:
    """Every space is one that does not break, and every empty line is gone."""
    draft = Draft(case.text)
    draft.respell(Span(start=0, end=len(case.text)), case.text.replace(" ", "\u00a0").replace("\n\n", " \n"))
    return draft


def capitals(case: Case) -> Draft:
    """The passage is in capitals."""
    draft = Draft(case.text)
    loud = "".join(char.upper() if len(char.upper()) == 1 else char for char in case.passage.of(case.text))
    draft.respell(case.passage, loud)
    return draft


def beginning_cut(case: Case) -> Draft:
    """The first quarter of the passage is gone."""
    draft = Draft(case.text)
    words = words_in(case.text, case.passage)
    draft.delete(Span(start=case.passage.start, end=words[len(words) // 4].start))
    return draft


def end_cut(case: Case) -> Draft:
    """The last quarter of the passage is gone."""
    draft = Draft(case.text)
    words = words_in(case.text, case.passage)
    draft.delete(Span(start=words[-(len(words) // 4) - 1].end, end=case.passage.end))
    return draft


def half_cut(case: Case) -> Draft:
    """Half of the passage is gone."""
    draft = Draft(case.text)
    words = words_in(case.text, case.passage)
    middle = words[len(words) // 2].start
    halves = (Span(start=case.passage.start, end=middle), Span(start=middle, end=case.passage.end))
    draft.delete(case.chance.choice(halves))
    return draft


def surroundings_rewritten(case: Case) -> Draft:
    """What stands before and after the passage is other words."""
    draft = Draft(case.text)
    rewrite_around(case, draft)
    return draft


def surroundings_and_word(case: Case) -> Draft:
    """What stands around the passage is other words, and so are some of its own."""
    draft = words_changed(case)
    rewrite_around(case, draft)
    return draft


def paragraphs_reordered(case: Case) -> Draft:
    """All paragraphs stand in another order."""
    draft = Draft(case.text)
    reorder(case, draft)
    return draft


def reordered_and_changed(case: Case) -> Draft:
    """All paragraphs stand in another order, and a word of the passage is another one."""
    draft = word_changed(case)
    reorder(case, draft)
    return draft


def passage_moved(case: Case) -> Draft | None:
    """The passage alone stands elsewhere, as a paragraph."""
    return moved(case, Draft(case.text))


def passage_moved_and_changed(case: Case) -> Draft | None:
    """The passage alone stands elsewhere, and a word of it that names nobody is another one."""
    draft = plain_word_changed(case)
    return None if draft is None else moved(case, draft)


def edited_lightly(case: Case) -> Draft:
    """One word in twenty is another one throughout."""
    draft = Draft(case.text)
    change_everywhere(case, draft, 0.05)
    return draft


def edited_elsewhere(case: Case) -> Draft:
    """One word in twenty is another one, but not in the sentence of the passage."""
    draft = Draft(case.text)
    for sentence in case.other_sentences():
        for word in words_in(case.text, sentence):
            if case.chance.random() < 0.05:
                draft.replace(word, case.chance.choice(SOME_WORDS))
    return draft


def edited_heavily(case: Case) -> Draft:
    """One word in five is another one throughout."""
    draft = Draft(case.text)
    change_everywhere(case, draft, 0.2)
    return draft


def quoted_in_the_lead(case: Case) -> Draft:
    """The text begins with the words of the passage; the passage is where it was."""
    draft = Draft(case.text)
    draft.insert(0, case.passage.of(case.text) + ".\n\n")
    return draft


def sibling_before(case: Case) -> Draft | None:
    """A sentence like that of the passage, of somebody else, is put before it."""
    draft = Draft(case.text)
    return draft if add_sibling(case, draft, case.home().start) else None


def siblings_all_around(case: Case) -> Draft | None:
    """Like sentences of others are put before and after, and a word of the passage that names nobody is another one."""
    draft = plain_word_changed(case)
    if draft is None:
        return None
    return draft if all(add_sibling(case, draft, at) for at in (case.home().start, case.home().end)) else None


def paragraphs_joined(case: Case) -> Draft:
    """Every paragraph follows the one before it on the same line."""
    draft = Draft(case.text)
    draft.respell(Span(start=0, end=len(case.text)), case.text.replace("\n", " "))
    return draft


def much_inserted(case: Case) -> Draft:
    """Every paragraph is followed by a new one."""
    draft = Draft(case.text)
    for paragraph in case.paragraphs:
        draft.insert(paragraph.start, case.stranger() + "\n\n")
    return draft


PRESENT: tuple[Revision, ...] = (
    nothing,
    paragraph_before,
    paragraph_before_gone,
    new_lead,
    much_inserted,
    word_changed,
    words_changed,
    word_cut,
    word_added,
    clause_added,
    slips,
    typography,
    spacing,
    capitals,
    paragraphs_joined,
    beginning_cut,
    end_cut,
    half_cut,
    surroundings_rewritten,
    surroundings_and_word,
    paragraphs_reordered,
    reordered_and_changed,
    passage_moved,
    passage_moved_and_changed,
    edited_lightly,
    edited_heavily,
    quoted_in_the_lead,
    sibling_before,
    siblings_all_around,
)
