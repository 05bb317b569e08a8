"""About this dossier: how it was made and what the machine cannot know; and where its data lie."""

from collections.abc import Iterator

from build_dossier import __version__
from build_dossier.exports import DOCUMENTS, EXPORTS
from build_dossier.markdown import Markdown
from build_dossier.pages import Page, address
from build_dossier.pages.context import Context
from build_dossier.strict_yaml import write_front_matter


def pages(context: Context) -> Iterator[Page]:
    """The about page, with the editor's ``docs/about.md`` first, and the page of the data files."""
    yield _about(context)
    yield _data(context)


def _about(context: Context) -> Page:
    path = address.ABOUT
    prose = context.hand_written("about")
    text = context.renderer.render(
        "about.md.j2",
        front=_front(context.t("About"), context.t("How this dossier was made and what it cannot know"), "about"),
        prose=Markdown("") if prose is None else context.prose(prose.body, path),
        version=__version__,
        review=address.from_to(path, address.REVIEW),
        data=address.from_to(path, address.DATA),
    )
    return Page(path=path, text=text)


def _data(context: Context) -> Page:
    front = _front(context.t("Data"), context.t("Everything this dossier knows, as files"), "data")
    # File names are addresses here: as they are, or MkDocs would not know them for files.
    files = tuple((Markdown(export.name), export.about, Markdown(export.schema)) for export in EXPORTS)
    documents = tuple((Markdown(one.name), one.about, Markdown(one.schema or "")) for one in DOCUMENTS)
    text = context.renderer.render("data.md.j2", front=front, files=files, documents=documents)
    return Page(path=address.DATA, text=text)


def _front(title: Markdown, description: Markdown, kind: str) -> Markdown:
    return Markdown(write_front_matter({"title": str(title), "description": str(description), "kind": kind}))
