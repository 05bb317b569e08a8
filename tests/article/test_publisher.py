"""Who published a text; whoever is only cited did not."""

import pytest

from build_dossier.article import Basis
from build_dossier.article.blocks import blocks
from build_dossier.article.publisher import publisher

HEAD = "Рада ухвалила закон\n\n"
TAIL = "\n\nЗа нього проголосували двісті депутатів із трьох фракцій."


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("Сторони ведуть переговори, повідомляє Reuters.", id="an agency reports"),
        pytest.param("Сторони ведуть переговори, передає Reuters.", id="an agency relays"),
        pytest.param("Об этом сообщило агентство Reuters со ссылкой на собеседников.", id="an agency told"),
        pytest.param('"Партнерство слабне", - пише NYT.', id="a quotation"),
        pytest.param("Його слова наводить «БелТА».", id="words brought"),
        pytest.param("Как сообщает Politico, сделка близка, передает телеканал CNN.", id="a channel by its kind"),
        pytest.param("Як пише Bild, угода близька, передає The Guardian.", id="one cited outlet relays another"),
        pytest.param("Про угоду заявив міністр, передає Укрінформ.", id="an agency at home"),
        pytest.param("Президент передає вітання народу.", id="the verb means something else"),
        pytest.param("Об этом сообщает пресс-служба министерства.", id="a press service"),
        pytest.param("Про це повідомляє Reuters", id="an agency in a line of its own"),
        pytest.param("Джерело: Вісник", id="a labelled source"),
    ],
)
def test_a_cited_outlet_is_no_publisher(lead: str):
    """In doubt nobody is named."""
    text = HEAD + lead + TAIL

    assert publisher(text, blocks(text)) is None


@pytest.mark.parametrize(
    ("lead", "name", "basis"),
    [
        pytest.param("Як пише Bild, угода близька, передає «Вісник».", "Вісник", Basis.STATED, id="relay of an outlet"),
        pytest.param("Угода близька, передає УНН з посиланням на DW.", "УНН", Basis.INFERRED, id="with reference"),
        pytest.param("Сделка близка, передает «Южный курьер».", "Южный курьер", Basis.INFERRED, id="bare relay"),
        pytest.param("Про це розповідає Вісник", "Вісник", Basis.INFERRED, id="a line of its own"),
        pytest.param("МИНСК, 21 июня — БЕЛТА. Указ подписан.", "БЕЛТА", Basis.INFERRED, id="a dateline"),
        pytest.param("Вісник.net, 2 листопада 2020, 23:32", "Вісник.net", Basis.STATED, id="a signed stamp"),
        pytest.param(
            "© 2019–2025, Північний вісник. Усі права захищено.", "Північний вісник", Basis.STATED, id="rights"
        ),
        pytest.param("Читайте новини на каналі Вісник в Telegram", "Вісник", Basis.STATED, id="its own channel"),
    ],
)
def test_an_outlet_that_names_itself_is_the_publisher(lead: str, name: str, basis: Basis):
    """The basis tells whether the words can mean anything else."""
    text = HEAD + lead + TAIL
    found = publisher(text, blocks(text))

    assert found is not None
    assert (found.name, found.basis) == (name, basis)
    assert found.span is not None
    assert name in found.span.of(text)
