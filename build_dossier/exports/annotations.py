"""``annotations.jsonld``: the notes as a W3C Web Annotation collection (Recommendation of 23 February 2017).

Addresses are relative to the file, as the dossier does not know where it is published: a note is known by its place on
the page of notes, a target's source is the article's page. Offsets count code points of the article's text, the one in
``readings.jsonl``. A note whose words were not found, or could be meant in several places, keeps its quotation without
a position and says so (``schema:creativeWorkStatus``). What is no property of the model comes from the vocabularies
that its context declares.
"""

import json
import re
from collections.abc import Mapping

from build_dossier.annotation import Passage
from build_dossier.annotation.kinds import DEFAULT_MOTIVATION
from build_dossier.annotation.quote import literal
from build_dossier.dossier import Dossier
from build_dossier.exports.placed import Placed, placed
from build_dossier.exports.record import Document, Row, message
from build_dossier.pages import address
from build_dossier.text.edtf import is_edtf
from build_dossier.text.locate import Match, describe
from build_dossier.text.span import Span

NAME = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of context on either side of a quotation, as annotation programs keep; more where it takes more to tell
the place."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def article_address(article: str) -> str:
    """The page of an article, from ``data/``."""
    return _from_data(address.article(article))


def subject_address(name: str, dossier: Dossier) -> str:
    """The page of what a file of notes is named for, from ``data/``: an article, else whatever else has the name."""
    if any(seed.id == name for seed in dossier.seeds):
        return article_address(name)
    entity = dossier.entities.get(dossier.redirects.get(name, name))
    if entity is not None and entity.type in address.FOLDERS:
        return _from_data(address.entity(entity))
    current = dossier.event_redirects.get(name, name)
    event = next((event for event in dossier.events if event.id == current), None)
    if event is not None:
        return _from_data(address.event_page(event) if event.has_page else address.TIMELINE)
    return _from_data(address.date(name)) if is_edtf(name) else article_address(name)


def _from_data(page: str) -> str:
    return str(address.from_to_html(address.DATA, page))


def note_address(note: str) -> str:
    """The place of a note, from ``data/``; there it stands whatever became of its passage."""
    return f"../notes/index.html#n-{note}"


def collection(dossier: Dossier) -> Row:
    """All published notes, in order of file and line, on one page that is part of the collection."""
    texts = {linked.reading.article.id: linked.reading.article for linked in dossier.readings}
    prefixes = {key: (article.text, article.prefix_end) for key, article in texts.items()}
    items = [_annotation(one, dossier, prefixes) for one in placed(dossier)]
    whole: dict[str, object] = {
        "@context": CONTEXT,
        "id": NAME,
        "type": "AnnotationCollection",
        "label": "Notes",
        "total": len(items),
    }
    if items:  # a page has one annotation or more (5.2)
        page = f"{NAME}#page"
        first = {"id": page, "type": "AnnotationPage", "partOf": NAME, "startIndex": 0, "items": items}
        whole |= {"first": first, "last": page}
    return whole


Texts = Mapping[str, tuple[str, int]]
"""By article id: its text, and where the published words begin."""


def _annotation(one: Placed, dossier: Dossier, texts: Texts) -> Row:
    note = one.note
    kind = dossier.note_kinds.get(note.kind)
    written: dict[str, object] = {
        "id": note_address(note.id),
        "type": "Annotation",
        "motivation": DEFAULT_MOTIVATION if kind is None else kind.motivation,
    }
    if note.author is not None:
        written["creator"] = {"name": note.author}  # a person or a body: nobody says
    if note.date is not None:
        # ``created`` is a moment; of a month, a year or an interval it would say too much.
        is_day = _DAY.fullmatch(note.date) is not None
        written |= {"created": f"{note.date}T00:00:00Z"} if is_day else {"dcterms:date": note.date}
    bodies = [_body(note.body, "commenting") | {"format": "text/markdown"}] if note.body.strip() else []
    bodies += [_body(note.kind, "classifying"), *(_body(tag, "tagging") for tag in note.tags)]
    targets = [_target(one, index, dossier, texts) for index in range(len(note.passages))]
    return {
        **written,
        "body": bodies,
        "target": targets if len(targets) > 1 else next(iter(targets), subject_address(note.article, dossier)),
        "schema:creativeWorkStatus": one.status.value,
    }


def _body(value: str, purpose: str) -> dict[str, object]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _target(one: Placed, index: int, dossier: Dossier, texts: Texts) -> Row:
    passage = one.note.passages[index]
    target: dict[str, object] = {"type": "SpecificResource", "source": article_address(passage.article)}
    correction = dossier.corrections.get(passage.article)
    if correction is not None:
        target |= _via(correction.source_url, correction.archive_url)
    if one.matches and passage.article in texts:
        selectors = _selectors(one.matches[index], *texts[passage.article])
    else:
        selectors = [_as_quoted(passage)]
    return {**target, "selector": selectors}


def _via(*addresses: str | None) -> dict[str, object]:
    """Where the words were before they came here (3.3.7)."""
    known = [address for address in addresses if address is not None]
    return {"via": known} if known else {}


def _selectors(match: Match, text: str, begins: int) -> list[Row]:
    span = Span(start=match.start, end=match.end)
    around = _around(span, text, begins, AROUND, AROUND)
    whole = around.of(text)
    if text.find(whole, text.find(whole) + 1) != -1:
        least = describe(text, span)
        around = _around(span, text, begins, max(AROUND, len(least.prefix)), max(AROUND, len(least.suffix)))
    quote = _quote(span.of(text), text[around.start : span.start], text[span.end : around.end])
    return [quote, {"type": "TextPositionSelector", "start": match.start, "end": match.end}]


def _around(span: Span, text: str, begins: int, before: int, after: int) -> Span:
    """The span with that many code points on either side, as far as there are published words."""
    return Span(start=max(begins, span.start - before), end=min(len(text), span.end + after))


def _as_quoted(passage: Passage) -> Row:
    selector = passage.selector if passage.until is None else literal(passage.selector, passage.until)
    return _quote(selector.exact, selector.prefix, selector.suffix)


def _quote(exact: str, prefix: str, suffix: str) -> Row:
    around = {key: words for key, words in (("prefix", prefix), ("suffix", suffix)) if words}
    return {"type": "TextQuoteSelector", "exact": exact, **around}


DOCUMENT = Document(
    name=NAME,
    schema="annotations.schema.json",
    about=message("The notes as W3C Web Annotations, for programs that annotate"),
    data=lambda dossier: (json.dumps(collection(dossier), ensure_ascii=False, indent=1) + "\n").encode(),
)
