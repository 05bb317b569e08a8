"""The data files keep the contract that their schemas state."""

import json
from collections.abc import Iterator

import jsonschema
import pytest

from build_dossier.build import Build
from build_dossier.dossier import Dossier
from build_dossier.exports import EXPORTS, schema_text
from build_dossier.exports.record import Export

READINGS = next(export for export in EXPORTS if export.name == "readings.jsonl")
ENTITIES = next(export for export in EXPORTS if export.name == "entities.jsonl")
NOTES = next(export for export in EXPORTS if export.name == "notes.jsonl")


def rows(export: Export, dossier: Dossier) -> Iterator[dict[str, object]]:
    """The rows of a data file as a reader of the file has them."""
    return (json.loads(json.dumps(row)) for row in export.rows(dossier))


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_a_row_with_an_unknown_field_is_refused(export: Export, dossier_build: Build):
    """A schema that lets anything through would prove nothing."""
    validator = jsonschema.Draft202012Validator(json.loads(schema_text(export.schema)))
    row = next(rows(export, dossier_build.dossier))

    assert not validator.is_valid({**row, "surprise": 1})
    for field in row:
        assert not validator.is_valid({key: value for key, value in row.items() if key != field})


@pytest.mark.parametrize("build", ["seeds_alone", "dossier_build"])
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_row_keeps_its_schema(export: Export, build: str, request: pytest.FixtureRequest):
    """Each line of each file validates, with the editor's files and without."""
    dossier: Dossier = request.getfixturevalue(build).dossier
    schema = json.loads(schema_text(export.schema))
    jsonschema.Draft202012Validator.check_schema(schema)

    for row in rows(export, dossier):
        jsonschema.validate(row, schema)


def test_offsets_are_those_of_the_text(dossier_build: Build):
    """``text[start:end]`` is what a mention says it is, in every article."""
    for row in rows(READINGS, dossier_build.dossier):
        assert row["mentions"]
        for mention in row["mentions"]:
            assert row["text"][mention["start"] : mention["end"]] == mention["text"]


def test_entities_of_readings_have_a_row(dossier_build: Build):
    """No reading leads to an entity that the entities file does not hold, nor counts otherwise."""
    entities = {row["id"]: row for row in rows(ENTITIES, dossier_build.dossier)}
    counted = dict.fromkeys(entities, 0)
    for row in rows(READINGS, dossier_build.dossier):
        for mention in row["mentions"]:
            if mention["entity"] is not None:
                counted[mention["entity"]] += 1

    assert counted == {key: row["mentions"] for key, row in entities.items()}


def test_notes_say_where_they_stand(dossier_build: Build):
    """A found note's offsets quote its words; typography and marks aside."""
    texts = {row["id"]: row["text"] for row in rows(READINGS, dossier_build.dossier)}
    found = [row for row in rows(NOTES, dossier_build.dossier) if row["status"] == "FOUND"]

    assert len(found) == 50
    for row in found:
        assert texts[row["article"]][row["start"] : row["end"]] in row["quote"]
