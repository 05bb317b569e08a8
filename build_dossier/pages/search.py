"""The search as a page: with an address that says what is asked, and without scripts the lists to look through."""

from collections.abc import Iterator

from build_dossier.extract.mentions import EntityType
from build_dossier.markdown import Markdown
from build_dossier.pages import Page, address
from build_dossier.pages.context import Context
from build_dossier.strict_yaml import write_front_matter


def pages(context: Context) -> Iterator[Page]:
    """One page; the theme puts the search into it."""
    t = context.t
    path = address.SEARCH
    front = {"title": t("Search"), "description": t("Search in any form, language and script"), "kind": "search"}
    lists = (
        (t("Articles"), address.ARTICLES),
        (t("People"), address.entity_index(EntityType.PER)),
        (t("Organisations"), address.entity_index(EntityType.ORG)),
        (t("Places"), address.entity_index(EntityType.LOC)),
        (t("Timeline"), address.TIMELINE),
        (t("Quotations"), address.QUOTES),
        (t("Sources"), address.SOURCES),
        (t("Notes"), address.NOTES),
    )
    text = context.renderer.render(
        "search.md.j2",
        front=Markdown(write_front_matter({key: str(value) for key, value in front.items()})),
        lists=tuple((name, address.from_to(path, target)) for name, target in lists),
    )
    yield Page(path=path, text=text)
