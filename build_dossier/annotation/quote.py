"""From the words of a block quotation to what is looked for: ``==exact==`` marks and `` … ``.

Comes in: the quotation's words. Goes out: selectors, and what is wrong with the marks.
"""

import re
from dataclasses import dataclass

from build_dossier.text.locate import TextQuoteSelector

MARK = "=="
ELLIPSIS = " … "
_ABRIDGED = re.compile(r"\s…\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a block quotation quotes."""

    selector: TextQuoteSelector
    until: TextQuoteSelector | None
    """Of an abridged quotation all that comes after the first `` … ``."""
    words: str
    """As the editor wrote them, without marks."""
    mistake: tuple[str, str] | None = None
    """Code and message."""


def read_quote(words: str) -> Quote:
    """The selectors of a quotation's words; without marks all of them are exact."""
    pieces = words.split(MARK)
    plain = "".join(pieces)
    if len(pieces) == 1:
        return _quote("", words, "", plain, None)
    if len(pieces) % 2 == 0:
        return _quote("", plain, "", plain, ("unbalanced-marks", f"the {MARK} marks do not come in pairs"))
    prefix, exact, suffix = pieces[0], pieces[1], "".join(pieces[2:])
    if not exact.strip():
        return _quote("", plain, "", plain, ("quote-empty", f"nothing stands between the {MARK} marks"))
    if len(pieces) == 3:
        return _quote(prefix, exact, suffix, plain, None)
    return _quote(prefix, exact, suffix, plain, ("several-marks", "a passage is marked once; the first mark holds"))


def unmarked(words: str) -> Quote:
    """A quotation in which ``==`` are the article's own signs."""
    return _quote("", words, "", words, None)


def literal(selector: TextQuoteSelector, until: TextQuoteSelector) -> TextQuoteSelector:
    """The quotation as if `` … `` were words of the article."""
    return TextQuoteSelector(
        exact=f"{selector.exact}{ELLIPSIS}{until.exact}", prefix=selector.prefix, suffix=until.suffix
    )


def stretches(selector: TextQuoteSelector, until: TextQuoteSelector) -> tuple[TextQuoteSelector, ...]:
    """The stretches that an abridged quotation keeps, in order."""
    *middle, last = _ABRIDGED.split(until.exact)
    kept = (*(TextQuoteSelector(exact=words.strip()) for words in middle if words.strip()),)
    return (selector, *kept, TextQuoteSelector(exact=last.strip(), suffix=until.suffix))


def _quote(prefix: str, exact: str, suffix: str, words: str, mistake: tuple[str, str] | None) -> Quote:
    before = _ABRIDGED.split(prefix)[-1].lstrip()
    after = _ABRIDGED.split(suffix)[0].rstrip()
    exact = exact.strip()
    dots = _ABRIDGED.search(exact)
    if dots is None:
        selector = TextQuoteSelector(exact=exact, prefix=before, suffix=after)
        return Quote(selector=selector, until=None, words=words, mistake=mistake)
    return Quote(
        selector=TextQuoteSelector(exact=exact[: dots.start()].strip(), prefix=before),
        until=TextQuoteSelector(exact=exact[dots.end() :].strip(), suffix=after),
        words=words,
        mistake=mistake,
    )
