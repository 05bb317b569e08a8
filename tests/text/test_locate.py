"""Finding a quotation in a text, or saying that it cannot be told where."""

import unicodedata

import pytest

from build_dossier.text.locate import (
    Ambiguous,
    Match,
    NotFound,
    Reason,
    TextQuoteSelector,
    describe,
    locate,
    searchable,
)
from build_dossier.text.span import Span

TEXT = (
    "Міністри зустрілися у Відні. Міністри домовилися про обмін.\n\n"
    "«Обмін відбудеться у п'ятницю», — сказав речник. Обмін уже переносили двічі: у травні та у червні."
)


def quote(exact: str, prefix: str = "", suffix: str = "") -> TextQuoteSelector:
    """A selector."""
    return TextQuoteSelector(exact=exact, prefix=prefix, suffix=suffix)


@pytest.mark.parametrize(
    "selector",
    [
        pytest.param(quote("Президенти зустрілися"), id="other words"),
        pytest.param(quote("Президенти зустрілися у Відні ввечері"), id="half of the words"),
        pytest.param(quote("Речник сказав: обмін у 2014 відбудеться у п'ятницю"), id="a number that is not there"),
        pytest.param(quote(""), id="no words"),
        pytest.param(quote("\u200b\u00ad"), id="invisible words"),
        pytest.param(quote("МІН"), id="a short piece of a word in other case"),
        pytest.param(quote("речник", "президентський "), id="a short word without its context"),
        pytest.param(quote(TEXT + TEXT), id="longer than the text"),
        pytest.param(quote("уже переносили двічі", "Зустріч "), id="words in the context of others"),
    ],
)
def test_not_found(selector: TextQuoteSelector):
    """What does not stand in the text is not found, however much is alike."""
    assert isinstance(locate(selector, TEXT), NotFound)


@pytest.mark.parametrize(
    "selector",
    [
        pytest.param(quote("Міністри"), id="a word that stands twice"),
        pytest.param(quote("у"), id="a letter that stands everywhere"),
        pytest.param(quote("міністри"), id="folded, twice"),
        pytest.param(quote("Міністри", "", " з'їхалися"), id="context that fits neither"),
        pytest.param(quote("Міністри", "Учора ввечері "), id="context that is gone"),
    ],
)
def test_ambiguous(selector: TextQuoteSelector):
    """Words that could mean several places mean none, and the places are told."""
    answer = locate(selector, TEXT)

    assert isinstance(answer, Ambiguous)
    assert len(answer.candidates) > 1


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        pytest.param(quote("у Відні"), "у Відні", id="words"),
        pytest.param(quote("Міністри", "", " домовилися"), "Міністри", id="words told by what follows"),
        pytest.param(quote("Обмін", "речник. "), "Обмін", id="words told by what goes before"),
        pytest.param(quote("ідні"), "ідні", id="part of a word"),
        pytest.param(quote(TEXT), TEXT, id="the whole text"),
    ],
)
def test_exact(selector: TextQuoteSelector, words: str):
    """The very words are found with score 1."""
    answer = locate(selector, TEXT)

    assert isinstance(answer, Match)
    assert TEXT[answer.start : answer.end] == words
    assert (answer.reason, answer.score) == (Reason.EXACT, 1.0)


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        pytest.param('"Обмін відбудеться у п’ятницю"', "«Обмін відбудеться у п'ятницю»", id="quotes and apostrophe"),
        pytest.param("п'ятницю», - сказав", "п'ятницю», — сказав", id="dash"),
        pytest.param("про обмін. «Обмін", "про обмін.\n\n«Обмін", id="paragraph"),
        pytest.param("відбу\u00adдеться у\u00a0п'ятницю", "відбудеться у п'ятницю", id="soft hyphen, no-break space"),
        pytest.param("МІНІСТРИ ЗУСТРІЛИСЯ", "Міністри зустрілися", id="case"),
        pytest.param("  зустрілися у Відні\n", "зустрілися у Відні", id="white space at the ends"),
    ],
)
def test_folded(exact: str, words: str):
    """The same words in other typography are found, and told apart from the very words."""
    answer = locate(quote(exact), TEXT)

    assert isinstance(answer, Match)
    assert TEXT[answer.start : answer.end] == words
    assert answer.score <= 1.0
    assert (answer.reason is Reason.EXACT) == (exact.strip() == words)


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        pytest.param(quote("зустрілись у Відні"), "зустрілися у Відні", id="a letter less"),
        pytest.param(quote("сьогодні відбудеться у п'ятницю"), "«Обмін відбудеться у п'ятницю", id="another word"),
        pytest.param(quote("уже відклали двічі: у травні та у червні"), TEXT[116:-1], id="within"),
    ],
)
def test_fuzzy(selector: TextQuoteSelector, words: str):
    """Words that are alike, and as likely these as any, are found in whole words and marked as other ones."""
    answer = locate(selector, TEXT)

    assert isinstance(answer, Match)
    assert TEXT[answer.start : answer.end] == words
    assert answer.reason is Reason.FUZZY
    assert answer.score < 1


