"""Annotations of the Web Annotation Data Model (W3C Recommendation of 23 February 2017), this program's own among them.

Comes in: one annotation's JSON-LD, read as JSON. Goes out: ``Incoming``. Contexts are not followed: the keys are those
of the Recommendation, with or without ``@`` and ``oa:``.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from build_dossier.annotation.attributes import ID
from build_dossier.incoming import Incoming, Target
from build_dossier.incoming.loose_json import Json, cleaned, day, digest, mapping, several, string, strings
from build_dossier.incoming.selectors import position, quotation
from build_dossier.text.edtf import is_edtf

_OURS = re.compile(rf"(?:\.\./|.*/)notes/index\.html#n-({ID.pattern})")
_WEB = re.compile(r"https?://[^\s<>]+")
_QUESTION = "question"


def types(value: Mapping[str, Json]) -> tuple[str, ...]:
    """What a thing is: ``Annotation``, ``AnnotationPage`` …"""
    return tuple(name.removeprefix("oa:") for name in strings(value.get("type", value.get("@type"))))


def is_annotation(value: Mapping[str, Json]) -> bool:
    """Whether it calls itself an annotation."""
    return "Annotation" in types(value)


def read(value: Mapping[str, Json]) -> Incoming:
    """The annotation that a mapping is."""
    address = _address(value)
    ours = _OURS.fullmatch(address)
    targets = tuple(_target(target) for target in several(value.get("target")))
    bodies = [*several(value.get("body")), *several(value.get("bodyValue"))]
    said = [(purpose, words) for body in bodies for purpose, words in _said(body)]
    parents = [source for target in targets if target.quote is None for source in target.sources]
    replying = "replying" in strings(value.get("motivation"))
    classes = tuple(words for purpose, words in said if purpose == "classifying")
    if not classes and "questioning" in strings(value.get("motivation")):
        classes = (_QUESTION,)
    return Incoming(
        id=note_id(address or digest(dict(value))),
        name=address or "without an id",
        targets=targets,
        body="\n\n".join(words for purpose, words in said if purpose not in {"tagging", "classifying"}),
        classes=classes,
        author=_agent(value.get("creator")),
        date=day(value.get("created")) or _date(value),
        tags=tuple(" ".join(words.split()) for purpose, words in said if purpose == "tagging" and words.strip()),
        private=False,
        parent=note_id(parents[0]) if replying and parents else None,
        ours=ours is not None,
    )


def note_id(address: str) -> str:
    """The id of the note that an annotation becomes: its own if it was one here, else one made of its address."""
    ours = _OURS.fullmatch(address)
    return ours[1] if ours is not None else f"w-{digest(address)}"


def _address(value: Json) -> str:
    """The address of a thing, however it is given."""
    if isinstance(value, str):
        return string(value).strip()
    known = mapping(value)
    return string(known.get("id", known.get("@id"))).strip()


def _target(value: Json) -> Target:
    known = mapping(value)
    selectors = known.get("selector")
    given = (_address(known.get("source")), _address(value), *(_address(via) for via in several(known.get("via"))))
    sources = tuple(dict.fromkeys(address for address in given if address))
    return Target(sources=sources, quote=quotation(selectors), position=position(selectors))


def _said(body: Json) -> Iterator[tuple[str, str]]:
    """Purpose and words of a body; of a choice its first item (3.2.7)."""
    known = mapping(body)
    if "Choice" in types(known):
        known = mapping(next(iter(several(known.get("items"))), None))
    purpose = next(iter(strings(known.get("purpose"))), "")
    if isinstance(body, str) or "value" not in known:
        address = _address(known.get("source")) or _address(body)
        words = f"<{address}>" if _WEB.fullmatch(address) else string(body)
    else:
        words = string(known["value"])
        words = _without_tags(words) if string(known.get("format")) == "text/html" else words
    if words.strip():
        yield purpose, words


def _agent(value: Json) -> str | None:
    """The name of the first agent, else how it is called (3.3.2)."""
    agent = next(iter(several(value)), None)
    known = mapping(agent)
    names = [*strings(known.get("name")), *strings(known.get("nickname")), _address(agent)]
    return next((name for name in names if name), None)


def _date(value: Mapping[str, Json]) -> str | None:
    date = string(value.get("dcterms:date"))
    return date if is_edtf(date) else None


class _Words(HTMLParser):
    """The words of HTML, with an empty line where a block ends."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        """Takes words."""
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's
        """Takes a line end."""
        if tag == "br":
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Takes the end of a block."""
        if tag in {"p", "div", "li", "blockquote", "h1", "h2", "h3", "h4"}:
            self.words.append("\n\n")


def _without_tags(html: str) -> str:
    """The words of a body of HTML; markup would be shown as typed."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return cleaned(re.sub(r"\n{3,}", "\n\n", "".join(parser.words))).strip()
