"""Where a capital stands for a government."""

import pytest
from marked_roles import read

from build_dossier.text.language import Language

PLACES = [
    pytest.param("У [LOC Москві=Москва] відбулася зустріч.", "uk", id="where"),
    pytest.param("Він прибув до [LOC Вашингтона=Вашингтон].", "uk", id="where to"),
    pytest.param("Посольство в [LOC Києві=Київ] не відповіло.", "uk", id="where a body is"),
    pytest.param("[LOC Москва] расположена на реке.", "ru", id="subject of no act"),
    pytest.param("Мэр [LOC Москвы=Москва] заявил об этом.", "ru", id="complement of a noun"),
    pytest.param("Он покинул [LOC Кремль] ночью.", "ru", id="the building"),
    pytest.param("В [LOC Кремле=Кремль] прошла встреча.", "ru", id="in the building"),
    pytest.param("Выборы в Сенат и [LOC Белый дом] прошли.", "ru", id="after a preposition and another name"),
    pytest.param("[LOC Львів] заявив про це.", "uk", id="no capital"),
    pytest.param("[LOC Рим], [LOC Париж] и [LOC Мадрид] отменили рейсы.", "ru", id="a list of towns"),
]
GOVERNMENTS = [
    pytest.param("[LOC Кремль] мовчить.", "uk", id="seat of power"),
    pytest.param("Позиція [LOC Києва=Київ] незмінна.", "uk", id="stance"),
    pytest.param("Стосунки з офіційним [LOC Мінськом=Мінськ] кращі.", "uk", id="official"),
    pytest.param("Чи може [LOC Вашингтон] послабити тиск?", "uk", id="subject of a decision"),
    pytest.param("Сообщалось, что [LOC Минск] готов к разговору.", "ru", id="will"),
    pytest.param("[LOC Париж] не заявлял об этом.", "ru", id="speech, over a particle"),
    pytest.param("Об этом заявил [LOC Лондон].", "ru", id="verb before"),
    pytest.param("У [LOC Москвы=Москва] не было возможности ответить.", "ru", id="what one has"),
    pytest.param("Переговоры с [LOC Киевом=Киев] начались.", "ru", id="dealings"),
    pytest.param("Возможно освобождение [LOC Минском=Минск] заключенных.", "ru", id="agent of a noun of doing"),
    pytest.param("[LOC Київ] та його західні партнери чекають.", "uk", id="allies"),
]


def is_metonym(marked: str, language: Language) -> bool:
    """Whether any mention is marked."""
    return any(mention.metonym for mention in read(marked, language).mentions)


@pytest.mark.parametrize(("marked", "language"), PLACES)
def test_place(marked: str, language: Language):
    """A place where something is or happens stays a place."""
    assert not is_metonym(marked, language)


@pytest.mark.parametrize(("marked", "language"), GOVERNMENTS)
def test_government(marked: str, language: Language):
    """A capital that speaks, decides, wants or is dealt with is the government."""
    assert is_metonym(marked, language)