def test_of_two_like_sentences_neither():
    """A sentence that differs from two others in as much is neither of them, and one about others is not ours."""
    team = "Команда {} повідомила, що оновлення зменшило затримку на дванадцять відсотків."
    two = team.format("Альфа") + "\n" + team.format("Дельта")

    assert isinstance(locate(quote(team.format("нова")), two), Ambiguous | NotFound)
    assert isinstance(locate(quote(team.format("Бета")), team.format("Гамма")), NotFound)


@pytest.mark.parametrize(
    "exact",
    [
        pytest.param("Mінiстри зустpілися", id="look-alike letters"),
        pytest.param("зустрілися у Bіднi", id="a word of two alphabets"),
    ],
)
def test_another_shape(exact: str):
    """Letters that look the same are the same."""
    answer = locate(quote(exact), TEXT)

    assert isinstance(answer, Match)
    assert answer.reason is Reason.FOLDED


def test_composed_letters():
    """A letter and its mark are the letter, whichever way the text or the quotation has them."""
    text = "на своїй землі, якої"

    for words, where in (("своїй", text), ("своїй", unicodedata.normalize("NFD", text))):
        answer = locate(quote(unicodedata.normalize("NFD" if where == text else "NFC", words)), where)

        assert isinstance(answer, Match)
        assert unicodedata.normalize("NFC", answer.span.of(where)) == words


def test_printed_words_go_before_folded_ones():
    """A quotation that stands once letter by letter is not ambiguous for standing elsewhere in other case."""
    answer = locate(quote("Обмін", "", " "), "Про ОБМІН і про Обмін .")

    assert answer == Match(start=16, end=21, score=1.0, reason=Reason.EXACT)


@pytest.mark.parametrize(
    ("selector", "start"),
    [
        pytest.param(quote("Міністри", "", " домовилися про зустріч"), 29, id="the end of the context has changed"),
        pytest.param(quote("Обмін", "голосно сказав речник. "), 110, id="the beginning of the context has changed"),
        pytest.param(quote("Обмін", "сказав речнік. "), 110, id="a slip in the context"),
    ],
)
def test_words_in_a_changed_context(selector: TextQuoteSelector, start: int):
    """What is left of the context tells which of several places is meant."""
    answer = locate(selector, TEXT)

    assert isinstance(answer, Match)
    assert answer.start == start


def test_context_that_fits_two_places_is_refused():
    """Equal context is no reason to prefer the first."""
    text = "Він сказав правду. Вона мовчала. Він сказав правду."

    assert isinstance(locate(quote("правду", "Він сказав ", "."), text), Ambiguous)


def test_nearest_is_in_whole_words():
    """What is not found comes with the likest passage, not cut within a word."""
    answer = locate(quote("Міністри зустрілися не у Празі, а у Києві"), TEXT)

    assert isinstance(answer, NotFound)
    assert answer.nearest is not None
    assert answer.nearest.of(TEXT).startswith("Міністри зустрілися у Відні")
    assert 0.5 < answer.likeness < 0.8


def test_nothing_is_found_before_the_beginning():
    """A quotation of the machine prefix is not found, and its words count nowhere."""
    text = " date 2025-01-02 Засідання 2025-01-02 перенесли"

    answer = locate(quote("2025-01-02"), searchable(text, start=17))

    assert answer == Match(start=27, end=37, score=1.0, reason=Reason.EXACT)
    assert isinstance(locate(quote("date"), searchable(text, start=17)), NotFound)


@pytest.mark.parametrize(
    ("text", "start", "end", "prefix", "suffix"),
    [
        pytest.param("один два три", 5, 8, "", "", id="unique words need none"),
        pytest.param("так і так", 0, 3, "", " ", id="the first of two"),
        pytest.param("так і так", 6, 9, " ", "", id="the last of two"),
        pytest.param("за миру, за миру!", 3, 7, "", ",", id="told by what follows"),
        pytest.param("aaaa", 1, 3, "a", "a", id="overlapping places"),
    ],
)
def test_describe(text: str, start: int, end: int, prefix: str, suffix: str):
    """The context is the shortest that no other place has."""
    selector = describe(text, Span(start=start, end=end))

    assert selector == quote(text[start:end], prefix, suffix)


@pytest.mark.parametrize(("start", "end"), [pytest.param(2, 2, id="empty"), pytest.param(0, 9, id="beyond the text")])
def test_describe_refuses(start: int, end: int):
    """There is nothing to describe in an empty span or outside the text."""
    with pytest.raises(ValueError, match="nothing to describe"):
        describe("слово", Span(start=start, end=end))


def test_a_text_that_repeats_itself_is_searched_in_good_time():
    """Words that stand a hundred thousand times are refused, not enumerated."""
    answer = locate(quote("на"), "на " * 100_000)

    assert isinstance(answer, Ambiguous)
    assert len(answer.candidates) < 5_000
