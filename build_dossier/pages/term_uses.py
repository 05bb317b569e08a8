"""What the pages of terms share: every use of every term and the page that lists it, and terms and voices in words.

Comes in: a ``Context``. Goes out: ``Uses``, found when they are first asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from build_dossier.article import Article
from build_dossier.framing import Term
from build_dossier.framing.uses import Place, Use, all_uses
from build_dossier.framing.voicing import Voice
from build_dossier.markdown import Markdown, escape_line
from build_dossier.pages import address, parts
from build_dossier.pages.context import Context
from build_dossier.pages.display import in_a_language

PASSAGES_A_PAGE = 300


class Uses:
    """The uses of all terms, found when they are first asked for, and on which page each is listed."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @cached_property
    def by_place(self) -> Mapping[Place, tuple[Use, ...]]:
        """By set and term, in the order in which they are listed."""
        return all_uses(self.context.articles, self.context.dossier.framing)

    @cached_property
    def pages(self) -> Mapping[tuple[Place, str, Voice], str]:
        """The page on which the uses of a term by one article in one voice begin."""
        found: dict[tuple[Place, str, Voice], str] = {}
        for place, uses in self.by_place.items():
            for number, use in enumerate(uses):
                page = parts.path(address.term(*place), number // PASSAGES_A_PAGE + 1)
                found.setdefault((place, use.article.id, use.said.voice), page)
        return found

    def of_set(self, key: str) -> Mapping[str, tuple[Use, ...]]:
        """The uses of one set by term."""
        terms = self.context.dossier.framing.sets[key].terms
        return {term: self.by_place[key, term] for term in terms if (key, term) in self.by_place}


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """Words and their language."""

    text: str
    language: str


def worded(context: Context, texts: Mapping[str, str], otherwise: str) -> Worded:
    """The words for a reader of the interface language: in it, else in English, else in any."""
    language, text = in_a_language(texts, context.locale, otherwise)
    return Worded(text=text, language=language)


def gloss(context: Context, term: Term) -> Worded:
    """What a term says."""
    return worded(context, term.gloss, term.key)


def count_words(context: Context, voice: Voice, n: int) -> Markdown:
    """«2 own»."""
    t = context.t
    said = {
        Voice.OWN: t("%(n)s own", n=n),
        Voice.REPORTED: t("%(n)s reported", n=n),
        Voice.QUOTED: t("%(n)s quoted", n=n),
        Voice.APART: t("%(n)s set apart", n=n),
    }
    return said[voice]


def about(context: Context, article: Article) -> Markdown:
    """When and where an article was published."""
    date = context.date(article.published.value)
    return date if article.publisher is None else Markdown(f"{date} · {escape_line(article.publisher.name)}")
