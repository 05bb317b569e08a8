"""A long list on several pages: the first at its own address, each further one below it by its number.

Comes in: what is listed. Goes out: what each page holds, where it stands, and the way from one to the others.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from build_dossier.markdown import Markdown
from build_dossier.pages import address

SIZE = 500
"""Entries of a page: some hundred kilobytes, which a phone opens and a search in the page still serves."""
NEAR = 2
"""So many pages before and after this one are named, besides the first and the last."""

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

Link = tuple[str, Markdown | None]
"""The number of a page and its address; this page has none, and what is left out is «…»."""


def parts(items: Sequence[T], size: int | None = None) -> list[Sequence[T]]:
    """The pages' entries; one page without any where there are none."""
    step = size or SIZE
    return [items[start : start + step] for start in range(0, max(len(items), 1), step)]


def path(first: str, number: int) -> str:
    """Where page ``number`` (from 1) of the list that begins at ``first`` stands."""
    return first if number == 1 else f"{first.removesuffix('index.md')}{number}/index.md"


def paths(first: str, keys: Sequence[K], size: int | None = None) -> Mapping[K, str]:
    """On which page each entry stands."""
    return {key: path(first, at // (size or SIZE) + 1) for at, key in enumerate(keys)}


def links(first: str, number: int, count: int) -> tuple[Link, ...]:
    """The way from page ``number`` to the others of ``count``; nothing where there is but one."""
    if count == 1:
        return ()
    named = sorted({1, count, *range(max(1, number - NEAR), min(count, number + NEAR) + 1)})
    found: list[Link] = []
    for before, one in zip((0, *named), named, strict=False):
        if one > before + 1:
            found.append(("…", None))
        href = None if one == number else address.from_to(path(first, number), path(first, one))
        found.append((str(one), href))
    return tuple(found)
