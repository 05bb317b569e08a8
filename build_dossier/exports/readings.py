"""``readings.jsonl``: what was read in each article, one article a line, in seed order."""

from collections.abc import Iterator, Mapping

from build_dossier.article import Basis, Publisher, Seed
from build_dossier.dossier import Dossier
from build_dossier.exports.record import Export, Row, message
from build_dossier.extract.attributions import Attribution
from build_dossier.extract.quotations import Quotation
from build_dossier.extract.roles import Role
from build_dossier.extract.sources.citation import Via
from build_dossier.extract.speakers import Speaker
from build_dossier.extract.times import TimeExpression
from build_dossier.link import Link, LinkedReading
from build_dossier.linking.sourcing import LinkedSource
from build_dossier.text.span import Span


def rows(dossier: Dossier) -> Iterator[Row]:
    """One object an article; kinds of finding that are not made yet are present and empty."""
    for seed, linked in zip(dossier.seeds, dossier.readings, strict=True):
        yield _row(seed, linked)


def _row(seed: Seed, linked: LinkedReading) -> Row:
    article = linked.reading.article
    by_start = {link.mention.start: link for link in linked.links}
    return {
        "id": article.id,
        "seed": seed.name,
        "sha256": seed.sha256,
        "text": seed.text,
        "language": article.language,
        "title": {"text": article.title.text, "basis": article.title.basis.value},
        "published": {
            "value": article.published.value,
            "basis": article.published.basis.value,
            "reason": article.published.reason,
        },
        "publisher": None if article.publisher is None else _publisher(article.publisher, linked),
        "blocks": [{"kind": block.kind.value, "start": block.start, "end": block.end} for block in article.blocks],
        "mentions": [_mention(link) for link in linked.links],
        "times": [_time(time, article.text) for time in linked.times],
        "quotations": [_quotation(quotation, by_start) for quotation in linked.reading.quotations],
        "attributions": [_attribution(attribution, by_start) for attribution in linked.reading.attributions],
        "voices": [
            {"start": voice.start, "end": voice.end, "kind": voice.kind.value} for voice in linked.reading.voices
        ],
        "sources": [_source(source, linked) for source in linked.sources],
        "roles": [_role(role, article.text, by_start) for role in linked.reading.roles],
    }


def _publisher(publisher: Publisher, linked: LinkedReading) -> Row:
    within = publisher.span
    entity = next(
        (
            link.entity
            for link in linked.links
            if within is not None and within.start <= link.mention.start and link.mention.end <= within.end
        ),
        None,
    )
    return {"name": publisher.name, "entity": entity, "basis": publisher.basis.value}


def _mention(link: Link) -> Row:
    mention = link.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.form,
        "type": mention.type.value,
        "level": mention.level.value,
        "lemma": link.lemma,
        "entity": link.entity,
        "reason": None if link.reason is None else link.reason.value,
    }


def _source(source: LinkedSource, linked: LinkedReading) -> Row:
    citation = source.citation
    return {
        "name": citation.name,
        "entity": source.entity,
        "role": citation.role.value,
        "anonymity": citation.anonymity.value,
        "count": citation.count,
        "via": None if citation.via is None else _via(citation.via, linked),
        "spans": [_span(span) for span in citation.spans],
    }


def _quotation(quotation: Quotation, by_start: Mapping[int, Link]) -> Row:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "manner": quotation.manner.value,
        "speaker": _speaker(quotation.speaker, by_start),
        "cue": None if quotation.cue is None else _span(quotation.cue),
        "via": _speaker(quotation.via, by_start),
        "basis": (Basis.UNKNOWN if quotation.speaker is None else quotation.speaker.basis).value,
    }


def _attribution(attribution: Attribution, by_start: Mapping[int, Link]) -> Row:
    source = attribution.source
    named = _speaker(source, by_start) or {"name": None, "entity": None}
    return {
        "source": None if source is None or source.start == source.end else {"start": source.start, "end": source.end},
        "cue": _span(attribution.cue),
        "content": _span(attribution.content),
        **named,
    }


def _speaker(speaker: Speaker | None, by_start: Mapping[int, Link]) -> Row | None:
    """Name and entity of whoever speaks; whoever has no naming in the text is called as printed."""
    if speaker is None:
        return None
    if speaker.basis is Basis.EDITOR:
        return {"name": speaker.name, "entity": speaker.entity}
    link = None if speaker.mention is None else by_start.get(speaker.mention.start)
    if link is None:
        return {"name": speaker.name, "entity": None}
    return {"name": link.lemma, "entity": link.entity}


def _via(via: Via, linked: LinkedReading) -> Row:
    source = linked.sources[via.source]
    return {"name": source.citation.name, "entity": source.entity, "basis": via.basis.value}


def _role(role: Role, text: str, by_start: Mapping[int, Link]) -> Row:
    person = by_start.get(role.mention.start)
    return {
        "entity": None if person is None else person.entity,
        "start": role.start,
        "end": role.end,
        "text": text[role.start : role.end],
    }


def _time(time: TimeExpression, text: str) -> Row:
    return {
        "start": time.start,
        "end": time.end,
        "text": text[time.start : time.end],
        "value": time.value,
        "type": time.type.value,
        "basis": time.basis.value,
        "relative_to": time.relative_to,
    }


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


EXPORT = Export(
    name="readings.jsonl",
    schema="readings.schema.json",
    about=message(
        "What was read in each article: title, date, publisher, blocks, names, times, sources, who said what, roles"
    ),
    rows=rows,
)
