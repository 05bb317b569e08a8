"""Whom an article has its news from."""

from dataclasses import replace

import pytest
from marked import reading

from build_dossier.article import Basis, Block, BlockKind, Publisher
from build_dossier.extract import metonyms, sources
from build_dossier.extract.sources.citation import Citation
from build_dossier.text.language import Language
from build_dossier.text.span import Span

NOBODY = [
    pytest.param("[ORG Reuters] уволит двести сотрудников.", "ru", id="an outlet that is the news"),
    pytest.param("Компания [ORG Reuters] купила стартап.", "ru", id="an outlet that acts"),
    pytest.param("Акції [ORG The New York Times] впали на 5%.", "uk", id="an outlet that is traded"),
    pytest.param("Новини [ORG УНІАН] читають мільйони.", "uk", id="an outlet that is read"),
    pytest.param("[PER Іван Петренко] заявив, що піде.", "uk", id="a person is a speaker"),
    pytest.param("За словами [PER Петренка=Петренко], усе готово.", "uk", id="a person in a formula"),
    pytest.param("По мнению [PER Трампа=Трамп], всё готово.", "ru", id="a person's opinion"),
    pytest.param("Президент заявив, що підпише закон.", "uk", id="an office"),
    pytest.param("Міністр оборони повідомив про це вранці.", "uk", id="a minister"),
    pytest.param("Речниця [ORG МЗС] [PER Анна Коваль] пояснила рішення.", "uk", id="a spokeswoman with a name"),
    pytest.param("Глава [ORG МИД] подтвердил это.", "ru", id="the head of a body"),
    pytest.param("Мужчина рассказал, что видел огонь.", "ru", id="one man"),
    pytest.param("Учёные ищут новый источник энергии.", "ru", id="a source of energy"),
    pytest.param("За даними джерела живлення, напруга впала.", "uk", id="a source of power"),
    pytest.param("Джерело води пересохло.", "uk", id="a spring"),
    pytest.param("Це джерело натхнення, заявив [PER Бойко].", "uk", id="a source of inspiration"),
    pytest.param("Згідно з планом, роботи завершать навесні.", "uk", id="by plan"),
    pytest.param("Согласно закону, выборы пройдут осенью.", "ru", id="by law"),
    pytest.param("Угода передбачає перехідний період.", "uk", id="a treaty provides"),
    pytest.param("Сообщается, что рейсы отменили.", "ru", id="nobody reports"),
    pytest.param("Як повідомлялося, рейси скасували.", "uk", id="it was reported"),
    pytest.param("Как известно, [ORG Ryanair] летает в [LOC Киев].", "ru", id="as is known"),
    pytest.param("Рабочие потребовали прибавки.", "ru", id="a demand"),
    pytest.param("Профспілка закликала до страйку.", "uk", id="a call"),
    pytest.param("Суд постановил освободить журналиста.", "ru", id="a ruling"),
    pytest.param("Уряд ухвалив рішення про бюджет.", "uk", id="a decision"),
    pytest.param("[ORG Ryanair] не сообщила, когда начнутся рейсы.", "ru", id="not told"),
    pytest.param("Нагадаємо, родина виїхала за кордон.", "uk", id="we remind"),
    pytest.param("Пилоти оголосили страйк.", "uk", id="announced a strike"),
    pytest.param("[ORG Палата представників] оголосила імпічмент.", "uk", id="declared an impeachment"),
    pytest.param("Компания признала право рабочих на отдых.", "ru", id="granted a right"),
    pytest.param("У [LOC Москві=Москва] відбулася зустріч, повідомив [PER Коваль].", "uk", id="a town"),
    pytest.param("Як повідомляв [ORG УНІАН], страйк почався вчора.", "uk", id="a paper of ours on itself"),
    pytest.param("Как писал «[ORG Вечерний вестник]», дом сгорел.", "ru", id="an unknown paper on itself"),
    pytest.param("Он написал это в [PRO Twitter].", "ru", id="a network"),
    pytest.param("Він пив воду з колодязя, який мешканці вважають святим.", "uk", id="what a relative clause says"),
    pytest.param("[LOC Україна] отримала допомогу.", "uk", id="a country that gets"),
    pytest.param("Поліція не відповіла насильством.", "uk", id="no answer was asked for"),
]
CITED = [
    pytest.param("Про це повідомляє [ORG Reuters].", "uk", ["PRIMARY NAMED Reuters"], id="an outlet after its verb"),
    pytest.param(
        "[ORG Bloomberg] пишет, что цены растут.", "ru", ["PRIMARY NAMED Bloomberg"], id="an outlet before it"
    ),
    pytest.param(
        "По данным газеты «[ORG Весть]», цены растут.", "ru", ["PRIMARY NAMED Весть"], id="by the noun before it"
    ),
    pytest.param("Про це пише [ORG Dziennik].", "uk", ["PRIMARY NAMED Dziennik"], id="by a verb that only media have"),
    pytest.param("Об этом сообщает [ORG Zetland].", "ru", ["PRIMARY NAMED Zetland"], id="a foreign name, cited only"),
    pytest.param("Его слова приводит «[ORG БелТА]».", "ru", ["PRIMARY NAMED БелТА"], id="whose words it brings"),
    pytest.param(
        "В эфире телеканала [ORG Fox News] об этом сказал [PER Смит].",
        "ru",
        ["PRIMARY NAMED Fox News"],
        id="where somebody spoke",
    ),
    pytest.param("[PER Ковач] розповів [ORG DW] про план.", "uk", ["PRIMARY NAMED DW"], id="to whom somebody spoke"),
    pytest.param(
        "Как передает корреспондент [ORG РИА Новости], путь открыт.",
        "ru",
        ["PRIMARY NAMED РИА Новости"],
        id="its reporter",
    ),
    pytest.param("[ORG МИД Украины] подтвердил отъезд.", "ru", ["SPOKESPERSON NAMED МИД Украины"], id="a body"),
    pytest.param(
        "Про це повідомили в поліції [LOC Одеси=Одеса].", "uk", ["SPOKESPERSON NAMED поліція Одеси"], id="in a body"
    ),
    pytest.param(
        "В [ORG Ryanair], в свою очередь, заявили об отмене рейсов.",
        "ru",
        ["SPOKESPERSON NAMED Ryanair"],
        id="over a turn of phrase",
    ),
    pytest.param(
        "Официальный представитель [ORG МИД Китая] заявил об этом.",
        "ru",
        ["SPOKESPERSON NAMED МИД Китая"],
        id="a spokesman without a name",
    ),
    pytest.param(
        "Пресс-служба [LOC Кремля=Кремль] сообщила о звонке.", "ru", ["SPOKESPERSON NAMED Кремль"], id="a press service"
    ),
    pytest.param("[LOC Москва] указывала на это.", "ru", ["PRIMARY COLLECTIVE Москва"], id="a capital"),
    pytest.param(
        "У [LOC Вашингтоні=Вашингтон] заявили про санкції.", "uk", ["PRIMARY COLLECTIVE Вашингтон"], id="in a capital"
    ),
    pytest.param("[LOC Росія] заперечує, що причетна.", "uk", ["PRIMARY COLLECTIVE Росія"], id="a country"),
    pytest.param("Рейси скасовано, кажуть експерти.", "uk", ["PRIMARY COLLECTIVE експерти"], id="experts"),
    pytest.param(
        "По мнению аналитиков, цены вырастут.", "ru", ["PRIMARY COLLECTIVE аналитиков"], id="analysts in a formula"
    ),
    pytest.param(
        "Західні правозахисні організації стверджують, що їх тисяча.",
        "uk",
        ["PRIMARY COLLECTIVE Західні правозахисні організації"],
        id="bodies in the plural",
    ),
    pytest.param(
        "Чиновники вынуждены были признать, что опоздали.", "ru", ["PRIMARY COLLECTIVE Чиновники"], id="over a modal"
    ),
    pytest.param("Британські ЗМІ повідомили про це.", "uk", ["PRIMARY COLLECTIVE Британські ЗМІ"], id="media"),
    pytest.param(
        "По словам двух источников, сделка сорвалась.", "ru", ["PRIMARY UNNAMED 2 двух источников"], id="two sources"
    ),
    pytest.param(
        "Джерело в уряді розповіло про план.", "uk", ["PRIMARY UNNAMED Джерело в уряді"], id="a source in a body"
    ),
    pytest.param(
        "Некоторые американские чиновники сообщили об этом.",
        "ru",
        ["PRIMARY UNNAMED Некоторые американские чиновники"],
        id="some of many",
    ),
    pytest.param(
        "Два дипломати, знайомі з планом, сказали [ORG Axios], що угода близько.",
        "uk",
        ["PRIMARY UNNAMED 2 Два дипломати", "PRIMARY NAMED Axios"],
        id="over a clause",
    ),
    pytest.param(
        "Про це [ORG Reuters] сказало джерело в уряді.",
        "uk",
        ["PRIMARY NAMED Reuters", "PRIMARY UNNAMED джерело в уряді"],
        id="an outlet before its source",
    ),
    pytest.param(
        "Як йдеться в заяві [ORG Ryanair], страйк шкодить.", "uk", ["DOCUMENT NAMED заява Ryanair"], id="in a statement"
    ),
    pytest.param("Из заявления следует, что срок истёк.", "ru", ["DOCUMENT NAMED заявление"], id="it follows from it"),
    pytest.param(
        "В пресс-релизе на сайте [LOC Кремля=Кремль] сообщается о звонке.",
        "ru",
        ["DOCUMENT NAMED пресс-релиз на сайте Кремля"],
        id="on a site",
    ),
    pytest.param("Опитування показало, що більшість проти.", "uk", ["DOCUMENT NAMED Опитування"], id="a survey"),
    pytest.param("По данным соцопросов, лидирует мэр.", "ru", ["DOCUMENT COLLECTIVE соцопросов"], id="surveys"),
    pytest.param("Згідно зі звітом [ORG ООН], голод посилюється.", "uk", ["DOCUMENT NAMED звіт ООН"], id="by a report"),
    pytest.param(
        "[LOC Белый дом] отказался от комментариев.", "ru", ["SPOKESPERSON DECLINED Белый дом"], id="no comment"
    ),
    pytest.param(
        "У [ORG Пентагоні=Пентагон] не відповіли на запит.", "uk", ["SPOKESPERSON NO_REPLY Пентагон"], id="no reply"
    ),
    pytest.param(
        "На момент публікації в [ORG МЗС] не відповіли на запитання.",
        "uk",
        ["SPOKESPERSON NO_REPLY МЗС"],
        id="at the time of writing",
    ),
    pytest.param(
        "В [LOC Кремле=Кремль] от комментариев отказались.",
        "ru",
        ["SPOKESPERSON DECLINED Кремль"],
        id="the other way round",
    ),
    pytest.param(
        "Посольство не відповіло на запит, але в [ORG МЗС] усе підтвердили.",
        "uk",
        ["SPOKESPERSON NO_REPLY Посольство", "SPOKESPERSON NAMED МЗС"],
        id="one silent, one not",
    ),
]
JOINED = [
    pytest.param(
        "Видання пише про візит. Про це йдеться в статті [ORG NYT]. [ORG NYT] уточнює: пізно.",
        "uk",
        [["Видання", "NYT", "NYT"]],
        id="an outlet's noun before its name",
    ),
    pytest.param(
        "Об этом сообщило агентство [ORG БелТА]. «[ORG Newsweek]» рассказывает об этом. "
        "По информации агентства, уже поздно.",
        "ru",
        [["БелТА", "агентства"], ["Newsweek"]],
        id="the noun that fits",
    ),
    pytest.param(
        "[ORG Ryanair] повідомила про страйк. Як додали в авіакомпанії, гроші повернуть.",
        "uk",
        [["Ryanair", "авіакомпанії"]],
        id="a body's noun",
    ),
    pytest.param(
        "Об этом сообщили [ORG Reuters] три собеседника. Некоторые чиновники сообщили [ORG Reuters] о другом. "
        "Это не всё, добавили собеседники.",
        "ru",
        [["Reuters", "Reuters"], ["три собеседника", "собеседники"], ["Некоторые чиновники"]],
        id="some people again, not others",
    ),
    pytest.param(
        "Говорится в совместном заявлении авиакомпаний. Забастовка вредит всем, говорится в документе.",
        "ru",
        [["совместном заявлении авиакомпаний", "документе"]],
        id="a paper again",
    ),
]
KNOWN_BY = [
    pytest.param(
        "Об этом сообщило агентство [ORG Reuters] со ссылкой на трех собеседников.",
        "ru",
        ["трех собеседников ← Reuters (stated)"],
        id="by reference",
    ),
    pytest.param(
        "Про це повідомляє «[ORG Європейська правда]» з посиланням на [ORG BBC].",
        "uk",
        ["BBC ← Європейська правда (stated)"],
        id="an outlet by an outlet",
    ),
    pytest.param(
        "[ORG Reuters] писало про це. Експерти вважають, що запізно. У [ORG Reuters] уточнили деталі.",
        "uk",
        ["Експерти ← Reuters (inferred)"],
        id="between two citings",
    ),
    pytest.param("[ORG Reuters] писало про це. Експерти вважають, що запізно.", "uk", [], id="after the last"),
]


