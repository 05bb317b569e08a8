"""Lemmas mended by nominatives that the dossier prints."""

import pytest
from marked import reading

from build_dossier.linking.nominative import Nominatives
from build_dossier.text.language import Language


def mended(*marked: str, language: Language = "uk") -> list[str]:
    """The lemma of the last mention, given the others."""
    readings = [reading(str(at), text, language) for at, text in enumerate(marked)]
    pairs = [(one.article.language, mention) for one in readings for mention in one.mentions]
    nominatives = Nominatives(pairs)
    return [nominatives.lemma(*pair) for pair in pairs]


STAY = [
    pytest.param(["[PER Кітом Келлогом=Кітом Келлог]"], "Кітом Келлог", id="nothing printed"),
    pytest.param(
        ["[PER Захаров]", "[PER Захарова]", "[PER Захаровою=Захарова]"], "Захарова", id="a woman by her forms"
    ),
    pytest.param(
        ["[PER Марія Захарова]", "[PER Захаров]", "[PER Захарова]"], "Захарова", id="a woman by her full name"
    ),
    pytest.param(["[LOC Рим]", "[LOC Рима]"], "Рима", id="places are left alone"),
    pytest.param(["[PER Коул]", "[PER Коль]"], "Коль", id="another name"),
]
MEND = [
    pytest.param(["[PER Кіт Келлог]", "[PER Кітом Келлогом=Кітом Келлог]"], "Кіт Келлог", id="instrumental"),
    pytest.param(["[PER Майк Помпео]", "[PER Майка Помпео]"], "Майк Помпео", id="left in the genitive"),
    pytest.param(
        ["[PER Лукашенко]", "[PER Олександра Лукашенка=Олександр Лукашенка]"], "Олександр Лукашенко", id="word"
    ),
    pytest.param(["[PER Путін]", "[PER Путіна]"], "Путін", id="bare surname"),
]


@pytest.mark.parametrize(("marked", "lemma"), STAY)
def test_stays(marked: list[str], lemma: str):
    """A lemma stays where the dossier does not know better."""
    assert mended(*marked)[-1] == lemma


@pytest.mark.parametrize(("marked", "lemma"), MEND)
def test_mended(marked: list[str], lemma: str):
    """A printed nominative mends an oblique lemma."""
    assert mended(*marked)[-1] == lemma


def test_only_its_own_language():
    """A Russian nominative does not mend a Ukrainian lemma."""
    readings = [reading("a", "[PER Майк Помпео]", "ru"), reading("b", "[PER Майка Помпео]", "uk")]
    nominatives = Nominatives((one.article.language, mention) for one in readings for mention in one.mentions)

    assert nominatives.lemma("uk", readings[1].mentions[0]) == "Майка Помпео"
