"""Whose picture a caption shows; what only mentions a picture is no caption."""

import pytest

from build_dossier.article.captions import credit_of


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Посол вирушив на інавгурацію (фото)", id="promises a picture"),
        pytest.param("Якою буде церемонія (5 фото)", id="promises five"),
        pytest.param("Трамп обіцяє битву (ВІДЕО, ФОТО)", id="promises both"),
        pytest.param("Фотограф зробив знімки.", id="a photographer"),
        pytest.param("Фотогалерея дня", id="a gallery"),
        pytest.param("Reuters: Трамп планує візит", id="an agency says"),
        pytest.param("НАТО / ЄС: що далі", id="a stroke between names"),
        pytest.param("Появились первые фото с выборов! Голосующая Клинтон - ниже:", id="photos in a sentence"),
        pytest.param(
            "Фото: vk.me В Пакистане суд оправдал женщину, которую ранее приговорили к смерти " * 4, id="prose"
        ),
    ],
)
def test_no_caption(line: str):
    """Headlines and sentences speak of pictures without being of one."""
    assert credit_of(line) is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        pytest.param("Олександр Лис (Фото: Роман Клен / NEWS.UA)", "Роман Клен / NEWS.UA", id="in brackets"),
        pytest.param("Олександр Лис (Фото: ресурс окупантів)", "ресурс окупантів", id="nobody named"),
        pytest.param("Фото: пресслужба уряду", "пресслужба уряду", id="a label first"),
        pytest.param("фото: reuters", "reuters", id="in small letters"),
        pytest.param("Борис Клен. Фото: GLOBAL LOOK press", "GLOBAL LOOK press", id="after a description"),
        pytest.param("Голосування у США. Фото AFP", "AFP", id="without a colon"),
        pytest.param("Майк Клен відмовився / REUTERS", "REUTERS", id="a stroke"),
        pytest.param("Посол на святі / фото twitter.com/posol", "twitter.com/posol", id="a stroke and a label"),
        pytest.param("Камала Клен (Getty Images)", "Getty Images", id="an owner in brackets"),
        pytest.param("На фото: прем'єр у парламенті", "", id="no credit"),
        pytest.param("Фото из открытых источников", "из открытых источников", id="open sources"),
    ],
)
def test_the_credit_of_a_caption(line: str, credit: str):
    """The words after the label, without brackets and stops."""
    found = credit_of(line)

    assert found is not None
    assert found.of(line) == credit