def found(marked: str, language: Language, publisher: Publisher | None = None) -> tuple[str, tuple[Citation, ...]]:
    """The text of a marked paragraph and its sources."""
    plain = reading("a", marked, language)
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(plain.article.text))
    article = replace(plain.article, blocks=(block,), publisher=publisher)
    return article.text, sources.find(article, metonyms.marked(article, plain.mentions))


def told(citation: Citation) -> str:
    """A source in one line."""
    count = [] if citation.count is None else [str(citation.count)]
    return " ".join([citation.role.value, citation.anonymity.value, *count, citation.name])


@pytest.mark.parametrize(("marked", "language"), NOBODY)
def test_nobody_is_cited(marked: str, language: Language):
    """Who acts, speaks as a person, demands or decides is no source."""
    assert found(marked, language)[1] == ()


@pytest.mark.parametrize(("marked", "language", "expected"), CITED)
def test_cited(marked: str, language: Language, expected: list[str]):
    """Each kind of source is found with its role and how it is named."""
    assert [told(citation) for citation in found(marked, language)[1]] == expected


@pytest.mark.parametrize(("marked", "language", "expected"), JOINED)
def test_joined(marked: str, language: Language, expected: list[list[str]]):
    """What takes up a name is the source that was named."""
    text, citations = found(marked, language)

    assert [[text[span.start : span.end] for span in one.spans] for one in citations] == expected


