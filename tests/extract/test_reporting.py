"""The words by which news reports speech."""

import pytest

from build_dossier.extract.reporting import Attitude, is_state, verb
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

NO_VERBS = [
    pytest.param("разі", "uk", id="a noun"),
    pytest.param("заявлений", "uk", id="a participle"),
    pytest.param("сказати", "uk", id="an infinitive"),
    pytest.param("скажемо", "uk", id="we"),
    pytest.param("скажет", "ru", id="will say"),
    pytest.param("скажите", "ru", id="imperative"),
    pytest.param("слова", "ru", id="words"),
]
VERBS = [
    pytest.param("заявив", "uk", "заявити", Attitude.NEUTRAL, id="past"),
    pytest.param("запевняють", "uk", "запевняти", Attitude.ASSERTIVE, id="present"),
    pytest.param("заявивши", "uk", "заявити", Attitude.NEUTRAL, id="Ukrainian gerund"),
    pytest.param("стверджуючи", "uk", "стверджувати", Attitude.ASSERTIVE, id="Ukrainian gerund of the present"),
    pytest.param("отметив", "ru", "отметить", Attitude.NEUTRAL, id="Russian gerund"),
    pytest.param("намекнула", "ru", "намекнуть", Attitude.DOUBT, id="doubt"),
]


@pytest.mark.parametrize(("form", "language"), NO_VERBS)
def test_what_is_no_reporting_verb(form: str, language: Language):
    """Other parts of speech, infinitives, speakers of themselves and the future report nothing."""
    assert verb(form, language) is None


@pytest.mark.parametrize(("form", "language", "lemma", "attitude"), VERBS)
def test_reporting_verbs_by_lemma(form: str, language: Language, lemma: str, attitude: Attitude):
    """A finite form or a gerund leads to its verb and the attitude that it carries."""
    found = verb(form, language)

    assert found is not None
    assert (found.lemma, found.attitude) == (lemma, attitude)


def test_states():
    """«переконаний» holds that something is so; its oblique forms do not."""
    assert is_state("переконаний", "uk")
    assert not is_state("переконаного", "uk")


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_the_lexicon_is_long_and_in_lemmas(language: Language):
    """There are at least 120 verbs a language, each as the dictionary lists it."""
    lists = read_lexicon("reporting_verbs.yml")["verbs"][language]
    lemmas = {word for attitude in Attitude for word in words(lists[attitude.value])}
    unknown = {
        w for w in lemmas if not any(a.lemma.replace("ё", "е") == w.replace("ё", "е") for a in analyses(w, language))
    }

    assert len(lemmas) >= 120
    assert unknown == set()
