"""Lines of a text get their kinds: what must not be taken for each kind stands first."""

import pytest

from build_dossier.article import BlockKind
from build_dossier.article.blocks import blocks

PROSE = "Рада ухвалила закон про школи в другому читанні, повідомили в апараті парламенту."
MORE = "За нього проголосували двісті депутатів із трьох фракцій."


def kinds(text: str) -> list[str]:
    """The kinds of a text's blocks, in order."""
    return [block.kind.value for block in blocks(text)]


def kind_of(line: str, *, above: tuple[str, ...] = ("Заголовок дня", PROSE), below: tuple[str, ...] = (MORE,)) -> str:
    """The kind of a line among others."""
    text = "\n\n".join([*above, line, *below])
    start = len("\n\n".join([*above, ""])) if above else 0
    return next(block.kind.value for block in blocks(text) if block.start == start)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Рада ухвалила закон про школи.", id="a final stop"),
        pytest.param("Рада ухвалила закон:", id="a colon announces"),
        pytest.param("Рада ухвалила закон, " * 12, id="too long"),
        pytest.param("Олена Коваль (Фото: пресслужба Ради)", id="a caption"),
        pytest.param("20 червня 2025, 14:35", id="a stamp"),
        pytest.param("Про це розповідає Вісник", id="a source line"),
        pytest.param("Читайте також:", id="boilerplate"),
        pytest.param("Київ, 21 червня", id="a dateline"),
        pytest.param("• перше", id="a list item"),
    ],
)
def test_a_first_line_that_is_no_headline(line: str):
    """What ends a sentence or serves something else is never the headline."""
    assert kind_of(line, above=(), below=(PROSE, MORE)) != BlockKind.HEADLINE.value


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Рада ухвалила закон про сільські школи", id="plain"),
        pytest.param("Чи стане сільських шкіл більше?", id="a question"),
        pytest.param("«Шкіл стане більше»", id="a quotation"),
        pytest.param("Шкіл стане більше - Politico", id="with its source"),
        pytest.param("Президент підтримав закон про школи (фото)", id="promises a picture"),
        pytest.param("Школи для села. Чи допоможе новий закон", id="two short sentences"),
        pytest.param("Рада ухвалила закон про сільські...", id="cut short"),
    ],
)
def test_a_short_first_line_without_a_stop_before_prose_is_the_headline(line: str):
    """Newspaper headlines end without a full stop."""
    assert kind_of(line, above=(), below=(PROSE, MORE)) == BlockKind.HEADLINE.value


