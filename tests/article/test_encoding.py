"""Bytes are read as text in the encoding they are in, or not at all."""

import pytest

from build_dossier.article.encoding import PAGES, SURE, read_bytes

UK = (
    "Їжак перейшов дорогу.",
    "Міська рада Вінниці ухвалила бюджет на наступний рік.",
    "«Ремонт завершать у жовтні», — сказала речниця.\nМіст через Сулу відкриють згодом.",
    "НАЙБІЛЬШИЙ ЯРМАРОК відкрився у Полтаві; з'їхалися майстри з усієї області, повідомляє газета «Ґрунт».",
)
RU = (
    "Ёж перешёл дорогу.",
    "Городской совет Рязани утвердил бюджет на следующий год.",
    "«Ремонт закончат в октябре», — сказала представитель.\nМост через Оку откроют позже.",
    "КРУПНЕЙШАЯ ЯРМАРКА открылась в Туле; съехались мастера со всей области, сообщает газета «Объектив».",
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff", id="one byte"),
        pytest.param(b"abc\xff", id="one byte after a word"),
        pytest.param("дощ і сніг".encode()[:-1], id="UTF-8 cut inside a character"),
        pytest.param("дощ".encode() + b"\xc3\x28" + "сніг".encode(), id="UTF-8 with a broken character"),
        pytest.param("L'été dernier, la réunion a été très précieuse".encode("latin-1"), id="French"),
        pytest.param("Zażółć gęślą jaźń, powiedział rzecznik".encode("cp1250"), id="Polish"),
        pytest.param("大統領は会談が明日行われると述べた".encode("shift_jis"), id="Japanese"),
        pytest.param("總統表示會議將於明天舉行".encode("big5"), id="Chinese"),
        pytest.param(bytes(range(255, 0, -7)) * 20, id="noise"),
    ],
)
def test_what_is_no_text_here_is_not_read(data: bytes):
    """Bytes that no reading makes Ukrainian or Russian are left unread."""
    assert read_bytes(data) is None


@pytest.mark.parametrize("text", [pytest.param(text, id=text[:20]) for text in UK])
@pytest.mark.parametrize("page", ["windows-1251", "koi8-u"])
def test_ukrainian_is_read_in_its_code_pages(page: str, text: str):
    """Both encodings of one text give one text; what a page cannot hold is left out of it first."""
    whole = text.encode(page, "ignore").decode(page)
    decoded = read_bytes(text.encode(page, "ignore"))

    assert decoded is not None
    assert decoded.text == whole


@pytest.mark.parametrize("text", [pytest.param(text, id=text[:20]) for text in RU])
@pytest.mark.parametrize("page", PAGES)
def test_russian_is_read_in_its_code_pages(page: str, text: str):
    """The same for Russian."""
    whole = text.encode(page, "ignore").decode(page)
    decoded = read_bytes(text.encode(page, "ignore"))

    assert decoded is not None
    assert decoded.text == whole


@pytest.mark.parametrize("text", [pytest.param(text, id=text[:20]) for text in (*UK, *RU, "Rain in Oslo, again.")])
@pytest.mark.parametrize(
    ("codec", "said"),
    [
        pytest.param("utf-8", "utf-8", id="UTF-8"),
        pytest.param("utf-8-sig", "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param("utf-16", "utf-16", id="UTF-16 with a mark"),
        pytest.param("utf-32", "utf-32", id="UTF-32 with a mark"),
        pytest.param("utf-16-le", "utf-16-le", id="UTF-16, low byte first"),
        pytest.param("utf-16-be", "utf-16-be", id="UTF-16, high byte first"),
    ],
)
def test_unicode_is_read_with_and_without_marks(codec: str, said: str, text: str):
    """The mark is dropped, the encoding is told; only UTF-16 without a mark counts as guessed."""
    decoded = read_bytes(text.encode(codec))

    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, said)
    assert (decoded.encoding in SURE) is not said.startswith("utf-16-")


def test_ascii_with_the_quotes_of_a_code_page_is_read():
    """English typed in an old editor: curly quotes and dashes are the only bytes beyond ASCII."""
    decoded = read_bytes(b"She said \x93yes\x94 \x97 twice.")

    assert decoded is not None
    assert decoded.text == "She said “yes” — twice."
