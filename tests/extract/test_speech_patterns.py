"""Patterns of telling: headlines with a colon, requests, counted speakers, questions, words of others, offices."""

import pytest
from marked_speech import attributions, quotations

from build_dossier.text.language import Language

NOTHING_TOLD = [
    pytest.param("О причинах решения не сообщается.", "ru", id="not reported"),
    pytest.param("[PER Мельник] пояснив [ORG НСН].", "uk", id="to whom, and nothing else"),
    pytest.param("Згідно зі статтею 50 країна виходить.", "uk", id="an article of a law"),
    pytest.param("[PER Мельник] виступив зі сцени з оркестром.", "uk", id="comes out with no request"),
    pytest.param("[PER Мельник] прийшов, 2020 заявили про себе.", "uk", id="a year counts nobody"),
    pytest.param("Міста, впевнений крок яких чути, живуть.", "uk", id="a sure step"),
]
ONLY_THIS = [
    pytest.param(
        "Это, по мнению экспертов, говорит о том, что города устали.",
        "ru",
        ["экспертов (по мнению): говорит о том, что города устали"],
        id="a thing shows and says nothing",
    ),
    pytest.param(
        "[PER Мельник] обіцяв відкрити завод, але тривалий час мовчав.",
        "uk",
        ["Мельник (обіцяв): відкрити завод"],
        id="what the outlet turns against it is not promised",
    ),
    pytest.param(
        "[PER Мельник] розповів про завод і додав, що міста чекають.",
        "uk",
        ["Мельник (розповів): про завод", "Мельник (додав): міста чекають"],
        id="what is added is told by itself",
    ),
    pytest.param(
        "[PER Петров] призывал идти к заводу, а теперь угрожает забастовкой.",
        "ru",
        ["Петров (призывал): идти к заводу", "Петров (угрожает): забастовкой"],
        id="the same speaker turns",
    ),
    pytest.param(
        "[PER Мельник] попросив, щоб почекали. Міста чекають, передає Сьогодні тут тихо.",
        "uk",
        ["nobody (передає): Міста чекають"],
        id="behind a lost link another sentence begins",
    ),
]
TOLD = [
    pytest.param(
        "[PER Мельник] звернувся до міністра із проханням відкрити завод.",
        "uk",
        ["Мельник (звернувся): із проханням відкрити завод"],
        id="a request",
    ),
    pytest.param(
        "[PER Петров] выступил с осуждением забастовки.",
        "ru",
        ["Петров (выступил): с осуждением забастовки"],
        id="comes out with",
    ),
    pytest.param(
        "[PER Мельник] просить сусідів про допомогу.",
        "uk",
        ["Мельник (просить): сусідів про допомогу"],
        id="whom and for what",
    ),
    pytest.param(
        "Завод, який закликають відкрити місцеві депутати, стоїть.",
        "uk",
        ["місцеві депутати (закликають): відкрити"],
        id="the subject behind the infinitive",
    ),
    pytest.param(
        "96% опрошенных членов профсоюза заявили, что ждут.",
        "ru",
        ["96% опрошенных членов профсоюза (заявили): ждут"],
        id="counted in per cent",
    ),
    pytest.param(
        "Понад 20 депутатів заявили, що чекають.", "uk", ["Понад 20 депутатів (заявили): чекають"], id="counted"
    ),
    pytest.param("Опрошенные заявили, что ждут.", "ru", ["Опрошенные (заявили): ждут"], id="a participle speaks"),
    pytest.param(
        "[PER Петров] объяснил журналистам, почему города ждут.",
        "ru",
        ["Петров (объяснил): почему города ждут"],
        id="a question",
    ),
    pytest.param(
        "В правительстве рассказали, на что надеются города.",
        "ru",
        ["правительстве (рассказали): на что надеются города"],
        id="a question behind a preposition",
    ),
    pytest.param(
        "За словами міністра, країна якого головує в раді, перший крок зроблено.",
        "uk",
        ["міністра (За словами): перший крок зроблено"],
        id="a relative clause of the source is not told",
    ),
    pytest.param(
        "[PER Мельник], якого обрали у травні, у неділю, 4 листопада, закликав чекати.",
        "uk",
        ["Мельник (закликав): чекати"],
        id="behind a relative clause and a date",
    ),
    pytest.param(
        "[PER Мельник] опублікував заяву, у якій закликав чекати.",
        "uk",
        ["Мельник (закликав): чекати"],
        id="in which",
    ),
    pytest.param(
        "Міста повернуться до миру, переконаний [PER Мельник].",
        "uk",
        ["Мельник (переконаний): Міста повернуться до миру"],
        id="a state behind what is held",
    ),
    pytest.param("Заявлено, что города ждут.", "ru", ["nobody (Заявлено): города ждут"], id="it is stated"),
    pytest.param(
        "У їхній спільній заяві йдеться, що міста чекають.",
        "uk",
        ["їхній спільній заяві (йдеться): міста чекають"],
        id="their statement",
    ),
]
HEADLINES = [
    pytest.param("Пакистан: чоловік чекає вдома", [], id="a place only says where"),
    pytest.param("[PER Мельник] у розпачі: заводи стоять", [], id="more than who speaks"),
    pytest.param("[PER Мельник]: Заводи стоять", ["Мельник (:): Заводи стоять"], id="a person"),
    pytest.param("Експерт: Заводи стоять", ["Експерт (:): Заводи стоять"], id="somebody"),
]
QUOTED = [
    pytest.param(
        "«Города очень устали», – приводит [ORG Reuters] слова директора [PER Ивана Петрова=Иван Петров].",
        "ru",
        ["FULL «Города очень устали» Иван Петров (приводит) via Reuters"],
        id="whose words, and behind them who gives them",
    ),
    pytest.param(
        "Приехал [PER Иван Петров]. «Города очень устали», – приводит его слова газета.",
        "ru",
        ["FULL «Города очень устали» Иван Петров (приводит)"],
        id="his words",
    ),
    pytest.param(
        "«Міста втомилися, – йдеться в заяві уряду. – Вони чекають на мир».",
        "uk",
        ["FULL «Міста втомилися» заяві уряду (йдеться)", "FULL «Вони чекають на мир» заяві уряду (йдеться)"],
        id="a paper interrupts itself",
    ),
    pytest.param(
        "Приїхав [PER Іван Мельник]. «Ми бачили, як [PER Петро Бойко] іде додому», – сказав він.",
        "uk",
        ["FULL «Ми бачили, як Петро Бойко іде додому» Іван Мельник (сказав)"],
        id="who is spoken of is not he",
    ),
    pytest.param(
        "[PER Олена Коваль] слухала. [PER Іван Мельник] чекав. [PER Коваль] мовчала. «Міста втомилися», – сказав він.",
        "uk",
        ["FULL «Міста втомилися» Іван Мельник (сказав)"],
        id="a surname is of the gender of its full name",
    ),
    pytest.param(
        "«Міста втомилися», – пообіцяв лідер партії, радикальний проповідник [PER Іван Мельник].",
        "uk",
        ["FULL «Міста втомилися» Іван Мельник (пообіцяв)"],
        id="a name behind an apposition",
    ),
    pytest.param(
        "Як повідомлялося, прихильник «жорсткого» курсу пішов.", "uk", ["SCARE «жорсткого»"], id="nobody's word"
    ),
    pytest.param(
        "Права належать ТОВ «ІЦ «Вісті». Усе інше заборонено.",
        "uk",
        ["NAME «ІЦ «Вісті»"],
        id="one mark closes two",
    ),
]


@pytest.mark.parametrize(("text", "language"), NOTHING_TOLD)
def test_what_only_looks_like_telling(text: str, language: Language):
    """Refusals, addressees, laws and years report nothing."""
    assert attributions(text, language) == []


@pytest.mark.parametrize(("text", "language", "expected"), [*ONLY_THIS, *TOLD])
def test_what_is_told_ends_where_it_ends(text: str, language: Language, expected: list[str]):
    """Requests, questions and promises are told by whoever makes them, and no more than they hold."""
    assert attributions(text, language) == expected


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_colon_in_a_headline_says_who_speaks(headline: str, expected: list[str]):
    """Only a person, an outlet or a noun for those who speak stands before it alone."""
    assert attributions(f"{headline}\nМіста давно втомилися й чекають.", "uk", headline=True) == expected


@pytest.mark.parametrize(("text", "language", "expected"), QUOTED)
def test_words_go_to_whose_they_are(text: str, language: Language, expected: list[str]):
    """Quotations have the speaker that their sentence and the article tell."""
    assert quotations(text, language) == expected
