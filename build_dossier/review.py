"""What a person should look at: every doubtful value, with the file and the line that would settle it.

Comes in: linked readings. Goes out: ``Problem``s of severity doubt. A doubt goes away when the editor decides.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from build_dossier.article import Article, Basis
from build_dossier.entity import Entity
from build_dossier.errors import Problem, Severity
from build_dossier.link import LinkedReading

ArticleRule = Callable[[Article], tuple[str, str, str] | None]
"""Sees one kind of doubt in an article: code, what is doubtful, the front matter line that settles it; or nothing."""


def undated(article: Article) -> tuple[str, str, str] | None:
    """Nothing tells when the article was published."""
    if article.published.basis is not Basis.UNKNOWN:
        return None
    return "undated", f"no date of publication: {article.published.reason}", "date: YYYY-MM-DD"


def date_inferred(article: Article) -> tuple[str, str, str] | None:
    """The date of publication is only bounded."""
    if article.published.basis not in {Basis.INFERRED, Basis.CROSS_ARTICLE, Basis.COMPUTED}:
        return None
    published = article.published
    return (
        "date-inferred",
        f"the date of publication is only inferred ({published.value}): {published.reason}",
        ("date: YYYY-MM-DD"),
    )


def publisher_inferred(article: Article) -> tuple[str, str, str] | None:
    """A formula names somebody who may be the publisher or only relayed."""
    if article.publisher is None or article.publisher.basis is not Basis.INFERRED:
        return None
    name = article.publisher.name
    return "publisher-inferred", f"“{name}” may be the publisher or only be cited", f"publisher: {name}"


def language_undetermined(article: Article) -> tuple[str, str, str] | None:
    """Too little text to tell the language."""
    if article.language != "und":
        return None
    return "language-undetermined", "the language could not be told", "language: uk"


ARTICLE_RULES: tuple[ArticleRule, ...] = (undated, date_inferred, publisher_inferred, language_undetermined)


def doubts(
    readings: Sequence[LinkedReading], entities: Mapping[str, Entity], files: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Every doubt, in order of article and rule, then of entity.

    Args:
        readings: the linked readings.
        entities: by id.
        files: the annotation file of each article that has one, by article id.
    """
    return (*_of_articles(readings, files), *_of_links(readings, entities))


def _of_articles(readings: Iterable[LinkedReading], files: Mapping[str, str]) -> Iterator[Problem]:
    for linked in readings:
        article = linked.reading.article
        file = files.get(article.id, f"docs/annotations/{article.id}.md")
        for rule in ARTICLE_RULES:
            if (found := rule(article)) is not None:
                code, message, line = found
                hint = f"`{line}` in the front matter settles it"
                yield Problem(severity=Severity.DOUBT, code=code, file=file, line=1, message=message, hint=hint)


def _of_links(readings: Iterable[LinkedReading], entities: Mapping[str, Entity]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for linked in readings:
        for link in linked.links:
            if link.doubt is None or link.entity is None or (link.entity, link.doubt) in seen:
                continue
            seen.add((link.entity, link.doubt))
            entity = entities[link.entity]
            where = f"“{link.mention.form}” in {linked.reading.article.id}"
            yield Problem(
                severity=Severity.DOUBT,
                code="link-doubtful",
                file=entity.file or f"docs/entities/{entity.id}.md",
                line=1,
                message=f"{where} is led to {entity.id}: {link.doubt}",
                hint=f"an alias settles it: `aliases: [{link.lemma}]`; `not: [{link.mention.form}]` undoes it",
            )
