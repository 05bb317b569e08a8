"""The review page: everything a person should decide or mend, each with the file and line that settles it."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.errors import Problem, Severity
from build_dossier.markdown import Markdown
from build_dossier.pages import Page, address
from build_dossier.pages.apart import open_disagreements, views
from build_dossier.pages.context import Context
from build_dossier.strict_yaml import write_front_matter

MOST_APART = 40
"""Disagreements that are offered at a time; the next come when these are settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Problems of one severity."""

    title: Markdown
    anchor: str
    problems: tuple[Problem, ...]


def pages(context: Context) -> Iterator[Page]:
    """The one review page."""
    t = context.t
    titles = {
        Severity.ERROR: t("Errors: something given could not be used"),
        Severity.WARNING: t("Warnings: something may not do what was meant"),
        Severity.DOUBT: t("Doubts: the program is not sure"),
    }
    groups = (
        Group(
            title=title,
            anchor=severity.value,
            problems=tuple(p for p in context.dossier.problems if p.severity is severity),
        )
        for severity, title in titles.items()
    )
    front = {"title": str(t("Review")), "description": str(t("What a person should decide")), "kind": "review"}
    apart = open_disagreements(context)
    text = context.renderer.render(
        "review.md.j2",
        front=Markdown(write_front_matter(front)),
        groups=tuple(group for group in groups if group.problems),
        apart=tuple(views(context, apart[:MOST_APART], address.REVIEW)),
        more_apart=max(0, len(apart) - MOST_APART),
    )
    yield Page(path=address.REVIEW, text=text)