def test_a_line_without_prose_after_it_is_no_headline():
    """A headline stands above a text."""
    assert kinds("Рада ухвалила закон про сільські школи") == ["PARAGRAPH"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Речник не відповів. Подробиці невідомі", "PARAGRAPH", id="last, nothing below"),
        pytest.param("– Скільки шкіл закриють?", "PARAGRAPH", id="a question of an interview"),
        pytest.param("що буде з учителями", "PARAGRAPH", id="a small letter"),
        pytest.param("Зміни такі:", "PARAGRAPH", id="a colon"),
        pytest.param("2025", "BOILERPLATE", id="a number alone"),
    ],
)
def test_a_line_between_paragraphs_that_is_no_crosshead(line: str, expected: str):
    """Speech, announcements and counters are no crossheads."""
    below = () if "Подробиці" in line else (MORE,)

    assert kind_of(line, below=below) == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Що зміниться для учнів", id="plain"),
        pytest.param("Хто заплатить за автобуси?", id="a question"),
        pytest.param("Історія питання і сучасна ситуація в районах", id="longer"),
    ],
)
def test_a_short_line_between_paragraphs_is_a_crosshead(line: str):
    """A line without a stop that prose follows heads that prose."""
    assert kind_of(line) == BlockKind.CROSSHEAD.value


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Документ підтримали всі фракції", "STANDFIRST", id="a deck"),
        pytest.param("Ольга Мельник", "BYLINE", id="a name alone"),
        pytest.param("Іван Петренко, Київ", "BYLINE", id="a name and a place"),
        pytest.param("Автор: Іван Петренко", "BYLINE", id="a label"),
        pytest.param("Тетяна Школьна", "CROSSHEAD", id="whom the text names again"),
        pytest.param("20 червня 2025, 14:35", "STAMP", id="a stamp"),
        pytest.param("Вісник.net, 2 листопада 2020, 23:32", "STAMP", id="a signed stamp"),
    ],
)
def test_lines_between_headline_and_body(line: str, kind: str):
    """Standfirst, byline and stamp have their place under the headline."""
    assert kind_of(line, above=("Заголовок дня",), below=(PROSE + " Так каже Школьна.", MORE)) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param(
            "Слідкуйте за результатами голосування, радять експерти: вони змінюються.", "PARAGRAPH", id="news"
        ),
        pytest.param("Джерело, знайоме зі справою, повідомило про угоду.", "PARAGRAPH", id="a source in a sentence"),
        pytest.param("Про це повідомив міністр освіти Іван Лис.", "PARAGRAPH", id="a person said it"),
        pytest.param("Автор книги розповів про минуле.", "PARAGRAPH", id="an author in a sentence"),
        pytest.param("Фотограф зробив знімки на площі міста.", "PARAGRAPH", id="a photographer in a sentence"),
        pytest.param("20 червня 2025 року президент приїхав до Києва.", "PARAGRAPH", id="a date in a sentence"),
        pytest.param("22:40 – Мер звернувся до мешканців міста.", "PARAGRAPH", id="a line of a chronicle"),
        pytest.param("Про це розповідає Вісник", "SOURCE_LINE", id="a source line"),
        pytest.param("Об этом сообщает агентство Reuters со ссылкой на дипломатов.", "SOURCE_LINE", id="with a stop"),
        pytest.param("Джерело: Вісник", "SOURCE_LINE", id="a labelled source"),
        pytest.param("Олена Коваль / фото REUTERS", "CAPTION", id="a stroke"),
        pytest.param("На фото: засідання уряду в Києві", "CAPTION", id="on the picture"),
        pytest.param("Нашли ошибку? Выделите ее и нажмите Ctrl + Enter", "BOILERPLATE", id="misprints"),
        pytest.param(
            "Свидетельство о регистрации Эл № ФС77-00001 Учредитель: ООО «Вестник»", "BOILERPLATE", id="a register"
        ),
        pytest.param("© 2025, Вісник. Усі права захищено", "BOILERPLATE", id="rights"),
        pytest.param("https://example.org/news/1", "BOILERPLATE", id="an address alone"),
        pytest.param("КИЇВ, 21 червня", "DATELINE", id="a dateline alone"),
        pytest.param(
            "МІНСЬК, 21 червня — БЕЛТА. Президент підписав указ про свята.", "PARAGRAPH", id="inline dateline"
        ),
    ],
)
def test_formulas_are_told_from_prose(line: str, kind: str):
    """The same words serve a formula and a sentence; only the whole line tells."""
    assert kind_of(line) == kind


def test_dialogue_is_no_list():
    """Dashes of speech make paragraphs."""
    text = f"{PROSE}\n— Ви задоволені?\n— Так, цілком задоволені."

    assert kinds(text)[1:] == ["PARAGRAPH", "PARAGRAPH"]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(("1. Перше правило", "2. Друге правило"), id="numbers"),
        pytest.param(("— перше правило;", "— друге правило."), id="dashes with semicolons"),
        pytest.param(("- перше правило", "- друге правило"), id="dashes after a colon"),
        pytest.param(("• перше", "• друге"), id="bullets"),
    ],
)
def test_marked_lines_side_by_side_are_list_items(items: tuple[str, str]):
    """Each item is a block of its own."""
    assert kinds("\n".join(["Правила такі для всіх нас:", *items]))[1:] == ["LIST_ITEM", "LIST_ITEM"]


def test_a_stamp_in_figures_is_parted_from_the_headline():
    """A clock time before the headline and a date after it are no words of it."""
    assert kinds(f"19:24 Рада ухвалила закон про школи\n\n{PROSE}") == ["STAMP", "HEADLINE", "PARAGRAPH"]
    assert kinds(f"Рада ухвалила закон про школи 09.07.2024\n\n{PROSE}") == ["HEADLINE", "STAMP", "PARAGRAPH"]
