"""Pages that are no more: an id that was merged or changed leads to the one that took its place."""

from collections.abc import Iterator

from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import Page, address
from build_dossier.pages.context import Context
from build_dossier.strict_yaml import write_front_matter


def pages(context: Context) -> Iterator[Page]:
    """One short page for every lost id, in the folder of what it leads to."""
    for lost, kept in sorted(context.dossier.redirects.items()):
        entity = context.dossier.entities.get(kept)
        if entity is not None:
            path = f"{address.FOLDERS[entity.type]}/{lost}/index.md"
            yield _page(context, path, address.entity(entity), context.label(entity), "")
    for lost, kept in sorted(context.dossier.event_redirects.items()):
        if kept in context.events:
            event = context.events[kept]
            language, label = context.event_label(event)
            target, _ = address.event_place(event, context.on_timeline)
            yield _page(context, f"events/{lost}/index.md", target, label, language)


def _page(context: Context, path: str, target: str, label: str, language: str) -> Page:
    front = {
        "title": plain_html(label),
        "description": plain_html(label),
        "kind": "redirect",
        "redirect": str(address.from_to_html(path, target)),
        "search": {"exclude": True},
    }
    text = context.renderer.render(
        "redirect.md.j2",
        front=Markdown(write_front_matter(front)),
        label=label,
        language=language,
        href=address.from_to(path, target),
    )
    return Page(path=path, text=text)
