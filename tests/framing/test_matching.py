"""Where terms stand in a text: what must not be one first."""

import pytest
from told import told

from build_dossier.framing import Term, TermSet
from build_dossier.framing.lexicon import package_sets
from build_dossier.framing.matching import find, finders
from build_dossier.text.language import Language

KNOWN = finders(package_sets())


def hits(text: str, language: Language = "uk") -> list[str]:
    """``set/term: words`` of every hit."""
    article = told("a", text, language).reading.article
    return [f"{hit.set}/{hit.term}: {text[hit.start : hit.end]}" for hit in find(article, KNOWN)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Друга світова війна дійшла до Києва.", "uk", id="another war"),
        pytest.param("Торговая война началась, заявили в Киеве.", "ru", id="a war of trade"),
        pytest.param("Министр заявил о конфликте интересов в Киеве.", "ru", id="a conflict of interests"),
        pytest.param("Між сусідами виник конфлікт через паркан.", "uk", id="a conflict far from Ukraine"),
        pytest.param("Це воїн. Росії вистачає своїх.", "uk", id="words of two sentences"),
        pytest.param("Режим роботи музею: білоруський, український.", "uk", id="parted by a sign"),
        pytest.param("Вони поїхали в Україну й на Україну.", "uk", id="where to, not where"),
        pytest.param("Росія заявила, що Київ мовчить.", "uk", id="a capital letter"),
        pytest.param("Его поступок удивил Киев.", "ru", id="a word of the other language"),
        pytest.param("Голова фракції відвідав Білорусь.", "uk", id="the head of a body"),
        pytest.param("Он заключил договор в Минске, освободив всех.", "ru", id="the verb of a participle"),
    ],
)
def test_what_is_no_term(text: str, language: Language):
    """No hit but the plain name of a country."""
    assert [hit for hit in hits(text, language) if not hit.startswith("belarus-name/")] == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        pytest.param(
            "Країна пережила повномасштабну російсько-українську війну.",
            "uk",
            ["war/full-scale-war: повномасштабну російсько-українську війну"],
            id="a word that may be left out",
        ),
        pytest.param(
            "Після початку війни росії проти України минув рік.",
            "uk",
            ["war/war-against-ukraine: війни росії проти України", "russia/small-letter: росії"],
            id="two sets share a word",
        ),
        pytest.param(
            "Специальной военной операции, военной операции на Украине.",
            "ru",
            [
                "war/special-military-operation: Специальной военной операции",
                "war/military-operation: военной операции",
                "ukraine/na-ukraine: на Украине",
            ],
            id="the longest in one set",
        ),
        pytest.param(
            "Російський диктатор Володимир Путін мовчить.",
            "uk",
            ["russia-ruler/dictator: Російський диктатор Володимир Путін"],
            id="what overlaps in one term is one",
        ),
        pytest.param(
            "Київ: це «історичні» землі.",
            "uk",
            ["territory/historic-lands: історичні» землі"],
            id="through quotation marks",
        ),
        pytest.param(
            "ПОЛІТВ\u2019ЯЗНІВ звільнили у Мінську.",
            "uk",
            ["prisoners/political-prisoner: ПОЛІТВ\u2019ЯЗНІВ"],
            id="capitals, apostrophe",
        ),
        pytest.param(
            "Освободили политзаключённых и политически мотивированное дело в Минске.",
            "ru",
            [
                "prisoners/political-prisoner: политзаключённых",
                "prisoners/politically-motivated: политически мотивированное дело",
            ],
            id="ё, a participle",
        ),
        pytest.param("Бой за вой\u00adну в Киеве.", "ru", ["war/war: вой\u00adну"], id="a soft hyphen"),
    ],
)
def test_terms(text: str, language: Language, found: list[str]):
    """Terms in any form, as they are printed."""
    assert [hit for hit in hits(text, language) if not hit.startswith("belarus-name/")] == found


def one_set(*patterns: str, unless: tuple[str, ...] = ()) -> dict[str, TermSet]:
    """A set of one term."""
    term = Term(key="t", gloss={"en": "t"}, patterns={"uk": patterns}, unless={"uk": unless})
    return {"s": TermSet(key="s", title={"en": "S"}, about={}, only_with={}, terms={"t": term})}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        pytest.param("мир … угода", "мирна велика угода", [], id="a gap needs its first word"),
        pytest.param("мир … угода", "Мир без жодної нової дрібної угоди", [], id="four words are too many"),
        pytest.param("мир … угода", "Мир. Угода", [], id="no gap over a full stop"),
        pytest.param("мир … угода", "миру за цією угодою", ["миру за цією угодою"], id="a gap of two"),
        pytest.param("мир … угода", "Мир, угода", ["Мир, угода"], id="a gap over a comma"),
        pytest.param("=мир", "миру мир", ["мир"], id="this form alone"),
        pytest.param("окуп*", "окупант і окупація, купол", ["окупант", "окупація"], id="a beginning"),
        pytest.param("уряд|влада Києва", "владу Києва, уряд Київ", ["владу Києва"], id="one of two; a form stays"),
    ],
)
def test_signs(pattern: str, text: str, found: list[str]):
    """What the signs of a pattern stand for."""
    article = told("a", text, "uk").reading.article

    assert [text[hit.start : hit.end] for hit in find(article, finders(one_set(pattern)))] == found


def test_what_only_looks_like_it_refuses_what_it_touches():
    """A word of a refusal counts nowhere; the same word elsewhere does."""
    article = told("a", "Холодна війна минула, війна лишилась", "uk").reading.article

    assert [hit.start for hit in find(article, finders(one_set("війна", unless=("холодна війна",))))] == [22]


def test_a_text_in_no_known_language_is_read_with_all_patterns():
    """A language that was not told apart is no reason to find nothing."""
    assert hits("Політв'язень в Мінську", "und")[0].startswith("prisoners/political-prisoner")
