"""What of a built site goes on paper, in order.

Comes in: the published site. Goes out: its name, its articles in order of publication, its timeline, and whose names
the index at the end holds.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_dossier.errors import DossierError
from build_dossier.pages import address
from build_dossier.preview.static import check_built

FOLDERS = {kind.value: folder for kind, folder in address.FOLDERS.items()}
"""Where pages of each type of entity lie; in the order of the index."""

_LANGUAGE = re.compile(r'<html lang="([^"]*)"')
_NAME = re.compile(r'<meta property="og:site_name" content="([^"]*)"')
_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)"')
_PART = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedArticle:
    """An article as the contents list it."""

    path: str
    """Of its page, below the site."""
    title: str
    language: str
    date: str | None
    """EDTF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person, place or organisation as the index lists it."""

    path: str
    type: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a site holds that goes on paper."""

    name: str
    language: str
    """Of the interface."""
    articles: tuple[PrintedArticle, ...]
    """In order of publication, those without a date last, as on the front page."""
    timeline: tuple[str, ...]
    """Paths of its pages."""
    names: tuple[Named, ...]


def read_collection(site: Path) -> Collection:
    """What is in ``site``.

    Raises:
        FolderError: there is no site.
        DossierError: its data cannot be read.
    """
    check_built(site)
    text = (site / "index.html").read_text(encoding="utf-8")
    language = _first(_LANGUAGE, text) or "en"
    try:
        articles = tuple(sorted(map(_article, _lines(site / "data/readings.jsonl")), key=_publication_order))
        names = tuple(
            _named(line, language) for line in _lines(site / "data/entities.jsonl") if line["type"] in FOLDERS
        )
    except (OSError, ValueError, KeyError) as error:
        raise DossierError(
            f"the data of the site in {site} cannot be read ({error}); make site builds it anew"
        ) from None
    return Collection(
        name=html.unescape(_first(_NAME, text) or ""),
        language=language,
        articles=tuple(article for article in articles if (site / article.path).is_file()),
        timeline=tuple(_with_further(site, "timeline")),
        names=tuple(name for name in names if (site / name.path).is_file()),
    )


def pages_of(site: Path, wanted: str) -> tuple[str, ...]:
    """The page named ``wanted``, with its further pages: the id of whatever has a page, the unique beginning of one,
    or a section's name (``timeline``).

    Raises:
        DossierError: there is none, or there are several.
    """
    if (site / wanted / "index.html").is_file() and re.fullmatch(r"[a-z0-9._/-]+", wanted) and ".." not in wanted:
        return tuple(_with_further(site, wanted))
    found = sorted(folder for folder in site.glob("*/*/") if folder.name.startswith(wanted) and _is_page(folder))
    exact = [folder for folder in found if folder.name == wanted]
    found = exact or found
    if not found:
        raise DossierError(f"nothing in {site} is called {wanted!r}; the address of its page ends with its id")
    if len(found) > 1:
        raise DossierError(
            f"{wanted!r} is the beginning of {', '.join(folder.name for folder in found[:5])}; give more"
        )
    return tuple(_with_further(site, found[0].relative_to(site).as_posix()))


def title_of(site: Path, path: str) -> str:
    """What a page is called."""
    return html.unescape(_first(_TITLE, (site / path).read_text(encoding="utf-8")) or "")


def _is_page(folder: Path) -> bool:
    return (folder / "index.html").is_file() and not _PART.fullmatch(folder.name)


def _with_further(site: Path, folder: str) -> Iterator[str]:
    """A page and those that continue it."""
    if (site / folder / "index.html").is_file():
        yield f"{folder}/index.html"
    number = 2
    while (site / folder / str(number) / "index.html").is_file():
        yield f"{folder}/{number}/index.html"
        number += 1


def _lines(file: Path) -> Iterator[Mapping[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _article(line: Mapping[str, Any]) -> PrintedArticle:
    return PrintedArticle(
        path=f"articles/{line['id']}/index.html",
        title=str(line["title"]["text"]),
        language=str(line["language"]),
        date=line["published"]["value"],
    )


def _named(line: Mapping[str, Any], language: str) -> Named:
    labels: Mapping[str, str] = line["labels"]
    label = labels.get(language) or labels.get("en") or next(iter(labels.values()), str(line["id"]))
    return Named(path=f"{FOLDERS[line['type']]}/{line['id']}/index.html", type=line["type"], label=label)


def is_dated(article: PrintedArticle) -> bool:
    """Whether its date is more than a bound: «2022 or later» is no place in an order."""
    value = article.date or ""
    return bool(value) and not {"", ".."} & set(value.split("/"))


def _publication_order(article: PrintedArticle) -> tuple[bool, str, str]:
    """As on the front page: by date, and last what has none."""
    return (False, article.date or "", article.path) if is_dated(article) else (True, "", article.path)


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1] if found else None
