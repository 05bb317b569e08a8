"""Where pages stand, and how one leads to another.

Paths are below the generated docs folder, as MkDocs wants them; ``/articles/<id>/`` is ``articles/<id>/index.md``.
Ids are slugs, so an address is Markdown as it is.
"""

from collections.abc import Mapping

from build_dossier.entity import Entity
from build_dossier.events import Event
from build_dossier.extract.mentions import EntityType
from build_dossier.markdown import Markdown

FOLDERS = {EntityType.PER: "people", EntityType.ORG: "organisations", EntityType.LOC: "places"}
"""Where entities of a type live; a type without a folder has no pages."""

FRONT = "index.md"
ARTICLES = "articles/index.md"
DATES = "dates/index.md"
NOTES = "notes/index.md"
TIMELINE = "timeline/index.md"
QUOTES = "quotes/index.md"
SOURCES = "sources/index.md"
MAP = "map/index.md"
NETWORK = "network/index.md"
FRAMING = "framing/index.md"
NAMES_GIVEN = "names-given/index.md"
REVIEW = "review/index.md"
ABOUT = "about/index.md"
DATA = "data/index.md"
SEARCH = "search/index.md"
COVERAGE = "coverage/index.md"
DIFFERENCES = "differences/index.md"
DUPLICATES = "duplicates/index.md"


def article(article_id: str) -> str:
    """The page of an article."""
    return f"articles/{article_id}/index.md"


def entity(entity: Entity, part: int = 1) -> str:
    """The page of an entity, or a further page of its mentions."""
    return f"{FOLDERS[entity.type]}/{entity.id}/" + ("index.md" if part == 1 else f"{part}/index.md")


def entity_index(entity_type: EntityType, part: int = 1) -> str:
    """The index of all entities of a type, or a further page of it; no id begins with a hyphen."""
    return f"{FOLDERS[entity_type]}/" + ("index.md" if part == 1 else f"-/{part}/index.md")


def date(date: str) -> str:
    """The page of a day, month or year."""
    return f"dates/{date}/index.md"


def term_set(key: str) -> str:
    """The page of a set of terms."""
    return f"framing/{key}/index.md"


def term(key: str, term: str) -> str:
    """The page of one term of a set."""
    return f"framing/{key}/{term}/index.md"


def term_groups(key: str, term: str) -> str:
    """The page of one term by outlet and by month."""
    return f"framing/{key}/{term}/grouped/index.md"


def event_page(event: Event) -> str:
    """The page of an event that has one of its own (``Event.has_page``)."""
    return f"events/{event.id}/index.md"


def side_by_side(first: str, second: str) -> str:
    """The page of two articles beside each other."""
    return f"compare/{first}/{second}/index.md"


def event_place(event: Event, on_timeline: Mapping[str, str]) -> tuple[str, str]:
    """The page of an event and where on it: one that a single article tells stands on the timeline alone."""
    return (event_page(event), "") if event.has_page else (on_timeline[event.id], f"e-{event.id}")


def from_to(page: str, target: str, anchor: str = "") -> Markdown:
    """The relative address of ``target`` in Markdown on ``page``; MkDocs turns ``.md`` into ``.html``."""
    path = _relative(page, target)
    return Markdown(path + (f"#{anchor}" if anchor else ""))


def from_to_html(page: str, target: str, anchor: str = "") -> Markdown:
    """The relative address of ``target`` in raw HTML on ``page``, which MkDocs leaves as it is."""
    path = _relative(page, target)
    return Markdown(path.removesuffix(".md") + ".html" + (f"#{anchor}" if anchor else ""))


def _relative(page: str, target: str) -> str:
    """The way from the folder of ``page`` to the file ``target``; ``posixpath.relpath`` asks the system for its own."""
    here, there = page.split("/")[:-1], target.split("/")
    common = 0
    while common < len(here) and common < len(there) - 1 and here[common] == there[common]:
        common += 1
    return "/".join([".."] * (len(here) - common) + there[common:])
