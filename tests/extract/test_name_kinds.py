"""What a name names."""

import pytest
from marked_names import read, write

from build_dossier.extract import name_bodies, name_media, name_places
from build_dossier.extract.draft import Rule
from build_dossier.text.language import Language


@pytest.mark.parametrize(
    ("rule", "marked", "language"),
    [
        pytest.param(name_places.places_printed_small, "проти російської агресії", "uk", id="adjective"),
        pytest.param(name_places.places_printed_small, "против россии", "ru", id="russian-text"),
        pytest.param(name_bodies.governments, "новий уряд обіцяє реформи", "uk", id="government-of-nobody"),
        pytest.param(name_bodies.governments, "польський народ обіцяє", "uk", id="adjective-without-government"),
        pytest.param(name_bodies.country_belongs, "{ORG:Reuters} {LOC:Литви}", "uk", id="outlet-and-country"),
        pytest.param(name_places.regions, "Українська область знань", "uk", id="adjective-of-a-country"),
        pytest.param(name_bodies.listed_acronyms, "ФСБ ПРО ЗСУ", "uk", id="line-of-capitals"),
        pytest.param(name_places.listed_places, "Росія каже", "uk", id="opens-sentence"),
        pytest.param(name_places.listed_places, "газета «Америка» пише", "uk", id="in-quotes"),
        pytest.param(name_bodies.listed_institutions, "у білому домі біля річки", "uk", id="small-letters"),
        pytest.param(name_bodies.latin_words_are_organisations, "пише у {PRO:Twitter} вночі", "uk", id="network"),
        pytest.param(name_bodies.latin_words_are_organisations, "актор {PER:Tom Hanks} грав", "uk", id="two-words"),
        pytest.param(name_media.outlets_in_quotes, "проєкт «Вікно» закрито", "uk", id="no-cue"),
        pytest.param(name_media.outlets_in_quotes, "видання «не має жодних сумнівів» там", "uk", id="speech"),
        pytest.param(name_bodies.bodies_in_quotes, "компанія не сказала «Так» там", "uk", id="not-beside-its-noun"),
        pytest.param(name_bodies.bodies_in_quotes, "рада «не має жодних сумнівів» там", "uk", id="speech-of-a-body"),
        pytest.param(name_bodies.listed_products, "фото {PER:Анни Твіттер-Коваль}", "uk", id="part-of-a-name"),
        pytest.param(name_bodies.administrations, "нова адміністрація обіцяє", "uk", id="administration-of-nobody"),
    ],
)
def test_what_is_no_such_name(rule: Rule, marked: str, language: Language):
    """A rule leaves alone what only looks like its case."""
    block, drafts = read(marked, language)
    assert write(marked, block, rule(block, drafts)) == marked


@pytest.mark.parametrize(
    ("rule", "marked", "expected", "language"),
    [
        pytest.param(
            name_places.places_printed_small, "війська рф і росії", "війська {LOC:рф} і {LOC:росії}", "uk", id="small"
        ),
        pytest.param(name_places.acronyms_of_places, "в {ORG:КНР} тихо", "в {LOC:КНР} тихо", "ru", id="acronym"),
        pytest.param(
            name_bodies.listed_events, "после {ORG:Брекзита} тихо", "после {EVT:Брекзита} тихо", "ru", id="event"
        ),
        pytest.param(
            name_bodies.listed_institutions,
            "у {PER:Білому} домі",
            "у {ORG:Білому домі}",
            "uk",
            id="cut-short",
        ),
        pytest.param(
            name_bodies.governments, "каже естонський уряд", "каже {ORG:естонський уряд}", "uk", id="adjective"
        ),
        pytest.param(
            name_bodies.governments,
            "посольство {LOC:Латвії} мовчить",
            "{ORG:посольство Латвії} мовчить",
            "uk",
            id="embassy-of-country",
        ),
        pytest.param(
            name_bodies.country_belongs,
            "{ORG:Верховный суд} {LOC:Кении} решил",
            "{ORG:Верховный суд Кении} решил",
            "ru",
            id="court-of-country",
        ),
        pytest.param(
            name_bodies.bodies_in_quotes, "фонд «{PER:Тихий} Дім» діє", "фонд «{ORG:Тихий Дім}» діє", "uk", id="quoted"
        ),
        pytest.param(
            name_bodies.listed_institutions, "Кремль не чекав.", "{ORG:Кремль} не чекав.", "uk", id="opens-the-sentence"
        ),
        pytest.param(name_bodies.listed_products, "у {ORG:Telegram}", "у {PRO:Telegram}", "uk", id="service"),
        pytest.param(name_places.regions, "у Сумській області", "у {LOC:Сумській області}", "uk", id="region"),
        pytest.param(
            name_places.regions,
            "біля {LOC:Ромнів Сумської області} тихо",
            "біля {LOC:Ромнів} {LOC:Сумської області} тихо",
            "uk",
            id="town-and-region",
        ),
        pytest.param(name_bodies.listed_acronyms, "агента ФСБ", "агента {ORG:ФСБ}", "uk", id="body"),
        pytest.param(name_places.listed_places, "з офіційним Мінськом", "з офіційним {LOC:Мінськом}", "uk", id="place"),
        pytest.param(
            name_bodies.latin_words_are_organisations, "рейс {PER:Lufthansa}", "рейс {ORG:Lufthansa}", "uk", id="latin"
        ),
        pytest.param(
            name_media.outlets_are_organisations, "пише {PRO:Дзеркало}", "пише {ORG:Дзеркало}", "uk", id="outlet"
        ),
        pytest.param(
            name_media.outlets_in_quotes, "передає «Вечірній огляд».", "передає «{ORG:Вечірній огляд}».", "uk", id="cue"
        ),
        pytest.param(name_media.unions_are_organisations, "з {LOC:Євросоюзом}", "з {ORG:Євросоюзом}", "uk", id="union"),
        pytest.param(
            name_bodies.administrations,
            "в администрации президента {LOC:Финляндии} {PER:Саули Ниинистё}",
            "в {ORG:администрации президента Финляндии} {PER:Саули Ниинистё}",
            "ru",
            id="administration-of-president",
        ),
    ],
)
def test_what_is_such_a_name(rule: Rule, marked: str, expected: str, language: Language):
    """Each rule finds the names it is named for, in any form."""
    block, drafts = read(marked, language)
    assert write(marked, block, rule(block, drafts)) == expected


@pytest.mark.parametrize(
    ("marked", "listed"),
    [
        pytest.param("в {ORG:адміністрації} {PER:Ради Коваль} ні", "адміністрації Ради Коваль", id="administration"),
        pytest.param("у {ORG:посольстві Данії} в {LOC:Осло} так", "посольстві Данії в Осло", id="embassy"),
        pytest.param("{ORG:Сейм} {LOC:Литви} знову", "Сейм", id="others-end-where-they-end"),
    ],
)
def test_a_listed_name_may_reach_over_the_names_inside_it(marked: str, listed: str):
    """The administration is listed with its head, the mission with its town."""
    block, drafts = read(marked)
    end = name_bodies.full_end(block, drafts, drafts[0])
    assert " ".join(block.forms(drafts[0].start, end)) == listed
