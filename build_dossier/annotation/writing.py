"""How a note is written into an annotation file: the way back of ``format``, ``attributes`` and ``quote``.

Comes in: the place of a passage, the attributes, the prose. Goes out: Markdown that is read as just that note. It is
not certain that it is: an article may have ``==`` of its own, a prose may begin like a quotation. Whoever writes reads
back first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_dossier.annotation.attributes import Attributes
from build_dossier.annotation.quote import MARK, literal, read_quote
from build_dossier.text.locate import Match, Searchable, describe, locate
from build_dossier.text.span import Span, trim

_MOST_WORDS = 20
"""On either side, beyond what should be enough: where texts end in spaces, or hold ``==`` of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One block quotation."""

    words: str
    """With ``==`` marks where it has any."""
    article: str | None = None
    """For the second passage of a note: the article that it is from."""


def quoted(page: Searchable, span: Span) -> str:
    """The words of a span so that they are found there and nowhere else.

    Words that stand once are quoted alone; of others as much is quoted around them, in whole words, as tells them
    apart, and they are marked: ``before ==words== after``. Words that nothing tells apart are quoted as well as can be.
    """
    span = trim(page.text, span.start, span.end)
    words = span.of(page.text)
    for around in _contexts(page, span):
        before, after = page.text[around.start : span.start], page.text[span.end : around.end]
        words = span.of(page.text) if around == span else f"{before}{MARK}{span.of(page.text)}{MARK}{after}"
        quote = read_quote(words)
        found = locate(quote.selector if quote.until is None else literal(quote.selector, quote.until), page)
        if isinstance(found, Match) and (found.start, found.end) == (span.start, span.end):
            break
    return words


def _contexts(page: Searchable, span: Span) -> Iterator[Span]:
    """Nothing around the words; the least that no other place has, in whole words; then word by word more."""
    yield span
    context = describe(page.text, span)
    around = Span(start=span.start - len(context.prefix), end=span.end + len(context.suffix))
    for _ in range(_MOST_WORDS):
        around = _whole_words(page, around)
        yield around
        around = Span(start=max(page.start, around.start - 1), end=min(len(page.text), around.end + 1))


def _whole_words(page: Searchable, span: Span) -> Span:
    """The span grown to where words begin and end."""
    start, end = span.start, span.end
    while start > page.start and (page.text[start].isspace() or not page.text[start - 1].isspace()):
        start -= 1
    while end < len(page.text) and (page.text[end - 1].isspace() or not page.text[end].isspace()):
        end += 1
    return Span(start=start, end=end)


def write_note(quotations: Sequence[Quotation], attributes: Attributes, body: str) -> str:
    """A note as it stands in its file, with a line end: quotation, attributes, second quotation, prose."""
    blocks = [_block(quotation) for quotation in quotations]
    blocks.insert(1 if blocks else 0, write_attributes(attributes))
    return "\n\n".join((*blocks, body) if body.strip() else blocks) + "\n"


def write_attributes(attributes: Attributes) -> str:
    """The attribute line."""
    values = [f"kind={attributes.kind}"]
    values += [f"author={_in_quotes(attributes.author)}"] if attributes.author is not None else []
    values += [f"date={attributes.date}"] if attributes.date is not None else []
    if attributes.tags:
        # Commas part the tags of a list.
        values.append(f"tags={_in_quotes(', '.join(tag.replace(',', ';') for tag in attributes.tags))}")
    values += ["draft"] if attributes.draft else []
    values += [f"#{attributes.id}"] if attributes.id is not None else []
    return f"{{: {' '.join(values)} }}"


def _block(quotation: Quotation) -> str:
    """A Markdown block quotation of the words, line by line."""
    target = "" if quotation.article is None else f"[[{quotation.article}]] "
    return "\n".join(f"> {line}".rstrip() for line in f"{target}{quotation.words}".split("\n"))


def _in_quotes(value: str) -> str:
    """A value on one line in the quotation marks that it does not hold."""
    line = " ".join(value.split())
    mark = '"' if '"' not in line else "'"
    return f"{mark}{line.replace(mark, '’')}{mark}"
