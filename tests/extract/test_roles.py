"""What the text calls a person beside the name."""

import pytest
from marked_roles import described

from build_dossier.text.language import Language

NONE = [
    pytest.param("Про це сказав президент [PER Коваленку=Коваленко].", "uk", id="another case"),
    pytest.param("Пан [PER Мельник] приїхав.", "uk", id="form of address"),
    pytest.param("На тлі візиту пана [PER Мельника=Мельник] лунала музика.", "uk", id="address after a noun"),
    pytest.param("Про візит посланця [PER Коваля=Коваль] мовчать.", "uk", id="whose envoy"),
    pytest.param("Адвокат [PER Біллі] мовчав.", "uk", id="whose lawyer: the name has no cases"),
    pytest.param(
        "Слова помічника президента [LOC Чехії=Чехія] [PER Новака=Новак].", "uk", id="two nouns could claim it"
    ),
    pytest.param("Президенти [PER Мельник] і [PER Коваль] зустрілися.", "uk", id="several"),
    pytest.param("Раніше [PER Мельник] мовчав.", "uk", id="adverb"),
    pytest.param("Як сказав [PER Мельник], президент мовчить, бо хворіє.", "uk", id="the comma ends a clause"),
    pytest.param("Приїхали [PER Коваль], [PER Мельник], президент.", "uk", id="names in a row"),
    pytest.param(
        "После освобождения [PER Новака=Новак] молчали.", "ru", id="a preposition that looks like an ambassador"
    ),
    pytest.param("Про [PER Мельника=Мельник] — президент нічого не сказав.", "uk", id="a dash after another case"),
    pytest.param("[PER Мельник] — президент поїхав до міста.", "uk", id="a dash before a clause"),
    pytest.param("[PER Марія Коваль] стала першою жінкою, яка мовчала.", "uk", id="a noun that needs its clause"),
    pytest.param("[PER Мельник] став на бік президента.", "uk", id="stood by another"),
    pytest.param("Про [PER Мельника=Мельник] на посту мовчать.", "uk", id="a post of nothing"),
    pytest.param("Слова личного адвоката [PER Лу Кардини].", "ru", id="whose lawyer: nothing tells"),
    pytest.param("Встреча спецпредставителя [LOC США] до [PER Новака=Новак].", "ru", id="a preposition between"),
]
SOME = [
    pytest.param(
        "Про відставку [PER Івана Коваля=Іван Коваль] з посади міністра фінансів повідомили.",
        "uk",
        ["міністра фінансів → Івана Коваля"],
        id="from a post",
    ),
    pytest.param(
        "Одобрили назначение [PER Ивана Коваля=Иван Коваль] в качестве посла [LOC Чехии=Чехия].",
        "ru",
        ["посла Чехии → Ивана Коваля"],
        id="in a capacity",
    ),
    pytest.param(
        "Новым министром финансов стал [PER Иван Коваль], сказал отец.",
        "ru",
        ["Новым министром финансов → Иван Коваль"],
        id="became, the office first",
    ),
    pytest.param(
        "[PER Іван Коваль] став прем'єром [LOC Чехії=Чехія] у січні.",
        "uk",
        ["прем'єром Чехії → Іван Коваль"],
        id="became, the name first",
    ),
    pytest.param(
        "Приехал кандидат в президенты [LOC Чехии=Чехия] [PER Иван Коваль].",
        "ru",
        ["кандидат в президенты Чехии → Иван Коваль"],
        id="candidate for an office",
    ),
    pytest.param(
        "[PER Іван Коваль] — голова [ORG МЗС України], який мовчить.",
        "uk",
        ["голова МЗС України → Іван Коваль"],
        id="predicate after a dash",
    ),
    pytest.param(
        "[PER Иван Коваль] – это новый президент [LOC Чехии=Чехия].",
        "ru",
        ["новый президент Чехии → Иван Коваль"],
        id="predicate after a dash and a pronoun",
    ),
    pytest.param(
        "Слова личного адвоката [PER Лу Кардини]. Приехал адвокат мэра [PER Лу Кардини], сказал отец.",
        "ru",
        ["личного адвоката → Лу Кардини", "адвокат мэра → Лу Кардини"],
        id="clear elsewhere in the article",
    ),
    pytest.param(
        "Чинний президент [LOC Чехії=Чехія] [PER Ян Новак] мовчав.",
        "uk",
        ["Чинний президент Чехії → Ян Новак"],
        id="office with its country",
    ),
    pytest.param(
        "З диктатором [LOC Білорусі=Білорусь] [PER Олександром Лукашенком=Олександр Лукашенко] говорили.",
        "uk",
        ["диктатором Білорусі → Олександром Лукашенком"],
        id="oblique case",
    ),
    pytest.param(
        "Спецпредставник чеського лідера [PER Яна Новака=Ян Новак] [PER Павло Ковач] приїхав.",
        "uk",
        ["Спецпредставник чеського лідера Яна Новака → Павло Ковач", "чеського лідера → Яна Новака"],
        id="a description within a description",
    ),
    pytest.param(
        "Прийшов голова [ORG Слідчого комітету РФ=Слідчий комітет РФ] "
        "та давній союзник [PER Путіна=Путін] [PER Олександр Бастрикін].",
        "uk",
        ["голова Слідчого комітету РФ та давній союзник Путіна → Олександр Бастрикін"],
        id="two descriptions joined",
    ),
    pytest.param(
        "Його супроводжував [PER Крістофер Сміт], заступник помічника державного секретаря [LOC США], який мовчав.",
        "uk",
        ["заступник помічника державного секретаря США → Крістофер Сміт"],
        id="between commas",
    ),
    pytest.param(
        "Глава [ORG МИДа=МИД] [PER Иван Петров] уехал.", "ru", ["Глава МИДа → Иван Петров"], id="office of a body"
    ),
    pytest.param(
        "Его спецпосланник по [LOC Украине=Украина] [PER Стив Уиткофф] уехал.",
        "ru",
        ["спецпосланник по Украине → Стив Уиткофф"],
        id="with a preposition, without the pronoun",
    ),
    pytest.param(
        "[PER Джон Коул], которого [PER Трамп] назначил специальным "
        "посланником по вопросам [LOC Беларуси=Беларусь] в мае.",
        "ru",
        ["специальным посланником по вопросам Беларуси → Джон Коул"],
        id="what somebody was made",
    ),
    pytest.param(
        "26-й президент [LOC США] [PER Теодор Рузвельт].",
        "ru",
        ["26-й президент США → Теодор Рузвельт"],
        id="in figures",
    ),
    pytest.param(
        "Был [PER Новак], министр [PER Ковач], другие.",
        "ru",
        ["министр → Ковач"],
        id="of the name after it, not before",
    ),
    pytest.param("Серед них опозиціонер [PER Сергій Бойко].", "uk", ["опозиціонер → Сергій Бойко"], id="a bare noun"),
    pytest.param(
        "Тренерка [PER Олена Бойко] мовчала.",
        "uk",
        ["Тренерка → Олена Бойко"],
        id="a noun for a person that no list has",
    ),
]


@pytest.mark.parametrize(("marked", "language"), NONE)
def test_no_description(marked: str, language: Language):
    """What only stands beside a name describes nobody."""
    assert described(marked, language) == []


@pytest.mark.parametrize(("marked", "language", "expected"), SOME)
def test_description(marked: str, language: Language, expected: list[str]):
    """The words that describe a person are found whole, and no word more."""
    assert described(marked, language) == expected
