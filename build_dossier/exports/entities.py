"""``entities.jsonl``: every person, place and organisation with its names."""

from collections import defaultdict
from collections.abc import Iterator

from build_dossier.dossier import Dossier
from build_dossier.exports.record import Export, Row, message


def rows(dossier: Dossier) -> Iterator[Row]:
    """One object an entity, by id."""
    articles: defaultdict[str, list[str]] = defaultdict(list)
    for linked in dossier.readings:
        for link in linked.links:
            if link.entity is not None:
                articles[link.entity].append(linked.reading.article.id)
    for entity_id, entity in sorted(dossier.entities.items()):
        yield {
            "id": entity_id,
            "type": entity.type.value,
            "labels": {language: entity.labels.get(language) for language in ("uk", "ru", "en")},
            "aliases": [
                {"form": alias.form, "language": alias.language, "strength": alias.strength.value}
                for alias in entity.aliases
            ],
            "same_as": entity.same_as,
            "articles": sorted(set(articles[entity_id])),
            "mentions": len(articles[entity_id]),
            "basis": entity.basis.value,
        }


EXPORT = Export(
    name="entities.jsonl",
    schema="entities.schema.json",
    about=message("People, organisations and places with their names and where they are named"),
    rows=rows,
)
