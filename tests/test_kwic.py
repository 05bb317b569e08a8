"""Concordance lines: a name in its sentence."""

from build_dossier import kwic
from build_dossier.article import Article, Basis, Block, BlockKind, Published, Title


def article(text: str, *bounds: tuple[int, int]) -> Article:
    """An article of paragraphs."""
    return Article(
        id="a",
        text=text,
        language="uk",
        title=Title(text="т", basis=Basis.COMPUTED, span=None),
        published=Published(value=None, basis=Basis.UNKNOWN, reason=""),
        publisher=None,
        credit=(),
        prefix_end=0,
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, start=start, end=end) for start, end in bounds),
    )


TEXT = "Перше речення. Туди прибув Кіт Келлог. Останнє.\n\nДругий абзац про Мінськ."


def test_a_line_is_the_sentence_cut_at_the_name():
    """Left, node and right joined are the sentence as printed."""
    start = TEXT.index("Кіт")

    line = kwic.line(article(TEXT, (0, 47), (49, len(TEXT))), start, start + 10)

    assert (line.left, line.node, line.right) == ("Туди прибув ", "Кіт Келлог", ".")


def test_a_line_stays_in_its_block():
    """The sentence of a name in the second paragraph does not reach into the first."""
    start = TEXT.index("Мінськ")

    line = kwic.line(article(TEXT, (0, 47), (49, len(TEXT))), start, start + 6)

    assert line.left == "Другий абзац про "


def test_a_name_over_a_sentence_end_has_both_sentences():
    """A span that runs over the end of a sentence gets everything up to its own end."""
    line = kwic.line(article(TEXT, (0, 47)), 6, TEXT.index("прибув"))

    assert line.left + line.node + line.right == "Перше речення. Туди прибув Кіт Келлог."