@pytest.mark.parametrize(("marked", "language", "expected"), KNOWN_BY)
def test_known_by(marked: str, language: Language, expected: list[str]):
    """By which outlet a source is known is stated by a sentence, or inferred between two citings."""
    _, citations = found(marked, language)
    ways = [
        f"{one.name} ← {citations[one.via.source].name} ({one.via.basis.value})"
        for one in citations
        if one.via is not None
    ]

    assert ways == expected


def test_an_outlet_that_names_another_relays():
    """Who has it from another outlet relays it."""
    _, citations = found("Про це повідомляє «[ORG Європейська правда]» з посиланням на [ORG BBC].", "uk")

    assert [citation.role.value for citation in citations] == ["RELAYED", "PRIMARY"]


def test_the_publisher_is_no_source_of_its_own():
    """A stated publisher that is cited speaks of itself."""
    publisher = Publisher(name="Главком", basis=Basis.STATED, span=Span(start=0, end=1))
    _, citations = found("Як пише [ORG Politico], усе готово, передає «[ORG Главком]».", "uk", publisher)

    assert [(citation.name, citation.via) for citation in citations] == [("Politico", None)]


def test_who_is_silent_and_speaks_is_named():
    """One refusal does not make a body silent that says something else."""
    _, citations = found("[ORG МЗС] не прокоментувало чутки. [ORG МЗС] заявило, що розбереться.", "uk")

    assert [told(citation) for citation in citations] == ["SPOKESPERSON NAMED МЗС"]
