"""What holds for the article of any text whatever."""

from hypothesis import given
from hypothesis import strategies as st

from build_dossier.article import Seed
from build_dossier.article.intake import read

LINES = (
    " date 2025-06-22 ",
    "Рада ухвалила закон про школи",
    "Рада ухвалила закон про школи в другому читанні.",
    "20 червня 2025, 14:35",
    "19:24 Президент подав",
    "Іван Петренко, Київ",
    "Лукашенко (Фото: Роман Лис / Reuters)",
    "Про це розповідає Вісник",
    "МИНСК, 21 июня — БЕЛТА. Указ подписан, передает «Вісник».",
    "Читайте також:",
    "© 2025, Вісник",
    "• перше;",
    "1. друге",
    "— Так?",
    "   ",
    "",
)

news = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=12).map("\n".join)
anything = st.text(max_size=200)


def _seed(text: str) -> Seed:
    return Seed(id="a", name="a.txt", sha256="0" * 64, encoding="utf-8", text=text)


@given(news | anything)
def test_blocks_partition_the_published_words(text: str):
    """Every character after the prefix that is no white space lies in exactly one trimmed block, in order."""
    article = read(_seed(text))
    at = article.prefix_end
    for block in article.blocks:
        words = text[block.start : block.end]
        assert text[at : block.start].strip() == ""
        assert words != ""
        assert words == words.strip()
        at = block.end
    assert text[at:].strip() == ""


@given(news | anything)
def test_spans_lie_in_the_text_and_say_what_they_mean(text: str):
    """Title and publisher stand where their spans say; credits lie inside blocks."""
    article = read(_seed(text))
    if article.title.span is not None:
        assert " ".join(article.title.span.of(text).split()) == article.title.text
    if article.publisher is not None and article.publisher.span is not None:
        assert article.publisher.name in article.publisher.span.of(text)
    for credit in article.credit:
        assert any(block.start <= credit.start <= credit.end <= block.end for block in article.blocks)


@given(news | anything)
def test_reading_is_deterministic(text: str):
    """The same seed gives the same article."""
    assert read(_seed(text)) == read(_seed(text))


@given(news)
def test_a_prefix_changes_no_block(text: str):
    """A prefix on a line of its own only moves the blocks."""
    prefix = "date: 2025-06-22\n\n"
    plain = read(_seed("Перше слово.\n\n" + text))
    prefixed = read(_seed(prefix + "Перше слово.\n\n" + text))

    moved = [(block.kind, block.start - len(prefix), block.end - len(prefix)) for block in prefixed.blocks]
    assert moved == [(block.kind, block.start, block.end) for block in plain.blocks]
