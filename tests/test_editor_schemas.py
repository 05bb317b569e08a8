"""What editors know of the files that people edit: schemas of front matter, and snippets, in step with the code."""

import json
from collections.abc import Callable
from pathlib import Path

import frontmatter
import pytest
import yaml
from jsonschema import Draft202012Validator

from build_dossier import entity, event
from build_dossier.annotation import read_annotations
from build_dossier.annotation.correction import CHECKS, LANGUAGES
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.annotation.word_correction import KEYS, LISTS
from build_dossier.article.seed import read_seeds
from build_dossier.entity import read_entities
from build_dossier.errors import Problem
from build_dossier.event import read_event_files
from build_dossier.extract.mentions import EntityType

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT / "build_dossier" / "schemas"
SNIPPETS = json.loads((ROOT / ".vscode/dossier.code-snippets").read_text(encoding="utf-8"))


def schema(name: str) -> dict[str, object]:
    """One schema."""
    loaded: dict[str, object] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def keys(name: str, *path: str) -> set[str]:
    """The keys that a schema knows, at the top or further down."""
    value: object = schema(name)
    for step in path:
        assert isinstance(value, dict)
        value = value[step]
    assert isinstance(value, dict)
    return set(value["properties"])


def test_the_schemas_know_the_keys_that_the_code_knows():
    """No key more, none less; the same languages and types."""
    assert keys("annotation") == {*CHECKS, *LISTS, "draft"}
    assert keys("entity") == set(entity._KEYS)
    assert keys("event") == set(event.KEYS)
    for kind, known in KEYS.items():
        assert keys("annotation", "properties", kind.value, "items") == {"quote", *known}
    properties = schema("annotation")["properties"]
    assert isinstance(properties, dict)
    assert properties["language"]["enum"] == list(LANGUAGES)
    types = properties["mentions"]["items"]["properties"]["type"]["enum"]
    assert types == [*(kind.value for kind in EntityType), "none"]


@pytest.mark.parametrize(
    ("folder", "name"), [("annotations", "annotation"), ("entities", "entity"), ("events", "event")]
)
def test_the_projects_own_files_are_as_their_schemas_say(folder: str, name: str):
    """Annotations, entities and events of this project."""
    validator = Draft202012Validator(schema(name))
    for path in sorted((ROOT / "docs" / folder).glob("*.md")):
        data = json.loads(json.dumps(dict(frontmatter.load(str(path))), default=str))

        assert [str(error) for error in validator.iter_errors(data)] == [], path.name


def _annotation(text: str) -> tuple[Problem, ...]:
    seeds, _ = read_seeds([("a.txt", "Слова тут.".encode())])
    return read_annotations([("docs/annotations/a.md", text)], seeds, {"context"}).problems


READERS: dict[str, Callable[[str], tuple[Problem, ...]]] = {
    "annotation": _annotation,
    "entity": lambda text: read_entities([("docs/entities/a.md", text)])[1],
    "event": lambda text: read_event_files([("docs/events/a.md", text)])[1],
}


@pytest.mark.parametrize(
    ("name", "head", "right"),
    [
        pytest.param("annotation", "date: 2025-06-21", True, id="a day"),
        pytest.param("annotation", "date: 2025", True, id="a year, which YAML takes for a number"),
        pytest.param("annotation", "date: June", False, id="a date in words"),
        pytest.param("annotation", "language: ua", False, id="no language"),
        pytest.param("annotation", "source_url: example.org", False, id="no address"),
        pytest.param("annotation", "titel: x", False, id="a key misspelt"),
        pytest.param("annotation", "draft: true", True, id="a draft"),
        pytest.param("annotation", "mentions:\n- quote: Слова\n  entity: x", True, id="a name"),
        pytest.param("annotation", "mentions:\n- entity: x", False, id="a name without its words"),
        pytest.param("annotation", "times:\n- quote: тут\n  speaker: x", False, id="a time that speaks"),
        pytest.param("entity", "type: person\nlabels: {uk: Хтось}\naliases: [Інший]", True, id="a person"),
        pytest.param("entity", "labels: {uk: Хтось}", False, id="an entity of no type"),
        pytest.param("entity", "type: person\nlabels: {de: Wer}", False, id="a label in another language"),
        pytest.param("entity", "type: person\nsame_as: 42", False, id="no Wikidata item"),
        pytest.param("entity", "type: person\nnot: [Хтось, {form: Він, article: a}]", True, id="judgements"),
        pytest.param("entity", "type: person\nnot:\n- {article: a}", False, id="a judgement on nothing"),
        pytest.param("event", "labels: {uk: Щось}\ndate: 2025-06\nplanned: true", True, id="an event"),
        pytest.param("event", "passages:\n- {article: a}", False, id="a passage without words"),
        pytest.param("event", "planned: perhaps", False, id="neither true nor false"),
    ],
)
def test_schema_and_code_agree(name: str, head: str, *, right: bool):
    """What one refuses the other does."""
    data = json.loads(json.dumps(yaml.safe_load(head), default=str))
    valid = Draft202012Validator(schema(name)).is_valid(data)
    mistakes = [problem for problem in READERS[name](f"---\n{head}\n---\n") if problem.severity.value == "error"]

    assert (valid, mistakes == []) == (right, right)


def test_the_snippets_are_in_step():
    """They offer every kind of note, and the keys of corrections; what they write is read as such."""
    note = "\n".join(SNIPPETS["A note on a passage"]["body"])
    (kinds,) = (part.split("|")[0] for part in note.split("${2|")[1:])
    corrections = "\n".join(SNIPPETS["Corrections of an article"]["body"])

    assert kinds.split(",") == list(package_note_kinds())
    assert set(corrections.split("${1|")[1].split("|")[0].split(",")) == {*CHECKS, "draft"}
    assert set(LISTS) <= {snippet["prefix"] for snippet in SNIPPETS.values() if isinstance(snippet["prefix"], str)}
